"""Figures on counts: parts of wholes, and publications with military universities."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.figures import marks, narrow, shapes, style


def audits(frame: pd.DataFrame) -> Figure:
    """Draw `counts.audits`: part of whole as a mark on a line, bounds as open marks."""
    figure, (axes,) = style.canvas(style.WIDE, 0.55 * len(frame) + 0.9)
    style.bare(axes, grid="x")
    for y, row in enumerate(
        marks.each(axes, frame, "{subject}: [{is_floor:at least} ]{part} of {whole}")
    ):
        color = style.MUTED if row["is_bound"] else style.BLUE
        axes.plot([0, 1], [y, y], color=style.RULE, linewidth=0.6, zorder=0)
        if row["is_floor"]:
            shapes.bound(axes, row["share"], y, "o", color, "right", markersize=7)
        else:
            filled = not row["is_bound"]
            shapes.put(axes, row["share"], y, "o", color, filled=filled, markersize=7)
        least = "at least " if row["is_floor"] else ""
        apart = ", not sure to lie within" if row["is_bound"] and not row["is_floor"] else ""
        words = f"{least}{row['part']} of {row['whole']}{apart}"
        shapes.note(
            axes,
            narrow.either(words, narrow.folded(words, 72)),
            (1, y),
            (4, 0),
            fontsize=8.5,
            color=style.MUTED,
            annotation_clip=False,
        )
    labels = [shapes.fold(s, 44) for s in frame["subject"]]
    shapes.rows(axes, labels, ends=(0.5, 0.5), fontsize=8.5)
    axes.set_xlim(0, 1)
    shapes.per_cent_axis(axes)
    axes.set_xlabel("part of the whole")
    return figure


def military(frame: pd.DataFrame) -> Figure:
    """Draw `counts.military` as one bar in parts, each with its name and share; the rest is hatched."""
    figure, (axes,) = style.canvas(style.COLUMN, 1.5, tall=1.6)
    style.bare(axes, bottom=False)
    whole, start = frame["publications"].sum(), 0.0
    for place, row in enumerate(
        marks.each(axes, frame, "{country}: {publications:many publication}")
    ):
        share = row["publications"] / whole
        hatch, color = ("////", style.PALE_BLUE) if row["is_rest"] else (None, style.BLUE)
        axes.barh(
            0, share, left=start, height=1, color=color, hatch=hatch, edgecolor=style.PAPER,
            linewidth=1.5,
        )  # fmt: skip
        side = 1 if place % 2 else -1  # names of parts beside each other would touch
        words = f"{row['country']}\n{row['publications']:,} ({shapes.per_cent(share)})"
        end, ha = (1.0, "right") if row["is_rest"] else (start, "left")
        look = {"ha": ha, "va": "top" if side < 0 else "bottom"}
        weight = "semibold" if place == 0 else "normal"
        shapes.note(axes, words, (end, side * 0.5), (0, side * 5), fontweight=weight, **look)
        start += share
    axes.set_xlim(0, 1)
    axes.set_ylim(-1.5, 1.5)
    axes.set_xticks([])
    axes.set_yticks([])
    return figure
