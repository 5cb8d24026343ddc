"""Sizes of DNA databases with the date they speak of and the population of that year."""

from __future__ import annotations

import numpy as np
import pandas as pd

from biometrics_china import provenance, tables

#: countries shown over time, in the order in which they are named
COMPARED = {"CHN": "China", "USA": "United States", "GBR": "United Kingdom", "FRA": "France",
            "DEU": "Germany"}  # fmt: skip
DAYS = 365.25
#: the last total of China, of which it is not certain that it speaks of the nation
DOUBTED = "dn-033"


def sizes() -> pd.DataFrame:
    """Return the figures that were read, with `year` as a decimal number (see `decimal_year`)."""
    frame = provenance.read_rows("dna_database_sizes")
    return frame.assign(year=decimal_year(frame["as_of"]))


def decimal_year(dates: pd.Series) -> pd.Series:
    """Return partial dates as decimal years; a year or month stands in its middle.

    A missing date stays missing.
    """
    middle = tables.middle(dates.dropna())
    start = pd.to_datetime(middle.dt.year.astype("str") + "-01-01")
    found: pd.Series = middle.dt.year + (middle - start).dt.days / DAYS
    return found.reindex(dates.index).astype("float64")


def population(country: str, year: float, people: pd.DataFrame) -> float | None:
    """Return the mid-year population of a country in the calendar year of `year`.

    The last year known stands for later ones (up to two years), and None is returned for a country
    or a year that is not covered. `people` has `country`, `year`, `persons`.
    """
    found = population_row(country, year, people)
    return None if found.empty else float(found["persons"].iloc[0])


def population_row(country: str, year: float, people: pd.DataFrame) -> pd.DataFrame:
    """Return the row of `people` that `population` takes, as a frame that is empty without one."""
    wanted, years = int(np.floor(year)), people["year"].to_numpy(dtype=int)
    known = np.flatnonzero(people["country"].eq(country).to_numpy(dtype=bool) & (years <= wanted))
    last = known[np.argsort(years[known], kind="stable")][-1:]
    return people.iloc[last if wanted - years[last].sum() <= 2 else last[:0]]


def national_populations() -> pd.DataFrame:
    """Return the mid-year estimates of whole countries: `id`, `country`, `year`, `persons`."""
    frame = provenance.read_rows("populations")
    kept = frame["level"].eq("national") & frame["definition"].eq("mid_year")
    kept &= frame["group"].eq("total")
    return frame.loc[kept, ["id", "country", "year", "persons"]].reset_index(drop=True)


def shares(frame: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Return the share of the population by country and date, with what was counted.

    `frame` is that of `sizes`; used are its rows for `share`, and for China those for `growth`
    too. Columns `id`, `country` (in words), `year`, `metric`, `qualifier`, `value`, `share` (0 to 1),
    `is_doubted` (it is not certain that the total speaks of the nation).
    """
    kept = frame[frame["use"].isin(["share", "growth"]) & frame["country"].isin(list(COMPARED))]
    persons = [population(c, y, people) for c, y in kept[["country", "year"]].to_numpy()]
    if None in persons:
        row = kept.iloc[persons.index(None)]
        raise ValueError(f"no population for {row['country']} in {row['year']:.0f}")
    order, value = list(COMPARED.values()), kept["value"].astype(float)
    share = value / np.array(persons, dtype=float)
    found = kept.assign(country=kept["country"].map(COMPARED), value=value, share=share)
    found = found.assign(is_doubted=kept["id"].eq(DOUBTED))
    found = found[["id", "country", "year", "metric", "qualifier", "value", "share", "is_doubted"]]
    return found.sort_values(
        ["country", "metric", "year"],
        key=lambda c: c.map(order.index) if c.name == "country" else c,
        ignore_index=True,
    )


def main_shares(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `shares` for the main reading, by year.

    Left out are people in China, whose records are what the totals count, and the Chinese total of
    uncertain scope: the one before it stands for China.
    """
    china_people = frame["country"].eq("China") & frame["metric"].eq("persons")
    kept = frame[~(china_people | frame["is_doubted"])]
    return kept.sort_values("year", kind="stable", ignore_index=True)
