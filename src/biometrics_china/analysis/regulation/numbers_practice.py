"""The numbers on standards, industry, courts and fines."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance
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
    acts = provenance.by_id("industry_acts")["date"]
    industry = found.using("industry_acts")
    industry.words(
        "year_industry_first", acts.min()[:4], "year of the first act of industry on file"
    )
    industry.date(
        "zao_talk", acts["ia06"], "day on which the ministry called in the firm behind ZAO"
    )
    _days(found.using("instrument_events", "consultations"))
    _fines(found.using("cases"))
    _cases(found.using("cases"))


def _days(found: Numbers) -> None:
    days = provenance.by_id("instrument_events")["date"]
    for row, name in _DAYS.items():
        found.date(name, days[row], f"day of {row}")
    ends = provenance.by_id("consultations")["end"]
    found.date("frt_comments_end", ends["con06"], "last day of comments on the draft of 2023")


def _standards(found: Numbers) -> None:
    frame, overall = standards.shares_by_standard(), standards.overall()
    complete = frame[frame["is_complete"]]
    found.count("n_standards", len(frame), "standards whose list of drafters was read")
    found.count("n_complete", len(complete), "of these with a complete list")
    for body in ("police", "listed"):
        rows = overall[overall["body"].eq(body)]
        main, shares = rows.iloc[0], complete[f"{body}_share"]
        found.count(f"n_with_{body}", main["successes"], f"complete lists with a {body} body")
        if body == "police":
            _police(found, rows.loc[rows["measure"].str.startswith("Seats"), "share"])
        for end in ("min", "max"):
            meaning = f"share in a complete list, {body}, {end}."
            found.percent(f"{body}_share_{end}", shares.agg(end), meaning)
    police = overall[overall["body"].eq("police")].set_index("measure")
    outside = police.loc[standards.OUTSIDE]
    found.count("n_outside", outside["total"], "complete lists of committees outside the police")
    found.count("n_outside_police", outside["successes"], "of these with a police body")


def _police(found: Numbers, seats: pd.Series) -> None:
    for end, bound in (("min", "low"), ("max", "high")):
        meaning = f"seats of police bodies, {end}. of counts"
        found.percent(f"seats_police_{end}", seats.agg(end), meaning, bound=bound)


def _matrix(found: Numbers) -> None:
    grid = standards.matrix()
    top = grid[grid["kind"].eq("police")].iloc[0]
    found.words("top_police", top["name"], "police body named in most standards")
    found.count("top_police_n", top["standards"], "standards it is named in")
    found.count("matrix_least", grid["standards"].min(), "standards a shown body is named in")


def _fines(found: Numbers) -> None:
    fines, drawn = courts.fines(), courts.drawn()
    found.count("n_fines_undrawn", len(fines) - len(drawn), "of all fines, in a third currency")
    for side, name in (("CN", "cn"), ("EU", "eu")):
        part = fines[fines["side"].eq(side)]
        found.count(f"n_fines_{name}", len(part), f"fines found, {side}")
        amounts = drawn.loc[drawn["side"].eq(side), "amount"]
        found.count(f"fine_{name}_min", amounts.min(), f"smallest fine, {side}")
        found.count(f"fine_{name}_max", amounts.max(), f"largest fine, {side}")
    public = fines.loc[fines["side"].eq("EU"), "is_public_defendant"].sum()
    found.count("n_fines_eu_public", public, "fines on public bodies, EU")


def _cases(found: Numbers) -> None:
    steps = courts.case_steps("guo").dropna(subset=["amount"]).set_index("event")
    final = steps.loc["final_judgment"]
    found.count("guo_amount", final["amount"], "yuan awarded to Guo Bing")
    found.date("guo_first", steps.loc["first_instance", "date"], "first judgment")
    found.date("guo_final", final["date"], "final judgment")
    cases = provenance.read_rows("cases")
    didi = cases.set_index("id").loc["ca021", "amount"]
    found.million("didi_fine", didi, "the fine on Didi, million yuan", digits=0)
    public = cases["country"].eq("CN") & cases["is_public_defendant"].fillna(False)
    found.count("n_public_cn_cases", public.sum(), "Chinese entries that concern public bodies")
