"""Documented collection: which traits from whom, and the drive for male lineages place by place.

Events are what somebody found and reported. Counting them shows where reports come from and which
traits they name; it measures no frequency.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from biometrics_china import multiverse, provenance, tables

DRIVE, INSTITUTE, HENAN, VILLAGE = "male_lineage", "ev-p006", "ev-p003", "ev-p038"
#: regions and municipalities that Dirks and Leibold count
REGIONS, MUNICIPALITIES = "ev-tp02", "ev-tp03"
#: the same village: its residents
RESIDENTS = "ev-tp01"
#: programmes of other chapters, whose groups are described there
ELSEWHERE = ("health_examinations", "research_sampling", "national_holdings")
NO_YEAR = "year not known"


def rows() -> dict[Any, dict[Any, Any]]:
    """Return id → row of the collection events that were read."""
    return provenance.by_id("collection_events").to_dict("index")


def village_ratio() -> float:
    """Return the residents for each sample in the village where both are documented, at most."""
    found = rows()
    return float(found[RESIDENTS]["number"]) / float(found[VILLAGE]["number"])


def counted() -> pd.DataFrame:
    """Return the collection events that stand for themselves, repeats and totals left out."""
    frame = provenance.read_rows("collection_events")
    return frame[frame["is_counted"]].reset_index(drop=True)


def traits(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the number of events by trait and group: `trait`, `group`, `events`.

    `frame` is that of `counted`; male-lineage DNA counts as DNA. Pairs without an event are left
    out. Most frequent traits and groups first.
    """
    labels = tables.vocabulary("collected") | {"dna_male_lineage": "DNA"}
    groups = tables.vocabulary("group_kind")
    part = frame[~frame["programme"].isin(ELSEWHERE)]
    long = part[["id", "collected", "group_kind"]].explode("collected")
    long["trait"] = long["collected"].map(labels)
    long["group"] = long["group_kind"].map(groups)
    long = long.drop_duplicates(["id", "trait"])
    found = long.groupby(["trait", "group"], sort=False).size().rename("events").reset_index()
    for column in ("trait", "group"):
        order = found.groupby(column)["events"].sum().sort_values(ascending=False, kind="stable")
        found[column] = pd.Categorical(found[column], list(order.index), ordered=True)
    return found.sort_values(["trait", "group"], ignore_index=True).astype(
        {"trait": "str", "group": "str"}
    )


def drive(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the reports of the male-lineage drive: one row for each that stands for itself.

    `frame` is that of `counted`. Columns `id`, `province`, `place`, `year` (missing where the source
    gives none), `group`, `level`, `is_local`: False for a report that names the province alone, which
    may hold places of other rows. Provinces with most reports first.
    """
    part = frame[frame["programme"].eq(DRIVE)]
    found = pd.DataFrame(
        {
            "id": part["id"],
            "province": [cell[0] if cell else "China" for cell in part["province"]],
            "place": part["place"],
            "year": part["start"].str.slice(0, 4).astype("Float64"),
            "group": part["group_kind"].map(tables.vocabulary("group_kind")),
            "level": part["admin_level"].map(tables.vocabulary("admin_level")),
        }
    )
    alone = [
        place.startswith(province)
        for place, province in zip(found["place"], found["province"], strict=True)
    ]
    found["is_local"] = ~pd.Series(alone, index=found.index)
    size = found.groupby("province")["place"].transform("size")
    return (
        found.assign(size=size)
        .sort_values(["size", "province", "year"], ascending=[False, True, True])
        .drop(columns="size")
        .reset_index(drop=True)
    )


def stated_numbers() -> pd.DataFrame:
    """Return each number that a source of this chapter gives, with its kind: largest first.

    Columns `id`, `event`, `kind`, `low`, `high`, `is_floor` (the source says “more than”), `in_words` (a
    word such as “hundreds”, read as `low` to `high`). Numbers of places and points are left out; a
    repetition of another row is left out.
    """
    frame = numbered()
    traits_of = tables.vocabulary("collected") | {"dna_male_lineage": "male-lineage DNA"}
    found = pd.DataFrame(
        {
            "id": frame["id"],
            "event": [
                f"{row['place'].split(' (')[0]}: {traits_of[row['collected'][0]]}"
                for row in frame.to_dict("records")
            ],
            "kind": frame["number_kind"].map(tables.vocabulary("number_kind")),
            "low": frame["number"].fillna(frame["lower"]).astype("float64"),
            "high": frame["number"].fillna(frame["upper"]).astype("float64"),
            "is_floor": frame["qualifier"].eq("more_than"),
            "in_words": frame["qualifier"].eq("in_words"),
        }
    )
    return found.sort_values("high", ascending=False, ignore_index=True, kind="stable")


def numbered() -> pd.DataFrame:
    """Return the rows of collection events whose numbers `stated_numbers` returns."""
    frame = provenance.read_rows("collection_events")
    kept = frame["programme"].isin([DRIVE, "investigation", "booking"])
    kept &= frame["unit"].eq("persons") & ~frame["number_kind"].eq("restatement")
    kept &= ~frame["id"].eq(RESIDENTS)
    return frame[kept & (frame["number"].notna() | frame["lower"].notna())]


def share_choices() -> pd.DataFrame:
    """Return the share of people reached by the male-lineage drive under each defensible choice.

    Choices: the low, the high end or the middle of the institute's estimate; whether a sample
    speaks for the man who gave it (over all males) or also for his relatives, at the number of
    people for each sample in the one village where both are documented (over all residents). The
    population is that of the census; a mid-year estimate gives the same. See `multiverse.grid`.
    """
    estimate, village = rows()[INSTITUTE], village_ratio()
    low, high = float(estimate["lower"]), float(estimate["upper"])
    people = provenance.read_rows("populations")
    china = people[people["country"].eq("CHN") & people["level"].eq("national")]
    census = china[china["definition"].eq("census") & china["year"].eq(2020)]
    persons = census.set_index("group")["persons"].astype(float)

    def share(stated_size: float, reach: str) -> float:
        if reach == "sampled":
            return stated_size / persons["male"]
        return float(min(1.0, stated_size * village / persons["total"]))

    return multiverse.grid(
        {
            "stated_size": {"middle": (low + high) / 2, "low end": low, "high end": high},
            "reach": {
                "the men sampled, of all males": "sampled",
                "with relatives as in one village, of all": "relatives",
            },
        },
        share,
    )
