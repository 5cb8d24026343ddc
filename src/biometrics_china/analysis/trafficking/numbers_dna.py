"""Numbers on the anti-trafficking DNA database, the rise of 2021 and what samples yield."""

from __future__ import annotations

from biometrics_china import multiverse
from biometrics_china.analysis.trafficking import break_2021, reunions, samples
from biometrics_china.analysis.trafficking.counts import one, reunion_counts
from biometrics_china.numbers import Numbers


def add_database(found: Numbers) -> None:
    """Add totals of reunions, contents of the database and the yearly values that were stated."""
    points = reunions.total().set_index("as_of")
    for name, as_of in (("2013", "2013-01"), ("2015", "2015-12-11"), ("2019", "2019"),
                        ("2021", "2021-09-17")):  # fmt: skip
        found.count(f"total_{name}", points.loc[as_of, "value"], f"reunions by DNA to {as_of}")
        found.date(f"total_{name}_date", as_of, "date of that total")
    found.date("database_start", reunions.SINCE, "start of the database and of its count")
    found.count("n_totals", len(points), "totals of reunions by DNA that were found")
    frame = reunion_counts()
    database = frame[frame["series"].eq(reunions.DATABASE)]
    records = database[database["measure"].eq("records") & database["category"].eq("")]
    for name, as_of in (("2010", "2010-07-27"), ("2011", "2011-04"), ("2015", "2015-12")):
        found.count(
            f"records_{name}", one(records, as_of=as_of), f"records in the database, {as_of}"
        )
        found.date(f"records_{name}_date", as_of, "date of that count")
    for name, as_of in (("a", "2010-07-27"), ("b", "2009-10")):
        value = one(database, measure="laboratories", as_of=as_of)
        found.count(f"laboratories_{name}", value, f"laboratories linked, {as_of}")
    found.count("stated_2012", one(database, since="2012", as_of="2012"), "reunions in 2012")
    stated = one(database, since="2015-01-01", as_of="2015-12-11")
    found.count("stated_2015", stated, "reunions in 2015 to 11 December")


def add_break(found: Numbers) -> None:
    """Add the pace before and in 2021 and its ratio under every choice."""
    before, after = break_2021.main_paces()
    found.count("pace_before", round(before), "reunions by DNA a year, December 2015 to 2019")
    found.count("pace_after", round(after, -1), "reunions by DNA a year in 2021, to tens")
    last = reunions.pace().iloc[-1]
    for name in ("per_year", "low", "high"):
        found.count(f"pace_since_{name}", round(last[name]), "reunions a year since 2019: " + name)
    earlier = reunions.pace().iloc[:-1]["per_year"]
    found.count("pace_min", round(earlier.min()), "lowest pace of a stretch before 2020")
    found.count("pace_max", round(earlier.max()), "highest pace of a stretch before 2020")
    grid = break_2021.choices()
    main = grid[grid["is_main"]].iloc[0]
    for end in ("low", "high"):
        found.decimal(f"break_{end}", main[end], f"{end} bound of the main ratio, from the dates")
    spread = multiverse.spread(grid)
    for name, key in (("main", "main"), ("min", "lowest"), ("max", "highest")):
        found.decimal(f"break_{name}", spread[key], f"pace of 2021 over pace before: {key}")
    found.decimal("break_floor", grid["low"].min(), "lowest bound of all the readings")
    found.count("n_break", spread["n"], "readings of the ratio")


def add_samples(found: Numbers) -> None:
    """Add what each scheme yields, and the ways home from shelter stations."""
    table = samples.yields().assign(
        name=["shelter", "points", "database_2010", "database_2011", "database_2015"]
    )
    for row in table.to_dict("records"):
        found.count(f"{row['name']}_matched", row["matched"], f"matched: {row['scheme']}")
        found.count(f"{row['name']}_sampled", row["sampled"], f"sampled: {row['scheme']}")
        for key in ("share", "low", "high"):
            found.percent(
                f"{row['name']}_{key}",
                row[key],
                f"yield, {key}, per cent: {row['scheme']}",
                digits=1,
            )
    ways = samples.ways_home().set_index("category")
    found.count("home_total", ways["total"].iloc[0], "reunited by shelter stations, half of 2016")
    for key in ("share", "low", "high"):
        found.percent(f"home_dna_{key}", ways.loc["by_dna", key], f"of these by DNA, {key}")
    found.percent("home_questions", ways.loc["by_questions", "share"], "of these by asking")
