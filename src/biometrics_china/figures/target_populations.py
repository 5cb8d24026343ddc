"""Exhibits of the chapter on target populations: what each shows, says and stands on."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.target_populations import events, groups, procurement
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import (
    multiverse,
    target_populations_groups,
    target_populations_numbers,
)

_EVENTS = ("collection_events",)


def _choices(frame: pd.DataFrame) -> Figure:
    return multiverse.chart(
        frame, label="share reached", text=lambda value: f"{100 * value:.0f} %", top=1.9
    )


def _categories() -> pd.DataFrame:
    frame = groups.categories()
    frame.columns = ["theme", *(f"scheme_{n}" for n in range(1, frame.shape[1]))]
    return frame


EXHIBITS: dict[str, Recipe] = {
    "tab-target-populations-categories": Recipe(_categories),
    "fig-target-populations-registers": Recipe(
        groups.drug_registers, target_populations_groups.registers
    ),
    "tab-target-populations-footing": Recipe(groups.footing),
    "fig-target-populations-traits": Recipe(
        events.traits_in_book, target_populations_groups.traits, wide=True
    ),
    "fig-target-populations-drive": Recipe(
        events.drive_in_book, target_populations_groups.drive, wide=True
    ),
    "fig-target-populations-numbers": Recipe(
        events.stated_numbers, target_populations_numbers.stated_numbers, wide=True
    ),
    "fig-target-populations-prices": Recipe(
        procurement.test_prices, target_populations_numbers.test_prices
    ),
    "tab-target-populations-procurement": Recipe(procurement.by_stage_in_book),
    "fig-target-populations-choices": Recipe(events.share_choices, _choices, wide=True),
}
