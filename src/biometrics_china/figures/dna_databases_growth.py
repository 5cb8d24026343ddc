"""Drawings of the growth of the Chinese database and of shares of the population over time."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.figures import style

_MILLION = 1e6
_MODELS = {
    "power of its age": (style.BLUE, "-", "power of its age: no ceiling"),
    "Gompertz": (style.GREEN, (0, (5, 1.5)), "Gompertz: ceiling above all totals"),
    "logistic": (style.SAND, (0, (1.2, 1.2)), "logistic: ceiling below a total"),
}
_POINTS = {
    "exact": ("o", style.INK, "stated to the unit"),
    "about": ("s", style.ORANGE, "stated as about"),
    "more_than": ("^", style.PURPLE, "stated as more than"),
}
_RECENT = {
    "recent path": (style.BLUE, "-", "line of all totals"),
    "recent path without the last": (style.BLUE, (0, (3, 2)), "without the last"),
}


def growth(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `growth_drawn.curves`: shapes on a log scale, and the recent path."""
    figure, (left, right) = style.canvas(style.WIDE, 4.4, 1, 2)
    style.bare(left, grid="y")
    _curves(left, frame, _MODELS)
    _people(left, frame)
    _points(left, frame)
    left.set_xticks([2010, 2015, 2020, 2025])
    left.set_yscale("log")
    left.set_ylim(1, 320)
    left.set_yticks([1, 3, 10, 30, 100], ["1", "3", "10", "30", "100"])
    left.minorticks_off()
    left.set_title("Shapes of growth, logarithmic scale")
    left.set_ylabel("million records")
    left.legend(loc="lower right", fontsize=8.5)
    style.bare(right, grid="y")
    _curves(right, frame, _RECENT)
    _points(right, frame[frame["year"].ge(2012.9)], named=True)
    right.set_ylim(0, 110)
    right.set_title("The recent path, even scale")
    right.legend(loc="lower right", fontsize=8.5)
    return figure


def _curves(axes: Axes, frame: pd.DataFrame, series: dict[str, tuple[str, Any, str]]) -> None:
    for name, (colour, dash, words) in series.items():
        part = frame[frame["series"].eq(name)]
        axes.plot(
            part["year"], part["value"] / _MILLION, color=colour, linestyle=dash, lw=2, label=words
        )


def _people(axes: Axes, frame: pd.DataFrame) -> None:
    """Draw statements on people as open marks, and the institute's range as a bar."""
    people = frame[frame["series"].eq("people")]
    axes.plot(
        people["year"], people["value"] / _MILLION, "D", color=style.MUTED, markersize=5,
        markerfacecolor=style.PAPER, label="people, counted apart",
    )  # fmt: skip
    span = frame[frame["series"].eq("institute")]
    axes.vlines(
        span["year"], span["low"] / _MILLION, span["high"] / _MILLION, color=style.MUTED,
        linewidth=4, label="an institute's range, people",
    )  # fmt: skip


def _points(axes: Axes, frame: pd.DataFrame, *, named: bool = False) -> None:
    stated = frame[frame["series"].eq("stated")]
    for kind, (mark, colour, words) in _POINTS.items():
        part = stated[stated["qualifier"].eq(kind)]
        axes.vlines(part["year"], part["low"] / _MILLION, part["high"] / _MILLION, color=colour)
        axes.plot(
            part["year"], part["value"] / _MILLION, mark, color=colour, markersize=6.5,
            markeredgecolor=style.PAPER, markeredgewidth=0.6, label=words if named else None,
            zorder=3,
        )  # fmt: skip


_LINES = {
    "China": (style.ORANGE, "-", "D"),
    "United States": (style.BLUE, "-", "o"),
    "United Kingdom": (style.PURPLE, (0, (5, 1.5)), "s"),
    "France": (style.GREEN, (0, (1.5, 1.2)), "^"),
    "Germany": (style.INK, (0, (3, 1, 1, 1)), "v"),
}


def shares(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `sizes.shares`: one line a country, for China one for each definition."""
    figure, (axes,) = style.canvas(style.WIDE, 4.2)
    style.bare(axes, grid="y")
    for country, (colour, dash, mark) in _LINES.items():
        rows = frame[frame["country"].eq(country)]
        groups = [("", rows)] if country != "China" else [
            (" (all records)", rows[rows["metric"].eq("total_records")]),
            (" (people)", rows[rows["metric"].eq("persons")]),
        ]  # fmt: skip
        for words, part in groups:
            line = part.sort_values("year", kind="stable")
            hollow = words == " (people)"
            axes.plot(
                line["year"], 100 * line["share"], color=colour,
                linestyle=(0, (2, 2)) if hollow else dash, marker=mark, markersize=5,
                lw=1.2 if hollow else 2.0,
                markerfacecolor=style.PAPER if hollow else colour, label=f"{country}{words}",
            )  # fmt: skip
    axes.set_ylim(0, 10.5)
    axes.set_yticks([0, 2, 4, 6, 8, 10], ["0", "2", "4", "6", "8", "10 %"])
    axes.set_ylabel("stored, as a share of the population")
    axes.legend(loc="upper left", fontsize=9.5, ncols=2)
    return figure
