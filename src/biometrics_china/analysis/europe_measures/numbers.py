"""The numbers of the chapter on European measures."""

from __future__ import annotations

from biometrics_china import multiverse, provenance, tables
from biometrics_china.analysis.europe_measures import coverage
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
}


def numbers() -> Numbers:
    """Return the numbers of the chapter."""
    found = Numbers("europe_measures", ["measures"])
    _measures(found)
    _licences(found.using("licences"))
    _questions(found.using("cooperation_questions"))
    return found


def _measures(found: Numbers) -> None:
    frame = coverage.measures()
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
