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
    before, after = reunions.pace(frame()).to_dict("records")
    # 2019 stands on 2 July: 3,736 days after 9 April 2009; its 3,500 are a floor, at most 3,599
    assert before["per_year"] == pytest.approx(3500 / (3736 / 365.25))
    # least: 3,500 by 31 December (3,918 days); most: 3,599 by 1 January (3,554 days)
    assert before["low"] == pytest.approx(3500 / (3918 / 365.25))
    assert before["high"] == pytest.approx(3599 / (3554 / 365.25))
    # from 1 January (990 days) or 31 December 2019 (626 days) to 17 September 2021
    assert after["low"] == pytest.approx(4401 / (990 / 365.25))
    assert after["high"] == pytest.approx(4500 / (626 / 365.25))


def test_every_stretch_between_totals_is_compared() -> None:
    found = reunions.between(frame())
    # the start and five totals up to that of 2019 bound five stretches
    assert len(found) == 5
    assert found["stretch"].iloc[-1] == "2015-12-11 to 2019"
    # 16 January 2013 to 11 December 2015 are 1,059 days: 1,000 people
    assert found["per_year"].iloc[3] == pytest.approx(1000 / (1059 / 365.25))
    assert (found["low"] <= found["per_year"]).all()
    assert (found["per_year"] <= found["high"]).all()


def test_the_main_reading_assumes_no_day_of_the_rise() -> None:
    before, after = break_2021.main_paces(frame())
    assert before == pytest.approx(3500 / (3736 / 365.25))
    # 2 July 2019 to 17 September 2021 are 808 days
    assert after == pytest.approx(4500 / (808 / 365.25))


def test_choices_by_hand() -> None:
    grid = break_2021.choices(frame()).set_index(["pace_before", "pace_after"])
    assert len(grid) == 10
    # bounds since 2019 against 300 a year: latest date and highest value of the total of 2019
    row = grid.loc[("stated for 2012", break_2021.SINCE_2019)]
    assert row["low"] == pytest.approx((4500 - 99) / (990 / 365.25) / 300)
    assert row["high"] == pytest.approx(4500 / (626 / 365.25) / 300)
    # the assumed day: 1,500 in 1,299 days before, kept up for the 549 days to 1 January 2021, and
    # from there to 17 September are 259 days
    pace = 1500 / (1299 / 365.25)
    row = grid.loc[("December 2015 to 2019", break_2021.ASSUMED)]
    after = (4500 - pace * 549 / 365.25) / (259 / 365.25)
    assert row["estimate"] == pytest.approx(after / pace)


@given(st.integers(2001, 7900))
def test_bounds_hold_the_ratio_whatever_the_middle_total(middle: int) -> None:
    grid = break_2021.choices(
        frame(ROWS.replace("2019, found, , 3500", f"2019, found, , {middle}"))
    )
    assert (grid["low"] <= grid["estimate"]).all()
    assert (grid["estimate"] <= grid["high"]).all()
    assert int(grid["is_main"].sum()) == 1


@given(st.integers(0, 364), st.integers(0, 99), st.floats(0, 1))
def test_the_least_rise_holds_whenever_the_rise_came(day: int, more: int, when: float) -> None:
    # any day of 2019, any total that the printed one can mean, and any day of the rise after it, as
    # long as the pace before the rise is kept up until then and the totals are met
    start, end = pd.Timestamp("2009-04-09"), pd.Timestamp("2021-09-17")
    known = pd.Timestamp("2019-01-01") + pd.Timedelta(days=day)
    before = (3500 + more) / reunions.years(start, known)
    left = reunions.years(known, end)
    rise = when * left
    gained = 8000 - (3500 + more)
    if before * rise >= gained or left - rise < 0.01:
        return
    after = (gained - before * rise) / (left - rise)
    assert after / before >= break_2021.least_rise(frame()) * (1 - 1e-9)


def test_yields_by_hand() -> None:
    found = samples.yields(frame()).set_index("scheme")
    assert found["share"].tolist() == pytest.approx([0.05, 0.03, 0.01, 0.2, 0.04])
    # the samples of April 2011 are a floor, so that the share is a limit
    limit = found["is_limit"]
    assert limit.index[limit].tolist() == ["Whole database, April 2011"]


def test_ways_home_add_up() -> None:
    found = samples.ways_home(frame()).set_index("category")
    assert found["share"].to_dict() == pytest.approx({"by_dna": 0.2, "by_questions": 0.8})


def test_years_are_of_365_and_a_quarter_days() -> None:
    assert reunions.years(pd.Timestamp("2020-01-01"), pd.Timestamp("2024-01-01")) == 4.0
