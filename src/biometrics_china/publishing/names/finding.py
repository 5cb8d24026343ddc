"""Where the chapters print a name: the longest name at each place of each paragraph, row and caption."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from biometrics_china import exhibits
from biometrics_china.publishing.markup import VOID
from biometrics_china.publishing.names.entries import Entry
from biometrics_china.publishing.search.words import normal

_BLOCKS = {"p", "li", "dd", "dt", "tr", "figcaption", "h1", "h2", "h3", "summary", "div", "table"}
_SILENT = {"script", "style", "svg", "pre", "template"}
#: parts of a page that repeat others, or list all there is
_LEFT_OUT = {"passport", "headerlink", "rests", "references", "bodies", "copy-mark"}
#: a word, or one Chinese character
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
#: what may not stand between two words of one name
_BREAK = re.compile(r"[;:!?—–“”\n|]|\.\s")


@dataclass(frozen=True)
class Place:
    """Where a name stands: the anchor of its paragraph or exhibit, what that is called, its section."""

    anchor: str
    label: str
    section: str


@dataclass
class _Block:
    text: str
    place: Place


class _Reader(HTMLParser):
    """Collects the blocks of an article, each with the place it belongs to."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[_Block] = []
        self._open: list[tuple[str, str, str]] = []  # tag, id, class
        self._silent = 0
        self._text = ""
        self._heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag in VOID or not (self._open or tag == "article"):
            return
        if tag in _BLOCKS:
            self._end()
        self._text += " | " if tag in ("td", "th") else ""
        classes = given.get("class", "")
        is_silent = tag in _SILENT or given.get("data-search") == "off"
        if self._silent or is_silent or _LEFT_OUT & {*classes.split()}:
            self._silent += 1
        self._open.append((tag, given.get("id", ""), classes))

    def handle_endtag(self, tag: str) -> None:
        if not any(tag == opened for opened, _, _ in self._open):
            return
        if tag in _BLOCKS:
            self._end(tag)
        while self._open:
            opened = self._open.pop()[0]
            self._silent -= bool(self._silent)
            if opened == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._open and not self._silent:
            self._text += data

    def _end(self, tag: str = "") -> None:
        said, self._text = normal(" ".join(self._text.split())), ""
        if said and not self._silent:
            if tag in ("h1", "h2"):
                self._heading = said
            self.blocks.append(_Block(said, self._place()))

    def _place(self) -> Place:
        for tag, anchor, classes in reversed(self._open):
            if tag == "figure" and "exhibit" in classes.split():
                return Place(anchor, exhibits.get(anchor)[1], self._heading)
            if tag == "li" and "finding" in classes.split():
                return Place(anchor, "Findings", "Findings")
        anchor = next((a for _, a, _ in reversed(self._open) if a), "")
        return Place(anchor, self._heading, self._heading)


def blocks(html: str) -> list[_Block]:
    """Return what is printed on a page, block by block, in its order."""
    reader = _Reader()
    reader.feed(html)
    return reader.blocks


@dataclass
class Names:
    """All names by their first word, the longest first; ask `found` for those in a text."""

    entries: Iterable[Entry]
    _by_word: dict[str, list[tuple[tuple[str, ...], bool, Entry]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take each name once: the first entry that has it is meant."""
        seen: set[tuple[str, ...]] = set()
        for entry in self.entries:
            exact = ((name, False) for name in entry.names)
            for name, loose in (*exact, *((name, True) for name in entry.loose)):
                words = tuple(_WORD.findall(normal(name.lower() if loose else name)))
                if words and words not in seen and (len(words) > 1 or len(words[0]) > 1):
                    seen.add(words)
                    key = words[0].lower()
                    self._by_word.setdefault(key, []).append((words, loose, entry))
        for names in self._by_word.values():
            names.sort(key=lambda one: -len(one[0]))

    def found(self, text: str) -> Iterator[tuple[Entry, str]]:
        """Yield the entries that a text names, each as it is printed, in the order of the text.

        A name within a longer one is none.
        """
        words = [*_WORD.finditer(text)]
        at = 0
        while at < len(words):
            length, entry = self._at(text, words, at)
            if entry:
                yield entry, text[words[at].start() : words[at + length - 1].end()]
            at += length or 1

    def _at(self, text: str, words: list[re.Match[str]], at: int) -> tuple[int, Entry | None]:
        first = words[at][0].lower()
        names = self._by_word.get(first, [])
        if first.endswith("s"):  # a plural of one word
            names = names + self._by_word.get(first[:-1], [])
        for name, loose, entry in names:
            run = words[at : at + len(name)]
            is_one = len(run) == len(name) and _is(run, name, loose)
            if is_one and not _BREAK.search(text[run[0].end() : run[-1].start()]):
                return len(name), entry
        return 0, None


def _is(run: list[re.Match[str]], name: tuple[str, ...], loose: bool) -> bool:
    said = [word[0] for word in run]
    if not loose:
        return tuple(said) == name
    said = [word.lower() for word in said]
    said[-1] = name[-1] if said[-1] == f"{name[-1]}s" else said[-1]
    return tuple(said) == name
