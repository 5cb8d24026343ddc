"""The health examinations of Xinjiang: series, coverage of the south against the rest, who is where.

Ranges here come from readings: the share is computed over the population of either census, and with
and without people who may have been outside the count. There is no sampling error, since the counts are
meant to be complete; the truth may lie outside a range if others were left out.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from biometrics_china import multiverse, provenance
from biometrics_china.analysis.western_china import people

#: rows of the series: year, event, series
SERIES = (
    (2016, "ev-w001", "announced by officials"),
    (2017, "ev-w006", "announced by officials"),
    (2018, "ev-w009", "announced by officials"),
    (2016, "ev-w012", "regional database, in a journal"),
    (2017, "ev-w013", "regional database, in a journal"),
    (2018, "ev-w014", "regional database, in a journal"),
    (2017, "ev-w015", "research extract, age 15 and over"),
    (2018, "ev-w016", "research extract, age 15 and over"),
    (2017, "ev-w007", "plan"),
)
CUMULATIVE_3, CUMULATIVE_4 = "ev-w010", "ev-w011"
SOUTH_EXAMINED, REST_EXAMINED = "ev-w002", "ev-w003"
#: the census days are 1 November 2010 and 2020; the first round ended about the end of 2016
FRACTION = (2016 + 364 / 366 - (2010 + 304 / 365)) / 10


def series() -> pd.DataFrame:
    """Return people examined by year and series: `year`, `series`, `million`, `basis`.

    The fourth round is the difference of two cumulative totals and marked `derived`.
    """
    rows = people.events()
    found = [
        {"year": year, "series": name, "million": _number(rows, row) / 1e6, "basis": "stated"}
        for year, row, name in SERIES
    ]
    fourth = _number(rows, CUMULATIVE_4) - _number(rows, CUMULATIVE_3)
    found.append({**found[0], "year": 2019, "million": fourth / 1e6, "basis": "derived"})
    return pd.DataFrame(found).sort_values(["series", "year"], ignore_index=True)


def _number(rows: people.Rows, row: str) -> float:
    return float(rows[row]["number"])


@dataclass(frozen=True)
class Coverage:
    """Examined people over residents: the share at the interpolated population, and its range.

    The range is that over the populations of the two censuses.
    """

    place: str
    examined: float
    share: float
    low: float
    high: float


def coverage_of(place: str, examined: float, before: float, after: float) -> Coverage:
    """Return coverage from people examined and the residents of the two censuses.

    The population between the censuses is interpolated in a straight line. Raises ValueError for a
    population that is not positive.
    """
    if min(before, after) <= 0:
        raise ValueError("coverage needs positive populations")
    between = before + FRACTION * (after - before)
    low, high = sorted((examined / before, examined / after))
    return Coverage(place, examined, examined / between, low, high)


def residents() -> dict[str, tuple[float, float]]:
    """Return residents of 2010 (on the boundaries of 2020) and of 2020, for the south and the rest."""
    frame = people.populations()
    south = [
        (people.persons(frame, p, 2010, "census_2020_boundaries"), people.persons(frame, p, 2020))
        for p in people.SOUTH
    ]
    before, after = (sum(values) for values in zip(*south, strict=True))
    total = people.persons(frame, "Xinjiang", 2010), people.persons(frame, "Xinjiang", 2020)
    return {"south": (before, after), "rest": (total[0] - before, total[1] - after)}


def corps() -> float:
    """Return the people of the Production and Construction Corps as stated, a floor."""
    return people.persons(people.populations(), "Production and Construction Corps", 2020, "stated")


def coverage() -> pd.DataFrame:
    """Return coverage of the first round in the four southern prefectures and in the rest.

    Columns `place`, `examined`, `share`, `low`, `high`; a third row takes the Production and
    Construction Corps out of the rest, as if none of its people had been in the count.
    """
    rows, base = people.events(), residents()
    south, rest, out = base["south"], base["rest"], corps()
    found = [
        coverage_of("Four southern prefectures", _number(rows, SOUTH_EXAMINED), *south),
        coverage_of("Rest of Xinjiang", _number(rows, REST_EXAMINED), *rest),
        coverage_of(
            "Rest, without the Corps", _number(rows, REST_EXAMINED), rest[0] - out, rest[1] - out
        ),
    ]
    return pd.DataFrame(found)


def ratio_choices() -> pd.DataFrame:
    """Return the coverage of the south over that of the rest under each defensible choice.

    Choices: the population of the interpolated day, of 2010 or of 2020; whether the people of the
    Production and Construction Corps were inside the count. See `multiverse.grid`.
    """
    rows, base = people.events(), residents()
    examined = _number(rows, SOUTH_EXAMINED), _number(rows, REST_EXAMINED)

    def ratio(population: float, outside_the_count: float) -> float:
        south, rest = (b[0] + population * (b[1] - b[0]) for b in (base["south"], base["rest"]))
        return (examined[0] / south) / (examined[1] / (rest - outside_the_count))

    return multiverse.grid(
        {
            "population": {
                "interpolated to the end of 2016": FRACTION,
                "census of 2010": 0.0,
                "census of 2020": 1.0,
            },
            "outside_the_count": {
                "nobody": 0.0,
                "half of the Corps": corps() / 2,
                "all of the Corps": corps(),
            },
        },
        ratio,
    )


def research_file() -> pd.DataFrame:
    """Return each ethnic group's share in the research file and in two populations.

    Columns `group`, `in_file`, `registered` (2015), `residents` (census of 2020; missing where not
    read), `ratio_registered`, `ratio_residents`. Largest share in the file first.
    """
    shares = provenance.read_rows("research_file_groups")
    shares = shares[shares["grouping"].eq("ethnic_group") & ~shares["group"].eq("other")]
    frame = people.populations()
    registered = people.persons(frame, "Xinjiang", 2015, "registered")
    resident = people.persons(frame, "Xinjiang", 2020)
    rows = []
    for row in shares.sort_values("share_pct", ascending=False, kind="stable").to_dict("records"):
        group, in_file = str(row["group"]), float(row["share_pct"]) / 100
        base = people.persons(frame, "Xinjiang", 2015, "registered", group) / registered
        try:
            census = people.persons(frame, "Xinjiang", 2020, "census", group) / resident
        except KeyError:
            census = float("nan")
        rows.append(
            {
                "group": group,
                "in_file": in_file,
                "registered": base,
                "residents": census,
                "ratio_registered": in_file / base,
                "ratio_residents": in_file / census,
            }
        )
    return pd.DataFrame(rows)


def eligible() -> float:
    """Return residents of the ages the guidelines of 2017 name, 12 to 65, by the census of 2020.

    Ages within a band are taken as evenly spread: three of the five years from 10 to 14, and one of
    the five from 65 to 69. It is the size of the target, never of the collection.
    """
    frame = people.populations()

    def group(words: str) -> float:
        return people.persons(frame, "Xinjiang", 2020, "census", words)

    from_10 = group("age 0-14") - group("age 0-9")
    over_70 = group("age 70-79") + group("age 80-89") + group("age 90+")
    from_65 = group("age 65+") - over_70
    return group("age 15-64") + 3 / 5 * from_10 + 1 / 5 * from_65
