"""Known answers for sizes, growth, ranks and ratios of DNA databases."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china.analysis.dna_databases import compare, growth, holds, sizes

PEOPLE = pd.DataFrame(
    [("CHN", 2014, 1000), ("CHN", 2015, 1010), ("USA", 2014, 400), ("DEU", 2014, 200)],
    columns=["country", "year", "persons"],
)


def rows(*values: tuple) -> pd.DataFrame:
    columns = ["id", "country", "metric", "as_of", "value", "use", "source_id", "database"]
    frame = pd.DataFrame(values, columns=columns).assign(qualifier="exact")
    frame["country_name"] = frame["country"].map(sizes.COMPARED)
    return frame.assign(year=sizes.decimal_year(frame["as_of"]))


def test_a_date_stands_in_the_middle_of_what_is_known() -> None:
    found = sizes.decimal_year(pd.Series(["2013", "2013-06", "2013-07-02", None]))
    # 2013 has 365 days: the middle lies 182 days after 1 January
    assert found[0] == pytest.approx(2013 + 182 / 365.25, abs=1e-6)
    # June runs from day 151 to day 180: the middle is day 165
    assert found[1] == pytest.approx(2013 + 165 / 365.25, abs=1e-6)
    assert found[2] == pytest.approx(2013 + 182 / 365.25, abs=1e-6)
    assert math.isnan(found[3])


def test_a_population_is_taken_of_the_year_or_of_the_last_one_known() -> None:
    assert sizes.population("CHN", 2014.9, PEOPLE) == 1000
    assert sizes.population("CHN", 2017.2, PEOPLE) == 1010
    assert sizes.population("CHN", 2018.2, PEOPLE) is None
    assert sizes.population("CHN", 2013.0, PEOPLE) is None
    assert sizes.population("FRA", 2014.0, PEOPLE) is None


def test_shares_divide_by_the_population_of_the_year() -> None:
    frame = rows(
        ("a", "CHN", "total_records", "2014", 50.0, "growth", "s", "d"),
        ("b", "USA", "person_profiles", "2014", 20.0, "share", "s", "d"),
        ("c", "USA", "person_profiles", "2014", 99.0, "second_report", "s", "d"),
    )
    found = sizes.shares(frame, PEOPLE)
    assert found[["country", "share"]].to_numpy().tolist() == [
        ["China", 0.05],
        ["United States", 0.05],
    ]
    with pytest.raises(ValueError, match="no population for USA"):
        sizes.shares(rows(("b", "USA", "persons", "1990", 1.0, "share", "s", "d")), PEOPLE)


def test_the_criterion_charges_parameters_and_more_so_when_points_are_few() -> None:
    # n = 10, rss = 10: 10 ln 1 = 0; k = 3: 6 + 2*3*4/(10-3-1) = 6 + 4 = 10
    assert growth.aicc(10.0, 10, 3) == pytest.approx(10.0)
    with pytest.raises(ValueError, match="too few"):
        growth.aicc(1.0, 4, 3)


def test_a_constant_rate_is_recovered_and_preferred() -> None:
    years = np.arange(2008.0, 2020.0)
    noise = 0.01 * np.array([1, -1] * 6)
    totals = 1e6 * np.exp(0.3 * (years - 2008) + noise)
    best = growth.fits(years, totals)[0]
    assert best.name == growth.CONSTANT
    assert best.parameters[1] == pytest.approx(0.3, abs=0.005)
    assert best.at(np.array([2008.0]))[0] == pytest.approx(1e6, rel=0.02)


def test_a_ceiling_is_recovered_from_a_logistic_curve() -> None:
    years = np.arange(2008.0, 2024.0)
    noise = 0.005 * np.array([1, -1] * 8)
    totals = 5e7 / (1 + np.exp(-0.8 * (years - 2013))) * np.exp(noise)
    best = growth.fits(years, totals)[0]
    assert best.name == growth.LOGISTIC
    assert best.parameters[0] == pytest.approx(5e7, rel=0.01)


def test_a_ceiling_that_a_stated_total_exceeds_is_not_printed() -> None:
    years = np.arange(2008.0, 2024.0)
    totals = 5e7 / (1 + np.exp(-0.8 * (years - 2013)))
    data = pd.DataFrame({"year": years, "value": totals * np.exp(0.01 * np.sin(9 * years))})
    kept = growth.models(data).set_index("model").loc[growth.LOGISTIC]
    models = growth.models(data.assign(value=[*data["value"][:-1], 1e8]))
    exceeded = models.set_index("model").loc[growth.LOGISTIC]
    assert pd.isna(exceeded["ceiling"])
    assert "not printed" in exceeded["note"]
    assert pd.notna(kept["ceiling"]) == (kept["note"] == "above every stated total")
    assert models["weight"].sum() == pytest.approx(1)


def test_the_recent_path_is_a_least_squares_line() -> None:
    # through (0, 1), (1, 3), (2, 5) with one earlier point that does not count: slope 2
    data = pd.DataFrame(
        {"year": [2000.0, *(growth.PATH_FROM + np.arange(3))], "value": [9.0, 1.0, 3.0, 5.0]}
    )
    path = growth.recent_path(data)
    assert (path.slope, path.n) == (pytest.approx(2), 3)
    assert path.low <= path.slope <= path.high


@given(st.lists(st.floats(1, 100), min_size=4, max_size=12))
def test_the_line_holds_its_slope_between_its_bounds(values: list[float]) -> None:
    data = pd.DataFrame({"year": growth.PATH_FROM + np.arange(len(values)), "value": values})
    path = growth.recent_path(data)
    assert path.low <= path.slope + 1e-9
    assert path.high >= path.slope - 1e-9


def test_china_is_ranked_once_with_each_figure() -> None:
    frame = rows(
        (compare.LOW, "CHN", "persons", "2014", 20.0, "cross_section", "s", "d"),
        (compare.HIGH, "CHN", "persons", "2014", 90.0, "cross_section", "s", "d"),
        ("u", "USA", "persons", "2014", 20.0, "cross_section", "s", "d"),
        ("g", "DEU", "persons", "2014", 6.0, "cross_section", "s", "d"),
        ("f", "FRA", "persons", "2014", 6.0, "cross_section", "s", "d"),
    )
    found = compare.cross_section(frame, PEOPLE).set_index("id")
    # shares: China 2 % or 9 %, United States 5 %, Germany 3 %; France has no population here
    assert found.loc[compare.LOW, "rank_low"] == 3
    assert found.loc[compare.HIGH, "rank_high"] == 1
    assert pd.isna(found.loc[compare.LOW, "rank_high"])
    assert "f" not in found.index


def test_people_and_traces_are_paired_by_database_date_and_source() -> None:
    frame = rows(
        ("p", "DEU", "persons", "2014", 60.0, "share", "s", "d"),
        ("t", "DEU", "scene_profiles", "2014", 20.0, "traces", "s", "d"),
        ("x", "DEU", "scene_profiles", "2014", 1.0, "traces", "other", "d"),
        ("q", "DEU", "persons", "2013", 60.0, "share", "s", "d"),
    )
    found = compare.people_for_each_trace(frame)
    assert found["ratio"].tolist() == [3.0]


def test_the_choices_of_the_share_multiply_out() -> None:
    grid = compare.share_choices()
    assert len(grid) == 5 * 2 * 2
    main = grid[grid["is_main"]].iloc[0]
    frame = sizes.sizes().set_index("id")
    people = sizes.population("CHN", 2020.5, sizes.national_populations())
    assert main["estimate"] == pytest.approx(frame.loc["dn-028", "value"] / people)


@pytest.mark.parametrize(
    ("note", "stands"),
    [
        ("convicted 30 + suspects recorded 1,000", True),
        ("convicted 1,000 + suspects recorded 30", False),
        ("convicted 30 + suspects recorded 999", False),
        ("in all 1,030", False),
    ],
)
def test_suspects_outnumber_the_convicted_only_if_both_are_counted(
    note: str, stands: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = pd.DataFrame([{"id": "dn-137", "note": note, "value": 1030.0}])
    monkeypatch.setattr(sizes, "sizes", lambda: row)
    assert holds.the_french_suspects_outnumber_the_convicted() is stands
