"""Exhibits of the page on methods: the records and the sources they stand on."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis import methods
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import methods_timings, shapes


def sources_by_kind(frame: pd.DataFrame) -> Figure:
    """Draw the number of sources by kind, originals and relays apart."""
    parts = {"original": "original", "relay": "copy or relay of the original"}
    return shapes.two_part_bars(frame, parts, "sources")


EXHIBITS = (
    Exhibit(
        id="tab-methods-records",
        title="The tables of facts, and how much of them was read",
        frame=methods.records,
        caption=(
            "Rows, rows read at the source they name, rows still recalled, and the sources of each "
            "table. Of {n_rows} rows, {n_recalled} are recalled; they feed no figure, number or "
            "sentence."
        ),
        tables=("sources",),
        interval="None: a count of the book's own records",
        columns={
            "title": "Table",
            "rows": "Rows",
            "read": "Read",
            "recalled": "Recalled",
            "sources": "Sources",
            "relays": "Of these relays",
        },
    ),
    Exhibit(
        id="fig-methods-sources",
        title="What the facts stand on",
        frame=methods.sources_by_kind,
        draw=sources_by_kind,
        caption=(
            "Sources by kind. Of {n_sources} sources, {n_relays} ({share_relays} per cent) are "
            "copies, translations, reposts or summaries of an original that was not itself read. A "
            "relay can be exact; the list of sources says what each one relays, so that a reader "
            "with better access can check it."
        ),
        alt=(
            "Bar chart of {n_sources} sources by kind, each bar divided into originals and relays; "
            "{n_relays} are relays."
        ),
        tables=("sources",),
        interval="None: a count of the book's own records",
    ),
    *methods_timings.EXHIBITS,
)
