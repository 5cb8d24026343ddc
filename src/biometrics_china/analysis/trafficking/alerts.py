"""The alert system: how many of the published children are found, and what had become of them."""

from __future__ import annotations

import pandas as pd

from biometrics_china import bounds
from biometrics_china.analysis.trafficking.counts import one, reunion_counts, totals
from biometrics_china.numbers import steady

SYSTEM, SINCE = "tuanyuan_system", "2016-05-15"
YEAR_ONE, YEAR_TWO = "2017-05-15", "2018-05-15"
TRAFFICKED, TRADED = "trafficked", "Rescued from trafficking"

#: reasons told apart at the end of both years → the categories that make them up in each
REASONS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Ran away": (("runaway",), ("runaway",)),
    "Lost their way": (("lost",), ("lost",)),
    "Died in an accident": (("drowned", "other_accident"), ("accident",)),
    TRADED: ((TRAFFICKED,), (TRAFFICKED,)),
}
REST = "Killed, visiting, other or not stated"
FIRST, SECOND = "first year", "second year"


def recovery(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the cumulative recovery rate at each date, and bounds for the children of each period.

    Columns: id (of the count of finds), as_of, day, published, found (cumulative counts), share,
    new_published, new_found (in the period since the row before), naive (their ratio), then see
    `cohort_bounds`: period_low, period_high (found by the end of the period), cohort_low,
    cohort_high (found by the last date), source_id. One row a date with both counts. The counts are
    complete, so nothing is due to chance.
    """
    frame = reunion_counts() if frame is None else frame
    published = totals(frame, SYSTEM, "published").set_index("as_of")
    found = totals(frame, SYSTEM, "found").set_index("as_of")[["id", "value"]].add_suffix("_found")
    both = published.join(found, how="inner").reset_index()
    table = both.assign(id=both["id_found"])[["id", "as_of", "day", "source_id"]].assign(
        published=both["value"].astype(int), found=both["value_found"].astype(int)
    )
    new, new_found = (
        table[column].diff().fillna(table[column]).astype(int) for column in ("published", "found")
    )
    table = table.assign(
        share=table["found"] / table["published"],
        new_published=new,
        new_found=new_found,
        naive=new_found / new,
    )
    return table.join(cohort_bounds(list(new), list(table["published"] - table["found"])))


def cohort_bounds(published: list[int], missing: list[int]) -> pd.DataFrame:
    """Return bounds of the share found of the children published in each period.

    `published` children were added in each period; `missing` counts all children, of whatever period,
    who were not found by its end. Columns: period_low, period_high (found by the end of the own
    period), cohort_low, cohort_high (found by the end of the last). It is assumed that an alert is
    never withdrawn and that a child once found stays found; the bounds are sharp under these two
    (linear programming over the missing of each period at each date). Raises ValueError if no
    course of finds fits the counts.
    """
    last = len(published) - 1
    equal, at_most = _flow(published, missing)

    def found(cohort: int, at: int) -> tuple[float, float]:
        ends = bounds.linear({_left(cohort, at): 1.0}, equal, at_most)
        total = published[cohort]
        return steady(1 - ends.high / total), steady(1 - ends.low / total)

    rows = [(*found(cohort, cohort), *found(cohort, last)) for cohort in range(last + 1)]
    return pd.DataFrame(rows, columns=["period_low", "period_high", "cohort_low", "cohort_high"])


def _left(cohort: int, at: int) -> str:
    """Return the variable for the children of one period who are missing at the end of another."""
    return f"{cohort} at {at}"


def _flow(published: list[int], missing: list[int]) -> tuple[list[bounds.Row], list[bounds.Row]]:
    """Return what any course of finds must meet: the totals, and that nobody is lost again."""
    dates = range(len(published))
    equal: list[bounds.Row] = [
        ({_left(cohort, at): 1.0 for cohort in range(at + 1)}, float(missing[at])) for at in dates
    ]
    at_most: list[bounds.Row] = [({_left(at, at): 1.0}, float(published[at])) for at in dates]
    at_most += [
        ({_left(cohort, at): 1.0, _left(cohort, at - 1): -1.0}, 0.0)
        for at in dates
        for cohort in range(at)
    ]
    return equal, at_most


def reasons(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return why the found children had been missing, first year beside second.

    The second year is the difference of two cumulative counts. Columns: reason, year (`FIRST` or
    `SECOND`), count, total, share. The last reason takes up the rest. The counts are complete.
    """
    frame = reunion_counts() if frame is None else frame
    frame = frame[frame["series"].eq(SYSTEM) & frame["measure"].eq("found")]
    total_one = int(one(frame, as_of=YEAR_ONE, category=""))
    total_two = int(one(frame, as_of=YEAR_TWO, category="")) - total_one
    rows = []
    for reason, (parts_one, parts_two) in REASONS.items():
        first = sum(int(one(frame, as_of=YEAR_ONE, category=part)) for part in parts_one)
        both = sum(int(one(frame, as_of=YEAR_TWO, category=part)) for part in parts_two)
        rows += [(reason, FIRST, first, total_one), (reason, SECOND, both - first, total_two)]
    for year, total in ((FIRST, total_one), (SECOND, total_two)):
        rows.append((REST, year, total - sum(r[2] for r in rows if r[1] == year), total))
    table = pd.DataFrame(rows, columns=["reason", "year", "count", "total"])
    return table.assign(share=table["count"] / table["total"])
