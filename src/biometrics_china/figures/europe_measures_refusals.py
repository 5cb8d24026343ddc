"""Figure of European bodies on Chinese lists."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from biometrics_china.figures import marks, shapes, style

#: kind of body → colour, the letter that says the same, and its name
_LOOK = {
    "research": (style.GREEN, "R", "R: research"),
    "state": (style.FAINT, "S", "S: state or union"),
    "association": (style.PURPLE, "A", "A: association"),
    "firm": (style.BLUE, "F", "F: firm"),
}
#: kinds whose letter is written in ink, since that parts better from their colour
_LIGHT = ("research", "state")


def lists(frame: pd.DataFrame) -> Figure:
    """Draw `refusals.marks`: a square a body, a row a day and list, open once the list let it go."""
    acts = list(dict.fromkeys(frame["act"]))
    figure, (axes,) = style.canvas(style.COLUMN, 0.46 * len(acts) + 1.1)
    style.bare(axes, bottom=False)
    for row in marks.each(axes, frame, "{entity}: {act}[, {has_ended:taken off since}]"):
        color, letter, _ = _LOOK[row["kind"]]
        face = style.PAPER if row["has_ended"] else color
        x, y = row["place"], row["row"]
        axes.scatter(x, y, s=190, color=face, edgecolor=color, linewidth=1.8, marker="s")
        is_light = row["kind"] in _LIGHT or row["has_ended"]
        shapes.count(axes, x, y, letter, fontsize=8, color=style.INK if is_light else style.PAPER)
    names = [act.replace(", ", "\n", 1) for act in acts]
    shapes.rows(axes, names, ends=(0.6, 0.5), fontsize=8.5)
    axes.set_xlim(-0.6, frame["place"].max() + 0.6)
    axes.set_xticks([])
    handles = [Patch(color=color, label=label) for color, _, label in _LOOK.values()]
    handles.append(Patch(facecolor=style.PAPER, edgecolor=style.MUTED, label="open: taken off"))
    figure.legend(handles=handles, loc="outside lower left", ncols=3, fontsize=8.5)
    return figure
