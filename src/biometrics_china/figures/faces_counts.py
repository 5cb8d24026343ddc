"""Drawings of the chapter on faces: numbers of cameras, cameras for each person, and holdings."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from biometrics_china.days import date_in_words
from biometrics_china.figures import marks, narrow, narrow_rows, shapes, style
from biometrics_china.figures.meanings import PLACE, SOURCE
from biometrics_china.numbers import printed

Row = Mapping[Hashable, Any]
#: where the axis of cameras begins, in millions
_LEFT = 1.6

#: kind of a number of cameras → mark and words of the legend
_KINDS = {
    "official_claim": ("s", "ministry or state media"),
    "estimate": ("o", "estimate"),
    "forecast": ("o", "forecast"),
    "retold": ("D", "forecast or estimate retold as something else"),
    "unnamed": ("D", "no maker named"),
}
_SCOPES = {"police": ", network of the police", "face": ", said to recognise faces", "all": ""}


def cameras(frame: pd.DataFrame) -> Figure:
    """Draw `cameras.numbers_of_cameras`: a row a number, oldest at the top, logarithmic scale."""
    figure, (axes,) = style.canvas(style.WIDE, 0.29 * len(frame) + 1.5)
    _scale(axes, {t: f"{t:,}" for t in (3, 10, 30, 100, 300, 1000, 3000)}, _LEFT, 40000)
    for y, row in enumerate(marks.each(axes, frame, _named)):
        mark, color, filled = _KINDS[row["kind"]][0], *SOURCE[row["kind"]]
        axes.hlines(y, _LEFT, row["million"], color=style.RULE, linewidth=0.8, zorder=0)
        shapes.put(axes, row["million"], y, mark, color, filled=filled, markersize=7)
        shapes.note(axes, _beside(row), (row["million"], y), (8, 0))
    days = frame["said"].where(frame["said"].ne(""), frame["as_of"])
    names = [f"{who}, {_day(day)}" for who, day in zip(frame["who"], days, strict=True)]
    shapes.rows(axes, names, ends=(0.7, 0.6), fontsize=9)
    axes.set_xlabel("million cameras")
    figure.legend(handles=_keys(_KINDS), loc="outside upper left", ncols=3, fontsize=9)
    return figure


def _keys(kinds: Mapping[str, tuple[str, str]]) -> list[Line2D]:
    """Return the marks of a legend; a kind without words of its own looks like one that has some."""
    return [
        shapes.mark(mark, SOURCE[kind][0], words, filled=SOURCE[kind][1])
        for kind, (mark, words) in kinds.items()
        if words
    ]


def _beside(row: Row, unit: str = "") -> str:
    more = "more than " if row["qualifier"] == "more_than" or row["id"] == "cc-28" else ""
    year, said = str(row["as_of"])[:4], str(row["said"])[:4]
    when = f" for {year}" if year != said else ""
    digits = 2 if row["million"] < 10 else 0
    return f"{more}{printed(row['million'], digits)}{unit}{when}{_SCOPES[row['scope']]}"


def _named(row: Row) -> str:
    return f"{row['who']}, {_day(row['said'] or row['as_of'])}: {_beside(row, ' million cameras')}"


def _day(date: str) -> str:
    """Return the month and year of a partial date, in words."""
    return date_in_words(date[:7])


def _scale(axes: Axes, ticks: Mapping[float, str], low: float, high: float) -> None:
    style.bare(axes)
    axes.set_xscale("log")
    axes.set_xlim(low, high)
    axes.set_xticks(list(ticks), list(ticks.values()))
    axes.minorticks_off()


def people(frame: pd.DataFrame) -> Figure:
    """Draw `cameras.people_for_each`: two marks a maker, joined by a line."""
    figure, (axes,) = style.canvas(style.COLUMN, 0.55 * len(frame) + 1.3)
    style.bare(axes, grid="x")
    said = "{maker}, {as_of}: {china:,.1f} people for each camera in China, "
    said += "{america:,.1f} in the United States"
    for y, row in enumerate(marks.each(axes, frame, said)):
        china, america = row["china"], row["america"]
        axes.plot([china, america], [y, y], color=style.RULE, linewidth=3, zorder=1)
        for value, other, mark, color in (
            (china, america, "D", PLACE["China"]),
            (america, china, "o", PLACE["United States"]),
        ):
            axes.plot(value, y, mark, color=color, markersize=8)
            side, where = ((9, 0), "left") if value > other else ((-9, 0), "right")
            shapes.note(axes, printed(value, 1), (value, y), side, ha=where)
    names = [f"{row.maker}, {row.as_of}" for row in frame.itertuples()]
    shapes.rows(axes, names, ends=(0.6, 0.6))
    axes.set_xlim(0, 8)
    axes.set_xlabel("people for each camera")
    handles = [
        shapes.mark(mark, PLACE[place], place)
        for mark, place in (("D", "China"), ("o", "United States"))
    ]
    figure.legend(handles=handles, loc="outside upper left", ncols=2)
    return figure


#: kind of a number of what is held → mark and words of the legend
_HELD = {
    "official_claim": ("s", "stated by an authority"),
    "leak": ("D", "read in a leak"),
    "count": ("o", "counted or estimated by outsiders"),
    "estimate": ("o", ""),
    "tender": ("s", "tender, goal or capacity"),
    "target": ("s", ""),
    "capacity": ("s", ""),
    "company_claim": ("^", "claim of a firm"),
}
_UNITS = {
    "images": "images",
    "persons": "people",
    "positions": "positions in a day",
    "screenings": "scans in a month",
    "scans": "scans",
    "documents": "documents",
}
_TRAITS = {"face": "Faces", "iris": "Irises", "voice": "Voices", "generic": "Leaked files"}


def holdings(frame: pd.DataFrame) -> Figure:
    """Draw `holdings.holdings`: a row a number in groups by trait, logarithmic scale."""
    rows = len(frame) + 1.1 * frame["modality"].nunique()
    figure, (axes,) = style.canvas(style.WIDE, 0.29 * rows + 1.4)
    ticks = {1e3: "1,000", 1e6: "1 million", 1e9: "1,000 million"}
    _scale(axes, ticks, 1e3, 3e13)
    y, last = -1.1, ""
    places: list[float] = []
    names: list[str] = []
    heads: dict[int, str] = {}
    for row in marks.each(axes, frame, _told):
        y += 1.0 if row["modality"] == last else 2.1
        if row["modality"] != last:
            head = heads[len(places)] = _TRAITS[row["modality"]]
        if row["modality"] != last and not narrow.is_on():
            shapes.note(axes, head, (1e3, y - 1.0), (-4, 0), fontweight="semibold", ha="right")
        last = row["modality"]
        _held(axes, y, row)
        places.append(y)
        names.append(_holder(row))
    if narrow.is_on():
        narrow_rows.names_above(axes, names, 20, shapes.GROUND, at=places, heads=heads)
    else:
        axes.set_yticks(places, names, fontsize=9)
        axes.set_ylim(y + 0.7, -0.6)
    figure.legend(handles=_keys(_HELD), loc="outside upper left", ncols=3, fontsize=9)
    return figure


def _holder(row: Row) -> str:
    named = str(row["place"]).split(" (")[0]
    is_told = named in row["holder"] or named == "China"
    return row["holder"] if is_told else f"{row['holder']}, {named}"


def _held(axes: Axes, y: float, row: Row) -> None:
    mark, color, filled = _HELD[row["kind"]][0], *SOURCE[row["kind"]]
    axes.hlines(y, 1e3, row["low"], color=style.RULE, linewidth=0.8, zorder=0)
    axes.plot([row["low"], row["value"]], [y, y], color=color, linewidth=2)
    shapes.put(axes, row["value"], y, mark, color, filled=filled, markersize=7)
    side = {"more_than": "right", "up_to": "left"}.get(row["qualifier"], "")
    if side:
        shapes.arrow(axes, row["value"], y, color, side)
    free = 20 if side == "right" else 8
    shapes.note(axes, _told(row).rpartition(": ")[2], (row["value"], y), (free, 0))


def _told(row: Row) -> str:
    return f"{_holder(row)}: {_amount(row)} {_UNITS[row['unit']]}"


def _amount(row: Row) -> str:
    words = {"more_than": "more than ", "up_to": "up to ", "about": "about "}
    before = words.get(row["qualifier"], "")
    if row["low"] != row["value"]:
        return f"{shapes.in_millions(row['low'])} to {shapes.in_millions(row['value'])}"
    return f"{before}{shapes.in_millions(row['value'])}"
