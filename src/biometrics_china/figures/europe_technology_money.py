"""Figure on what authorities answered when asked for cameras of Chinese make."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china import tables
from biometrics_china.figures import marks, shapes, style


def answers(frame: pd.DataFrame) -> Figure:
    """Draw `public_money.answers`: a row an answer, a mark under what it tells, filled for a state."""
    kinds = [k for k in tables.vocabulary("answer_told") if k in set(frame["told"])]
    figure, (axes,) = style.canvas(style.WIDE, 0.42 * len(frame) + 1.5)
    style.bare(axes, bottom=False)
    for y, row in enumerate(
        marks.each(axes, frame, "{who}, {date}: {told_label}[, {cameras:many camera}]")
    ):
        axes.axhline(y, color=style.RULE, linewidth=0.6, zorder=0)
        x, mark = kinds.index(row["told"]), "s" if row["is_state"] else "o"
        shapes.put(axes, x, y, mark, style.BLUE, filled=bool(row["is_state"]), markersize=10)
        if row["cameras"]:
            shapes.note(axes, row["cameras"], (x, y), (9, 6), fontsize=8.5)
    labels = tables.vocabulary("answer_told")
    shapes.heads(axes, [labels[k] for k in kinds], fontsize=9)
    shapes.rows(axes, frame["who"] + ", " + frame["date"].str[:4], ends=(0.6, 0.5), fontsize=8.5)
    handles = [
        shapes.mark("s", style.BLUE, "asked for the whole state"),
        shapes.mark("o", style.BLUE, "asked for a body or a group", filled=False),
    ]
    figure.legend(handles=handles, loc="outside upper left", ncols=2, fontsize=9)
    return figure
