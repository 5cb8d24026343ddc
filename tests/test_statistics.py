"""Known answers and properties of the intervals and tests."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china import statistics

# Freireich et al. 1963, 6-mercaptopurine arm, weeks of remission: the textbook example
WEEKS = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
RELAPSE = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]


def wilson_by_hand(successes: int, total: int) -> tuple[float, float]:
    z = 1.959963984540054
    p = successes / total
    centre = (p + z**2 / (2 * total)) / (1 + z**2 / total)
    half = z / (1 + z**2 / total) * math.sqrt(p * (1 - p) / total + z**2 / (4 * total**2))
    return centre - half, centre + half


def test_wilson_by_hand() -> None:
    found = statistics.wilson(5, 10)
    # (0.5 + 3.8415/20) / 1.38415 ± 1.96/1.38415 * sqrt(0.025 + 3.8415/400) = 0.5 ± 0.2634
    assert (found.low, found.high) == pytest.approx((0.23659, 0.76341), abs=1e-5)
    assert found.share == 0.5
    assert "Wilson" in found.kind


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_share_and_stays_between_0_and_1(pair: tuple[int, int]) -> None:
    successes, total = pair
    found = statistics.wilson(successes, total)
    assert 0 <= found.low <= found.share <= found.high <= 1
    by_hand = wilson_by_hand(successes, total)
    assert (found.low, found.high) == pytest.approx(by_hand, abs=1e-9)


@pytest.mark.parametrize(("successes", "total"), [(-1, 3), (4, 3), (0, 0)])
@pytest.mark.parametrize("interval", [statistics.wilson, statistics.clopper_pearson])
def test_an_interval_refuses_what_is_no_proportion(interval, successes: int, total: int) -> None:
    with pytest.raises(ValueError, match="0 <= successes <= total"):
        interval(successes, total)


def test_an_exact_interval_by_hand() -> None:
    # none of ten: the upper bound solves (1 - p)^10 = 0.025
    share = statistics.clopper_pearson(0, 10)
    assert (share.low, share.share) == (0.0, 0.0)
    assert share.high == pytest.approx(1 - 0.025**0.1)


@given(st.integers(1, 300), st.data())
def test_the_exact_interval_holds_the_share(total: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, total))
    share = statistics.clopper_pearson(part, total)
    assert 0 <= share.low <= share.share <= share.high <= 1


def test_survival_curve_of_the_textbook_example() -> None:
    curve = statistics.survival_curve(WEEKS, RELAPSE)
    assert list(curve["day"]) == [0, 6, 7, 10, 13, 16, 22, 23]
    # 18/21; then times 16/17, 14/15, 11/12, 10/11, 6/7, 5/6
    by_hand = np.cumprod([1, 18 / 21, 16 / 17, 14 / 15, 11 / 12, 10 / 11, 6 / 7, 5 / 6])
    assert list(curve["survival"]) == pytest.approx(list(by_hand))
    assert list(curve["at_risk"]) == [21, 21, 17, 15, 12, 11, 7, 6]


def test_survival_interval_by_hand() -> None:
    curve = statistics.survival_curve(WEEKS, RELAPSE)
    s, variance_sum = 18 / 21, 3 / (21 * 18)
    # log-minus-log: S ** exp(± z * sqrt(sum d/(n(n-d))) / log S)
    spread = 1.959963984540054 * math.sqrt(variance_sum) / math.log(s)
    assert curve["low"][1] == pytest.approx(s ** math.exp(-spread))
    assert curve["high"][1] == pytest.approx(s ** math.exp(spread))


@given(st.lists(st.tuples(st.integers(1, 60), st.booleans()), min_size=1, max_size=40))
def test_survival_falls_and_its_interval_holds_it(spells: list[tuple[int, bool]]) -> None:
    days, events = [d for d, _ in spells], [e for _, e in spells]
    curve = statistics.survival_curve(days, events)
    assert curve["survival"].is_monotonic_decreasing
    inside = curve.dropna(subset=["low"])
    assert (inside["low"] <= inside["survival"] + 1e-12).all()
    assert (inside["survival"] <= inside["high"] + 1e-12).all()
    assert curve["events"].sum() == sum(events)


def test_median_time_of_the_textbook_example() -> None:
    found = statistics.median_time(WEEKS, RELAPSE)
    assert (found.median, found.low, found.n, found.events) == (23, 13, 21, 9)
    assert math.isnan(found.high)  # the upper curve never falls to one half


def test_median_time_without_censoring_is_the_sample_median() -> None:
    assert statistics.median_time([1, 2, 3, 4, 5], [1] * 5).median == 3


def test_median_not_reached_is_missing() -> None:
    assert math.isnan(statistics.median_time([5, 6, 7, 8], [1, 0, 0, 0]).median)


def test_log_rank_of_the_textbook_example() -> None:
    days = WEEKS + PLACEBO
    events = RELAPSE + [1] * len(PLACEBO)
    group = ["drug"] * len(WEEKS) + ["placebo"] * len(PLACEBO)
    found = statistics.log_rank(days, events, group)
    # observed 9, expected 19.25, variance 6.2570: (9 - 19.25)^2 / 6.257 = 16.79 (Collett 2015)
    assert found.statistic == pytest.approx(16.79, abs=0.01)
    assert found.p_value < 1e-4


def test_log_rank_needs_two_groups() -> None:
    with pytest.raises(ValueError, match="at least two groups"):
        statistics.log_rank([1, 2], [1, 1], ["a", "a"])


def test_fisher_exact_by_hand() -> None:
    found = statistics.fisher_exact([[3, 1], [1, 3]])
    # tea tasting: P(table) = 16/70, extremer 1/70, both sides doubled: 34/70
    assert found.p_value == pytest.approx(34 / 70)
    assert found.low < 1 < found.ratio < found.high


def test_fisher_exact_interval_holds_one_when_rows_agree() -> None:
    found = statistics.fisher_exact([[4, 4], [4, 4]])
    assert found.ratio == pytest.approx(1)
    assert found.p_value == pytest.approx(1)


@pytest.mark.parametrize("table", [[[1, 2, 3], [1, 2, 3]], [[-1, 2], [3, 4]], [[1], [2]]])
def test_fisher_exact_refuses_other_tables(table: list[list[int]]) -> None:
    with pytest.raises(ValueError, match="2 × 2"):
        statistics.fisher_exact(table)


def test_a_result_is_printed_in_words_line_by_line() -> None:
    assert repr(statistics.wilson(5, 10)).splitlines() == [
        "A share of `total` units with a two-sided interval; all bounds lie between 0 and 1.",
        "successes    5",
        "total        10",
        "share        0.5",
        "low          0.23659",
        "high         0.76341",
        "kind         95 % Wilson score interval",
    ]
