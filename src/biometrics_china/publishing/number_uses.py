"""Where each computed number stands: read back from the written pages, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from biometrics_china.publishing.sentences import REFERENCE

#: a link to the entry of a number, as `sentences.number_link` writes it
_LINK = re.compile(r'<a (?=href="[^"]*#(number-[\w-]+)" class="num")')
_BLOCKS = {"p", "li", "dd", "dt", "td", "th", "figcaption", "h1", "h2", "h3", "h4", "summary"}
_SILENT = {"script", "style", "svg"}
_BREAK = re.compile(r"(?<=[\w)”%])[.!?]”?\s+(?=[A-Z“])")
#: letters of a sentence on either side of the number
_MOST = 130


@dataclass(frozen=True)
class Use:
    """A place where a number stands: page, anchor, title of the page and the sentence."""

    page: str
    anchor: str
    title: str
    sentence: str


def with_anchors(body: str) -> str:
    """Return a page on which each number in a sentence has an id: its own with a count behind it.

    >>> with_anchors('<a href="x.html#number-a-n" class="num">3</a>')
    '<a id="at-a-n-1" href="x.html#number-a-n" class="num">3</a>'
    """
    seen: dict[str, int] = {}

    def named(match: re.Match[str]) -> str:
        name = match[1].removeprefix("number-")
        seen[name] = seen.get(name, 0) + 1
        return f'<a id="at-{name}-{seen[name]}" '

    return _LINK.sub(named, body)


def of_pages(out: Path, pages: Iterable[str]) -> dict[str, list[Use]]:
    """Return anchor of a number → where it stands, in the order of the pages of the site."""
    found: dict[str, list[Use]] = {}
    for page in pages:
        path = out / page
        html = path.read_text(encoding="utf-8") if path.is_file() else ""
        if 'class="num"' not in html or page.startswith(f"{REFERENCE}/numbers"):
            continue
        reader = _Reader()
        reader.feed(html)
        for number, anchor, sentence in reader.found:
            found.setdefault(number, []).append(Use(page, anchor, reader.title, sentence))
    return found


@dataclass
class _Block:
    text: str = ""
    marks: list[tuple[str, str, int]] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects number, anchor and sentence of each linked number of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []
        self.title = ""
        self._open: list[tuple[str, _Block]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self._open.append((tag, _Block()))
        elif tag == "a" and given.get("class") == "num" and given.get("id") and self._open:
            number = (given["href"] or "").partition("#")[2]
            block = self._open[-1][1]
            block.marks.append((number, given["id"] or "", len(block.text)))

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT
        if not any(tag == opened for opened, _ in self._open):
            return
        while self._open:  # what ends an element ends those within it
            opened, block = self._open.pop()
            if opened == "h1" and not self.title:
                self.title = " ".join(block.text.split())
            for number, anchor, at in block.marks:
                self.found.append((number, anchor, sentence_around(block.text, at)))
            if opened == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._open and not self._silent:
            self._open[-1][1].text += data


def sentence_around(text: str, at: int) -> str:
    """Return the sentence of a text that holds the letter at `at`, cut where it is long.

    >>> sentence_around("One stands. Of these, 7 went. None is left.", 22)
    'Of these, 7 went.'
    """
    ends = [found.start() + 1 for found in _BREAK.finditer(text)]
    start = max((end for end in ends if end <= at), default=0)
    stop = min((end for end in ends if end > at), default=len(text))
    if at - start > _MOST:
        start = text.find(" ", at - _MOST)
    if stop - at > _MOST:
        stop = text.rfind(" ", at, at + _MOST)
    said = " ".join(text[start:stop].split()).lstrip("”) ")
    cut_before, cut_after = start not in {0, *ends}, stop not in {len(text), *ends}
    return f"{'… ' * cut_before}{said}{' …' * cut_after}"
