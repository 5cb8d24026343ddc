"""Figures of the chapter on measures: the matrix, the counts and the timeline."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from biometrics_china import tables
from biometrics_china.analysis.europe_measures.coverage import LABELS
from biometrics_china.figures import marks, shapes, style

#: strength → colour and the letter that says the same
_LOOK = {
    "binding_named": (style.BLUE, "N"),
    "binding": (style.PALE_BLUE, "B"),
    "guidance_named": (style.SAND, "g"),
    "guidance": (style.SAND, "g"),
}
_LETTER = {"binding_named": "N", "binding": "B", "guidance_named": "gN", "guidance": "g"}


def _cell(row: marks.Row) -> str:
    words = f"{LABELS[row['strength']]}{', applies later' * row['is_pending']}"
    return f"{row['risk']}, {row['family']}: {words}; measures: {row['n_measures']}"


def matrix(frame: pd.DataFrame) -> Figure:
    """Draw `coverage.cells`: risks down, families of measures across, a letter for the strength."""
    risks = list(tables.vocabulary("cooperation_risk").values())
    families = list(tables.vocabulary("measure_family").values())
    figure, (axes,) = style.canvas(style.WIDE, 0.44 * len(risks) + 1.7)
    style.bare(axes, bottom=False)
    for y in range(len(risks)):
        axes.axhline(y, color=style.RULE, linewidth=0.6, zorder=0)
    for row in marks.each(axes, frame, _cell):
        x, y = families.index(row["family"]), risks.index(row["risk"])
        color = _LOOK[row["strength"]][0]
        face = style.PAPER if row["is_pending"] else color
        axes.scatter(x, y, s=430, color=face, edgecolor=color, linewidth=1.8, marker="s")
        dark = row["strength"] == "binding_named" and not row["is_pending"]
        ink = style.PAPER if dark else style.INK
        shapes.count(axes, x, y, _LETTER[row["strength"]], fontsize=9.5, color=ink)
    shapes.rows(axes, risks, ends=(0.6, 0.5))
    heads = [shapes.fold(f, 11) for f in families]
    shapes.heads(axes, heads, fontsize=8.5)
    handles = _handles(set(frame["strength"]))
    figure.legend(handles=handles, loc="outside lower left", ncols=3, fontsize=8.5)
    return figure


def _handles(strengths: set[str]) -> list[Patch | Line2D]:
    """Return the key of the strengths that are drawn, of open squares, and of a bare line."""
    made = [
        Patch(color=color, label=f"{_LETTER[name]}: {LABELS[name]}")
        for name, (color, _) in _LOOK.items()
        if name in strengths
    ]
    later = Patch(facecolor=style.PAPER, edgecolor=style.BLUE, label="open: applies later")
    none = Line2D([], [], color=style.RULE, linewidth=0.8, label="line alone: no measure found")
    return [*made, later, none]


def force(frame: pd.DataFrame) -> Figure:
    """Draw `coverage.by_force` as stacked bars."""
    figure, (axes,) = style.canvas(style.COLUMN, 0.34 * len(frame) + 1.2)
    style.bare(axes, grid="x")
    parts = {
        "named": (style.BLUE, None, "binding, names biometrics"),
        "indirectly": (style.PALE_BLUE, None, "binding, covers them indirectly"),
        "not_named": (style.RULE, None, "binding, does not name them"),
        "guidance": (style.SAND, "////", "guidance"),
    }
    left = pd.Series(0, index=frame.index)
    for name, (color, hatch, label) in parts.items():
        bars = axes.barh(
            frame["family"],
            frame[name],
            left=left,
            height=0.62,
            color=color,
            hatch=hatch,
            edgecolor=style.PAPER,
            label=label,
        )
        marks.tell(bars, frame, f"{{family}}; {label}; measures: {{{name}}}")
        left = left + frame[name]
    axes.invert_yaxis()
    axes.set_xlabel("measures")
    figure.legend(loc="outside upper left", ncols=2, fontsize=8.5)
    return figure


def timeline(frame: pd.DataFrame) -> Figure:
    """Draw `coverage.timeline`: a line from adoption to application."""
    figure, (axes,) = style.canvas(style.WIDE, 0.3 * len(frame) + 1.2)
    style.bare(axes, grid="x")
    for y, row in enumerate(
        marks.each(axes, frame, "{title}: adopted {adopted:year}, applies from {applies:year}")
    ):
        color = style.BLUE if row["is_binding"] else style.SAND
        axes.plot([row["adopted"], row["applies"]], [y, y], color=color, linewidth=1.6)
        face = color if row["status"] == "in_force" else style.PAPER
        axes.plot(row["applies"], y, marker="s", color=color, markerfacecolor=face, markersize=8)
        axes.plot(
            row["adopted"], y, "o", color=style.MUTED, markersize=5,
            markeredgecolor=style.PAPER, markeredgewidth=0.7,
        )  # fmt: skip
    titles = [shapes.fold(t, 70) for t in frame["title"]]
    shapes.rows(axes, titles, ends=(0.7, 0.5), fontsize=8)
    axes.set_xlim(2016, 2030)
    axes.set_xticks(range(2016, 2031, 2))
    handles = [
        shapes.mark("o", style.MUTED, "adopted"),
        shapes.mark("s", style.BLUE, "applies, binding"),
        shapes.mark("s", style.BLUE, "will apply", filled=False),
        shapes.mark("s", style.SAND, "guidance"),
    ]
    figure.legend(handles=handles, loc="outside upper left", ncols=4, fontsize=8.5)
    return figure
