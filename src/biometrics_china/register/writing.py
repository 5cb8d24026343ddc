"""Answers written as text, CSV, JSON or Markdown, one after the other as they are found."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, Generic, TypeVar

from biometrics_china.register import opening, safe, summary
from biometrics_china.register.answers import (
    CAUTION,
    COLUMNS,
    OLD,
    Asked,
    Register,
    as_json,
    is_whole,
    meaning,
    rows,
)
from biometrics_china.register.match import Hit
from biometrics_china.register.summary import Section

#: a part of a document, such as `heading`, and its words
Part = tuple[str, str]
Json = dict[str, Any]
Item = TypeVar("Item")

_TEXT = {
    "name": "{}: ",
    "title": "",
    "verdict": "{}\n",
    "body": "\n{}\n",
    "line": "  {}\n",
    "heading": "  {}\n",
    "item": "    {}\n",
    "end": "\n",
    "note": "{}\n",
    "list": "  {}\n",
}
_MARKDOWN = {
    "name": "\n# {}\n\n",
    "title": "\n# {}\n\n",
    "verdict": "**{}**\n",
    "body": "\n## {}\n",
    "line": "\n{}\n",
    "heading": "\n### {}\n\n",
    "item": "- {}\n",
    "end": "\n---\n",
    "note": "\n{}\n",
    "list": "- {}\n",
}
STYLES = {"text": _TEXT, "md": _MARKDOWN}
FORMATS = ("text", "csv", "json", "md")


@dataclass(frozen=True)
class Shape(Generic[Item]):
    """How items of one kind are written.

    `rows`, with `columns`, are for CSV, `as_json` for JSON, `parts` for text and Markdown; `about` and
    `foot` say what the items rest on.
    """

    columns: Iterable[str]
    rows: Callable[[Item], Iterable[Json]]
    as_json: Callable[[Item], Json]
    parts: Callable[[Item], Iterable[Part]]
    about: Json
    foot: Iterable[Part]


def answers(register: Register) -> Shape[Asked]:
    """Return how answers of a register are written."""
    return Shape(
        COLUMNS,
        lambda asked: rows(asked, register),
        lambda asked: as_json(asked, register),
        lambda asked: _parts(asked, register),
        about(register),
        tuple(edition(register)),
    )


def write(form: str, items: Iterable[Item], shape: Shape[Item]) -> Iterator[str]:
    """Yield items in one of the `FORMATS`, each as soon as it is there."""
    if form in STYLES:
        return _document(STYLES[form], items, shape)
    return _csv(items, shape) if form == "csv" else _json_text(items, shape)


def _document(style: Mapping[str, str], items: Iterable[Item], shape: Shape[Item]) -> Iterator[str]:
    escape = safe.marked if style is _MARKDOWN else safe.visible
    for kind, words in chain(chain.from_iterable(map(shape.parts, items)), shape.foot):
        yield style[kind].format(escape(words))


def _csv(items: Iterable[Item], shape: Shape[Item]) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(shape.columns), lineterminator="\n")
    writer.writeheader()
    for item in items:
        for row in shape.rows(item):
            writer.writerow({column: safe.cell(value) for column, value in row.items()})
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def _json_text(items: Iterable[Item], shape: Shape[Item]) -> Iterator[str]:
    """Yield one JSON object, each item on a line of its own."""
    yield f'{{"register": {_json(shape.about)},\n"answers": ['
    before = "\n"
    for item in items:
        yield before + _json(shape.as_json(item))
        before = ",\n"
    yield "\n]}\n"


def about(register: Register) -> Json:
    """Return what answers rest on: version, hour, caution, and the lists as they were read."""
    return {
        "version": register.version,
        "date": register.date,
        "asked_at": register.asked_at.isoformat(timespec="minutes"),
        "caution": CAUTION,
        "old": register.age,
        "partly": register.index.partly,
        **{section.kind: section.lines for section in summary.shared(register.index)},
        "lists": [{**e, "is_old": register.is_old(e)} for e in register.index.editions],
    }


def _json(value: object) -> str:
    return safe.escaped(json.dumps(value, ensure_ascii=False))


def _parts(asked: Asked, register: Register) -> Iterator[Part]:
    yield "title", asked.answer.query
    yield "verdict", opening.said(asked.answer, register.index)
    if register.age:
        yield "line", register.age
    if asked.answer.verdict == "none":
        yield from _sections(summary.in_part(register.index))
    if asked.answer.verdict != "named":  # else the answer on the body says so
        yield from (
            ("line", sign) for sign in summary.typed_says(register.index, asked.answer.query)
        )
    for hit in asked.answer.hits:
        yield from _body(asked, hit, register)
    yield "end", ""


def _body(asked: Asked, hit: Hit, register: Register) -> Iterator[Part]:
    """Yield what is said of a body: the whole answer, or how it stands on lists."""
    index = register.index
    yield "body", f"{index.shown[hit.id]} [{hit.id}]"
    yield "line", meaning(asked.answer, hit)
    if is_whole(hit):
        yield from _sections(summary.about(index, hit.id))
        yield from _sections(summary.records(index, hit.id))
        return
    yield from (("item", line) for line in index.standing.get(hit.id, ()))
    yield "line", f"records: {len(index.records.get(hit.id, []))}"


def _sections(found: Iterable[Section]) -> Iterator[Part]:
    for section in found:
        yield "heading", section.heading
        yield from (("item", line) for line in section.lines)


def edition(register: Register) -> Iterator[Part]:
    """Yield what goes with every answer: next steps, version, hour, lists as they were read."""
    yield from _sections(summary.shared(register.index))
    yield "end", ""
    yield "note", CAUTION
    asked_at = f"{register.asked_at:%Y-%m-%d %H:%M %Z}".strip()
    yield "note", f"Register {register.version} of {register.date}, asked on {asked_at}."
    editions = sorted(register.index.editions, key=lambda e: e["read_to"], reverse=True)
    yield (
        "note",
        f"Official lists, and the day up to which each was read{_age(editions, register)}:",
    )
    for read in editions:
        day = (read["read_to"] or "not known") + " (old)" * register.is_old(read)
        yield "list", f"{day}: {read['name']} ({read['country']}), {read['edition']}"


def _age(editions: Iterable[dict[str, str]], register: Register) -> str:
    """Return what to do about lists that were read long ago, if there are any."""
    if not any(map(register.is_old, editions)):
        return ""
    return f" (old: more than {OLD} days ago; look at the official list)"
