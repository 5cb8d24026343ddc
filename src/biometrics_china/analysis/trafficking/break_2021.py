"""How far the reunions by DNA rose in 2021, under every choice of the pace before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

import pandas as pd

from biometrics_china import multiverse
from biometrics_china.analysis.trafficking.counts import one, reunion_counts
from biometrics_china.analysis.trafficking.operation import OPERATION
from biometrics_china.analysis.trafficking.reunions import DATABASE, SINCE, total, years

#: the totals by their date as printed
Points = dict[Any, dict[Any, Any]]
YEAR_START = pd.Timestamp("2021-01-01")
#: the total of 2019 is printed as a round number and more: it may be higher by less than this
ROUNDING = 99.0


@dataclass(frozen=True)
class Facts:
    """The printed values, with one reading of the two dates and of the rounded total."""

    early: tuple[pd.Timestamp, float]
    middle: tuple[pd.Timestamp, float]
    round_total: tuple[pd.Timestamp, float]
    late: tuple[pd.Timestamp, float]
    stated_2012: float
    stated_2015: float
    operation_part: float
    operation: float
    new_samples: float


def facts(frame: pd.DataFrame | None = None) -> tuple[Facts, tuple[Facts, ...]]:
    """Return the facts with middle dates, and with every corner of the dates and the rounding."""
    frame = reunion_counts() if frame is None else frame
    points: Points = total(frame).set_index("as_of").to_dict("index")
    stated = frame[frame["series"].eq(DATABASE) & frame["measure"].eq("found")]
    part = years(pd.Timestamp("2015-01-01"), pd.Timestamp("2015-12-11"))
    operation = frame[frame["series"].eq(OPERATION) & frame["since"].eq("2021-01-01")]
    fixed = (
        one(stated, since="2012", as_of="2012"),
        one(stated, since="2015-01-01", as_of="2015-12-11") / part,
        one(operation, as_of="2021-09-17", measure="found", category=""),
        one(operation, as_of="2021-12-31", measure="found", category=""),
        one(operation, measure="stated_share", category="new_samples") / 100,
    )
    middle, late = _point(points, "2015-12-11"), _point(points, "2021-09-17")
    main = Facts(_point(points, "2013-01"), middle, _point(points, "2019"), late, *fixed)
    return main, tuple(
        Facts((a, main.early[1]), middle, (b, main.round_total[1] + more), late, *fixed)
        for a, b, more in _corners(points)
    )


def _point(points: Points, as_of: str) -> tuple[pd.Timestamp, float]:
    return points[as_of]["day"], float(points[as_of]["value"])


def _corners(points: Points) -> Iterator[tuple[pd.Timestamp, pd.Timestamp, float]]:
    ends = [[points[d]["first"], points[d]["last"]] for d in ("2013-01", "2019")]
    yield from product(*ends, (0.0, ROUNDING))


def _slope(start: tuple[pd.Timestamp, float], end: tuple[pd.Timestamp, float]) -> float:
    return (end[1] - start[1]) / years(start[0], end[0])


def _in_2021(known: Facts, pace: float) -> float:
    """Return the yearly pace of 2021 if reunions went on at `pace` until it began."""
    until = pace * years(known.round_total[0], YEAR_START)
    return (known.late[1] - known.round_total[1] - until) / years(YEAR_START, known.late[0])


Before = Callable[[Facts], float]
After = Callable[[Facts, float], float]

#: pace before, in reunions a year
BEFORE: dict[str, Before] = {
    "database, December 2015 to 2019": lambda k: _slope(k.middle, k.round_total),
    "database, April 2009 to 2019": lambda k: _slope((pd.Timestamp(SINCE), 0.0), k.round_total),
    "database, January 2013 to December 2015": lambda k: _slope(k.early, k.middle),
    "stated for 2012": lambda k: k.stated_2012,
    "stated for 2015, to a full year": lambda k: k.stated_2015,
}
#: pace after, in reunions or finds a year, given the pace before
AFTER: dict[str, After] = {
    "database, 2021 alone: earlier pace until then": _in_2021,
    "database, since 2019 on average": lambda k, _: _slope(k.round_total, k.late),
    "operation, to 17 September": lambda k, _: k.operation_part / years(YEAR_START, k.late[0]),
    "operation, whole year": lambda k, _: k.operation,
    "operation, matched through new samples": lambda k, _: k.operation * k.new_samples,
}


def choices(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the ratio of the pace of 2021 to the pace before, under each pair of choices.

    The shape is that of `multiverse.grid`. Bounds are the lowest and highest ratio over the days
    that the dates can mean and the values that the rounded total can have; they are equal to the
    estimate where neither enters. They are no sampling intervals.
    """
    main, corners = facts(frame)

    def ratio(before: Before, after: After) -> multiverse.Result:
        values = [after(k, before(k)) / before(k) for k in (main, *corners)]
        return values[0], min(values), max(values)

    return multiverse.grid({"before": BEFORE, "after": AFTER}, ratio)


def main_paces(frame: pd.DataFrame | None = None) -> tuple[float, float]:
    """Return the main pace before and in 2021, in reunions a year."""
    main, _ = facts(frame)
    before = next(iter(BEFORE.values()))(main)
    return before, next(iter(AFTER.values()))(main, before)
