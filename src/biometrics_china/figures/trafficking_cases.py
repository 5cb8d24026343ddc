"""Drawing of cases before courts and police over the years."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.analysis.trafficking.cases import COURTS, SERIES
from biometrics_china.figures import marks, narrow, shapes, style

_LOOK = dict(
    zip(
        SERIES.values(),
        (
            (style.ORANGE, "s", (0, (5, 2))),
            (style.GREEN, "^", (0, (1, 1.2))),
            (style.BLUE, "o", "solid"),
            (style.ORANGE, "D", (0, (3, 1.5, 1, 1.5))),
        ),
        strict=True,
    )
)
_WORDS = "{series}, {year:year}: {value} cases[, {is_derived:computed from other values}]"
#: a point that is not joined to the others of its series, as (series, year)
_ALONE = ("Solved by the police, children", 2011)
#: where the name of a series stands: year, value, from which side
_NAMES = dict(
    zip(
        SERIES.values(),
        ((2014.6, 10600), (2017.1, 2500), (2009.7, 1000), (2015.2, 370)),
        strict=True,
    )
)
#: a first value beside that of another series
_CHILDREN = list(SERIES.values())[1]
_NARROW_NAMES = dict(
    zip(
        SERIES.values(),
        ((2014.2, 11500), (2017.5, 2300), (2009.7, 820), (2012.2, 390)),
        strict=True,
    )
)


def series(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `analysis.trafficking.cases.yearly` on a logarithmic scale.

    Hollow marks were computed from other printed values; crosses come from a weak source. Only the
    court series is joined by a full line, because only it is complete. Cases solved in 2011 stand
    alone, because they were counted in another way.
    """
    figure, (axes,) = style.canvas(style.COLUMN, 4.3)
    style.bare(axes, grid="y")
    for name, part in frame.groupby("series", sort=False):
        _line(axes, str(name), part)
    axes.set_yscale("log")
    axes.set_yticks([300, 1000, 3000, 10000], ["300", "1,000", "3,000", "10,000"])
    axes.minorticks_off()
    axes.set_ylim(240, narrow.either(17500, 22000))
    axes.set_xlim(2009.4, 2021.2)
    axes.set_xticks(range(2010, 2021, 2))
    axes.set_ylabel("cases a year, logarithmic scale")
    _key(figure)
    return figure


def _line(axes: Axes, name: str, part: pd.DataFrame) -> None:
    colour, mark, dash = _LOOK[name]
    joined = part[part["year"].gt(_ALONE[1])] if name == _ALONE[0] else part
    axes.plot(
        joined["year"],
        joined["value"],
        linestyle=dash,
        color=colour,
        linewidth=2.0 if name == COURTS else 1.2,
    )
    for row in marks.each(axes, part, _WORDS):
        put = "X" if row["is_weak"] else mark
        look = {"markersize": 8, "markeredgewidth": 1.5}
        shapes.put(
            axes, row["year"], row["value"], put, colour, filled=not row["is_derived"], **look
        )
    aside = 5 if name == _CHILDREN else 0
    for end, side in ((part.iloc[0], "right"), (part.iloc[-1], "left")):
        is_alone = (name, end["year"]) == _ALONE
        words = " solved" * is_alone  # named, since no line joins it to its series
        rise = -11 if is_alone else 10
        shapes.note(
            axes,
            f"{end['value']:,}{words}",
            (end["year"], end["value"]),
            (8, narrow.either(-6, 6)) if side == "left" else (narrow.either(0, aside), rise),
            ha="left" if side == "left" else "center",
            color=colour,
            fontweight="semibold",
        )
    year, value = narrow.either(_NAMES, _NARROW_NAMES)[name]
    shapes.note(axes, name.replace(", ", ",\n"), (year, value), (0, 0), color=colour)


def _key(figure: Figure) -> None:
    axes = figure.axes[0]
    keys = [
        axes.plot([], [], "o", color=style.MUTED, markersize=7, label="printed")[0],
        axes.plot(
            [],
            [],
            "o",
            color=style.MUTED,
            markerfacecolor=style.PAPER,
            markeredgewidth=1.5,
            markersize=7,
            label="computed from other printed values",
        )[0],
        axes.plot([], [], "X", color=style.MUTED, markersize=8, label="weak source")[0],
    ]
    figure.legend(handles=keys, loc="outside upper left", ncols=3, columnspacing=1.4)
