"""The numbers of the chapter on how usual work with Chinese partners was."""

from __future__ import annotations

import pandas as pd

from biometrics_china import bounds, origins, provenance
from biometrics_china.analysis.europe_research import base_rate, training_sets
from biometrics_china.numbers import Numbers

#: countries whose share stands in a sentence → the name of their numbers
_NAMED = {"Finland": "fi", "United Kingdom": "gb", "Germany": "de", "France": "fr"}
#: those of them whose bounds stand in a sentence
_BOUNDED = ("Finland", "United Kingdom", "France")


def add(found: Numbers) -> None:
    """Add the numbers of the papers by country."""
    view = found.using("surveillance_papers", "classifier_scores")
    papers = provenance.read_rows("surveillance_papers")
    row_of = papers.set_index("name")["id"]
    for country, name in _NAMED.items():
        part, whole = (origins.cell(papers, row_of[country], f) for f in ("papers_china", "papers"))
        meaning = f"{country}: papers with China, share of all"
        view.percent(f"base_{name}", part / whole, meaning)
    frame = base_rate.of_package().set_index("country")
    how = "the share if all papers that the classifier took in error are in the part, or none is"
    for country in _BOUNDED:
        low, high = (100 * frame[end].to_dict()[country] for end in ("low", "high"))
        both = view.made_of(row_of[country], base_rate.PRECISION, how=how)
        bounds.add(both, f"base_{_NAMED[country]}", low, high, f"{country}: the same with errors")
    _whole(view, papers)
    _joint(view, papers)
    _sets(found)


def _whole(view: Numbers, papers: pd.DataFrame) -> None:
    china = str(papers.loc[papers["country"].eq("CN"), "id"].iloc[0])
    for name in ("first", "last"):
        year = origins.cell(papers, china, f"{name}_year")
        view.words(f"base_{name}", year, f"{name} year of the papers")
    europe = papers[papers["country"].isin(base_rate.EUROPE)]
    view.count("base_countries", europe, "European countries in the table")
    shown = europe[europe["papers"].ge(base_rate.ENOUGH)]
    view.count("base_shown", shown, "of these with enough papers for a share")
    enough = origins.fixed(base_rate.ENOUGH)
    view.count("base_enough", enough, "papers from which on a share is given")
    ordered = europe.sort_values("papers_china", ascending=False, kind="stable")
    for name, rows, meaning in (
        ("base_china", europe, "papers with China, added up over countries"),
        ("base_two", ordered[:2], "of these in the two countries with most"),
    ):
        view.count(name, origins.over(rows, "papers_china"), meaning)
    none = europe[europe["papers_china"].eq(0)]
    view.count("base_none", none, "European countries without a paper with China")
    every = origins.cell(papers, china, "papers")
    view.count("base_china_all", every, "papers with an author in China")


def _joint(view: Numbers, papers: pd.DataFrame) -> None:
    how = "papers shared among the countries of their authors: China / all"
    weight = origins.of(base_rate.weight(papers), papers, how=how)
    view.percent("base_weight", weight, "China's share of the world's papers")
    how = "2 × papers of China with authors abroad / sum of these papers"
    joint = origins.of(base_rate.joint(papers), papers, how=how)
    view.percent("base_joint", joint, "China's part of papers of two countries")
    row_of = papers.set_index("country")["id"]
    china, abroad = (origins.cell(papers, row_of["GB"], f"papers_{f}") for f in ("china", "abroad"))
    view.percent("base_gb_joint", china / abroad, "United Kingdom: China in joint papers")
    china, every = (origins.cell(papers, row_of["FI"], f) for f in ("papers_china", "papers"))
    view.count("base_fi_china", china, "Finland: papers with China")
    view.count("base_fi_papers", every, "Finland: papers")
    scores = provenance.by_id("classifier_scores")
    wrong = 1 - origins.cell(scores, base_rate.PRECISION, "value")
    view.percent("base_wrong", wrong, "papers taken in error, as printed")


def _sets(found: Numbers) -> None:
    rows = provenance.read_rows("training_set_uses")
    rows = rows[rows["year"].astype(int).gt(training_sets.WITHDRAWN)]
    uses = found.using("training_set_uses")
    examined, used = (origins.over(rows, field) for field in ("examined", "used"))
    uses.count("sets_examined", examined, "papers of the year after, examined")
    uses.count("sets_used", used, "of these that used a withdrawn set")
    sets = provenance.by_id("training_sets")
    view = found.using("training_sets")
    people, projects = (origins.cell(sets, "set-01", f) for f in ("people", "projects"))
    view.count("oxford_people", people, "people in the set from Oxford, about")
    view.count("oxford_projects", projects, "projects that used it, at least")
    withdrawn = origins.cell(sets, "set-04", "withdrawn")
    view.date("sets_withdrawn", withdrawn, "month in which two sets were withdrawn")
    recorded = origins.cell(sets, "set-01", "recorded")
    view.date("oxford_year", recorded, "year in which it was recorded")
    grants, money = provenance.by_id("research_links"), found.using("research_links")
    granted, told = (origins.cell(grants, row, "value") for row in ("rl-053", "rl-054"))
    money.count("tabula_eur", granted, "European contribution to one project")
    money.count("tabula_press", told, "the same, as told to the press")
    given, china = (origins.cell(grants, row, "value") for row in ("rl-055", "rl-056"))
    money.count("identity_eur", given, "European contribution to IDENTITY")
    money.count("h2020_china", china, "projects with a body in China")
    every = origins.cell(grants, "rl-056", "denominator")
    money.count("h2020_projects", every, "projects in that copy")
    copied = origins.cell(grants, "rl-056", "end")
    money.date("h2020_day", copied, "month of the copy of the file of projects")
