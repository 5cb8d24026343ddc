"""Exhibits of the chapter on western China: what each shows, says and stands on."""

from __future__ import annotations

from biometrics_china.analysis.western_china import (
    coverage,
    estimates,
    examinations,
    places,
    responses,
)
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import (
    multiverse,
    shapes,
    western_china_events,
    western_china_map,
    western_china_numbers,
)

EXHIBITS: dict[str, Recipe] = {
    "fig-western-china-map": Recipe(places.documented, western_china_map.documented, wide=True),
    "fig-western-china-examinations": Recipe(examinations.series, western_china_numbers.series),
    "fig-western-china-coverage": Recipe(coverage.coverage, western_china_numbers.coverage),
    "fig-western-china-ratio-choices": Recipe(
        coverage.ratio_choices,
        lambda frame: multiverse.chart(
            frame, label="coverage, south over rest", text=lambda value: f"{value:.2f}", top=1.8
        ),
        wide=True,
    ),
    "fig-western-china-file": Recipe(
        examinations.research_file, western_china_numbers.research_file
    ),
    "fig-western-china-estimates": Recipe(
        estimates.shares, western_china_numbers.shares, wide=True
    ),
    "fig-western-china-share-choices": Recipe(
        estimates.share_choices,
        lambda frame: multiverse.chart(
            frame, label="share sampled", text=lambda value: shapes.per_cent(value, 1), top=1.8
        ),
        wide=True,
    ),
    "fig-western-china-restatements": Recipe(
        estimates.restatements, western_china_numbers.restatements
    ),
    "fig-western-china-disclosures": Recipe(
        responses.disclosures, western_china_events.disclosures, wide=True
    ),
    "fig-western-china-listings": Recipe(
        responses.listings_and_exits, western_china_events.listings_and_exits
    ),
    "tab-western-china-statements": Recipe(responses.statements),
    "tab-western-china-allegations": Recipe(responses.allegations),
}
