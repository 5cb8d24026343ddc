"""Drawings of examinations, coverage, the research file and the published estimates."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.counts import many
from biometrics_china.figures import marks, narrow, narrow_rows, shapes, style

#: series → mark, colour, dash, size; later ones are smaller, so that they do not hide the others
_SERIES = {
    "announced by officials": ("o", style.ORANGE, "-", 11.0),
    "regional database, in a journal": ("s", style.BLUE, (0, (5, 1.5)), 7.5),
    "research extract, age 15 and over": ("^", style.GREEN, (0, (1.5, 1.2)), 5.0),
    "plan": ("D", style.ORANGE, "none", 7.0),
}


def series(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `examinations.series`; a derived point is hollow."""
    figure, (axes,) = style.canvas(style.COLUMN, 3.4)
    style.bare(axes, grid="y")
    said = "{year:year}, {series}: {million:,.1f} million examinations, {basis}"
    for name, (mark, colour, dash, size) in _SERIES.items():
        part = frame[frame["series"].eq(name)]
        axes.plot(part["year"], part["million"], color=colour, linestyle=dash, linewidth=1.4)
        for row in marks.each(axes, part, said):
            look = {"markersize": size, "markeredgewidth": 1.5}
            shapes.put(
                axes,
                row["year"],
                row["million"],
                mark,
                colour,
                filled=row["basis"] != "derived" and name != "plan",
                **look,
            )
        shapes.put(axes, [], [], mark, colour, filled=name != "plan", label=name)
    shapes.put(axes, [], [], "o", style.MUTED, filled=False, label="difference of two totals")
    axes.set_ylim(0, 23)
    axes.set_xlim(2015.6, 2019.4)
    axes.set_xticks([2016, 2017, 2018, 2019])
    axes.set_ylabel("million examinations")
    figure.legend(loc="outside upper left", ncols=2, fontsize=9)
    return figure


def coverage(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `coverage.coverage`: a point between bounds for each place."""
    figure, (axes,) = style.canvas(style.COLUMN, 2.0)
    style.bare(axes, grid="x")
    for y, row in enumerate(
        marks.each(axes, frame, "{place}: {examined} examined, {share:%} of residents")
    ):
        colour = style.ORANGE if y == 0 else style.BLUE
        axes.hlines(y, row["low"], row["high"], color=colour, linewidth=7, alpha=0.35)
        axes.plot(row["share"], y, "D" if y == 0 else "o", color=colour, markersize=8)
        shapes.note(
            axes,
            shapes.per_cent(row["share"]),
            (row["share"], y),
            (0, 9),
            ha="center",
            fontsize=9.5,
            va="baseline",
        )
    axes.axvline(1, color=style.INK, linewidth=1.0)
    shapes.rows(axes, frame["place"], ends=(0.75, 0.5), room=36)
    axes.set_xlim(0.4, 1.1)
    shapes.per_cent_axis(axes)
    axes.set_xlabel("people examined, as a share of residents")
    return figure


#: column → mark, colour, words, and place within the row
_IN_FILE = {
    "in_file": ("D", style.ORANGE, "research file, adults", -0.26),
    "registered": ("o", style.BLUE, "registered, 2015, all ages", 0.0),
    "residents": ("s", style.GREEN, "residents, 2020, all ages", 0.26),
}


def research_file(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `examinations.research_file`: for each group three marks below each other.

    They stand apart because the shares of small groups are nearly equal and would hide each other.
    """
    figure, (axes,) = style.canvas(style.COLUMN, 0.58 * len(frame) + 1.2)
    style.bare(axes, grid="x")
    for column, (mark, colour, words, shift) in _IN_FILE.items():
        y = frame.index + shift
        axes.hlines(y, 0, frame[column].fillna(0), color=style.FAINT, linewidth=0.9, zorder=1)
        points = axes.plot(frame[column], y, mark, color=colour, markersize=6, label=words)
        marks.tell(points, frame, f"{{group}}, {words}: {{{column}:1%}}")
    for y in frame.index[1:]:
        axes.axhline(y - 0.5, color=style.RULE, linewidth=0.6, zorder=0)
    shapes.rows(axes, frame["group"], ends=(0.55, 0.5), room=34)
    axes.set_xlim(0, 0.65)
    shapes.per_cent_axis(axes)
    axes.set_xlabel("share of the file, and of the population")
    figure.legend(loc="outside upper left", ncols=3, fontsize=9, handletextpad=0.2)
    return figure


def shares(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `estimates.shares`: a bar from low to high for each population."""
    figure, axes = style.canvas(style.WIDE, 3.3, 2, 1, sharex=True, height_ratios=[4, 3])
    for ax, (name, part) in zip(axes, frame.groupby("estimate", sort=False), strict=True):
        style.bare(ax, grid="x", bottom=ax is axes[-1])
        for y, row in enumerate(marks.each(ax, part, _ends)):
            is_bound = "only" in row["base"]
            colour = style.ORANGE if row["is_printed"] else style.BLUE
            ax.plot(
                [row["low"], row["high"]], [y, y], color=colour, linewidth=5 if not is_bound else 2,
                linestyle="-" if not is_bound else (0, (2, 1.2)),
            )  # fmt: skip
            shapes.note(ax, _between(row), (row["high"], y), (7, 0))
        shapes.rows(ax, part["base"])
        ax.set_title(str(name))
    axes[-1].set_xlim(0.15, 0.62)
    shapes.per_cent_axis(axes[-1])
    axes[-1].set_xlabel("samples or scans, as a share of the population named")
    return figure


def _between(row: marks.Row) -> str:
    return " to ".join(shapes.per_cent(row[end], 1, end) for end in ("low", "high"))


def _ends(row: marks.Row) -> str:
    return f"{row['estimate']}, {row['base']}: {_between(row)}"


def restatements(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `estimates.restatements`: a mark a text with its outlet.

    On one side those that print the range, on the other those without its lower end, by what they
    print.
    """
    is_whole = frame["handling"].eq("range")
    sides = (
        ("Print the range", frame[is_whole], "o", style.BLUE),
        ("Do not print its lower end", frame[~is_whole], "D", style.ORANGE),
    )
    rows = len(sides[1][1]) + 1.3 * sides[1][1]["label"].nunique()
    figure, axes = style.canvas(style.WIDE, 0.21 * rows + 0.5, 1, 2, tall=5)
    for ax, (title, part, mark, colour) in zip(axes, sides, strict=True):
        style.bare(ax, bottom=False)
        lowest = _texts(ax, part, mark, colour)
        ax.set_title(f"{title}: {many(len(part), 'text')}")
        ax.set_xlim(0, 1)
        ax.set_ylim(narrow.either(rows, lowest), -0.8)
        ax.set_xticks([])
        ax.set_yticks([])
        narrow_rows.tall(ax, 15.0 * (lowest + 0.8))
    return figure


def _texts(axes: Axes, part: pd.DataFrame, mark: str, colour: str) -> float:
    """Draw texts below each other, under what they print if that differs; return where they end."""
    y = 0.0
    for place, (label, rows) in enumerate(part.groupby("label", sort=False)):
        if part["label"].nunique() > 1:
            y += 0.3 * (place > 0)
            shapes.note(axes, str(label), (0, y), (0, 0), fontweight="semibold")
            y += 1
        for row in marks.each(axes, rows, "{outlet}: {label}"):
            axes.plot(0.03, y, mark, color=colour, markersize=7)
            shapes.note(axes, row["outlet"], (0.03, y), (10, 0))
            y += 1
    return y - 0.3
