"""Drawing of whom the provisions bind: the summary of counts."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.police_powers.provisions import CHINA, EU
from biometrics_china.figures import marks, shapes, style
from biometrics_china.figures.meanings import PLACE


def bound(frame: pd.DataFrame) -> Figure:
    """Draw the counts from `analysis.police_powers.bound.bound`, a pair of bars a measure.

    The measures stand in the order of the Chinese share.
    """
    china = frame[frame["side"].eq(CHINA)].sort_values("share", ascending=False, kind="stable")
    measures = list(china["words"])
    figure, (axes,) = style.canvas(style.COLUMN, 0.62 * len(measures) + 0.7)
    style.bare(axes, bottom=False)
    for side, words, colour, shift in (
        (CHINA, "China", PLACE["China"], -0.19),
        (EU, "EU", PLACE["European Union"], 0.19),
    ):
        rows = frame[frame["side"].eq(side)].sort_values(
            "words", key=lambda of: of.map(measures.index), kind="stable"
        )
        part = rows.set_index("words").reindex(measures)
        y = [place + shift for place in range(len(measures))]
        bars = axes.barh(y, part["share"], height=0.34, color=colour)
        marks.tell(bars, rows, f"{words}: {{count}} of {{total}} {{words}}")
        for at, (_, row) in zip(y, part.iterrows(), strict=True):
            shapes.note(
                axes,
                f"{row['count']:.0f} of {row['total']:.0f}, {words}",
                (row["share"], at),
                (4, 0),
            )
    shapes.rows(axes, [shapes.fold(words, 24) for words in measures], ends=(0.5, 0.5))
    axes.set_xlim(0, 1.26)
    axes.set_xticks([])
    axes.axvline(0, color=style.MUTED, linewidth=0.8)
    return figure
