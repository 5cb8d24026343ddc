"""Reunions through the anti-trafficking DNA database: the total over time, and its pace."""

from __future__ import annotations

import pandas as pd

from biometrics_china.analysis.trafficking.counts import YEAR_DAYS, reunion_counts, totals

DATABASE, SINCE = "dna_database", "2009-04-09"


def total(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the cumulative reunions by DNA since April 2009, oldest first.

    Columns: as_of, first, last, day, value, is_floor (``more than`` in the source), source_id.
    """
    frame = reunion_counts() if frame is None else frame
    found = totals(frame, DATABASE, "found", SINCE)
    found = found.assign(is_floor=found["qualifier"].eq("more_than"))
    return found[["as_of", "first", "last", "day", "value", "is_floor", "source_id"]]


def pace(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the reunions a year over the stretches that the chapter compares.

    Columns: stretch, start, end (days), per_year, low, high: bounds from dates known to the month
    or year, not sampling intervals. Stretches run between totals, the first from the start.
    """
    points = total(frame).set_index("as_of").to_dict("index")
    start = pd.Timestamp(SINCE)
    ends = {"2009 to 2012": "2013-01", "2013 to 2015": "2015-12-11", "2016 to 2019": "2019",
            "2019 to September 2021": "2021-09-17"}  # fmt: skip
    rows, last = [], (start, start, start, 0.0)
    for stretch, as_of in ends.items():
        now = points[as_of]
        gain = float(now["value"]) - last[3]
        spans = [years(last[1], now["first"]), years(last[0], now["last"])]
        middle = gain / years(last[2], now["day"])
        rows.append((stretch, last[2], now["day"], middle, gain / spans[1], gain / spans[0]))
        last = (now["first"], now["last"], now["day"], float(now["value"]))
    return pd.DataFrame(rows, columns=["stretch", "start", "end", "per_year", "low", "high"])


def years(start: pd.Timestamp, end: pd.Timestamp) -> float:
    """Return the time between two days in years of 365.25 days."""
    return float((end - start).days) / YEAR_DAYS
