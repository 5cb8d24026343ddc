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
).assign(
    source_id="s",
    action="listed",
    list_name="A",
    entity_type="company",
    ground=lambda f: f["id"].map({"l5": "surveillance"}).fillna("military"),
    body=lambda f: f["entity"],
)

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
).assign(
    source_id="s",
    technologies="face",
    ground="military",
    entity_type="company",
    body=lambda f: f["entity"].str.lower(),
)


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
        ["2019", 1, 1, "Alpha", False, ""],
        ["2020-03-01", 5, 5, "Beta; Gamma", False, ""],
        ["2020-06-01", 5, 2, "", False, "Beta"],
        ["2020-08-01", 5, 1, "", False, "Gamma"],
        ["2020-09-01", 5, 4, "", False, ""],
        ["2021-01-01", 5, 4, "", False, ""],
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
    assert found[["country", "date", "bodies", "over_rights"]].to_numpy().tolist() == [
        ["European Union", "2021-03-22", 1, True],
        ["European Union", "2021-12-16", 1, False],
        ["United States", "2019-10-07", 19, False],
        ["United States", "2021-12-16", 20, False],
    ]


def test_a_body_counts_under_each_of_its_technologies() -> None:
    found = lists.by_technology(lists.first_of(LISTINGS)).set_index("technology")
    assert found.loc["Face recognition"].tolist() == [1, 2]
    assert found.loc["Video surveillance"].tolist() == [1, 0]
    assert found.loc["Several"].tolist() == [18, 0]


def act(row_id: str, entity: str, country: str, technologies: list[str], **more: str) -> dict:
    given = {"entity_type": "company", "action": "listed", "ground": "military", "entities": 1}
    given |= {"date": "2020-01-01", "list_name": "L", "source_id": "s"} | more
    return given | {
        "id": row_id, "entity": entity, "body": entity.lower(), "country": country,
        "technologies": technologies,
    }  # fmt: skip


ACTS = pd.DataFrame(
    [
        act("a1", "Camera", "US", ["video"], ground="surveillance"),
        act("a2", "Camera", "CA", [], list_name="Research"),
        act("a3", "Bank", "US", []),
        act("a4", "Mill", "US", ["none"], ground="forced_labour"),
        act("a5", "Phone", "US", ["video"], action="equipment_ban"),
        act("a6", "Phone", "US", [], date="2019-05-21"),
        act("a7", "Person", "CA", ["multiple"], entity_type="official", ground="surveillance"),
        act("a8", "Class", "GB", ["video"], entity_type="company_class", action="purchase_stop"),
    ]
)


def test_a_body_of_the_subject_is_counted_on_every_list_and_no_other_body() -> None:
    found = lists.of_subject(ACTS)
    assert found[["id", "body"]].to_numpy().tolist() == [
        ["a1", "camera"],
        ["a2", "camera"],
        ["a6", "phone"],
    ]
    assert found["technologies"].tolist() == [["video"]] * 3


def test_one_ground_is_told_from_the_others() -> None:
    found = lists.over_human_rights(lists.of_subject(ACTS))
    assert found[["country", "entity"]].to_numpy().tolist() == [["US", "Camera"]]


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


def test_what_the_group_printed_stands_beside_the_counts_that_print_so() -> None:
    row = answers(("local", 73, 325)).iloc[0]
    assert row[["printed", "low_count", "high_count"]].tolist() == [73, 238, 240]


def test_the_highest_printed_share_comes_first() -> None:
    assert answers(("police", 35, 40), ("local", 73, 325))["kind"].tolist() == ["local", "police"]


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
    # 238 to 240 of 325 and 10 of 40
    frame = answers(("local", 73, 325), ("police", 25, 40))
    grid = survey.choices(frame.assign(label=frame["kind"]), 1000).set_index(
        ["pooled", "silent_bodies"]
    )
    assert grid.loc[("all", "like the others"), "estimate"] == pytest.approx(249 / 365)
    assert grid.loc[("all", "like the others"), "is_main"]
    assert grid.loc[("all", "none uses them"), "estimate"] == pytest.approx(248 / 1000)
    assert grid.loc[("all", "all use them"), "estimate"] == pytest.approx((250 + 635) / 1000)
    assert grid.loc[("without police", "like the others"), "estimate"] == pytest.approx(239 / 325)
    assert ("without police", "none uses them") not in grid.index


def test_kin_are_found_at_any_depth() -> None:
    assert industry.kin("a", {"a": ("b",), "b": ("c",), "x": ("d",)}) == {"a", "b", "c"}


def test_a_row_that_names_a_firm_and_its_part_counts_once() -> None:
    rows = [
        ("hikvision", "list", "listings", "l1"),
        ("part", "list", "listings", "l1"),
        ("part", "supply", "procurement", "p1"),
        ("dahua", "list", "listings", "l2"),
    ]
    frame = pd.DataFrame(rows, columns=["entity_id", "kind", "table", "row_id"])
    bodies = pd.DataFrame({"id": [*industry.FIRMS, "part"]})
    parts = {"hikvision": ("part",)}
    found = industry.industry(bodies.assign(name_en=bodies["id"]), frame, parts).set_index("firm")
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
        {"country": "Italy", "Cameras": 2, "Use confirmed": 0},
        {"country": "Germany", "Cameras": 0, "Use confirmed": 1},
    ]


def test_faces_are_told_apart_from_cameras() -> None:
    found = places.faces(PLACES)
    assert found[["place", "stage", "value"]].to_numpy().tolist() == [
        ["Como, Italy", "Not switched on", "16 cameras"]
    ]
