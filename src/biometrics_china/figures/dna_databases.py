"""Exhibits of the chapter on DNA databases: what each shows, says and stands on."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.dna_databases import compare, growth, sizes
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import dna_databases_compare, dna_databases_growth, multiverse

_SIZES = ("dna_database_sizes",)


def _choices(frame: pd.DataFrame) -> Figure:
    return multiverse.chart(
        frame, label="share of the population", text=lambda value: f"{100 * value:.0f} %"
    )


def _model_table() -> pd.DataFrame:
    frame = growth.models()
    return pd.DataFrame(
        {
            "model": frame["model"],
            "aicc": frame["aicc"].map("{:.1f}".format),
            "difference": frame["difference"].map("{:.1f}".format),
            "weight": frame["weight"].map("{:.2f}".format),
            "note": frame["note"],
        }
    )


EXHIBITS: dict[str, Recipe] = {
    "fig-dna-databases-growth": Recipe(growth.curves, dna_databases_growth.growth, wide=True),
    "tab-dna-databases-models": Recipe(_model_table),
    "fig-dna-databases-share": Recipe(sizes.shares_in_book, dna_databases_growth.shares, wide=True),
    "fig-dna-databases-rank": Recipe(
        compare.cross_section_in_book, dna_databases_compare.cross_section
    ),
    "fig-dna-databases-traces": Recipe(
        compare.traces_in_book, dna_databases_compare.traces, wide=True
    ),
    "tab-dna-databases-who": Recipe(compare.who_is_stored),
    "fig-dna-databases-choices": Recipe(compare.share_choices, _choices, wide=True),
}
