"""Whether rows of a pair of partner and activity record harm: two readers, and what stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from biometrics_china import tables

#: the table whose lists of harms and cases were judged again, and the field as it is compared
CELLS, FIELD = "cooperation_cells", "harms"
#: columns of what is compared
KEYS = ["table", "field", "row_id", "instrument", "first", "second"]
#: codes of `harm_code`
HARM, CASE = "harm", "case"


def pairs() -> pd.DataFrame:
    """Return the judgments made twice: `KEYS`, with the pair as instrument and row_id pair/row."""
    frame = tables.load("harm_codings")
    names = frame["cell"].astype(str) + "/" + frame["row"].astype(str)
    found = frame.assign(table=CELLS, field=FIELD, row_id=names, instrument=frame["cell"])
    return found[KEYS]


def judged_again() -> tuple[int, int, list[str]]:
    """Return how many rows stand as harm, once for each pair, how many of them were judged again.

    The last is the pairs with harm of which none was.
    """
    again = {(c, r) for c, r in tables.load("harm_codings")[["cell", "row"]].to_numpy().tolist()}
    cells = tables.load(CELLS).set_index("id")["harms"].dropna()
    counts = {cell: [(cell, row) in again for row in rows] for cell, rows in cells.items()}
    entries, both = (sum(map(of, counts.values())) for of in (len, sum))
    return entries, both, [str(cell) for cell, marks in counts.items() if marks and not any(marks)]


def resolved() -> pd.DataFrame:
    """Return table, row_id, field, value (the code that stands) and by, where the readers differ.

    Raises KeyError if a row that was judged is in neither list of its pair any more.
    """
    frame = tables.load("harm_codings")
    frame = frame[frame["first"].ne(frame["second"])]
    lists = tables.load(CELLS).set_index("id")
    return pd.DataFrame(
        {
            "table": CELLS,
            "row_id": frame["cell"].astype(str) + "/" + frame["row"].astype(str),
            "field": FIELD,
            "value": [
                _stands(lists.loc[cell], row)
                for cell, row in zip(frame["cell"], frame["row"], strict=True)
            ],
            "by": frame["by"],
        }
    )


def _stands(cell: pd.Series, row: str) -> str:
    if row in (cell["harms"] or ()):
        return HARM
    if row in (cell["cases"] or ()):
        return CASE
    raise KeyError(f"{row} is in neither list of {cell.name}")


def overlaid(cells: pd.DataFrame, key: str) -> pd.DataFrame:
    """Return the table of pairs with the harms and cases of one reader (`first` or `second`).

    Rows that were not judged twice stay where they are.
    """
    codes = tables.load("harm_codings")
    said = {(c, r): code for c, r, code in codes[["cell", "row", key]].to_numpy().tolist()}
    split = [_split(row, said) for row in cells.to_dict("records")]
    columns = {"harms": HARM, "cases": CASE}
    lists = {name: [one[code] or None for one in split] for name, code in columns.items()}
    return cells.assign(**{n: pd.Series(v, cells.index, object) for n, v in lists.items()})


def _split(
    cell: Mapping[Any, Any], said: Mapping[tuple[str, str], str]
) -> dict[str, tuple[str, ...]]:
    """Return harm and case → the rows of a pair that a reader counts as such."""
    found: dict[str, list[str]] = {HARM: [], CASE: []}
    for code, column in ((HARM, "harms"), (CASE, "cases")):
        listed = cell[column]
        for row in listed if isinstance(listed, tuple | list) else ():
            found[said.get((str(cell["id"]), row), code)].append(row)
    return {code: tuple(rows) for code, rows in found.items()}
