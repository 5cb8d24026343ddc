"""Exhibits of the chapter on research between Europe and China."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.europe_research import counts, listed, retractions
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import europe_research_counts, europe_research_papers, multiverse


def _choices(frame: pd.DataFrame) -> Figure:
    return multiverse.chart(
        frame, label="median lag, months", text=lambda value: f"{value:.0f}", top=1.8
    )


EXHIBITS: dict[str, Recipe] = {
    "tab-europe-research-links": Recipe(counts.links_in_book),
    "fig-europe-research-audits": Recipe(
        counts.audits_in_book, europe_research_counts.audits, wide=True
    ),
    "fig-europe-research-retractions": Recipe(
        retractions.spans_in_book, europe_research_papers.spans
    ),
    "fig-europe-research-choices": Recipe(retractions.choices_in_book, _choices),
    "tab-europe-research-status": Recipe(retractions.by_status_in_book),
    "fig-europe-research-listed": Recipe(
        listed.work_in_book, europe_research_papers.listed, wide=True
    ),
    "fig-europe-research-military": Recipe(
        counts.military_in_book, europe_research_counts.military
    ),
    "tab-europe-research-money": Recipe(counts.money_in_book),
}
