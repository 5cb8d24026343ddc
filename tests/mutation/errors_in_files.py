"""Errors in rows and whole files: what becomes of the records of a table, the header first."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from random import Random

from biometrics_china.codebook import Table

Records = list[list[str]]
Make = Callable[[Random, Records, Table], Records | bytes | None]


def as_bytes(records: Records) -> bytes:
    made = io.StringIO(newline="")
    csv.writer(made, lineterminator="\n").writerows(records)
    return made.getvalue().encode()


def _row(rng: Random, records: Records, where: Callable[[list[str]], object]) -> list[str] | None:
    rows = [r for r in records[1:] if where(r)]
    return rng.choice(rows) if rows else None


def duplicated_row(rng: Random, records: Records, _: Table) -> Records | None:
    row = _row(rng, records, bool)
    return row and [*records, [f"{row[0]}-again", *row[1:]]]


def deleted_row(rng: Random, records: Records, _: Table) -> Records | None:
    row = _row(rng, records, bool)
    return row and [r for r in records if r is not row]


def reordered_rows(rng: Random, records: Records, _: Table) -> Records | None:
    if len(records) < 3:
        return None
    i = rng.randrange(1, len(records) - 1)
    return [*records[:i], records[i + 1], records[i], *records[i + 2 :]]


def renamed_id(rng: Random, records: Records, _: Table) -> Records | None:
    row = _row(rng, records, bool)
    return row and [[f"{r[0]}-b", *r[1:]] if r is row else r for r in records]


def duplicated_id(rng: Random, records: Records, _: Table) -> Records | None:
    if len(records) < 3:
        return None
    one, other = rng.sample(records[1:], 2)
    return [[other[0], *r[1:]] if r is one else r for r in records]


def shifted_cells(rng: Random, records: Records, _: Table) -> Records | None:
    row, i = _row(rng, records, bool), rng.randrange(1, len(records[0]) - 1)
    made = row and [*row[:i], "", *row[i:-1]]
    return [made if r is row else r for r in records] if made and made != row else None


def swapped(*wanted: str) -> Make:
    """Swap the cells that two rows have in a column of one of these names or types."""

    def make(rng: Random, records: Records, table: Table) -> Records | None:
        places = [n for n, f in enumerate(table.fields) if f.name in wanted or f.type in wanted]
        if not places or len(records) < 3:
            return None
        i = rng.choice(places)
        one, other = rng.sample(records[1:], 2)
        if one[i] == other[i] or not (one[i] and other[i]):
            return None
        cells = {id(one): other[i], id(other): one[i]}
        return [[*r[:i], cells.get(id(r), r[i]), *r[i + 1 :]] for r in records]

    return make


def between(change: Callable[[str, str], tuple[str, str]], *, dates: bool | None) -> Make:
    """Change the two cells of a rule on order in one row."""

    def make(rng: Random, records: Records, table: Table) -> Records | None:
        forms = {f.name: f.form for f in table.fields}
        rules = [(f.name, high) for f in table.fields for high in f.at_most]
        rules = [r for r in rules if dates is None or ("date" in forms[r[0]]) == dates]
        if not rules:
            return None
        a, b = (table.columns.index(name) for name in rng.choice(rules))
        row = _row(rng, records, lambda r: r[a] and r[b] and r[a][:4] != r[b][:4])
        if not row:
            return None
        made = list(row)
        made[a], made[b] = change(row[a], row[b])
        return [made if r is row else r for r in records]

    return make


def beyond(_: str, high: str) -> tuple[str, str]:
    """Return a lower value that lies far above the upper one."""
    return f"{float(high) * 3 + 1:.0f}", high


def truncated(rng: Random, records: Records, _: Table) -> Records | None:
    return records[: rng.randrange(2, len(records))] if len(records) > 3 else None


def midbyte(rng: Random, records: Records, _: Table) -> bytes | None:
    raw = as_bytes(records)
    places = [i for i, b in enumerate(raw) if b >= 0xC0] or [len(raw) - 3]
    return raw[: rng.choice(places) + 1]


def columns(rng: Random, records: Records, _: Table) -> Records | None:
    i = rng.randrange(1, len(records[0]) - 1)
    return [[*r[:i], r[i + 1], r[i], *r[i + 2 :]] for r in records]


def headers(rng: Random, records: Records, _: Table) -> Records | None:
    return [columns(rng, records[:1], _)[0], *records[1:]]


def dropped(rng: Random, records: Records, _: Table) -> Records | None:
    i = rng.randrange(1, len(records[0]))
    return [r[:i] + r[i + 1 :] for r in records]


def latin1(_rng: Random, records: Records, _: Table) -> bytes | None:
    made = as_bytes(records).decode().encode("latin-1", "replace")
    return made if any(b > 127 for b in made) else None


#: kind of error → how it is made
FILES: dict[str, Make] = {
    "row twice under two ids": duplicated_row,
    "row deleted": deleted_row,
    "rows in another order": reordered_rows,
    "id renamed": renamed_id,
    "id twice": duplicated_id,
    "cells shifted in a row": shifted_cells,
    "locators of two rows swapped": swapped("locator"),
    "numbers of two rows swapped": swapped("integer", "number"),
    "bounds swapped": between(lambda a, b: (b, a), dates=None),
    "days in the wrong order": between(lambda a, b: (b, a), dates=True),
    "value outside its bounds": between(beyond, dates=False),
    "all rows gone": lambda _, records, __: records[:1],
    "file cut off after a row": truncated,
    "file cut off inside a row": midbyte,
    "columns in another order": columns,
    "two headings swapped": headers,
    "column gone": dropped,
    "file in Latin-1": latin1,
    "line ends of Windows": lambda _, records, __: as_bytes(records).replace(b"\n", b"\r\n"),
    "byte order mark": lambda _, records, __: b"\xef\xbb\xbf" + as_bytes(records),
}
