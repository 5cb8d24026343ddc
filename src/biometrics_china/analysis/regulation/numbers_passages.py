"""The numbers on the way from draft to adoption."""

from __future__ import annotations

import pandas as pd

from biometrics_china import durations, formulas, origins, provenance, tables
from biometrics_china.analysis.regulation import faster, passages
from biometrics_china.numbers import Numbers

THRESHOLD = 0.05
SIDES = {"China": "china", "European Union": "eu"}
_OVER_READINGS = "computed anew under each defensible reading of these drafts"
_MEDIAN = (
    "first day by which half or more had been adopted (Kaplan-Meier: drafts that are still open count "
    "for as long as they were seen)"
)
_INCIDENCE = "cumulative incidence at two years (Aalen and Johansen)"
_MEAN = "mean time under the Kaplan-Meier curve, up to four years"
ISSUERS = dict(zip(faster.ISSUERS, ("npc", "ministry"), strict=True))


def add(found: Numbers) -> None:
    """Add the numbers on passages and consultations."""
    read = passages.spells()
    frame = passages.units(read)
    part = found.using("passages", "instrument_events")
    part.count("n_spells", read, "drafts whose two dates were read")
    part.count("n_units", frame, "the same, each package once")
    gone = frame[frame["outcome"].isin(passages.GONE)]
    part.count("n_censored_end", gone, "of these, withdrawn or superseded")
    part.count("n_spells_all", tables.load("passages"), "drafts on file")
    every = part.made_of(read, how=_OVER_READINGS)
    _test(
        part.made_of(
            frame, how="a test that compares how fast the drafts of both sides were adopted"
        ),
        frame,
    )
    for side, name in SIDES.items():
        own = frame[passages.sides(frame).eq(side)]
        _medians(part.made_of(own, how=_MEDIAN), own, side, name)
    _readings(every)
    _issuers(part, frame)
    _ends(part, read, frame)
    _clocks(part)
    _turnout(found.using("consultations"))


def _test(found: Numbers, frame: pd.DataFrame) -> None:
    p_value = faster.by_log_rank(frame).p_value
    found.p_value("p_china_eu", p_value, "log-rank test, China against the EU")
    p_permuted = faster.by_permutation(frame).p_value
    found.p_value("p_permuted", p_permuted, "the same by permutation")


def _readings(every: Numbers) -> None:
    choices = faster.sensitivity()
    tests = choices.drop_duplicates("choice")
    p_values = tests["p_value"]
    for end, p_value in (("min", p_values.min()), ("max", p_values.max())):
        meaning = f"{end}imum p value of that test over readings"
        every.decimal(f"p_china_eu_{end}", p_value, meaning, digits=2)
    every.count("n_choices", origins.fixed(len(p_values)), "readings of the records")
    few = p_values.lt(THRESHOLD).sum()
    every.count("n_choices_below", few, "readings with p below 0.05", nought="none")
    below = tests["p_permuted"].lt(THRESHOLD).sum()
    every.count("n_permuted_below", below, "readings with p below 0.05 by permutation")
    for side, name in SIDES.items():
        medians = choices.loc[choices["group"].eq(side), "median"]
        for bound, value in (("low", medians.min()), ("high", medians.max())):
            meaning = f"median days, {side}: {bound}est over the readings"
            every.decimal(f"median_{name}_{bound}", value, meaning, digits=0, bound=bound)


def _medians(found: Numbers, rows: pd.DataFrame, side: str, name: str) -> None:
    main = durations.median_time(rows["days"], rows["is_event"]).cells()
    found.decimal(f"median_{name}", main["median"], f"median days to adoption, {side}", digits=0)
    for bound in ("low", "high"):
        if pd.notna(main[bound]):
            meaning = f"{bound} bound of the median, {side}"
            found.decimal(f"median_{name}_ci_{bound}", main[bound], meaning, digits=0)


def _issuers(found: Numbers, frame: pd.DataFrame) -> None:
    for group, name in ISSUERS.items():
        _issuer(found, frame[frame["group"].eq(group)], group, name)
    p_issuers = faster.between_issuers(frame).p_value
    pair = found.made_of(
        frame[frame["group"].isin(ISSUERS)],
        how="a test that compares how fast the drafts of both were adopted",
    )
    pair.p_value("p_issuers", p_issuers, "permutation test, national legislature and ministries")


def _issuer(found: Numbers, rows: pd.DataFrame, group: str, name: str) -> None:
    time = durations.median_time(rows["days"], rows["is_event"])
    found.made_of(rows, how=_MEDIAN).decimal(
        f"median_{name}", time.median, f"median days: {group}", digits=0
    )


def _ends(found: Numbers, read: pd.DataFrame, frame: pd.DataFrame) -> None:
    open_ = passages.units(read, never=False)
    shares = faster.after_two_years(open_)
    waiting = faster.waiting(frame)
    for side, name in SIDES.items():
        part = found.made_of(open_[passages.sides(open_).eq(side)], how=_INCIDENCE)
        for end in ("adopted", "open"):
            meaning = f"share {end} after two years, {side}"
            part.percent(f"{end}_{name}", shares[end][side], meaning)
        meaning = f"mean days without adoption within four years, {side}"
        own = found.made_of(frame[passages.sides(frame).eq(side)], how=_MEAN)
        own.decimal(f"mean_{name}", waiting[side].mean, meaning, digits=0)
    years = origins.fixed(faster.HORIZON / 365.25)
    found.count("horizon_years", years, "years within which means are taken")
    found = found.made_of(frame, how=f"difference of means; {_MEAN}")
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
        spells = passages.spells(clock=clock)
        spell = spells[spells["instrument_id"].eq("cn-psapl-2025")]
        rows = tables.load("passages").set_index("id").loc[spell["id"].iloc[0]]
        events = tables.load("instrument_events")
        begun = rows["start_event_id" if clock == "first" else "alt_start_event_id"]
        ends = (origins.cell(events, event, "date") for event in (begun, rows["end_event_id"]))
        found.count(f"psapl_days_{clock}", formulas.days(*ends), meaning)


def _turnout(found: Numbers) -> None:
    rows = provenance.read_rows("consultations").dropna(subset=["people_persons"])
    turnout = rows.drop_duplicates("instrument_id", keep="last").set_index("instrument_id")["id"]
    for name, law, field, meaning in (
        ("psapl_people", "cn-psapl-2025", "people_persons", "people who commented on its draft"),
        ("psapl_comments", "cn-psapl-2025", "comments", "comments on it"),
        ("csl_people", "cn-csl-2025am", "people_persons", "people who commented on the other law"),
    ):
        found.count(name, origins.cell(rows, turnout[law], field), meaning)
