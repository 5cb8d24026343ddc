"""The rule of the grades: each weakness costs what the chapter on methods says, counted by hand."""

from __future__ import annotations

import math
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa, to_table

from biometrics_china import claims, place, provenance, tables, validation
from biometrics_china.codebook import Field, Table
from biometrics_china.validation import findings, grading, stood_on
from biometrics_china.validation.model import Sheet

ORIGINAL = {"standing": "original", "has_weak_host": "false"}
COPY = {"standing": "full_copy", "has_weak_host": "false"}
REPORT = {"standing": "report_about", "has_weak_host": "false"}
WEAK = {"standing": "full_copy", "has_weak_host": "true"}


def sheet(name, rows):
    table = Table(name, f"{name}.csv", name.title(), "", tuple(Field(c, "string") for c in rows[0]))
    return Sheet(table, table.path, rows, list(range(2, len(rows) + 2)))


def package(kinds, *, makers=9, selection="whole", coded="false", second=()):
    """Return the tables behind a finding of one row a source, each a copy of another work."""
    rows = [
        {"id": f"r{n}", "source_id": f"s{n}", "verification": "seen", "code": "yes", "kind": k}
        for n, k in enumerate(["a"] * (len(kinds) - 1) + ["b"])
    ]
    sources = [{"id": f"s{n}", "work_id": f"w{n}"} | kind for n, kind in enumerate(kinds)]
    empty = {"authors": "", "container": ""}
    works = [{"id": f"w{n}", "issuer": f"m{n % makers}"} | empty for n in range(len(kinds))]
    gathered = {"id": "facts", "selection": selection, "is_coded": coded}
    cell = {"table": "facts", "field": "code", "extent": "whole"}
    codes = [cell | {"id": f"{n}", "row_id": f"r{n}", "value": c} for n, c in enumerate(second)]
    return {
        "facts": sheet("facts", rows),
        "sources": sheet("sources", sources),
        "works": sheet("works", works),
        "gathering": sheet("gathering", [gathered]),
        "resolutions": sheet(
            "resolutions", [dict.fromkeys(("table", "row_id", "field", "first"), "")]
        ),
        "second_codings": sheet(
            "second_codings", codes or [cell | {"id": "", "row_id": "r0", "value": ""}]
        ),
    }


def grade(*given, **named):
    return grading.basis(package(*given, **named), ["facts"])


def test_originals_of_three_makers_that_are_a_whole_set_lose_nothing():
    found = grade([ORIGINAL] * 3)
    assert (found.grade, found.sources) == ("A", ("s0", "s1", "s2"))
    assert found.reason == "By the rule, nothing is taken off."


@pytest.mark.parametrize(
    ("kinds", "letter"),
    [
        ([ORIGINAL] * 3 + [REPORT], "A"),  # a quarter is not over a quarter
        ([ORIGINAL] * 5 + [REPORT, WEAK], "B"),  # 2 of 7
        ([ORIGINAL] * 2 + [REPORT, WEAK], "B"),  # half is not over half
        ([ORIGINAL, REPORT, WEAK], "C"),  # 2 of 3
        ([COPY] * 3, "B"),  # no original
    ],
)
def test_copies_cost_by_their_share(kinds, letter):
    assert grade(kinds).grade == letter


def test_the_reason_counts_the_poor_copies():
    assert grade([ORIGINAL, REPORT, WEAK]).reason == (
        "Taken off: 2 of 3 uses of sources rest on reports or weak hosts (“Facts”)."
    )


@pytest.mark.parametrize(("makers", "letter"), [(1, "C"), (2, "C"), (3, "B")])
def test_works_of_fewer_than_three_makers_cost_a_grade(makers, letter):
    assert grade([ORIGINAL] * 6, makers=makers, selection="searched").grade == letter


def test_the_weakest_table_of_a_finding_counts():
    """Many good denominators make no better counts: the second table alone has two reports of three."""
    sheets = package([ORIGINAL] * 9)
    poor = package([ORIGINAL, REPORT, REPORT])
    for name in ("sources", "works"):
        for row in poor[name].rows:
            own = {key: f"p{value}" for key, value in row.items() if key in ("id", "work_id")}
            sheets[name].rows.append(row | own)
    counts = [row | {"source_id": f"p{row['source_id']}"} for row in poor["facts"].rows]
    sheets["counts"] = sheet("counts", counts)
    found = grading.basis(sheets, ["facts", "counts"])
    assert found.grade == "C"
    assert (
        found.reason
        == "Taken off: 2 of 3 uses of sources rest on reports or weak hosts (“Counts”)."
    )


def test_a_whole_set_may_have_one_maker():
    assert grade([ORIGINAL] * 6, makers=1).grade == "A"


def test_what_search_found_costs_a_grade():
    found = grade([ORIGINAL] * 3, selection="searched")
    assert (found.grade, found.reason) == ("B", "Taken off: no whole set (“Facts”).")


