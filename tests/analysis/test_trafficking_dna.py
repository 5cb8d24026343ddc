"""Known answers for reunions by DNA, the rise of 2021 and the yield of samples."""

from __future__ import annotations

import pandas as pd
import pytest
import small_tables
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china.analysis.trafficking import break_2021, reunions, samples

HEAD = "series, since, as_of, measure, category, value, qualifier\n"
# dates are chosen so that stretches are easy: 2013-01 has its middle on 16 January 2013
ROWS = """
dna_database, 2009-04-09, 2010-07-27, found, , 100, exact
dna_database, 2009-04-09, 2011-04, found, , 200, exact
dna_database, 2009-04-09, 2013-01, found, , 1000, exact
dna_database, 2009-04-09, 2015-12-11, found, , 2000, exact
dna_database, 2009-04-09, 2019, found, , 3500, more_than
dna_database, 2009-04-09, 2021-09-17, found, , 8000, exact
dna_database, 2012, 2012, found, , 300, exact
dna_database, 2015-01-01, 2015-12-11, found, , 430, exact
dna_database, , 2010-07-27, records, , 10000, about
dna_database, , 2010-07-27, records, of_parents, 4000, about
dna_database, , 2011-04, records, , 1000, more_than
dna_database, , 2015-12, records, , 50000, about
tuanyuan_operation, 2021-01-01, 2021-09-17, found, , 4000, exact
tuanyuan_operation, 2021-01-01, 2021-12-31, found, , 9000, exact
tuanyuan_operation, 2021-01-01, 2021-08-30, stated_share, new_samples, 50, about
shelters, 2016-01-01, 2016-06-30, samples, , 400, exact
shelters, 2016-01-01, 2016-06-30, found, , 100, exact
shelters, 2016-01-01, 2016-06-30, found, by_dna, 20, exact
shelters, 2016-01-01, 2016-06-30, found, by_questions, 80, exact
free_points, 2021-06-01, 2021-07-13, samples, , 1000, about
free_points, 2021-06-01, 2021-12-31, samples, , 1900, about
free_points, 2021-06-01, 2021-07-13, found, free_point, 30, exact
"""


def frame(rows: str = ROWS):
    return small_tables.reunion_counts(HEAD + rows.strip())


def test_the_total_holds_cumulative_counts_only() -> None:
    found = reunions.total(frame())
    assert found["value"].tolist() == [100, 200, 1000, 2000, 3500, 8000]
    assert found["is_floor"].tolist() == [False, False, False, False, True, False]


def test_pace_by_hand() -> None:
    found = reunions.pace(frame()).set_index("stretch")
    # 16 January 2013 to 11 December 2015 are 1,059 days: 1,000 people in 2.8994 years
    assert found.loc["2013 to 2015", "per_year"] == pytest.approx(1000 / (1059 / 365.25))
    # bounds of the last stretch: from 1 January (990 days) or 31 December 2019 (626 days)
    last = found.loc["2019 to September 2021"]
    assert last["low"] == pytest.approx(4500 / (990 / 365.25))
    assert last["high"] == pytest.approx(4500 / (626 / 365.25))
    assert (found["low"] <= found["per_year"]).all()
    assert (found["per_year"] <= found["high"]).all()


def test_the_main_reading_by_hand() -> None:
    before, after = break_2021.main_paces(frame())
    # 2019 stands on 2 July: 11 December 2015 is 1,299 days before, 1 January 2021 549 days later,
    # and from there to 17 September are 259 days
    assert before == pytest.approx(1500 / (1299 / 365.25))
    until = before * 549 / 365.25
    assert after == pytest.approx((4500 - until) / (259 / 365.25))


def test_choices_by_hand() -> None:
    grid = break_2021.choices(frame()).set_index(["before", "after"])
    assert len(grid) == 25
    # stated values know no uncertain date: 9,000 against 300 a year
    row = grid.loc[("stated for 2012", "operation, whole year")]
    assert (row["low"], row["estimate"], row["high"]) == pytest.approx((30, 30, 30))
    # 430 in 344 days, put up to a year of 365.25, against half of 9,000
    stated = 430 / (344 / 365.25)
    row = grid.loc[("stated for 2015, to a full year", "operation, matched through new samples")]
    assert row["estimate"] == pytest.approx(4500 / stated)
    # bounds since 2019: latest date and highest value of the middle point, against 300
    row = grid.loc[("stated for 2012", "database, since 2019 on average")]
    assert row["low"] == pytest.approx((4500 - 99) / (990 / 365.25) / 300)
    assert row["high"] == pytest.approx(4500 / (626 / 365.25) / 300)


@given(st.integers(2001, 7900))
def test_bounds_hold_the_ratio_whatever_the_middle_total(middle: int) -> None:
    grid = break_2021.choices(
        frame(ROWS.replace("2019, found, , 3500", f"2019, found, , {middle}"))
    )
    assert (grid["low"] <= grid["estimate"]).all()
    assert (grid["estimate"] <= grid["high"]).all()
    assert int(grid["is_main"].sum()) == 1


def test_yields_by_hand() -> None:
    found = samples.yields(frame()).set_index("scheme")
    assert found["share"].tolist() == pytest.approx([0.05, 0.03, 0.01, 0.2, 0.04])
    # the samples of April 2011 are a floor, so that the share is a limit and has no interval
    limit = found.pop("is_limit")
    assert limit.index[limit].tolist() == ["Whole database, April 2011"]
    assert found.loc[limit, ["low", "high"]].isna().all(axis=None)
    assert (found["low"] < found["share"])[~limit].all()
    # Wilson for 20 of 400: centre (0.05 + 3.8415/800) / (1 + 3.8415/400) = 0.05428, half 0.02161
    row = found.loc["Shelter stations, first half of 2016"]
    assert (row["low"], row["high"]) == pytest.approx((0.0326, 0.0759), abs=2e-4)


def test_ways_home_add_up() -> None:
    found = samples.ways_home(frame()).set_index("category")
    assert found["share"].to_dict() == pytest.approx({"by_dna": 0.2, "by_questions": 0.8})


def test_years_are_of_365_and_a_quarter_days() -> None:
    assert reunions.years(pd.Timestamp("2020-01-01"), pd.Timestamp("2024-01-01")) == 4.0
