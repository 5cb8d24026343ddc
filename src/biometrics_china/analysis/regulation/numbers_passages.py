"""The numbers on the way from draft to adoption."""

from __future__ import annotations

from typing import Any

import pandas as pd

from biometrics_china import provenance, statistics, tables
from biometrics_china.analysis.regulation import passages
from biometrics_china.numbers import Numbers

THRESHOLD = 0.05
SIDES = {"China": "china", "European Union": "eu"}
ISSUERS = {"Laws of the national legislature": "npc", "Ministry and cyberspace rules": "ministry"}


def add(found: Numbers) -> None:
    """Add the numbers on passages and consultations."""
    frame, choices = passages.spells(), passages.sensitivity()
    part = found.using("passages", "instrument_events")
    part.count("n_spells", len(frame), "drafts whose two dates were read")
    gone = frame["outcome"].isin(["withdrawn", "superseded"]).sum()
    part.count("n_censored_end", gone, "of these, withdrawn or superseded")
    part.count("n_spells_all", len(tables.load("passages")), "drafts on file")
    _test(part, choices)
    for side, name in SIDES.items():
        _medians(part, choices[choices["group"].eq(side)], side, name)
    for group, name in ISSUERS.items():
        _issuer(part, frame[frame["group"].eq(group)], group, name)
    _between_issuers(part, frame)
    _clocks(part)
    _turnout(found.using("consultations"))


def _test(found: Numbers, choices: pd.DataFrame) -> None:
    p_values = choices.drop_duplicates("choice")["p_value"]
    found.p_value("p_china_eu", p_values.iloc[0], "log-rank test, China against the EU")
    found.p_value("p_china_eu_min", p_values.min(), "smallest p value of that test over readings")
    found.p_value("p_china_eu_max", p_values.max(), "largest p value of that test over readings")
    found.count("n_choices", len(p_values), "readings of the records")
    found.count("n_choices_below", p_values.lt(THRESHOLD).sum(), "readings with p below 0.05")


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
        found.decimal(f"median_{name}_{bound}", value, meaning, digits=0)


def _issuer(found: Numbers, rows: pd.DataFrame, group: str, name: str) -> None:
    time = statistics.median_time(rows["days"], rows["is_event"])
    found.decimal(f"median_{name}", time.median, f"median days: {group}", digits=0)


def _between_issuers(found: Numbers, frame: pd.DataFrame) -> None:
    """Compare the two Chinese issuers with enough drafts to draw a curve."""
    pair = frame[frame["group"].isin(list(ISSUERS))]
    test = statistics.log_rank(pair["days"], pair["is_event"], pair["group"])
    found.p_value("p_issuers", test.p_value, "log-rank test, national legislature and ministries")


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
