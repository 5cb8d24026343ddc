"""The words of a page, an exhibit or a finding, for guards on what the data must go on supporting."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from biometrics_china import claims, exhibits

CHAPTERS = Path(__file__).parents[2] / "chapters"


@cache
def words_of(place: str) -> str:
    """Return what the chapter, an exhibit or a claim says, with single blanks."""
    if place.startswith("claim-"):
        claim = next(c for c in claims.register() if c.id == place)
        said = f"{claim.sentence} {claim.grade_reason} {claim.not_shown} {claim.official_position}"
    elif place in exhibits.catalogue():
        _, _, exhibit = exhibits.get(place)
        said = f"{exhibit.title} {exhibit.caption} {exhibit.alt}"
    else:
        cells = json.loads((CHAPTERS / f"{place}.ipynb").read_text(encoding="utf-8"))["cells"]
        said = " ".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    return " ".join(said.split())
