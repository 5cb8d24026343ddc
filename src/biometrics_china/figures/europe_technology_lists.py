"""Figures on lists: bodies listed over time and taken off, and by technology."""

from __future__ import annotations

import textwrap
from typing import Any

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.figures import marks, narrow, shapes, style
from biometrics_china.figures.meanings import PLACE

#: rows of the lower panel → their marks
_OTHERS = {"European Union": "o", "United Kingdom": "s", "Canada": "D"}
_START = pd.Timestamp("2019-04-01")


def steps(frame: pd.DataFrame) -> Figure:
    """Draw `lists.cumulative`: a step line for the United States, below a row for each of the others.

    The line ends on the last day of the frame. A body that left every list has a mark and its name; in
    the rows a mark is a day on which bodies came on a first list, with their number or the one's name;
    it is hollow where the ground is not surveillance.
    """
    figure, (above, below) = style.canvas(style.COLUMN, 4.8, rows=2, height_ratios=(3, 1.3))
    end = pd.to_datetime(frame["date"]).max()
    for axes in (above, below):
        style.bare(axes, grid="y" if axes is above else None)
        axes.set_xlim(_START, end + pd.DateOffset(months=3))  # type: ignore[arg-type]
        axes.xaxis.set_major_locator(mdates.YearLocator())
        axes.xaxis.set_major_formatter(mdates.DateFormatter("%Y"))
    part = frame[frame["country"].eq("United States")]
    above.step(
        [_START, *pd.to_datetime(part["date"])], [0, *part["bodies"]], where="post",
        color=PLACE["United States"], linewidth=1.8,
    )  # fmt: skip
    _ends(above, part)
    above.set_ylim(0, 1.12 * frame["bodies"].max())
    above.set_title("United States: bodies put on at least one list", loc="left", fontsize=10)
    for y, country in enumerate(_OTHERS):
        _row(below, y, frame[frame["country"].eq(country) & frame["came"].ne("")])
    shapes.rows(below, list(_OTHERS), ends=(0.6, 0.5))
    below.set_title("The others: bodies put on a list, by day", loc="left", fontsize=10)
    return figure


def _row(axes: Axes, y: int, part: pd.DataFrame) -> None:
    axes.axhline(y, color=style.RULE, linewidth=0.6, zorder=0)
    for row in marks.each(axes, part, "{country}, {date}: {came}"):
        day = mdates.date2num(pd.Timestamp(row["date"]))
        mark, color = _OTHERS[row["country"]], PLACE[row["country"]]
        over_rights = row["over_rights"]
        shapes.put(axes, day, y, mark, color, filled=over_rights, markersize=8, mew=1.6)
        names = row["came"].split("; ")
        words = names[0] if len(names) == 1 else f"{len(names)} more"
        words += ", on another ground" * (not over_rights)
        words = narrow.either(words, textwrap.fill(words, 16))
        shapes.beside(axes, words, (day, y), left=False)


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
        _note(
            axes,
            row,
            text,
            narrow.either(-30, -70),
            ha="center",
            va="top",
            fontsize=8.5,
            color=style.INK,
        )


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
