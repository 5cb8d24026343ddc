"""What the book says, as plain text: one line each, kept beside the chapters.

`git diff` of these files shows what a change moves, and versions are compared by them, without
computing anything. A line is a kind, an id and fields, with tabs between: ``number`` (text, value,
meaning, tables), ``finding`` (grade, ``front`` or nothing, numbers, text), ``without`` (what the
finding comes to without each of its sources), ``exhibit`` (label, tables, SHA-256 of frame and of
drawing, title), ``caption``, ``line``, ``note``, ``alt``, ``narrow`` (SHA-256 of the drawing for
narrow screens), ``shows`` (kind of uncertainty), ``marks`` (how many are named, SHA-256 of names and
places), ``row`` (the printed cells of a table, in order) and ``holds`` (predicate, what it checks,
words).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from biometrics_china import claims, digests, exhibits, made, manuscript
from biometrics_china.templates import placeholders
from biometrics_china.traced import Number

Json = dict[str, Any]

FOLDER = "chapters/said"


def text(page: str, holds: Mapping[str, str]) -> str:
    """Return what a chapter says; `holds` gives what each of its predicates checks."""
    lines: list[tuple[str, ...]] = []
    if page in exhibits.SUBJECTS:
        lines += (_number(n) for n in exhibits.numbers_of(page).values())
        lines += (_finding(claim) for claim in claims.of_subject(page))
        from biometrics_china.without import lines as without  # its words make no chapter stale

        lines += (("without", c.id, without.plain(c)) for c in claims.of_subject(page))
        lines += (line for e in exhibits.of_subject(page) for line in _exhibit(e.id))
    lines += (("holds", g.predicate, holds[g.predicate], g.words) for g in manuscript.guards(page))
    return "".join("\t".join(" ".join(f.split()) for f in line) + "\n" for line in lines)


def _number(number: Number) -> tuple[str, ...]:
    # real numbers keep ten digits: the last ones depend on the processor
    value = f"{number.value:.10g}" if isinstance(number.value, float) else str(number.value)
    return "number", number.id, number.text, value, number.meaning, ";".join(number.tables)


def _finding(claim: claims.Claim) -> tuple[str, ...]:
    front = "front" if claim.is_front_page else ""
    used = ";".join(
        f"{claim.subject}.{name}" for name in placeholders(manuscript.plain(claim.sentence))
    )
    return "finding", claim.id, claim.grade, front, used, claim.text


def _exhibit(exhibit_id: str) -> Iterator[tuple[str, ...]]:
    _, label, exhibit = exhibits.get(exhibit_id)
    one = made.of(exhibit_id)
    files = one.digests()
    tables = ";".join(one.tables)
    yield (
        "exhibit", exhibit_id, label, tables, files["csv"], files.get("svg", ""), exhibit.title
    )  # fmt: skip
    yield "caption", exhibit_id, exhibits.caption(exhibit_id)
    if exhibit.line:
        yield "line", exhibit_id, exhibits.line(exhibit_id)
    if exhibit.note:
        yield "note", exhibit_id, exhibits.note(exhibit_id)
    if exhibit.draw:
        yield "alt", exhibit_id, exhibits.alt_text(exhibit_id)
    yield "shows", exhibit_id, exhibit.interval
    if exhibit.draw:
        yield "narrow", exhibit_id, digests.of_bytes(one.files["narrow.svg"])
    if one.marks:
        yield "marks", exhibit_id, str(len(one.marks)), digests.of_facts([*map(asdict, one.marks)])
    yield from (("row", exhibit_id, *row) for row in one.rows)


def read(root: Path) -> dict[str, str]:
    """Return page → what it says, as stored in a checkout."""
    return {p.stem: p.read_text(encoding="utf-8") for p in sorted((root / FOLDER).glob("*.txt"))}


def parse(pages: Mapping[str, str]) -> Json:
    """Return `numbers`, `claims` and `exhibits` by lasting id, as a snapshot holds them.

    Raises ValueError for a line of an unknown kind.
    """
    found: Json = {"numbers": {}, "claims": {}, "exhibits": {}}
    for page in sorted(pages, key=_place):
        for line in pages[page].splitlines():
            kind, name, *fields = line.split("\t")
            _PARSERS[kind](found, page, name, fields)
    return found


def tables_of(exhibit_id: str, root: Path) -> tuple[str, ...] | None:
    """Return the tables behind an exhibit, as stored in a checkout; None for an unknown one."""
    for content in read(root).values():
        found = re.search(rf"^exhibit\t{re.escape(exhibit_id)}\t[^\t]*\t([^\t]*)\t", content, re.M)
        if found:
            return tuple(filter(None, found[1].split(";")))
    return None


def _place(page: str) -> tuple[int, str]:
    known = exhibits.SUBJECTS
    return (known.index(page) if page in known else len(known), page)


def _parse_number(found: Json, page: str, name: str, fields: list[str]) -> None:
    del page
    text_, value, meaning, tables = fields
    found["numbers"][name] = {
        "value": _scalar(value),
        "text": text_,
        "meaning": meaning,
        "tables": tables.split(";") if tables else [],
    }


def _scalar(value: str) -> int | float | str:
    for kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            continue
    return value


def _parse_finding(found: Json, page: str, name: str, fields: list[str]) -> None:
    del page
    grade, front, used, words = fields
    numbers = used.split(";") if used else []
    found["claims"][name] = {
        "text": words, "grade": grade, "is_front_page": bool(front), "numbers": numbers
    }  # fmt: skip


def _parse_exhibit(found: Json, page: str, name: str, fields: list[str]) -> None:
    label, _, csv, svg, title = fields
    said = {"subject": page, "label": label, "title": title, "caption": "", "csv": csv}
    found["exhibits"][name] = said | ({"svg": svg} if svg else {})


def _parse_caption(found: Json, page: str, name: str, fields: list[str]) -> None:
    del page
    found["exhibits"][name]["caption"] = fields[0]


def _skip(found: Json, page: str, name: str, fields: list[str]) -> None:
    """Pass over what the digests and the sentences of a snapshot cover already."""


_PARSERS = {
    "number": _parse_number,
    "finding": _parse_finding,
    "exhibit": _parse_exhibit,
    "caption": _parse_caption,
    **dict.fromkeys(("line", "note", "alt", "narrow", "shows", "marks", "row"), _skip),
    **dict.fromkeys(("holds", "without"), _skip),
}
