"""Exhibits of the chapter on technology between Europe and China."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.europe_technology import industry, lists, places, supplies, survey
from biometrics_china.analysis.europe_technology.numbers import choices_in_book
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import (
    europe_technology_lists,
    europe_technology_supplies,
    multiverse,
)


def _choices(frame: pd.DataFrame) -> Figure:
    return multiverse.chart(
        frame, label="share of public bodies", text=lambda value: f"{100 * value:.0f} %", top=1.8
    )


EXHIBITS: dict[str, Recipe] = {
    "tab-europe-technology-european": Recipe(supplies.european_in_book),
    "fig-europe-technology-supplies": Recipe(
        supplies.timeline_in_book, europe_technology_supplies.timeline
    ),
    "fig-europe-technology-lists": Recipe(lists.cumulative_in_book, europe_technology_lists.steps),
    "fig-europe-technology-technologies": Recipe(
        lists.by_technology_in_book, europe_technology_lists.technologies
    ),
    "fig-europe-technology-bodies": Recipe(survey.survey, europe_technology_supplies.survey),
    "fig-europe-technology-choices": Recipe(choices_in_book, _choices),
    "fig-europe-technology-places": Recipe(
        places.by_measure_in_book, europe_technology_supplies.places, wide=True
    ),
    "tab-europe-technology-faces": Recipe(places.faces_in_book),
    "tab-europe-technology-industry": Recipe(industry.industry_in_book),
}
