"""Figures on arrangements of police: the timeline, the patrols, and Interpol's files."""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from biometrics_china.counts import many
from biometrics_china.figures import marks, narrow, narrow_rows, shapes, style

_COLORS = {
    "active": (style.BLUE, "goes on"),
    "ended": (style.FAINT, "ended"),
    "announced": (style.ORANGE, "announced"),
    "not_read": (style.SAND, "present state not read"),
}


_SAID = "{what}, {place}, since {start:year}"


def timeline(frame: pd.DataFrame) -> Figure:
    """Draw `links.timeline`: a line an arrangement, in groups by kind."""
    rows = len(frame) + 1.3 * frame["kind"].nunique()
    figure, (axes,) = style.canvas(style.WIDE, 0.245 * rows + 1.2)
    style.bare(axes, grid="x")
    y, last = -1.0, ""
    ticks: list[float] = []
    labels: list[str] = []
    heads: dict[int, str] = {}
    for row in marks.each(axes, frame, _SAID):
        y += 1.0 if row["kind"] == last else 2.3
        if row["kind"] != last:
            heads[len(ticks)] = row["kind"]
        if row["kind"] != last and not narrow.is_on():
            _head(axes, y - 0.95, row["kind"])
        last = row["kind"]
        _line(axes, y, row)
        ticks.append(y)
        named = " ◆" if row["biometrics"] == "named" else ""
        labels.append(f"{_brief(row['what'])}, {row['place']}{named}")
    if narrow.is_on():
        narrow_rows.names_above(axes, labels, 15, shapes.GROUND, at=ticks, heads=heads)
        axes.tick_params(axis="x", labeltop=True)
    else:
        axes.set_yticks(ticks, labels, fontsize=8)
        axes.set_ylim(y + 0.8, -0.4)
    axes.set_xlim(1995, 2027)
    axes.set_xticks(range(1995, 2026, 5))
    handles = [
        shapes.mark("o", color, label, filled=status != "announced")
        for status, (color, label) in _COLORS.items()
    ]
    dots = Line2D([], [], color=style.SAND, linestyle=":", linewidth=1.4)
    dots.set_label("dotted: end not known, or not begun")
    handles += [
        dots,
        shapes.mark("D", style.INK, "names biometric or genetic data", markersize=4.5),
    ]
    figure.legend(handles=handles, loc="outside upper left", ncols=3, fontsize=8.5)
    return figure


def _brief(what: str) -> str:
    """Return the words before the first comma, colon or semicolon."""
    return re.split(r"[,:;]", what)[0]


def _head(axes: Axes, y: float, words: str) -> None:
    axes.annotate(
        words, (1995, y), fontsize=9, fontweight="semibold", va="center", annotation_clip=False
    )


def _line(axes: Axes, y: float, row: Mapping[Hashable, Any]) -> None:
    color = _COLORS[row["status"]][0]
    face = style.PAPER if row["status"] == "announced" else color
    start, end = row["start"], row["end"]
    if pd.notna(end) and end - start > 0.15:
        axes.plot([start, end], [y, y], color=color, linewidth=3.2)
    if pd.isna(end):
        axes.plot([start, start + 1.6], [y, y], color=color, linewidth=1.2, linestyle=":")
    axes.plot(start, y, marker="o", color=color, markerfacecolor=face, markersize=6)


_PLACES = {"IT": "Italy", "HR": "Croatia", "RS": "Serbia"}


def _round(row: marks.Row) -> str:
    return f"{_PLACES[row['place']]}, {math.floor(row['when'])}: {many(row['officers'], 'officer')}"


def patrols(frame: pd.DataFrame) -> Figure:
    """Draw `links.patrols`: a mark a round, with the number of Chinese officers in it."""
    shown = frame[frame["place"].isin(_PLACES)]
    figure, (axes,) = style.canvas(style.COLUMN, 1.9)
    style.bare(axes, grid="x")
    names = list(_PLACES)
    for row in marks.each(axes, shown, _round):
        y = names.index(row["place"])
        axes.scatter(row["when"], y, s=260, color=style.PALE_ORANGE)
        shapes.count(axes, row["when"], y, row["officers"], va="center_baseline")
    shapes.rows(axes, list(_PLACES.values()))
    axes.set_xlim(2015.6, 2026.4)
    axes.set_xticks(range(2016, 2027, 2))
    return figure


#: file → colour and mark
_FILES = {
    "DNA profiles": (style.BLUE, "o"),
    "Fingerprints": (style.PURPLE, "s"),
    "Faces": (style.GREEN, "D"),
}


def interpol(frame: pd.DataFrame) -> Figure:
    """Draw `channels.holdings`: contents above, contributing countries below."""
    figure, panels = style.canvas(style.COLUMN, 4.6, rows=2, sharex=True, height_ratios=(1.5, 1))
    counted = frame["measure"].eq("countries that contribute")
    for axes, part, title in zip(
        panels,
        (frame[~counted], frame[counted]),
        ("Profiles, records or images", "Countries that contribute"),
        strict=True,
    ):
        style.bare(axes, grid="y")
        axes.set_title(title, loc="left", fontsize=10)
        for file, look in _FILES.items():
            _series(axes, part[part["file"].eq(file)], *look)
        axes.set_ylim(0, 1.2 * part["value"].max())
    shapes.count_axis(panels[0], "y")
    panels[1].set_xlim(2004, 2024)
    panels[1].set_xticks(range(2004, 2025, 4))
    handles = [
        *(shapes.mark(mark, color, file) for file, (color, mark) in _FILES.items()),
        shapes.mark("o", style.MUTED, "open, with an arrow: a least value", filled=False),
        shapes.mark("X", style.MUTED, "contradicted by another count", filled=False),
    ]
    figure.legend(handles=handles, loc="outside upper left", ncols=2, fontsize=8.5)
    return figure


def _series(axes: Axes, part: pd.DataFrame, color: str, file_mark: str) -> None:
    """Draw the counts of a file: a least value with an arrow, a contradicted one as a cross."""
    used = part[part["is_used"]]
    said = "{file}, {when:year}: [{is_least:more than} ]{value} ({measure})"
    axes.plot(used["when"], used["value"], color=color, linewidth=1.2)
    for row in marks.each(axes, part, said):
        place = (axes, row["when"], row["value"])
        mark = file_mark if row["is_used"] else "X"
        if row["is_least"]:
            shapes.bound(*place, mark, color, "up", markersize=6)
        else:
            shapes.put(*place, mark, color, filled=row["is_used"], markersize=6)
