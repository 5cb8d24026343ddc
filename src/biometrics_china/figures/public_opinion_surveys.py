"""Drawings of what was asked where, of acceptance in four countries and of Chinese questionnaires."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.figures import marks, narrow, narrow_rows, shapes, style
from biometrics_china.figures.meanings import PLACE

_PLACES = ("China", "Europe", "Elsewhere")
_SIDE = {"lower_bound": "right", "upper_bound": "left"}


_COMPARES = {
    "same question": "one questionnaire asked\nit on both sides",
    "other wording": "both sides, in\nother words",
    "one side only": "no twin on\nthe other side",
}


def asked(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `comparable.asked`: one row a subject, one column a place."""
    figure, (axes,) = style.canvas(style.COLUMN, 0.23 * len(frame) + 1.0)
    style.bare(axes, bottom=False)
    for row, item in enumerate(frame.to_dict("records")):
        axes.axhline(row, color=style.RULE, linewidth=0.5, zorder=0)
        for column, place in enumerate(_PLACES):
            number = int(item[place])
            if number:
                said = f"{item['label']}, {place}; questionnaires: {number}"
                with marks.one(axes, row, said):
                    axes.plot(column, row, "o", color=PLACE[place], markersize=12)
                look = {"fontsize": 8.5, "color": style.PAPER, "fontweight": "bold"}
                shapes.count(axes, column, row, number, va="center_baseline", **look)
            else:
                axes.plot(column, row, "o", color=style.RULE, markersize=3.5)
    if narrow.is_on():
        heads = {int(part.index[0]): _COMPARES[str(kind)].replace("\n", " ") for kind, part in
                 frame.groupby("compares", sort=False)}  # fmt: skip
        axes.set_xlim(-0.6, 2.6)
        names = list(frame["label"])
        narrow_rows.names_above(axes, names, 16, shapes.GROUND, heads=heads, left=True)
    else:
        _brackets(axes, frame)
        axes.set_xlim(-0.6, 4.3)
        shapes.rows(axes, frame["label"], ends=(0.8, 0.4))
    axes.set_xticks(range(len(_PLACES)), _PLACES)
    axes.xaxis.tick_top()
    axes.tick_params(axis="x", length=0, labelsize=10, labelcolor=style.INK)
    return figure


def _brackets(axes: Axes, frame: pd.DataFrame) -> None:
    """Name, at the right, the stretches of rows that compare in the same way."""
    for kind, part in frame.groupby("compares", sort=False):
        first, last = part.index[0], part.index[-1]
        axes.plot([2.75, 2.75], [first - 0.35, last + 0.35], color=style.INK, linewidth=1.2)
        axes.text(2.9, (first + last) / 2, _COMPARES[str(kind)], va="center", fontsize=9)


def countries(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `countries.acceptance`: a dot a country, and the widest of its bands."""
    places = list(frame["place"].unique())
    figure, (axes,) = style.canvas(style.COLUMN, 2.3)
    style.bare(axes, grid="x")
    ends = frame.groupby("place", sort=False).agg(low=("low", "min"), high=("high", "max"))
    for y, (place, low, high) in enumerate(ends.itertuples()):
        axes.hlines(y, low, high, color=PLACE[place], linewidth=9, alpha=0.3)
    for y, place in enumerate(places):
        part = frame[frame["place"].eq(place)]
        share, is_china = part["share"].iloc[0], place == "China"
        look: dict[str, Any] = {"color": PLACE[place], "markersize": 8, "label": place}
        spot = axes.plot(share, y, "D" if is_china else "o", **look)
        marks.tell(spot, part.head(1), "{place}: {share:%} accept or welcome face recognition")
        shapes.note(
            axes,
            shapes.per_cent(share),
            (share, y),
            (0, 9),
            ha="center",
            fontsize=9.5,
            va="baseline",
        )
    shapes.rows(axes, places, ends=(0.7, 0.5), room=36)
    axes.set_xlim(0, 1)
    shapes.per_cent_axis(axes)
    axes.set_xlabel("accept or welcome face recognition")
    return figure


def _answer(row: marks.Row) -> str:
    """Return an answer with its survey and its share, which may be a bound or a range."""
    kind = row["share_kind"]
    if kind == "range":
        share = " to ".join(shapes.per_cent(row[end]) for end in ("low", "high"))
    else:
        bounded = {"lower_bound": "more than ", "upper_bound": "less than "}
        share = bounded.get(kind, "") + shapes.per_cent(row["share"])
    return f"{row['answer']}: {share} ({row['survey']})"


def chinese_answers(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `countries.chinese_answers`, one row an answer; bounds are open, with arrows."""
    figure, (axes,) = style.canvas(style.WIDE, 0.29 * len(frame) + 0.9)
    style.bare(axes, grid="x")
    surveys = list(frame["survey"].unique())
    signs = dict(zip(sorted(surveys), "osD^v", strict=False))
    colours = (style.BLUE, style.GREEN, style.ORANGE, style.PURPLE, style.INK)
    inks = dict(zip(sorted(surveys), colours, strict=False))
    for y, row in enumerate(marks.each(axes, frame, _answer)):
        ink, kind = inks[row["survey"]], row["share_kind"]
        if kind == "range":
            axes.hlines(y, row["low"], row["high"], color=ink, linewidth=4)
            continue
        if kind in _SIDE:
            place = (row["share"], y, signs[row["survey"]])
            shapes.bound(axes, *place, ink, _SIDE[kind], markersize=6.5)
            continue
        if pd.notna(row["low"]):
            axes.hlines(y, row["low"], row["high"], color=ink, linewidth=2.4)
        axes.plot(row["share"], y, signs[row["survey"]], color=ink, markersize=6.5)
    for survey in sorted(surveys):
        axes.plot([], [], signs[survey], color=inks[survey], label=survey, linestyle="none")
    shapes.rows(axes, frame["answer"])
    axes.set_xlim(0, 1)
    shapes.per_cent_axis(axes)
    axes.set_xlabel("share of respondents of an open questionnaire")
    figure.legend(loc="outside upper center", ncols=2, fontsize=9, handletextpad=0.3)
    return figure
