"""The chapters as text: exhibits, findings and guarded words as they are written in `chapters/*.md`.

A chapter is MyST Markdown. What the code must know of its words stands in two kinds of fences, with
YAML inside, all of whose values are text: ``{show} fig-id`` with title, caption, alternative text and
kind of uncertainty of an exhibit, and ``{findings}`` with the list of a chapter's findings. Words that
the data must go on supporting stand in a role, ``{holds}`predicate|the words` ``, wherever they occur.
Nothing here computes: this module only reads, and names file and line of what it cannot read. What
has one of these forms, and what only looks like it, `forms` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from biometrics_china import forms, place
from biometrics_china.codebook import InvalidData, Problem, words
from biometrics_china.forms import GUARD, plain

__all__ = ["GUARD", "SUBJECTS", "BadText", "Block", "Guard", "bad", "blocks", "check", "findings"]
__all__ += ["folder", "guards", "home", "pages", "plain", "source", "structure"]

Json = dict[str, Any]

#: subjects in the order of the book; the place in this list is the chapter's number
SUBJECTS: tuple[str, ...] = (
    "regulation",
    "police_powers",
    "trafficking",
    "target_populations",
    "western_china",
    "dna_databases",
    "faces",
    "public_opinion",
    "cooperation",
    "europe_technology",
    "europe_research",
    "europe_policing",
    "europe_measures",
    "partner_register",
    "methods",
)


class BadText(InvalidData):
    """Text of the book is not as it must be; a line for each place names file and line."""


def bad(page: str, text: str, line: int | None = None) -> BadText:
    """Return the error that says what is wrong on a page."""
    return BadText([Problem(f"chapters/{page}.md", text, line)])


@dataclass(frozen=True)
class Block:
    """One fence: its kind, what stands behind the kind, its YAML, and the line it begins on.

    `content` is empty for an exhibit that is only shown again, and a list for findings; its words
    know their lines.
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


def home(exhibit_id: str) -> str:
    """Return the subject that an id names after its kind; empty if it names none."""
    named = exhibit_id[4:].replace("-", "_") + "_"
    return max((s for s in SUBJECTS if named.startswith(f"{s}_")), key=len, default="")


@cache
def source(page: str) -> str:
    """Return the text of a page. Raises BadText if there is none, or one that is no plain text."""
    path = folder() / f"{page}.md"
    if not path.is_file():
        raise bad(page, "this file does not exist")
    try:
        text = words.decoded(path.read_bytes(), f"chapters/{page}.md")
    except InvalidData as error:
        raise BadText(error.problems) from error
    if not text.strip():
        raise bad(page, "is empty; a title and text are right")
    return text


def check() -> None:
    """Read every page. Raises BadText with a line for each thing that is wrong in any of them."""
    problems: list[Problem] = []
    for path in sorted(folder().rglob("*.md")):
        try:
            blocks(path.relative_to(folder()).with_suffix("").as_posix())
        except BadText as error:
            problems += error.problems
    if problems:
        raise BadText(problems)


@cache
def blocks(page: str) -> tuple[Block, ...]:
    """Return the fences of a page in their order. Raises BadText, with a line for each fault."""
    text = source(page)
    found = [*forms.FENCE.finditer(text)]
    try:
        read = tuple(_block(page, fence, text) for fence in found)
    except InvalidData as error:
        raise BadText(error.problems) from error
    # of a line, the first tells
    faults = dict(reversed([*forms.strays(text), *_faults(page, read)]))
    if faults:
        name = f"chapters/{page}.md"
        raise BadText(Problem(name, faults[line], line) for line in sorted(faults))
    return read


def findings() -> list[Json]:
    """Return the findings of all chapters as they are written, with `subject` and `position`."""
    return [
        {"subject": subject, "position": str(position), **finding}
        for subject in SUBJECTS
        for block in blocks(subject)
        if block.kind == "findings"
        for position, finding in enumerate(block.content, start=1)
    ]


def guards(page: str) -> tuple[Guard, ...]:
    """Return the guarded words of a page in their order."""
    text = source(page)
    return tuple(
        Guard(found[1], " ".join(found[2].split()), text.count("\n", 0, found.start()) + 1)
        for found in GUARD.finditer(text)
    )


def structure(page: str) -> list[object]:
    """Return what computing a chapter depends on of its text: exhibits and predicates, not prose."""
    shown = [
        [block.argument, block.content.get("title"), block.content.get("columns")]
        for block in blocks(page)
        if block.kind == "show"
    ]
    return [shown, sorted({guard.predicate for guard in guards(page)})]


def _block(page: str, found: re.Match[str], text: str) -> Block:
    line = text.count("\n", 0, found.start()) + 1
    content = words.parse(found[3], f"chapters/{page}.md", line)
    return Block(found[1], found[2].strip(), content or {}, line)


def _faults(page: str, read: tuple[Block, ...]) -> Iterator[tuple[int, str]]:
    """Yield line and text of what is wrong with the place or the words of a fence."""
    if "/" in page:
        yield from ((g.line, "only chapters have words that are checked") for g in guards(page))
    for number, block in enumerate(read):
        where = f"{{{block.kind}}} {block.argument}".rstrip()
        faults = [(block.line, said) for said in _place(page, block, read[:number])]
        for line, said in faults or forms.fields(block.kind, block.content, block.line):
            yield line, f"{where}: {said}"


def _place(page: str, block: Block, before: tuple[Block, ...]) -> Iterator[str]:
    is_second = any((b.kind, b.argument) == (block.kind, block.argument) for b in before)
    if block.kind == "findings":
        if is_second or page not in SUBJECTS or block.argument:
            yield "stands once in a chapter, and nowhere else"
        elif not isinstance(block.content, list) or not block.content:
            yield "holds no list of findings; “- id: …” is right"
    elif is_second:
        yield f"stands twice on this page; {{exhibit}}`{block.argument}` names it again"
    elif block.content and (at := home(block.argument)) != page:
        right = f"chapters/{at}.md" if at else "the chapter that its id names; this one names none"
        yield f"its words stand once, in {right}"
