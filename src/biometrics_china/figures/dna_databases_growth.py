"""Drawings of the growth of the Chinese database and of shares of the population over time."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.figures import marks, narrow, shapes, style
from biometrics_china.figures.meanings import PLACE
from biometrics_china.numbers import printed

_MILLION = 1e6
#: curve → colour, dash, words at its end, and how many points they are moved up
_MODELS = {
    "power of its age": (style.BLUE, "-", "power of its age:\nno ceiling", 9),
    "Gompertz": (style.GREEN, (0, (5, 1.5)), "Gompertz: ceiling\nabove all totals", -4),
    "logistic": (style.SAND, (0, (1.2, 1.2)), "logistic: ceiling\nbelow a total", -10),
}
#: curve → the same where a drawing is narrow
_RISES = {"power of its age": 12, "Gompertz": -2, "logistic": -10}
_POINTS = {
    "exact": ("o", style.ORANGE, "stated to the unit"),
    "about": ("s", style.ORANGE, "stated as about"),
    "more_than": ("^", style.ORANGE, "stated as more than: a floor"),
}
_RECENT = {
    "recent path": (style.BLUE, "-", "line of\nall totals", 1),
    "recent path without the last": (style.BLUE, (0, (3, 2)), "without\nthe last", -19),
}


def growth(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `growth_drawn.curves`: shapes on a log scale, and the recent path."""
    figure, (left, right) = style.canvas(style.WIDE, 4.4, 1, 2, tall=7.0)
    style.bare(left, grid="y")
    _curves(left, frame, _MODELS)
    _people(left, frame)
    _points(left, frame)
    first, *_, before, last = frame[frame["series"].eq("stated")].to_dict("records")
    _valued(left, first, (9, 6), "left")
    _valued(right, before, narrow.either((4, -22), (-9, 11)), narrow.either("center", "right"))
    _valued(right, last, (-9, narrow.either(0, 11)), "right")
    left.set_xlim(2007.6, 2032.5)
    left.set_xticks([2010, 2015, 2020, 2025])
    left.set_yscale("log")
    left.set_ylim(0.8, 320)
    left.set_yticks([1, 3, 10, 30, 100], ["1", "3", "10", "30", "100"])
    left.minorticks_off()
    left.set_title("Shapes of growth, logarithmic scale")
    left.set_ylabel("million records")
    style.bare(right, grid="y")
    _curves(right, frame, _RECENT)
    _points(right, frame[frame["year"].ge(2012.9)])
    right.set_xlim(2012.4, 2023.6)
    right.set_xticks(range(2014, 2021, 2))
    right.set_ylim(0, 119)
    right.set_yticks(range(0, 101, 20))
    right.set_title("The recent path, even scale")
    _key(figure)
    return figure


def _curves(axes: Axes, frame: pd.DataFrame, series: dict[str, tuple[str, Any, str, int]]) -> None:
    for name, (colour, dash, words, rise) in series.items():
        part = frame[frame["series"].eq(name)]
        axes.plot(part["year"], part["value"] / _MILLION, color=colour, linestyle=dash, lw=2)
        end = (part["year"].iloc[-1], part["value"].iloc[-1] / _MILLION)
        shift = (6, narrow.either(rise, _RISES.get(name, rise)))
        shapes.note(axes, words, end, shift, fontsize=8.5, linespacing=0.95)


def _valued(axes: Axes, row: dict[Any, Any], shift: tuple[float, float], side: Any) -> None:
    """Write the number and year of a total beside its mark."""
    more = "more than " * (row["qualifier"] == "more_than")
    words = f"{more}{shapes.in_millions(row['value'])}\nin {math.floor(row['year'])}"
    at = (row["year"], row["value"] / _MILLION)
    shapes.note(axes, words, at, shift, ha=side, fontsize=8.5, linespacing=0.95)


def _people(axes: Axes, frame: pd.DataFrame) -> None:
    """Draw statements on people, floors among them, and the institute's range as a bar."""
    for row in marks.each(axes, frame[frame["series"].eq("people")], _count):
        place = (row["year"], row["value"] / _MILLION, "D", style.MUTED)
        if row["qualifier"] == "more_than":
            shapes.bound(axes, *place, "up", markersize=4.5)
        else:
            shapes.put(axes, *place, filled=True, markersize=5)
    span = frame[frame["series"].eq("institute")]
    for row in marks.each(axes, span, "People, an institute's range: {low} to {high}"):
        ends = (row["low"] / _MILLION, row["high"] / _MILLION)
        axes.vlines(row["year"], *ends, color=style.MUTED, linewidth=4)


