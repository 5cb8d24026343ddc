"""Exhibits of the chapter on European measures."""

from __future__ import annotations

from biometrics_china import tables
from biometrics_china.analysis.europe_measures import coverage, questions
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import europe_measures_grids, multiverse, shapes

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
    "tab-europe-measures-questions": Recipe(
        lambda: questions.questions(tables.load("cooperation_questions"))
    ),
}
