"""Exhibits of the chapter on research between Europe and China."""

from __future__ import annotations

from biometrics_china.analysis.europe_research import (
    base_rate,
    counts,
    listed,
    retractions,
    training_sets,
)
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import (
    europe_research_base,
    europe_research_counts,
    europe_research_papers,
    multiverse,
)
from biometrics_china.provenance import read_rows

EXHIBITS: dict[str, Recipe] = {
    "tab-europe-research-links": Recipe(lambda: counts.links(read_rows("research_links"))),
    "fig-europe-research-audits": Recipe(
        lambda: counts.audits(read_rows("research_links")), europe_research_counts.audits, wide=True
    ),
    "fig-europe-research-retractions": Recipe(
        lambda: retractions.spans(retractions.papers()), europe_research_papers.spans
    ),
    "fig-europe-research-choices": Recipe(
        lambda: retractions.choices(retractions.papers()),
        lambda frame: multiverse.chart(
            frame, label="median lag, months", text=lambda value: f"{value:.0f}", top=1.8
        ),
    ),
    "tab-europe-research-status": Recipe(lambda: retractions.by_status(retractions.papers())),
    "fig-europe-research-listed": Recipe(
        listed.of_package, europe_research_papers.listed, wide=True
    ),
    "fig-europe-research-base-rate": Recipe(
        base_rate.of_package, europe_research_base.rates, wide=True
    ),
    "tab-europe-research-base-rate": Recipe(
        lambda: base_rate.by_country(read_rows("surveillance_papers"))
    ),
    "tab-europe-research-sets": Recipe(lambda: training_sets.sets(read_rows("training_sets"))),
    "fig-europe-research-sets": Recipe(training_sets.of_package, europe_research_base.uses),
    "fig-europe-research-military": Recipe(
        lambda: counts.military(read_rows("research_links")), europe_research_counts.military
    ),
    "tab-europe-research-money": Recipe(lambda: counts.money(read_rows("research_links"))),
}