def _count(row: marks.Row) -> str:
    words = {"more_than": "more than ", "about": "about "}.get(row["qualifier"], "")
    what = "people" if row["series"] == "people" else "records"
    doubted = ", not sure to be a total of the nation" * bool(row["is_doubted"])
    return f"{math.floor(row['year'])}: {words}{printed(row['value'])} {what}{doubted}"


def _points(axes: Axes, frame: pd.DataFrame) -> None:
    stated = frame[frame["series"].eq("stated")]
    for kind, (mark, colour, _) in _POINTS.items():
        part = stated[stated["qualifier"].eq(kind)]
        axes.vlines(part["year"], part["low"] / _MILLION, part["high"] / _MILLION, color=colour)
        if kind == "more_than":
            for row in marks.each(axes, part, _count):
                place = (row["year"], row["value"] / _MILLION)
                shapes.bound(axes, *place, mark, colour, "up", markersize=6.5)
                if row["is_doubted"]:
                    shapes.doubt(axes, place)
            continue
        points = axes.plot(
            part["year"], part["value"] / _MILLION, mark, color=colour, markersize=6.5,
            markeredgecolor=style.PAPER, markeredgewidth=0.6, zorder=3,
        )  # fmt: skip
        marks.tell(points, part, _count)


def _key(figure: Figure) -> None:
    """Name the marks below the panels; the curves bear their names."""
    keys = [
        shapes.mark(mark, colour, words, filled=kind != "more_than", markersize=6.5)
        for kind, (mark, colour, words) in _POINTS.items()
    ]
    keys += [
        shapes.mark("D", style.MUTED, "people, counted apart", markersize=5),
        shapes.mark("|", style.MUTED, "an institute's range, people", markersize=10, mew=4),
        shapes.mark("$?$", style.INK, "not sure to be a total of the nation", markersize=6),
    ]
    figure.legend(handles=keys, loc="outside lower left", ncols=3, fontsize=8.5)


_LINES = {
    "China": (PLACE["China"], "-", "D"),
    "United States": (PLACE["United States"], "-", "o"),
    "United Kingdom": (PLACE["United Kingdom"], (0, (5, 1.5)), "s"),
    "France": (PLACE["France"], (0, (1.5, 1.2)), "^"),
    "Germany": (PLACE["Germany"], (0, (3, 1, 1, 1)), "v"),
}


#: what is counted in China → words, colour of its marks
_CHINA = {"total_records": ("all records", style.ORANGE), "persons": ("people", style.PALE_ORANGE)}
#: line → where its name stands, in points from its last mark but those that are doubted
_NAMES = {
    "China, all records": (9, -16), "China, people": (9, -7), "United States": (8, 5),
    "United Kingdom": (8, 0), "France": (8, -5), "Germany": (8, 0),
}  # fmt: skip


def shares(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `sizes.shares`: one line a country, for China one for each definition.

    A floor is open, with an arrow; a line to a mark that is doubted is dotted.
    """
    figure, (axes,) = style.canvas(style.WIDE, 4.2)
    style.bare(axes, grid="y")
    for country, (colour, dash, mark) in _LINES.items():
        rows = frame[frame["country"].eq(country)]
        if country != "China":
            _share(axes, rows, country, (colour, dash, mark))
            continue
        for metric, (words, ink) in _CHINA.items():
            _share(axes, rows[rows["metric"].eq(metric)], f"China, {words}", (ink, dash, mark))
    axes.set_ylim(0, 0.095)
    axes.set_xlim(2000, 2029)
    shapes.per_cent_axis(axes, "y")
    axes.set_ylabel("stored, as a share of the population")
    return figure


def _share(axes: Axes, rows: pd.DataFrame, name: str, look: tuple[str, Any, str]) -> None:
    colour, dash, mark = look
    line = rows.sort_values("year", kind="stable")
    sure = line[~line["is_doubted"]]
    said = f"{name}, {{year:year}}: {{share:1%}} of the population, {{value}} stored"
    axes.plot(sure["year"], sure["share"], color=colour, linestyle=dash, lw=1.8, label=name)
    axes.plot(line["year"], line["share"], color=colour, linestyle=(0, (1, 1.6)), lw=1.4)
    for row in marks.each(axes, line, said):
        place = (row["year"], row["share"])
        if row["qualifier"] == "more_than":
            shapes.bound(axes, *place, mark, colour, "up", markersize=5)
        else:
            shapes.put(axes, *place, mark, colour, filled=True, markersize=5)
        if row["is_doubted"]:
            shapes.doubt(axes, place)
    last = sure.iloc[-1]
    shapes.note(axes, name, (last["year"], last["share"]), _NAMES[name], fontsize=9.5)
