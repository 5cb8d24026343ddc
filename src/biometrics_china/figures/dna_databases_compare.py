"""Drawings of the comparison of countries and of people stored for each trace."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.figures import marks, shapes, style
from biometrics_china.figures.dna_databases_growth import _LINES
from biometrics_china.figures.meanings import PLACE


def cross_section(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `compare.cross_section`, one row a country, China twice."""
    figure, (axes,) = style.canvas(style.COLUMN, 0.185 * len(frame) + 0.8)
    style.bare(axes, grid="x")
    names = []
    for y, row in enumerate(
        marks.each(
            axes, frame, "{country}: {value} profiles of people, {share:1%} of the population"
        )
    ):
        colour = PLACE["China"] if row["is_china"] else style.MUTED
        axes.hlines(y, 0, row["share"], color=style.RULE, linewidth=1.0)
        axes.plot(row["share"], y, "D" if row["is_china"] else "o", color=colour, markersize=5.5)
        name = row["country"]
        if row["is_china"]:
            name += f" at {row['value'] / 1e6:.0f} million"
        names.append(name)
    shapes.rows(axes, names, ends=(0.7, 0.4), room=13.5, above=False)
    for label, is_china in zip(axes.get_yticklabels(), frame["is_china"], strict=True):
        label.set_fontsize(8.5)
        label.set_fontweight("semibold" if is_china else "normal")
    axes.set_xlim(0)
    shapes.per_cent_axis(axes)
    axes.set_xlabel("profiles of people, as a share of the population")
    return figure


def traces(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `compare.people_for_each_trace`, one line a country.

    A ratio whose people are a floor is open, with an arrow and a bar down to the least it can be.
    """
    figure, (axes,) = style.canvas(style.WIDE, 3.8)
    style.bare(axes, grid="y")
    for country, (colour, dash, mark) in _LINES.items():
        part = frame[frame["country"].eq(country)]
        if part.empty:
            continue
        axes.plot(
            part["year"],
            part["ratio"],
            color=colour,
            linestyle=dash,
            lw=2,
            label=country,
        )
        sure = part[~part["is_floor"]]
        said = "{country}, {as_of}: [{is_floor:at least} ]{ratio:,.1f} people for each trace"
        points = axes.plot(sure["year"], sure["ratio"], mark, color=colour, markersize=5)
        marks.tell(points, sure, said)
        for row in marks.each(axes, part[part["is_floor"]], said):
            axes.vlines(row["year"], row["least"], row["ratio"], color=colour, linewidth=3)
            shapes.bound(axes, row["year"], row["ratio"], mark, colour, "up", markersize=5)
        last = part.iloc[-1]
        shapes.note(
            axes, country, (last["year"], last["ratio"]), (8, 0), fontsize=9.5, color=style.INK
        )
    axes.set_ylim(0, 32)
    axes.set_xlim(1999, 2028.5)
    axes.set_ylabel("people stored for each trace")
    return figure
