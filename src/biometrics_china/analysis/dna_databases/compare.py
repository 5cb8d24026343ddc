"""China beside other countries: the rank of its share, people stored for each trace, who is stored."""

from __future__ import annotations

import numpy as np
import pandas as pd

from biometrics_china import multiverse, provenance, tables
from biometrics_china.analysis.dna_databases import sizes
from biometrics_china.analysis.dna_databases.likelihood import bounds

#: rows of the comparison of countries that give China's size: the same author, seven weeks apart
LOW, HIGH = "dn-016", "dn-017"


def cross_section(frame: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Return share of the population and rank of each country, with both figures for China.

    Columns `country`, `code`, `value`, `persons`, `share`, `rank_low` and `rank_high` (1 is the
    largest share; rank with the lower and the higher figure for China), `is_china`. Countries
    without a population figure are left out. Largest share first.
    """
    rows = []
    for row in frame[frame["use"].eq("cross_section")].to_dict("records"):
        persons = sizes.population(row["country"], row["year"], people)
        if persons is not None:
            rows.append(
                {
                    "id": row["id"],
                    "country": row["country_name"],
                    "code": row["country"],
                    "value": float(row["value"]),
                    "persons": persons,
                    "share": float(row["value"]) / persons,
                }
            )
    found = pd.DataFrame(rows)
    for name, left_out in (("rank_low", HIGH), ("rank_high", LOW)):
        kept = found[~found["id"].eq(left_out)]
        found[name] = kept["share"].rank(ascending=False, method="min").astype("Int64")
    found["is_china"] = found["code"].eq("CHN")
    return found.sort_values("share", ascending=False, ignore_index=True, kind="stable")


def people_for_each_trace(frame: pd.DataFrame) -> pd.DataFrame:
    """Return people stored for each trace from a scene, by country and date.

    Pairs are rows of one country, one database and one date, people on one side and traces on the
    other. Columns `id` (of the people), `country`, `year`, `as_of`, `people`, `traces`, `ratio`,
    `least`: the lowest ratio that floors and rounding leave open, and `is_floor`: the people are a
    floor.
    """
    people = frame[frame["metric"].isin(["persons", "person_profiles", "offender_profiles"])]
    traces = frame[frame["use"].eq("traces")]
    keys = ["country", "database", "as_of", "source_id"]
    pairs = people.merge(traces[[*keys, "value", "qualifier"]], on=keys, suffixes=("", "_traces"))
    pairs = pairs.drop_duplicates(["country", "as_of"])
    lowest = [bounds(*pair)[0] for pair in pairs[["value", "qualifier"]].to_numpy()]
    most = [bounds(*pair)[1] for pair in pairs[["value_traces", "qualifier_traces"]].to_numpy()]
    found = pd.DataFrame(
        {
            "id": pairs["id"],
            "country": pairs["country"].map(sizes.COMPARED),
            "year": pairs["year"],
            "as_of": pairs["as_of"],
            "people": pairs["value"],
            "traces": pairs["value_traces"],
            "ratio": pairs["value"] / pairs["value_traces"],
            "least": np.array(lowest, dtype=float) / np.array(most, dtype=float),
            "is_floor": pairs["qualifier"].eq("more_than"),
        }
    )
    return found.sort_values(["country", "year"], ignore_index=True)


def who_is_stored() -> pd.DataFrame:
    """Return groups whose profiles are stored: `country`, `group`, `stored`, `who`."""
    frame = provenance.read_rows("dna_entry_rules")
    groups, answers = tables.vocabulary("group_kind"), tables.vocabulary("yes_no_unclear")
    return pd.DataFrame(
        {
            "country": frame["country"].map(sizes.COMPARED),
            "group": frame["group_kind"].map(groups),
            "stored": frame["is_stored"].map(answers),
            "who": frame["who"],
        }
    )


def share_choices() -> pd.DataFrame:
    """Return China's share of the population under each defensible choice (see `multiverse.grid`).

    Choices: which stated size, and whether all records are taken as people or only the part that was
    people when both were last stated. The institute's range is of people from the start. Estimates
    of the population differ too little to matter and are no choice.
    """
    rows = {row["id"]: row for row in sizes.sizes().to_dict("records")}
    persons = sizes.population("CHN", 2020.5, sizes.national_populations()) or float("nan")
    part = rows["dn-019"]["value"] / rows["dn-018"]["value"]

    def share(stated_size: tuple[float, bool], counts_as_people: float) -> float | None:
        size, is_people = stated_size
        return None if is_people and counts_as_people < 1 else size * counts_as_people / persons

    return multiverse.grid(
        {
            "stated_size": {
                "newspaper, 2020": (rows["dn-028"]["value"], False),
                "conference, 2018": (rows["dn-026"]["value"], False),
                "provincial laboratory, 2021": (rows["dn-033"]["value"], False),
                "institute, low end, 2020": (rows["dn-030"]["lower"], True),
                "institute, high end, 2020": (rows["dn-030"]["upper"], True),
            },
            "counts_as_people": {"all records": 1.0, "the part that was people in 2015": part},
        },
        share,
    )
