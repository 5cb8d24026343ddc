"""The data of the search page: the text of every section, in a script that works from a folder.

A section begins at a `section` or a heading with an id. Not searched are program code and folded
text that only repeats another page (an element with `data-search="off"`).

Read back from the written pages, so that computed numbers, tables and captions are found too, and
in the order of the pages' names, so that two builds agree.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from biometrics_china.publishing import search_words

_REPEATING = (
    "chapters/analysis/",
    "chapters/cooperation/",
    "chapters/reference/findings.html",
    "chapters/reference/numbers.html",
)
_SILENT = {"pre", "script", "style", "svg", "template"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_INLINE = {
    "a",
    "abbr",
    "b",
    "cite",
    "code",
    "em",
    "i",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
}


@dataclass
class Section:
    """A section of a page: its anchor (empty for the page itself), heading and text."""

    anchor: str = ""
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects the sections within the article of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: list[Section] = [Section()]
        self._open: list[Section | None] = []
        self._in_article = False
        self._silent = 0
        self._heading = False
        self._skip_link = False
        self._repeats_until = ""  # the element that ends what only repeats another page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "article":
            self._in_article = True
        elif tag == "section":
            self._open.append(self._section(given.get("id")))
        elif tag in _HEADINGS and self._open and given.get("id"):
            self._open[-1] = self._section(given["id"])
        self._silent += tag in _SILENT
        if given.get("data-search") == "off":
            self._repeats_until = self._repeats_until or tag
        self._heading = self._heading or tag in _HEADINGS
        self._skip_link = self._skip_link or given.get("class") == "headerlink"
        if tag not in _INLINE:
            self.handle_data(" ")

    def _section(self, anchor: str | None) -> Section | None:
        if not (anchor and self._in_article):
            return None
        self.sections.append(Section(anchor))
        return self.sections[-1]

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._in_article = False
        elif tag == "section" and self._open:
            self._open.pop()
        elif tag == "a":
            self._skip_link = False
        if tag == self._repeats_until:
            self._repeats_until = ""
        self._silent -= tag in _SILENT
        self._heading = self._heading and tag not in _HEADINGS
        if tag not in _INLINE:
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        if not self._in_article or self._silent or self._skip_link or self._repeats_until:
            return
        named = [s for s in self._open if s]
        section = named[-1] if named else self.sections[0]
        (section.heading if self._heading else section.text).append(data)


def sections_of(html: str) -> list[tuple[str, str, str]]:
    """Return (anchor, heading, text) for each section of a page that has words."""
    reader = _Reader()
    reader.feed(html)
    found = ((s.anchor, _words(s.heading), _words(s.text)) for s in reader.sections)
    return [section for section in found if section[1] or section[2]]


def _words(parts: list[str]) -> str:
    return search_words.normal(" ".join("".join(parts).split()))


def data_script(out: Path, pages: list[str]) -> str:
    """Return the script that holds [address, page title, section title, text] of each section.

    With it comes the table by which the page folds these and a question. `pages` are addresses below
    `out`. Raises FileNotFoundError if one was not written.
    """
    rows = []
    for page in pages:
        sections = sections_of((out / page).read_text(encoding="utf-8"))
        # of a page that repeats the chapters the headings are enough: a chapter says what is asked for
        repeats = page.startswith(_REPEATING)
        title = next((heading for _, heading, _ in sections if heading), page)
        rows += [
            [
                f"{page}#{anchor}" if anchor else page,
                title,
                heading,
                "" if repeats else text,
            ]
            for anchor, heading, text in sections
            if heading or not repeats
        ]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    table = json.dumps(search_words.table(lines), ensure_ascii=False)
    return f"window.SEARCH_DATA = [\n{lines}\n];\nwindow.SEARCH_WORDS = {table};\n"
