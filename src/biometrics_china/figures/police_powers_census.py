"""Drawing of the census of provisions by level of rule."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from biometrics_china.analysis.police_powers.census import GROUPS, OTHER
from biometrics_china.figures import marks, shapes, style

_COLOURS = {
    "collects": (style.ORANGE, style.PAPER),
    "restricts handlers": (style.BLUE, style.PAPER),
    "restricts state bodies": (style.PURPLE, style.PAPER),
    "defines a term": (style.PALE_BLUE, style.INK),
    OTHER: (style.RULE, style.INK),
}
_HATCH = {"restricts state bodies": "\\\\\\"}  # its purple and the orange are near in greyscale
#: how provisions are drawn that no search found
_ADDED: dict[str, Any] = {
    "facecolor": "none",
    "edgecolor": style.MUTED,
    "hatch": "////",
    "hatchcolor": style.MUTED,
}
_WORDS = {
    "collects": "lets the state collect",
    "restricts handlers": "restricts handlers",
    "restricts state bodies": "restricts state bodies",
    "defines a term": "defines a term",
    OTHER: "other: evidence, checks, procedure",
}


def census(frame: pd.DataFrame) -> Figure:
    """Draw the stacked bars from `analysis.police_powers.census.by_level`, one bar a level."""
    levels = frame.drop_duplicates("level")
    figure, (axes,) = style.canvas(style.WIDE, 0.62 * len(levels) + 1.0)
    style.bare(axes, bottom=False)
    for y, level in enumerate(levels["level"]):
        rows = frame[frame["level"].eq(level)]
        part, at = rows.set_index("group"), dict(zip(rows["group"], rows.index, strict=True))
        name, start = part["level_label"].iloc[0], 0
        for group in [*GROUPS, OTHER]:
            count = int(part["provisions"][group])
            with marks.one(axes, at[group], f"{name}: {_WORDS[group]}; provisions: {count}"):
                start += _segment(axes, y, start, count, group)
        added = int(part["added_by_hand"].sum())
        if added:
            with marks.one(axes, at.values(), f"{name}: added by hand; provisions: {added}"):
                axes.barh(y, added, left=start, height=0.62, linewidth=0.8, **_ADDED)
        shapes.note(
            axes,
            f"{start}" + (f" + {added}" if added else ""),
            (start + added, y),
            (5, 0),
            fontweight="semibold",
            fontsize=10,
        )
    heads = [
        f"{row.level_label}\n{row.documents_searched:,} searched, {row.instruments} with a hit"
        for row in levels.itertuples(index=False)
    ]
    shapes.rows(axes, heads, ends=(0.5, 0.5), fontsize=9)
    axes.set_xticks([])
    _census_key(figure)
    return figure


def _segment(axes: Axes, y: int, start: int, count: int, group: str) -> int:
    colour, ink = _COLOURS[group]
    if count:
        axes.barh(
            y,
            count,
            left=start,
            height=0.62,
            color=colour,
            edgecolor=style.PAPER,
            linewidth=1.0,
            hatch=_HATCH.get(group),
        )
        ground = {"facecolor": colour, "edgecolor": "none", "pad": 1.5}
        shapes.count(axes, start + count / 2, y, count, color=ink, bbox=ground)
    return count


def _census_key(figure: Figure) -> None:
    handles = [
        Patch(
            facecolor=_COLOURS[g][0],
            edgecolor=style.PAPER,
            hatch=_HATCH.get(g),
            linewidth=0,
            label=_WORDS[g],
        )
        for g in [*GROUPS, OTHER]
    ]
    handles.append(Patch(label="added by hand", **_ADDED))
    figure.legend(
        handles=handles,
        loc="outside upper left",
        ncols=3,
        handlelength=1.2,
        handleheight=0.9,
        columnspacing=1.6,
    )
