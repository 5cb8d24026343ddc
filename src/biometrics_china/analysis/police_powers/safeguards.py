"""Police powers to collect biometric data, and which of nine safeguards the law states for each.

A safeguard is "not stated" if neither the provision nor its instrument, as read, holds it for the
data of that power. General law may still reach the police formally (the personal information law
does), so "not stated" means no special rule, never no rule. The powers are a complete list of those
coded, so counts carry no interval.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.analysis.police_powers.provisions import CHINA, EU, with_instruments

STATED, NOT_STATED, LEFT, NOT_APPLICABLE = (
    "stated",
    "not_stated",
    "left_to_national_law",
    "not_applicable",
)

#: groups of powers in the order they are drawn
IN_FORCE, DRAFTS, EUROPE = "China, in force", "China, drafts", "European Union"


def powers() -> pd.DataFrame:
    """Return the powers that were read, with what is needed of their instruments."""
    return with_instruments(provenance.read_rows("powers"), tables.load("instruments"))


def grid(coded: pd.DataFrame | None = None, safeguards: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return one row a power and safeguard, in the order in which they are drawn.

    `coded` is as from `powers`, `safeguards` has power_id, safeguard, value, basis. Columns: id, group,
    power_id, label, safeguard, value, basis, stated (safeguards of the power that are), asked
    (those that are stated or not stated), is_uncertain, source_id. Drafts stand in a group of
    their own; powers of lapsed instruments are left out. Powers with most safeguards come first.
    """
    coded = powers() if coded is None else coded
    safeguards = tables.load("safeguards") if safeguards is None else safeguards
    coded = coded.assign(group=_group(coded)).dropna(subset=["group"]).set_index("id")
    frame = safeguards[safeguards["power_id"].isin(coded.index)]
    of_power = frame.groupby("power_id")["value"]
    tally = coded.assign(
        stated=of_power.agg(lambda v: int(v.eq(STATED).sum())),
        asked=of_power.agg(lambda v: int(v.isin([STATED, NOT_STATED]).sum())),
    )[["group", "label", "stated", "asked", "is_uncertain", "source_id"]]
    order = {name: place for place, name in enumerate(tables.vocabulary("safeguard"))}
    frame = frame[["id", "power_id", "safeguard", "value", "basis"]].join(tally, on="power_id")
    frame = frame.assign(
        place=frame["safeguard"].map(order),
        down=-frame["stated"],
        group=pd.Categorical(frame["group"], [IN_FORCE, DRAFTS, EUROPE], ordered=True),
    )
    frame = frame.sort_values(["group", "down", "label", "power_id", "place"])
    kept = [
        "id",
        "group",
        "power_id",
        "label",
        "safeguard",
        "value",
        "basis",
        "stated",
        "asked",
        "is_uncertain",
        "source_id",
    ]
    return frame[kept].astype({"group": str}).reset_index(drop=True)


def _group(coded: pd.DataFrame) -> pd.Series:
    """Return the group of each power; missing for lapsed texts and for drafts outside China."""
    group = coded["side"].map({CHINA: IN_FORCE, EU: EUROPE}).where(coded["is_current"])
    return group.mask(coded["side"].eq(CHINA) & coded["version"].eq("draft"), DRAFTS)


def by_power(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row a power of the grid: group, power_id, label, stated, asked, is_uncertain."""
    kept = ["group", "power_id", "label", "stated", "asked", "is_uncertain"]
    return frame[kept].drop_duplicates("power_id").reset_index(drop=True)


def by_safeguard(frame: pd.DataFrame) -> pd.DataFrame:
    """Return, per group and safeguard, how many powers have each value.

    Columns: group, safeguard, stated, not_stated, left_to_national_law, not_applicable, powers. The
    four counts add up to `powers`.
    """
    values = [STATED, NOT_STATED, LEFT, NOT_APPLICABLE]
    counts = pd.crosstab([frame["group"], frame["safeguard"]], frame["value"])
    counts = counts.reindex(columns=values, fill_value=0)
    return counts.assign(powers=counts.sum(axis=1)).rename_axis(columns=None).reset_index()


def only_purpose(frame: pd.DataFrame) -> int:
    """Return how many powers in force in China state no safeguard but that a purpose is named."""
    part = frame[frame["group"].eq(IN_FORCE)]
    return part["power_id"].nunique() - with_any(
        part, [name for name in part["safeguard"].unique() if name != "purpose_named"]
    )


def with_any(frame: pd.DataFrame, names: Iterable[str]) -> int:
    """Return how many powers in force in China state at least one of the safeguards in `names`."""
    part = frame[frame["group"].eq(IN_FORCE) & frame["value"].eq(STATED)]
    return int(part.loc[part["safeguard"].isin(list(names)), "power_id"].nunique())
