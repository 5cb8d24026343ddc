"""Known answers for examinations, coverage, the research file, estimates and disclosures."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biometrics_china import tables
from biometrics_china.analysis.western_china import (
    coverage,
    estimates,
    examinations,
    people,
    responses,
)

BOUNDS = coverage.ratio_bounds()


def populations(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["place", "year", "definition", "group", "persons"])


def test_a_population_must_be_there_once() -> None:
    frame = populations(
        ("Here", 2020, "census", "total", 10),
        ("There", 2020, "census", "total", 10),
        ("There", 2020, "census", "total", 11),
    )
    assert people.persons(frame, "Here", 2020) == 10
    with pytest.raises(KeyError, match="0 counts for Here, 2010"):
        people.persons(frame, "Here", 2010)
    with pytest.raises(KeyError, match="2 counts for There"):
        people.persons(frame, "There", 2020)


def test_the_first_round_ended_six_tenths_between_the_censuses() -> None:
    # 1 November 2010 to 30 December 2016: 2251 days of the 3653 between the two census days
    assert pytest.approx(2251 / 3653, abs=0.001) == coverage.FRACTION


def test_coverage_lies_between_the_shares_of_the_two_censuses() -> None:
    found = coverage.coverage_of("x", 60.0, 100.0, 150.0)
    # interpolated population 100 + 0.616166 * 50 = 130.808; 60 / 130.808 = 0.458685
    assert found.share == pytest.approx(0.458685, abs=1e-5)
    assert (found.low, found.high) == (0.4, 0.6)
    with pytest.raises(ValueError, match="positive"):
        coverage.coverage_of("x", 1.0, 0.0, 5.0)


@given(st.floats(1, 1e7), st.floats(1, 1e7), st.floats(1, 1e7))
def test_the_bounds_hold_the_point(examined: float, before: float, after: float) -> None:
    found = coverage.coverage_of("x", examined, before, after)
    assert found.low * (1 - 1e-9) <= found.share <= found.high * (1 + 1e-9)


def test_south_and_rest_add_up_to_the_region_and_to_the_announced_total() -> None:
    base = coverage.residents()
    frame = people.populations()
    for place, year in ((0, 2010), (1, 2020)):
        total = base["south"][place] + base["rest"][place]
        assert total == people.persons(frame, "Xinjiang", year)
    examined = coverage.coverage()["examined"]
    rows = people.events()
    assert examined[0] + examined[1] == float(rows["ev-w001"]["number"])  # type: ignore[arg-type]
    # 2010 on later boundaries: Kashgar 3,914,855, Hotan 1,977,963, Aksu 2,286,336, Kizilsu 525,570
    assert base["south"][0] == 8_704_724


def test_the_fourth_round_is_a_difference_and_marked() -> None:
    frame = examinations.series()
    fourth = frame[frame["basis"].eq("derived")]
    # 70.80 - 53.83 million
    assert fourth["million"].tolist() == [pytest.approx(16.97)]


def test_the_corps_lies_in_the_south_for_a_fifth_by_its_yearbook() -> None:
    # divisions 1, 3 and 14: 292,109 + 204,483 + 36,654 of 2,573,145
    assert coverage.southern_corps() == pytest.approx(533_246 / 2_573_145)


def test_the_main_ratio_is_that_of_the_two_coverages() -> None:
    grid = coverage.ratio_choices()
    main = grid[grid["is_main"]]["estimate"].iloc[0]
    south, rest = coverage.coverage()["share"][:2]
    assert main == pytest.approx(south / rest)
    assert coverage.ratio(coverage.Case()) == pytest.approx(main)


def test_each_input_moves_the_ratio_as_it_must() -> None:
    main, million = coverage.ratio(coverage.Case()), 1e6
    up, down = (
        [coverage.ratio(coverage.Case(**{name: million})) for name in names]
        for names in (("more_south", "out_south"), ("more_rest", "out_rest", "moved"))
    )
    assert min(up) > main > max(down)
    # one million more in the south: 10,176,100 over 9,176,100 as often
    assert up[0] / main == pytest.approx(10_176_100 / 9_176_100)


def test_the_bounds_by_hand() -> None:
    found = coverage.ratio_bounds()
    south = 2_800_000 * 533_246 / 2_573_145
    # least: 2010 within its own borders (8,890,062 in the south), the people of the database
    # elsewhere, all southern Corps added to the south, the other divisions outside the count
    low = (9_176_100 / (8_890_062 + south)) / (
        9_657_500 / (21_815_815 - 8_890_062 - south - (2_800_000 - south))
    )
    assert found.low == pytest.approx(low)
    assert found.high > coverage.ratio_choices()["estimate"].max()


@given(
    st.floats(0, 1), st.sampled_from(["census", "census_2020_boundaries"]), st.floats(0, 1),
    st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1),
)  # fmt: skip
@settings(max_examples=25, deadline=None)
def test_no_admissible_case_leaves_the_bounds(year, borders, a, b, c, d, e) -> None:
    *_, more = coverage.examined()
    most, share = coverage.corps() + coverage.CORPS_ROUNDING, coverage.southern_corps()
    case = coverage.Case(
        year, borders, a * b * more, a * (1 - b) * more, c * most * share,
        d * most * (1 - share), e * most * share,
    )  # fmt: skip
    assert BOUNDS.low <= coverage.ratio(case) <= BOUNDS.high


def test_people_of_the_ages_of_the_guideline_by_hand() -> None:
    # 18,040,304 + 0.6 * (5,806,156 - 3,879,237) + 0.2 * (2,005,885 - 1,286,901)
    assert examinations.eligible() == pytest.approx(18_040_304 + 1_156_151.4 + 143_796.8)


def test_a_group_without_a_census_count_has_no_ratio() -> None:
    frame = examinations.research_file().set_index("group")
    assert pd.isna(frame.loc["Kazakh", "ratio_residents"])
    # 57.93 / (11,624,257 / 25,852,345) = 57.93 / 44.964 = 1.2884
    assert frame.loc["Uyghur", "ratio_residents"] == pytest.approx(1.2884, abs=1e-4)


def test_a_printed_share_recomputes_if_it_was_rounded_or_cut() -> None:
    assert estimates.recomputes(25.1, 919_282, 3_660_000)
    assert estimates.recomputes(32.9, 1_206_962, 3_660_000)  # 32.977, cut
    assert not estimates.recomputes(25.6, 1_452_035, 5_900_000)  # 24.611
    assert not estimates.recomputes(25.6, 1_452_035, 5_923_957)


def test_shares_on_each_population_by_hand() -> None:
    frame = estimates.shares().set_index(["estimate", "base"])
    row = frame.loc[("DNA samples in Tibet", "Tibetans only, census of 2020")]
    assert row["low"] == pytest.approx(919_282 / 3_137_901)
    assert row["high"] == pytest.approx(1_206_962 / 3_137_901)
    assert (frame["low"] <= frame["high"]).all()


def test_one_place_weighs_at_least_its_floor_over_the_upper_end() -> None:
    # 500,000 / 1,206,962; at most every resident of the largest place, 867,891 / 919,282
    found = estimates.municipality_weight()
    assert found.low == pytest.approx(0.41426, abs=1e-5)
    assert found.high == pytest.approx(867_891 / 919_282)


def test_the_other_places_without_the_one_by_hand() -> None:
    found = estimates.share_elsewhere()
    assert len(estimates.municipalities()) == 4
    # most: 500,000 of the upper end in the largest place; least: everybody there, of the lower end
    elsewhere = 3_648_100 - 867_891
    assert found.high == pytest.approx((1_206_962 - 500_000) / elsewhere)
    assert found.low == pytest.approx((919_282 - 867_891) / elsewhere)


def test_texts_are_counted_by_how_they_handle_the_range_and_outlets_once() -> None:
    frame = estimates.restatements()
    assert list(dict.fromkeys(frame["handling"])) == [
        h for h in tables.vocabulary("handling") if frame["handling"].eq(h).any()
    ]
    assert sorted(frame["id"]) == sorted(estimates.texts()["id"])
    given = frame["handling"].value_counts()
    assert estimates.without_lower_end() == given.sum() - given["range"]
    # the International Tibet Network has three texts, and every other outlet one
    assert estimates.outlets() == given.sum() - 2


def test_the_shares_of_qinghai_imply_two_populations() -> None:
    low, high = estimates.implied_population()
    assert low == pytest.approx(1_248_075 / 0.211)
    assert high == pytest.approx(1_452_035 / 0.256)


def test_the_grid_of_tibet_has_each_end_over_each_population() -> None:
    grid = estimates.share_choices()
    assert len(grid) == 6
    assert grid[grid["is_main"]]["estimate"].iloc[0] == pytest.approx(1_063_122 / 3_648_100)


def test_a_lag_is_counted_in_months_and_rough_dates_are_told_apart() -> None:
    frame = responses.disclosures().set_index("capability")
    test = frame.loc["Test report of a Uyghur alarm"]
    # 8 January 2018 to 8 December 2020: 1,065 days
    assert test["months"] == pytest.approx(1065 / responses.DAYS)
    dated = responses.dated_to_the_month(responses.disclosures())
    assert dated["precision"].min() >= 7
    assert len(dated) < len(frame)
    assert (frame["months"] >= 0).all()


def test_listings_add_up_and_exits_do_not() -> None:
    frame = responses.listings_and_exits()
    listed = frame[frame["kind"].eq("listing")]
    assert listed["cumulative"].tolist() == [28, 37, 48, 62, 67]
    exits = frame[frame["kind"].eq("exit")]
    assert exits["cumulative"].isna().all()
    # what Thermo Fisher announced for Tibet and what took effect there are one exit
    assert list(exits[["actor", "place"]].itertuples(index=False, name=None)) == [
        ("Thermo Fisher", "Xinjiang"), ("Thermo Fisher", "Tibet"),
        ("Hikvision", "Xinjiang"), ("Dahua", "Xinjiang"),
    ]  # fmt: skip
    assert frame["when"].is_monotonic_increasing


def test_statements_and_allegations_are_in_order_of_time() -> None:
    for frame in (responses.statements(), responses.allegations()):
        years = frame["date"].str.slice(0, 4).astype(int)
        assert years.is_monotonic_increasing
