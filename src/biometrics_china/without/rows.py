"""Which rows of the data fall when sources are left out, and the tables without them.

A row falls where a field that names its sources has none left; with a field of several sources it stays
as long as one of them stays. What points to a row that fell, by id, falls with it where the codebook
requires the pointer; elsewhere the cell is emptied, and a list loses the item.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property

import pandas as pd

from biometrics_china import tables
from biometrics_china.codebook import Field
from biometrics_china.traced import Number
from biometrics_china.without import pointers
from biometrics_china.without.pointers import Row, facts

#: table → ids of rows
Fallen = dict[str, frozenset[str]]
#: what a table loses: ids of rows, and fields with rows that they no longer point to
Change = tuple[frozenset[str], frozenset[tuple[str, Row]]]

#: tables that say which body is meant and state nothing of it that a finding counts
NAMES = {"entities"}
#: a source that carries nothing of the row: where an answer to it was read
BESIDE = {"answer_source_id"}


class Rows:
    """The rows of some tables, and of those that they point to; of other tables nothing is read."""

    def __init__(self, names: Iterable[str]) -> None:
        known, waiting = facts(), [*names]
        found: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name in known and name not in found:
                found.add(name)
                waiting += {target for _, _, (target, _) in pointers.points(name)}
        self.tables = tuple(name for name in known if name in found)
        self._frames: dict[tuple[str, Change], pd.DataFrame] = {}

    def fallen(self, sources: Iterable[str]) -> Fallen:
        """Return the rows that fall when these sources are left out, by table."""
        left_out = frozenset(sources)
        found = {
            row
            for source in left_out
            for row, named in self._rows_of.get(source, ())
            if left_out.issuperset(named)
        }
        waiting = list(found)
        while waiting:
            for row in self._required_by.get(waiting.pop(), ()):
                if row not in found:
                    found.add(row)
                    waiting.append(row)
        by_table = defaultdict(set)
        for table, row_id in found:
            by_table[table].add(row_id)
        return {table: frozenset(by_table[table]) for table in sorted(by_table)}

    def changes(self, gone: Fallen) -> dict[str, Change]:
        """Return what each table loses when these rows fall: rows, and what others point to."""
        emptied: dict[str, set[tuple[str, Row]]] = {table: set() for table in gone}
        for table, ids in gone.items():
            for row in ((table, i) for i in ids):
                for other, field in self._pointed_by.get(row, ()):
                    emptied.setdefault(other, set()).add((field, row))
        return {t: (gone.get(t, frozenset()), frozenset(e)) for t, e in sorted(emptied.items())}

    def frames(self, changes: dict[str, Change]) -> dict[str, pd.DataFrame]:
        """Return the tables that change, as they are then."""
        return {table: self._frame(table, change) for table, change in changes.items()}

    def _frame(self, table: str, change: Change) -> pd.DataFrame:
        if (table, change) not in self._frames:
            ids, emptied = change
            frame = tables.load(table)
            frame = frame[~frame["id"].isin(ids)].reset_index(drop=True) if ids else frame
            fields = {field.name: field for field in facts()[table].fields}
            for name in sorted({name for name, _ in emptied}):
                gone = {row for field, row in emptied if field == name}
                frame = frame.assign(**{name: _emptied(frame[name], fields[name], gone)})
            self._frames[table, change] = frame
        return self._frames[table, change]

    def of_number(self, number: Number) -> frozenset[Row]:
        """Return the rows that a number is made of, each looked for first in its own tables."""
        places = (*number.tables, *self.tables)
        return frozenset(
            next((table, row_id) for table in places if row_id in self._ids.get(table, ()))
            for row_id in number.rows
        )

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(row["id"] for row in pointers.rows(name)) for name in self.tables}

    @cached_property
    def _required_by(self) -> dict[Row, list[Row]]:
        """Return row → rows that cannot be without it: their pointer to it is required.

        A list that is required loses items and stays: what it leads to is looked at by the analysis.
        """
        found: dict[Row, list[Row]] = defaultdict(list)
        for table in self.tables:
            for field, row_id, target in pointers.points(table):
                if not pointers.can_be_emptied(field):
                    found[target].append((table, row_id))
        return found

    @cached_property
    def _pointed_by(self) -> dict[Row, set[tuple[str, str]]]:
        """Return row → tables and fields that point to it, where the pointer can be left empty."""
        found: dict[Row, set[tuple[str, str]]] = defaultdict(set)
        for table in self.tables:
            for field, _, target in pointers.points(table):
                if pointers.can_be_emptied(field):
                    found[target].add((table, field.name))
        return found

    @cached_property
    def _rows_of(self) -> dict[str, list[tuple[Row, frozenset[str]]]]:
        """Return source → rows that name it, each with all sources of that field."""
        found: dict[str, list[tuple[Row, frozenset[str]]]] = defaultdict(list)
        for name in (name for name in self.tables if name not in NAMES):
            for field in filter(_names_sources, facts()[name].fields):
                for row in pointers.rows(name):
                    named = frozenset(pointers.items(row[field.name], field))
                    for source in named:
                        found[source].append(((name, row["id"]), named))
        return found


@cache
def every() -> Rows:
    """Return the rows of all tables of facts."""
    return Rows(facts())


def _names_sources(field: Field) -> bool:
    return field.name.endswith(("source_id", "source_ids")) and field.name not in BESIDE


def _emptied(cells: pd.Series, field: Field, gone: set[Row]) -> pd.Series:
    """Return the cells of a field without what points to a row that fell."""
    table = field.refers_to.partition(".")[0]
    if field.type != "list":
        return cells.mask(cells.isin([row_id for _, row_id in gone]))
    kept = [
        tuple(item for item in cell if ((table, item) if table else pointers.row(item)) not in gone)
        for cell in cells
    ]
    return pd.Series(kept, dtype="object", index=cells.index)
