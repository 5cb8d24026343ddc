"""The rows of populations behind the coverage of the first round."""

from __future__ import annotations

import pandas as pd

from biometrics_china.analysis.western_china import coverage, people


def residents(*places: str) -> pd.DataFrame:
    """Return the rows of populations that `coverage.residents` reads of these places.

    Those of 2010 are within the borders of 2020; of all places, if none is named, within either.
    """
    frame = people.populations()
    named = places or (*people.SOUTH, "Xinjiang")
    of_2010 = [(2010, kind) for kind in ("census_2020_boundaries", "census")]
    counts = [*of_2010[: 1 if places else 2], (2020, "census")]
    found = [people.rows(frame, place, year, kind) for place in named for year, kind in counts]
    if "Xinjiang" in places:
        found.append(people.rows(frame, "Xinjiang", 2010))
    return pd.concat(found)


def corps() -> pd.DataFrame:
    """Return the rows of populations on the Corps: its people as stated, and those by division."""
    frame = people.populations()
    parts = [
        coverage.CORPS,
        *(f"{coverage.CORPS}, Division {number}" for number in coverage.SOUTHERN_DIVISIONS),
    ]
    found = [people.rows(frame, part, 2009, "year_end") for part in parts]
    return pd.concat([people.rows(frame, coverage.CORPS, 2020, "stated"), *found])
