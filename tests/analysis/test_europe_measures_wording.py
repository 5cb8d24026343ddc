"""Sentences of the chapter on measures that the data must go on supporting."""

from __future__ import annotations

from biometrics_china import provenance, tables
from biometrics_china.analysis.europe_measures import coverage, numbers, questions


def test_every_question_rests_on_rows_that_exist() -> None:
    frame = tables.load("cooperation_questions")
    assert questions.dangling(frame) == []
    assert frame["rows"].map(len).gt(0).all()
    assert set(frame["stage"]) == {"before", "during", "after"}


def test_naming_rules_concern_data_and_practice_within_europe() -> None:
    holes = coverage.holes_in_book().set_index("risk")["now"]
    named = set(holes[holes.eq(coverage.LABELS["binding_named"])].index)
    assert named == {"Transfer of data", "Use in Europe", "Police cooperation"}


def test_research_is_answered_by_guidance_that_does_not_name_biometrics() -> None:
    holes = coverage.holes_in_book().set_index("risk")
    assert holes.loc["Research cooperation", "now"] == "guidance"
    frame = coverage.measures().explode("risks")
    research = frame[frame["risks"].eq("research") & frame["family"].eq("research_security")]
    assert research["biometrics"].eq("not_named").all()
    assert not research["is_binding"].any()


def test_nothing_in_force_answers_imports() -> None:
    holes = coverage.holes_in_book().set_index("risk")
    assert holes.loc["Imports and supply chains", "now"] == "nothing found"
    assert holes.loc["Imports and supply chains", "coming"] == "binding rule"


def test_the_export_rule_binds_and_does_not_name_biometrics() -> None:
    rows = provenance.read_rows("measures").set_index("id")
    assert bool(rows.loc["me-001", "is_binding"])
    assert rows.loc["me-001", "biometrics"] == "indirectly"
    assert not rows.loc["me-002", "is_binding"]
    assert rows.loc["me-002", "biometrics"] == "named"


def test_procurement_is_a_matter_of_states_and_cities() -> None:
    holes = coverage.holes_in_book().set_index("risk")
    assert holes.loc["Procurement", "where"] == "National, Local"


def test_binding_and_naming_lie_in_the_two_fields() -> None:
    frame = coverage.by_force_in_book().set_index("family")
    assert set(frame[frame["named"].gt(0)].index) == {"AI Act", "Data protection"}
    assert frame.loc["Research security", ["named", "indirectly", "not_named"]].sum() == 0


def test_duties_of_firms_apply_last() -> None:
    rows = provenance.read_rows("measures").set_index("id")
    later = rows[rows["status"].eq("applies_later")]
    assert set(later.index) == {"me-008", "me-009", "me-013", "me-101"}
    assert later["applies"].min() > "2026-11"


def test_what_naming_means_moves_the_share_most() -> None:
    grid = coverage.choices_in_book()
    spread = {
        name: grid.groupby(name)["estimate"].median().agg(lambda s: s.max() - s.min())
        for name in ("counted", "applied", "legal_force", "biometrics")
    }
    assert max(spread, key=spread.get) == "biometrics"
    lowest = grid.sort_values("estimate").head(4)
    assert set(lowest["counted"]) == {"all levels"}
    assert set(lowest["biometrics"]) == {"named"}


def test_the_licences_show_no_trend() -> None:
    rows = provenance.read_rows("licences")
    assert len(rows) == 2
    assert "method" in rows.set_index("year").loc[2022, "note"]


def test_the_open_amendment_is_no_measure_of_its_own() -> None:
    assert not {"me-102", "me-103", "me-032"} & set(coverage.measures()["id"])
    assert numbers()["n_later"].value == 4
