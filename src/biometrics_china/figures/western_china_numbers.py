"""Drawings of examinations, coverage, the research file and the published estimates."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.figures import shapes, style

_SERIES = {
    "announced by officials": ("o", style.BLUE, "-"),
    "regional database, in a journal": ("s", style.ORANGE, (0, (5, 1.5))),
    "research extract, age 15 and over": ("^", style.GREEN, (0, (1.5, 1.2))),
    "plan": ("D", style.PURPLE, "none"),
}


def series(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `examinations.series`; a derived point is hollow."""
    figure, (axes,) = style.canvas(style.COLUMN, 3.4)
    style.bare(axes, grid="y")
    for name, (mark, colour, dash) in _SERIES.items():
        part = frame[frame["series"].eq(name)]
        axes.plot(part["year"], part["million"], color=colour, linestyle=dash, linewidth=1.4)
        for row in part.to_dict("records"):
            look = {"markersize": 7.5, "markeredgewidth": 1.5}
            shapes.put(
                axes,
                row["year"],
                row["million"],
                mark,
                colour,
                filled=row["basis"] != "derived",
                **look,
            )
        axes.plot([], [], mark, color=colour, label=name, linestyle="none")
    axes.set_ylim(0, 23)
    axes.set_xlim(2015.6, 2019.4)
    axes.set_xticks([2016, 2017, 2018, 2019])
    axes.set_ylabel("million examinations")
    axes.legend(loc="lower left", fontsize=9)
    return figure


def coverage(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `coverage.coverage`: a point between bounds for each place."""
    figure, (axes,) = style.canvas(style.COLUMN, 2.0)
    style.bare(axes, grid="x")
    for y, row in enumerate(frame.to_dict("records")):
        colour = style.ORANGE if y == 0 else style.BLUE
        axes.hlines(y, row["low"], row["high"], color=colour, linewidth=7, alpha=0.35)
        axes.plot(row["share"], y, "D" if y == 0 else "o", color=colour, markersize=8)
        shapes.note(
            axes,
            f"{row['share']:.0%}",
            (row["share"], y),
            (0, 9),
            ha="center",
            fontsize=9.5,
            va="baseline",
        )
    axes.axvline(1, color=style.INK, linewidth=1.0)
    shapes.rows(axes, frame["place"], ends=(0.75, 0.5))
    axes.set_xlim(0.4, 1.1)
    axes.xaxis.set_major_formatter("{x:.0%}")
    axes.set_xlabel("people examined, as a share of residents")
    return figure


def research_file(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `examinations.research_file`: a dumbbell a group."""
    figure, (axes,) = style.canvas(style.COLUMN, 0.4 * len(frame) + 1.1)
    style.bare(axes, grid="x")
    for y, row in enumerate(frame.to_dict("records")):
        values = [v for v in (row["in_file"], row["registered"], row["residents"]) if pd.notna(v)]
        axes.hlines(y, min(values), max(values), color=style.FAINT, linewidth=2)
        axes.plot(row["registered"], y, "o", color=style.BLUE, markersize=7)
        if pd.notna(row["residents"]):
            axes.plot(row["residents"], y, "s", color=style.GREEN, markersize=6.5)
        axes.plot(row["in_file"], y, "D", color=style.ORANGE, markersize=8)
    axes.plot(
        [], [], "D", color=style.ORANGE, label="in the research file, adults", linestyle="none"
    )
    axes.plot([], [], "o", color=style.BLUE, label="registered, 2015, all ages", linestyle="none")
    axes.plot([], [], "s", color=style.GREEN, label="residents, 2020, all ages", linestyle="none")
    shapes.rows(axes, frame["group"])
    axes.set_xlim(0, 0.65)
    axes.xaxis.set_major_formatter("{x:.0%}")
    figure.legend(loc="outside upper center", ncols=3, fontsize=9.5, handletextpad=0.2)
    return figure


def shares(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `estimates.shares`: a bar from low to high for each population."""
    figure, axes = style.canvas(style.WIDE, 3.3, 2, 1, sharex=True, height_ratios=[4, 3])
    for ax, (name, part) in zip(axes, frame.groupby("estimate", sort=False), strict=True):
        style.bare(ax, grid="x", bottom=ax is axes[-1])
        for y, row in enumerate(part.to_dict("records")):
            is_bound = "only" in row["base"]
            colour = style.ORANGE if row["is_printed"] else style.BLUE
            ax.plot(
                [row["low"], row["high"]], [y, y], color=colour, linewidth=5 if not is_bound else 2,
                linestyle="-" if not is_bound else (0, (2, 1.2)),
            )  # fmt: skip
            ax.text(
                row["high"] + 0.006, y, f"{row['low']:.1%} to {row['high']:.1%}", va="center", fontsize=9
            )  # fmt: skip
        shapes.rows(ax, part["base"])
        ax.set_title(str(name))
    axes[-1].set_xlim(0.15, 0.62)
    axes[-1].xaxis.set_major_formatter("{x:.0%}")
    return figure


def restatements(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `estimates.restatements`: one mark a text."""
    figure, (axes,) = style.canvas(style.COLUMN, 0.36 * len(frame) + 0.7)
    style.bare(axes, bottom=False)
    for y, row in enumerate(frame.to_dict("records")):
        upper = row["handling"] != "range"
        axes.plot(
            range(1, int(row["n"]) + 1), [y] * int(row["n"]), "D" if upper else "o",
            color=style.ORANGE if upper else style.BLUE, markersize=8.5,
        )  # fmt: skip
        axes.text(int(row["n"]) + 0.6, y, str(int(row["n"])), va="center", fontsize=9.5)
    shapes.rows(axes, frame["label"])
    axes.set_xlim(0.4, frame["n"].max() + 1.6)
    axes.set_xticks([])
    return figure
