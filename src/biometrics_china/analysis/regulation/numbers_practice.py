"""The numbers on standards, industry, courts and fines."""

from __future__ import annotations

import pandas as pd

from biometrics_china import formulas, origins, provenance, tables
from biometrics_china.analysis.regulation import courts, standards
from biometrics_china.numbers import Numbers

#: events whose day stands in a sentence → the name of the number
_DAYS = {
    "ev153": "frt_effective",
    "ev418": "cybercrime_draft",
    "ev419": "app_method",
    "ev421": "app_standard",
    "ev051": "pipl_effective",
    "ev077": "psapl_effective",
    "ev079": "police_law_second_draft",
}


def add(found: Numbers) -> None:
    """Add the numbers on standards and their drafters, on industry and on cases."""
    part = found.using("standards", "standard_drafters", "listings")
    _standards(part)
    _matrix(part)
    acts = provenance.read_rows("industry_acts")
    industry = found.using("industry_acts")
    first = origins.year(origins.over(acts, "date", "min"))
    industry.words("year_industry_first", first, "year of the first act of industry on file")
    talk = origins.cell(acts, "ia06", "date")
    industry.date("zao_talk", talk, "day on which the ministry called in the firm behind ZAO")
    _days(found.using("instrument_events", "consultations"))
    _fines(found.using("cases"))
    _cases(found.using("cases"))


def _days(found: Numbers) -> None:
    days = provenance.by_id("instrument_events")
    titles, events = (
        tables.load("instruments").set_index("id")["title_en"],
        tables.vocabulary("event"),
    )
    for row, name in _DAYS.items():
        meaning = f"{titles[days['instrument_id'][row]]}: {events[days['event'][row]].lower()}"
        found.date(name, origins.cell(days, row, "date"), meaning)
    end = origins.cell(provenance.by_id("consultations"), "con06", "end")
    found.date("frt_comments_end", end, "last day of comments on the draft of 2023")


def _standards(found: Numbers) -> None:
    seats = standards.seats()
    part = seats[seats["is_complete"]]
    lists = origins.count([*seats["standard_id"]])
    found.count("n_standards", lists, "standards whose list of drafters was read")
    found.count(
        "n_complete", origins.count([*part["standard_id"]]), "of these with a complete list"
    )
    for body in ("police", "listed"):
        named = [*part.loc[part[f"is_{body}"], "standard_id"]]
        found.count(f"n_with_{body}", origins.count(named), f"complete lists with a {body} body")
        if body == "police":
            _police(found, seats)
        shares = [
            origins.share(seated[seated[f"is_{body}"]], seated)
            for _, seated in part.groupby("standard_id")
        ]
        for end, of_all in _ENDS.items():
            meaning = f"share in a complete list, {body}, {end}."
            found.percent(f"{body}_share_{end}", of_all(shares), meaning)
    beyond = part[~part["committee"].isin(standards.POLICE_SIDE)]
    lists = origins.count([*beyond["standard_id"]])
    found.count("n_outside", lists, "complete lists of committees outside the police")
    named = [*beyond.loc[beyond["is_police"], "standard_id"]]
    found.count("n_outside_police", origins.count(named), "of these with a police body")


_ENDS = {"min": formulas.least, "max": formulas.most}


def _police(found: Numbers, seats: pd.DataFrame) -> None:
    complete = seats[seats["is_complete"]]
    near = complete["body_type"].isin(standards.NEAR_POLICE)
    ways = [
        origins.share(complete[complete["is_police"]], complete),
        origins.share(seats[seats["is_police"]], seats),
        origins.share(complete[near], complete),
    ]
    for (end, of_all), bound in zip(_ENDS.items(), ("low", "high"), strict=True):
        meaning = f"seats of police bodies, {end}. of counts"
        found.percent(f"seats_police_{end}", of_all(ways), meaning, bound=bound)


def _matrix(found: Numbers) -> None:
    grid = standards.matrix()
    top = grid[grid["kind"].eq("police")].iloc[0]
    seats = standards.seats()
    drafters = provenance.read_rows("standard_drafters")
    police = drafters[drafters["id"].isin(seats.loc[seats["is_police"], "id"])]
    name = origins.common(police, "name_en|name_zh")
    found.words("top_police", name, "police body named in most standards")
    its = drafters[drafters["id"].isin(seats.loc[seats["name"].eq(top["name"]), "id"])]
    named_in = origins.distinct(its, "standard_id")
    found.count("top_police_n", named_in, "standards it is named in")
    least = origins.fixed(grid["standards"].min())
    found.count("matrix_least", least, "standards a shown body is named in")


def _fines(found: Numbers) -> None:
    fines, drawn = courts.fines(), courts.drawn()
    undrawn = fines[~fines["id"].isin(drawn["id"])]
    found.count("n_fines_undrawn", undrawn, "of all fines, in a third currency")
    for side, name in (("CN", "cn"), ("EU", "eu")):
        part = fines[fines["side"].eq(side)]
        found.count(f"n_fines_{name}", part, f"fines found, {side}")
        amounts = drawn[drawn["side"].eq(side)].sort_values("amount", kind="stable")
        for end, at, words in (("min", 0, "smallest"), ("max", -1, "largest")):
            fine = origins.cell(amounts, amounts["id"].iloc[at], "amount")
            found.count(f"fine_{name}_{end}", fine, f"{words} fine, {side}")
    public = fines[fines["side"].eq("EU") & fines["is_public_defendant"].fillna(False)]
    found.count("n_fines_eu_public", public, "fines on public bodies, EU")
    clearview = fines[fines["case_name"].str.startswith("Clearview AI")]
    found.count("n_fines_clearview", clearview, "fines on Clearview AI")


def _cases(found: Numbers) -> None:
    steps = courts.case_steps("guo").dropna(subset=["amount"])
    of_event = steps.set_index("event")["id"]
    final = of_event["final_judgment"]
    found.count("guo_amount", origins.cell(steps, final, "amount"), "yuan awarded to Guo Bing")
    for name, row in (("first", of_event["first_instance"]), ("final", final)):
        found.date(f"guo_{name}", origins.cell(steps, row, "date"), f"{name} judgment")
    cases = provenance.read_rows("cases")
    didi = origins.cell(cases, "ca021", "amount")
    found.million("didi_fine", didi, "the fine on Didi, million yuan", digits=0)
    public = cases["country"].eq("CN") & cases["is_public_defendant"].fillna(False)
    found.count("n_public_cn_cases", cases[public], "Chinese entries that concern public bodies")
