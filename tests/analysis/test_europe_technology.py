"""Known answers for supply, lists, the survey of public bodies, places and the industry."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china.analysis.europe_technology import (
    industry,
    lists,
    places,
    supplies,
    survey,
)
from biometrics_china.statistics import wilson

SUPPLIES = pd.DataFrame(
    {
        "id": ["a", "b", "c", "d"],
        "suppliers": [["One"], ["Two", "Three"], ["One"], ["Four"]],
        "firms": ["One", "Two, Three", "One", "Four"],
        "origin": ["american", "european", "american", "mixed"],
        "kind": ["sale", "research", "withdrawal", "tender"],
        "technology": ["dna", "dna", "dna", "face"],
        "date": ["2020", "2019-06", None, "2018"],
        "is_western_china": [True, False, True, False],
        "product": ["kits", "kits", "kits", "cameras"],
        "buyer": ["police"] * 4,
        "place": ["Xinjiang", "national", "Tibet", "Korla"],
        "basis": ["sale", "use", "stop", "tender"],
        "answer": [None, "denies", None, None],
        "source_id": ["s"] * 4,
    }
)


def test_the_timeline_holds_dated_links_european_first() -> None:
    found = supplies.timeline(SUPPLIES)
    assert found[["firms", "year"]].to_numpy().tolist() == [
        ["Two, Three", 2019 + 5.5 / 12],
        ["One", 2020.5],
        ["Four", 2018.5],
    ]


def test_a_nationwide_buyer_has_no_place() -> None:
    found = supplies.european(SUPPLIES)
    assert found[["firms", "to"]].to_numpy().tolist() == [["Two, Three", "police"]]


LISTINGS = pd.DataFrame(
    [
        ("l1", "US", "Alpha", "2019-10-07", 1, ["face", "video"]),
        ("l2", "US", "Beta", "2019-10-07", 18, ["multiple"]),
        ("l3", "US", "Alpha", "2021-12-16", 1, ["face"]),
        ("l4", "US", "Gamma", "2021-12-16", 1, ["none"]),
        ("l5", "EU", "Alpha", "2021-03-22", 1, ["face"]),
        ("l6", "AU", "Alpha", "2023-02", 1, ["face"]),
        ("l7", "US", "Delta", None, 1, ["face"]),
    ],
    columns=["id", "country", "entity", "date", "entities", "technologies"],
).assign(source_id="s", action="listed", list_name="A", body=lambda f: f["entity"])

#: Alpha leaves list A and stays on B; Beta leaves its only list, and comes back; Gamma leaves both
ENDS = pd.DataFrame(
    [
        ("e1", "US", "Alpha", "2019", "listed", "A", 1),
        ("e2", "US", "Alpha", "2020-02-01", "listed", "B", 1),
        ("e3", "US", "Beta", "2020-03-01", "listed", "A", 3),
        ("e4", "US", "Gamma", "2020-03-01", "listed", "A", 1),
        ("e5", "US", "Gamma", "2020-04-01", "listed", "B", 1),
        ("e6", "US", "Alpha", "2020-05-01", "delisted", "A", 1),
        ("e7", "US", "Beta", "2020-06-01", "delisted", "A", 3),
        ("e8", "US", "Gamma", "2020-07-01", "delisted", "B", 1),
        ("e9", "US", "Gamma", "2020-08-01", "delisted", "A", 1),
        ("f1", "US", "Beta", "2020-09-01", "listed", "B", 3),
        ("f2", "EU", "Gamma", "2020-03-01", "listed", "C", 1),
    ],
    columns=["id", "country", "entity", "date", "action", "list_name", "entities"],
).assign(source_id="s", technologies="face", body=lambda f: f["entity"].str.lower())


def test_a_body_leaves_only_with_its_last_list() -> None:
    found = lists.changes(ENDS).query("country == 'US' and change < 0")
    assert found[["entity", "date", "change"]].to_numpy().tolist() == [
        ["Beta", "2020-06-01", -3],
        ["Gamma", "2020-08-01", -1],
    ]


def test_the_lists_of_a_body_after_all_acts() -> None:
    assert lists.lists_of(ENDS) == {
        ("US", "alpha"): {"B"},
        ("US", "beta"): {"B"},
        ("US", "gamma"): set(),
        ("EU", "gamma"): {"C"},
    }


def test_running_totals_keep_those_that_left_and_close_on_the_last_day() -> None:
    found = lists.cumulative(ENDS, "2021-01-01").query("country == 'United States'")
    assert found.drop(columns="country").to_numpy().tolist() == [
        ["2019", 1, 1, ""],
        ["2020-03-01", 5, 5, ""],
        ["2020-06-01", 5, 2, "Beta"],
        ["2020-08-01", 5, 1, "Gamma"],
        ["2020-09-01", 5, 4, ""],
        ["2021-01-01", 5, 4, ""],
    ]


def test_an_end_is_no_first_entry_and_two_names_are_one_body() -> None:
    two = ENDS.assign(entity=[f"Name {i}" for i in range(len(ENDS))])
    found = lists.first_of(two)
    assert found["entity"].tolist() == ["Name 0", "Name 2", "Name 3", "Name 10"]


def test_a_body_counts_once_for_each_jurisdiction() -> None:
    found = lists.first_of(LISTINGS)
    assert found[["country", "entity", "date", "bodies"]].to_numpy().tolist() == [
        ["US", "Alpha", "2019-10-07", 1],
        ["US", "Beta", "2019-10-07", 18],
        ["EU", "Alpha", "2021-03-22", 1],
        ["US", "Gamma", "2021-12-16", 1],
        ["AU", "Alpha", "2023-02", 1],
    ]


def test_running_totals_by_jurisdiction() -> None:
    found = lists.cumulative(LISTINGS, "2021-12-16")
    assert found[["country", "date", "bodies"]].to_numpy().tolist() == [
        ["European Union", "2021-03-22", 1],
        ["European Union", "2021-12-16", 1],
        ["United States", "2019-10-07", 19],
        ["United States", "2021-12-16", 20],
    ]


def test_a_body_counts_under_each_of_its_technologies() -> None:
    found = lists.by_technology(lists.first_of(LISTINGS)).set_index("technology")
    assert found.loc["Face recognition"].tolist() == [1, 2]
    assert found.loc["Video surveillance"].tolist() == [1, 0]
    assert found.loc["Several"].tolist() == [18, 0]
    assert "None" not in found.index


@pytest.mark.parametrize(
    ("percent", "total", "cut", "expected"),
    [
        # 237 of 325 is 72.92, 238 is 73.23, 240 is 73.85, 241 is 74.15 per cent
        (73, 325, True, [238, 239, 240]),
        # 72.5 to 73.5 per cent of 325 is 235.6 to 238.9
        (73, 325, False, [236, 237, 238]),
        # 43 of 66 is 65.15, 44 is 66.67: none rounds to 66, one is cut to it
        (66, 66, True, [44]),
        (66, 66, False, []),
        (60, 50, True, [30]),
        (100, 7, True, [7]),
        (0, 7, True, [0]),
    ],
)
def test_counts_that_print_as_a_percentage(percent, total, cut, expected) -> None:
    assert list(survey.possible_counts(percent, total, cut=cut)) == expected


def test_counts_behind_each_percentage() -> None:
    frame = pd.DataFrame({"user": ["a", "b"], "value": [73, 66], "denominator": [325, 66]})
    assert survey.counts_behind(frame)[["cut", "rounded"]].to_numpy().tolist() == [[3, 3], [1, 0]]


@given(st.integers(1, 2000), st.data())
def test_the_true_count_is_always_possible(total: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, total))
    assert count in survey.possible_counts(100 * count // total, total)
    rounded = math.floor(100 * count / total + 0.5)
    if abs(100 * count / total % 1 - 0.5) > 1e-6:
        assert count in survey.possible_counts(rounded, total, cut=False)


def answers(*rows: tuple[str, int, int]) -> pd.DataFrame:
    return survey.respondents(pd.DataFrame(rows, columns=["user", "value", "denominator"]))


def test_the_interval_encloses_every_possible_count() -> None:
    row = answers(("local", 73, 325)).iloc[0]
    assert row[["low_count", "high_count"]].tolist() == [238, 240]
    assert row["share"] == 239 / 325
    for count in (238, 239, 240):
        assert row["low"] <= wilson(count, 325).low
        assert wilson(count, 325).high <= row["high"]


def test_chi_square_by_hand() -> None:
    # 30 of 60 and 10 of 40: expected 24, 36, 16, 24; sum of 36/24 + 36/36 + 36/16 + 36/24 = 6.25
    frame = answers(("local", 50, 60), ("police", 25, 40))
    assert frame["low_count"].tolist() == [30, 10]
    statistic, degrees, p = survey.homogeneity(frame, high=False)
    assert statistic == pytest.approx(6.25)
    assert degrees == 1
    assert p == pytest.approx(math.erfc(math.sqrt(6.25 / 2)))


def test_bounds_by_hand() -> None:
    # 60 to 62 of 100 that answered, 400 in all: 60/400 and (62 + 300)/400
    assert survey.bounds((60, 62), 100, 400) == (0.15, 0.905)
    assert survey.asked(240, 60) == pytest.approx(400)


def test_bounds_refuse_more_users_than_answers() -> None:
    with pytest.raises(ValueError, match="0 <= users <= answered"):
        survey.bounds((60, 102), 100, 400)


@given(st.integers(1, 500), st.integers(0, 500), st.data())
def test_bounds_hold_every_possible_truth(answered: int, silent: int, data: st.DataObject) -> None:
    users = data.draw(st.integers(0, answered))
    others = data.draw(st.integers(0, silent))
    low, high = survey.bounds((users, users), answered, answered + silent)
    assert low <= (users + others) / (answered + silent) <= high


def test_choices_pool_and_bound() -> None:
    frame = answers(("local", 50, 60), ("police", 25, 40))
    grid = survey.choices(frame.assign(label=frame["kind"]), 400)
    main = grid[grid["is_main"]].iloc[0]
    assert main["estimate"] == pytest.approx(40 / 100)
    everyone = grid[grid["pooled"].eq("all") & grid["count"].eq("middle")]
    by_silent = everyone.set_index("silent_bodies")["estimate"]
    assert by_silent["none uses them"] == pytest.approx(40 / 400)
    assert by_silent["all use them"] == pytest.approx(340 / 400)
    without = grid[grid["pooled"].eq("without police") & grid["count"].eq("middle")]
    assert without["silent_bodies"].tolist() == ["like the others"]
    assert without["estimate"].tolist() == [0.5]


def test_kin_are_found_at_any_depth() -> None:
    assert industry.kin("a", {"b": "a", "c": "b", "d": "x"}) == {"a", "b", "c"}


def test_a_row_that_names_a_firm_and_its_part_counts_once() -> None:
    rows = [
        ("hikvision", "list", "listings", "l1"),
        ("part", "list", "listings", "l1"),
        ("part", "supply", "procurement", "p1"),
        ("dahua", "list", "listings", "l2"),
    ]
    frame = pd.DataFrame(rows, columns=["entity_id", "kind", "table", "row_id"])
    bodies = pd.DataFrame({"id": [*industry.FIRMS, "part"], "parent_id": None})
    bodies.loc[bodies["id"].eq("part"), "parent_id"] = "hikvision"
    found = industry.industry(bodies.assign(name_en=bodies["id"]), frame).set_index("firm")
    assert found.loc["hikvision", ["list", "supply"]].tolist() == [1, 1]
    assert found.loc["dahua", ["list", "supply"]].tolist() == [1, 0]
    assert found.loc["megvii", "list"] == 0


PLACES = pd.DataFrame(
    {
        "id": ["p1", "p2", "p3"],
        "country": ["IT", "IT", "DE"],
        "place": ["Como", "Rome", "Berlin"],
        "technology": ["face", "video", "video"],
        "system": ["s"] * 3,
        "operator": ["town"] * 3,
        "date": ["2020", "2021", "2019"],
        "stage": ["not_switched_on", "in_use", "in_use"],
        "measure": ["cameras", "cameras", "confirmed"],
        "value": [16.0, 1105.0, None],
        "source_id": ["x"] * 3,
    }
)


def test_records_by_country_and_what_they_count() -> None:
    found = places.by_measure(PLACES)
    assert found.to_dict("records") == [
        {"country": "IT", "Cameras": 2, "Use confirmed": 0},
        {"country": "DE", "Cameras": 0, "Use confirmed": 1},
    ]


def test_faces_are_told_apart_from_cameras() -> None:
    found = places.faces(PLACES)
    assert found[["place", "stage", "value"]].to_numpy().tolist() == [
        ["Como, IT", "Not switched on", "16 cameras"]
    ]
