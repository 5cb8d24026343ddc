"""The numbers of the chapter on partner and activity."""

from __future__ import annotations

import pandas as pd

from biometrics_china import origins, provenance, tables
from biometrics_china.analysis.cooperation import advice, cases, evidence, lights
from biometrics_china.numbers import Numbers
from biometrics_china.register.entities import entity_ids


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
    light, rows = grid["light"], grid["harms"] + grid["cases"]
    stop, conditions = (
        origins.of(int(is_so.sum()), grid[is_so], how="pairs with this light by the written rule")
        for is_so in (light.eq(lights.LIGHTS[name]) for name in ("stop", "conditions"))
    )
    found.count("n_pairs", frame, "pairs of partner and activity")
    found.count("n_stop", stop, "pairs that are stop")
    found.count("n_conditions", conditions, "pairs that are only with conditions")
    found.count("n_partly", grid[grid["bans"].gt(0)], "pairs of which a rule forbids a part")
    found.count("n_unrecorded", grid[rows.eq(0)], "pairs without a row")
    named = sorted({r for c in ("harms", "cases") for rows in frame[c].dropna() for r in rows})
    facts = evidence.facts(named)
    known = evidence.standing(facts)
    found.count("n_rows", origins.count(_ids(named)), "rows of the book that document the pairs")
    works = origins.of(known["works"], _ids(named), how="different works behind these rows")
    found.count("n_works", works, "works behind these rows")
    poor = _ids([fact.reference for fact in facts if fact.is_poor])
    found.count("n_poor", origins.count(poor), "of these rows read in reports or on weak hosts")


def _ids(references: list[str]) -> list[str]:
    return [reference.partition("/")[2] for reference in references]


def _readings(found: Numbers) -> None:
    judged, table = lights.judged(), lights.readings()
    found.count("n_readings", origins.fixed(len(table)), "readings of the rule")
    same = judged[judged.eq(judged["main"], axis=0).all(axis=1)]
    alike = origins.of(len(same), [*same.index], how="pairs with one light under every reading")
    found.count("n_same", alike, "pairs whose light is the same under every reading")
    twice = lights.checkable_twice()
    same = lights.cells()[twice["first"].eq(twice["second"]).to_numpy()]
    found.count("n_same_checkable", same, "pairs whose question two readers judged alike")
    part = found.made_of(lights.cells(), how="pairs that are stop under each reading")
    part.count("stop_least", table["stop"].min(), "pairs that are stop, fewest of any reading")
    part.count("stop_most", table["stop"].max(), "pairs that are stop, most of any reading")


def _cases(found: Numbers) -> None:
    days, steps = cases.days(), provenance.read_rows("cooperation_steps")
    found.count("n_cases", days, "worked cases")
    found.count("n_steps", steps, "steps of the worked cases")
    said = "months from stop by the rule to what ended a case"
    part = found.made_of(days, steps, how="months between the dates, as far as they are known")
    part.decimal("months_low", days["low"].min(), f"{said}, least", digits=0, bound="low")
    part.decimal("months_high", days["high"].max(), f"{said}, most", digits=0, bound="high")
    perhaps = _with_entries(days[days["was_listed"].ne("no")])
    found.count("n_listed_most", perhaps, "cases whose partner was listed at the start, at most")
    ever = _with_entries(days[days["listed"].ne("")])
    found.count("n_listed", ever, "cases whose partner was listed ever")
    followed = cases.steps()
    stopped = followed[followed["light"].eq(lights.LIGHTS["stop"])].drop_duplicates("case_id")
    table = tables.load("cooperation_cases")
    for row in days.to_dict("records"):
        case = str(row["id"])
        short = case.removeprefix("ck-")
        own = steps[steps["case_id"].eq(case)]
        step = own[own["date"].eq(stopped.set_index("case_id")["date"][case])]
        stop = origins.of(row["stop"], step, how="“date” of the step that turns it to stop")
        found.date(f"stop_{short}", stop, f"first stop by the rule, {case}")
        found.date(f"ended_{short}", origins.cell(table, case, "ended"), f"end or ban, {case}")


def _with_entries(days: pd.DataFrame) -> origins.Origin:
    """Return how many cases these are, with the entries of their partners on lists."""
    partners = tables.load("cooperation_cases").set_index("id")["partner_id"][[*days["id"]]]
    entries = provenance.read_rows("listings").dropna(subset=["date"])
    entries = entries[entries["date"].isin(days["listed"])]
    of_them = [bool({*partners} & set(entity_ids(str(name)))) for name in entries["entity"]]
    return origins.of(len(days), days, entries[of_them], how="cases with an entry of the partner")


def _rest(found: Numbers) -> None:
    frame = tables.load("recommendations")
    recommended = found.using("recommendations")
    recommended.count("n_recommendations", frame, "recommendations")
    tied = origins.of(frame["finding"].nunique(), frame, how="different findings")
    recommended.count("n_findings", tied, "findings that they are tied to")
    found.count("n_roles", origins.fixed(len(advice.roles())), "roles with a sheet of their own")
