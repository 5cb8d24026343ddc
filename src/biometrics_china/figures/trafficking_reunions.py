"""Drawings of the reunions by DNA over time and of what samples yield."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from biometrics_china.analysis.trafficking import reunions as analysis
from biometrics_china.figures import marks, shapes, style
from biometrics_china.numbers import printed

#: where the pace before the total of 2019 and after it is written: day and height
_PLACES = (("2014-09-01", 2350), ("2020-10-01", 7300))


_WORDS = "[{is_floor:More than} ]{value:many person/people} matched by {as_of}"


def reunions(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `analysis.trafficking.reunions.total`, with the pace of each stretch."""
    figure, (axes,) = style.canvas(style.COLUMN, 4.0)
    style.bare(axes, grid="y")
    axes.plot(frame["day"], frame["value"], color=style.BLUE, linewidth=1.6, zorder=2)
    for row in marks.each(axes, frame, _WORDS):
        axes.plot([row["first"], row["last"]], [row["value"]] * 2, color=style.BLUE, linewidth=4)
        place = (axes, row["day"], row["value"], "o", style.BLUE)
        if row["is_floor"]:
            shapes.bound(*place, "up", markersize=6)
        else:
            shapes.put(*place, filled=True, markersize=6)
    _paces(axes, analysis.pace())
    for back in (-1, -2, -3):
        last = frame.iloc[back]
        shapes.note(
            axes,
            ("more than " if last["is_floor"] else "") + f"{last['value']:,.0f}",
            (last["day"], last["value"]),
            (-9, 7),
            ha="right",
            fontweight="semibold",
            va="baseline",
            fontsize=10,
        )
    axes.set_ylim(0, 12000)
    axes.set_yticks(range(0, 12001, 3000), [f"{v:,}" for v in range(0, 12001, 3000)])
    axes.set_xlim(*date2num([pd.Timestamp("2008-11-01"), pd.Timestamp("2022-06-01")]))
    axes.set_ylabel("people matched since April 2009")
    _key(figure)
    return figure


def _paces(axes: Axes, table: pd.DataFrame) -> None:
    """Write the pace of each stretch beside the line, with the bounds that its dates leave."""
    for (day, height), row in zip(_PLACES, table.to_dict("records"), strict=True):
        low, high = (printed(row[end], bound=end) for end in ("low", "high"))
        words = f"{row['per_year']:,.0f} a year\n({low} to {high})"
        is_last = day == _PLACES[-1][0]
        shapes.note(
            axes,
            words,
            (pd.Timestamp(day), height),
            (0, 0),
            va="top",
            color=style.INK if is_last else style.MUTED,
            fontweight="semibold" if is_last else "normal",
        )


def _key(figure: Figure) -> None:
    axes = figure.axes[0]
    keys = [
        axes.plot([], [], "o", color=style.BLUE, markersize=6, label="printed total")[0],
        axes.plot(
            [],
            [],
            "o",
            color=style.BLUE,
            markerfacecolor=style.PAPER,
            markeredgewidth=1.5,
            markersize=6,
            label="open, with an arrow: more than this total",
        )[0],
        axes.plot([], [], color=style.BLUE, linewidth=4, label="days the date can mean")[0],
    ]
    figure.legend(handles=keys, loc="outside upper left", ncols=3, columnspacing=1.4)


def yields(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `analysis.trafficking.samples.yields`, one line a scheme, on a log scale.

    An upper limit is an open mark without an interval, and an arrow to the lower side.
    """
    figure, (axes,) = style.canvas(style.COLUMN, 0.5 * len(frame) + 0.9)
    style.bare(axes, grid="x")
    said = "{scheme}, {will}: {matched} matched of [{is_limit:more than} ]{sampled} sampled"
    colours = {"must be sampled": (style.ORANGE, "s"), "of their own will": (style.GREEN, "o")}
    for y, row in enumerate(marks.each(axes, frame, said)):
        colour, mark = colours.get(row["will"], (style.BLUE, "D"))
        most, more = ("at most ", "more than ") if row["is_limit"] else ("", "")
        place = (axes, row["share"], y, mark, colour)
        if row["is_limit"]:
            shapes.bound(*place, "left", markersize=8)
        else:
            shapes.put(*place, filled=True, markersize=8)
        share = shapes.per_cent(row["share"], 1, bound="high" if row["is_limit"] else "")
        words = f"{most}{share}   {row['matched']:,} of {more}{row['sampled']:,}"
        shapes.note(axes, words, (row["share"], y), (9, 0))
    axes.set_xscale("log")
    axes.set_xlim(0.004, 1)
    axes.set_xticks([0.005, 0.01, 0.02, 0.05], ["0.5 %", "1 %", "2 %", "5 %"])
    axes.minorticks_off()
    shapes.rows(
        axes,
        [f"{s}\n{w}" for s, w in zip(frame["scheme"], frame["will"], strict=True)],
        ends=(0.5, 0.5),
    )
    axes.set_xlabel("matched, of all sampled (logarithmic scale)")
    return figure
