"""Numbers on the search: the DNA database, the operation of 2021, the alert system."""

from __future__ import annotations

import pandas as pd

from biometrics_china import multiverse
from biometrics_china.analysis.trafficking import (
    alerts,
    break_2021,
    operation,
    reunions,
    samples,
    share,
)
from biometrics_china.analysis.trafficking.counts import one, reunion_counts
from biometrics_china.numbers import Numbers
from biometrics_china.statistics import wilson


def add_search(found: Numbers) -> None:
    """Add all numbers that are computed from the counts of reunions and alerts."""
    frame = reunion_counts()
    _database(found, frame)
    _break(found, frame)
    _yields(found, frame)
    _operation(found, frame)
    _apart(found, frame)
    _alerts(found, frame)
    _reasons(found, frame)
    _share(found, frame)


def _database(found: Numbers, frame: pd.DataFrame) -> None:
    points = reunions.total(frame).set_index("as_of")
    for name, as_of in (("2013", "2013-01"), ("2015", "2015-12-11"), ("2019", "2019"),
                        ("2021", "2021-09-17")):  # fmt: skip
        found.count(f"total_{name}", points.loc[as_of, "value"], f"reunions by DNA to {as_of}")
        found.date(f"total_{name}_date", as_of, "date of that total")
    found.date("database_start", reunions.SINCE, "start of the database and of its count")
    found.count("n_totals", len(points), "totals of reunions by DNA that were found")
    database = frame[frame["series"].eq(reunions.DATABASE)]
    records = database[database["measure"].eq("records") & database["category"].eq("")]
    for name, as_of in (("2010", "2010-07-27"), ("2011", "2011-04"), ("2015", "2015-12")):
        found.count(
            f"records_{name}", one(records, as_of=as_of), f"records in the database, {as_of}"
        )
        found.date(f"records_{name}_date", as_of, "date of that count")
    found.count("stated_2012", one(database, since="2012", as_of="2012"), "reunions in 2012")
    stated = one(database, since="2015-01-01", as_of="2015-12-11")
    found.count("stated_2015", stated, "reunions in 2015 to 11 December")


def _break(found: Numbers, frame: pd.DataFrame) -> None:
    before, after = break_2021.main_paces(frame)
    found.count("pace_before", round(before), "reunions by DNA a year, December 2015 to 2019")
    found.count("pace_after", round(after, -1), "reunions by DNA a year in 2021, to tens")
    pace = reunions.pace(frame)
    for name in ("per_year", "low", "high"):
        value = round(pace[name].iloc[-1])
        found.count(f"pace_since_{name}", value, "reunions a year since 2019: " + name)
    earlier = pace["per_year"].iloc[:-1]
    found.count("pace_min", round(earlier.min()), "lowest pace of a stretch before 2020")
    found.count("pace_max", round(earlier.max()), "highest pace of a stretch before 2020")
    grid = break_2021.choices(frame)
    main = grid[grid["is_main"]].iloc[0]
    for end in ("low", "high"):
        found.decimal(f"break_{end}", main[end], f"{end} bound of the main ratio, from the dates")
    spread = multiverse.spread(grid)
    for name, key in (("main", "main"), ("min", "lowest"), ("max", "highest")):
        found.decimal(f"break_{name}", spread[key], f"pace of 2021 over pace before: {key}")
    found.decimal("break_floor", grid["low"].min(), "lowest bound of all the readings")
    found.count("n_break", spread["n"], "readings of the ratio")


def _yields(found: Numbers, frame: pd.DataFrame) -> None:
    printed = (
        ("shelter", ("share", "low", "high")),
        ("points", ("share", "low", "high")),
        ("database_2010", ("share",)),
        ("database_2011", ("share",)),
        ("database_2015", ()),
    )
    rows = samples.yields(frame).to_dict("records")
    for (name, keys), row in zip(printed, rows, strict=True):
        scheme = row["scheme"]
        found.count(f"{name}_matched", row["matched"], f"matched: {scheme}")
        found.count(f"{name}_sampled", row["sampled"], f"sampled: {scheme}")
        for key in keys:
            meaning = f"yield, {key}, per cent: {scheme}"
            found.percent(f"{name}_{key}", row[key], meaning, digits=1)
    ways = samples.ways_home(frame).set_index("category")
    found.count("home_total", ways["total"].iloc[0], "reunited by shelter stations, half of 2016")
    for key in ("share", "low", "high"):
        found.percent(f"home_dna_{key}", ways.loc["by_dna", key], f"of these by DNA, {key}")
    found.percent("home_questions", ways.loc["by_questions", "share"], "of these by asking")


