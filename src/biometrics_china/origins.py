"""Values that know where they come from: the rows of the data, and how they are made of them.

An analysis hands over the frame with the value, and ids come out of the frame; none is typed. What is
made in a way that has a name here (a count, a field, a sum, a share) is made here, and a test makes it
again from exactly the rows that it names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

Scalar = int | float | str
#: rows: a frame with a column or an index `id`, a row of one, an id, or several of these
Rows = Any


@dataclass(frozen=True)
class Origin:
    """A value with its origin.

    `rows` are the ids of the rows it is made of, `part` those of them that a share counts. `how` says
    in words what was done with them; `kind` says so for a test: ``count``, ``value <field>``,
    ``sum <field>`` and the like, ``share``, ``ratio <field> <field>``, ``set`` (by the method, from no
    row), ``tables`` (of all rows of its tables), or nothing where the analysis alone can compute it.
    `among` are the rows that were looked through for those that are counted: of nought, all there is.
    """

    value: Any
    rows: tuple[str, ...] = ()
    how: str = ""
    kind: str = ""
    part: tuple[str, ...] = ()
    among: tuple[str, ...] = ()


@dataclass(frozen=True)
class Number:
    """One computed value as it is printed in the text.

    `id` is lasting and of the form ``subject.name``; `value` is the unrounded value; `text` is what
    a reader sees; `meaning` says in a few words what is counted or measured, with its unit; `tables`
    names the tables of the codebook it is computed from; `bound` is ``low`` or ``high`` where it was
    rounded that way. The others are those of its `Origin`.
    """

    id: str
    value: Scalar
    text: str
    meaning: str
    tables: tuple[str, ...]
    rows: tuple[str, ...] = ()
    how: str = ""
    kind: str = ""
    part: tuple[str, ...] = ()
    bound: str = ""
    among: tuple[str, ...] = ()


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
    return Origin(len(found), found, "count of rows", "count", among=looked)


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
    said = {"min": "smallest", "max": "largest"}.get(what, what)
    how = f"{said} of {_named(field)} over rows"
    return Origin(rows[field].agg(what), ids(rows), how, f"{what} {field}")


def share(part: Rows, whole: Rows) -> Origin:
    """Return how many of the rows of `whole` are in `part`, from 0 to 1.

    Raises ValueError if one of them is in no row of `whole`.
    """
    of_part, of_whole = count(part), count(whole)
    if {*of_part.rows} - {*of_whole.rows}:
        raise ValueError("a share of rows that are not in the whole")
    how = f"{of_part.value:,} / {of_whole.value:,} rows"
    return Origin(of_part.value / of_whole.value, of_whole.rows, how, "share", of_part.rows)


def ratio(part: Origin, whole: Origin) -> Origin:
    """Return the quotient of two fields, or sums of one, of different rows."""
    fields = [one.kind.partition(" ")[2] for one in (part, whole)]
    how = f"{part.value:,} / {whole.value:,}"
    rows = (*part.rows, *whole.rows)
    return Origin(part.value / whole.value, rows, how, f"ratio {' '.join(fields)}", part.rows)


def _named(field: str) -> str:
    return f"“{field.replace('_', ' ')}”"


def taken(value: Any) -> Origin:
    """Return what a number was given as a value with its origin; a frame is counted."""
    if isinstance(value, Origin):
        return value
    import pandas as pd

    return count(value) if isinstance(value, pd.DataFrame) else Origin(value)
