"""Known answers for sizes, growth, ranks and ratios of DNA databases."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from biometrics_china import multiverse
from biometrics_china.analysis.dna_databases import (
    compare,
    growth,
    growth_drawn,
    holds,
    likelihood,
    shapes,
    sizes,
)

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


def test_the_main_reading_leaves_out_people_in_china_and_the_doubted_total() -> None:
    frame = rows(
        ("a", "CHN", "total_records", "2014", 50.0, "growth", "s", "d"),
        ("b", "CHN", "persons", "2014", 40.0, "share", "s", "d"),
        (sizes.DOUBTED, "CHN", "total_records", "2015", 90.0, "growth", "s", "d"),
        ("c", "USA", "person_profiles", "2014", 20.0, "share", "s", "d"),
    )
    found = sizes.main_shares(sizes.shares(frame, PEOPLE))
    assert found[["country", "value"]].to_numpy().tolist() == [
        ["China", 50.0],
        ["United States", 20.0],
    ]


def totals(years: list[float], values: list[float], qualifier: str = "exact") -> pd.DataFrame:
    """Return totals stated on the first of July of each year."""
    dates = [f"{year:.0f}-07-01" for year in years]
    frame = pd.DataFrame({"as_of": dates, "value": values, "qualifier": qualifier})
    frame["id"] = [f"t{n}" for n in range(len(frame))]
    return frame.assign(year=sizes.decimal_year(frame["as_of"]))


@pytest.mark.parametrize(
    ("value", "qualifier", "low", "high"),
    [
        (44e6, "about", 43.5e6, 44.5e6),  # the last digit that is not nought is of a million
        (20e6, "about", 15e6, 25e6),
        (18e6, "more_than", 18e6, math.inf),
        (1_200_600.0, "exact", 1_200_600.0, 1_200_600.0),
    ],
)
def test_a_total_leaves_open_what_its_words_leave_open(value, qualifier, low, high) -> None:
    assert likelihood.bounds(value, qualifier) == (low, high)


@given(st.integers(1, 10**9), st.sampled_from(["about", "more_than", "exact"]))
def test_bounds_hold_the_total(value: int, qualifier: str) -> None:
    low, high = likelihood.bounds(float(value), qualifier)
    assert 0 < low <= value <= high


def test_a_date_known_by_its_year_lies_anywhere_in_it() -> None:
    year, day = likelihood.times("2013"), likelihood.times("2013-07-02")
    assert len(year) == likelihood.NODES
    assert (year[0], year[-1]) == pytest.approx((5 + 0.5 / 12, 6 - 0.5 / 12), abs=0.002)
    assert day.max() - day.min() < 1 / 365
    assert day.mean() == pytest.approx(5 + 182.5 / 365.25)


def test_the_likelihood_of_three_totals_by_hand() -> None:
    frame = totals([2008, 2009, 2010], [1e6, 1e6, 2e6])
    frame["qualifier"] = ["exact", "more_than", "about"]
    flat = dataclasses.replace(shapes.SHAPES[0], start=(math.log(1e6), 0.0))
    scatter = likelihood.LEAST_SCATTER + math.exp(-1.0)
    found, _ = likelihood.log_likelihood(
        flat, np.array([math.log(1e6), 0.0, -1.0]), likelihood.stated(frame)
    )
    # a density at its middle; half above the floor; between 1.5 and 2.5 million
    rounded = norm.cdf(math.log(2.5) / scatter) - norm.cdf(math.log(1.5) / scatter)
    by_hand = norm.logpdf(0) - math.log(scatter) + math.log(0.5) + math.log(rounded)
    assert found == pytest.approx(by_hand)


@pytest.mark.parametrize("shape", shapes.SHAPES, ids=lambda shape: shape.name)
def test_slopes_are_those_of_the_likelihood(shape: shapes.Shape) -> None:
    data = likelihood.stated(growth.points())
    at = np.array([*shape.start, -1.5])
    _, slopes = likelihood.log_likelihood(shape, at, data)
    for n, slope in enumerate(slopes):
        step = np.eye(len(at))[n] * 1e-6
        ends = [likelihood.log_likelihood(shape, at + way * step, data)[0] for way in (1, -1)]
        assert (ends[0] - ends[1]) / 2e-6 == pytest.approx(slope, rel=1e-4, abs=1e-4)


@pytest.mark.parametrize("shape", shapes.SHAPES, ids=lambda shape: shape.name)
def test_no_step_away_from_the_fit_is_likelier(shape: shapes.Shape) -> None:
    data = likelihood.stated(growth.points())
    p, value = likelihood.best(shape, data)
    steps = [way * size * row for row in np.eye(len(p)) for size in (1e-3, 0.1) for way in (1, -1)]
    most = value + 1e-12  # where the fit is on a plain, last bits differ between processors
    assert all(likelihood.log_likelihood(shape, p + step, data)[0] <= most for step in steps)


def test_the_criterion_charges_parameters_and_more_so_when_points_are_few() -> None:
    # log-likelihood 0; n = 10, k = 3: 6 + 2*3*4/(10-3-1) = 6 + 4 = 10
    assert growth.aicc(0.0, 10, 3) == pytest.approx(10.0)
    with pytest.raises(ValueError, match="too few"):
        growth.aicc(1.0, 4, 3)


def test_a_constant_rate_is_recovered_and_preferred() -> None:
    years = np.arange(2008, 2020)
    noise = 0.03 * np.array([1, -1] * 6)
    found = growth.fits(totals(years, 1e6 * np.exp(0.3 * (years - 2008) + noise)))
    best = min(found, key=lambda fit: fit.aicc)
    assert best.shape.name == shapes.CONSTANT
    assert best.parameters[1] == pytest.approx(0.3, abs=0.005)
    assert best.at(np.array([2008.5]))[0] == pytest.approx(1e6, rel=0.05)


@pytest.mark.parametrize("name", [shapes.LOGISTIC, shapes.GOMPERTZ])
def test_a_ceiling_is_recovered_from_its_own_curve(name: str) -> None:
    years = np.arange(2008, 2024)
    shape = next(shape for shape in shapes.SHAPES if shape.name == name)
    true = (math.log(5e7), math.log(0.6), 5.0)
    noise = 0.01 * np.array([1, -1] * 8)
    values = np.exp(shape.curve(np.array(true), years - 2008 + 0.5)[0] + noise)
    best = min(growth.fits(totals(years, values)), key=lambda fit: fit.aicc)
    assert best.shape.name == name
    assert best.ceiling == pytest.approx(5e7, rel=0.02)


def test_where_a_shape_leads_is_said_in_words() -> None:
    by_name = {shape.name: shape for shape in shapes.SHAPES}
    ceiling = growth.Fit(by_name[shapes.GOMPERTZ], (math.log(9e7), -1.0, 5.0, -2.0), 0.0)
    assert growth.end(ceiling, 8e7) == "ceiling at 90 million"
    assert growth.end(ceiling, 1e8) == "ceiling at 90 million, below a stated total"
    # log size ln(1 million) + 2x - x²/2: highest at x = 2, by a factor e² = 7.39
    turns = growth.Fit(by_name[shapes.CHANGING], (math.log(1e6), 2.0, -0.5, -2.0), 0.0)
    assert growth.end(turns, 8e7) == "falls after 7 million, below a stated total"
    rises = growth.Fit(by_name[shapes.CHANGING], (14.0, 0.1, 0.5, -2.0), 0.0)
    assert growth.end(rises, 8e7) == "no end"
    line = growth.Fit(by_name[shapes.LINE], (14.0, 15.0, -2.0), 0.0)
    assert growth.end(line, 8e7) == "no end"


def test_weights_are_those_of_akaike() -> None:
    shape = shapes.SHAPES[0]
    found = [growth.Fit(shape, (), criterion) for criterion in (10.0, 12.0, 10.0)]
    # 1 : e^-1 : 1
    assert growth.weights(found) == pytest.approx(
        np.array([1, math.exp(-1), 1]) / 2.36788, abs=1e-5
    )


def test_a_shape_that_is_true_misses_little_and_a_wrong_one_more() -> None:
    years = np.arange(2008, 2019)
    noise = 0.02 * np.array([1, -1] * 6)[:11]
    data = totals(years, 1e6 * np.exp(0.3 * (years - 2008) + noise))
    constant, straight = shapes.SHAPES[:2]
    assert growth.missed(constant, data) < 0.06 < growth.missed(straight, data)


def test_a_floor_that_is_passed_and_a_rounding_that_is_met_are_not_missed() -> None:
    years = [2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016]
    data = totals(years, [1e6 * 1.3**n for n in range(9)])
    data.loc[7, ["value", "qualifier"]] = [5e6, "more_than"]  # the curve is at 6.3 million
    data.loc[8, ["value", "qualifier"]] = [8e6, "about"]  # and then at 8.2, within 7.5 and 8.5
    assert growth.missed(shapes.SHAPES[0], data) == 0


def test_the_pace_is_read_in_four_ways() -> None:
    at = growth.PATH_FROM + np.arange(4)
    data = pd.DataFrame({"year": [2000.0, *at], "value": [9.0, 1.0, 3.0, 5.0, 9.0]})
    data["id"] = ["a", "b", "c", growth.NEWSPAPER, growth.DOUBTED]
    data["qualifier"] = ["exact", "exact", "more_than", "exact", "exact"]
    found = growth.pace(data).set_index("reading")
    # (0,1) (1,3) (2,5) (3,9): slope 13/5; without the last 2; without (1,3): 8/3 by hand
    assert found["slope"].tolist() == pytest.approx([2.6, 2.0, 18.0 / 7, 2.0])
    assert found["n"].tolist() == [4, 3, 3, 2]


@given(st.lists(st.floats(1, 100), min_size=4, max_size=12))
def test_the_line_is_the_least_squares_line(values: list[float]) -> None:
    data = pd.DataFrame({"year": growth.PATH_FROM + np.arange(len(values)), "value": values})
    slope, height = growth.line(data)
    rest = np.array(values) - height - slope * np.arange(len(values))
    assert rest.sum() == pytest.approx(0, abs=1e-6)
    assert (rest * np.arange(len(values))).sum() == pytest.approx(0, abs=1e-5)


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
    frame["qualifier"] = ["more_than", "about", "exact", "exact"]
    # more than 60 people over about 20 traces, which may be 25: 2.4 at least
    assert compare.people_for_each_trace(frame)["least"].tolist() == [2.4]


def test_the_choices_of_the_share_multiply_out() -> None:
    grid = compare.share_choices()
    assert len(grid) == 3 * 2 + 2  # the institute counts people, so nothing is taken off
    assert multiverse.idle(grid) == ()
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


def test_people_and_the_institute_stand_apart_from_totals() -> None:
    frame = growth_drawn.curves(growth.points())
    counts = frame["series"].value_counts()
    assert counts[growth_drawn.STATED] == len(growth.points())
    institute = frame[frame["series"].eq(growth_drawn.INSTITUTE)].iloc[0]
    assert (institute["low"], institute["high"]) == (100e6, 140e6)
    rounded = frame[frame["series"].eq(growth_drawn.STATED) & frame["low"].notna()]
    assert set(rounded["qualifier"]) == {"about"}
    assert set(growth_drawn.LINES) <= set(counts.index)
    both = frame[frame["series"].isin(growth_drawn.LINES)].groupby("series")["value"].last()
    assert both["recent path"] > both["recent path without the last"]


def test_one_total_has_no_pace() -> None:
    """Without the newspaper's total the reading that joins the two has one total, and no slope."""
    at = growth.PATH_FROM + np.arange(3)
    data = pd.DataFrame({"year": at, "value": [1.0, 3.0, 6.0], "id": ["a", "b", growth.DOUBTED]})
    data["qualifier"] = "exact"
    found = growth.pace(data)["slope"]
    assert found.isna().tolist() == [False, False, False, True]
    assert (found.min(), found.max()) == pytest.approx((2.0, 2.5))
    assert np.isnan(growth.line(data.assign(year=growth.PATH_FROM + np.arange(3) / 4))[0])
