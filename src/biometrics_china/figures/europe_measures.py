"""Exhibits of the chapter on European measures."""

from __future__ import annotations

from biometrics_china import tables
from biometrics_china.analysis.europe_measures import coverage, questions, refusals, states
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import (
    europe_measures_grids,
    europe_measures_refusals,
    multiverse,
    shapes,
)

EXHIBITS: dict[str, Recipe] = {
    "fig-europe-measures-matrix": Recipe(
        lambda: coverage.cells(coverage.measures()), europe_measures_grids.matrix, wide=True
    ),
    "tab-europe-measures-holes": Recipe(lambda: coverage.holes(coverage.measures())),
    "fig-europe-measures-timeline": Recipe(
        lambda: coverage.timeline(coverage.measures()), europe_measures_grids.timeline, wide=True
    ),
    "fig-europe-measures-force": Recipe(
        lambda: coverage.by_force(coverage.measures()), europe_measures_grids.force
    ),
    "fig-europe-measures-choices": Recipe(
        lambda: coverage.choices(coverage.measures()),
        lambda frame: multiverse.chart(
            frame, label="share that names biometrics", text=shapes.per_cent, top=1.8
        ),
    ),
    "fig-europe-measures-countermeasures": Recipe(
        lambda: refusals.marks(refusals.european()), europe_measures_refusals.lists
    ),
    "tab-europe-measures-refusals": Recipe(refusals.episodes),
    "tab-europe-measures-counter-rules": Recipe(refusals.rules),
    "tab-europe-measures-questions": Recipe(
        lambda: questions.questions(tables.load("cooperation_questions"))
    ),
    "tab-europe-measures-lookups": Recipe(states.lookups),
    "tab-europe-measures-state": Recipe(states.measures),
}
