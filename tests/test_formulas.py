"""Arithmetic with values that know their rows, against answers worked out by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from biometrics_china import formulas, origins
from biometrics_china.traced import Origin

FRAME = pd.DataFrame(
    {
        "id": ["a", "b", "c", "d"],
        "persons": [1, 2, 3, 10],
        "as_of": ["2019-01-31", "2020", "2020-03-01", None],
        "outlet": ["Post (Asia)", "Post (web)", "Times", None],
        "name_en": ["One", None, None, "One"],
        "name_zh": ["一", "二", None, "四"],
        "places": [("X", "Y"), ("X",), (), ("Z",)],
    }
)


def cell(row: str, field: str = "persons") -> Origin:
    return origins.cell(FRAME, row, field)


@pytest.mark.parametrize(
    ("made", "value", "how", "rows"),
    [
        (cell("d") / cell("b"), 5, "10 / 2", ("d", "b")),
        (1 - cell("a") / cell("b"), 0.5, "1 \u2212 1 / 2", ("a", "b")),
        ((cell("a") + cell("b")) / cell("d"), 0.3, "(1 + 2) / 10", ("a", "b", "d")),
        (cell("d") / (cell("a") + cell("b") * 2), 2, "10 / (1 + 2 × 2)", ("d", "a", "b")),
        (cell("d") - (cell("c") - cell("a")), 8, "10 \u2212 (3 \u2212 1)", ("d", "c", "a")),
        (100 * (cell("a") / cell("d")), 10, "100 × 1 / 10", ("a", "d")),
        (1 + cell("d"), 11, "1 + 10", ("d",)),
        (6 / cell("c"), 2, "6 / 3", ("c",)),
        (formulas.up(cell("d") / cell("c")), 4, "10 / 3, rounded up", ("d", "c")),
        (formulas.whole(cell("d") / cell("c")), 3, "10 / 3, rounded", ("d", "c")),
        (formulas.size(0 - cell("c")), 3, "0 \u2212 3 without its sign", ("c",)),
        (formulas.least([cell("d"), cell("c")]), 3, "the least of 3; 10", ("d", "c")),
        (formulas.most([cell("d"), 27]), 27, "the most of 10; 27", ("d",)),
        (formulas.middle([cell("d"), cell("a"), cell("c")]), 3, "the median of 1; 3; 10", None),
        (2 * formulas.least([cell("b"), 9]), 4, "2 × (the least of 2; 9)", ("b",)),
    ],
)
def test_a_formula_keeps_its_terms(made, value, how, rows):
    assert made.value == pytest.approx(value)
    assert made.how == how
    assert rows is None or made.rows == rows
    assert made.terms


def test_the_rows_above_the_line_are_told_apart_where_they_differ():
    assert (cell("d") / cell("b")).part == ("d",)
    assert (cell("d") / cell("d")).part == ()


def test_a_quotient_of_numbers_of_a_frame_has_plain_terms():
    made = origins.over(FRAME, "persons") / cell("b")
    assert made.value == 8
    assert [type(one.value) for one in made.terms] == [int, int]


def test_days_lie_between_two_dates_known_to_the_day():
    made = formulas.days(cell("a", "as_of"), cell("c", "as_of"))
    assert (made.value, made.rows) == (395, ("a", "c"))
    with pytest.raises(ValueError, match="2020"):
        formulas.days(cell("a", "as_of"), cell("b", "as_of"))


def test_a_span_says_least_and_most():
    made = formulas.span([cell("d"), cell("a")], "1 to 10")
    assert (made.value, made.how) == ("1 to 10", "the least and the most of 2: 1; 10")


def test_long_lists_of_terms_are_cut_in_the_middle():
    made = formulas.most([origins.fixed(n) for n in range(20)])
    assert made.how == "the most of 0; 1; 2; 3; …; 16; 17; 18; 19"


def test_an_interval_names_its_share():
    share = origins.share(FRAME[:1], FRAME)
    made = formulas.wilson(share, "low", 0.0456)
    assert (made.kind, made.part, made.rows) == ("wilson low", ("a",), ("a", "b", "c", "d"))
    assert made.how == "lower end of the 95 % Wilson interval of 1 / 4 rows"


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        (["persons"], 4),
        (["year:as_of"], 2),
        (["stem:outlet"], 2),
        (["first:places"], 2),
        (["name_en"], 1),
        (["name_en|name_zh"], 2),
        (["name_en", "name_zh"], 2),
    ],
)
def test_different_values_are_counted_without_empty_cells(fields, number):
    made = origins.distinct(FRAME, *fields)
    assert (made.value, made.rows) == (number, ("a", "b", "c", "d"))
    assert made.kind == f"distinct {' '.join(fields)}"


def test_the_most_frequent_value_and_the_value_of_each_row():
    assert origins.common(FRAME, "year:as_of").value == "2020"
    assert origins.each(FRAME[:2], "name_zh", " and ").value == "一 and 二"
    earliest = origins.over(FRAME, "as_of", "min")
    assert (earliest.value, earliest.how) == (
        "2019-01-31",
        "the earliest of “as of” over 4 rows",
    )


def test_rows_that_are_chosen_stand_beside_their_grounds():
    made = origins.chosen(FRAME[:1], FRAME[2:], how="so")
    assert (made.value, made.part, made.rows) == (1, ("a",), ("a", "c", "d"))
