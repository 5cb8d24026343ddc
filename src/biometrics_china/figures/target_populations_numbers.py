"""Drawings of stated numbers by kind and of the price of a test."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.figures import marks, shapes, style
from biometrics_china.figures.meanings import SOURCE
from biometrics_china.numbers import printed

#: from here on a number stands at the left of its mark
_LARGE = 50_000

_KINDS = {
    "Estimate": "D",
    "Official claim": "o",
    "Capacity": "P",
    "Population base": "X",
    "Target": "^",
    "Count": "s",
}


def stated_numbers(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `events.stated_numbers` on a logarithmic scale, one row a number.

    Each number stands beside its mark, with its kind. A floor is open, with an arrow; a word such as
    “hundreds” is a line between open ends. The scale begins at half of the smallest number.
    """
    figure, (axes,) = style.canvas(style.WIDE, 0.33 * len(frame) + 1.2)
    style.bare(axes, grid="x")
    for y, row in enumerate(marks.each(axes, frame, _stated)):
        mark, (colour, filled) = _KINDS[row["kind"]], _source(row["kind"])
        if row["high"] > row["low"]:
            axes.plot([row["low"], row["high"]], [y, y], color=colour, linewidth=4)
            is_full, ends = not row["in_words"], [row["low"], row["high"]]
            shapes.put(axes, ends, [y, y], mark, colour, filled=is_full, markersize=6)
        elif row["is_floor"]:
            shapes.bound(axes, row["low"], y, mark, colour, "right", markersize=8)
        else:
            shapes.put(axes, row["low"], y, mark, colour, filled=filled, markersize=8)
        is_large = row["low"] >= _LARGE
        end, free = (row["low"], 9) if is_large else (row["high"], 9 + 12 * row["is_floor"])
        shapes.beside(axes, _amount(row), (end, y), left=is_large, free=free)
    axes.set_xscale("log")
    axes.set_xlim(frame["low"].min() / 2, 2e8)
    ticks = [10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]
    axes.set_xticks(
        ticks, ["10", "100", "1,000", "10,000", "100,000", "1 million", "10 million", "100 million"]
    )
    axes.minorticks_off()
    shapes.rows(axes, frame["event"])
    axes.set_xlabel("people (logarithmic scale)")
    return figure


def _source(kind: str) -> tuple[str, bool]:
    return SOURCE[kind.lower().replace(" ", "_")]


def _stated(row: marks.Row) -> str:
    return f"{row['event']}: {_amount(row)}"


def _amount(row: marks.Row) -> str:
    if row["in_words"]:
        return f"in words, here {row['low']:,.0f} to {row['high']:,.0f}, {row['kind'].lower()}"
    low, high = (shapes.in_millions(row[end]) for end in ("low", "high"))
    span = low if low == high else f"{low.removesuffix(' million')} to {high}"
    return f"{'at least ' * row['is_floor']}{span}, {row['kind'].lower()}"


_PRICES = {
    "stated price": ("o", style.BLUE),
    "total divided by tests": ("s", style.ORANGE),
    "kit, for each reaction": ("^", style.GREEN),
}


def test_prices(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `procurement.test_prices` on a logarithmic scale.

    A bound is open, with an arrow.
    """
    figure, (axes,) = style.canvas(style.COLUMN, 0.36 * len(frame) + 1.3)
    style.bare(axes, grid="x")
    for y, row in enumerate(
        marks.each(axes, frame, lambda row: f"{_priced(row)}: {_yuan(row)} yuan")
    ):
        mark, colour = _PRICES[row["kind"]]
        if row["is_floor"] or row["is_ceiling"]:
            side = "right" if row["is_floor"] else "left"
            shapes.bound(axes, row["yuan"], y, mark, colour, side, markersize=8)
        else:
            axes.plot(row["yuan"], y, mark, color=colour, markersize=8)
        is_high = row["yuan"] > 1000
        free = 9 + 12 * (row["is_floor"] and not is_high)
        shapes.beside(axes, _yuan(row), (row["yuan"], y), left=is_high, free=free)
    for kind, (mark, colour) in _PRICES.items():
        axes.plot([], [], mark, color=colour, label=kind, linestyle="none")
    axes.set_xscale("log")
    axes.set_xlim(4, 6000)
    axes.set_xticks([10, 100, 1000], ["10", "100", "1,000"])
    axes.minorticks_off()
    shapes.rows(axes, [_priced(row) for row in frame.to_dict("records")])
    axes.set_xlabel("yuan for each test, sample or reaction (logarithmic scale)")
    figure.legend(loc="outside upper center", ncols=3, fontsize=9, handletextpad=0.2)
    return figure


def _priced(row: Mapping[Hashable, Any]) -> str:
    """Return the name of a row: year, and what was priced."""
    return f"{row['year']}: {row['item'].split(' (')[0]}"


def _yuan(row: Mapping[Hashable, Any]) -> str:
    """Return a price, and whether it is a bound."""
    bound = "low" if row["is_floor"] else "high" if row["is_ceiling"] else ""
    words = {"low": "at least ", "high": "at most "}.get(bound, "")
    return words + printed(row["yuan"], bound=bound)
