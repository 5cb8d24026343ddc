"""Figures on lists: bodies listed over time and taken off, and by technology."""

from __future__ import annotations

import textwrap
from typing import Any

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.figures import marks, shapes, style
from biometrics_china.figures.meanings import PLACE

_DASHES = {"United States": "-", "European Union": "-", "United Kingdom": "--", "Canada": ":"}
#: the lines of one height are drawn so far apart, in bodies
_APART = 0.12
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
    others = [c for c in _DASHES if c != "United States"]
    for shift, country in enumerate(others):
        _line(below, frame, country, shift=_APART * (shift - 1))
    _named(below, frame, others)
    above.set_ylim(0, 1.12 * frame["bodies"].max())
    above.set_title("United States: bodies put on at least one list", loc="left", fontsize=10)
    most = frame.loc[frame["country"].isin(others), "bodies"].max()
    below.set_ylim(0, most + 1.5)
    below.set_yticks(range(most + 2))
    below.set_title("European Union, United Kingdom, Canada", loc="left", fontsize=10)
    return figure


def _line(axes: Axes, frame: pd.DataFrame, country: str, shift: float = 0.0) -> None:
    part = frame[frame["country"].eq(country)]
    days = [_START, *pd.to_datetime(part["date"])]
    values = [0, *part["bodies"]]
    look: dict[str, Any] = {"color": PLACE[country], "linestyle": _DASHES[country]}
    look["linewidth"] = 2.4 if country == "Canada" else 1.8  # its colour is light
    axes.step(days, [v + shift for v in values], where="post", label=country, **look)


def _named(axes: Axes, frame: pd.DataFrame, countries: list[str]) -> None:
    """Write the names of the countries above their last steps; equal ends share one place."""
    steps = frame[frame["bodies"].diff().ne(0) | frame["country"].ne(frame["country"].shift())]
    ends = steps[steps["country"].isin(countries)].groupby("country", sort=False).last()
    for height, part in ends.groupby("bodies"):
        words = ", ".join(country for country in countries if country in part.index)
        day = pd.Timestamp(part["date"].max())
        shapes.note(axes, words, (day, height), (4, 9), fontsize=8.5)


def _ends(axes: Axes, part: pd.DataFrame) -> None:
    """Write the totals at the end of the line, and mark the days on which bodies left all lists."""
    last = part.iloc[-1]
    totals = f"{last['bodies']} put on a list, {last['standing']} of them still on one"
    _note(axes, last, totals, 6, ha="right", color=style.INK)
    gone = part[part["left"].ne("")]
    said = "{date}: off every list: {left}"
    for (_, row), _ in zip(gone.iterrows(), marks.each(axes, gone, said), strict=True):
        day = mdates.date2num(pd.Timestamp(row["date"]))
        axes.scatter([day], [row["bodies"]], marker="v", color=style.INK, s=55, zorder=3)
        text = textwrap.fill(f"off every list: {row['left']}", 30)
        _note(axes, row, text, -30, ha="center", va="top", fontsize=8.5, color=style.INK)


def _note(axes: Axes, row: pd.Series, text: str, rise: int, **look: Any) -> None:
    """Write `text` `rise` points above the line on the day of `row`, on paper, so no grid shows."""
    ground = {"facecolor": style.PAPER, "edgecolor": "none", "pad": 1.0}
    look = {"va": "baseline", "fontsize": 10, "bbox": ground, **look}
    shapes.note(axes, text, (pd.Timestamp(row["date"]), row["bodies"]), (0, rise), **look)


def technologies(frame: pd.DataFrame) -> Figure:
    """Draw `lists.by_technology` as bars, the United States and the others apart."""
    parts = {"us": "United States", "others": "European Union, United Kingdom, Canada"}
    colours = (PLACE["United States"], PLACE["Several countries"])
    return shapes.two_part_bars(frame, parts, "listed bodies", colours)
