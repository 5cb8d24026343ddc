"""China beside other countries: the rank of its share, people stored for each trace, who is stored."""

from __future__ import annotations

import pandas as pd

from biometrics_china import multiverse, provenance, tables
from biometrics_china.analysis.dna_databases import sizes

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
    other. Columns `country`, `year`, `as_of`, `people`, `traces`, `ratio`.
    """
    people = frame[frame["metric"].isin(["persons", "person_profiles", "offender_profiles"])]
    traces = frame[frame["use"].eq("traces")]
    keys = ["country", "database", "as_of", "source_id"]
    pairs = people.merge(traces[[*keys, "value"]], on=keys, suffixes=("", "_traces"))
    pairs = pairs.drop_duplicates(["country", "as_of"])
    found = pd.DataFrame(
        {
            "country": pairs["country"].map(sizes.COMPARED),
            "year": pairs["year"],
            "as_of": pairs["as_of"],
            "people": pairs["value"],
            "traces": pairs["value_traces"],
            "ratio": pairs["value"] / pairs["value_traces"],
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

    Choices: which stated size; whether all records are taken as people or only the part that was
    people when both were last stated; which population.
    """
    rows = {row["id"]: row for row in sizes.sizes().to_dict("records")}
    people = provenance.read_rows("populations")
    china = people[people["country"].eq("CHN") & people["level"].eq("national")]
    census = china[china["definition"].eq("census") & china["year"].eq(2020)].set_index("group")
    mid_year = china[china["definition"].eq("mid_year") & china["year"].eq(2020)]
    part = rows["dn-019"]["value"] / rows["dn-018"]["value"]

    def share(stated_size: float, counts_as_people: float, population: float) -> float:
        return stated_size * counts_as_people / population

    return multiverse.grid(
        {
            "stated_size": {
                "state media, 2020": rows["dn-028"]["value"],
                "conference, 2018": rows["dn-026"]["value"],
                "provincial laboratory, 2021": rows["dn-033"]["value"],
                "institute, low end, 2020": rows["dn-030"]["lower"],
                "institute, high end, 2020": rows["dn-030"]["upper"],
            },
            "counts_as_people": {"all records": 1.0, "the part that was people in 2015": part},
            "population": {
                "mid-year estimate": float(mid_year["persons"].iloc[0]),
                "census": float(census["persons"]["total"]),
            },
        },
        share,
    )
