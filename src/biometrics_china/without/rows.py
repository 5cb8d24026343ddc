"""Which rows of the data fall when sources are left out, and the tables without them.

A row falls where a field that names its sources has none left; with a field of several sources it stays
as long as one of them stays. What points to a row that fell, by id, falls with it where the codebook
requires the pointer; elsewhere the cell is emptied, and a list loses the item.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from biometrics_china import observing, provenance, tables
from biometrics_china.codebook import Field
from biometrics_china.traced import Number

#: table and id of a row
Row = tuple[str, str]
#: table → ids of rows
Fallen = dict[str, frozenset[str]]

#: tables that say which body is meant and state nothing of it that a finding counts
NAMES = {"entities"}
#: a source that carries nothing of the row: where an answer to it was read
BESIDE = {"answer_source_id"}


def fallen(sources: Iterable[str]) -> Fallen:
    """Return the rows that fall when these sources are left out, by table."""
    left_out = frozenset(sources)
    found = {
        row
        for source in left_out
        for row, named in _rows_of().get(source, ())
        if left_out.issuperset(named)
    }
    waiting = list(found)
    while waiting:
        for row in _required_by().get(waiting.pop(), ()):
            if row not in found:
                found.add(row)
                waiting.append(row)
    by_table = defaultdict(set)
    for table, row_id in found:
        by_table[table].add(row_id)
    return {table: frozenset(by_table[table]) for table in sorted(by_table)}


def frames(gone: Fallen) -> dict[str, pd.DataFrame]:
    """Return the tables that change when these rows fall, as they are then."""
    found = {}
    for table, ids in gone.items():
        frame = tables.load(table)
        found[table] = frame[~frame["id"].isin(ids)].reset_index(drop=True)
    pointers = {
        p for table, ids in gone.items() for i in ids for p in _pointed_by().get((table, i), ())
    }
    for table, name in sorted(pointers):
        frame = found[table] if table in found else tables.load(table)
        field = next(f for f in _pointers(table) if f.name == name)
        found[table] = frame.assign(**{name: _emptied(frame[name], field, gone)})
    return found


def of_number(number: Number) -> frozenset[Row]:
    """Return the rows that a number is made of, each looked for first in the tables of its number."""
    return frozenset(
        next((table, row_id) for table in (*number.tables, *_tables()) if row_id in _ids(table))
        for row_id in number.rows
    )


@observing.kept
def _ids(table: str) -> frozenset[str]:
    return frozenset(map(str, tables.load(table)["id"]))


def _emptied(cells: pd.Series, field: Field, gone: Fallen) -> pd.Series:
    """Return the cells of a field without what points to a row that fell."""
    table = field.refers_to.partition(".")[0]
    if field.type != "list":
        return cells.mask(cells.isin(gone[table]))
    kept = [tuple(item for item in cell if not _is_gone(item, table, gone)) for cell in cells]
    return pd.Series(kept, dtype="object", index=cells.index)


def _is_gone(item: str, table: str, gone: Fallen) -> bool:
    named, row_id = _row(item, table)
    return row_id in gone.get(named, ())


def _row(item: str, table: str) -> Row:
    """Return the row that an item of a list points to: an id in a table, or ``table/row``."""
    if table:
        return table, item
    named, _, row_id = item.partition("/")
    return named, row_id


@observing.kept
def _tables() -> tuple[str, ...]:
    """Return the tables of facts."""
    return tuple(name for name in tables.names() if name not in provenance.ABOUT_FACTS)


@observing.kept
def _pointers(table: str) -> tuple[Field, ...]:
    """Return the fields whose values are ids of rows, or rows as ``table/row``."""
    facts = {f"{name}.id" for name in _tables()}
    frame = tables.load(table)
    return tuple(
        field
        for field in tables.package().table(table).fields
        if field.refers_to in facts or (field.type == "list" and _names_rows(frame[field.name]))
    )


def _names_rows(cells: pd.Series) -> bool:
    """Return whether the items of a list are rows of the data, written ``table/row``."""
    items = [item for cell in cells for item in cell]
    return bool(items) and all(item.partition("/")[0] in _tables() for item in items)


@observing.kept
def _required_by() -> dict[Row, list[Row]]:
    """Return row → rows that cannot be without it: their pointer to it is required.

    A list that is required loses items and stays: what it leads to is looked at by the analysis.
    """
    found: dict[Row, list[Row]] = defaultdict(list)
    for table, field, row_id, target in _points():
        if field.type != "list" and field.constraints.get("required"):
            found[target].append((table, row_id))
    return found


@observing.kept
def _pointed_by() -> dict[Row, set[tuple[str, str]]]:
    """Return row → tables and fields that point to it, where the pointer can be left empty."""
    found: dict[Row, set[tuple[str, str]]] = defaultdict(set)
    for table, field, _, target in _points():
        if field.type == "list" or not field.constraints.get("required"):
            found[target].add((table, field.name))
    return found


def _points() -> Iterator[tuple[str, Field, str, Row]]:
    """Yield table, field and id of each row that points to another, and that one."""
    for table in _tables():
        frame = tables.load(table)
        for field in _pointers(table):
            target = field.refers_to.partition(".")[0]
            for row_id, cell in zip(frame["id"], frame[field.name], strict=True):
                for item in _items(cell):
                    yield table, field, str(row_id), _row(item, target)


@observing.kept
def _rows_of() -> dict[str, list[tuple[Row, frozenset[str]]]]:
    """Return source → rows that name it, each with all sources of that field."""
    found: dict[str, list[tuple[Row, frozenset[str]]]] = defaultdict(list)
    for table in _tables():
        frame = tables.load(table)
        for name in () if table in NAMES else _source_fields(frame):
            for row_id, cell in zip(frame["id"], frame[name], strict=True):
                named = frozenset(_items(cell))
                for source in named:
                    found[source].append(((table, str(row_id)), named))
    return found


def _source_fields(frame: pd.DataFrame) -> list[str]:
    return [
        c for c in map(str, frame) if c.endswith(("source_id", "source_ids")) and c not in BESIDE
    ]


def _items(cell: Any) -> tuple[str, ...]:
    if isinstance(cell, tuple):
        return cell
    return (str(cell),) if pd.notna(cell) else ()