def test_codes_of_one_reader_cost_a_grade():
    assert "codes of one reader" in grade([ORIGINAL] * 3, coded="true").reason


def test_codes_made_again_without_the_texts_cost_a_grade_too():
    sheets = package([ORIGINAL] * 3, coded="true", second=["yes"] * 3)
    for row in sheets["second_codings"].rows:
        row["extent"] = "row"
    found = grading.basis(sheets, ["facts"])
    assert found.grade == "B"
    assert found.reason == "Taken off: codes made again without the texts (“Facts”)."


@pytest.mark.parametrize(("differ", "letter"), [(0, "A"), (10, "B")])
def test_codes_on_which_two_readers_differ_cost_a_grade(differ, letter):
    """With one code on the first side, chance alone gives all agreement: kappa is 0."""
    second = ["no"] * differ + ["yes"] * (20 - differ)
    found = grade([ORIGINAL] * 20, coded="true", second=second)
    assert found.grade == letter
    assert ("two readers differ" in found.reason) is bool(differ)


def test_a_resolved_disagreement_is_still_one_of_two_readers():
    sheets = package([ORIGINAL] * 20, coded="true", second=["no"] * 10 + ["yes"] * 10)
    for row in sheets["facts"].rows[:10]:
        row["code"] = "no"
    assert grading.basis(sheets, ["facts"]).grade == "A"
    cell = {"table": "facts", "field": "code", "first": "yes"}
    sheets["resolutions"].rows[:] = [cell | {"row_id": f"r{n}"} for n in range(10)]
    assert grading.basis(sheets, ["facts"]).grade == "B"


def test_a_hit_whose_article_is_counted_elsewhere_is_no_disagreement():
    """The second reader, who read each text for itself, could not know what was counted before."""
    sheets = package([ORIGINAL] * 25, coded="true", second=["yes"] * 20 + ["no"] * 5)
    for row in sheets["second_codings"].rows:
        row["field"] = "counted"
    for row in sheets["facts"].rows:
        row |= {"counted": "yes", "exclusion_reason": ""}
    assert grading.basis(sheets, ["facts"]).grade == "B"
    for row in sheets["facts"].rows[20:]:
        row["exclusion_reason"] = "same article as r1"
    assert grading.basis(sheets, ["facts"]).grade == "A"


def test_fewer_than_twenty_cells_say_nothing_of_two_readers():
    found = grade([ORIGINAL] * 19, coded="true", second=["yes"] * 19)
    assert (found.grade, found.reason) == (
        "B",
        "Taken off: fewer than 20 cells coded twice (“Facts”).",
    )


def test_a_cell_that_the_first_reader_left_empty_is_no_pair():
    sheets = package([ORIGINAL] * 20, coded="true", second=["yes"] * 20)
    sheets["facts"].rows[0]["code"] = ""
    assert "fewer than 20 cells" in grading.basis(sheets, ["facts"]).reason


def test_no_grade_is_below_the_last():
    found = grade([REPORT, WEAK], makers=1, selection="searched", coded="true")
    assert found.grade == "D"
    assert found.reason.count(";") == 3


def test_a_condition_leaves_only_the_rows_that_meet_it():
    sheets = package([ORIGINAL, ORIGINAL, REPORT])
    assert grading.basis(sheets, ["facts"], ["facts.kind=b"]).sources == ("s2",)
    both = ["facts.kind=a", "facts.kind=b", "others.kind=c"]
    assert grading.basis(sheets, ["facts"], both).sources == ("s0", "s1", "s2")
    assert grading.basis(sheets, ["facts"], ["facts.kind=a", "facts.id=r1"]).sources == ("s1",)


def test_a_table_that_points_to_chosen_rows_keeps_those_that_point_to_them():
    sheets = package([ORIGINAL] * 3)
    days = [{"id": f"d{n}", "fact_id": f"r{n}", "source_id": f"s{n}"} for n in range(3)]
    pointing = Field("fact_id", "string", refers_to="facts.id")
    table = Table("days", "days.csv", "Days", "", (Field("id", "string"), pointing))
    sheets["days"] = Sheet(table, table.path, days, [2, 3, 4])
    found = stood_on.rows(sheets, ["facts", "days"], ["facts.kind=b"])
    assert [row["id"] for rows in found.values() for row in rows] == ["r2", "d2"]
    assert len(stood_on.rows(sheets, ["facts", "days"], [])["days"]) == 3


