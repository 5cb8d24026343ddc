"""The grid of choices: every combination once, the main one marked, nonsense refused."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china import multiverse
from biometrics_china.figures import multiverse as drawing

CHOICES = {"share_of": {"residents": 200, "adults": 100}, "count": {"low": 10, "high": 20}}


def share(share_of: int, count: int) -> float:
    return count / share_of


def test_every_combination_is_computed_and_the_lowest_comes_first() -> None:
    frame = multiverse.grid(CHOICES, share)
    assert frame["estimate"].tolist() == [0.05, 0.1, 0.1, 0.2]
    assert frame["is_main"].tolist() == [True, False, False, False]
    assert multiverse.spread(frame) == {
        "main": 0.05, "lowest": 0.05, "highest": 0.2, "middle": 0.1, "n": 4.0,
        "distinct": 3.0, "below": 0.0,
    }  # fmt: skip


def test_the_choice_that_moves_the_estimate_most_comes_first() -> None:
    # medians 0.1 and 0.2 by whom the share is of, 0.075 and 0.225 by the count
    found = multiverse.influence(
        multiverse.grid({**CHOICES, "count": {"low": 10, "high": 30}}, share)
    )
    assert found.to_dict() == pytest.approx({"count": 0.15, "share_of": 0.1})
    assert found.index[0] == "count"
    # a reader sees what is measured: no heading of the output is a word of the code
    assert (found.index.name, found.name) == ("choice", "how far the median estimate moves")


def test_a_combination_without_meaning_is_left_out() -> None:
    def only_low(share_of: int, count: int) -> float | None:
        return None if count == 20 else count / share_of

    assert len(multiverse.grid(CHOICES, only_low)) == 2


def test_bounds_are_kept_and_must_hold_the_estimate() -> None:
    frame = multiverse.grid({"a": {"one": 1}}, lambda a: (a, 0.5, 2.0))
    assert (frame["low"][0], frame["high"][0]) == (0.5, 2.0)
    assert math.isnan(multiverse.grid({"a": {"one": 1}}, lambda a: float(a))["low"][0])
    with pytest.raises(ValueError, match="outside its bounds"):
        multiverse.grid({"a": {"one": 1}}, lambda a: (a + 2.0, 0.5, 2.0))


def test_an_empty_grid_and_a_main_reading_without_meaning_are_refused() -> None:
    with pytest.raises(ValueError, match="each choice an option"):
        multiverse.grid({"a": {}}, lambda a: float(a))
    with pytest.raises(ValueError, match="cannot be named estimate"):
        multiverse.grid({"estimate": {"one": 1}}, lambda estimate: float(estimate))
    with pytest.raises(ValueError, match="the main combination"):
        multiverse.grid(CHOICES, lambda share_of, count: None if count == 10 else float(share_of))


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=8, unique=True))
def test_the_spread_holds_the_main_estimate(values: list[float]) -> None:
    frame = multiverse.grid({"a": {str(v): v for v in values}}, lambda a: a)
    found = multiverse.spread(frame)
    assert found["lowest"] <= found["main"] <= found["highest"]
    assert found["lowest"] <= found["middle"] <= found["highest"]
    assert frame["estimate"].is_monotonic_increasing


def test_the_drawing_shows_each_reading_and_each_option() -> None:
    figure = drawing.chart(multiverse.grid(CHOICES, share), label="share", text=str)
    upper, lower = figure.axes
    assert sum(len(line.get_xdata()) for line in upper.lines) == 4
    names = [label.get_text() for label in lower.get_yticklabels()]
    assert names == ["SHARE OF", "residents", "adults", "COUNT", "low", "high"]


def test_a_choice_that_changes_nothing_is_named() -> None:
    found = multiverse.grid(
        {**CHOICES, "colour": {"red": 1, "blue": 2}},
        lambda colour, **others: share(**others) + 0 * colour,
    )
    assert multiverse.idle(found) == ("colour",)
    assert multiverse.idle(multiverse.grid(CHOICES, share)) == ()
    assert multiverse.idle(multiverse.grid({"a": {"one": 1, "two": 1}}, lambda a: float(a))) == (
        "a",
    )
    only = multiverse.grid({"a": {"two": 2, "one": 1}}, lambda a: float(a))
    assert (multiverse.idle(only), multiverse.spread(only)["below"]) == ((), 1.0)
