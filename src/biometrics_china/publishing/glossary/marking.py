"""The first use of each term in a chapter, with its Chinese, and a link to its entry.

Passed over are headings, exhibits, tables, findings, folded text, code and quotations. Words that
are a link already, of a citation or of what rests on data, bear Chinese and no second link. Behind a
possessive the Chinese follows it, and inside brackets it stands in square ones.
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
#: links whose words are read with the text: what rests on data, and citations
_LINKED_CLASSES = {"holds", "source-reference"}
_SILENT_CLASSES = {*_LINKED_CLASSES, "findings", "screening-status", "notice", "works", "walk"}
_MARKS = re.compile(r"[“”()]")
_POSSESSIVE = re.compile(r"(?:’|&#8217;|&#x27;|')s\b")


@dataclass(frozen=True)
class Place:
    """A form of a term in the text of a page, and how Chinese stands behind it."""

    term_id: str
    start: int
    end: int
    #: where its possessive ends, or it has none and ends itself
    stop: int
    is_linked: bool
    in_brackets: bool


@dataclass
class _Reading:
    """What is open while a page is read: elements, those that are passed over, quotes, brackets."""

    silent: list[str] = field(default_factory=list)
    is_linked: bool = False
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
            self.is_linked = bool(_LINKED_CLASSES & _classes(attributes))
            self.blocks -= name in _BLOCKS  # its end is that of the silent element

    def _pass_silent(self, is_end: bool, name: str) -> None:
        if not is_end:
            self.silent.append(name)
        elif name in self.silent:
            while self.silent.pop() != name:
                pass

    @property
    def is_read(self) -> bool:
        return self.blocks > 0 and (self.is_linked or not self.silent)


def _is_silent(name: str, attributes: str) -> bool:
    return name in _SILENT or bool(_SILENT_CLASSES & _classes(attributes))


def _classes(attributes: str) -> set[str]:
    found = _CLASS.search(attributes)
    return {*found[1].split()} if found else set()


def running(body: str) -> Iterator[tuple[int, str, _Reading]]:
    """Yield start and text of each stretch of running text of a page, with what is open there."""
    return (found for found in _read(body) if not found[2].silent)


def _read(body: str) -> Iterator[tuple[int, str, _Reading]]:
    reading = _Reading()
    for token in _TOKEN.finditer(body):
        if found := _TAG.fullmatch(token[0]):
            reading.pass_tag(found)
        elif reading.is_read and token[0][0] != "<":
            yield token.start(), token[0], reading
            for mark in _MARKS.findall(token[0]):
                _count(reading, mark)


def _count(reading: _Reading, mark: str) -> None:
    if mark in "“”":
        reading.quotes = max(0, reading.quotes + (1 if mark == "“" else -1))
    else:
        reading.brackets = max(0, reading.brackets + (1 if mark == "(" else -1))


def places(body: str, terms: dict[str, Term]) -> list[Place]:
    """Return where a page writes a term, outside quotations, in the order of the text."""
    finds, ids = entries.pattern(terms), entries.by_form(terms)
    found = []
    for start, words, reading in _read(body):
        for match in finds.finditer(words):
            here = _Reading(quotes=reading.quotes, brackets=reading.brackets)
            for mark in _MARKS.findall(words[: match.start()]):
                _count(here, mark)
            if here.quotes:
                continue
            end, owns = match.end(), _POSSESSIVE.match(words, match.end())
            ends = start + end, start + (owns.end() if owns else end)
            term_id = ids[entries.plain(match[0])]
            is_linked, in_brackets = bool(reading.silent), here.brackets > 0
            found.append(Place(term_id, start + match.start(), *ends, is_linked, in_brackets))
    return found


def mark(body: str, root: str, terms: dict[str, Term]) -> str:
    """Return a page with Chinese behind the first use of each term, and a link on the first that can.

    `root` is the way from the page up to the top of the site. Chinese that the running text gives
    itself is not given again. Marking twice is marking once.
    """
    if 'class="term' in body:
        return body
    said = "".join(words for _, words, _ in running(body))
    givers, links = _chosen(places(body, terms), terms, said)
    parts, end = [], 0
    for place in sorted({*givers.values(), *links.values()}, key=lambda p: p.start):
        term = terms[place.term_id]
        is_link = links.get(term.id) == place
        words = body[place.start : place.end]
        if is_link:
            words = link(
                f"{root}{entries.PAGE}.html#{entries.anchor(term.id)}", words, class_="term"
            )
        words += body[place.end : place.stop]
        if givers.get(term.id) == place:
            words += _chinese(term, in_brackets=place.in_brackets)
        if is_link or term.id not in links:
            words = tag("span", words, id=entries.use_anchor(term.id))
        parts += [body[end : place.start], words]
        end = place.stop
    return "".join([*parts, body[end:]])


def _chosen(
    found: list[Place], terms: dict[str, Term], said: str
) -> tuple[dict[str, Place], dict[str, Place]]:
    """Return term → the place that bears its Chinese, and term → the place that is a link."""
    givers: dict[str, Place] = {}
    links: dict[str, Place] = {}
    for place in found:
        chinese = terms[place.term_id].chinese
        if chinese and chinese not in said:
            givers.setdefault(place.term_id, place)
        if not place.is_linked:
            links.setdefault(place.term_id, place)
    return givers, links


def _chinese(term: Term, *, in_brackets: bool) -> str:
    opening, closing = "[]" if in_brackets else "()"
    said = f" {opening}{entries.chinese_html(term)}{closing}"
    # the search finds the Chinese in the glossary, and phrases of the text without it
    return tag("span", said, class_="term-chinese", data_search="off")
