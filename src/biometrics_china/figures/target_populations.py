"""Exhibits of the chapter on target populations: how each is made."""

from __future__ import annotations

from biometrics_china import provenance
from biometrics_china.analysis.target_populations import events, groups, procurement
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import (
    multiverse,
    shapes,
    target_populations_groups,
    target_populations_numbers,
)

EXHIBITS: dict[str, Recipe] = {
    "tab-target-populations-categories": Recipe(lambda: groups.numbered(groups.categories())),
    "fig-target-populations-registers": Recipe(
        lambda: groups.drug_registers(groups.registers(provenance.read_rows("registry_sizes"))),
        target_populations_groups.registers,
    ),
    "tab-target-populations-footing": Recipe(groups.footing),
    "fig-target-populations-traits": Recipe(
        lambda: events.traits(events.counted()), target_populations_groups.traits, wide=True
    ),
    "fig-target-populations-drive": Recipe(
        lambda: events.drive(events.counted()), target_populations_groups.drive, wide=True
    ),
    "fig-target-populations-numbers": Recipe(
        events.stated_numbers, target_populations_numbers.stated_numbers, wide=True
    ),
    "fig-target-populations-prices": Recipe(
        procurement.test_prices, target_populations_numbers.test_prices
    ),
    "tab-target-populations-procurement": Recipe(
        lambda: procurement.by_stage(procurement.police_purchases())
    ),
    "fig-target-populations-choices": Recipe(
        events.share_choices,
        lambda frame: multiverse.chart(frame, label="share reached", text=shapes.per_cent, top=1.9),
        wide=True,
    ),
}
