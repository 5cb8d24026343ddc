"""Known answers for the places of documented collection, and their tiles."""

from __future__ import annotations

import pandas as pd
import pytest

from biometrics_china import provenance, tables
from biometrics_china.analysis.western_china import places
from biometrics_china.figures import tile_map

EVENTS = pd.DataFrame(
    [
        ("e1", "regional_registration", "Xinjiang", "2017-02", None, ("dna", "iris"), "target"),
        ("e2", "regional_registration", "Xinjiang", "2018", None, ("dna",), "none"),
        ("e3", "health_examinations", "Xinjiang", None, "2016", ("blood",), "restatement"),
        ("e4", "tracking", "Qinghai", "2019", None, ("face",), "leak"),
        (
            "e5",
            "regional_registration",
            "A village",
            "2020-05",
            "2021",
            ("dna", "registration"),
            "none",
        ),
        ("e6", "regional_registration", "Two towns", None, "2022-01", ("iris",), "none"),
        ("e7", "research_sampling", "A town", None, None, ("blood",), "research"),
        ("e8", "identity_documents", "An office", "2016", None, ("several",), "none"),
    ],
    columns=["id", "programme", "place", "start", "end", "collected", "number_kind"],
)
UNITS = pd.DataFrame(
    [
        ("p1", "Here", "Tibet", True),
        ("p2", "There", "Xinjiang", True),
        ("p3", "Yon", "Gansu", True),
    ],
    columns=["id", "name", "province", "is_prefecture"],
)
LINKS = pd.DataFrame(
    [
        ("l1", "e6", "p1", False), ("l2", "e6", "p2", True), ("l3", "e5", "p1", True),
        ("l4", "e7", "p3", True), ("l5", "e8", "p2", True),
    ],
    columns=["id", "event_id", "prefecture_id", "is_named"],
)  # fmt: skip


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> pd.DataFrame:
    held = {"collection_events": EVENTS, "prefectures": UNITS, "event_places": LINKS}
    monkeypatch.setattr(provenance, "read_rows", held.__getitem__)
    return places.documented()


def test_places_stand_by_region_prefecture_and_year(found: pd.DataFrame) -> None:
    # e1 is the first programme of its kind; e2 follows it, e3 repeats, e4 is no programme told of
    assert list(found["id"]) == ["e1", "e8", "e6", "e5", "e6", "e7"]
    assert list(found["prefecture"]) == ["", "There", "There", "Here", "Here", "Yon"]
    assert list(found["year"].astype(object).where(found["year"].notna(), None)) == [
        2017, 2016, 2022, 2020, 2022, None,
    ]  # fmt: skip
    assert list(found["kind"]) == [
        places.SEVERAL, places.SEVERAL, places.IRIS, places.DNA, places.IRIS, places.RESEARCH,
    ]  # fmt: skip
    assert list(found["reach"]) == [
        places.WHOLE, places.NAMED, places.NAMED, places.NAMED, places.UNNAMED, places.NAMED,
    ]  # fmt: skip


def test_registration_leaves_out_research_whole_regions_and_unnamed_places(
    found: pd.DataFrame,
) -> None:
    named = places.registered(found, is_named=True)
    assert list(zip(named["id"], named["prefecture"], strict=True)) == [
        ("e8", "There"), ("e6", "There"), ("e5", "Here"),
    ]  # fmt: skip
    assert list(places.registered(found, is_named=False)["id"]) == ["e8", "e6", "e5", "e6"]


def test_each_prefecture_has_one_tile_and_no_two_share_a_place() -> None:
    units = places.prefectures()
    grids = {region: tile_map.places(grid) for region, grid in tile_map.WEST.items()}
    for region, tiles in grids.items():
        assert set(tiles) == set(units.loc[units["province"].eq(region), "name"])
    taken = [place for tiles in grids.values() for place in tiles.values()]
    assert len(set(taken)) == len(taken) == len(units)


def test_prefectures_bear_the_names_of_the_populations() -> None:
    frame = tables.load("populations")
    frame = frame[frame["level"].eq("prefecture") & frame["province"].isin(places.REGIONS)]
    named = set(frame["place"].str.partition(" (")[0]) - {"Directly administered"}
    units = places.prefectures()
    here = units["province"].isin(places.REGIONS) & units["is_prefecture"]
    assert set(units.loc[here, "name"]) == named


def test_an_unnamed_place_is_said_of_each_prefecture_of_its_region() -> None:
    frame = places.links()
    units = places.prefectures()
    for _, rows in frame[~frame["is_named"]].groupby("event_id"):
        (region,) = set(rows["province"])
        every = units.loc[units["province"].eq(region) & units["is_prefecture"], "id"]
        assert sorted(rows["prefecture_id"]) == sorted(every)
