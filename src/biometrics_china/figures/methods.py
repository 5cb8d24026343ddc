"""Exhibits of the page on methods: the records and the sources they stand on."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.methods import left_out, planted, records
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import shapes


def sources_by_kind(frame: pd.DataFrame) -> Figure:
    """Draw the number of sources by kind, originals and relays apart."""
    parts = {"original": "original", "relay": "copy or relay of the original"}
    return shapes.two_part_bars(frame, parts, "sources")


EXHIBITS: dict[str, Recipe] = {
    "tab-methods-records": Recipe(records.records),
    "tab-methods-left-out": Recipe(left_out.left_out),
    "tab-methods-planted": Recipe(planted.by_kind),
    "fig-methods-sources": Recipe(records.sources_by_kind, sources_by_kind),
}
