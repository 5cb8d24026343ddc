"""Known answers and properties of the intervals and tests."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china import statistics


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
def test_an_interval_refuses_what_is_no_proportion(successes: int, total: int) -> None:
    with pytest.raises(ValueError, match="0 <= successes <= total"):
        statistics.wilson(successes, total)


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


def test_a_test_is_registered_with_what_it_asks() -> None:
    before = len(statistics.MADE)

    @statistics.makes_test("sign test", "Is it more often up than down?")
    def ups(found: list[int]) -> int:
        return sum(x > 0 for x in found)

    made = statistics.MADE.pop()
    assert len(statistics.MADE) == before
    assert ups([1, -1, 2]) == 2
    assert (made.asks, made.test, made.module) == (
        "Is it more often up than down?", "sign test", __name__,
    )  # fmt: skip
