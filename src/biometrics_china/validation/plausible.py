"""What no single cell can show: days that cannot be, rows that stand twice, references to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from biometrics_china.codebook.forms import has_form
from biometrics_china.validation.model import Checked, Problem, Sheet, quote

#: the book tells of nothing before the first criminal procedure law of the People's Republic
EARLIEST = "1979"
#: years after the day of the version in which a planned day may lie
AHEAD = 10

#: an id as most tables write it, a short prefix and a number, standing alone in a text
ID = re.compile(r"(?<![\w/.-])([a-z]{2,4}(?:-[a-z])?-?)(\d{2,4})(?![\w/.-])")
#: an item of a list that names a row of a table
ITEM = re.compile(r"[a-z_]{4,}/[a-z0-9-]+")


def day_of(root: Path) -> str:
    """Return the day of the version from `metadata.yml` beside a data folder, or an empty text."""
    path = root.parent / "metadata.yml"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = re.search(r'^date: *"?(\d{4}-\d{2}-\d{2})', text, re.MULTILINE)
    return found[1] if found else ""


def problems(sheet: Sheet, checked: Checked) -> Iterator[Problem]:
    """Yield days outside the life of what is told, rows that stand twice, and dangling mentions."""
    yield from _days(sheet, checked)
    yield from _twice(sheet)
    yield from _mentions(sheet, checked)


def _days(sheet: Sheet, checked: Checked) -> Iterator[Problem]:
    dated = [f for f in sheet.table.fields if "date" in f.form]
    sources = _dates_of_sources(checked) if "source_id" in sheet.table.columns else {}
    for described in dated:
        name, where = described.name, described.planned_where.items()
        for number, row in enumerate(sheet.rows):
            if not (day := row[name]) or not has_form(day, described.form):
                continue
            source = sources.get(row.get("source_id", ""))
            may_come = described.planned or any(row[other] in values for other, values in where)
            if text := _impossible(day, checked.day, source, may_come):
                yield sheet.problem(number, name, text)


def _impossible(day: str, last: str, source: tuple[str, str] | None, may_come: bool) -> str:
    """Say why a day cannot be; two partial dates are compared as far as both go."""
    if day < EARLIEST:
        return f"{quote(day)} is before {EARLIEST}, when what is told begins; a later day is right"
    if last and may_come:
        end = f"{int(last[:4]) + AHEAD}"
        return f"{quote(day)} is after {end}; an earlier day is right" if day[:4] > end else ""
    if last and day[: len(last)] > last[: len(day)]:
        return f"{quote(day)} is after the day of this version, {last}; an earlier day is right"
    if source and not may_come and day[: len(source[1])] > source[1][: len(day)]:
        text = f"{quote(day)} is after {source[1]}, the day of its source {source[0]}"
        return f"{text}; at most that is right"
    return ""


@lru_cache(maxsize=1)
def _dates_of_sources(checked: Checked) -> dict[str, tuple[str, str]]:
    sheet = checked.sheets.get("sources")
    rows = sheet.rows if sheet and "date" in sheet.table.columns else []
    form = "partial-date"
    return {r["id"]: (r["id"], r["date"]) for r in rows if r["date"] and has_form(r["date"], form)}


def _twice(sheet: Sheet) -> Iterator[Problem]:
    """Yield the rows that say what an earlier one says, under another id."""
    names = [name for name in sheet.table.columns if name not in ("id", "note")]
    first: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(sheet.rows):
        before = first.setdefault(tuple([row[name] for name in names]), number)
        if before != number and row.get("id") != (other := sheet.rows[before].get("id")):
            text = f"this row says what {other} in {sheet.line(before)} says; one row is right"
            yield sheet.problem(number, "id", text)


def _mentions(sheet: Sheet, checked: Checked) -> Iterator[Problem]:
    """Yield ids in free text, and items such as ``table/id``, that name a row which is not there."""
    prefixes, ids = _ids(checked)
    for described in sheet.table.fields:
        name, cells = described.name, sheet.column(described.name)
        is_code = described.vocabulary or described.refers_to or described.names or name == "id"
        if is_code or "reference" in described.lets:
            continue
        if described.type == "list":
            for number, cell in enumerate(cells):
                for item in described.items(cell) if "/" in cell else ():
                    if ITEM.fullmatch(item) and item not in ids:
                        text = f"{quote(item)} is no row of a table; table/id of one is right"
                        yield sheet.problem(number, name, text)
        elif ID.search("\n".join(cells)):
            for number, cell in enumerate(cells):
                for found in ID.finditer(cell):
                    if found[1] in prefixes and found[0] not in ids:
                        text = (
                            f"{quote(found[0])} looks like an id and is none; one that is is right"
                        )
                        yield sheet.problem(number, name, text)


@lru_cache(maxsize=1)
def _ids(checked: Checked) -> tuple[set[str], set[str]]:
    """Return how ids of the package begin, and all ids, alone and behind their table."""
    ids = [(name, row_id) for name, s in checked.sheets.items() for row_id in s.column("id")]
    prefixes = {found[1] for _, row_id in ids if (found := ID.fullmatch(row_id))}
    return prefixes, {i for name, row_id in ids for i in (row_id, f"{name}/{row_id}")}
