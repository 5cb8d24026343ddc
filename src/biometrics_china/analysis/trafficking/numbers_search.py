"""Numbers on the search: the DNA database, the operation of 2021, the alert system."""

from __future__ import annotations

import math

import pandas as pd

from biometrics_china import bounds, multiverse
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
    found.count("pace_before", round(before), "reunions by DNA a year, April 2009 to 2019")
    found.count("pace_after", round(after), "reunions by DNA a year since 2019, on average")
    stretches = reunions.pace(frame)
    for name, row in zip(("decade", "since"), stretches.to_dict("records"), strict=True):
        meaning = f"reunions by DNA a year, {row['stretch'].strip()}"
        bounds.add(found, f"pace_{name}", row["low"], row["high"], meaning)
    between = reunions.between(frame)
    found.count("n_stretches", len(between), "stretches between totals up to that of 2019")
    least, most = between["per_year"].min(), between["per_year"].max()
    bounds.add(found, "stretch", least, most, "yearly pace between two totals up to 2019")
    found.count(
        "stretch_top", math.ceil(between["high"].max()), "highest pace the dates allow there"
    )
    floor, meaning = (
        break_2021.least_rise(frame),
        "least ratio of the pace since 2019 to the decade's",
    )
    found.decimal("break_floor", floor, meaning, bound="low")
    grid = break_2021.choices(frame)
    found.count("n_break", len(grid), "readings of the ratio")
    below = multiverse.spread(grid)["below"]
    found.count("break_place", below + 1, "place of the main reading, from below")
    is_free = grid["pace_after"].eq(break_2021.SINCE_2019)
    for name, part in (("free", grid[is_free]), ("assumed", grid[~is_free])):
        found.count(f"n_{name}", len(part), f"readings of the ratio, {part['pace_after'].iloc[0]}")
        least, most = part["low"].min(), part["high"].max()
        bounds.add(found, f"break_{name}", least, most, "ratio over these readings", digits=1)


def _yields(found: Numbers, frame: pd.DataFrame) -> None:
    names = ("shelter", "points", "database_2010", "database_2011", "database_2015")
    for name, row in zip(names, samples.yields(frame).to_dict("records"), strict=True):
        scheme, last = row["scheme"], name == names[-1]
        found.count(f"{name}_matched", row["matched"], f"matched: {scheme}")
        found.count(f"{name}_sampled", row["sampled"], f"sampled: {scheme}")
        if not last:
            bound = "high" if row["is_limit"] else ""
            meaning = f"yield, per cent: {scheme}"
            found.percent(f"{name}_share", row["share"], meaning, digits=1, bound=bound)
    ways = samples.ways_home(frame).set_index("category")
    found.count("home_total", ways["total"].iloc[0], "reunited by shelter stations, half of 2016")
    found.percent("home_dna_share", ways.loc["by_dna", "share"], "of these by DNA")
    found.percent("home_questions", ways.loc["by_questions", "share"], "of these by asking")


def _operation(found: Numbers, frame: pd.DataFrame) -> None:
    table = operation.within_year(frame)
    last, autumn = table.iloc[-1], table.set_index("as_of").loc[operation.SEPTEMBER]
    found.date("op_year", operation.SINCE[:4], "year of the operation")
    found.count("op_found", last["found"], "people found by the operation in 2021")
    found.count("op_cases", last["cases_solved"], "old cases solved by the operation, more than")
    most = math.ceil(last["found"] / last["cases_solved"])
    found.count("op_per_case", most, "found for each case, at most")
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
    stated = operation.long_apart_bounds(frame).set_index("as_of")
    least = stated["low"][operation.DECEMBER]
    found.percent("apart_share", least, "of all found, per cent, at least", bound="low")
    low, high = (100 * float(stated[end][operation.SEPTEMBER]) for end in ("low", "high"))
    bounds.add(found, "apart_autumn", low, high, "the same in September, per cent")
    late = operation.late(frame).iloc[-1]
    found.count("apart_60_early", late["early"], "of these reported up to September")
    found.count("apart_60_late", late["late"], "of these reported later")


def _alerts(found: Numbers, frame: pd.DataFrame) -> None:
    table = alerts.recovery(frame)
    first, last, between = table.iloc[0], table.iloc[-1], table.iloc[1:-1]
    found.date("system_start", alerts.SINCE, "start of the alert system")
    found.date("alerts_first_date", first["as_of"], "first date")
    found.percent("alerts_first_share", first["share"], "first rate, share", digits=1)
    found.date("alerts_last_date", last["as_of"], "last date")
    found.percent("alerts_last_share", last["share"], "last rate", digits=1)
    found.count("alerts_new", last["new_published"], "published in the last period")
    found.count("alerts_new_found", last["new_found"], "found in the last period")
    found.percent("alerts_naive", last["naive"], "their ratio, per cent")
    for name, column in (("bound", "cohort_low"), ("bound_own", "period_low")):
        meaning = "children of a period between the first and the last who were found, at least"
        found.percent(f"alerts_{name}", between[column].min(), meaning, bound="low")
    found.count("n_alerts", len(table), "dates of the alert system")


def _reasons(found: Numbers, frame: pd.DataFrame) -> None:
    table = alerts.reasons(frame)
    rows = table.set_index(["reason", "year"]).to_dict("index")
    for number, year in (("one", alerts.FIRST), ("two", alerts.SECOND)):
        share_away = rows[("Ran away", year)]["share"]
        found.percent(f"ran_{number}_share", share_away, f"Ran away, {year}, share")
        reason, row = alerts.TRADED, rows[(alerts.TRADED, year)]
        found.count(f"traded_{number}", row["count"], f"{reason}, found in the {year}")
        found.percent(f"traded_{number}_share", row["share"], f"{reason}, {year}", digits=1)
    found.count("found_one", table["total"].iloc[0], "children found in the first year")
    found.count("found_two", table["total"].iloc[1], "children found in the second year")


def _share(found: Numbers, frame: pd.DataFrame) -> None:
    grid = share.choices(frame)
    spread = multiverse.spread(grid)
    found.percent("share_main", spread["main"], "trafficked, of the found, main reading", digits=1)
    least, most = 100 * spread["lowest"], 100 * spread["highest"]
    bounds.add(found, "share", least, most, "trafficked, over the readings", digits=1)
    found.count("n_share", spread["n"], "readings of the trafficked share")
    found.count("share_place", spread["below"] + 1, "place of the main reading, from below")
    year = share.tallies(frame)["first year, to May 2017"]
    found.count("dead_one", year.dead, "of those found in the first year, known to be dead")
    system = frame[frame["series"].eq(alerts.SYSTEM)]
    other = one(system, as_of=alerts.YEAR_ONE, category="other")
    most = (year.trafficked + other) / year.found
    meaning = "of the first year, if the reason “other” were all trafficking"
    found.percent("share_ceiling", most, meaning, bound="high")
    ran = one(system, measure="stated_share", category="runaway")
    found.count("ran_stated", ran, "stated share that had left home, May 2021, per cent")
