"""Dates that are known to the year, the month or the day: their first, last and middle day."""

from __future__ import annotations

import pandas as pd


def earliest(dates: pd.Series) -> pd.Series:
    """Return the first day of each partial date (YYYY, YYYY-MM or YYYY-MM-DD) as a timestamp.

    Missing dates stay missing; a column of full dates comes back as it is. Raises ValueError for a
    date that does not exist.
    """
    if pd.api.types.is_datetime64_any_dtype(dates):
        return dates
    padded = dates.astype("str").str.cat(["-01-01"] * len(dates)).str.slice(0, 10)
    return pd.to_datetime(padded, format="%Y-%m-%d").astype("datetime64[us]")


def latest(dates: pd.Series) -> pd.Series:
    """Return the last day of each partial date as a timestamp at its start.

    ``2021`` gives 31 December 2021 and ``2021-02`` 28 February 2021, so that `earliest` and
    `latest` of a date known to the day are equal. Missing dates, full dates and errors as there.
    """
    first = earliest(dates)
    if first is dates:
        return dates
    length, ends = dates.astype("str").str.len(), first
    for digits, end in ((7, pd.offsets.MonthEnd(0)), (4, pd.offsets.YearEnd(0))):
        if length.eq(digits).any():
            ends = ends.mask(length.eq(digits), first + end)
    return ends


def middle(dates: pd.Series) -> pd.Series:
    """Return the middle of each partial date as a timestamp. Missing dates and errors as there."""
    first, last = earliest(dates), latest(dates)
    found: pd.Series = first + (last - first) / 2
    return found


def decimal_year(date: str) -> float:
    """Return a partial date as a year with decimals, in the middle of the year, month or day.

    Months count a twelfth, days one of 30.5: exact enough to draw.
    """
    parts = [int(p) for p in date.split("-")]
    if len(parts) == 1:
        return parts[0] + 0.5
    month = parts[1] - 1
    inside = 0.5 if len(parts) == 2 else (parts[2] - 0.5) / 30.5
    return parts[0] + (month + inside) / 12
