"""Known answers for numbers of cameras, for what is held, and for the steps of the joined file."""

from __future__ import annotations

import pandas as pd
import pytest

from biometrics_china import provenance, tables
from biometrics_china.analysis.faces import cameras, holdings, steps


def camera_rows(*rows: tuple) -> pd.DataFrame:
    columns = ["id", "kind", "value", "said", "as_of", "scope", "who", "source_id"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(million=frame["value"] / 1e6, qualifier="about")


CAMERAS = camera_rows(
    ("cc-03", "forecast", 1000e6, "2017-11", "2020", "all", "A firm", "s"),
    ("cc-16", "estimate", 600e6, "2019-12-09", "2019-12", "all", "A firm", "s"),
    ("cc-17", "forecast", 800e6, "2019-12", "2021", "all", "A firm", "s"),
    ("x", "retold", 991e6, "2020-03-07", "2020", "face", "A magazine", "s"),
    ("y", "retold", 989e6, "2020-04", "2020", "all", "A site", "s"),
    ("z", "estimate", 1000e6, "2020-05", "2020", "all", "A paper", "s"),
)


def test_a_number_within_one_in_a_hundred_is_the_forecast_retold() -> None:
    assert cameras.retold(CAMERAS)["id"].tolist() == ["x"]


def test_the_trail_is_forecast_later_words_of_its_maker_and_who_retold_it() -> None:
    found = cameras.trail(CAMERAS)
    assert found["million"].tolist() == [1000, 600, 800, 991]
    assert found["who"].tolist() == ["A firm", "A firm", "A firm", "A magazine"]
    assert found.loc[3, ["scope", "kind"]].tolist() == ["Face recognition", "Forecast retold"]


def test_repeats_and_other_countries_are_no_numbers_of_their_own() -> None:
    found, read = cameras.numbers_of_cameras(), provenance.by_id("camera_counts")
    assert not read.loc[found["id"], "is_repeat"].any()
    assert set(read.loc[found["id"], "country"]) == {"CHN"}
    assert set(read.loc[found["id"], "metric"]) == {"cameras"}
    assert found["said"].str.slice(0, 7).is_monotonic_increasing


def test_where_no_maker_is_named_the_medium_stands() -> None:
    found = cameras.numbers_of_cameras().set_index("id")["who"]
    assert found["cc-23"] == "OneZero"
    assert found["cc-03"] == "IHS Markit"


def test_cameras_for_a_hundred_are_turned_over(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = pd.DataFrame(
        {
            "maker": ["A", "A", "B", "B"],
            "as_of": "2019",
            "source_id": "s",
            "country": ["CHN", "USA"] * 2,
            "metric": ["people_per_camera"] * 2 + ["cameras_per_100"] * 2,
            "value": [4.0, 5.0, 10.0, 20.0],
        }
    )
    monkeypatch.setattr(provenance, "read_rows", lambda _: rows)
    found = cameras.people_for_each()
    assert found["china"].tolist() == [4.0, 10.0]
    assert found["america"].tolist() == [5.0, 5.0]
    assert found["more"].tolist() == ["China", "United States"]


def test_a_range_is_held_at_both_ends_and_a_number_at_one() -> None:
    found = holdings.holdings().set_index("id")
    assert found.loc["ev-w027", ["low", "value"]].tolist() == [2.5e6, 2.6e6]
    assert found.loc["bh-01", ["low", "value"]].tolist() == [2.52e9, 2.52e9]
    assert "bh-02" not in found.index
    assert found.loc["ev-w025", "modality"] == "iris"


def test_holdings_come_by_trait_and_the_largest_first() -> None:
    found = holdings.holdings()
    assert list(dict.fromkeys(found["modality"])) == list(holdings.ORDER)
    for _, part in found.groupby("modality"):
        assert part["value"].is_monotonic_decreasing


def test_files_and_other_countries_are_no_traits() -> None:
    frame = pd.DataFrame(
        {"country": ["CHN", "USA", "CHN"], "modality": ["face", "face", "generic"]}
    )
    assert holdings.of_traits(frame).index.tolist() == [0]


def test_kinds_are_counted_and_the_commonest_comes_first() -> None:
    found = holdings.by_kind(pd.DataFrame({"kind": ["leak", "tender", "tender"]}))
    assert found["kind"].tolist() == ["Tender", "Leak"]
    assert found["numbers"].tolist() == [2, 1]
    assert found["is_paper"].tolist() == [True, False]


STEPS = pd.DataFrame(
    [
        ("A", "capture", "tender"),
        ("B", "capture", "leak"),
        ("B", "act", "leak"),
        ("B", "act", "press"),
    ],
    columns=["system", "step", "evidence"],
).assign(id=["a1", "b1", "b2", "b3"])


def test_the_grid_has_a_cell_for_each_step_and_counts_each_once() -> None:
    found = steps.grid(STEPS)
    assert found["system"].tolist() == ["B", "A"]
    assert found["steps"].tolist() == [2, 1]
    assert found.loc[0, ["capture", "act", "file"]].tolist() == ["leak", "leak", ""]
    names = list(tables.vocabulary("file_step"))
    assert list(found) == ["system", *names, "steps", *(f"{name}_id" for name in names)]
    assert found.loc[0, ["capture_id", "act_id", "file_id"]].tolist() == ["b1", "b2", ""]


def test_systems_are_counted_by_step_and_those_at_work_apart() -> None:
    found = steps.by_step(STEPS).set_index("step")
    assert found.loc["Record"].tolist() == [2, 1]
    assert found.loc["Act"].tolist() == [1, 1]
    assert found.loc["File"].tolist() == [0, 0]


def test_positions_without_a_date_come_last() -> None:
    found = steps.positions()["date"]
    assert found.iloc[-1] == ""
    assert found[found.ne("")].is_monotonic_increasing
