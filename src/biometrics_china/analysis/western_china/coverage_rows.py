"""The rows of populations behind the coverage of the first round."""

from __future__ import annotations

import pandas as pd

from biometrics_china import origins
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


def bases() -> dict[str, tuple[origins.Origin, origins.Origin]]:
    """Return residents of 2010 and 2020 of the south, of the rest, and of the rest without the Corps.

    They are those of `coverage.residents` and `coverage.coverage`, with their rows.
    """
    frame = people.populations()
    of_year = ((2010, "census_2020_boundaries"), (2020, "census"))
    south = [
        origins.over(
            pd.concat([people.rows(frame, place, *at)[:1] for place in people.SOUTH]), "persons"
        )
        for at in of_year
    ]
    whole = [
        origins.field(people.rows(frame, "Xinjiang", year).iloc[0], "persons")
        for year, _ in of_year
    ]
    rest = whole[0] - south[0], whole[1] - south[1]
    stated = people.rows(frame, coverage.CORPS, 2020, "stated").iloc[0]
    out = origins.field(stated, "persons") * (1 - southern_corps())
    return {
        "south": (south[0], south[1]),
        "rest": rest,
        "corps": (rest[0] - out, rest[1] - out),
    }


def southern_corps() -> origins.Origin:
    """Return the share of the Corps in its southern divisions, with its rows."""
    rows = corps()
    rows = rows[rows["year"].eq(2009)].drop_duplicates("place")
    is_whole = rows["place"].eq(coverage.CORPS)
    whole = origins.field(rows[is_whole].iloc[0], "persons")
    return origins.over(rows[~is_whole], "persons") / whole


def corps() -> pd.DataFrame:
    """Return the rows of populations on the Corps: its people as stated, and those by division."""
    frame = people.populations()
    parts = [
        coverage.CORPS,
        *(f"{coverage.CORPS}, Division {number}" for number in coverage.SOUTHERN_DIVISIONS),
    ]
    found = [people.rows(frame, part, 2009, "year_end") for part in parts]
    return pd.concat([people.rows(frame, coverage.CORPS, 2020, "stated"), *found])
