"""Exhibits of the chapter on trafficking: how each is made."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.trafficking import (
    alerts,
    break_2021,
    campaign,
    cases,
    operation,
    reunions,
    rules,
    samples,
    share,
)
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import (
    multiverse,
    shapes,
    trafficking_alerts,
    trafficking_cases,
    trafficking_operation,
    trafficking_reunions,
)


def _paces(frame: pd.DataFrame) -> Figure:
    label = "pace after, times that before"
    return multiverse.chart(
        frame, label=label, text=lambda value: f"{value:.0f} ×", exact=lambda value: f"{value:.1f}"
    )


def _shares(frame: pd.DataFrame) -> Figure:
    return multiverse.chart(
        frame,
        label="trafficked",
        text=shapes.per_cent,
        exact=lambda value: shapes.per_cent(value, 1),
    )


EXHIBITS: dict[str, Recipe] = {
    "fig-trafficking-series": Recipe(cases.yearly, trafficking_cases.series),
    "tab-trafficking-rules": Recipe(rules.printed),
    "tab-trafficking-events": Recipe(rules.events),
    "fig-trafficking-reunions": Recipe(reunions.total, trafficking_reunions.reunions),
    "fig-trafficking-choices": Recipe(break_2021.choices, _paces, wide=True),
    "fig-trafficking-yields": Recipe(samples.yields, trafficking_reunions.yields),
    "tab-trafficking-campaign": Recipe(campaign.printed),
    "fig-trafficking-operation": Recipe(operation.within_year, trafficking_operation.within_year),
    "fig-trafficking-apart": Recipe(operation.late, trafficking_operation.apart),
    "fig-trafficking-recovery": Recipe(alerts.recovery, trafficking_alerts.recovery, wide=True),
    "fig-trafficking-reasons": Recipe(alerts.reasons, trafficking_alerts.reasons),
    "fig-trafficking-share-choices": Recipe(share.choices, _shares, wide=True),
}