def test_a_table_without_sources_leans_on_the_rows_that_it_points_to():
    sheets = package([ORIGINAL] * 3)
    pointing = (
        Field("id", "string"),
        *(Field(n, "string", refers_to="facts.id") for n in ("a", "b")),
    )
    table = Table("spans", "spans.csv", "Spans", "", pointing)
    sheets["spans"] = Sheet(table, table.path, [{"id": "x", "a": "r0", "b": ""}], [2])
    found = stood_on.rows(sheets, ["spans", "facts"], [])
    assert [row["id"] for row in found["facts"]] == ["r0"]
    kept = stood_on.rows(sheets, ["spans", "facts"], ["facts.kind=a"])
    assert [row["id"] for row in kept["spans"]] == ["x"]  # an empty pointer beside a full one


def test_a_row_that_was_not_read_is_no_use_of_a_source():
    sheets = package([ORIGINAL] * 3)
    sheets["facts"].rows[0]["verification"] = "recalled"
    assert grading.basis(sheets, ["facts"]).sources == ("s1", "s2")


def test_kappa_by_hand():
    """Of 10 pairs 7 are alike; by chance 0.5 × 0.6 + 0.5 × 0.4 = 0.5 would be: 0.2 / 0.5."""
    pairs = [("a", "a")] * 4 + [("a", "b")] + [("b", "a")] * 2 + [("b", "b")] * 3
    assert math.isclose(grading.kappa(pairs), 0.4)
    assert grading.kappa([("a", "a")] * 3) == 1


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=2, max_size=40))
def test_kappa_is_that_of_statsmodels(pairs):
    square, _ = to_table(np.array(pairs), bins=3)
    if len({code for pair in pairs for code in pair}) > 1:
        expected = cohens_kappa(square, return_results=False)
        assert math.isclose(
            grading.kappa([(str(a), str(b)) for a, b in pairs]), expected, abs_tol=1e-9
        )


# ----------------------------------------------------------------------------- the findings of the book


@pytest.mark.parametrize("claim", claims.register(), ids=lambda c: c.id)
def test_no_finding_is_strong_that_was_read_in_copies_alone(claim):
    assert not (claim.copies_only and claim.grade == "A")
    assert claim.sources
    assert all(provenance.source(source) for source in claim.sources)


def changed(**cells):
    """Return what is wrong with the findings once one that the front page has has other cells."""
    checked = validation.check(place.data())
    rows = checked.sheets["claims"].rows
    next(r for r in rows if r["id"] == "claim-regulation-collection-first").update(cells)
    return [str(p) for p in findings.problems(checked.sheets["claims"], checked)]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"rows": "cases.id=ca001"}, "field rows: 'cases' is no table of the finding"),
        ({"rows": "instruments.colour=red"}, "field rows: 'colour' is no field of instruments"),
        (
            {"rows": "instruments.effect=red"},
            "field rows: 'instruments.effect=red' holds in no row",
        ),
        (
            {"rows": "instruments.id=cn-pipl-2021;instruments.jurisdiction=EU"},
            "field rows: no row of instruments meets all conditions on it",
        ),
        (
            {"tables": "planted_errors", "rows": ""},
            "field tables: 'planted_errors' has no row that says how",
        ),
    ],
)
def test_a_finding_that_names_no_rows_is_told_in_its_chapter(cells, said):
    found = changed(**cells)
    assert len(found) == 1
    assert found[0].startswith("chapters/regulation.md:")
    assert said in found[0]


@pytest.mark.parametrize(
    ("kinds", "sentence", "said"),
    [
        ([ORIGINAL, COPY], "It grew.", ""),
        ([ORIGINAL, REPORT], "By totals known from reports it grew.", ""),
        ([ORIGINAL, WEAK], "It grew; some totals stand in weak copies.", ""),
        ([ORIGINAL, REPORT], "It grew.", "1 of 2 uses of sources rests on reports or weak hosts"),
        ([ORIGINAL, WEAK, REPORT], "By police reports it grew.", "2 of 3 uses of sources rest on"),
        (
            [ORIGINAL, COPY],
            "By totals known from reports it grew.",
            "and no use of a source is one",
        ),
    ],
)
def test_a_finding_of_the_front_page_owns_its_reports_and_weak_hosts(kinds, sentence, said):
    sheets = package(kinds)
    row = {"id": "c", "tables": "facts", "rows": "", "sentence": sentence, "is_front_page": "true"}
    for is_front_page, expected in (("true", said), ("false", "")):
        sheets["claims"] = sheet("claims", [row | {"is_front_page": is_front_page}])
        found = list(findings.problems(sheets["claims"], SimpleNamespace(sheets=sheets)))
        assert len(found) == bool(expected)
        assert all(expected in str(problem) for problem in found)


def test_check_stops_at_a_front_page_that_does_not_own_its_reports():
    (found,) = changed(sentence="Collection came first.")
    assert found.startswith("chapters/regulation.md:")
    assert "field sentence: 6 of " in found
    assert "the sentence does not say so; 'from reports' or" in found


def test_every_table_that_says_how_it_was_gathered_is_there():
    assert set(tables.load("gathering")["id"]) <= set(tables.names())
