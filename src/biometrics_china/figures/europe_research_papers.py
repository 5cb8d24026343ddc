"""Figures on papers: from publication to retraction, and work with partners that were listed."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from biometrics_china import tables
from biometrics_china.figures import marks, shapes, style
from biometrics_china.figures.meanings import PLACE


def spans(frame: pd.DataFrame) -> Figure:
    """Draw `retractions.spans`: a line a paper from publication to what happened to it."""
    figure, (axes,) = style.canvas(style.COLUMN, 0.3 * len(frame) + 1.2)
    style.bare(axes, grid="x")
    words = tables.vocabulary("paper_status")
    for y, row in enumerate(marks.each(axes, frame, lambda row: _paper(row, words))):
        _span(axes, y, row)
    shapes.rows(axes, frame["label"], ends=(0.7, 0.5))
    axes.set_xlim(2014.5, 2025)
    axes.set_xticks(range(2015, 2026, 2))
    handles = [
        shapes.mark("o", style.MUTED, "published"),
        shapes.mark("X", PLACE["China"], "retracted"),
        shapes.mark("X", PLACE["China"], "retracted by then", filled=False),
        shapes.mark("D", style.SAND, "under concern"),
        shapes.mark("X", PLACE["Europe"], "author at a European body"),
        Line2D([], [], color=style.FAINT, linestyle=":", label="day of retraction not seen"),
    ]
    figure.legend(handles=handles, loc="outside upper left", ncols=3, fontsize=8.5)
    return figure


def _paper(row: marks.Row, words: Mapping[str, str]) -> str:
    end = row["end"]
    since: str = f" in {math.floor(end)}" if pd.notna(end) else ""
    status = words[row["status"]].lower()
    return f"{row['label']}, {row['journal']}, {math.floor(row['start'])}: {status}{since}"


def _span(axes: Axes, y: int, row: Mapping[Hashable, Any]) -> None:
    color = PLACE["Europe"] if row["is_european"] else PLACE["China"]
    marker = "D" if row["status"] == "concern" else "X"
    if row["status"] == "concern":
        color = style.SAND
    end = row["end"] if pd.notna(row["end"]) else None
    if end is None:
        axes.plot([row["start"], row["start"] + 0.8], [y, y], color=style.FAINT, linestyle=":")
    else:
        axes.plot([row["start"], end], [y, y], color=color, linewidth=1.4)
        face = style.PAPER if row["date_kind"] == "by" else color
        axes.plot(end, y, marker=marker, color=color, markerfacecolor=face, markersize=8)
    axes.plot(row["start"], y, marker="o", color=style.MUTED, markersize=5)


def listed(frame: pd.DataFrame) -> Figure:
    """Draw `listed.partners`: the known time of the work, and the day of the first listing."""
    figure, (axes,) = style.canvas(style.WIDE, 0.5 * len(frame) + 1.3)
    style.bare(axes, grid="x")
    said = "{name}: work from {start} to {end}, listed on {listed}. {subject}"
    for y, row in enumerate(marks.each(axes, frame, said, "entities/{body}")):
        start, end, day = (tables.decimal_year(row[k]) for k in ("start", "end", "listed"))
        axes.plot([start, end], [y, y], color=style.BLUE, linewidth=2.4)
        axes.plot([start, end], [y, y], "o", color=style.BLUE, markersize=6)
        axes.plot(
            day, y, marker="|", color=PLACE["United States"], markersize=20, markeredgewidth=2.6
        )
    labels = [shapes.fold(f"{r['name']}: {r['subject']}", 56) for r in frame.to_dict("records")]
    shapes.rows(axes, labels, ends=(0.6, 0.5), fontsize=8.5)
    axes.set_xlim(2012.5, 2022.5)
    axes.set_xticks(range(2013, 2023))
    handles = [
        shapes.mark("o", style.BLUE, "first and last date of the documented work"),
        shapes.mark(
            "|", PLACE["United States"], "first American listing of the partner or a part of it"
        ),
    ]
    figure.legend(handles=handles, loc="outside upper left", ncols=2, fontsize=9)
    return figure
