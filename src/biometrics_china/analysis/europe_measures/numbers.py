"""The numbers of the chapter on European measures."""

from __future__ import annotations

from biometrics_china import multiverse, provenance, tables
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
    found.count("n_measures_all", len(rows), "measures, proposals and ended ones included")
    found.count("n_undated", rows["state_on"].isna().sum(), "of them without a day of reading")
    union = frame[frame["level"].eq("eu")]
    named = frame["biometrics"].eq("named") & frame["is_binding"]
    found.count("n_measures", len(frame), "measures in the table")
    found.count("n_union", len(union), "of these of the Union")
    found.count("n_binding", frame["is_binding"].sum(), "binding measures")
    found.count("n_binding_named", named.sum(), "binding and naming")
    laws = coverage.laws(frame[named])["law"]
    found.count("n_named_laws", laws.nunique(), "laws to which these belong")
    days = provenance.by_id("measures")["applies"]
    for row, name in _DAYS.items():
        found.date(f"applies_{name}", days[row], f"application of {row}")
    in_force = provenance.by_id("measures")["in_force"]
    for row, name in _IN_FORCE.items():
        found.date(f"in_force_{name}", in_force[row], f"entry into force of {row}")
    holes = coverage.holes(frame)
    strongest = holes["now"].eq(coverage.LABELS["binding_named"])
    found.count("n_risks", len(holes), "risks")
    found.count("n_risks_named", strongest.sum(), "risks with a binding rule that names biometrics")
    spread = multiverse.spread(coverage.choices(frame))
    found.count("n_choices", spread["n"], "ways of counting")
    said = "share that names biometrics"
    found.percent("choice_low", spread["lowest"], f"{said}, lowest", bound="low")
    found.percent("choice_high", spread["highest"], f"{said}, highest", bound="high")
    found.count("n_distinct", spread["distinct"], "different values among them")
    found.count("n_below", spread["below"], "of them below that of the text")
    found.percent("choice_main", spread["main"], "the same, as counted in the text")


def _licences(found: Numbers) -> None:
    frame = provenance.read_rows("licences").set_index("year")
    for year in frame.index:
        found.decimal(
            f"authorised_{year}", frame["authorised_eur"][year] / 1e9, f"licences of {year}, bn EUR"
        )
        found.count(f"denials_{year}", frame["denials"][year], f"refusals of {year}")


def _questions(found: Numbers) -> None:
    frame = tables.load("cooperation_questions")
    found.count("n_questions", len(frame), "questions")
    rows = {r for references in frame["rows"] for r in references}
    found.count("n_question_rows", len(rows), "rows of the book that they rest on")


def _countered(found: Numbers) -> None:
    frame = refusals.european()
    found.count("n_countered", len(frame), "European bodies on Chinese lists")
    found.count("n_countered_ended", frame["ended"].notna().sum(), "of them taken off")
    is_research = frame["kind"].eq("research")
    found.count("n_countered_research", is_research.sum(), "of them research bodies")
    found.date("countered_first", frame["date"].min(), "first Chinese list with European bodies")
    found.date("countered_last", frame["date"].max(), "last Chinese list with European bodies")


def _refusals(found: Numbers) -> None:
    frame = provenance.read_rows("refusal_costs")
    found.count("n_episodes", len(frame), "episodes after a refusal or a word")
    found.count("n_episodes_unlisted", frame["act"].ne("listing").sum(), "of them without a list")
    persons = frame.loc[frame["act"].eq("listing"), "n_persons"].sum()
    found.count("n_countered_persons", persons, "people on the two lists of 2021")


def _rules(found: Numbers) -> None:
    frame = provenance.read_rows("counter_rules")
    found.count("n_counter_rules", len(frame), "Chinese rules on counter-measures")
    found.count("n_counter_laws", frame["law"].nunique(), "texts in which they stand")
    days = frame.set_index("id")["adopted"]
    found.date("countered_law", days["cr-01"], "adoption of the law on counter-measures")
    found.date("countered_rules", days["cr-07"], "issue of the provisions on it")


def _lookups(found: Numbers) -> None:
    frame = provenance.by_id("lookups")
    found.count("n_lookups", len(frame), "rules to look up on the day")
    found.date("due_sanctions", frame["due"]["lk-02"], "end of the sanctions over human rights")
