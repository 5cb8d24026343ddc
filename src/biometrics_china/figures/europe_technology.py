"""Exhibits of the chapter on technology between Europe and China."""

from __future__ import annotations

from biometrics_china import provenance, tables
from biometrics_china.analysis.europe_technology import (
    data_handling,
    industry,
    lists,
    places,
    public_money,
    size,
    supplies,
    survey,
)
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import (
    europe_technology_lists,
    europe_technology_money,
    europe_technology_supplies,
    multiverse,
    shapes,
)
from biometrics_china.register.kin import parts
from biometrics_china.register.records import records

EXHIBITS: dict[str, Recipe] = {
    "tab-europe-technology-european": Recipe(
        lambda: supplies.european(provenance.read_rows("technology_supplies"))
    ),
    "fig-europe-technology-supplies": Recipe(
        lambda: supplies.timeline(supplies.supplies()), europe_technology_supplies.timeline
    ),
    "fig-europe-technology-lists": Recipe(
        lambda: lists.cumulative(lists.acts(), lists.last_act()), europe_technology_lists.steps
    ),
    "fig-europe-technology-technologies": Recipe(
        lambda: lists.by_technology(lists.first_entries()),
        europe_technology_lists.technologies,
    ),
    "fig-europe-technology-bodies": Recipe(survey.survey, europe_technology_supplies.survey),
    "fig-europe-technology-choices": Recipe(
        lambda: survey.choices(survey.survey(), survey.everybody()),
        lambda frame: multiverse.chart(
            frame,
            label="share of public bodies",
            text=shapes.per_cent,
            top=1.8,
        ),
    ),
    "fig-europe-technology-places": Recipe(
        lambda: places.by_measure(places.in_europe()), europe_technology_supplies.places, wide=True
    ),
    "tab-europe-technology-faces": Recipe(lambda: places.faces(places.in_europe())),
    "fig-europe-technology-answers": Recipe(
        lambda: public_money.answers(provenance.read_rows("official_answers")),
        europe_technology_money.answers,
        wide=True,
    ),
    "tab-europe-technology-money": Recipe(
        lambda: public_money.purchases(provenance.read_rows("public_purchases"))
    ),
    "tab-europe-technology-data": Recipe(lambda: data_handling.acts(data_handling.of_package())),
    "tab-europe-technology-industry": Recipe(
        lambda: industry.industry(tables.load("entities"), records(), parts())
    ),
    "tab-europe-technology-size": Recipe(lambda: size.figures(size.counted())),
}
