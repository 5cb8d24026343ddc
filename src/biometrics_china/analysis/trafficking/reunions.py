"""Reunions through the anti-trafficking DNA database: the total over time, and its pace."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pandas as pd

from biometrics_china import bounds
from biometrics_china.analysis.trafficking.counts import YEAR_DAYS, reunion_counts, totals

DATABASE, SINCE = "dna_database", "2009-04-09"
#: the last total before the operation of 2021, and the last of all
BEFORE, LAST = "2019", "2021-09-17"
#: a total printed as “more than” a round number is taken to be higher by no more than this
ROUNDING = 99.0


def total(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the cumulative reunions by DNA since April 2009, oldest first.

    Columns: id, as_of, first, last, day, value, is_floor (``more than`` in the source), source_id.
    """
    frame = reunion_counts() if frame is None else frame
    found = totals(frame, DATABASE, "found", SINCE)
    found = found.assign(is_floor=found["qualifier"].eq("more_than"))
    return found[["id", "as_of", "first", "last", "day", "value", "is_floor", "source_id"]]


def pace(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the reunions a year before the total of 2019 and after it.

    Columns: stretch, start, end (days), per_year, low, high: bounds from dates known to the month
    or year and from totals that are floors (see `ROUNDING`), not sampling intervals.
    """
    points = _points(frame).set_index("as_of", drop=False)
    return _paces([("", BEFORE), (BEFORE, LAST)], points)


def between(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the reunions a year between each total and the next, up to that of 2019, as `pace`."""
    points = _points(frame)
    points = points[points["last"].le(points.loc[points["as_of"].eq(BEFORE), "last"].iloc[0])]
    return _paces(list(pairwise(points["as_of"])), points.set_index("as_of", drop=False))


def _points(frame: pd.DataFrame | None) -> pd.DataFrame:
    day = pd.Timestamp(SINCE)
    start = {"as_of": "", "first": day, "last": day, "day": day, "value": 0.0, "is_floor": False}
    return pd.concat([pd.DataFrame([start]), total(frame)], ignore_index=True)


def _paces(stretches: list[tuple[str, str]], points: pd.DataFrame) -> pd.DataFrame:
    known = points.to_dict("index")
    rows = []
    for start, end in stretches:
        a, b = known[start], known[end]
        ends = bounds.corners(per_year, start=_corners(a), end=_corners(b))
        middle = per_year((a["day"], a["value"]), (b["day"], b["value"]))
        rows.append((f"{start} to {end}", a["day"], b["day"], middle, ends.low, ends.high))
    return pd.DataFrame(rows, columns=["stretch", "start", "end", "per_year", "low", "high"])


def _corners(point: dict[Any, Any]) -> list[tuple[pd.Timestamp, float]]:
    more = (0.0, ROUNDING) if point["is_floor"] else (0.0,)
    return [(day, point["value"] + m) for day in (point["first"], point["last"]) for m in more]


def per_year(start: tuple[pd.Timestamp, float], end: tuple[pd.Timestamp, float]) -> float:
    """Return the mean yearly rise between two totals, each a day and a count."""
    return (end[1] - start[1]) / years(start[0], end[0])


def years(start: pd.Timestamp, end: pd.Timestamp) -> float:
    """Return the time between two days in years of 365.25 days."""
    return float((end - start).days) / YEAR_DAYS
