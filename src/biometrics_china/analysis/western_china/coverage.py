"""Coverage of the first round of examinations: the southern prefectures of Xinjiang against the rest.

There is no sampling error, since the counts are meant to be complete. What is uncertain is the base:
the year, the borders, where the people counted by another source belong, and which of the people of
the Production and Construction Corps were outside the count. `ratio_bounds` takes all of it together.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from biometrics_china import bounds, multiverse
from biometrics_china.analysis.western_china import people

SOUTH_EXAMINED, REST_EXAMINED = "ev-w002", "ev-w003"
#: the first round as the regional database has it, for all of Xinjiang
DATABASE = "ev-w012"
#: census days are 1 November 2010 and 2020; the first round ended about the end of 2016
FRACTION = (2016 + 364 / 366 - (2010 + 304 / 365)) / 10
#: definitions of the count of 2010: within the borders of 2020, or within those of its own day
BORDERS = ("census_2020_boundaries", "census")
CORPS = "Production and Construction Corps"
#: divisions of the Corps with their seats in the four southern prefectures
SOUTHERN_DIVISIONS = ("1", "3", "14")
#: the Corps is stated as “more than” a round number: it may be larger by less than this
CORPS_ROUNDING = 1e5


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


def residents(borders: str = "census_2020_boundaries") -> dict[str, tuple[float, float]]:
    """Return residents of 2010 and 2020, for the south and the rest.

    `borders` is the definition of the count of 2010: within the borders of 2020, or `census` for
    those of its own day, which hold cities that the Corps has had since.
    """
    frame = people.populations()
    before = sum(people.persons(frame, p, 2010, borders) for p in people.SOUTH)
    after = sum(people.persons(frame, p, 2020) for p in people.SOUTH)
    total = people.persons(frame, "Xinjiang", 2010), people.persons(frame, "Xinjiang", 2020)
    return {"south": (before, after), "rest": (total[0] - before, total[1] - after)}


def corps() -> float:
    """Return the people of the Production and Construction Corps as stated, a floor."""
    return people.persons(people.populations(), CORPS, 2020, "stated")


def southern_corps() -> float:
    """Return the share of the Corps in divisions of the southern prefectures, at the end of 2009."""
    frame = people.populations()
    parts = [f"{CORPS}, Division {number}" for number in SOUTHERN_DIVISIONS]
    south = sum(people.persons(frame, part, 2009, "year_end") for part in parts)
    return south / people.persons(frame, CORPS, 2009, "year_end")


def examined() -> tuple[float, float, float]:
    """Return the people examined in the south, in the rest, and those only the database counts."""
    rows = people.events()
    south, rest, all_of_it = (
        float(rows[row]["number"]) for row in (SOUTH_EXAMINED, REST_EXAMINED, DATABASE)
    )
    return south, rest, all_of_it - south - rest


def coverage() -> pd.DataFrame:
    """Return coverage of the first round in the four southern prefectures and in the rest.

    Columns `place`, `examined`, `share`, `low`, `high`; a third row takes the other divisions of the
    Corps out of the rest, as if none of their people had been in the count.
    """
    base, (in_south, in_rest, _) = residents(), examined()
    rest, out = base["rest"], corps() * (1 - southern_corps())
    found = [
        coverage_of("Four southern prefectures", in_south, *base["south"]),
        coverage_of("Rest of Xinjiang", in_rest, *rest),
        coverage_of("Rest, without the Corps", in_rest, rest[0] - out, rest[1] - out),
    ]
    return pd.DataFrame(found)


@dataclass(frozen=True)
class Case:
    """One admissible set of inputs, in people; `year` runs from 0 (2010) to 1 (2020)."""

    year: float = FRACTION
    borders: str = "census_2020_boundaries"
    more_south: float = 0.0
    more_rest: float = 0.0
    out_south: float = 0.0
    out_rest: float = 0.0
    moved: float = 0.0


Counted = tuple[dict[str, dict[str, tuple[float, float]]], tuple[float, float, float]]


def counted() -> Counted:
    """Return residents by borders, and the people examined."""
    return {borders: residents(borders) for borders in BORDERS}, examined()


def ratio(case: Case, known: Counted | None = None) -> float:
    """Return coverage of the south over that of the rest; `known` is `counted` for who asks often.

    `more_` are people whom the announced count left out, `out_` people who were outside the count
    and therefore leave the base, `moved` people of Corps cities counted with the south.
    """
    base, (in_south, in_rest, _) = known or counted()
    sides = (base[case.borders][side] for side in ("south", "rest"))
    south, rest = (b[0] + case.year * (b[1] - b[0]) for b in sides)
    south, rest = south + case.moved - case.out_south, rest - case.moved - case.out_rest
    return ((in_south + case.more_south) / south) / ((in_rest + case.more_rest) / rest)


def ratio_bounds() -> bounds.Bounds:
    """Return the least and the most that the ratio can be, over all of these inputs together.

    Any population from the census of 2010 to that of 2020; either borders; the people that only the
    database counts nowhere, in the south or outside it; the people of the Corps, by divisions of the
    south and others, in the count or outside it; those of the southern divisions counted with the
    prefectures or not. The ratio only rises or only falls in each, so that their ends suffice.
    """
    known = counted()
    more, most, share = known[1][-1], corps() + CORPS_ROUNDING, southern_corps()
    in_south, elsewhere = most * share, most * (1 - share)

    def of(added: tuple[float, float], **inputs: float) -> float:
        case = Case(more_south=added[0], more_rest=added[1], **inputs)  # type: ignore[arg-type]
        return ratio(case, known)

    return bounds.corners(
        of,
        added=((0.0, 0.0), (more, 0.0), (0.0, more)),
        year=(0.0, 1.0),
        borders=BORDERS,
        out_south=(0.0, in_south),
        out_rest=(0.0, elsewhere),
        moved=(0.0, in_south),
    )


def ratio_choices() -> pd.DataFrame:
    """Return the ratio under each defensible choice, at the population of the end of 2016.

    Choices: which count; who of the Corps was outside it; with whom the cities of the Corps in the
    south were counted. The year moves the ratio little and is not varied. See `multiverse.grid`.
    """
    known = counted()
    more = known[1][-1]
    south, elsewhere = corps() * southern_corps(), corps() * (1 - southern_corps())

    def of(count: tuple[float, float], corps_outside: tuple[float, float], cities: float) -> float:
        (a, b), (c, d) = count, corps_outside
        case = Case(more_south=a, more_rest=b, out_south=c, out_rest=d, moved=cities)
        return ratio(case, known)

    return multiverse.grid(
        {
            "count": {
                "as announced": (0.0, 0.0),
                "database, the others in the south": (more, 0.0),
                "database, the others elsewhere": (0.0, more),
            },
            "corps_outside": {
                "nobody": (0.0, 0.0),
                "divisions elsewhere": (0.0, elsewhere),
                "all divisions": (south, elsewhere),
            },
            "cities": {"with the rest": 0.0, "with the south": south},
        },
        of,
    )
