"""Numbers on the alert system: how many children are found, and what had become of them."""

from __future__ import annotations

import pandas as pd

from biometrics_china import bounds, multiverse, origins
from biometrics_china.analysis.trafficking import alerts, share
from biometrics_china.analysis.trafficking.counts import only, totals
from biometrics_china.numbers import Numbers


def add(found: Numbers, frame: pd.DataFrame) -> None:
    """Add the numbers on alerts; `frame` is `counts.reunion_counts`."""
    _alerts(found, frame)
    _reasons(found, frame)
    _share(found, frame)


def _alerts(found: Numbers, frame: pd.DataFrame) -> None:
    table = alerts.recovery(frame)
    published, finds = (totals(frame, alerts.SYSTEM, m) for m in ("published", "found"))
    published = published[published["as_of"].isin(table["as_of"])]
    finds = finds[finds["as_of"].isin(table["as_of"])]
    between = table.iloc[1:-1]
    start = origins.field(published.iloc[0], "since")
    found.date("system_start", start, "start of the alert system")
    for name, at, meaning in (("first", 0, "first rate, share"), ("last", -1, "last rate")):
        row = published.iloc[at]
        found.date(f"alerts_{name}_date", origins.field(row, "as_of"), f"{name} date")
        rate = only(finds, as_of=row["as_of"])
        rate_of = origins.field(rate, "value") / origins.field(row, "value")
        found.percent(f"alerts_{name}_share", rate_of, meaning, digits=1)
    new, new_found = (
        origins.field(rows.iloc[-1], "value") - origins.field(rows.iloc[-2], "value")
        for rows in (published, finds)
    )
    found.count("alerts_new", new, "published in the last period")
    found.count("alerts_new_found", new_found, "found in the last period")
    found.percent("alerts_naive", new_found / new, "their ratio, per cent")
    part = found.made_of(
        published, finds, how="the least that any course of finds with these totals allows"
    )
    for name, column in (("bound", "cohort_low"), ("bound_own", "period_low")):
        meaning = "children of a period between the first and the last who were found, at least"
        part.percent(f"alerts_{name}", between[column].min(), meaning, bound="low")
    found.count("n_alerts", published, "dates of the alert system")


def _reasons(found: Numbers, frame: pd.DataFrame) -> None:
    finds = frame[frame["series"].eq(alerts.SYSTEM) & frame["measure"].eq("found")]

    def of_year(year: str, category: str) -> origins.Origin:
        """Return the children of a category found in a year: the second by difference."""
        one, two = (
            origins.field(only(finds, as_of=at, category=category), "value")
            for at in (alerts.YEAR_ONE, alerts.YEAR_TWO)
        )
        return one if year == alerts.FIRST else two - one

    for number, year in (("one", alerts.FIRST), ("two", alerts.SECOND)):
        for reason, category, name in (
            ("Ran away", "runaway", "ran"),
            (alerts.TRADED, alerts.TRAFFICKED, "traded"),
        ):
            counted = of_year(year, category)
            if name == "traded":
                found.count(f"traded_{number}", counted, f"{reason}, found in the {year}")
            part = counted / of_year(year, "")
            meaning = f"{reason}, {year}" + ", share" * (name == "ran")
            digits = int(name == "traded")
            found.percent(f"{name}_{number}_share", part, meaning, digits=digits)
    for number, year in (("one", alerts.FIRST), ("two", alerts.SECOND)):
        found.count(f"found_{number}", of_year(year, ""), f"children found in the {year}")


def _share(found: Numbers, frame: pd.DataFrame) -> None:
    grid = share.choices(frame)
    spread = multiverse.spread(grid)
    system = frame[frame["series"].eq(alerts.SYSTEM)]
    windows = [alerts.YEAR_ONE, alerts.YEAR_TWO, share.END_2016]
    part = system[system["as_of"].isin(windows)]
    part = part[part["measure"].isin(["found", "published", "stated_share"])]
    over = found.made_of(part, how="trafficked children / each total, in each window of time")
    both = system[system["as_of"].eq(alerts.YEAR_TWO) & system["measure"].eq("found")]
    two = [origins.field(only(both, category=c), "value") for c in (alerts.TRAFFICKED, "")]
    main = two[0] / two[1]
    found.percent("share_main", main, "trafficked, of the found, main reading", digits=1)
    least, most = 100 * spread["lowest"], 100 * spread["highest"]
    bounds.add(over, "share", least, most, "trafficked, over the readings", digits=1)
    found.count("n_share", origins.fixed(spread["n"]), "readings of the trafficked share")
    over.count("share_place", spread["below"] + 1, "place of the main reading, from below")
    first = system[system["as_of"].eq(alerts.YEAR_ONE)]
    dead = first[first["measure"].eq("found") & first["category"].isin(share.DEATHS)]
    summed = origins.over(dead, "value")
    found.count("dead_one", summed, "of those found in the first year, known to be dead")
    traded, other, everybody = (
        origins.field(only(first, measure="found", category=category), "value")
        for category in (alerts.TRAFFICKED, "other", "")
    )
    ceiling = (traded + other) / everybody
    meaning = "of the first year, if the reason “other” were all trafficking"
    found.percent("share_ceiling", ceiling, meaning, bound="high")
    ran = origins.field(only(system, measure="stated_share", category="runaway"), "value")
    found.count("ran_stated", ran, "stated share that had left home, May 2021, per cent")
