"""How far the reunions by DNA rose, under every choice of the pace before and after.

When the pace rose is not known: no total was found between that of 2019 and that of September 2021.
What the totals bound is the pace since 2019 on average, and it bounds the rise from below alone: if
the pace rose later, it rose further, without end. A ratio for 2021 alone rests on an assumed day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from biometrics_china import multiverse
from biometrics_china.analysis.trafficking.counts import one, reunion_counts
from biometrics_china.analysis.trafficking.reunions import (
    BEFORE,
    DATABASE,
    LAST,
    ROUNDING,
    SINCE,
    per_year,
    total,
    years,
)

YEAR_START = pd.Timestamp("2021-01-01")
Point = tuple[pd.Timestamp, float]


@dataclass(frozen=True)
class Facts:
    """The printed values, with one reading of the two dates and of the rounded total."""

    early: Point
    middle: Point
    round_total: Point
    late: Point
    stated_2012: float
    stated_2015: float


def facts(frame: pd.DataFrame | None = None) -> tuple[Facts, tuple[Facts, ...]]:
    """Return the facts with middle dates, and with every corner of the dates and the rounding."""
    frame = reunion_counts() if frame is None else frame
    points = total(frame).set_index("as_of").to_dict("index")
    stated = frame[frame["series"].eq(DATABASE) & frame["measure"].eq("found")]
    part = years(pd.Timestamp("2015-01-01"), pd.Timestamp("2015-12-11"))
    fixed = (
        one(stated, since="2012", as_of="2012"),
        one(stated, since="2015-01-01", as_of="2015-12-11") / part,
    )

    def read(early: str, later: str, more: float) -> Facts:
        a, m, r, z = (points[as_of] for as_of in ("2013-01", "2015-12-11", BEFORE, LAST))
        return Facts(
            (a[early], float(a["value"])),
            (m["day"], float(m["value"])),
            (r[later], float(r["value"]) + more),
            (z["day"], float(z["value"])),
            *fixed,
        )

    ends = ("first", "last")
    corners = [read(a, b, more) for a in ends for b in ends for more in (0.0, ROUNDING)]
    return read("day", "day", 0.0), tuple(corners)


def _in_2021(known: Facts, pace: float) -> float:
    """Return the yearly pace of 2021 if reunions went on at `pace` until it began."""
    until = pace * years(known.round_total[0], YEAR_START)
    return (known.late[1] - known.round_total[1] - until) / years(YEAR_START, known.late[0])


Before = Callable[[Facts], float]
After = Callable[[Facts, float], float]

#: pace before, in reunions a year
BEFORES: dict[str, Before] = {
    "April 2009 to 2019": lambda k: per_year((pd.Timestamp(SINCE), 0.0), k.round_total),
    "December 2015 to 2019": lambda k: per_year(k.middle, k.round_total),
    "January 2013 to December 2015": lambda k: per_year(k.early, k.middle),
    "stated for 2012": lambda k: k.stated_2012,
    "stated for 2015, to a full year": lambda k: k.stated_2015,
}
SINCE_2019, ASSUMED = "since 2019 on average", "2021 alone, if the rise began that year"
#: pace after, in reunions a year, given the pace before
AFTERS: dict[str, After] = {
    SINCE_2019: lambda k, _: per_year(k.round_total, k.late),
    ASSUMED: _in_2021,
}


def choices(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the ratio of the pace after to the pace before, under each pair of choices.

    The shape is that of `multiverse.grid`. Bounds are the lowest and highest ratio over the days
    that the dates can mean and the values that the rounded total can have; the ratio only rises or
    only falls in each of them, so that their ends suffice. They are no sampling intervals.
    """
    main, corners = facts(frame)

    def ratio(pace_before: Before, pace_after: After) -> multiverse.Result:
        def of(known: Facts) -> float:
            before = pace_before(known)
            return pace_after(known, before) / before

        return of(main), min(map(of, corners)), max(map(of, corners))

    return multiverse.grid({"pace_before": BEFORES, "pace_after": AFTERS}, ratio)


def least_rise(frame: pd.DataFrame | None = None) -> float:
    """Return the least ratio of the pace after the rise to that of the decade before it.

    It holds whenever the rise came, for any day that 2019 can mean: a pace that rose after the
    total of 2019 exceeds the average since. There is no highest ratio, since the rise can have come
    as late as one likes.
    """
    grid = choices(frame)
    wanted = grid["pace_before"].eq(next(iter(BEFORES))) & grid["pace_after"].eq(SINCE_2019)
    return float(grid.loc[wanted, "low"].iloc[0])


def main_paces(frame: pd.DataFrame | None = None) -> tuple[float, float]:
    """Return the main pace before and after, in reunions a year."""
    main, _ = facts(frame)
    before = next(iter(BEFORES.values()))(main)
    return before, next(iter(AFTERS.values()))(main, before)
