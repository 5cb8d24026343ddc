"""Numbers on the rules of sampling, and on the sampling of pupils for a murder case."""

from __future__ import annotations

from biometrics_china import provenance
from biometrics_china.analysis.trafficking import rules
from biometrics_china.analysis.trafficking.counts import reunion_counts, totals
from biometrics_china.numbers import Numbers


def add_rules(found: Numbers) -> None:
    """Add how many groups the rules take, and what they say of will."""
    table = rules.rules()
    found.count("n_rules", len(table), "groups that the rules and stated practices sample")
    for name in ("compulsory", "voluntary", "not_stated"):
        found.count(
            f"n_{name}", int(table["compulsion"].eq(name).sum()), f"of these, sampling {name}"
        )
    by_will = table[table["compulsion"].eq("voluntary")]
    searching = int(by_will["group_kind"].eq("searching_families").sum())
    found.count("n_voluntary_searching", searching, "of the voluntary ones, people who search")
    found.date("first_rule", str(table["date"].iloc[0]), "date of the first rule")
    found.date("first_women", rules.first_with_women(), "date of the first rule that names women")
    listed = table["date"].eq("2013-01-25")
    found.count("n_2013", int(listed.sum()), "groups of the list of 2013 that were read")
    found.count("n_events", len(rules.events()), "documented sampling events and points")
    points = totals(reunion_counts(), "free_points", "points")
    for name, row in (("early", points.iloc[0]), ("late", points.iloc[-1])):
        counts = found.using("reunion_counts")
        counts.count(f"points_{name}", row["value"], "free sampling points, more than")
        counts.date(f"points_{name}_date", row["as_of"], "date of that count")
    _bridge(found.using("collection_events"))


def _bridge(found: Numbers) -> None:
    """Add the plan that was replaced by the sampling of pupils in Qianwei."""
    events = provenance.read_rows("collection_events").set_index("id")
    plan = events.loc["ev-p011"]
    found.count("bridge_plan", plan["number"], "residents in the plan that was not carried out")
    found.date("bridge_year", str(plan["start"]), "year of the sampling of pupils in Qianwei")
