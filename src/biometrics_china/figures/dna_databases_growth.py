"""Drawings of the growth of the Chinese database and of shares of the population over time."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.figures import style

_MILLION = 1e6
_MODELS = {
    "constant rate": (style.SAND, (0, (1.2, 1.2))),
    "changing rate": (style.BLUE, "-"),
    "with a ceiling": (style.GREEN, (0, (5, 1.5))),
}
_POINTS = {
    "exact": ("o", style.INK, "stated to the unit"),
    "about": ("s", style.ORANGE, "stated as about"),
    "more_than": ("^", style.PURPLE, "stated as more than"),
}


def growth(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `growth.curves`: shapes on a log scale, and the recent path as a line."""
    figure, (left, right) = style.canvas(style.WIDE, 4.0, 1, 2)
    style.bare(left, grid="y")
    for name, (colour, dash) in _MODELS.items():
        part = frame[frame["series"].eq(name)]
        left.plot(
            part["year"], part["value"] / _MILLION, color=colour, linestyle=dash, lw=2, label=name
        )
    _points(left, frame)
    left.set_yscale("log")
    left.set_ylim(1, 260)
    left.set_yticks([1, 3, 10, 30, 100], ["1", "3", "10", "30", "100"])
    left.minorticks_off()
    left.set_title("Three shapes, logarithmic scale")
    left.set_ylabel("million records")
    left.legend(loc="lower right", fontsize=9)
    style.bare(right, grid="y")
    path = frame[frame["series"].eq("recent path")]
    right.fill_between(
        path["year"],
        path["low"] / _MILLION,
        path["high"] / _MILLION,
        color=style.PALE_BLUE,
        alpha=0.6,
        lw=0,
    )
    right.plot(path["year"], path["value"] / _MILLION, color=style.BLUE, linewidth=2)
    _points(right, frame[frame["year"].ge(path["year"].min())])
    right.set_ylim(0, 110)
    right.set_title("The recent path, even scale")
    right.legend(loc="lower right", fontsize=9)
    return figure


def _points(axes: Axes, frame: pd.DataFrame) -> None:
    stated = frame[frame["series"].eq("stated")]
    is_named = axes.get_ylim() == (0.0, 1.0)
    for kind, (mark, colour, words) in _POINTS.items():
        part = stated[stated["qualifier"].eq(kind)]
        axes.plot(
            part["year"], part["value"] / _MILLION, mark, color=colour, markersize=6.5,
            markeredgecolor=style.PAPER, markeredgewidth=0.6, label=None if is_named else words,
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
