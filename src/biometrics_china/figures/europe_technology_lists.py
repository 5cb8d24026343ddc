"""Figures on lists: bodies listed over time and taken off, and by technology."""

from __future__ import annotations

import textwrap
from typing import Any

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.figures import shapes, style

_LOOK = {
    "United States": (style.BLUE, "-"),
    "European Union": (style.ORANGE, "-"),
    "United Kingdom": (style.PURPLE, "--"),
    "Canada": (style.GREEN, ":"),
}
_START = pd.Timestamp("2019-04-01")


def steps(frame: pd.DataFrame) -> Figure:
    """Draw `lists.cumulative`: the United States above, the others on a scale of their own.

    The lines end on the last day of the frame. A body that left every list has a mark and its name.
    """
    figure, (above, below) = style.canvas(style.COLUMN, 4.8, rows=2, height_ratios=(3, 1.4))
    end = pd.to_datetime(frame["date"]).max()
    for axes in (above, below):
        style.bare(axes, grid="y")
        axes.set_xlim(_START, end + pd.DateOffset(months=3))  # type: ignore[arg-type]
        axes.xaxis.set_major_locator(mdates.YearLocator())
        axes.xaxis.set_major_formatter(mdates.DateFormatter("%Y"))
    _line(above, frame, "United States")
    _ends(above, frame[frame["country"].eq("United States")])
    others = [c for c in _LOOK if c != "United States"]
    for shift, country in enumerate(others):
        _line(below, frame, country, shift=0.07 * (shift - 1))
    above.set_ylim(0, 1.12 * frame["bodies"].max())
    above.set_title("United States: bodies put on at least one list", loc="left", fontsize=10)
    most = frame.loc[frame["country"].isin(others), "bodies"].max()
    below.set_ylim(0, most + 1.5)
    below.set_yticks(range(most + 2))
    below.set_title("European Union, United Kingdom, Canada", loc="left", fontsize=10)
    below.legend(loc="upper left", ncols=3, fontsize=8.5)
    return figure


def _line(axes: Axes, frame: pd.DataFrame, country: str, shift: float = 0.0) -> None:
    part = frame[frame["country"].eq(country)]
    days = [_START, *pd.to_datetime(part["date"])]
    values = [0, *part["bodies"]]
    color, dash = _LOOK[country]
    axes.step(
        days, [v + shift for v in values], where="post", color=color, linestyle=dash, label=country
    )


def _ends(axes: Axes, part: pd.DataFrame) -> None:
    """Write the totals at the end of the line, and mark the days on which bodies left all lists."""
    last = part.iloc[-1]
    totals = f"{last['bodies']} put on a list, {last['standing']} of them still on one"
    _note(axes, last, totals, 6, ha="right", color=style.BLUE)
    for _, row in part[part["left"].ne("")].iterrows():
        day = mdates.date2num(pd.Timestamp(row["date"]))
        axes.scatter([day], [row["bodies"]], marker="v", color=style.ORANGE, s=55, zorder=3)
        text = textwrap.fill(f"off every list: {row['left']}", 30)
        _note(axes, row, text, -30, ha="center", va="top", fontsize=8.5, color=style.ORANGE)


def _note(axes: Axes, row: pd.Series, text: str, rise: int, **look: Any) -> None:
    """Write `text` `rise` points above the line on the day of `row`, on paper, so no grid shows."""
    ground = {"facecolor": style.PAPER, "edgecolor": "none", "pad": 1.0}
    look = {"va": "baseline", "fontsize": 10, "bbox": ground, **look}
    shapes.note(axes, text, (pd.Timestamp(row["date"]), row["bodies"]), (0, rise), **look)


def technologies(frame: pd.DataFrame) -> Figure:
    """Draw `lists.by_technology` as bars, the United States and the others apart."""
    parts = {"us": "United States", "others": "European Union, United Kingdom, Canada"}
    return shapes.two_part_bars(frame, parts, "listed bodies")
