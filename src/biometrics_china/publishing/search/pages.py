"""The written pages, taken apart for the search: sections, findings and exhibits, block by block.

A section begins at a `section` or a heading with an id. Not searched are program code and folded
text that only repeats another page (an element with `data-search="off"`). Read back from the written
pages, so that computed numbers, tables and captions are found too.
"""

from __future__ import annotations

from html.parser import HTMLParser

from biometrics_china.publishing.markup import VOID
from biometrics_china.publishing.search import words
from biometrics_china.publishing.search.unit import Unit

_SILENT = {"pre", "script", "style", "svg", "template"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_NAMES = {*_HEADINGS, "figcaption"}
#: elements that begin no block of their own; those of a table are its rows
_INLINE = {
    *("a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong"),
    *("sub", "sup"),
}
_CELLS = {"td", "th", "dt", "dd"}


class _Reader(HTMLParser):
    """Collects what stands within the article of a page."""

    def __init__(self, kind: str, page: str) -> None:
        super().__init__()
        self._kind, self._page = kind, page
        self.units = [Unit(kind, page, "")]
        self._stack: list[tuple[str, Unit | None]] = []
        self._silent: list[str] = []  # the open elements that are not searched, and those in them
        self._parts: list[str] = []
        self._is_name = False

    @property
    def _unit(self) -> Unit:
        return next((unit for _, unit in reversed(self._stack) if unit), self.units[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if not self._in_article and tag != "article":
            return
        if self._silent:
            if tag not in VOID:
                self._silent.append(tag)
            return
        if tag not in _INLINE:
            self._end_block(tag)
        if _is_left_out(tag, given):
            self._silent.append(tag)
            return
        if tag in _HEADINGS and given.get("id"):
            self._take_over(given["id"] or "")
        if tag not in VOID:
            self._stack.append((tag, self._opened(tag, given)))
        if tag in _NAMES and not self._unit.heads:
            self._is_name = True
        elif given.get("class") == "exhibit-caption":  # what is said of a figure, after its name
            self._end_block(tag)
            self._is_name = False

    @property
    def _in_article(self) -> bool:
        return bool(self._stack)

    def _opened(self, tag: str, given: dict[str, str | None]) -> Unit | None:
        """Return the unit that an element begins, if it does."""
        anchor, classes = given.get("id") or "", (given.get("class") or "").split()
        if not anchor or tag in _HEADINGS:
            return None
        if tag == "section":
            return self._new(self._kind, anchor)
        if "finding" in classes and not self._page.endswith("index.html"):
            return self._new("finding", anchor)
        if "exhibit" in classes and not anchor.startswith("analysis-"):
            return self._new("exhibit", anchor)
        return None

    def _new(self, kind: str, anchor: str) -> Unit:
        self.units.append(Unit(kind, self._page, anchor))
        return self.units[-1]

    def _take_over(self, anchor: str) -> None:
        """Let a heading with an id begin a unit that lasts as long as the section around it."""
        at = max((i for i, (tag, _) in enumerate(self._stack) if tag in ("section", "article")))
        self._stack[at] = (self._stack[at][0], self._new(self._kind, anchor))

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag in self._silent:
                while self._silent.pop() != tag:
                    pass
            return
        if tag not in _INLINE:
            self._end_block(tag)
        if any(tag == open_tag for open_tag, _ in self._stack):
            while self._stack.pop()[0] != tag:
                pass
        if tag in _NAMES:
            self._is_name = False

    def handle_data(self, data: str) -> None:
        if self._in_article and not self._silent:
            self._parts.append(data)

    def _end_block(self, tag: str) -> None:
        if tag in _CELLS:
            self._parts.append(" ")
            return
        said = words.normal(" ".join("".join(self._parts).split()))
        self._parts = []
        if said and self._stack:
            (self._unit.heads if self._is_name else self._unit.blocks).append(said)


def _is_left_out(tag: str, given: dict[str, str | None]) -> bool:
    return (
        tag in _SILENT
        or given.get("data-search") == "off"
        or given.get("class") == "headerlink"
        or "copy-mark" in (given.get("class") or "")
    )


def units_of(html: str, kind: str = "chapter", page: str = "") -> list[Unit]:
    """Return what a page of a kind holds, in its order, without units that have no words."""
    reader = _Reader(kind, page)
    reader.feed(html)
    return [unit for unit in reader.units if unit.heads or unit.blocks]
