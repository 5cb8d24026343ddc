"""Bodies put on lists by states outside China: when, by whom, for which technology.

What is counted is a body once for each jurisdiction, on the day of its first entry there. An entry
that covers several bodies counts as many. People are left out, and so are bans on equipment or on
whole classes of firms, which are no list of bodies.
"""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables

#: jurisdictions in the order of drawing
JURISDICTIONS = {
    "US": "United States",
    "GB": "United Kingdom",
    "EU": "European Union",
    "CA": "Canada",
}


def first_entries() -> pd.DataFrame:
    """Return first listings of bodies: `country`, `entity`, `date`, `bodies`, `technologies`."""
    frame = provenance.read_rows("listings")
    return first_of(frame[frame["action"].eq("listed") & frame["entity_type"].ne("official")])


def first_of(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the first row of each body in each country, by date; `bodies` is `entities`."""
    dated = frame.dropna(subset=["date"]).sort_values(["date", "id"], kind="stable")
    first = dated.drop_duplicates(["country", "entity"])
    columns = ["country", "entity", "date", "entities", "technologies", "source_id"]
    return first[columns].rename(columns={"entities": "bodies"}).reset_index(drop=True)


def cumulative(first: pd.DataFrame) -> pd.DataFrame:
    """Return `country` (label), `date`, `bodies` (running total) for a step chart."""
    daily = first.groupby(["country", "date"])["bodies"].sum().reset_index()
    daily["bodies"] = daily.groupby("country")["bodies"].cumsum()
    daily = daily[daily["country"].isin(JURISDICTIONS)]
    daily["country"] = daily["country"].map(JURISDICTIONS)
    return daily.sort_values(["country", "date"], ignore_index=True)


def cumulative_in_book() -> pd.DataFrame:
    """Return `cumulative` for the listings of the package."""
    return cumulative(first_entries())


def by_technology(first: pd.DataFrame) -> pd.DataFrame:
    """Return listed bodies by technology: `technology` (label), `us`, `others`.

    A body with several technologies counts under each, so rows do not add up to bodies. Left out
    are bodies without a technology, most of them listed for forced labour.
    """
    labels = tables.vocabulary("technology")
    each = first.explode("technologies")
    each = each[each["technologies"].ne("none")]
    side = each["country"].eq("US").map({True: "us", False: "others"})
    grouped = each.groupby([each["technologies"].map(labels), side])["bodies"].sum()
    table = grouped.unstack(fill_value=0).reindex(columns=["us", "others"], fill_value=0)
    order = table.sum(axis=1).sort_values(kind="stable").index
    return table.loc[order].astype(int).rename_axis("technology").reset_index()


def by_technology_in_book() -> pd.DataFrame:
    """Return `by_technology` for the listings of the package."""
    return by_technology(first_entries())
