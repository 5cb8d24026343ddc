"""Populations of western China by place, year, definition and group."""

from __future__ import annotations

from typing import Any

import pandas as pd

from biometrics_china import provenance

#: rows of a table by id
Rows = dict[Any, dict[Any, Any]]

SOUTH = ("Kashgar", "Hotan", "Aksu", "Kizilsu")


def persons(
    frame: pd.DataFrame, place: str, year: int, definition: str = "census", group: str = "total"
) -> float:
    """Return one population count. Raises KeyError that names what is missing or not unique."""
    found = rows(frame, place, year, definition, group)["persons"].unique()
    if len(found) != 1:
        raise KeyError(f"{len(found)} counts for {place}, {year}, {definition}, {group}")
    return float(found[0])


def rows(
    frame: pd.DataFrame, place: str, year: int, definition: str = "census", group: str = "total"
) -> pd.DataFrame:
    """Return the rows of `frame` that `persons` reads."""
    kept = frame["place"].eq(place) & frame["year"].eq(year)
    kept &= frame["definition"].eq(definition) & frame["group"].eq(group)
    return frame[kept]


def populations() -> pd.DataFrame:
    """Return the table of populations, read rows only."""
    return provenance.read_rows("populations")


def events() -> Rows:
    """Return the collection events that were read, by id."""
    return provenance.by_id("collection_events").to_dict("index")
