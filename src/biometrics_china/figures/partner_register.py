"""Exhibits of the page on screening a partner: what the register holds, how well names match."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from biometrics_china import tables
from biometrics_china.analysis.partner_register import holdings, matching, names_held, written
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import marks, shapes, style
from biometrics_china.register.records import KINDS
from biometrics_china.register.records import records as all_records

#: kind of record → a head short enough to stand beside the others
_HEADS = {
    "list": "Lists",
    "supervision": "Super-\nvised",
    "standard": "Standards",
    "rule": "Rules",
    "supply": "Supply",
    "purchase": "Pur-\nchases",
    "technology": "Systems",
    "deployment": "In Europe",
    "research": "Research",
    "retraction": "Papers",
    "police": "Police",
    "answer": "Own words",
}


def records(frame: pd.DataFrame) -> Figure:
    """Draw records by body and kind from `holdings.most_recorded` as a grid of counts."""
    kinds = [k for k in KINDS if k in frame.columns]
    figure, (axes,) = style.canvas(style.WIDE, 0.3 * len(frame) + 1.5)
    style.bare(axes, bottom=False)
    grid = frame[kinds].to_numpy()
    rows, columns = np.nonzero(grid)
    sizes = 120 + 70 * np.sqrt(grid[rows, columns])
    spots = axes.scatter(columns, rows, s=sizes, color=style.PALE_BLUE, linewidth=0)
    heads = [" ".join(_HEADS[kinds[c]].replace("-\n", "").split()) for c in columns]
    cells = frame.iloc[rows].assign(head=heads, n=grid[rows, columns])
    marks.tell(spots, cells, "{name}, {head}; records: {n}", "entities/{id}")
    for row, column in zip(rows, columns, strict=True):
        shapes.count(axes, column, row, grid[row, column], fontsize=8.5)
    shapes.rows(axes, [shapes.fold(n, 34) for n in frame["name"]])
    shapes.heads(axes, [_HEADS[k] for k in kinds], fontsize=8.5)
    for y in range(len(frame)):
        axes.axhline(y, color=style.RULE, linewidth=0.6, zorder=0)
    return figure


EXHIBITS: dict[str, Recipe] = {
    "tab-partner-register-holdings": Recipe(
        lambda: holdings.by_kind(holdings.bodies(), all_records())
    ),
    "fig-partner-register-records": Recipe(
        lambda: holdings.most_recorded(holdings.bodies(), all_records()), records, wide=True
    ),
    "tab-partner-register-lists": Recipe(holdings.lists_read),
    "tab-partner-register-names": Recipe(names_held.lacking),
    "tab-partner-register-matching": Recipe(
        lambda: matching.by_variation(matching.outcomes(tables.load("matching_labels")))
    ),
    "tab-partner-register-written": Recipe(written.measured),
}
