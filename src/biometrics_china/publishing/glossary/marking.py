"""The first use of each term in a chapter: a link to its entry, with its Chinese behind it.

Only running text counts. Passed over are headings, exhibits, tables, findings, folded text, links,
code, citations and quotations. Chinese is not put behind a possessive or into brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from biometrics_china.publishing.glossary import entries
from biometrics_china.publishing.glossary.entries import Term
from biometrics_china.publishing.markup import VOID, link, tag

_TOKEN = re.compile(r"<!--.*?-->|<[^>]+>|[^<]+", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z0-9]+)\b([^>]*)>")
_CLASS = re.compile(r'\bclass="([^"]*)"')
_BLOCKS = {"p", "li"}
_SILENT = {
    *("a", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "table", "details", "blockquote", "code"),
    *("pre", "script", "style", "svg", "nav", "form", "button", "dl", "sup", "q", "cite", "math"),
}
_SILENT_CLASSES = {"findings", "source-reference", "screening-status", "notice", "works", "walk"}
_MARKS = re.compile(r"[“”()]")
_CITED = re.compile(r'\s*(?:\(|<span class="source-reference"|<a [^>]*class="reference)')


@dataclass(frozen=True)
class Place:
    """A form of a term in the text of a page: where, and how well Chinese would stand behind it."""

    term_id: str
    start: int
    end: int
    #: 0 reads well, 1 stands before a bracket, 2 would read badly
    grade: int


@dataclass
class _Reading:
    """What is open while a page is read: elements, those that are passed over, quotes, brackets."""

    silent: list[str] = field(default_factory=list)
    blocks: int = 0
    quotes: int = 0
    brackets: int = 0

    def pass_tag(self, found: re.Match[str]) -> None:
        is_end, name, attributes = bool(found[1]), found[2].lower(), found[3]
        if name in VOID or attributes.endswith("/"):
            return
        if self.silent:
            self._pass_silent(is_end, name)
        elif name in _BLOCKS:
            self.blocks += -1 if is_end else 1
            self.quotes = self.brackets = 0
        if not is_end and not self.silent and _is_silent(name, attributes):
            self.silent = [name]
            self.blocks -= name in _BLOCKS  # its end is that of the silent element

    def _pass_silent(self, is_end: bool, name: str) -> None:
        if not is_end:
            self.silent.append(name)
        elif name in self.silent:
            while self.silent.pop() != name:
                pass

    @property
    def is_running(self) -> bool:
        return not self.silent and self.blocks > 0


def _is_silent(name: str, attributes: str) -> bool:
    classes = _CLASS.search(attributes)
    return name in _SILENT or bool(classes and _SILENT_CLASSES & {*classes[1].split()})


def running(body: str) -> Iterator[tuple[int, str, _Reading]]:
    """Yield start and text of each stretch of running text of a page, with what is open there."""
    reading = _Reading()
    for token in _TOKEN.finditer(body):
        if found := _TAG.fullmatch(token[0]):
            reading.pass_tag(found)
        elif reading.is_running and token[0][0] != "<":
            yield token.start(), token[0], reading
            for mark in _MARKS.findall(token[0]):
                _count(reading, mark)


def _count(reading: _Reading, mark: str) -> None:
    if mark in "“”":
        reading.quotes = max(0, reading.quotes + (1 if mark == "“" else -1))
    else:
        reading.brackets = max(0, reading.brackets + (1 if mark == "(" else -1))


def places(body: str, terms: dict[str, Term]) -> list[Place]:
    """Return where running text writes a term, outside quotations, in the order of the text."""
    finds, ids = entries.pattern(terms), entries.by_form(terms)
    found = []
    for start, words, reading in running(body):
        for match in finds.finditer(words):
            here = _Reading(quotes=reading.quotes, brackets=reading.brackets)
            for mark in _MARKS.findall(words[: match.start()]):
                _count(here, mark)
            if here.quotes:
                continue
            begin, end = start + match.start(), start + match.end()
            grade = _grade(body[end : end + 80], here.brackets)
            found.append(Place(ids[entries.plain(match[0])], begin, end, grade))
    return found


def _grade(after: str, brackets: int) -> int:
    if brackets or re.match(r"(?:’|&#8217;|&#x27;|')s\b", after):
        return 2
    return 1 if _CITED.match(after) else 0


def mark(body: str, root: str, terms: dict[str, Term]) -> str:
    """Return a page on which each term is a link to its entry, once, where it reads best first.

    `root` is the way from the page up to the top of the site. Chinese that the running text gives
    itself is not given again. Marking twice is marking once.
    """
    if 'class="term"' in body:
        return body
    chosen: dict[str, Place] = {}
    for place in places(body, terms):
        best = chosen.setdefault(place.term_id, place)
        if place.grade < best.grade:
            chosen[place.term_id] = place
    said = "".join(words for _, words, _ in running(body))
    parts, end = [], 0
    for place in sorted(chosen.values(), key=lambda p: p.start):
        term = terms[place.term_id]
        is_given = term.is_given and place.grade < 2 and term.chinese not in said
        parts += [
            body[end : place.start],
            _marked(term, body[place.start : place.end], root, is_given),
        ]
        end = place.end
    return "".join([*parts, body[end:]])


def _marked(term: Term, words: str, root: str, is_given: bool) -> str:
    address = f"{root}{entries.PAGE}.html#{entries.anchor(term.id)}"
    chinese = entries.chinese_html(term, short=True) if is_given else ""
    # the search finds the Chinese in the glossary, and phrases of the text without it
    given = (
        tag("span", f" ({chinese})", class_="term-chinese", data_search="off") if chinese else ""
    )
    return tag("span", link(address, words, class_="term"), given, id=entries.use_anchor(term.id))
