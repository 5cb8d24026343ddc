"""Drawings of the operation of 2021: its course, and how long those found had been apart."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from biometrics_china.analysis.trafficking.operation import SINCE
from biometrics_china.figures import marks, shapes, style

_START = pd.Timestamp(SINCE)


def within_year(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `analysis.trafficking.operation.within_year`: finds a day, then totals."""
    figure, axes = style.canvas(style.COLUMN, 4.6, 2, 1, sharex=True, height_ratios=[1.0, 1.6])
    _pace(axes[0], frame)
    _totals(axes[1], frame)
    axes[1].set_xlim(*date2num([_START, pd.Timestamp("2022-02-25")]))
    months = pd.date_range("2021-01-01", "2022-01-01", freq="2MS")
    axes[1].set_xticks(months, [f"{m:%b}" for m in months[:-1]] + ["Jan"])
    return figure


def _pace(axes: Axes, frame: pd.DataFrame) -> None:
    style.bare(axes)
    axes.set_title("People found a day, between reports")
    starts = [_START, *frame["day"][:-1]]
    words = "Found in the time up to {as_of}: {per_day:,.0f} a day"
    for start, row in zip(starts, marks.each(axes, frame, words), strict=True):
        days = (row["day"] - start).days
        axes.bar(
            start,
            row["per_day"],
            width=row["day"] - start,
            align="edge",
            color=style.PALE_BLUE,
            edgecolor=style.PAPER,
            linewidth=1.0,
        )
        if days >= 20:
            shapes.note(
                axes,
                f"{row['per_day']:.0f}",
                (start + (row["day"] - start) / 2, row["per_day"]),
                (0, 3),
                ha="center",
                va="baseline",
            )
    axes.set_yticks([])
    axes.set_ylim(0, frame["per_day"].max() * 1.22)


def _totals(axes: Axes, frame: pd.DataFrame) -> None:
    style.bare(axes, grid="y")
    axes.set_title("Since 1 January: people found, and old trafficking cases solved")
    for column, ids, floors, colour, mark, dash in (
        ("found", "id", "is_floor", style.BLUE, "o", "solid"),
        ("cases_solved", "cases_id", "is_floor_of_cases", style.ORANGE, "s", (0, (4, 1.5))),
    ):
        words = "found" if column == "found" else "cases solved"
        days, values = [_START, *frame["day"]], [0, *frame[column]]
        axes.plot(days, values, color=colour, linestyle=dash, linewidth=1.8)
        said = f"[{{{floors}:more than}} ]{{{column}}} {words} by {{as_of}}"
        for row in marks.each(axes, frame, said, f"reunion_counts/{{{ids}}}"):
            place = (axes, row["day"], row[column], mark, colour)
            if row[floors]:
                shapes.bound(*place, "up", markersize=5)
            else:
                shapes.put(*place, filled=True, markersize=5)
        last = frame.iloc[-1]
        more = "more than " if last[floors] else ""
        shapes.note(
            axes,
            f"{more}{last[column]:,}\n{words}",
            (last["day"], last[column]),
            (8, 0 if column == "found" else 8),
            color=colour,
            fontweight="semibold",
            fontsize=10,
        )
    axes.set_yticks([0, 5000, 10000], ["0", "5,000", "10,000"])
    axes.set_ylim(-300, 12000)


def apart(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `analysis.trafficking.operation.late`: finds up to September, and later."""
    figure, (axes,) = style.canvas(style.COLUMN, 0.62 * len(frame) + 0.7)
    style.bare(axes, bottom=False)
    for part, colour, mark, shift, label in (
        ("early", style.BLUE, "o", -0.17, "found up to 21 September"),
        ("late", style.ORANGE, "s", 0.17, "found after that, in the year"),
    ):
        places = frame.index + shift
        shares = axes.plot(
            frame[f"{part}_share"], places, mark, color=colour, markersize=7, label=label
        )
        said = f"Apart {{band}}, {label}: {{{part}}}, {{{part}_share:1%}} of those stated"
        marks.tell(shares, frame, said)
        for y, row in zip(places, frame.to_dict("records"), strict=True):
            words = f"{shapes.per_cent(row[f'{part}_share'], 1)}   {row[part]:,}"
            shapes.note(axes, words, (row[f"{part}_share"], y), (9, 0))
    shapes.rows(axes, frame["band"], ends=(0.5, 0.5), room=34)
    axes.set_xlim(-0.01, 0.68)
    axes.set_xticks([])
    axes.axvline(0, color=style.MUTED, linewidth=0.8)
    figure.legend(loc="outside upper left", ncols=2)
    return figure
