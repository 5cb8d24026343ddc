"""Figures on supply and on the survey of public bodies."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china import countries, tables
from biometrics_china.countries import MEMBERS
from biometrics_china.figures import marks, narrow, shapes, style, tile_map
from biometrics_china.figures.meanings import PLACE

_MARKS = {
    "sale": ("o", "sale"),
    "resale": ("s", "resale by Chinese firms"),
    "tender": ("D", "tender"),
    "research": ("^", "use in police research"),
    "withdrawal": ("X", "withdrawal announced"),
}
_COLORS = {
    "european": PLACE["Europe"],
    "american": PLACE["United States"],
    "mixed": PLACE["Several countries"],
}


def _told(row: marks.Row) -> str:
    what = tables.vocabulary("technology")[row["technology"]]
    return f"{row['firms']}, {math.floor(row['year'])}: {_MARKS[row['kind']][1]} ({what})"


def timeline(frame: pd.DataFrame) -> Figure:
    """Draw `supplies.timeline`: a line a firm, a mark a link, filled where western China is named."""
    firms = list(dict.fromkeys(frame["firms"]))
    figure, (axes,) = style.canvas(style.COLUMN, 0.34 * len(firms) + 1.7)
    style.bare(axes)
    for y, firm in enumerate(firms):
        axes.axhline(y, color=style.RULE, linewidth=0.6, zorder=0)
        part = frame[frame["firms"].eq(firm)]
        for row in marks.each(axes, part, _told):
            color = _COLORS[row["origin"]]
            mark, is_filled = _MARKS[row["kind"]][0], row["is_western_china"]
            look = {"markersize": 8, "markeredgewidth": 1.3}
            shapes.put(axes, row["year"], y, mark, color, filled=is_filled, **look)
    shapes.rows(axes, firms, ends=(0.6, 0.5))
    axes.set_xlim(2012.5, 2024.5)
    axes.set_xticks(range(2013, 2025, 2))
    used = [k for k in _MARKS if k in set(frame["kind"])]
    handles = [shapes.mark(_MARKS[k][0], style.INK, _MARKS[k][1]) for k in used]
    handles += [
        shapes.mark("o", style.INK, "open: elsewhere or nationwide", filled=False),
        shapes.mark("o", _COLORS["european"], "European firm"),
        shapes.mark("o", _COLORS["american"], "American firm"),
        shapes.mark("o", _COLORS["mixed"], "firms of several origins"),
    ]
    figure.legend(handles=handles, loc="outside upper left", ncols=3, fontsize=8.5)
    return figure


def survey(frame: pd.DataFrame) -> Figure:
    """Draw `survey.survey`: the printed percentage of each kind as a bar, and how many answered."""
    figure, (axes,) = style.canvas(style.COLUMN, 0.42 * len(frame) + 0.8)
    style.bare(axes, grid="x")
    shares = frame["printed"].astype(float) / 100
    bars = axes.barh(range(len(frame)), shares, height=0.5, color=style.BLUE)
    marks.tell(bars, frame, "{label}: {printed} % of {answered} that answered")
    for y, row in enumerate(frame.to_dict("records")):
        shapes.note(axes, shapes.per_cent(shares[y]), (shares[y], y), (4, 0))
        look = {"fontsize": 8.5, "color": style.MUTED, "annotation_clip": False}
        shapes.note(axes, f"{row['answered']:,} answered", (1, y), (6, 0), **look)
    shapes.rows(axes, frame["label"], ends=(0.5, 0.5))
    axes.set_xlim(0, 1)
    shapes.per_cent_axis(axes)
    axes.set_xlabel("share of those that answered, as printed")
    return figure


def places(frame: pd.DataFrame) -> Figure:
    """Draw `places.by_measure`: tiles with the records of each, a list where it is narrow."""
    if narrow.is_on():
        return _places_listed(frame)
    figure, (axes,) = style.canvas(style.WIDE, 6)
    of_name = {countries.name(code): code for code in tile_map.places(tile_map.EUROPE)}
    found = {of_name[country]: style.PALE_BLUE for country in frame["country"]}
    names = {code: name for name, code in of_name.items() if code in found or code in MEMBERS}
    at = tile_map.draw(axes, tile_map.EUROPE, names, found)
    for row in marks.each(axes, frame, _said_of_place):
        x, y = at(of_name[row["country"]])
        count = _records(row)
        axes.scatter(x, y + 0.21, s=110 + 14 * count, color=style.BLUE, linewidth=0)
        look = {"color": style.PAPER, "fontweight": "semibold", "va": "center_baseline"}
        shapes.count(axes, x, y + 0.21, count, **look)
    return figure


def _places_listed(frame: pd.DataFrame) -> Figure:
    figure, (axes,) = style.canvas(style.WIDE, 0.28 * len(frame) + 1.3)
    style.bare(axes, grid="x")
    for y, row in enumerate(marks.each(axes, frame, _said_of_place)):
        axes.barh(y, _records(row), height=0.6, color=style.BLUE)
        shapes.note(axes, str(_records(row)), (_records(row), y), (5, 0))
    shapes.rows(axes, frame["country"], ends=(0.6, 0.5))
    axes.set_xlim(0, 20)
    axes.set_xticks([0, 5, 10, 15])
    axes.set_xlabel("records")
    return figure


def _records(row: marks.Row) -> int:
    return sum(int(number) for column, number in row.items() if column != "country")


def _said_of_place(row: marks.Row) -> str:
    counts = (f"{c}: {n}" for c, n in row.items() if c != "country" and n)
    return f"{row['country']}; records by what they count: {', '.join(counts)}"
