"""Figures on how usual work with Chinese partners was, and on sets of pictures that were withdrawn."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.figures import marks, narrow, shapes, style
from biometrics_china.figures.meanings import PLACE


def rates(frame: pd.DataFrame) -> Figure:
    """Draw `base_rate.of_package`: share of all papers with its bounds, and of those with a partner."""
    figure, (left, right) = style.canvas(
        style.WIDE, 0.3 * len(frame) + 1.4, columns=2, width_ratios=(1.5, 1)
    )
    for axes in (left, right):
        style.bare(axes, grid="x")
    _shares(left, frame)
    _among_partners(right, frame)
    return figure


_SAID = "{country}: {papers_china} of {papers} papers with a Chinese partner, {share:1%}"


def _shares(axes: Axes, frame: pd.DataFrame) -> None:
    for y, row in enumerate(marks.each(axes, frame, _SAID)):
        low, high = 100 * row["low"], 100 * row["high"]
        axes.plot([low, high], [y, y], color=style.PALE_BLUE, linewidth=3, solid_capstyle="butt")
        axes.plot(100 * row["share"], y, "o", color=style.BLUE, markersize=6)
        words = f"{row['papers_china']} of {row['papers']}"
        look = {"fontsize": 8.5, "color": style.MUTED, "annotation_clip": False}
        shapes.note(axes, words, (100 * frame["high"].max(), y), (10, 0), **look)
    words = "bar: the least and the most\nif papers were taken in error"
    left, down = narrow.either((0.4, 0.66), (0.16, 0.76))
    at = (left * 100 * frame["high"].max(), down * len(frame))
    shapes.note(axes, words, at, (0, 0), fontsize=8.5, color=style.BLUE)
    shapes.rows(axes, frame["country"], ends=(0.6, 0.5), room=16, above=False)
    axes.set_xlim(-1.5, 100 * frame["high"].max() + 1.5)
    axes.set_title("of all papers", loc="left", fontsize=10)
    axes.set_xlabel("per cent with a Chinese partner")


def _among_partners(axes: Axes, frame: pd.DataFrame) -> None:
    weight = 100 * frame["weight"].iloc[0]
    axes.axvline(weight, color=PLACE["China"], linestyle="--", linewidth=1.2)
    look: dict[str, Any] = {"color": style.BLUE, "markersize": 5}
    spots = axes.plot(100 * frame["share_abroad"], range(len(frame)), "D", **look)
    said = "{country}: {papers_china} of {papers_abroad} papers with any partner abroad"
    marks.tell(spots, frame, f"{said}, {{share_abroad:1%}}")
    look = {"fontsize": 8.5, "color": PLACE["China"], "ha": "right"}
    shapes.note(
        axes, "China's share of\nthe world's papers", (weight, len(frame) - 2.5), (-5, 0), **look
    )
    if narrow.is_on():
        shapes.rows(axes, frame["country"], room=16, above=False)
    else:
        axes.set_yticks([])
        axes.set_ylim(len(frame) - 0.5, -0.6)
    axes.set_xlim(-2, 100 * frame["share_abroad"].max() + 4)
    axes.set_title("of papers with any partner abroad", loc="left", fontsize=10)
    axes.set_xlabel("per cent")


def uses(frame: pd.DataFrame) -> Figure:
    """Draw `training_sets.uses`: papers a year, those that used the set filled, a panel a set."""
    names = list(dict.fromkeys(frame["name"]))
    figure, panels = style.canvas(style.COLUMN, 3.3, columns=len(names), tall=4.8, sharey=True)
    for axes, name in zip(panels, names, strict=True):
        part = frame[frame["name"].eq(name)]
        style.bare(axes, grid="y")
        rest = part["examined"] - part["used"]
        said = "{name}, {year:year}: {used} of {examined} papers used the set"
        marks.tell(axes.bar(part["year"], part["used"], width=0.7, color=style.BLUE), part, said)
        edge: dict[str, Any] = {"color": style.PAPER, "edgecolor": style.FAINT, "linewidth": 0.8}
        bars = axes.bar(part["year"], rest, bottom=part["used"], width=0.7, **edge)
        marks.tell(bars, part, said)
        for year, used, examined in part[["year", "used", "examined"]].to_numpy():
            words, look = f"{used} of {examined}", {"fontsize": 8, "color": style.MUTED}
            shapes.note(axes, words, (year, examined), (0, 7), ha="center", **look)
        axes.axvline(2019.5, color=style.INK, linestyle="--", linewidth=1.2)
        axes.set_title(name, loc="left", fontsize=10)
        axes.set_xticks(part["year"])
    shapes.note(
        panels[0],
        "withdrawn\nin 2019",
        (2019.5, 1.1 * frame["examined"].max()),
        (-4, 0),
        fontsize=8.5,
        color=style.INK,
        ha="right",
    )
    panels[0].set_ylim(0, 1.2 * frame["examined"].max())
    panels[0].set_ylabel("papers examined")
    handles = [
        shapes.mark("s", style.BLUE, "used the set or one made from it"),
        shapes.mark("s", style.FAINT, "cited it, or use not clear", filled=False),
    ]
    figure.legend(handles=handles, loc="outside upper left", ncols=2, fontsize=9)
    return figure
