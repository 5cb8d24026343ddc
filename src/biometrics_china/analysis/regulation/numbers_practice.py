"""The numbers on standards, industry, courts and fines."""

from __future__ import annotations

import pandas as pd

from biometrics_china import origins, provenance
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
_SEATS = "seats of police bodies / all seats, under each way of counting"


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
    for row, name in _DAYS.items():
        found.date(name, origins.cell(days, row, "date"), f"day of {row}")
    end = origins.cell(provenance.by_id("consultations"), "con06", "end")
    found.date("frt_comments_end", end, "last day of comments on the draft of 2023")


def _standards(found: Numbers) -> None:
    seats = standards.seats()
    frame, overall = standards.shares_by_standard(seats), standards.overall(seats)
    complete = frame[frame["is_complete"]]
    part = seats[seats["is_complete"]]
    lists = origins.of(len(frame), [*seats["standard_id"]], how="standards with a list")
    found.count("n_standards", lists, "standards whose list of drafters was read")
    lists = origins.of(len(complete), [*part["standard_id"]], how="standards with a complete list")
    found.count("n_complete", lists, "of these with a complete list")
    for body in ("police", "listed"):
        rows = overall[overall["body"].eq(body)]
        main, shares = rows.iloc[0], complete[f"{body}_share"]
        named = [*part.loc[part[f"is_{body}"], "standard_id"]]
        lists = origins.of(main["successes"], named, how=f"standards with a {body} body")
        found.count(f"n_with_{body}", lists, f"complete lists with a {body} body")
        if body == "police":
            _police(
                found.made_of(seats, how=_SEATS),
                rows.loc[rows["measure"].str.startswith("Seats"), "share"],
            )
        for end in ("min", "max"):
            meaning = f"share in a complete list, {body}, {end}."
            share = origins.of(shares.agg(end), part, how=f"{body} seats / seats of one standard")
            found.percent(f"{body}_share_{end}", share, meaning)
    police = overall[overall["body"].eq("police")].set_index("measure")
    outside = police.loc[standards.OUTSIDE]
    beyond = part[~part["committee"].isin(standards.POLICE_SIDE)]
    lists = origins.of(outside["total"], [*beyond["standard_id"]], how="standards of these lists")
    found.count("n_outside", lists, "complete lists of committees outside the police")
    named = [*beyond.loc[beyond["is_police"], "standard_id"]]
    lists = origins.of(outside["successes"], named, how="standards with a police body")
    found.count("n_outside_police", lists, "of these with a police body")


def _police(found: Numbers, seats: pd.Series) -> None:
    for end, bound in (("min", "low"), ("max", "high")):
        meaning = f"seats of police bodies, {end}. of counts"
        found.percent(f"seats_police_{end}", seats.agg(end), meaning, bound=bound)


def _matrix(found: Numbers) -> None:
    grid = standards.matrix()
    top = grid[grid["kind"].eq("police")].iloc[0]
    seats = standards.seats()
    part = found.made_of(
        seats[seats["name"].eq(top["name"])], how="different standards of its seats"
    )
    part.words("top_police", top["name"], "police body named in most standards")
    part.count("top_police_n", top["standards"], "standards it is named in")
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
