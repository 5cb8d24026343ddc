"""Known answers for the dates of instruments."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_tables import give, table

from biometrics_china import tables
from biometrics_china.analysis.regulation import dates

EVENTS = """
id,instrument_id,event,date,is_used,source_id,verification
e1,a,draft_published,2020-03,true,s1,seen
e2,a,first_reading,2020-05-01,true,s2,seen
e3,a,adopted,2021-01-10,true,s1,seen
e4,a,promulgated,2021-01-12,true,s3,seen
e5,a,applies,2022,true,s1,seen
e6,a,adopted,2020-12-31,false,s4,seen
e7,a,adopted,2019-12-31,true,s5,recalled
e8,b,effective,2016-06-01,true,s6,seen
e9,c,repealed,2018-01-01,true,s7,seen
"""


@pytest.fixture(autouse=True)
def events(monkeypatch):
    give(monkeypatch, instrument_events=table("instrument_events", EVENTS))


def days(*texts):
    return list(pd.to_datetime(list(texts)))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2021-11-01", "2021-11-01"),
        ("2020-02", "2020-02-15"),  # 1 to 29 February: 28 days apart, 14 on from the first
        ("2021-02", "2021-02-14"),  # 27 days apart, 13.5 on, rounded down to the day
        ("2021", "2021-07-02"),  # 364 days apart, 182 on from 1 January
    ],
)
def test_middle_by_hand(date, expected):
    assert list(dates.middle(pd.Series([date], dtype="str"))) == days(expected)


def test_the_middle_of_a_missing_date_is_missing():
    assert dates.middle(pd.Series([None, "2020"], dtype="str")).isna().tolist() == [True, False]


@given(
    st.dates(min_value=datetime.date(1800, 1, 1), max_value=datetime.date(2200, 12, 31)),
    st.sampled_from([4, 7, 10]),
)
def test_the_middle_lies_between_the_first_and_the_last_day(day, length):
    date = pd.Series([day.isoformat()[:length]], dtype="str")
    middle = dates.middle(date)[0]
    assert tables.earliest(date)[0] <= middle <= tables.latest(date)[0]
    assert middle == middle.normalize()


def test_only_events_that_were_read_and_count_are_used():
    assert list(dates.used_events()["id"]) == ["e1", "e2", "e3", "e4", "e5", "e8", "e9"]


def test_first_of_takes_the_earliest_of_the_kinds_and_keeps_its_date_as_read():
    found = dates.first_of(dates.used_events(), dates.DRAFT)
    # the draft of March 2020 stands on the 16th, before the reading of 1 May
    assert found.loc["a"].tolist() == [*days("2020-03-16"), "2020-03"]
    assert list(found.index) == ["a"]


def test_of_two_events_on_one_day_the_first_id_counts():
    same = dates.used_events().assign(day=pd.Timestamp("2020-01-01"), event="adopted")
    found = dates.first_of(same.iloc[::-1], dates.FINAL)
    assert found.loc["a", "date"] == "2020-03"  # that of e1


def test_milestones_by_hand():
    found = dates.milestones().set_index("id")
    assert found.loc["a", ["draft", "final", "effective", "first", "last"]].tolist() == days(
        "2020-03-16", "2021-01-10", "2022-07-02", "2020-03-16", "2022-07-02"
    )
    assert found.loc["a", ["draft_date", "final_date", "effective_date"]].tolist() == [
        "2020-03",
        "2021-01-10",
        "2022",
    ]
    assert found.loc["a", "source_id"] == "s1;s2;s3"
    assert found.loc["b", ["draft", "final"]].isna().all()
    assert found.loc["b", "first"] == found.loc["b", "last"] == pd.Timestamp("2016-06-01")


def test_an_instrument_without_a_draft_adoption_or_effect_has_no_milestone():
    assert "c" not in set(dates.milestones()["id"])
