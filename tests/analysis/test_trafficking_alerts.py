"""Known answers for the alert system: rates, bounds for periods, reasons, trafficked share."""

from __future__ import annotations

import pytest
import small_tables
from hypothesis import given, settings
from hypothesis import strategies as st

from biometrics_china.analysis.trafficking import alerts, counts, share

HEAD = "as_of, measure, category, value, is_repeat\n"
ROWS = """
2016-06-15, published, , 10, false
2016-06-15, found, , 6, false
2016-12-31, published, , 30, false
2016-12-31, found, , 20, false
2016-12-31, stated_share, trafficked, 10, false
2017-05-15, published, , 110, false
2017-05-15, found, , 100, false
2017-05-15, found, , 100, true
2017-05-15, found, runaway, 50, false
2017-05-15, found, lost, 10, false
2017-05-15, found, drowned, 6, false
2017-05-15, found, other_accident, 2, false
2017-05-15, found, killed, 4, false
2017-05-15, found, trafficked, 8, false
2017-05-15, found, other, 20, false
2018-05-15, published, , 320, false
2018-05-15, found, , 300, false
2018-05-15, found, runaway, 130, false
2018-05-15, found, lost, 30, false
2018-05-15, found, accident, 18, false
2018-05-15, found, trafficked, 12, false
2018-09, published, , 325, false
2018-09, found, , 312, false
"""


def frame(rows: str = ROWS):
    fixed = {"series": "tuanyuan_system", "since": "2016-05-15"}
    return small_tables.reunion_counts(HEAD + rows.strip(), **fixed)


def test_repeats_are_left_out_and_dates_are_spans() -> None:
    found = frame()
    assert len(found) == 22
    last = found.iloc[-1]
    assert (str(last["first"].date()), str(last["last"].date())) == ("2018-09-01", "2018-09-30")
    assert str(last["day"]) == "2018-09-15 12:00:00"


def test_one_refuses_none_and_two() -> None:
    assert counts.one(frame(), as_of="2017-05-15", category="killed") == 4
    for category in ("moon", ""):
        with pytest.raises(ValueError, match="one row with"):
            counts.one(frame(), as_of="2017-05-15", category=category)


def test_recovery_by_hand() -> None:
    found = alerts.recovery(frame())
    # cumulative: 6/10, 20/30, 100/110, 300/320, 312/325
    assert found["share"].tolist() == pytest.approx([0.6, 2 / 3, 100 / 110, 300 / 320, 312 / 325])
    assert found["new_published"].tolist() == [10, 20, 80, 210, 5]
    assert found["new_found"].tolist() == [6, 14, 80, 200, 12]
    # missing: 4, 10, 10, 20, 13; of the 20 new in the second period between 6 and 10 are missing
    assert found["period_low"].tolist() == pytest.approx([0.6, 0.5, 70 / 80, 190 / 210, 0.0])
    assert found["period_high"].tolist() == pytest.approx([0.6, 0.7, 1.0, 200 / 210, 1.0])
    # by the last date at most 13 of the fourth period are missing, and at least 13 - 5 of older ones
    assert found["cohort_low"].tolist() == pytest.approx([0.6, 0.5, 70 / 80, 197 / 210, 0.0])
    assert found["cohort_high"].tolist() == pytest.approx([1.0, 1.0, 1.0, 1.0, 1.0])
    assert found["naive"].iloc[-1] == pytest.approx(12 / 5)


@pytest.mark.parametrize(
    ("published", "missing", "expected"),
    [
        # all of one period are found; four of ten are not
        ([10], [0], (1.0, 1.0)),
        ([10], [4], (0.6, 0.6)),
        # five old and ten new children, five missing after: none to five of the new
        ([5, 10], [5, 5], (0.5, 1.0)),
        # thirty old ones, twenty missing after: anything
        ([30, 10], [30, 20], (0.0, 1.0)),
        # two old ones, twelve missing after: every new one
        ([2, 10], [2, 12], (0.0, 0.0)),
    ],
)
def test_the_last_cohort_by_hand(published, missing, expected) -> None:
    last = alerts.cohort_bounds(published, missing).iloc[-1]
    assert (last["cohort_low"], last["cohort_high"]) == pytest.approx(expected)
    assert (last["period_low"], last["period_high"]) == pytest.approx(expected)


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="admit no bound"):
        alerts.cohort_bounds([10], [11])


@settings(max_examples=20)
@given(st.lists(st.integers(1, 60), min_size=2, max_size=4), st.data())
def test_any_course_of_finds_lies_within_the_bounds(published: list[int], data) -> None:
    # let children of each period be found as one likes; the totals that this gives must allow it
    left: list[int] = []
    missing, at_end_of_own = [], []
    for new in published:
        left = [data.draw(st.integers(0, n)) for n in [*left, new]]
        missing.append(sum(left))
        at_end_of_own.append(left[-1])
    found = alerts.cohort_bounds(published, missing)
    for cohort, total in enumerate(published):
        row = found.iloc[cohort]
        for ends, gone in (("period", at_end_of_own[cohort]), ("cohort", left[cohort])):
            share = 1 - gone / total
            assert row[f"{ends}_low"] - 1e-9 <= share <= row[f"{ends}_high"] + 1e-9


def test_reasons_by_hand() -> None:
    found = alerts.reasons(frame()).set_index(["reason", "year"])
    assert found.loc[("Ran away", "first year"), ["count", "total"]].tolist() == [50, 100]
    assert found.loc[("Ran away", "second year"), ["count", "total"]].tolist() == [80, 200]
    # accidents: 6 drowned and 2 others in the first year, 18 in both
    assert found.loc["Died in an accident", "count"].tolist() == [8, 10]
    assert found.loc["Rescued from trafficking", "count"].tolist() == [8, 4]
    # what is left: 100 - 50 - 10 - 8 - 8 and 200 - 80 - 20 - 10 - 4
    assert found.loc[alerts.REST, "count"].tolist() == [24, 86]
    assert found.loc[("Ran away", "first year"), "share"] == 0.5


def test_tallies_by_hand() -> None:
    found = share.tallies(frame())
    one = found["first year, to May 2017"]
    # dead: drowned 6, killed 4, other accident 2; reasons stated in both years: 50 + 10 + 8 + 8
    assert one == share.Tally(8, 100, 110, 12, 76)
    # both years: accidents 18 and the killed of the first year
    assert found["both years, to May 2018"] == share.Tally(12, 300, 320, 22, 190)
    assert found["second year, by difference"] == share.Tally(4, 200, 210, 10, 114)
    # a tenth of 20 found
    assert found["to the end of 2016"] == share.Tally(2, 20, 30, None, None)


def test_share_choices_by_hand() -> None:
    grid = share.choices(frame())
    # four windows by four denominators, less two that the end of 2016 does not state
    assert len(grid) == 14
    main = grid[grid["is_main"]].iloc[0]
    assert main["estimate"] == pytest.approx(12 / 300)
    assert grid["estimate"].min() == pytest.approx(4 / 210)
    assert grid["estimate"].max() == pytest.approx(8 / 76)
    assert grid[["low", "high"]].isna().all(axis=None)
