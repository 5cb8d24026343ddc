"""Drawing of the chapter on faces: which system is documented to take which step."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china import tables
from biometrics_china.figures import marks, shapes, style
from biometrics_china.figures.meanings import SOURCE

#: what a step is known from → its letter
_LETTERS = {
    "leak": "L",
    "app": "S",
    "press": "R",
    "official": "O",
    "tender": "T",
    "product": "P",
}


def grid(frame: pd.DataFrame) -> Figure:
    """Draw `steps.grid`: systems down, steps across, a letter for what the step is known from."""
    steps, labels = tables.vocabulary("file_step"), tables.vocabulary("step_evidence")
    figure, (axes,) = style.canvas(style.WIDE, 0.36 * len(frame) + 1.6)
    style.bare(axes, bottom=False)
    for y, row in enumerate(frame.to_dict("records")):
        taken = [x for x, step in enumerate(steps) if row[step]]
        axes.plot([min(taken), max(taken)], [y, y], color=style.RULE, linewidth=1.2, zorder=0)
        for x in taken:
            step = list(steps)[x]
            color, filled = SOURCE[row[step]]
            face = color if filled else style.PAPER
            said = f"{row['system']}, {steps[step]}: {labels[row[step]].lower()}"
            with marks.one(axes, y, said, f"joined_file_steps/{row[f'{step}_id']}"):
                axes.scatter(x, y, s=230, color=face, edgecolor=color, linewidth=1.6, marker="s")
            ink = style.PAPER if filled else style.INK
            shapes.count(axes, x, y, _LETTERS[row[step]], color=ink, va="center_baseline")
    shapes.rows(axes, frame["system"], ends=(0.7, 0.5), fontsize=9)
    shapes.heads(axes, [f"{n}. {label}" for n, label in enumerate(steps.values(), 1)])
    handles = [
        shapes.mark(
            "s", SOURCE[code][0], f"{letter}: {labels[code].lower()}", filled=SOURCE[code][1]
        )
        for code, letter in _LETTERS.items()
    ]
    figure.legend(handles=handles, loc="outside lower left", ncols=3, fontsize=9)
    return figure
