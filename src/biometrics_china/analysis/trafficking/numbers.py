"""The numbers that the chapter on trafficking prints: the crime, the campaigns and the rules."""

from __future__ import annotations

import pandas as pd

from biometrics_china import formulas, origins, provenance, tables
from biometrics_china.analysis.trafficking import campaign, cases, rules
from biometrics_china.analysis.trafficking.counts import (
    CHINA,
    only,
    reunion_counts,
    totals,
    trafficking_counts,
)
from biometrics_china.analysis.trafficking.numbers_search import add_search
from biometrics_china.numbers import Numbers


def numbers() -> Numbers:
    """Return all numbers of the chapter on trafficking, in the order in which they are made."""
    found = Numbers("trafficking", ["reunion_counts"])
    counted = found.using("trafficking_counts")
    _courts(counted)
    _falls(counted)
    _cases(counted)
    _assessments(found.using("trafficking_assessments"))
    _campaigns(found.using("trafficking_counts", "reunion_counts"))
    _rules(found.using("sampling_rules"))
    _bridge(found.using("collection_events"))
    add_search(found)
    return found


def _years_of(words: str) -> pd.DataFrame:
    """Return the rows of a drawn series of cases, oldest first, with `year`."""
    frame = trafficking_counts()
    series, group = next(key for key, said in cases.SERIES.items() if said == words)
    part = frame[frame["series"].eq(series) & frame["victim_group"].eq(group)]
    part = part[part["start"].eq(part["end"]) & part["end"].str.len().eq(len("2000"))]
    part = part[part["scope"].eq(CHINA) & part["campaign"].eq("")]
    return part.sort_values("day", kind="stable")


def _courts(found: Numbers) -> None:
    courts = _years_of(cases.COURTS)
    for end, at in (("first", 0), ("last", -1)):
        row = courts.iloc[at]
        meaning = f"court cases concluded, {end} year of the series"
        found.count(f"court_{end}", origins.field(row, "value"), meaning)
        year = origins.field(row, "end")
        found.date(f"court_{end}_year", year, f"{end} year of the court series")
    derived = courts[courts["is_derived"].astype(bool)]
    found.count("n_court_years", courts, "years of the court series")
    found.count("n_court_derived", derived, "of these computed by us")
    printed = courts[~courts["is_derived"].astype(bool)]
    for name, part, with_derived in (
        ("court_fall", courts, True),
        ("court_fall_printed", printed, False),
    ):
        change = cases.court_change(derived=with_derived)
        what = "all years" if with_derived else "printed years only"
        fall = origins.of(
            -change, part, how="slope of a straight line through the logarithms of the counts"
        )
        found.percent(name, fall, f"fall of court cases a year, line through logs, {what}")


def _falls(found: Numbers) -> None:
    for name, series in (("registered", cases.REGISTERED), ("incidents", cases.INCIDENTS)):
        ends = _years_of(series).iloc[[0, -1]]
        first, last = ends.iloc[0], ends.iloc[1]
        found.date(f"{name}_first_year", origins.field(first, "end"), f"first year: {series}")
        found.date(f"{name}_last_year", origins.field(last, "end"), f"last year: {series}")
        meaning = f"fall between these years, per cent: {series}"
        fall = 1 - origins.field(last, "value") / origins.field(first, "value")
        found.percent(f"{name}_fall", fall, meaning)


def _cases(found: Numbers) -> None:
    frame = trafficking_counts()
    frame = frame[frame["scope"].eq(CHINA)]
    solved = frame[frame["series"].eq("police_solved") & frame["victim_group"].eq("children")]
    in_2011 = only(solved, end="2011")
    cleared = origins.field(in_2011, "value")
    found.count("solved_2011", cleared, "cases of child trafficking solved in 2011")
    found.date("solved_year", origins.field(in_2011, "end"), "year of that count")
    since = origins.field(only(solved, start="2012-11"), "value")
    found.count("solved_since", since, "the same from November 2012 to 17 September 2021")
    snatched = origins.field(only(frame, series="child_snatching"), "value")
    found.count("snatched", snatched, "snatched children, cases of 2020, about")
    change = only(frame, series="police_change")
    fall = formulas.size(origins.field(change, "value"))
    found.decimal("stated_fall", fall, "stated fall from 2013 to 2021, per cent")
    missing = frame[frame["series"].eq("reported_missing")].iloc[0]
    date = origins.field(missing, "end")
    found.date("missing_date", date, "date of the report on missing children")
    for end in ("lower", "upper"):
        meaning = f"children reported missing a year, {end} end"
        found.count(f"missing_{end}", origins.field(missing, end), meaning)


