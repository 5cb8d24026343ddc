"""The alert system: how many of the published children are found, and what had become of them."""

from __future__ import annotations

import pandas as pd

from biometrics_china.analysis.trafficking.counts import one, reunion_counts, totals
from biometrics_china.statistics import OddsRatio, fisher_exact, with_shares

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

    Columns: as_of, day, published, found (cumulative counts), share, low, high (95 % Wilson),
    new_published, new_found (in the period since the row before), naive (their ratio),
    cohort_low, cohort_high (see `cohort_bounds`), source_id. One row a date with both counts.
    """
    frame = reunion_counts() if frame is None else frame
    published = totals(frame, SYSTEM, "published").set_index("as_of")
    found = totals(frame, SYSTEM, "found").set_index("as_of")["value"].rename("value_found")
    both = published.join(found, how="inner").reset_index()
    table = both[["as_of", "day", "source_id"]].assign(
        published=both["value"].astype(int), found=both["value_found"].astype(int)
    )
    return _with_cohorts(with_shares(table, "found", "published"))


def _with_cohorts(table: pd.DataFrame) -> pd.DataFrame:
    missing = table["published"] - table["found"]
    before = missing.shift(fill_value=0)
    new = table["published"].diff().fillna(table["published"]).astype(int)
    new_found = table["found"].diff().fillna(table["found"]).astype(int)
    bounds = [
        cohort_bounds(int(n), int(b), int(m)) for n, b, m in zip(new, before, missing, strict=True)
    ]
    return table.assign(
        new_published=new,
        new_found=new_found,
        naive=new_found / new,
        cohort_low=[low for low, _ in bounds],
        cohort_high=[high for _, high in bounds],
    )


def cohort_bounds(published: int, missing_before: int, missing_after: int) -> tuple[float, float]:
    """Return bounds of the share of one period's children who were found by its end.

    `published` children were added in the period; `missing_before` and `missing_after` count all
    children not found at its start and end. At most all of those missing at the end, and at least
    the increase, are of this period (partial identification, Manski 2003). It is assumed that an
    alert is never withdrawn and that a child once found stays found. Raises ValueError if more are
    missing than were ever published.
    """
    least = max(0, missing_after - missing_before)
    if published <= 0 or least > published:
        raise ValueError(f"{least} missing of {published} published cannot be")
    most = min(missing_after, published)
    return 1 - most / published, 1 - least / published


def reasons(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return why the found children had been missing, first year beside second.

    The second year is the difference of two cumulative counts. Columns: reason, year (`FIRST` or
    `SECOND`), count, total, share, low, high (95 % Wilson). The last reason takes up the rest.
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
    return with_shares(table, "count", "total")


def trafficked_odds(frame: pd.DataFrame | None = None) -> OddsRatio:
    """Test the trafficked share of the found, first year against second (Fisher's exact test)."""
    table = reasons(frame)
    part = table[table["reason"].eq(TRADED)].to_dict("records")
    return fisher_exact([[row["count"], row["total"] - row["count"]] for row in part])
