"""How pages name what the book leans on: the work, and a mark where a copy of it was read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from biometrics_china import works
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.sentences import REFERENCE

#: what the small mark beside a name says to those who hear it; the word alone is seen
_UNSEEN = "read in a "
#: a citation as `reference` writes it, to its own end, and two or more with only room between them
_CITATION = re.compile(r'<span class="source-reference">\((<a [^>]*>)((?:(?!</a>).)*)</a>\)</span>')
_NEIGHBOURS = re.compile(rf"(?:{_CITATION.pattern}\s*){{2,}}(?<=>)")


def reference(source_id: str, root: str, place: str = "") -> str:
    """Return a work as running text cites it, in brackets: with its article if `place` names one.

    A mark says that a copy or a report was read. The link leads to the entry of the work in the list
    of works, where that page is named. Raises KeyError for an unknown source.
    """
    cited = _linked(source_id, text(works.cited(source_id, place)), root)
    return tag("span", "(", cited, ")", class_="source-reference")


def joined(html: str) -> str:
    """Return a page with neighbouring citations in one pair of brackets, equal ones named once."""
    return _NEIGHBOURS.sub(_together, html)


def _together(run: re.Match[str]) -> str:
    links: dict[str, str] = {}
    for opened, said in _CITATION.findall(run[0]):
        links.setdefault(said, f"{opened}{said}</a>")
    return tag("span", "(", "; ".join(links.values()), ")", class_="source-reference")


def source_link(source_id: str, root: str) -> str:
    """Return a work as lists name it, with its title, linked and marked as in `reference`."""
    work = works.all_works()[works.of_source(source_id)]
    name, title = works.name(str(work["id"])), str(work["title_en"] or work["title"])
    said = name if title.lower() in name.lower() else f"{name}: {title}"
    return _linked(source_id, text(said), root)


def one_each(source_ids: Iterable[str]) -> tuple[str, ...]:
    """Return the sources without those that carry the same work as an earlier one."""
    first: dict[str, str] = {}
    for source_id in source_ids:
        first.setdefault(works.of_source(source_id), source_id)
    return tuple(first.values())


def _linked(source_id: str, said: str, root: str) -> str:
    target = f"{root}{REFERENCE}/sources.html#source-{source_id}"
    return link(target, said + _mark(source_id))


def _mark(source_id: str) -> str:
    """Return the mark of a copy as a raised word, read out in full."""
    word = works.mark(source_id)
    if not word:
        return ""
    unseen = tag("span", f" {_UNSEEN}", class_="visually-hidden")
    return tag("sup", unseen, word, class_="copy-mark")
