"""Figures on papers: from publication to retraction, and work with bodies later listed."""

from __future__ import annotations

import textwrap
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china import tables
from biometrics_china.figures import shapes, style


def spans(frame: pd.DataFrame) -> Figure:
    """Draw `retractions.spans`: a line a paper from publication to what happened to it."""
    figure, (axes,) = style.canvas(style.COLUMN, 0.3 * len(frame) + 1.2)
    style.bare(axes, grid="x")
    for y, row in enumerate(frame.to_dict("records")):
        _span(axes, y, row)
    shapes.rows(axes, frame["label"], ends=(0.7, 0.5))
    axes.set_xlim(2014.5, 2025)
    axes.set_xticks(range(2015, 2026, 2))
    handles = [
        shapes.mark("o", style.MUTED, "published"),
        shapes.mark("X", style.BLUE, "retracted"),
        shapes.mark("X", style.BLUE, "retracted by then", filled=False),
        shapes.mark("D", style.SAND, "under concern"),
        shapes.mark("X", style.ORANGE, "author at a European body"),
    ]
    figure.legend(handles=handles, loc="outside upper left", ncols=3, fontsize=8.5)
    return figure


def _span(axes: Axes, y: int, row: Mapping[Hashable, Any]) -> None:
    color = style.ORANGE if row["is_european"] else style.BLUE
    marker = "D" if row["status"] == "concern" else "X"
    if row["status"] == "concern":
        color = style.SAND
    end = row["end"] if pd.notna(row["end"]) else None
    if end is None:
        axes.plot([row["start"], row["start"] + 0.8], [y, y], color=style.RULE, linestyle=":")
    else:
        axes.plot([row["start"], end], [y, y], color=color, linewidth=1.4)
        face = style.PAPER if row["date_kind"] == "by" else color
        axes.plot(end, y, marker=marker, color=color, markerfacecolor=face, markersize=8)
    axes.plot(row["start"], y, marker="o", color=style.MUTED, markersize=5)


def listed(frame: pd.DataFrame) -> Figure:
    """Draw `listed.work`: the year of each link, and the day on which its Chinese body was listed."""
    figure, (axes,) = style.canvas(style.WIDE, 0.42 * len(frame) + 1.3)
    style.bare(axes, grid="x")
    for y, row in enumerate(frame.to_dict("records")):
        start, day = row["start"] + 0.5, tables.decimal_year(row["listed"])
        axes.plot([start, day], [y, y], color=style.RULE, linewidth=1.4)
        axes.plot(start, y, marker="o", color=style.BLUE, markersize=8)
        axes.plot(day, y, marker="|", color=style.ORANGE, markersize=18, markeredgewidth=2.4)
    shapes.rows(axes, [_wrapped(s) for s in frame["subject"]], ends=(0.6, 0.5), fontsize=8.5)
    axes.set_xlim(2016.5, 2021)
    axes.set_xticks(range(2017, 2022))
    handles = [
        shapes.mark("o", style.BLUE, "first year of the work or paper"),
        shapes.mark("|", style.ORANGE, "first listing of the Chinese body"),
    ]
    figure.legend(handles=handles, loc="outside upper left", ncols=2, fontsize=9)
    return figure


def _wrapped(words: str, width: int = 52) -> str:
    return "\n".join(textwrap.wrap(words, width))
