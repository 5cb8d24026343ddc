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


def picked(table: str, ids: Iterable[str]) -> pd.DataFrame:
    """Return rows of `by_id` in this order. Raises KeyError for an id that is no row.

    Where other rows stand for those of the book for a while (`tables.instead`), one that is not among
    them is passed over.
    """
    frame = by_id(table)
    return frame.loc[[i for i in ids if i in frame.index or not tables.is_replaced(table)]]


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


#: tables that say how facts stand to each other and hold none themselves
ABOUT_FACTS = ("sources", "works", "corrections", "contradictions", "claims", "tombstones")


@observing.kept
def uses() -> pd.DataFrame:
    """Return each use of a source by a row that was read: `table`, `row_id` and `source_id`.

    A row that names several sources uses each of them. Tables about facts (`ABOUT_FACTS`) are not
    there.
    """
    frames = [_uses_of(name) for name in tables.names() if name not in ABOUT_FACTS]
    return pd.concat([f for f in frames if len(f)], ignore_index=True)


def _uses_of(table: str) -> pd.DataFrame:
    frame = read_rows(table)
    columns = [c for c in map(str, frame) if c in ("source_id", "source_ids")]
    columns += [c for c in map(str, frame) if c.endswith(("_source_id", "_source_ids"))]
    held = (frame[["id", c]].explode(c) for c in columns)  # a cell may name several
    named = [part.set_axis(["row_id", "source_id"], axis=1) for part in held]
    found = pd.concat(named) if named else pd.DataFrame(columns=["row_id", "source_id"])
    return found.dropna(subset=["source_id"]).assign(table=table)


@observing.kept
def source(source_id: str) -> dict[Hashable, Any]:
    """Return the row of a source. Raises KeyError for an unknown id."""
    return _sources().loc[source_id].to_dict()


@observing.kept
def _sources() -> pd.DataFrame:
    return tables.load("sources").set_index("id")


def is_original(source_id: str) -> bool:
    """Return whether a source is the work itself, where its author or issuer put it."""
    return bool(source(source_id)["standing"] == "original")


def are_copies_only(source_ids: Iterable[str]) -> bool:
    """Return True if there are sources and none of them is an original."""
    flags = [is_original(s) for s in source_ids]
    return bool(flags) and not any(flags)


def source_of_row(table: str, row_id: str) -> str:
    """Return the source of one row of a table. Raises KeyError as `place_of_row` does."""
    return place_of_row(table, row_id)[0]


def place_of_row(table: str, row_id: str) -> tuple[str, str]:
    """Return source and locator of one row of a table, so that prose can cite the very record.

    The locator is empty where there is none. Raises KeyError if there is no such row, or if its
    source was not read: such a row may not stand behind a sentence.
    """
    if row_id not in _places(table):
        raise KeyError(f"no row {row_id!r} with a source that was read in {table}")
    return _places(table)[row_id]


@observing.kept
def _places(table: str) -> dict[str, tuple[str, str]]:
    """Return id → source and locator of the rows of a table that name a source."""
    frame = read_rows(table)
    frame = frame[frame["source_id"].notna()]
    locators = frame["locator"] if "locator" in frame else [""] * len(frame)
    named = zip(frame["id"], frame["source_id"], locators, strict=True)
    return {
        str(row): (str(source), place if isinstance(place, str) else "")
        for row, source, place in named
    }
