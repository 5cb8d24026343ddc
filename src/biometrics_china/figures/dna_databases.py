"""Exhibits of the chapter on DNA databases: what each shows, says and stands on."""

from __future__ import annotations

from biometrics_china.analysis.dna_databases import compare, growth, growth_drawn, sizes
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import dna_databases_compare, dna_databases_growth, multiverse, shapes

EXHIBITS: dict[str, Recipe] = {
    "fig-dna-databases-growth": Recipe(
        lambda: growth_drawn.curves(growth.points()), dna_databases_growth.growth, wide=True
    ),
    "tab-dna-databases-models": Recipe(growth.model_table),
    "fig-dna-databases-share": Recipe(
        lambda: sizes.shares(sizes.sizes(), sizes.national_populations()),
        dna_databases_growth.shares,
        wide=True,
    ),
    "fig-dna-databases-rank": Recipe(
        lambda: compare.cross_section(sizes.sizes(), sizes.national_populations()),
        dna_databases_compare.cross_section,
    ),
    "fig-dna-databases-traces": Recipe(
        lambda: compare.people_for_each_trace(sizes.sizes()),
        dna_databases_compare.traces,
        wide=True,
    ),
    "tab-dna-databases-who": Recipe(compare.who_is_stored),
    "fig-dna-databases-choices": Recipe(
        compare.share_choices,
        lambda frame: multiverse.chart(
            frame, label="share of the population", text=shapes.per_cent
        ),
        wide=True,
    ),
}
