"""Exhibits of the chapter on partner and activity."""

from __future__ import annotations

from biometrics_china.analysis.cooperation import advice, cases, lights
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import cooperation_lights

EXHIBITS: dict[str, Recipe] = {
    "fig-cooperation-grid": Recipe(lights.grid, cooperation_lights.grid),
    "tab-cooperation-pairs": Recipe(lights.grid),
    "tab-cooperation-readings": Recipe(lights.readings),
    "tab-cooperation-rules": Recipe(lights.bearing),
    "fig-cooperation-cases": Recipe(cases.steps, cooperation_lights.followed, wide=True),
    "tab-cooperation-steps": Recipe(cases.steps),
    "tab-cooperation-recommendations": Recipe(advice.recommendations),
}
