"""Known answers and properties of curves, means and tests of durations."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china import durations

# Freireich et al. 1963, 6-mercaptopurine arm, weeks of remission: the textbook example
WEEKS = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
RELAPSE = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]


def test_survival_curve_of_the_textbook_example() -> None:
    curve = durations.survival_curve(WEEKS, RELAPSE)
    assert list(curve["day"]) == [0, 6, 7, 10, 13, 16, 22, 23]
    # 18/21; then times 16/17, 14/15, 11/12, 10/11, 6/7, 5/6
    by_hand = np.cumprod([1, 18 / 21, 16 / 17, 14 / 15, 11 / 12, 10 / 11, 6 / 7, 5 / 6])
    assert list(curve["survival"]) == pytest.approx(list(by_hand))
    assert list(curve["at_risk"]) == [21, 21, 17, 15, 12, 11, 7, 6]


def test_survival_interval_by_hand() -> None:
    curve = durations.survival_curve(WEEKS, RELAPSE)
    s, variance_sum = 18 / 21, 3 / (21 * 18)
    # log-minus-log: S ** exp(± z * sqrt(sum d/(n(n-d))) / log S)
    spread = 1.959963984540054 * math.sqrt(variance_sum) / math.log(s)
    assert curve["low"][1] == pytest.approx(s ** math.exp(-spread))
    assert curve["high"][1] == pytest.approx(s ** math.exp(spread))


@given(st.lists(st.tuples(st.integers(1, 60), st.booleans()), min_size=1, max_size=40))
def test_survival_falls_and_its_interval_holds_it(spells: list[tuple[int, bool]]) -> None:
    days, events = [d for d, _ in spells], [e for _, e in spells]
    curve = durations.survival_curve(days, events)
    assert curve["survival"].is_monotonic_decreasing
    inside = curve.dropna(subset=["low"])
    assert (inside["low"] <= inside["survival"] + 1e-12).all()
    assert (inside["survival"] <= inside["high"] + 1e-12).all()
    assert curve["events"].sum() == sum(events)


def test_median_time_of_the_textbook_example() -> None:
    found = durations.median_time(WEEKS, RELAPSE)
    assert (found.median, found.low, found.n, found.events) == (23, 13, 21, 9)
    assert math.isnan(found.high)  # the upper curve never falls to one half


def test_median_time_without_censoring_is_the_sample_median() -> None:
    assert durations.median_time([1, 2, 3, 4, 5], [1] * 5).median == 3


def test_median_not_reached_is_missing() -> None:
    assert math.isnan(durations.median_time([5, 6, 7, 8], [1, 0, 0, 0]).median)


def test_log_rank_of_the_textbook_example() -> None:
    days = WEEKS + PLACEBO
    events = RELAPSE + [1] * len(PLACEBO)
    group = ["drug"] * len(WEEKS) + ["placebo"] * len(PLACEBO)
    found = durations.log_rank(days, events, group)
    # observed 9, expected 19.25, variance 6.2570: (9 - 19.25)^2 / 6.257 = 16.79 (Collett 2015)
    assert found.statistic == pytest.approx(16.79, abs=0.01)
    assert found.p_value < 1e-4


def test_log_rank_needs_two_groups() -> None:
    with pytest.raises(ValueError, match="at least two groups"):
        durations.log_rank([1, 2], [1, 1], ["a", "a"])


def test_scores_of_four_cases_by_hand() -> None:
    # hazards: 1/4 at day 1, 1/2 at day 3; the case open at day 2 has seen 1/4, the last one 3/4
    found = durations.log_rank_scores([1, 2, 3, 4], [1, 0, 1, 0])
    assert found.tolist() == pytest.approx([1 - 1 / 4, -1 / 4, 1 - 3 / 4, -3 / 4])
    assert found.sum() == pytest.approx(0)


def test_a_permutation_test_comes_near_the_exact_share() -> None:
    # of the 20 divisions of six cases into three and three, the first three against the last three
    # is one of the two that lie farthest apart: p is 2/20
    found = durations.permuted_log_rank([1, 2, 3, 4, 5, 6], [1] * 6, [1, 1, 1, 0, 0, 0])
    assert found.p_value == pytest.approx(0.1, abs=0.01)
    assert durations.permuted_log_rank([5, 5, 5, 5], [1] * 4, [1, 1, 0, 0]).p_value == 1


def test_the_mean_until_a_horizon_by_hand() -> None:
    # events at 1 and 3 of four cases, one open at 2: S is 1, 3/4, 3/8; area to 4: 1 + 1.5 + 0.375
    found = durations.restricted_mean([1, 2, 3, 4], [1, 0, 1, 0], 4)
    assert found.mean == pytest.approx(2.875)
    # areas behind the steps 1.875 and 0.375; variance 1.875^2 * 1/(4*3) + 0.375^2 * 1/(2*1)
    assert found.variance == pytest.approx(1.875**2 / 12 + 0.375**2 / 2)
    gap = durations.difference(found, durations.restricted_mean([4, 4], [0, 0], 4))
    assert gap.mean == pytest.approx(2.875 - 4)
    assert gap.low < gap.mean < gap.high


def test_what_is_withdrawn_can_no_longer_be_adopted() -> None:
    # adopted at 1, withdrawn at 2, adopted at 3, open at 4: 1/4 by day 1; a half is left open after
    # the withdrawal, of which one of two is adopted at 3: 1/4 + 1/2 * 1/2
    found = [durations.incidence([1, 2, 3, 4], [1, 2, 1, 0], day) for day in (0, 1, 2, 3)]
    assert found == [
        pytest.approx([0, 0]),
        pytest.approx([1 / 4, 0]),
        pytest.approx([1 / 4, 1 / 4]),
        pytest.approx([1 / 2, 1 / 4]),
    ]


@given(st.lists(st.tuples(st.integers(1, 30), st.sampled_from([0, 1, 2])), min_size=3, max_size=30))
def test_ends_and_what_is_open_make_up_the_whole(cases: list[tuple[int, int]]) -> None:
    days, ends = [d for d, _ in cases], [*[e for _, e in cases[2:]], 1, 2]
    open_still = durations.survival_curve(days, [e > 0 for e in ends]).set_index("day")["survival"]
    found = durations.incidence(days, ends, 12)
    assert sum(found) + open_still[open_still.index <= 12].iloc[-1] == pytest.approx(1)


def test_the_ratio_that_could_be_found_by_hand() -> None:
    # (1.95996 + 0.84162) / sqrt(48 * 0.25 * 0.75) = 0.93386; exp of it
    assert durations.detectable_ratio(48, 0.25) == pytest.approx(math.exp(2.80158 / 3), rel=1e-5)
