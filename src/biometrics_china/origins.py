"""Values that know where they come from: the rows of the data, and how they are made of them.

An analysis hands over the frame with the value, and ids come out of the frame; none is typed. What is
made in a way that has a name here (a count, a field, a sum, a share) is made here, and a test makes it
again from exactly the rows that it names.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from biometrics_china.codebook import labels
from biometrics_china.counts import many
from biometrics_china.traced import Origin as Origin

if TYPE_CHECKING:
    import pandas as pd

#: rows: a frame with a column or an index `id`, a row of one, an id, or several of these
Rows = Any


#: where no row is picked: a value over whole tables
ALL = Origin(None, (), "all rows of the tables below", "tables")


def ids(rows: Rows) -> tuple[str, ...]:
    """Return the ids of rows, each once, in their order. Raises ValueError where there are none."""
    import pandas as pd  # slow to import, so only where rows are named

    found: list[str] = []
    if isinstance(rows, str):
        found = [rows]
    elif isinstance(rows, Origin):
        found = [*rows.rows]
    elif isinstance(rows, pd.DataFrame):
        if "id" not in rows and rows.index.name != "id":
            raise ValueError(f"rows without ids: {', '.join(map(str, rows))}")
        found = [str(i) for i in rows.get("id", rows.index)]
    elif isinstance(rows, pd.Series):
        found = [str(rows.get("id", rows.name))]
    elif isinstance(rows, Mapping):
        found = [str(rows["id"])] if "id" in rows else [*map(str, rows)]
    else:
        found = [i for row in rows for i in ids(row)]
    return tuple(dict.fromkeys(found))


def of(value: Any, *rows: Rows, how: str = "") -> Origin:
    """Return a value that an analysis made of rows, in the way that `how` says."""
    return Origin(value, ids(rows), how)


def fixed(value: Any) -> Origin:
    """Return a value that the method sets: it is made of no row."""
    return Origin(value, (), "set by the method", "set")


def count(rows: Rows, among: Rows = ()) -> Origin:
    """Return the number of rows; `among` are those before the filter, so that nought can be followed.

    Raises ValueError if a row stands there twice, or is counted and not among those.
    """
    import pandas as pd

    found, looked = ids(rows), ids(among)
    if isinstance(rows, pd.DataFrame) and len(found) != len(rows):
        raise ValueError("a row is counted twice")
    if looked and {*found} - {*looked}:
        raise ValueError("a row is counted that was not looked through")
    return Origin(len(found), found, f"{_rows(len(found))} counted", "count", among=looked)


def cell(rows: Rows, row_id: str, field: str) -> Origin:
    """Return a field of one row of a frame or of a mapping by id. Raises KeyError without it."""
    import pandas as pd

    if isinstance(rows, pd.DataFrame):
        by_id = rows.set_index("id") if "id" in rows else rows
        rows = by_id.loc[[row_id]].to_dict("index")
    return Origin(rows[row_id][field], (row_id,), _named(field), f"value {field}")


def field(row: Mapping[Any, Any] | pd.Series, name: str) -> Origin:
    """Return a field of a row that holds its id."""
    return Origin(row[name], ids(row), _named(name), f"value {name}")


def per_cent(made: Origin) -> Origin:
    """Return a share, from 0 to 1, of a field in per cent."""
    return replace(made, value=made.value / 100)


def year(made: Origin) -> Origin:
    """Return the year of a date."""
    return replace(made, value=str(made.value)[:4])


def month(made: Origin) -> Origin:
    """Return the month of a date."""
    return replace(made, value=str(made.value)[:7])


def over(rows: pd.DataFrame, field: str, what: str = "sum") -> Origin:
    """Return the sum, min, max, median or mean (`what`) of a field of the data over its rows."""
    value = _columns(rows, [field])[field].agg(what)
    of_dates = isinstance(value, str | datetime.date)
    said = {"min": ("smallest", "earliest"), "max": ("largest", "latest")}.get(what, (what, what))
    how = f"the {said[of_dates]} of {_named(field)} over {_rows(len(ids(rows)))}"
    return Origin(value, ids(rows), how, f"{what} {field}")


def share(part: Rows, whole: Rows) -> Origin:
    """Return how many of the rows of `whole` are in `part`, from 0 to 1.

    Raises ValueError if one of them is in no row of `whole`.
    """
    of_part, of_whole = count(part), count(whole)
    if {*of_part.rows} - {*of_whole.rows}:
        raise ValueError("a share of rows that are not in the whole")
    how = f"{of_part.value:,} / {_rows(of_whole.value)}"
    return Origin(of_part.value / of_whole.value, of_whole.rows, how, "share", of_part.rows)


def distinct(rows: pd.DataFrame, *fields: str) -> Origin:
    """Return how many different values, or combinations of values, fields of the data have over rows.

    Empty cells do not count. Fields may be written as in `_columns`.
    """
    held = _columns(rows, fields)
    combined = " with ".join(map(_named, fields))
    how = f"different values of {combined} in {_rows(len(ids(rows)))}"
    return Origin(len(held.drop_duplicates()), ids(rows), how, f"distinct {' '.join(fields)}")


def common(rows: pd.DataFrame, field: str) -> Origin:
    """Return the value of a field that most rows have, the first in order among equals."""
    value = _columns(rows, [field])[field].mode().iloc[0]
    how = f"the most frequent value of {_named(field)} in {_rows(len(ids(rows)))}"
    return Origin(value, ids(rows), how, f"common {field}")


def each(rows: pd.DataFrame, field: str, joint: str = ", ") -> Origin:
    """Return the values of a field over rows as text, in the order of the rows."""
    words = joint.join(map(str, rows[field]))
    return Origin(words, ids(rows), f"{_named(field)} of each row", f"each {field}")


def chosen(part: Rows, *grounds: Rows, how: str) -> Origin:
    """Return how many rows are in `part`: those of which `how` says what is so, by the `grounds`."""
    counted = count(part)
    rows = tuple(dict.fromkeys([*counted.rows, *ids(grounds)]))
    return Origin(counted.value, rows, how, "chosen", counted.rows)


#: parts of a cell that count in place of the whole → what takes them, and how readers hear it
_PARTS: dict[str, tuple[Callable[[Any], Any], str]] = {
    "year": (lambda cell: str(cell)[:4], "the year of "),
    "first": (lambda cell: cell[0] if len(cell) else None, "the first of "),
    "stem": (lambda cell: cell.partition(" (")[0], "the name in "),
}


def _columns(rows: pd.DataFrame, fields: Iterable[str]) -> pd.DataFrame:
    """Return fields of rows without empty cells.

    Of ``year:date`` the year counts, as text; of ``first:items`` the first item of a list; of
    ``stem:name`` what stands before a bracket; of ``a|b`` the first of both that is not empty.
    """
    held = {}
    for name in fields:
        part, _, either = name.rpartition(":")
        first, _, second = either.partition("|")
        column = rows[first].fillna(rows[second]) if second else rows[first]
        known = column.dropna()
        held[name] = known.map(_PARTS[part][0]).dropna() if part else known
    return rows[[]].assign(**held).dropna()


def _rows(number: int) -> str:
    return many(number, "row")


def _named(field: str) -> str:
    part, _, either = field.rpartition(":")
    said = "”, else “".join(labels.label(name).lower() for name in either.split("|"))
    return f"{_PARTS[part][1] if part else ''}“{said}”"


def taken(value: Any) -> Origin:
    """Return what a number was given as a value with its origin; a frame is counted."""
    if isinstance(value, Origin):
        return value
    import pandas as pd

    return count(value) if isinstance(value, pd.DataFrame) else Origin(value)
