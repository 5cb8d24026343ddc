"""The numbers that the chapter on trafficking prints: the crime, the campaigns and the rules."""

from __future__ import annotations

from biometrics_china import provenance, tables
from biometrics_china.analysis.trafficking import campaign, cases, rules
from biometrics_china.analysis.trafficking.counts import (
    CHINA,
    one,
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
    _cases(counted)
    _assessments(found.using("trafficking_assessments"))
    _campaigns(found.using("trafficking_counts", "reunion_counts"))
    _rules(found.using("sampling_rules"))
    _bridge(found.using("collection_events"))
    add_search(found)
    return found


def _courts(found: Numbers) -> None:
    table = cases.yearly()
    courts = table[table["series"].eq(cases.COURTS)]
    for end, row in (("first", courts.iloc[0]), ("last", courts.iloc[-1])):
        found.count(
            f"court_{end}", row["value"], f"court cases concluded, {end} year of the series"
        )
        found.date(f"court_{end}_year", f"{row['year']}", f"{end} year of the court series")
    found.count("n_court_years", len(courts), "years of the court series")
    found.count("n_court_derived", int(courts["is_derived"].sum()), "of these computed by us")
    for name, derived in (("court_fall", True), ("court_fall_printed", False)):
        change = cases.court_change(derived=derived)
        what = "all years" if derived else "printed years only"
        found.percent(name, -change, f"fall of court cases a year, line through logs, {what}")


def _cases(found: Numbers) -> None:
    for name, series in (("registered", cases.REGISTERED), ("incidents", cases.INCIDENTS)):
        first, last, change = cases.fall(series)
        found.date(f"{name}_first_year", f"{first}", f"first year: {series}")
        found.date(f"{name}_last_year", f"{last}", f"last year: {series}")
        found.percent(f"{name}_fall", -change, f"fall between these years, per cent: {series}")
    frame = trafficking_counts()
    frame = frame[frame["scope"].eq(CHINA)]
    solved = frame[frame["series"].eq("police_solved") & frame["victim_group"].eq("children")]
    found.count("solved_2011", one(solved, end="2011"), "cases of child trafficking solved in 2011")
    found.date("solved_year", "2011", "year of that count")
    found.count(
        "solved_since",
        one(solved, start="2012-11"),
        "the same from November 2012 to 17 September 2021",
    )
    found.count(
        "snatched", one(frame, series="child_snatching"), "snatched children, cases of 2020, about"
    )
    found.decimal(
        "stated_fall",
        -one(frame, series="police_change"),
        "stated fall from 2013 to 2021, per cent",
    )
    missing = frame[frame["series"].eq("reported_missing")].iloc[0]
    found.date("missing_date", missing["end"], "date of the report on missing children")
    for end in ("lower", "upper"):
        found.count(f"missing_{end}", missing[end], f"children reported missing a year, {end} end")


def _assessments(found: Numbers) -> None:
    table = tables.load("trafficking_assessments")
    for name, part in table.groupby("assessment", sort=False):
        years = " and ".join(str(year) for year in sorted(part["report_year"]))
        found.words(f"years_{name}", years, f"report years with the assessment: {name}")


def _campaigns(found: Numbers) -> None:
    table = campaign.rescued()
    share = table["women_share"].iloc[-1]
    found.percent("rescued_women_pct", share, "women, of the rescued, per cent")
    known = table.dropna(subset=["dna_share"])
    found.percent("dna_of_rescued_min", known["dna_share"].min(), "lowest share matched by DNA")
    found.percent("dna_of_rescued_max", known["dna_share"].max(), "highest share matched by DNA")
    found.count("n_campaign_dates", len(known), "dates with rescued children and matches by DNA")
    frame = trafficking_counts()
    year = frame[frame["start"].eq("2011") & frame["series"].eq("victims_rescued")]
    women, children = (one(year, victim_group=g) for g in ("women", "children"))
    found.count("rescued_2011", women + children, "women and children rescued in 2011")
    found.percent("women_2011_pct", women / (women + children), "women, of these, per cent")
    late = frame[frame["campaign"].eq("campaign_2022")]
    found.date("late_start", str(late["start"].iloc[0]), "first day of the campaign of 2022")
    for name, series in (("solved", "police_solved"), ("found", "victims_found")):
        found.count(f"late_{name}", one(late, series=series), f"campaign of 2022: {series}")
    found.date("late_until", str(late["end"].iloc[0]), "date of the report on that campaign")
    home = frame[frame["series"].eq("repatriated")]
    found.count("repatriated", one(home, victim_group="women"), "foreign women sent home in 2012")
    volunteers = (
        frame[frame["series"].eq("ngo_reunions")].sort_values("day", kind="stable").iloc[-1]
    )
    found.count("volunteers", volunteers["value"], "reunions counted by a volunteer organisation")
    found.date("volunteers_until", volunteers["end"], "date of that count")


def _rules(found: Numbers) -> None:
    table = rules.rules()
    found.count("n_rules", len(table), "groups that the rules and stated practices sample")
    for name in ("compulsory", "voluntary", "not_stated"):
        found.count(
            f"n_{name}", int(table["compulsion"].eq(name).sum()), f"of these, sampling {name}"
        )
    found.date("first_rule", str(table["date"].iloc[0]), "date of the first rule")
    found.date("first_women", rules.first_with_women(), "date of the first rule that names women")
    events = found.using("collection_events")
    events.count("n_events", len(rules.events()), "documented sampling events and points")
    points = totals(reunion_counts(), "free_points", "points")["value"]
    for name, value in (("early", points.iloc[0]), ("late", points.iloc[-1])):
        meaning = "free sampling points, more than"
        found.count(f"points_{name}", value, meaning, "reunion_counts")


def _bridge(found: Numbers) -> None:
    plan = provenance.by_id("collection_events").loc["ev-p011"]
    found.count("bridge_plan", plan["number"], "residents in the plan that was not carried out")
    found.date("bridge_year", str(plan["start"]), "year of the sampling of pupils in Qianwei")
