"""Numbers on the alert system and on the share of the found who had been trafficked."""

from __future__ import annotations

from biometrics_china import multiverse
from biometrics_china.analysis.trafficking import alerts, share
from biometrics_china.analysis.trafficking.counts import one, reunion_counts
from biometrics_china.numbers import Numbers
from biometrics_china.statistics import wilson


def add_alerts(found: Numbers) -> None:
    """Add the recovery rate, its intervals, and the bounds for the children of each period."""
    table = alerts.recovery()
    found.date("system_start", alerts.SINCE, "start of the alert system")
    for name, row in (("first", table.iloc[0]), ("last", table.iloc[-1])):
        found.count(f"alerts_{name}_published", row["published"], f"published, {name} date")
        found.count(f"alerts_{name}_found", row["found"], f"found, {name} date")
        found.date(f"alerts_{name}_date", row["as_of"], f"{name} date")
        for key in ("share", "low", "high"):
            found.percent(f"alerts_{name}_{key}", row[key], f"{name} rate, {key}", digits=1)
    last, earlier = table.iloc[-1], table.iloc[1:-1]
    found.count("alerts_new", last["new_published"], "published in the last period")
    found.count("alerts_new_found", last["new_found"], "found in the last period")
    found.percent("alerts_naive", last["naive"], "their ratio, per cent")
    found.percent("alerts_bound_low", earlier["cohort_low"].min(), "lowest lower bound of a period")
    found.percent(
        "alerts_bound_high",
        earlier["cohort_high"].max(),
        "highest upper bound of a period",
        digits=1,
    )
    missing = last["published"] - last["found"]
    found.count("alerts_missing", missing, "published and not found at the last date")
    found.count("n_alerts", len(table), "dates of the alert system")
    _reasons(found)


def _reasons(found: Numbers) -> None:
    table = alerts.reasons()
    rows = {(r["reason"], r["year"]): r for r in table.to_dict("records")}
    for name, reason in (("ran", "Ran away"), ("traded", "Rescued from trafficking")):
        for number, year in (("one", alerts.FIRST), ("two", alerts.SECOND)):
            row = rows[(reason, year)]
            found.count(f"{name}_{number}", row["count"], f"{reason}, found in the {year}")
            for key in ("share", "low", "high"):
                digits = 1 if name == "traded" else 0
                found.percent(
                    f"{name}_{number}_{key}", row[key], f"{reason}, {year}, {key}", digits=digits
                )
    found.count("found_one", table["total"].iloc[0], "children found in the first year")
    found.count("found_two", table["total"].iloc[1], "children found in the second year")
    odds = alerts.trafficked_odds()
    for key in ("ratio", "low", "high"):
        found.decimal(f"odds_{key}", getattr(odds, key), f"odds ratio, first year: {key}")
    found.p_value("odds_p", odds.p_value, "Fisher's exact test")


def add_share(found: Numbers) -> None:
    """Add the trafficked share under every choice, the dead among the found, and an upper bound."""
    grid = share.choices()
    main = grid[grid["is_main"]].iloc[0]
    spread = multiverse.spread(grid)
    for name, key in (("main", "main"), ("min", "lowest"), ("max", "highest")):
        found.percent(f"share_{name}", spread[key], f"trafficked, of the found: {key}", digits=1)
    for end in ("low", "high"):
        found.percent(f"share_main_{end}", main[end], f"{end} bound of the main share", digits=1)
    found.count("n_share", spread["n"], "readings of the trafficked share")
    one_year = share.tallies()["first year, to May 2017"]
    assert one_year.dead is not None
    found.count("dead_one", one_year.dead, "of those found in the first year, known to be dead")
    found.percent("dead_one_share", one_year.dead / one_year.found, "the same, per cent", digits=1)
    frame = reunion_counts()
    system = frame[frame["series"].eq(alerts.SYSTEM)]
    other = one(system, as_of=alerts.YEAR_ONE, category="other")
    most = wilson(int(one_year.trafficked + other), one_year.found)
    found.percent("share_ceiling", most.share, "if the reason “other” were all trafficking")
    found.count("killed", one(system, as_of="2021-05-15", category="killed"), "killed, five years")
    ran = one(system, measure="stated_share", category="runaway")
    found.count("ran_stated", ran, "stated share that had left home, May 2021, per cent")
