"""Exhibits of the chapter on police powers: what each shows, says and stands on."""

from __future__ import annotations

from biometrics_china.analysis.police_powers import (
    association,
    bound,
    census,
    limits,
    national,
    provisions,
    readings,
    safeguards,
)
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import (
    police_powers_bound,
    police_powers_census,
    police_powers_grids,
    police_powers_outside,
    police_powers_provisions,
)

EXHIBITS: dict[str, Recipe] = {
    "fig-police-powers-addressees": Recipe(
        provisions.matrix, police_powers_provisions.matrix, wide=True
    ),
    "fig-police-powers-bound": Recipe(bound.bound, police_powers_bound.bound, wide=True),
    "tab-police-powers-bound-choices": Recipe(bound.printed_choices),
    "fig-police-powers-safeguards": Recipe(
        safeguards.grid, police_powers_grids.safeguards, wide=True
    ),
    "fig-police-powers-national": Recipe(national.grid, police_powers_grids.safeguards, wide=True),
    "fig-police-powers-outside": Recipe(national.outside, police_powers_outside.outside),
    "tab-police-powers-national": Recipe(national.printed),
    "tab-police-powers-readings": Recipe(readings.readings),
    "fig-police-powers-census": Recipe(census.by_level, police_powers_census.census, wide=True),
    "tab-police-powers-census-test": Recipe(association.under_codings),
    "tab-police-powers-self-limits": Recipe(limits.limits),
    "tab-police-powers-openings": Recipe(provisions.openings),
}
