"""From a table or a frame back to the sources that were read."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

import pandas as pd

from biometrics_china import observing, tables


def read_rows(table: str) -> pd.DataFrame:
    """Return the rows of a table whose source was read (`verification` is ``seen``).

    Rows that stand on memory alone feed no figure, number or sentence; a table without the column
    has nothing to leave out.
    """
    frame = tables.load(table)
    if "verification" not in frame:
        return frame
    return frame[frame["verification"].eq("seen")].reset_index(drop=True)


def by_id(table: str) -> pd.DataFrame:
    """Return the rows of a table whose source was read, with their ids as the index."""
    return read_rows(table).set_index("id")


@observing.kept
def sources_of_table(table: str) -> tuple[str, ...]:
    """Return the ids of the sources behind the read rows of a table, in the order of the rows."""
    frame = read_rows(table)
    if "source_id" not in frame:
        return ()
    return tuple(frame["source_id"].dropna().unique())


def sources_of_tables(names: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the sources behind several tables, each once."""
    return tuple(dict.fromkeys(s for name in names for s in sources_of_table(name)))


def sources_of_frame(frame: pd.DataFrame, behind: Iterable[str]) -> tuple[str, ...]:
    """Return the sources that a frame names in `source_id`, else those of the tables behind it."""
    if "source_id" not in frame:
        return sources_of_tables(behind)
    named = frame["source_id"].dropna().astype(str).str.split(";")
    return tuple(dict.fromkeys(s for items in named for s in items if s))


@observing.kept
def source(source_id: str) -> dict[Hashable, Any]:
    """Return the row of a source. Raises KeyError for an unknown id."""
    return _sources().loc[source_id].to_dict()


@observing.kept
def _sources() -> pd.DataFrame:
    return tables.load("sources").set_index("id")


def are_relays_only(source_ids: Iterable[str]) -> bool:
    """Return True if there are sources and each is a copy or relay of the original."""
    flags = [bool(source(s)["is_relay"]) for s in source_ids]
    return bool(flags) and all(flags)


def source_of_row(table: str, row_id: str) -> str:
    """Return the source of one row of a table, so that prose can cite the very record it uses.

    Raises KeyError if there is no such row, or if its source was not read: such a row may not
    stand behind a sentence.
    """
    frame = read_rows(table)
    found = frame.loc[frame["id"].eq(row_id), "source_id"].dropna()
    if found.empty:
        raise KeyError(f"no row {row_id!r} with a source that was read in {table}")
    return str(found.iloc[0])
