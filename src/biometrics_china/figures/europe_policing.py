"""Exhibits of the chapter on police cooperation."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china import provenance, tables
from biometrics_china.analysis.europe_policing import channels, decisions, links, rules, treaties
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import europe_policing_law, europe_policing_links


def _decisions(frame: pd.DataFrame) -> Figure:
    turn = decisions.turn_date(provenance.read_rows("surrender_decisions"))
    return europe_policing_law.decisions(frame, tables.decimal_year(turn))


EXHIBITS: dict[str, Recipe] = {
    "fig-europe-policing-links": Recipe(
        links.timeline_in_book, europe_policing_links.timeline, wide=True
    ),
    "tab-europe-policing-texts": Recipe(links.on_data_in_book),
    "fig-europe-policing-patrols": Recipe(links.patrols_in_book, europe_policing_links.patrols),
    "fig-europe-policing-interpol": Recipe(
        channels.holdings_in_book, europe_policing_links.interpol
    ),
    "fig-europe-policing-rules": Recipe(rules.matrix_in_book, europe_policing_law.rules, wide=True),
    "fig-europe-policing-treaties": Recipe(
        treaties.grid_in_book, europe_policing_law.treaties, wide=True
    ),
    "fig-europe-policing-decisions": Recipe(decisions.timeline_in_book, _decisions, wide=True),
    "tab-europe-policing-decisions": Recipe(decisions.listed_in_book),
    "tab-europe-policing-stations": Recipe(links.stations_in_book),
    "tab-europe-policing-positions": Recipe(links.positions_in_book),
}
