"""Drawing of what limits a police power from outside or over time, in China and in Europe."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.figures import marks, shapes, style
from biometrics_china.figures.meanings import PLACE

#: inches: so narrow that it keeps its size on a phone
_WIDTH, _ROW = 4.7, 0.78
_BAR = 0.26
_WORDS = {
    "erasure": "Data must be erased",
    "retention_limit": "Keeping has a limit",
    "independent_supervision": "Somebody outside supervises",
    "independent_approval": "Somebody outside approves first",
}


def outside(frame: pd.DataFrame) -> Figure:
    """Draw the rows of `analysis.police_powers.national.outside` as shares of the powers read."""
    figure, (axes,) = style.canvas(_WIDTH, _ROW * len(frame) + 0.5)
    style.bare(axes, bottom=False)
    for y, row in enumerate(frame.to_dict("records")):
        axes.text(0, y - 0.42, _WORDS[row["key"]], fontweight="semibold", va="center", size=10.5)
        least, most = (row[end] / row["states_of"] for end in ("least", "most"))
        axes.barh([y - 0.12, y + 0.22], 1.0, _BAR, color=style.WASH)
        known = f"{row['least']}" if least == most else f"{row['least']} to {row['most']}"
        europe, china = sides = (
            (-0.12, f"Europe: {known} of {row['states_of']}", PLACE["Europe"]),
            (0.22, f"China: {row['china'] or 'none'} of {row['china_of']}", PLACE["China"]),
        )
        with marks.one(axes, y, f"{_WORDS[row['key']]}. {europe[1]} powers"):
            axes.barh(y - 0.12, least, _BAR, color=PLACE["Europe"])
            axes.barh(
                y - 0.12,
                most - least,
                _BAR,
                left=least,
                color=style.PALE_BLUE,
                hatch="////",
                edgecolor=style.PAPER,
                linewidth=0,
            )
        with marks.one(axes, y, f"{_WORDS[row['key']]}. {china[1]} powers"):
            axes.barh(y + 0.22, row["china"] / row["china_of"], _BAR, color=PLACE["China"])
        for shift, words, colour in sides:
            shapes.note(axes, words, (1.0, y + shift), (6, 0), color=colour, fontweight="semibold")
    axes.set_xlim(0, 1.62)
    axes.set_ylim(len(frame) - 0.45, -0.75)
    axes.set_xticks([])
    axes.set_yticks([])
    return figure
