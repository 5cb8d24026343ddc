"""The numbers of the chapter on partner and activity."""

from __future__ import annotations

from biometrics_china import tables
from biometrics_china.analysis.cooperation import advice, cases, evidence, lights
from biometrics_china.numbers import Numbers


def numbers() -> Numbers:
    """Return the numbers of the chapter."""
    found = Numbers("cooperation", ["cooperation_cells"])
    _pairs(found)
    _readings(found)
    _cases(found.using("cooperation_cases", "cooperation_steps", "listings"))
    _rest(found)
    return found


def _pairs(found: Numbers) -> None:
    grid, frame = lights.grid(), lights.cells()
    light = grid["light"]
    found.count("n_pairs", len(grid), "pairs of partner and activity")
    found.count("n_stop", light.eq(lights.LIGHTS["stop"]).sum(), "pairs that are stop")
    conditions = light.eq(lights.LIGHTS["conditions"])
    found.count("n_conditions", conditions.sum(), "pairs that are only with conditions")
    found.count("n_partly", grid["bans"].gt(0).sum(), "pairs of which a rule forbids a part")
    found.count("n_unrecorded", (grid["harms"] + grid["cases"]).eq(0).sum(), "pairs without a row")
    named = {r for c in ("harms", "cases") for rows in frame[c].dropna() for r in rows}
    known = evidence.standing(evidence.facts(sorted(named)))
    found.count("n_rows", known["rows"], "rows of the book that document the pairs")
    found.count("n_works", known["works"], "works behind these rows")
    found.count("n_poor", known["poor"], "of these rows read in reports or on weak hosts")


def _readings(found: Numbers) -> None:
    judged, table = lights.judged(), lights.readings()
    found.count("n_readings", len(table), "readings of the rule")
    same = judged.eq(judged["main"], axis=0).all(axis=1)
    found.count("n_same", same.sum(), "pairs whose light is the same under every reading")
    found.count("stop_least", table["stop"].min(), "pairs that are stop, fewest of any reading")
    found.count("stop_most", table["stop"].max(), "pairs that are stop, most of any reading")


def _cases(found: Numbers) -> None:
    days = cases.days()
    found.count("n_cases", len(days), "worked cases")
    found.count("n_steps", len(cases.steps()), "steps of the worked cases")
    said = "months from stop by the rule to what ended a case"
    found.decimal("months_low", days["low"].min(), f"{said}, least", digits=0, bound="low")
    found.decimal("months_high", days["high"].max(), f"{said}, most", digits=0, bound="high")
    perhaps = days["was_listed"].ne("no").sum()
    found.count("n_listed_most", perhaps, "cases whose partner was listed at the start, at most")
    found.count("n_listed", days["listed"].ne("").sum(), "cases whose partner was listed ever")
    by_id = days.set_index("id")
    for case in by_id.index:
        short = case.removeprefix("ck-")
        found.date(f"stop_{short}", by_id["stop"][case], f"first stop by the rule, {case}")
        found.date(f"ended_{short}", by_id["ended"][case], f"end or ban, {case}")


def _rest(found: Numbers) -> None:
    frame = tables.load("recommendations")
    recommended = found.using("recommendations")
    recommended.count("n_recommendations", len(frame), "recommendations")
    recommended.count("n_findings", frame["finding"].nunique(), "findings that they are tied to")
    found.count("n_roles", len(advice.roles()), "roles with a sheet of their own")