def _operation(found: Numbers, frame: pd.DataFrame) -> None:
    table = operation.within_year(frame)
    last, autumn = table.iloc[-1], table.set_index("as_of").loc[operation.SEPTEMBER]
    found.date("op_year", operation.SINCE[:4], "year of the operation")
    found.count("op_found", last["found"], "people found by the operation in 2021")
    found.count("op_cases", last["cases_solved"], "old cases solved by the operation, more than")
    found.count("op_per_case", round(last["found"] / last["cases_solved"]), "found for each case")
    found.percent("op_late", 1 - autumn["share"], "found after 21 September, per cent")
    found.date("op_autumn", operation.SEPTEMBER, "date of the report in September")
    found.count("op_pace_first", round(table["per_day"].iloc[0]), "found a day to 3 May")
    found.count("op_pace_last", round(table["per_day"].iloc[-1]), "found a day in December")
    found.count("n_op", len(table), "reports on the operation")
    part = frame[frame["series"].eq(operation.OPERATION)]
    suspects = one(part, measure="suspects_caught", as_of=operation.DECEMBER)
    found.count("op_suspects", suspects, "suspects caught by the operation, more than")
    new = one(part, measure="stated_share", category="new_samples")
    found.count("op_new_samples", new, "share matched through samples newly taken, per cent, about")


def _apart(found: Numbers, frame: pd.DataFrame) -> None:
    table = operation.apart(frame)
    december = table[table["as_of"].eq(operation.DECEMBER)]
    found.count("apart_stated", december["count"].sum(), "apart for twenty years or more")
    found.count("apart_60", december["count"].iloc[-1], "apart for sixty years or more")
    for end, row in zip(("first", "second"), december.to_dict("records"), strict=False):
        found.words(f"apart_{end}_band", row["band"], f"{end} band of years apart")
        found.percent(f"apart_{end}", row["of_stated"], f"of these, {row['band']}, per cent")
    found.words("apart_last_band", december["band"].iloc[-1], "last band of years apart")
    bounds = operation.long_apart_bounds(frame).set_index("as_of")
    least, autumn = bounds.loc[operation.DECEMBER, "low"], bounds.loc[operation.SEPTEMBER]
    found.percent("apart_share", least, "of all found, per cent, at least")
    for end in ("low", "high"):
        meaning = f"the same in September, {end}er bound"
        found.percent(f"apart_autumn_{end}", autumn[end], meaning)


def _alerts(found: Numbers, frame: pd.DataFrame) -> None:
    table = alerts.recovery(frame)
    first, last, between = table.iloc[0], table.iloc[-1], table.iloc[1:-1]
    found.date("system_start", alerts.SINCE, "start of the alert system")
    found.date("alerts_first_date", first["as_of"], "first date")
    found.percent("alerts_first_share", first["share"], "first rate, share", digits=1)
    found.date("alerts_last_date", last["as_of"], "last date")
    for key in ("share", "low", "high"):
        found.percent(f"alerts_last_{key}", last[key], f"last rate, {key}", digits=1)
    found.count("alerts_new", last["new_published"], "published in the last period")
    found.count("alerts_new_found", last["new_found"], "found in the last period")
    found.percent("alerts_naive", last["naive"], "their ratio, per cent")
    low, high = between["cohort_low"].min(), between["cohort_high"].max()
    found.percent("alerts_bound_low", low, "lowest lower bound of a period")
    found.percent("alerts_bound_high", high, "highest upper bound of a period", digits=1)
    found.count("n_alerts", len(table), "dates of the alert system")


def _reasons(found: Numbers, frame: pd.DataFrame) -> None:
    table = alerts.reasons(frame)
    rows = table.set_index(["reason", "year"]).to_dict("index")
    for number, year in (("one", alerts.FIRST), ("two", alerts.SECOND)):
        share_away = rows[("Ran away", year)]["share"]
        found.percent(f"ran_{number}_share", share_away, f"Ran away, {year}, share")
        reason, row = alerts.TRADED, rows[(alerts.TRADED, year)]
        found.count(f"traded_{number}", row["count"], f"{reason}, found in the {year}")
        for key in ("share", "low", "high"):
            meaning = f"{reason}, {year}, {key}"
            found.percent(f"traded_{number}_{key}", row[key], meaning, digits=1)
    found.count("found_one", table["total"].iloc[0], "children found in the first year")
    found.count("found_two", table["total"].iloc[1], "children found in the second year")
    odds = alerts.trafficked_odds(frame)
    for key in ("ratio", "low", "high"):
        found.decimal(f"odds_{key}", getattr(odds, key), f"odds ratio, first year: {key}")
    found.p_value("odds_p", odds.p_value, "Fisher's exact test")


def _share(found: Numbers, frame: pd.DataFrame) -> None:
    grid = share.choices(frame)
    main, spread = grid[grid["is_main"]].iloc[0], multiverse.spread(grid)
    for name, key in (("main", "main"), ("min", "lowest"), ("max", "highest")):
        found.percent(f"share_{name}", spread[key], f"trafficked, of the found: {key}", digits=1)
    for end in ("low", "high"):
        found.percent(f"share_main_{end}", main[end], f"{end} bound of the main share", digits=1)
    found.count("n_share", spread["n"], "readings of the trafficked share")
    year = share.tallies(frame)["first year, to May 2017"]
    found.count("dead_one", year.dead, "of those found in the first year, known to be dead")
    system = frame[frame["series"].eq(alerts.SYSTEM)]
    other = one(system, as_of=alerts.YEAR_ONE, category="other")
    most = wilson(int(year.trafficked + other), year.found)
    found.percent("share_ceiling", most.share, "if the reason “other” were all trafficking")
    ran = one(system, measure="stated_share", category="runaway")
    found.count("ran_stated", ran, "stated share that had left home, May 2021, per cent")