def _assessments(found: Numbers) -> None:
    table = tables.load("trafficking_assessments")
    for name, part in table.groupby("assessment", sort=False):
        ordered = part.sort_values("report_year", kind="stable")
        made = origins.each(ordered, "report_year", " and ")
        found.words(f"years_{name}", made, f"report years with the assessment: {name}")


def _campaigns(found: Numbers) -> None:
    _rescued(found)
    frame = trafficking_counts()
    year = frame[frame["start"].eq("2011") & frame["series"].eq("victims_rescued")]
    women, children = (only(year, victim_group=g) for g in ("women", "children"))
    both = pd.DataFrame([women, children])
    summed = origins.over(both, "value")
    found.count("rescued_2011", summed, "women and children rescued in 2011")
    share = origins.field(women, "value") / summed
    found.percent("women_2011_pct", share, "women, of these, per cent")
    late = frame[frame["campaign"].eq("campaign_2022")]
    start, until = (origins.field(late.iloc[0], end) for end in ("start", "end"))
    found.date("late_start", start, "first day of the campaign of 2022")
    for name, series in (("solved", "police_solved"), ("found", "victims_found")):
        number = origins.field(only(late, series=series), "value")
        found.count(f"late_{name}", number, f"campaign of 2022: {series}")
    found.date("late_until", until, "date of the report on that campaign")
    home = only(frame[frame["series"].eq("repatriated")], victim_group="women")
    found.count("repatriated", origins.field(home, "value"), "foreign women sent home in 2012")
    volunteers = frame[frame["series"].eq("ngo_reunions")]
    last = volunteers.sort_values("day", kind="stable").iloc[-1]
    meaning = "reunions counted by a volunteer organisation"
    found.count("volunteers", origins.field(last, "value"), meaning)
    found.date("volunteers_until", origins.field(last, "end"), "date of that count")


def _rescued(found: Numbers) -> None:
    table, counts = campaign.rescued(), campaign.counted()
    last = counts[counts["end"].eq(table["as_of"].iloc[-1])]
    women = origins.field(only(last, victim_group="women"), "value")
    share = women / origins.over(last, "value")
    found.percent("rescued_women_pct", share, "women, of the rescued, per cent")
    known = table.dropna(subset=["dna_share"])
    children = counts[counts["end"].isin(known["as_of"]) & counts["victim_group"].eq("children")]
    shares = [
        origins.field(campaign.matches_near(pd.Series([row["end"]])).iloc[0], "value")
        / origins.field(row, "value")
        for _, row in children.iterrows()
    ]
    found.percent("dna_of_rescued_min", formulas.least(shares), "lowest share matched by DNA")
    found.percent("dna_of_rescued_max", formulas.most(shares), "highest share matched by DNA")
    found.count("n_campaign_dates", children, "dates with rescued children and matches by DNA")


def _rules(found: Numbers) -> None:
    table = rules.rules()
    found.count("n_rules", table, "groups that the rules and stated practices sample")
    for name in ("compulsory", "voluntary", "not_stated"):
        will = table[table["compulsion"].eq(name)]
        found.count(f"n_{name}", will, f"of these, sampling {name}")
    women = table[table["group"].str.contains(r"\bwom[ae]n\b")]
    for name, row, meaning in (
        ("first_rule", table.iloc[0], "date of the first rule"),
        ("first_women", women.iloc[0], "date of the first rule that names women"),
    ):
        found.date(name, origins.field(row, "date"), meaning)
    sampled = provenance.read_rows("collection_events")
    sampled = sampled[sampled["programme"].isin(rules.PROGRAMMES)]
    events = found.using("collection_events")
    events.count("n_events", sampled, "documented sampling events and points")
    points = totals(reunion_counts(), "free_points", "points")
    for name, at in (("early", 0), ("late", -1)):
        stated = origins.field(points.iloc[at], "value")
        found.count(f"points_{name}", stated, "free sampling points, more than", "reunion_counts")


def _bridge(found: Numbers) -> None:
    plans = provenance.by_id("collection_events")
    plan, start = (origins.cell(plans, "ev-p011", field) for field in ("number", "start"))
    found.count("bridge_plan", plan, "residents in the plan that was not carried out")
    found.date("bridge_year", start, "year of the sampling of pupils in Qianwei")
