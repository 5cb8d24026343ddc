"""The rows that a finding stands on: those of its tables that were read and meet its conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from biometrics_china.codebook import Table
from biometrics_china.validation.model import Row, Sheet, was_read

Sheets = dict[str, Sheet]


def rows(sheets: Sheets, tables: Iterable[str], conditions: Sequence[str]) -> dict[str, list[Row]]:
    """Return for each table the rows that were read and meet the conditions.

    A condition is ``table.field=value``; of those on one field of a table, one must hold. A table
    that points to one with conditions keeps the rows that point to those that are left there. A table
    that names no source leans on those that it points to, and of these the rows it points to are kept.
    """
    found = {name: chosen(sheets[name], conditions) for name in tables if name in sheets}
    narrowed = {parts(condition)[0] for condition in conditions} & found.keys()
    for name in found:
        for other, key, fields in _pointers(sheets[name].table, sorted(narrowed)):
            left = {row[key] for row in found[other]}
            found[name] = [r for r in found[name] if left & _pointed_to(r, fields)]
    for name in found:
        table = sheets[name].table
        for other, key, fields in _pointers(table, found) if not _has_sources(table) else ():
            pointed_to = set().union(*(_pointed_to(row, fields) for row in found[name]))
            found[other] = [row for row in found[other] if row[key] in pointed_to]
    return {name: [row for row in kept if was_read(row)] for name, kept in found.items()}


def _has_sources(table: Table) -> bool:
    return any(field.name == "source_id" for field in table.fields)


def _pointers(table: Table, names: Iterable[str]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each other of these tables that a table points to, the key there, and the fields."""
    for other in names:
        to = {f.refers_to for f in table.fields if f.refers_to.partition(".")[0] == other}
        for target in sorted(to) if other != table.name else ():
            fields = [f.name for f in table.fields if f.refers_to == target]
            yield other, target.partition(".")[2], fields


def _pointed_to(row: Row, fields: Iterable[str]) -> set[str]:
    return {item for field in fields for item in row[field].split(";") if item}


def chosen(sheet: Sheet, conditions: Iterable[str]) -> list[Row]:
    """Return the rows of a sheet that meet the conditions on it; other conditions say nothing."""
    wanted: dict[str, set[str]] = {}
    for condition in conditions:
        table, field, value = parts(condition)
        if table == sheet.table.name:
            wanted.setdefault(field, set()).add(value)
    return [
        row
        for row in sheet.rows
        if all(values & set(row.get(field, "").split(";")) for field, values in wanted.items())
    ]


def parts(condition: str) -> tuple[str, str, str]:
    """Return table, field and value of a condition; empty text for what it lacks."""
    place, _, value = condition.partition("=")
    table, _, field = place.partition(".")
    return table, field, value
