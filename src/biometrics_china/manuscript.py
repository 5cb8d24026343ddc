"""The chapters as text: exhibits, findings and guarded words as they are written in `chapters/*.md`.

A chapter is MyST Markdown. What the code must know of its words stands in two kinds of fences, with
YAML inside, all of whose values are text: ``{show} fig-id`` with title, caption, alternative text and
kind of uncertainty of an exhibit, and ``{findings}`` with the list of a chapter's findings. Words that
the data must go on supporting stand in a role, ``{holds}`predicate|the words` ``, wherever they occur.
Nothing here computes: this module only reads, and names file and line of what it cannot read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from biometrics_china import place
from biometrics_china.codebook import InvalidData, words

Json = dict[str, Any]

_FENCE = re.compile(r"^```\{(show|findings)\} ?([^\n]*)\n(.*?)^```$", re.S | re.M)
GUARD = re.compile(r"\{holds\}`([a-z_0-9.]+)\|([^`]*)`")
_FIELDS = {
    "show": ({"title", "caption", "interval"}, {"alt", "columns"}),
    "findings": (
        {"id", "sentence", "exhibits", "tables", "interval", "grade", "grade_reason", "not_shown"},
        {"sources", "official_position", "official_source", "front_page"},
    ),
}


class BadText(ValueError):
    """A chapter cannot be read; the message is one line that names file and line."""


@dataclass(frozen=True)
class Block:
    """One fence: its kind, what stands behind the kind, its YAML, and the line it begins on.

    `content` is empty for an exhibit that is only shown again, and a list for findings.
    """

    kind: str
    argument: str
    content: Any
    line: int


@dataclass(frozen=True)
class Guard:
    """Words that rest on a predicate: its name, the words with blanks made single, the line."""

    predicate: str
    words: str
    line: int


def folder() -> Path:
    """Return the folder of the chapters."""
    return place.root() / "chapters"


def pages() -> tuple[str, ...]:
    """Return the names of all chapters and pages with words of their own, in alphabetical order."""
    return tuple(sorted(path.stem for path in folder().glob("*.md")))


@cache
def source(page: str) -> str:
    """Return the text of a page. Raises BadText if there is none."""
    path = folder() / f"{page}.md"
    if not path.is_file():
        raise BadText(f"chapters/{page}.md: this file does not exist")
    return path.read_text(encoding="utf-8")


@cache
def blocks(page: str) -> tuple[Block, ...]:
    """Return the fences of a page in their order. Raises BadText for one that cannot be read."""
    text = source(page)
    return tuple(_block(page, found, text) for found in _FENCE.finditer(text))


def guards(page: str) -> tuple[Guard, ...]:
    """Return the guarded words of a page in their order."""
    text = source(page)
    return tuple(
        Guard(found[1], " ".join(found[2].split()), text.count("\n", 0, found.start()) + 1)
        for found in GUARD.finditer(text)
    )


def plain(words: str) -> str:
    """Return words without the marks of their guards."""
    return GUARD.sub(lambda found: found[2], words)


def structure(page: str) -> list[object]:
    """Return what computing a chapter depends on of its text: exhibits and predicates, not prose."""
    shown = [
        [block.argument, block.content.get("title"), block.content.get("columns")]
        for block in blocks(page)
        if block.kind == "show"
    ]
    return [shown, sorted({guard.predicate for guard in guards(page)})]


def _block(page: str, found: re.Match[str], text: str) -> Block:
    name, line = f"chapters/{page}.md", text.count("\n", 0, found.start()) + 1
    where = f"{name}:{line}: {{{found[1]}}} {found[2]}".rstrip()
    try:
        content = words.plain(words.parse(found[3], name, line) or {})
    except InvalidData as error:
        raise BadText(str(error)) from error
    items = content if found[1] == "findings" else [content] if content else []
    for problem in _problems(found[1], items):
        raise BadText(f"{where}: {problem}")
    return Block(found[1], found[2].strip(), content, line)


def _problems(kind: str, items: object) -> Iterator[str]:
    required, optional = _FIELDS[kind]
    for item in items if isinstance(items, list) else [items]:
        if not isinstance(item, dict):
            yield "holds no fields; lines such as “title: …” are right"
            continue
        name = f"{item['id']}: " if "id" in item else ""
        yield from (
            f"{name}field {key}: “{item[key]}” is text; a list is right: [{item[key]}]"
            for key in ("exhibits", "tables", "sources")
            if isinstance(item.get(key), str)
        )
        empty = sorted(key for key, value in item.items() if not value)
        for what, fields in (
            ("lacks", required - item.keys()),
            ("has no field", item.keys() - required - optional),
            ("is empty in", empty),
        ):
            if fields:
                yield f"{name}{what} {', '.join(sorted(fields))}"
