"""The counts of this chapter, read once: no repeats, dates as days, and a span for each date."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables

YEAR_DAYS = 365.25
CHINA = "China"


def reunion_counts(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the rows of `reunion_counts` that were read and repeat no other row.

    Added columns: `first` and `last`, the first and last day that `as_of` can mean, and `day`, the
    middle between them. `category` is an empty string for totals. Values are floats.
    """
    frame = provenance.read_rows("reunion_counts") if frame is None else frame
    frame = frame[~frame["is_repeat"].astype(bool)].reset_index(drop=True)
    return _dated(frame, "as_of").assign(
        category=frame["category"].fillna(""), value=frame["value"].astype(float)
    )


def trafficking_counts(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the rows of `trafficking_counts` that were read and repeat no other row.

    Added columns: `first`, `last` and `day` of `end`, as in `reunion_counts`. `campaign` is an
    empty string outside campaigns; `value` is a float, missing where only a range is stated.
    """
    frame = provenance.read_rows("trafficking_counts") if frame is None else frame
    frame = frame[~frame["is_repeat"].astype(bool)].reset_index(drop=True)
    return _dated(frame, "end").assign(
        campaign=frame["campaign"].fillna(""), value=frame["value"].astype(float)
    )


def totals(
    frame: pd.DataFrame, series: str, measure: str, since: str | None = None
) -> pd.DataFrame:
    """Return the totals (no category) of one series and measure for China, oldest first.

    `since` keeps the rows that count from that day, so that yearly flows and cumulative counts of
    one series do not mix.
    """
    is_wanted = (
        frame["series"].eq(series)
        & frame["measure"].eq(measure)
        & frame["category"].eq("")
        & frame["place"].eq(CHINA)
    )
    if since is not None:
        is_wanted &= frame["since"].eq(since)
    return frame[is_wanted].sort_values("day", kind="stable", ignore_index=True)


def one(frame: pd.DataFrame, **wanted: str) -> float:
    """Return the value of the only row with these cells. Raises ValueError unless there is one."""
    return float(only(frame, **wanted)["value"])


def only(frame: pd.DataFrame, **wanted: str) -> pd.Series:
    """Return the only row with these cells. Raises ValueError unless there is one."""
    for column, cell in wanted.items():
        frame = frame[frame[column].eq(cell)]
    if len(frame) != 1:
        raise ValueError(f"one row with {wanted} was expected, and {len(frame)} are there")
    return frame.iloc[0]


def _dated(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    first, last = tables.earliest(frame[column]), tables.latest(frame[column])
    return frame.assign(first=first, last=last, day=first + (last - first) / 2)
