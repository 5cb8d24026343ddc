"""Is one side faster from draft to adoption? What so few drafts can tell, and what they cannot.

The drafts were collected by topic and drawn by nobody. A test says how often chance alone would part
two groups of this size as far, if drafts were dealt out to them at random; it says nothing of drafts
that are not on the list.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pandas as pd

from biometrics_china import durations
from biometrics_china.analysis.regulation import passages
from biometrics_china.statistics import TestResult, makes_test

#: the time within which means are taken, and that after which shares are given, in days
HORIZON, TWO_YEARS = 4 * 365.25, 2 * 365.25

_ASKS = "Are Chinese drafts adopted at another speed than proposals of the European Union?"


@makes_test("log-rank test", _ASKS)
def by_log_rank(frame: pd.DataFrame) -> TestResult:
    """Compare the curves of China and the Union (Mantel 1966)."""
    return durations.log_rank(frame["days"], frame["is_event"], frame["is_china"])


@makes_test("permutation test of log-rank scores", _ASKS)
def by_permutation(frame: pd.DataFrame) -> TestResult:
    """Compare the same over random divisions of the drafts (Peto and Peto 1972)."""
    return durations.permuted_log_rank(frame["days"], frame["is_event"], frame["is_china"])


@makes_test(
    "permutation test of log-rank scores",
    "Are laws of the national legislature adopted at another speed than rules of ministries?",
)
def between_issuers(frame: pd.DataFrame) -> TestResult:
    """Compare the two Chinese issuers with enough drafts to draw a curve."""
    pair = frame[frame["group"].isin(ISSUERS)]
    is_law = pair["group"].eq(ISSUERS[0])
    return durations.permuted_log_rank(pair["days"], pair["is_event"], is_law)


ISSUERS = ("Laws of the national legislature", "Ministry and cyberspace rules")


def sensitivity() -> pd.DataFrame:
    """Return medians, means and tests under each choice, China against the EU.

    Columns: choice, group, n, events, median, low, high (days), mean (days without adoption within
    `HORIZON`), p_value (log-rank test of the two groups under that choice), p_permuted (permutation
    test of the same).
    """
    rows = []
    for choice, frame in passages.variants().items():
        spells = zip(frame["days"], frame["is_event"], frame["is_china"], strict=True)
        rows += [{"choice": choice, **row} for row in _compared(tuple(spells))]
    columns = ["choice", "group", "n", "events", "median", "low", "high"]
    return pd.DataFrame(rows)[[*columns, "mean", "p_value", "p_permuted"]]


@lru_cache(maxsize=64)
def _compared(spells: tuple[tuple[int, bool, bool], ...]) -> list[dict[str, Any]]:
    """Return what `sensitivity` says of spells (days, is_event, is_china): the same of the same."""
    frame = pd.DataFrame(spells, columns=["days", "is_event", "is_china"])
    tests = {"p_value": by_log_rank(frame).p_value, "p_permuted": by_permutation(frame).p_value}
    rows = []
    for group, part in frame.groupby(passages.sides(frame)):
        time = durations.median_time(part["days"], part["is_event"]).cells()
        mean = durations.restricted_mean(part["days"], part["is_event"], HORIZON).mean
        rows.append({"group": group, **time, "mean": mean, **tests})
    return rows


def after_two_years(frame: pd.DataFrame) -> pd.DataFrame:
    """Return what had become of drafts after two years, by side (Aalen and Johansen 1978).

    `frame` is as from `passages.units(..., never=False)`, where what is withdrawn ends on that day.
    Columns: adopted, withdrawn, open; they add up to 1. The index is the side.
    """
    ends = frame["outcome"].map({"adopted": 1} | dict.fromkeys(passages.GONE, 2)).fillna(0)
    rows = {}
    for side, part in frame.groupby(passages.sides(frame)):
        shares = durations.incidence(part["days"], ends[part.index], TWO_YEARS)
        adopted, withdrawn = (*shares, 0.0)[:2]
        rows[side] = (adopted, withdrawn, 1 - adopted - withdrawn)
    return pd.DataFrame.from_dict(rows, "index", columns=["adopted", "withdrawn", "open"])


def waiting(frame: pd.DataFrame) -> dict[str, durations.MeanTime]:
    """Return the mean days without adoption within `HORIZON`, by side, and how far they lie apart."""
    found = {
        side: durations.restricted_mean(part["days"], part["is_event"], HORIZON)
        for side, part in frame.groupby(passages.sides(frame))
    }
    gap = durations.difference(found["European Union"], found["China"])
    return {**found, "difference": gap}


def detectable(frame: pd.DataFrame) -> float:
    """Return how many times faster one side had to be for a test to find it four times in five."""
    return durations.detectable_ratio(int(frame["is_event"].sum()), float(frame["is_china"].mean()))
