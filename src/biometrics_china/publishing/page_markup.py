"""Mends of the HTML that Sphinx, MyST-NB and pandas write, so that everyone can read the page.

Every function takes and returns a stretch of HTML. Tables get a region that scrolls and that the
keyboard reaches; code that scrolls can be focused; lists of references and notes get roles that
screen readers know; nothing is taken from the reader's sight.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

from biometrics_china.publishing import spelled

_TABLE = re.compile(r'(<div class="table-scroll"[^>]*>\s*)?<table\b.*?</table>', re.DOTALL)
_PANDAS_STYLE = re.compile(r"<style scoped>.*?</style>\s*", re.DOTALL)
_CAPTION = re.compile(r"<caption\b.*?</caption>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[hd])\b([^>]*)>(.*?)</t[hd]>", re.DOTALL)
_NUMERIC = re.compile(r"([-−+]?[\d][\d.,  ]*( ?%)?|NaN|–|)")
_CURRENT = re.compile(r'<a class="(?:current )?reference internal" href="#">(.*?)</a>', re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_HEADING = re.compile(r"<(h[1-6])\b([^>]*)>(.*?)</\1>", re.DOTALL)
_ITS_LINK = re.compile(r'<a class="headerlink" href="([^"]*)"[^>]*>[^<]*</a>$')


def mend_body(body: str) -> str:
    """Return the body of a page with every mend applied."""
    mends: tuple[Callable[[str], str], ...] = (
        mend_tables,
        mend_code,
        mend_folds,
        mend_notes,
        mend_permalinks,
        spelled.at_starts,
    )
    for mend in mends:
        body = mend(body)
    return body


def with_paragraph_ids(body: str) -> str:
    """Return a page on which each bare paragraph has an id, by which an index leads to it.

    >>> with_paragraph_ids('<p>One.</p><p class="x">Two.</p><p>Three.</p>')
    '<p id="p-1">One.</p><p class="x">Two.</p><p id="p-2">Three.</p>'
    """
    numbers = count(1)
    return re.sub("<p>", lambda _: f'<p id="p-{next(numbers)}">', body)


def mend_tables(body: str) -> str:
    """Put each bare table into a focusable scrolling region and drop empty header cells.

    The region is named by the table's caption, else by its place on the page; names are unique.
    """
    numbers = count(1)

    def wrap(match: re.Match[str]) -> str:
        table = re.sub(r"<th\b[^>]*>\s*</th>", "<td></td>", match.group(0))
        table = give_scope(align_numbers(table.replace(' border="1"', "", 1)))
        if match.group(1):
            return table
        label = _caption_text(table)
        if not label:
            label = f"Table {next(numbers)} on this page"
            table = table.replace("<table", f'<table aria-label="{label}"', 1)
        return (
            f'<div class="table-scroll" tabindex="0" role="region" '
            f'aria-label="{label}, scrollable">{table}</div>'
        )

    return _TABLE.sub(wrap, _PANDAS_STYLE.sub("", body))


def give_scope(table: str) -> str:
    """Say of each header cell whether it heads its column (in the head of a table) or its row."""
    head, end, body = table.partition("</thead>")
    bare = r"<th(?=[\s>])(?![^>]*\sscope=)"
    return "".join(
        re.sub(bare, f'<th scope="{scope}"', part) if end else part
        for part, scope in ((head, "col"), (end, ""), (body, "row"))
    )


def align_numbers(table: str) -> str:
    """Mark every cell of a column that holds nothing but numbers, so that it is set flush right.

    A table with joined cells is left alone.
    """
    if "colspan" in table or "rowspan" in table:
        return table
    rows = [_CELL.findall(row) for row in _ROW.findall(table)]
    body = [[_TAG.sub("", cell[2]).strip() for cell in row] for row in rows if row[-1][0] == "td"]
    columns = list(zip(*body, strict=False))
    numeric = {i for i, cells in enumerate(columns) if any(cells) and all(map(_is_number, cells))}
    return _ROW.sub(lambda row: _mark_cells(row.group(0), numeric), table) if numeric else table


def _is_number(words: str) -> bool:
    return _NUMERIC.fullmatch(words) is not None


def _mark_cells(row: str, numeric: set[int]) -> str:
    places = count()

    def mark(cell: re.Match[str]) -> str:
        name, attributes, content = cell.groups()
        if next(places) not in numeric or "class=" in attributes:
            return cell.group(0)
        return f'<{name} class="number"{attributes}>{content}</{name}>'

    return _CELL.sub(mark, row)


def _caption_text(table: str) -> str:
    found = _CAPTION.search(table)
    bare = _TAG.sub("", _PERMALINK.sub("", found.group(0))) if found else ""
    return " ".join(bare.replace('"', "&quot;").split())


def mend_code(body: str) -> str:
    """Let the keyboard reach and scroll every block of highlighted code and of printed output."""
    return re.sub(r"(<div class=\"[^\"]*highlight[^\"]*\"><pre)>", r'\1 tabindex="0">', body)


def mend_folds(body: str) -> str:
    """Let a folded cell be called by the words that are seen on it, and be plain otherwise."""
    body = body.replace('<summary aria-label="Toggle hidden content">', "<summary>")
    body = body.replace('<details class="admonition hide', '<details class="hide')
    return re.sub(
        r'<p class="(collapsed|expanded) admonition-title">(.*?)</p>',
        r'<span class="\1">\2</span>',
        body,
    )


def mend_notes(body: str) -> str:
    """Give references the role of list items, and make notes plain parts instead of asides."""
    body = body.replace('role="doc-biblioentry"', 'role="listitem"')
    body = re.sub(r'<aside class="footnote-list[^"]*">', '<div class="footnote-list">', body)
    body = re.sub(
        r'<aside class="footnote [^"]*" (id="[^"]+") role="doc-footnote">',
        r'<div class="footnote" \1 role="note">',
        body,
    )
    if 'class="footnote' in body:
        body = body.replace("</aside>", "</div>")
    return body


def mend_permalinks(body: str) -> str:
    """Put the permalink of each heading behind it, named by what it leads to.

    Within the heading it would be part of its name. Its sign is drawn by the stylesheet, so that
    nobody copies it.
    """

    def beside(heading: re.Match[str]) -> str:
        level, attributes, words = heading.groups()
        permalink = _ITS_LINK.search(words)
        if not permalink:
            return heading.group(0)
        words = words[: permalink.start()]
        label = " ".join(_TAG.sub("", words).replace('"', "&quot;").split())
        return (
            f'<div class="heading"><{level}{attributes}>{words}</{level}>'
            f'<a class="headerlink" href="{permalink.group(1)}" '
            f'aria-label="Link to “{label}”"></a></div>'
        )

    return _HEADING.sub(beside, body)


def mend_contents(contents: str | None, sections: str) -> str:
    """Return the contents list of the book as the current page shows it.

    The current page is marked and carries the list of its own `sections` (Sphinx's ``toc``);
    captions are plain text, since they head no part of the page.
    """
    bare = (contents or "").replace(' role="heading"', "")
    found = _CURRENT.search(bare)
    if not found:
        return bare
    link = f'<a class="reference internal" aria-current="page" href="#text">{found.group(1)}</a>'
    return bare[: found.start()] + link + _inner_list(sections) + bare[found.end() :]


def _inner_list(sections: str) -> str:
    """Return the list below the page's own title, or nothing if the page has no sections."""
    start, end = sections.find("<ul", 1), sections.rfind("</ul>", 0, sections.rfind("</ul>"))
    return sections[start:end] + "</ul>" if 0 < start < end else ""
