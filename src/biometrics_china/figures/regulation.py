"""Exhibits of the chapter on regulation: what each shows, says and stands on."""

from __future__ import annotations

from biometrics_china.analysis.regulation import (
    counts,
    courts,
    faster,
    passages,
    standards,
    texts,
    timeline,
)
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import regulation_passages, regulation_practice, regulation_timeline

EXHIBITS: dict[str, Recipe] = {
    "fig-regulation-timeline": Recipe(timeline.timeline, regulation_timeline.timeline, wide=True),
    "fig-regulation-effect": Recipe(counts.by_year, regulation_timeline.by_year),
    "tab-regulation-effect-choices": Recipe(counts.choices),
    "fig-regulation-passage": Recipe(
        lambda: passages.curves(passages.units(passages.spells())),
        regulation_passages.passage_curves,
        wide=True,
    ),
    "fig-regulation-passage-choices": Recipe(
        faster.sensitivity, regulation_passages.passage_choices, wide=True
    ),
    "fig-regulation-drafters": Recipe(
        standards.matrix, regulation_practice.drafter_matrix, wide=True
    ),
    "fig-regulation-drafter-shares": Recipe(
        standards.shares_by_standard, regulation_practice.drafter_shares, wide=True
    ),
    "fig-regulation-fines": Recipe(courts.drawn, regulation_practice.fines, wide=True),
    "tab-regulation-definitions": Recipe(texts.definitions),
    "tab-regulation-text-changes": Recipe(texts.text_changes),
    "tab-regulation-local": Recipe(texts.local_rules),
    "tab-regulation-industry": Recipe(texts.industry_acts),
    "tab-regulation-deepfakes": Recipe(texts.deepfake_rules),
}
