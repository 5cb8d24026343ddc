"""Exhibits of the chapter on police cooperation."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china import tables
from biometrics_china.analysis.europe_policing import channels, decisions, links, rules, treaties
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import europe_policing_law, europe_policing_links
from biometrics_china.provenance import read_rows


def _decisions(frame: pd.DataFrame) -> Figure:
    turn = decisions.turn_date(read_rows("surrender_decisions"))
    return europe_policing_law.decisions(frame, tables.decimal_year(turn))


EXHIBITS: dict[str, Recipe] = {
    "fig-europe-policing-links": Recipe(
        lambda: links.timeline(read_rows("police_links")), europe_policing_links.timeline, wide=True
    ),
    "tab-europe-policing-texts": Recipe(lambda: links.on_data(read_rows("police_links"))),
    "fig-europe-policing-patrols": Recipe(
        lambda: links.patrols(read_rows("police_counts")), europe_policing_links.patrols
    ),
    "fig-europe-policing-interpol": Recipe(
        lambda: channels.holdings(read_rows("police_counts")), europe_policing_links.interpol
    ),
    "fig-europe-policing-rules": Recipe(
        lambda: rules.matrix(read_rows("transfer_rules")), europe_policing_law.rules, wide=True
    ),
    "fig-europe-policing-treaties": Recipe(
        lambda: treaties.grid(treaties.used(read_rows("police_treaties"))),
        europe_policing_law.treaties,
        wide=True,
    ),
    "fig-europe-policing-decisions": Recipe(
        lambda: decisions.timeline(read_rows("surrender_decisions")), _decisions, wide=True
    ),
    "tab-europe-policing-decisions": Recipe(
        lambda: decisions.listed(read_rows("surrender_decisions"))
    ),
    "tab-europe-policing-stations": Recipe(lambda: links.stations(read_rows("police_counts"))),
    "tab-europe-policing-positions": Recipe(lambda: links.positions(read_rows("police_positions"))),
}
