"""Known answers for lags, audits, work with partners that were listed, and counts as context."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china.analysis.europe_research import counts, listed, retractions
from biometrics_china.analysis.europe_research.retractions import MONTH
from biometrics_china.register import entities


def papers(*rows: tuple) -> pd.DataFrame:
    columns = ["id", "published", "status", "status_date", "date_kind", "label", "european_author"]
    frame = pd.DataFrame(rows, columns=columns)
    return retractions.with_bounds(frame.assign(journal="J", source_id="s"))


def test_a_lag_lies_between_the_nearest_and_the_farthest_days() -> None:
    frame = papers(("a", "2019", "retracted", "2021-08-30", "notice", "A", "no"))
    # from 31 December 2019 to the day: 608 days; from 1 January 2019: 972 days
    assert frame["shortest"].iloc[0] == pytest.approx(608 / MONTH)
    assert frame["longest"].iloc[0] == pytest.approx(972 / MONTH)


def test_retracted_by_a_day_may_have_been_retracted_at_once() -> None:
    frame = papers(("a", "2019-01-01", "retracted", "2020-01-01", "by", "A", "no"))
    assert frame["shortest"].iloc[0] == 0
    assert frame["longest"].iloc[0] == pytest.approx(365 / MONTH)


def test_a_missing_date_gives_no_lag() -> None:
    frame = papers(("a", "2019", "retracted", None, None, "A", "no"))
    assert frame[["shortest", "longest"]].isna().all(axis=None)
    assert retractions.dated(frame).empty


def test_the_median_is_bounded_by_shortest_and_longest() -> None:
    frame = pd.DataFrame({"shortest": [1.0, 5.0, 3.0], "longest": [2.0, 9.0, 4.0]})
    found = retractions.median_bounds(frame)
    assert found == {"low": 3.0, "high": 4.0}


def test_papers_that_one_journal_withdrew_on_one_day_count_once() -> None:
    frame = papers(
        ("a", "2019-01-01", "retracted", "2021-01-01", "notice", "A", "no"),
        ("b", "2020-01-01", "retracted", "2021-01-01", "batch", "B", "no"),
        ("c", "2020-01-01", "retracted", "2021-06-01", "notice", "C", "no"),
        ("d", "2020-01-01", "retracted", None, None, "D", "no"),
    )
    found = retractions.batches_once(frame)
    # the lags of the two are 731 and 366 days; their median is 548.5
    assert found["longest"].iloc[0] == pytest.approx(548.5 / MONTH)
    assert len(found) == 3


@given(st.lists(st.tuples(st.floats(0, 60), st.floats(0, 60)), min_size=1, max_size=30))
def test_every_possible_median_lies_in_the_bounds(pairs) -> None:
    bounds = [(min(p), max(p)) for p in pairs]
    frame = pd.DataFrame(bounds, columns=["shortest", "longest"])
    found = retractions.median_bounds(frame)
    for place in (0.0, 0.3, 1.0):
        median = retractions.median_at(bounds, place)
        assert found["low"] - 1e-9 <= median <= found["high"] + 1e-9


RECORDS = papers(
    ("a", "2019-01-01", "retracted", "2021-01-01", "notice", "A", "part_time"),
    ("b", "2019-01-01", "retracted", "2020-01-01", "by", "B", "no"),
    ("c", "2018-01-01", "index_only", "2021-01-01", "batch", "C", "no"),
    ("d", "2020-01-01", "concern", "2020-06-01", "notice", "D", "no"),
    ("e", "2020", "retracted", None, None, "E", "yes"),
)


def test_readings_of_the_median_by_hand() -> None:
    grid = retractions.choices(RECORDS).query("batch == 'each paper'")
    grid = grid.set_index(["papers", "dated_by_latest_day", "lag"])
    two_years, one_year = 731 / MONTH, 365 / MONTH
    # a alone; a with b, whose lag lies between 0 and a year; a, b and c
    assert grid.loc[("retracted", "left out", "middle"), "estimate"] == pytest.approx(two_years)
    both = (two_years + one_year / 2) / 2
    assert grid.loc[("retracted", "kept", "middle"), "estimate"] == pytest.approx(both)
    assert grid.loc[("with index entries", "kept", "longest"), "estimate"] == pytest.approx(
        two_years
    )


def test_papers_are_drawn_from_publication_to_what_happened() -> None:
    found = retractions.spans(RECORDS)
    assert found["label"].tolist() == ["A", "B", "D", "E"]
    assert found["is_european"].tolist() == [True, False, False, True]
    assert found["start"].iloc[0] == pytest.approx(2019 + 0.5 / 365.25)
    assert math.isnan(found["end"].iloc[3])


def test_papers_by_status() -> None:
    found = retractions.by_status(RECORDS).set_index("status")
    assert found.loc["Retracted"].tolist() == [3, 3, 2]
    assert found.loc["Entry in an index"].tolist() == [1, 1, 1]
    assert found.loc["Concern"].tolist() == [1, 1, 1]


def test_the_first_listing_of_a_body_counts() -> None:
    listings = pd.DataFrame(
        {
            "entity": ["Hikvision", "Hikvision", "Dahua Technology", "iFLYTEK"],
            "date": ["2021-05", "2019-10-07", "2022-10-05", None],
            "action": ["listed", "listed", "removal", "listed"],
        }
    )
    assert entities.first_listings(listings) == {"hikvision": "2019-10-07"}


def test_a_firm_is_listed_through_a_part_and_another_body_is_not() -> None:
    days = {"part": "2020-07-20", "group": "2025-01-07", "institute": "2020-05-22"}
    tree = {"group": ("part",), "ministry": ("institute",)}
    found = listed.first_days(days, tree, frozenset({"group"}))
    assert found["group"] == ("2020-07-20", "part")
    assert found["institute"] == ("2020-05-22", "")
    assert "ministry" not in found


def test_each_listed_partner_is_a_row_with_the_time_of_its_work() -> None:
    links = pd.DataFrame(
        {
            "id": list("abcde"),
            "kind": ["paper", "paper", "bibliometrics", "funding", "paper"],
            "subject": ["one", "two", "three", "four", "five"],
            "chinese_bodies": [["Hikvision"], ["Megvii"], ["Hikvision"], None, ["Hikvision"]],
            "start": ["2017", None, "2010", "2018", "2018-03"],
            "end": ["2018", "2019", "2024", "2019", "2020"],
            "source_id": ["s", "s", "s", "s", "t"],
        }
    )
    first = {"hikvision": ("2019-10-07", ""), "megvii": ("2019-10-07", "")}
    found = listed.partners(links, first).set_index("body")
    row = found.loc["hikvision"]
    assert row[["subject", "links", "start", "end"]].tolist() == ["one", 2, "2017", "2020"]
    assert row[["is_before", "is_after"]].tolist() == [True, True]
    # a link of the year of the listing is neither surely before nor surely after it
    assert found.loc["megvii", ["is_before", "is_after"]].tolist() == [False, False]


LINKS = pd.DataFrame(
    {
        "id": ["rl-023", "rl-024", "rl-025", "rl-002", "rl-032"],
        "kind": ["bibliometrics"] * 3 + ["audit", "funding"],
        "subject": list("abcde"),
        "country": [None, "GB", "DE", "NL", "GB"],
        "value": [100.0, 60.0, 25.0, 10.0, 12.0],
        "denominator": [1000, 100, 100, 20, 100],
        "qualifier": ["exact", "exact", "exact", "in_words", "more_than"],
        "unit": ["publications"] * 3 + ["studies", "papers"],
        "start": [None, None, None, None, "2016"],
        "end": [None, None, None, None, "2020"],
        "european_bodies": [None, None, None, ["Lab"], ["Uni", "Lab"]],
        "chinese_bodies": [None, None, None, ["Police"], None],
        "answer": [None] * 5,
        "is_counted": [True] * 5,
        "note": [None] * 5,
        "source_id": ["s"] * 5,
    }
)


def test_what_is_left_of_the_total_is_a_row_of_its_own() -> None:
    found = counts.military(LINKS)
    assert found[["country", "publications", "is_rest"]].to_numpy().tolist() == [
        ["United Kingdom", 60, False],
        ["Germany", 25, False],
        ["all others", 15, True],
    ]


def test_a_lower_bound_is_marked() -> None:
    found = counts.audits(LINKS)
    assert found[["part", "whole", "is_bound"]].to_numpy().tolist() == [
        [10, 20, False],
        [12, 100, True],
    ]


def test_money_is_printed_with_its_bound_and_whole() -> None:
    found = counts.money(LINKS)
    assert found[["bodies", "years", "value"]].to_numpy().tolist() == [
        ["Uni, Lab", "2016 to 2020", "more than 12 of 100 papers"]
    ]
    one = LINKS.assign(kind="funding", value=1.0, denominator=[None, None, 9, None, 9])
    assert counts.money(one)["value"].tolist() == [
        "1 publication",
        "1 publication",
        "1 of 9 publications",
        "1 study",
        "more than 1 of 9 papers",
    ]


def test_links_are_those_with_a_european_body() -> None:
    found = counts.links(LINKS)
    assert found[["bodies", "partner"]].to_numpy().tolist() == [["Lab", "Police"], ["Uni, Lab", ""]]
