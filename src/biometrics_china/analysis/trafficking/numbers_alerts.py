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
    last, between = table.iloc[-1], table.iloc[1:-1]
    start = origins.field(published.iloc[0], "since")
    found.date("system_start", start, "start of the alert system")
    for name, at, meaning in (("first", 0, "first rate, share"), ("last", -1, "last rate")):
        row = published.iloc[at]
        found.date(f"alerts_{name}_date", origins.field(row, "as_of"), f"{name} date")
        rate = only(finds, as_of=row["as_of"])
        rate_of = origins.ratio(*(origins.field(one, "value") for one in (rate, row)))
        found.percent(f"alerts_{name}_share", rate_of, meaning, digits=1)
    how = "difference of the last two totals"
    new = origins.of(last["new_published"], published[-2:], how=how)
    found.count("alerts_new", new, "published in the last period")
    new_found = origins.of(last["new_found"], finds[-2:], how=how)
    found.count("alerts_new_found", new_found, "found in the last period")
    how = f"{new_found.value:,} / {new.value:,}"
    naive = origins.of(last["naive"], new_found, new, how=how)
    found.percent("alerts_naive", naive, "their ratio, per cent")
    part = found.made_of(published, finds, how="bounds by linear programming over these totals")
    for name, column in (("bound", "cohort_low"), ("bound_own", "period_low")):
        meaning = "children of a period between the first and the last who were found, at least"
        part.percent(f"alerts_{name}", between[column].min(), meaning, bound="low")
    found.count("n_alerts", published, "dates of the alert system")


def _reasons(found: Numbers, frame: pd.DataFrame) -> None:
    table = alerts.reasons(frame).set_index(["reason", "year"]).to_dict("index")
    finds = frame[frame["series"].eq(alerts.SYSTEM) & frame["measure"].eq("found")]
    dates = {alerts.FIRST: [alerts.YEAR_ONE], alerts.SECOND: [alerts.YEAR_ONE, alerts.YEAR_TWO]}
    for number, year in (("one", alerts.FIRST), ("two", alerts.SECOND)):
        until = finds[finds["as_of"].isin(dates[year])]
        for reason, category, name in (
            ("Ran away", "runaway", "ran"),
            (alerts.TRADED, alerts.TRAFFICKED, "traded"),
        ):
            row = table[(reason, year)]
            rows = until[until["category"].eq(category)]
            if name == "traded":
                counted = origins.of(row["count"], rows, how=_WAYS[year])
                found.count(f"traded_{number}", counted, f"{reason}, found in the {year}")
            how = f"{row['count']:,} / {row['total']:,}"
            part = origins.of(row["share"], rows, until[until["category"].eq("")], how=how)
            meaning = f"{reason}, {year}" + ", share" * (name == "ran")
            digits = int(name == "traded")
            found.percent(f"{name}_{number}_share", part, meaning, digits=digits)
    for number, year in (("one", alerts.FIRST), ("two", alerts.SECOND)):
        rows = finds[finds["as_of"].isin(dates[year]) & finds["category"].eq("")]
        total = origins.of(table[(alerts.TRADED, year)]["total"], rows, how=_WAYS[year])
        found.count(f"found_{number}", total, f"children found in the {year}")


#: how a count of a year is made of cumulative ones
_WAYS = {alerts.FIRST: "“value”", alerts.SECOND: "difference of the counts of both dates"}


def _share(found: Numbers, frame: pd.DataFrame) -> None:
    grid = share.choices(frame)
    spread = multiverse.spread(grid)
    system = frame[frame["series"].eq(alerts.SYSTEM)]
    windows = [alerts.YEAR_ONE, alerts.YEAR_TWO, share.END_2016]
    part = system[system["as_of"].isin(windows)]
    part = part[part["measure"].isin(["found", "published", "stated_share"])]
    over = found.made_of(part, how="trafficked / each total, in each window")
    both = system[system["as_of"].eq(alerts.YEAR_TWO) & system["measure"].eq("found")]
    two = [origins.field(only(both, category=c), "value") for c in (alerts.TRAFFICKED, "")]
    main = origins.ratio(*two)
    found.percent("share_main", main, "trafficked, of the found, main reading", digits=1)
    least, most = 100 * spread["lowest"], 100 * spread["highest"]
    bounds.add(over, "share", least, most, "trafficked, over the readings", digits=1)
    found.count("n_share", origins.fixed(spread["n"]), "readings of the trafficked share")
    over.count("share_place", spread["below"] + 1, "place of the main reading, from below")
    first = system[system["as_of"].eq(alerts.YEAR_ONE)]
    dead = first[first["measure"].eq("found") & first["category"].isin(share.DEATHS)]
    summed = origins.over(dead, "value")
    found.count("dead_one", summed, "of those found in the first year, known to be dead")
    year = share.tallies(frame)["first year, to May 2017"]
    other = only(first, category="other")
    rows = first[first["measure"].eq("found") & first["category"].isin([alerts.TRAFFICKED, ""])]
    how = f"({year.trafficked:,} + {other['value']:,.0f}) / {year.found:,}"
    ceiling = origins.of((year.trafficked + other["value"]) / year.found, other, rows, how=how)
    meaning = "of the first year, if the reason “other” were all trafficking"
    found.percent("share_ceiling", ceiling, meaning, bound="high")
    ran = origins.field(only(system, measure="stated_share", category="runaway"), "value")
    found.count("ran_stated", ran, "stated share that had left home, May 2021, per cent")
