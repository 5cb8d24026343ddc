"""Exhibits of the chapter on faces, irises, voices, cameras and the joined file."""

from __future__ import annotations

from biometrics_china import provenance
from biometrics_china.analysis.faces import cameras, holdings, steps
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import faces_counts, faces_steps

EXHIBITS: dict[str, Recipe] = {
    "fig-faces-cameras": Recipe(cameras.numbers_of_cameras, faces_counts.cameras, wide=True),
    "tab-faces-trail": Recipe(lambda: cameras.trail(cameras.numbers_of_cameras())),
    "fig-faces-people": Recipe(cameras.people_for_each, faces_counts.people),
    "fig-faces-holdings": Recipe(holdings.holdings, faces_counts.holdings, wide=True),
    "fig-faces-steps": Recipe(
        lambda: steps.grid(provenance.read_rows("joined_file_steps")), faces_steps.grid, wide=True
    ),
    "tab-faces-positions": Recipe(steps.positions),
}
