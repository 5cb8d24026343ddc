"""The numbers on the way from draft to adoption."""

from __future__ import annotations

from typing import Any

import pandas as pd

from biometrics_china import durations, provenance, tables
from biometrics_china.analysis.regulation import faster, passages
from biometrics_china.numbers import Numbers

THRESHOLD = 0.05
SIDES = {"China": "china", "European Union": "eu"}
ISSUERS = dict(zip(faster.ISSUERS, ("npc", "ministry"), strict=True))


def add(found: Numbers) -> None:
    """Add the numbers on passages and consultations."""
    read, choices = passages.spells(), faster.sensitivity()
    frame = passages.units(read)
    part = found.using("passages", "instrument_events")
    part.count("n_spells", len(read), "drafts whose two dates were read")
    part.count("n_units", len(frame), "the same, each package once")
    gone = frame["outcome"].isin(passages.GONE).sum()
    part.count("n_censored_end", gone, "of these, withdrawn or superseded")
    part.count("n_spells_all", len(tables.load("passages")), "drafts on file")
    _test(part, choices)
    for side, name in SIDES.items():
        _medians(part, choices[choices["group"].eq(side)], side, name)
    for group, name in ISSUERS.items():
        _issuer(part, frame[frame["group"].eq(group)], group, name)
    p_issuers = faster.between_issuers(frame).p_value
    part.p_value("p_issuers", p_issuers, "permutation test, national legislature and ministries")
    _ends(part, read, frame)
    _clocks(part)
    _turnout(found.using("consultations"))


def _test(found: Numbers, choices: pd.DataFrame) -> None:
    tests = choices.drop_duplicates("choice")
    p_values = tests["p_value"]
    found.p_value("p_china_eu", p_values.iloc[0], "log-rank test, China against the EU")
    found.p_value("p_permuted", tests["p_permuted"].iloc[0], "the same by permutation")
    for end, p_value in (("min", p_values.min()), ("max", p_values.max())):
        meaning = f"{end}imum p value of that test over readings"
        found.decimal(f"p_china_eu_{end}", p_value, meaning, digits=2)
    found.count("n_choices", len(p_values), "readings of the records")
    few = p_values.lt(THRESHOLD).sum()
    found.count("n_choices_below", few, "readings with p below 0.05", nought="none")
    below = tests["p_permuted"].lt(THRESHOLD).sum()
    found.count("n_permuted_below", below, "readings with p below 0.05 by permutation")


def _medians(found: Numbers, rows: pd.DataFrame, side: str, name: str) -> None:
    main = rows.iloc[0]
    found.decimal(f"median_{name}", main["median"], f"median days to adoption, {side}", digits=0)
    for bound in ("low", "high"):
        if pd.notna(main[bound]):
            meaning = f"{bound} bound of the median, {side}"
            found.decimal(f"median_{name}_ci_{bound}", main[bound], meaning, digits=0)
    over = {"low": rows["median"].min(), "high": rows["median"].max()}
    for bound, value in over.items():
        meaning = f"median days, {side}: {bound}est over the readings"
        found.decimal(f"median_{name}_{bound}", value, meaning, digits=0, bound=bound)


def _issuer(found: Numbers, rows: pd.DataFrame, group: str, name: str) -> None:
    time = durations.median_time(rows["days"], rows["is_event"])
    found.decimal(f"median_{name}", time.median, f"median days: {group}", digits=0)


def _ends(found: Numbers, read: pd.DataFrame, frame: pd.DataFrame) -> None:
    shares = faster.after_two_years(passages.units(read, never=False))
    waiting = faster.waiting(frame)
    for side, name in SIDES.items():
        for end in ("adopted", "open"):
            meaning = f"share {end} after two years, {side}"
            found.percent(f"{end}_{name}", shares[end][side], meaning)
        meaning = f"mean days without adoption within four years, {side}"
        found.decimal(f"mean_{name}", waiting[side].mean, meaning, digits=0)
    found.count("horizon_years", faster.HORIZON / 365.25, "years within which means are taken")
    gap = waiting["difference"]
    found.decimal("mean_gap", gap.mean, "by how much the Union's is longer", digits=0)
    found.decimal("mean_gap_low", gap.low, "lower end of its 95 % interval", digits=0, bound="low")
    found.decimal(
        "mean_gap_high", gap.high, "upper end of its 95 % interval", digits=0, bound="high"
    )
    found.decimal("detectable", faster.detectable(frame), "least ratio of speeds found with 80 %")


def _clocks(found: Numbers) -> None:
    for clock, meaning in (
        ("first", "days from the first public draft of the police punishments law to adoption"),
        ("alternative", "days from its first reading to adoption"),
    ):
        days = passages.spells(clock=clock).set_index("instrument_id")["days"]
        found.count(f"psapl_days_{clock}", days["cn-psapl-2025"], meaning)


def _turnout(found: Numbers) -> None:
    rows = provenance.read_rows("consultations").dropna(subset=["people_persons"])
    turnout: dict[Any, Any] = rows.set_index("instrument_id").to_dict("index")
    punishments, cyber = turnout["cn-psapl-2025"], turnout["cn-csl-2025am"]
    found.count("psapl_people", punishments["people_persons"], "people who commented on its draft")
    found.count("psapl_comments", punishments["comments"], "comments on it")
    found.count("csl_people", cyber["people_persons"], "people who commented on the other law")
