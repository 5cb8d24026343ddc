"""The numbers of the chapter on how usual work with Chinese partners was."""

from __future__ import annotations

from biometrics_china import bounds, provenance
from biometrics_china.analysis.europe_research import base_rate, training_sets
from biometrics_china.numbers import Numbers

#: countries whose share stands in a sentence → the name of their numbers
_NAMED = {"Finland": "fi", "United Kingdom": "gb", "Germany": "de", "France": "fr"}
#: those of them whose bounds stand in a sentence
_BOUNDED = ("Finland", "United Kingdom", "France")


def add(found: Numbers) -> None:
    """Add the numbers of the papers by country."""
    view = found.using("surveillance_papers", "classifier_scores")
    frame = base_rate.of_package().set_index("country")
    for country, name in _NAMED.items():
        row = frame.loc[country]
        view.percent(f"base_{name}", row["share"], f"{country}: papers with China, share of all")
    for country in _BOUNDED:
        low, high = (100 * frame[end].to_dict()[country] for end in ("low", "high"))
        bounds.add(view, f"base_{_NAMED[country]}", low, high, f"{country}: the same with errors")
    papers = provenance.read_rows("surveillance_papers")
    china = papers[papers["country"].eq("CN")].iloc[0].to_dict()
    totals = base_rate.totals(papers)
    view.words("base_first", int(china["first_year"]), "first year of the papers")
    view.words("base_last", int(china["last_year"]), "last year of the papers")
    view.count("base_countries", totals["countries"], "European countries in the table")
    view.count("base_shown", len(frame), "of these with enough papers for a share")
    view.count("base_enough", base_rate.ENOUGH, "papers from which on a share is given")
    view.count("base_china", totals["china"], "papers with China, added up over countries")
    view.count("base_two", totals["two"], "of these in the two countries with most")
    view.count("base_none", totals["none"], "European countries without a paper with China")
    view.count("base_china_all", china["papers"], "papers with an author in China")
    view.percent("base_weight", base_rate.weight(papers), "China's share of the world's papers")
    view.percent("base_joint", base_rate.joint(papers), "China's part of papers of two countries")
    shares = frame["share_abroad"].to_dict()
    view.percent("base_gb_joint", shares["United Kingdom"], "United Kingdom: China in joint papers")
    finland = papers[papers["country"].eq("FI")].iloc[0].to_dict()
    view.count("base_fi_china", finland["papers_china"], "Finland: papers with China")
    view.count("base_fi_papers", finland["papers"], "Finland: papers")
    view.percent("base_wrong", 1 - base_rate.precision(), "papers taken in error, as printed")
    _sets(found)


def _sets(found: Numbers) -> None:
    after = training_sets.after(training_sets.of_package())
    uses = found.using("training_set_uses")
    uses.count("sets_examined", after["examined"], "papers of the year after, examined")
    uses.count("sets_used", after["used"], "of these that used a withdrawn set")
    rows = provenance.by_id("training_sets")
    view = found.using("training_sets")
    view.count("oxford_people", rows["people"]["set-01"], "people in the set from Oxford, about")
    view.count("oxford_projects", rows["projects"]["set-01"], "projects that used it, at least")
    view.date(
        "sets_withdrawn", rows["withdrawn"]["set-04"], "month in which two sets were withdrawn"
    )
    view.date("oxford_year", rows["recorded"]["set-01"], "year in which it was recorded")
    grants = provenance.by_id("research_links")
    money = found.using("research_links")
    money.count(
        "tabula_eur", float(grants["value"]["rl-053"]), "European contribution to one project"
    )
    money.count("tabula_press", float(grants["value"]["rl-054"]), "the same, as told to the press")
    money.count(
        "identity_eur", float(grants["value"]["rl-055"]), "European contribution to IDENTITY"
    )
    money.count("h2020_china", float(grants["value"]["rl-056"]), "projects with a body in China")
    money.count("h2020_projects", int(grants["denominator"]["rl-056"]), "projects in that copy")
    money.date("h2020_day", grants["end"]["rl-056"], "month of the copy of the file of projects")
