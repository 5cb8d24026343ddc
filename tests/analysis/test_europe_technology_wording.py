"""Sentences of the chapter on technology that the data must go on supporting."""

from __future__ import annotations

import pytest

from biometrics_china import provenance, tables
from biometrics_china.analysis.europe_technology import (
    industry,
    lists,
    numbers,
    places,
    supplies,
    survey,
)


@pytest.fixture(scope="module")
def counted():
    frame = supplies.supplies()
    return frame[frame["kind"].isin(supplies.SUPPLY)]


def test_no_european_supply_has_an_amount(counted) -> None:
    assert numbers()["n_european_priced"].value == 0
    assert len(counted[counted["origin"].eq("european")]) > 0


def test_most_of_what_is_documented_is_american_genetic_and_western(counted) -> None:
    assert counted["origin"].eq("american").mean() > 0.5
    assert counted["technology"].eq("dna").mean() > 0.5
    assert counted["is_western_china"].mean() > 0.5


def test_the_caption_of_the_timeline_holds() -> None:
    frame = supplies.timeline_in_book()
    thermo = frame[frame["firms"].eq("Thermo Fisher Scientific")]
    assert thermo["is_western_china"].mean() > 0.5
    assert thermo["kind"].eq("withdrawal").sum() == 2
    assert frame["origin"].iloc[0] == "european"


def test_resellers_sold_after_the_announcement() -> None:
    frame = supplies.supplies()
    announced = frame[frame["kind"].eq("withdrawal")]["date"].min()
    resale = frame[frame["kind"].eq("resale") & frame["amount"].notna()]
    assert (resale["date"] > announced).all()
    assert resale["qualifier"].tolist() == ["more_than"]


def test_the_others_listed_one_body_on_one_day() -> None:
    first = lists.first_entries()
    others = first[first["country"].isin(["EU", "GB", "CA"])]
    assert others["bodies"].tolist() == [1, 1, 1]
    assert others["entity"].nunique() == others["date"].nunique() == 1
    assert set(first["country"]) == {"US", "EU", "GB", "CA"}


def test_one_body_came_off_every_american_list_the_forensic_institute() -> None:
    moves = lists.changes(lists.acts())
    off = moves[moves["change"].lt(0)]
    assert off[["country", "entity", "change"]].to_numpy().tolist() == [
        ["US", "Ministry of Public Security Institute of Forensic Science", -1]
    ]
    assert off["date"].tolist() == [numbers()["institute_off"].value]
    assert numbers()["n_left_us"].value == 1


def test_the_rows_that_end_an_entry_are_those_that_are_named() -> None:
    from biometrics_china.analysis.europe_technology.numbers import FCC_WIDENED, MEGVII_OFF

    rows = provenance.read_rows("listings").set_index("id")
    assert rows.loc[MEGVII_OFF, ["entity", "action"]].tolist() == ["Megvii Technology", "delisted"]
    assert "military" in rows.loc[MEGVII_OFF, "list_name"]
    assert "authorised before" in rows.loc[FCC_WIDENED, "measure"]
    still = lists.lists_of(lists.acts())["US", "megvii"]
    assert still
    assert not any("military companies" in name for name in still)


def test_the_mark_stands_late_and_where_the_line_is_flat() -> None:
    frame = lists.cumulative_in_book().query("country == 'United States'").reset_index(drop=True)
    (at,) = frame.index[frame["left"].ne("")]
    assert frame["bodies"][at] == frame["bodies"][at - 1] < frame["bodies"].iloc[-1]
    assert at > len(frame) / 2


def test_the_military_list_holds_cameras_faces_and_genetics() -> None:
    rows = provenance.read_rows("listings").set_index("id").loc[["li085", "li098", "li099"]]
    assert rows["list_name"].str.contains("1260H").all()
    assert [t[0] for t in rows["technologies"]] == ["video", "face", "dna"]


def test_european_decisions_on_equipment_come_from_those_named() -> None:
    rows = provenance.read_rows("listings").set_index("id")
    assert rows.loc[["li114", "li115", "li117"], "country"].tolist() == ["DK", "DK", "NL"]
    assert rows.loc["li113", "action"] == "warning"
    assert rows.loc["li101", "effective_date"] < rows.loc["li102", "date"]


def test_the_union_lists_no_maker_of_cameras() -> None:
    assert numbers()["n_eu_camera_firms"].value == 0


def test_the_bar_of_the_others_stands_under_several_alone() -> None:
    frame = lists.by_technology_in_book()
    assert frame.loc[frame["others"].gt(0), "technology"].tolist() == ["Several"]
    assert set(frame.tail(4)["technology"]) == {
        "Several",
        "Surveillance systems",
        "Biotechnology",
        "Video surveillance",
    }


def test_local_authorities_are_highest_and_police_lowest() -> None:
    kinds = survey.survey()["kind"].tolist()
    assert kinds[:3] == ["local", "college", "school"]
    assert kinds[-1] == "police"


def test_cutting_decimals_fits_every_kind_and_rounding_does_not() -> None:
    rows = survey.survey_rows()[["value", "denominator"]].to_numpy()
    assert all(len(survey.possible_counts(int(v), int(n))) for v, n in rows)
    assert not all(len(survey.possible_counts(int(v), int(n), cut=False)) for v, n in rows)


def test_the_spread_comes_from_the_silent_bodies() -> None:
    from biometrics_china.analysis.europe_technology.numbers import choices_in_book

    grid = choices_in_book()
    inner = grid[grid["silent_bodies"].eq("like the others")]["estimate"]
    assert inner.min() > 0.5, "most public bodies, if silence means nothing"
    assert inner.max() - inner.min() < 0.15
    assert grid["estimate"].min() < inner.min() - 0.3
    assert grid["estimate"].max() > inner.max() + 0.15


def test_the_estimate_of_the_group_is_the_row_that_is_named() -> None:
    row = provenance.read_rows("deployments").set_index("id").loc["dp-013"]
    assert "60%" in row["note"]
    assert row["qualifier"] == "estimate"


def test_most_records_of_faces_are_from_belgrade() -> None:
    frame = places.faces_in_book()
    assert frame["place"].str.contains("Belgrade|RS").mean() > 0.5
    como = frame[frame["place"].str.startswith("Como")]
    assert como["stage"].tolist() == ["Not switched on"]


def test_most_countries_stand_in_one_or_two_columns() -> None:
    frame = places.by_measure_in_book().set_index("country")
    assert frame.gt(0).sum(axis=1).le(2).mean() > 0.5


def test_all_firms_are_listed_and_most_drafted() -> None:
    frame = industry.industry_in_book().set_index("firm")
    found = numbers()
    assert found["n_firms_listed"].value == found["n_firms"].value == len(frame)
    assert found["n_firms_drafting"].value < found["n_firms"].value
    europe = frame["deployment"]
    assert europe[["Hikvision", "Dahua Technology"]].gt(10).all()
    assert europe.drop(["Hikvision", "Dahua Technology"]).eq(0).all()


def test_every_listed_technology_has_a_label() -> None:
    labels = tables.vocabulary("technology")
    used = provenance.read_rows("listings")["technologies"].dropna().explode()
    assert set(used) <= set(labels)
