"""Exhibits of the page on methods: the records and the sources they stand on."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.methods import (
    agreement,
    either,
    left_out,
    newest,
    planted,
    records,
    standing,
    tests_made,
    twice_entered,
)
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import shapes


def sources_by_kind(frame: pd.DataFrame) -> Figure:
    """Draw the number of sources by kind, originals and copies apart."""
    parts = {"original": "original", "relay": "copy, excerpt or report"}
    return shapes.two_part_bars(frame, parts, "sources")


EXHIBITS: dict[str, Recipe] = {
    "tab-methods-records": Recipe(records.records),
    "tab-methods-gathering": Recipe(records.gathering),
    "tab-methods-left-out": Recipe(left_out.left_out),
    "tab-methods-planted": Recipe(planted.by_kind),
    "tab-methods-agreement": Recipe(agreement.printed),
    "tab-methods-either-coding": Recipe(either.printed),
    "tab-methods-twice-entered": Recipe(twice_entered.twice_entered),
    "tab-methods-standing": Recipe(standing.by_standing),
    "tab-methods-front-page": Recipe(standing.front_page),
    "tab-methods-tests": Recipe(tests_made.tests_made),
    "tab-methods-newest": Recipe(newest.newest),
    "tab-methods-missing": Recipe(newest.missing),
    "fig-methods-sources": Recipe(records.sources_by_kind, sources_by_kind),
}
