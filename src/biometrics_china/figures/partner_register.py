"""Exhibits of the page on screening a partner: what the register holds, how well names match."""

from __future__ import annotations

import textwrap

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.partner_register import holdings, matching
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import style
from biometrics_china.register.records import KINDS

#: kind of record → a head short enough to stand beside the others
_HEADS = {
    "list": "Lists",
    "standard": "Standards",
    "rule": "Rules",
    "supply": "Supply",
    "purchase": "Purchases",
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
    axes.scatter(columns, rows, s=sizes, color=style.PALE_BLUE, linewidth=0)
    for row, column in zip(rows, columns, strict=True):
        axes.annotate(str(grid[row, column]), (column, row), ha="center", va="center", fontsize=8.5)
    axes.set_yticks(range(len(frame)), ["\n".join(textwrap.wrap(n, 34)) for n in frame["name"]])
    axes.set_xticks(range(len(kinds)), [_HEADS[k] for k in kinds], fontsize=9)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.set_xlim(-0.6, len(kinds) - 0.4)
    axes.set_ylim(len(frame) - 0.4, -0.6)
    for y in range(len(frame)):
        axes.axhline(y, color=style.RULE, linewidth=0.6, zorder=0)
    return figure


EXHIBITS = (
    Exhibit(
        id="tab-partner-register-holdings",
        title="Records of the register by kind of body and kind of record",
        frame=holdings.by_kind_in_book,
        caption=(
            "Records, counted once for each body they name. The {n_records} records come from "
            "{n_tables} tables of the book. An empty combination means that the book holds no such "
            "record, not that there is none."
        ),
        tables=("entities", "entity_names"),
        interval="None: a count of the book's own records",
        columns={"kind": "Kind of body", **_HEADS},
    ),
    Exhibit(
        id="fig-partner-register-records",
        title="The bodies that the book knows from most sides",
        frame=holdings.most_recorded_in_book,
        draw=records,
        caption=(
            "Number of records by kind for the bodies with the most kinds of record; the kinds are "
            "those of the table above. The order says how many kinds of source speak of a body; it "
            "is no ranking of risk, and bodies that are written about more have more records."
        ),
        alt=(
            "Grid of bodies against kinds of record, a dot with a count in each cell that holds "
            "records. Large Chinese makers of cameras and face recognition stand at the top with "
            "records of many kinds; European hospitals and universities have research and papers."
        ),
        tables=("entities", "entity_names"),
        interval="None: a count of the book's own records",
        wide=True,
    ),
    Exhibit(
        id="tab-partner-register-matching",
        title="What became of the names labelled by hand",
        frame=matching.by_variation_in_book,
        caption=(
            "{n_labels} names by how they differ from the register. Tied to the right body; the "
            "right body shown for comparison; kept apart, where no body of the register bears the "
            "name; right body not shown; tied to a wrong body. {n_wrong} names were tied to a wrong "
            "body, and of {n_missed} the right body was not shown."
        ),
        tables=("matching_labels", "entities", "entity_names"),
        interval="In the text: Wilson intervals of the shares",
        columns={
            "variation": "The typed name is",
            "names": "Names",
            "named": "Tied to the right body",
            "shown": "Right body shown",
            "apart": "Kept apart",
            "missed": "Right body not shown",
            "wrong": "Tied to a wrong body",
        },
    ),
)
