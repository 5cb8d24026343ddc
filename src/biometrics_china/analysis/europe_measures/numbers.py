"""The numbers of the chapter on European measures."""

from __future__ import annotations

import pandas as pd

from biometrics_china import multiverse, origins, provenance, tables
from biometrics_china.analysis.europe_measures import coverage, refusals
from biometrics_china.numbers import Numbers

#: measures whose day of application stands in a sentence → the name of the number
_DAYS = {
    "me-001": "dual_use",
    "me-012": "ai_police",
    "me-013": "ai_high_risk",
    "me-008": "forced_labour",
    "me-009": "due_diligence",
    "me-101": "investment",
    "me-006": "horizon",
    "me-005": "horizon_first",
    "me-105": "ai_bans",
}
#: measures whose day of entry into force stands in a sentence → the name of the number
_IN_FORCE = {"me-102": "ai_omnibus", "me-103": "omnibus"}


def numbers() -> Numbers:
    """Return the numbers of the chapter."""
    found = Numbers("europe_measures", ["measures"])
    _measures(found)
    _licences(found.using("licences"))
    _questions(found.using("cooperation_questions"))
    _countered(found.using("listings"))
    _refusals(found.using("refusal_costs"))
    _rules(found.using("counter_rules"))
    _lookups(found.using("lookups"))
    return found


def _measures(found: Numbers) -> None:
    frame = coverage.measures()
    rows = provenance.read_rows("measures")
    binding = frame[frame["is_binding"]]
    named = binding[binding["biometrics"].eq("named")]
    for name, counted, meaning in (
        ("n_measures_all", rows, "measures, proposals and ended ones included"),
        ("n_undated", rows[rows["state_on"].isna()], "of them without a day of reading"),
        ("n_measures", frame, "measures in the table"),
        ("n_union", frame[frame["level"].eq("eu")], "of these of the Union"),
        ("n_binding", binding, "binding measures"),
        ("n_binding_named", named, "binding and naming"),
    ):
        found.count(name, counted, meaning)
    laws = coverage.laws(named)["law"].nunique()
    different = origins.of(laws, named, how="different laws")
    found.count("n_named_laws", different, "laws to which these belong")
    titles = rows.set_index("id")["title"]
    for row, name in _DAYS.items():
        found.date(
            f"applies_{name}", origins.cell(rows, row, "applies"), f"applies from: {titles[row]}"
        )
    for row, name in _IN_FORCE.items():
        day = origins.cell(rows, row, "in_force")
        found.date(f"in_force_{name}", day, f"entry into force: {titles[row]}")
    _risks(found, frame, named)
    _naming(found, frame)


def _risks(found: Numbers, frame: pd.DataFrame, named: pd.DataFrame) -> None:
    holes = coverage.holes(frame)
    strongest = holes["now"].eq(coverage.LABELS["binding_named"])
    found.count("n_risks", origins.fixed(len(holes)), "risks")
    in_force = named[named["status"].eq("in_force")]
    how = "different risks that these answer"
    answered = origins.of(int(strongest.sum()), in_force, how=how)
    found.count("n_risks_named", answered, "risks with a binding rule that names biometrics")


def _naming(found: Numbers, frame: pd.DataFrame) -> None:
    spread = multiverse.spread(coverage.choices(frame))
    found.count("n_choices", origins.fixed(spread["n"]), "ways of counting")
    said = "share that names biometrics"
    part = found.made_of(frame, how="measures that name biometrics / all, in each way of counting")
    part.percent("choice_low", spread["lowest"], f"{said}, lowest", bound="low")
    part.percent("choice_high", spread["highest"], f"{said}, highest", bound="high")
    part.count("n_distinct", spread["distinct"], "different values among them")
    part.count("n_below", spread["below"], "of them below that of the text")
    union = frame[frame["level"].eq("eu")]
    main = origins.share(union[union["biometrics"].eq("named")], union)
    found.percent("choice_main", main, "the same, as counted in the text")


def _licences(found: Numbers) -> None:
    frame = provenance.read_rows("licences")
    for row in frame.to_dict("records"):
        year, made = row["year"], origins.field(row, "authorised_eur")
        found.decimal(f"authorised_{year}", made / 10**9, f"licences of {year}, bn EUR")
        found.count(f"denials_{year}", origins.field(row, "denials"), f"refusals of {year}")


def _questions(found: Numbers) -> None:
    frame = tables.load("cooperation_questions")
    found.count("n_questions", frame, "questions")
    rows = sorted({r.partition("/")[2] for references in frame["rows"] for r in references})
    found.count("n_question_rows", origins.count(rows), "rows of the book that they rest on")


def _countered(found: Numbers) -> None:
    rows = provenance.read_rows("listings")
    rows = rows[rows["ground"].eq("countermeasure") & rows["country"].eq("CN")]
    entries = rows[rows["action"].eq("listed")]
    ends = rows[rows["action"].eq("delisted")]
    found.count("n_countered", entries, "European bodies on Chinese lists")
    off = origins.count(ends)
    found.count("n_countered_ended", off, "of them taken off")
    research = entries[entries["entity_type"].isin(refusals.KINDS["research"])]
    found.count("n_countered_research", research, "of them research bodies")
    for name, end, words in (("first", "min", "first"), ("last", "max", "last")):
        day = origins.over(entries, "date", end)
        found.date(f"countered_{name}", day, f"{words} Chinese list with European bodies")


def _refusals(found: Numbers) -> None:
    frame = provenance.read_rows("refusal_costs")
    found.count("n_episodes", frame, "episodes after a refusal or a word")
    unlisted = frame[frame["act"].ne("listing")]
    found.count("n_episodes_unlisted", unlisted, "of them without a list")
    listed = frame[frame["act"].eq("listing")].dropna(subset=["n_persons"])
    persons = origins.over(listed, "n_persons")
    found.count("n_countered_persons", persons, "people on the two lists of 2021")


def _rules(found: Numbers) -> None:
    frame = provenance.read_rows("counter_rules")
    found.count("n_counter_rules", frame, "Chinese rules on counter-measures")
    texts = origins.distinct(frame, "law")
    found.count("n_counter_laws", texts, "texts in which they stand")
    law, provisions = (origins.cell(frame, row, "adopted") for row in ("cr-01", "cr-07"))
    found.date("countered_law", law, "adoption of the law on counter-measures")
    found.date("countered_rules", provisions, "issue of the provisions on it")


def _lookups(found: Numbers) -> None:
    frame = provenance.by_id("lookups")
    found.count("n_lookups", frame, "rules to look up on the day")
    due = origins.cell(frame, "lk-02", "due")
    found.date("due_sanctions", due, "end of the sanctions over human rights")
