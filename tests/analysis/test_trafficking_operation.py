"""Known answers for the operation of 2021."""

from __future__ import annotations

import pytest
import small_tables

from biometrics_china.analysis.trafficking import operation

HEAD = "since, as_of, measure, category, value, qualifier\n"
ROWS = """
2021-01-01, 2021-01-10, found, , 20, more_than
2021-01-01, 2021-01-10, cases_solved, , 1, exact
2021-01-01, 2021-09-21, found, , 120, exact
2021-01-01, 2021-09-21, cases_solved, , 4, exact
2021-01-01, 2021-12-31, found, , 200, exact
2021-01-01, 2021-12-31, cases_solved, , 5, more_than
2021-05-11, 2021-06-11, found, , 70, exact
2021-01-01, 2021-09-21, found, apart_20_30, 30, exact
2021-01-01, 2021-09-21, found, apart_30_40, 18, exact
2021-01-01, 2021-09-21, found, apart_40_50, 6, exact
2021-01-01, 2021-09-21, found, apart_50_60, 4, exact
2021-01-01, 2021-09-21, found, apart_60_up, 2, exact
2021-01-01, 2021-12-31, found, apart_20_30, 50, exact
2021-01-01, 2021-12-31, found, apart_30_40, 30, exact
2021-01-01, 2021-12-31, found, apart_40_50, 10, exact
2021-01-01, 2021-12-31, found, apart_50_60, 6, exact
2021-01-01, 2021-12-31, found, apart_60_up, 4, exact
2021-01-01, 2021-12-31, found, apart_rest, 100, exact
"""


def frame():
    return small_tables.reunion_counts(HEAD + ROWS.strip(), series="tuanyuan_operation")


def test_within_year_by_hand() -> None:
    found = operation.within_year(frame())
    # ten days to 10 January; from there 254 days to 21 September and 101 to the end of the year;
    # the month from 11 May is no running total and stays out
    assert found["found"].tolist() == [20, 120, 200]
    assert found["per_day"].tolist() == pytest.approx([2.0, 100 / 254, 80 / 101])
    assert found["share"].tolist() == pytest.approx([0.1, 0.6, 1.0])
    assert found["cases_solved"].tolist() == [1, 4, 5]
    assert found["is_floor"].tolist() == [True, False, False]


def test_apart_by_hand() -> None:
    found = operation.apart(frame()).set_index(["as_of", "band"])
    december = found.loc["2021-12-31"]
    assert december["of_stated"].tolist() == pytest.approx([0.5, 0.3, 0.1, 0.06, 0.04])
    assert december.loc["20 to 30 years", "of_all"] == pytest.approx(0.25)
    assert found.loc["2021-09-21", "count"].tolist() == [30, 18, 6, 4, 2]


def test_late_finds_are_those_of_december_less_those_of_september() -> None:
    found = operation.late(frame()).set_index("band")
    assert found["early"].tolist() == [30, 18, 6, 4, 2]
    assert found["late"].tolist() == [20, 12, 4, 2, 2]
    assert found["late_share"].tolist() == pytest.approx([0.5, 0.3, 0.1, 0.05, 0.05])


def test_long_apart_bounds_by_hand() -> None:
    # December: 100 of 200; September: the first group alone, 30 of 120, or all groups, 60 of 120
    found = operation.long_apart_bounds(frame()).set_index("as_of")
    assert found.loc["2021-12-31"].tolist() == pytest.approx([0.5, 0.5])
    assert found.loc["2021-09-21"].tolist() == pytest.approx([0.25, 0.5])
