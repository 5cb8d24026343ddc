"""The share of the found who had been trafficked, under every choice of window and denominator."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace

import pandas as pd

from biometrics_china import multiverse
from biometrics_china.analysis.trafficking.alerts import (
    REASONS,
    SINCE,
    SYSTEM,
    TRAFFICKED,
    YEAR_ONE,
    YEAR_TWO,
)
from biometrics_china.analysis.trafficking.counts import reunion_counts

END_2016 = "2016-12-31"
DEATHS = ("drowned", "killed", "other_accident", "accident")


@dataclass(frozen=True)
class Tally:
    """What is known of the children found in one window; a count that is not stated is missing."""

    trafficked: int
    found: int
    published: int
    dead: int | None
    reasons: int | None

    def minus(self, other: Tally) -> Tally:
        """Return the counts of the time between two cumulative tallies that state all of them."""
        return Tally(*(a - b for a, b in zip(astuple(self), astuple(other), strict=True)))


#: what the trafficked are counted against → the total it takes, missing where it is not stated
AGAINST = {
    "all found": lambda t: t.found,
    "found, less known deaths": lambda t: None if t.dead is None else t.found - t.dead,
    "found with a reason stated in both years": lambda t: t.reasons,
    "all published": lambda t: t.published,
}


def tallies(frame: pd.DataFrame | None = None) -> dict[str, Tally]:
    """Return the tally of each window: both years, first year, to the end of 2016, second year.

    The count for the end of 2016 is the stated share times the found, rounded. Killings in the
    second year are not stated, so the dead of both years are at least those counted here.
    """
    frame = reunion_counts() if frame is None else frame
    frame = frame[frame["series"].eq(SYSTEM) & frame["since"].eq(SINCE)]
    cells = frame.set_index(["as_of", "measure", "category"])["value"]
    one = _tally(cells, YEAR_ONE, 0)
    both = _tally(cells, YEAR_TWO, 1)
    killed = int(cells[(YEAR_ONE, "found", "killed")])
    both = replace(both, dead=(both.dead or 0) + killed)
    share = cells[(END_2016, "stated_share", TRAFFICKED)] / 100
    found = int(cells[(END_2016, "found", "")])
    early = Tally(round(share * found), found, int(cells[(END_2016, "published", "")]), None, None)
    return {
        "both years, to May 2018": both,
        "first year, to May 2017": one,
        "to the end of 2016": early,
        "second year, by difference": both.minus(one),
    }


def _tally(cells: pd.Series, as_of: str, year: int) -> Tally:
    stated = cells[as_of]["found"]
    parts = [part for reason in REASONS.values() for part in reason[year]]
    return Tally(
        int(stated[TRAFFICKED]),
        int(stated[""]),
        int(cells[(as_of, "published", "")]),
        int(sum(stated[part] for part in DEATHS if part in stated.index)),
        int(sum(stated[part] for part in parts)),
    )


def choices(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the trafficked share under each window and denominator: complete counts, no interval.

    The shape is that of `multiverse.grid`; the main reading is all found in both years.
    """

    def share(window: Tally, counted_against: object) -> multiverse.Result:
        total = counted_against(window)  # type: ignore[operator]
        if total is None:
            return None
        return window.trafficked / float(total)

    return multiverse.grid({"window": tallies(frame), "counted_against": AGAINST}, share)
