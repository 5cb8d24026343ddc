"""Numbers on the search: the DNA database, how its pace rose, and what samples yield."""

from __future__ import annotations

import math

import pandas as pd

from biometrics_china import bounds, multiverse, origins
from biometrics_china.analysis.trafficking import (
    break_2021,
    numbers_alerts,
    numbers_operation,
    reunions,
    samples,
)
from biometrics_china.analysis.trafficking.counts import CHINA, only, reunion_counts, totals
from biometrics_china.numbers import Numbers


def add_search(found: Numbers) -> None:
    """Add all numbers that are computed from the counts of reunions and alerts."""
    frame = reunion_counts()
    _database(found, frame)
    _break(found, frame)
    _yields(found, frame)
    numbers_operation.add(found, frame)
    numbers_alerts.add(found, frame)


def _database(found: Numbers, frame: pd.DataFrame) -> None:
    points = totals(frame, reunions.DATABASE, "found", reunions.SINCE)
    for name, as_of in (("2013", "2013-01"), ("2015", "2015-12-11"), ("2019", "2019"),
                        ("2021", "2021-09-17")):  # fmt: skip
        row = only(points, as_of=as_of)
        found.count(f"total_{name}", origins.field(row, "value"), f"reunions by DNA to {as_of}")
        found.date(f"total_{name}_date", origins.field(row, "as_of"), "date of that total")
    start = origins.field(points.iloc[0], "since")
    found.date("database_start", start, "start of the database and of its count")
    found.count("n_totals", points, "totals of reunions by DNA that were found")
    database = frame[frame["series"].eq(reunions.DATABASE)]
    records = database[database["measure"].eq("records") & database["category"].eq("")]
    for name, as_of in (("2010", "2010-07-27"), ("2011", "2011-04"), ("2015", "2015-12")):
        row = only(records, as_of=as_of)
        meaning = f"records in the database, {as_of}"
        found.count(f"records_{name}", origins.field(row, "value"), meaning)
        found.date(f"records_{name}_date", origins.field(row, "as_of"), "date of that count")
    stated = origins.field(only(database, since="2012", as_of="2012"), "value")
    found.count("stated_2012", stated, "reunions in 2012")
    stated = origins.field(only(database, since="2015-01-01", as_of="2015-12-11"), "value")
    found.count("stated_2015", stated, "reunions in 2015 to 11 December")


def _break(found: Numbers, frame: pd.DataFrame) -> None:
    points = totals(frame, reunions.DATABASE, "found", reunions.SINCE)
    decade = points[points["as_of"].eq(reunions.BEFORE)]
    since = points[points["as_of"].isin([reunions.BEFORE, reunions.LAST])]
    how = "rise between two totals / years between them"
    before, after = break_2021.main_paces(frame)
    part = found.made_of(decade, how=how)
    part.count("pace_before", round(before), "reunions by DNA a year, April 2009 to 2019")
    meaning = "reunions by DNA a year since 2019, on average"
    found.count("pace_after", origins.of(round(after), since, how=how), meaning)
    how = f"{how}, for all days and roundings that they allow"
    stretches = reunions.pace(frame).to_dict("records")
    for name, rows, row in zip(("decade", "since"), (decade, since), stretches, strict=True):
        meaning = f"reunions by DNA a year, {row['stretch'].strip()}"
        bounds.add(found.made_of(rows, how=how), f"pace_{name}", row["low"], row["high"], meaning)
    between = reunions.between(frame)
    part = found.made_of(points[points["last"].le(decade["last"].iloc[0])], how=how)
    up_to = origins.count(points[points["last"].le(decade["last"].iloc[0])])
    part.count("n_stretches", up_to, "stretches between totals up to that of 2019")
    least, most = between["per_year"].min(), between["per_year"].max()
    bounds.add(part, "stretch", least, most, "yearly pace between two totals up to 2019")
    top = math.ceil(between["high"].max())
    part.count("stretch_top", top, "highest pace the dates allow there")
    _rise(
        found,
        found.made_of(
            points, _stated(frame), how="yearly pace after / yearly pace before, under each reading"
        ),
        frame,
    )


def _stated(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with the reunions of single years."""
    database = frame[frame["series"].eq(reunions.DATABASE)]
    years = (("2012", "2012"), ("2015-01-01", "2015-12-11"))
    return pd.DataFrame([only(database, since=since, as_of=as_of) for since, as_of in years])


def _rise(found: Numbers, part: Numbers, frame: pd.DataFrame) -> None:
    floor = break_2021.least_rise(frame)
    meaning = "least ratio of the pace since 2019 to the decade's"
    part.decimal("break_floor", floor, meaning, bound="low")
    grid = break_2021.choices(frame)
    found.count("n_break", origins.fixed(len(grid)), "readings of the ratio")
    below = multiverse.spread(grid)["below"]
    part.count("break_place", below + 1, "place of the main reading, from below")
    is_free = grid["pace_after"].eq(break_2021.SINCE_2019)
    for name, of in (("free", grid[is_free]), ("assumed", grid[~is_free])):
        readings = origins.fixed(len(of))
        found.count(f"n_{name}", readings, f"readings of the ratio, {of['pace_after'].iloc[0]}")
        least, most = of["low"].min(), of["high"].max()
        bounds.add(part, f"break_{name}", least, most, "ratio over these readings", digits=1)


def _yields(found: Numbers, frame: pd.DataFrame) -> None:
    names = ("shelter", "points", "database_2010", "database_2011", "database_2015")
    limits, national = samples.yields(frame)["is_limit"], frame[frame["place"].eq(CHINA)]
    for name, scheme, is_limit in zip(names, samples.SCHEMES, limits, strict=True):
        matched, sampled = (
            origins.field(only(national, **cells), "value")
            for cells in (scheme.matched, scheme.sampled)
        )
        found.count(f"{name}_matched", matched, f"matched: {scheme.words}")
        found.count(f"{name}_sampled", sampled, f"sampled: {scheme.words}")
        if name != names[-1]:
            bound = "high" if is_limit else ""
            meaning = f"yield, per cent: {scheme.words}"
            share = matched / sampled
            found.percent(f"{name}_share", share, meaning, digits=1, bound=bound)
    shelters = frame[frame["series"].eq("shelters") & frame["measure"].eq("found")]
    total = origins.field(only(shelters, category=""), "value")
    found.count("home_total", total, "reunited by shelter stations, half of 2016")
    for name, category, meaning in (
        ("home_dna_share", "by_dna", "of these by DNA"),
        ("home_questions", "by_questions", "of these by asking"),
    ):
        way = origins.field(only(shelters, category=category), "value")
        found.percent(name, way / total, meaning)
