"""Treaties on handing over persons and on legal assistance: which member state has one with China.

The treaties that were read are a lower bound. For extradition an upper one follows from a count that
the Chinese foreign ministry gave: what is left of it after the states known by name could all be
member states. For legal assistance no such count by region was read.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from biometrics_china import countries

#: statuses of a treaty that exists, the surest first
CONCLUDED = ("in_force", "concluded")
#: the row of `police_counts` with the treaties that the Chinese ministry counts with European states
STATED = "pc-021"
#: the kinds of treaty, in the order of the figure
KINDS = ("extradition", "legal_assistance", "surrender")


def used(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each state and kind: where sources disagree, the row that is used."""
    return frame[frame["is_used"]].reset_index(drop=True)


def grid(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the status of each kind of treaty for each member state.

    Columns: `code`, `state`, one for each of `KINDS` with the code of the status, or ``none_found``,
    and one for each with the row of the treaty (``<kind>_id``, empty if there is none). States with an
    extradition treaty come first, then those with legal assistance alone, then the others, each group
    by name.
    """
    rows_of = frame.set_index(["country", "kind"])
    status, ids = (rows_of[column].to_dict() for column in ("status", "id"))
    rows = [
        {"code": code, "state": state}
        | {kind: status.get((code, kind), "none_found") for kind in KINDS}
        | {f"{kind}_id": ids.get((code, kind), "") for kind in KINDS}
        for code, state in countries.MEMBERS.items()
    ]
    found = pd.DataFrame(rows)
    rank = [_rank(row) for row in found.to_dict("records")]
    return found.assign(rank=rank).sort_values(["rank", "state"], ignore_index=True)[
        ["code", "state", *KINDS, *(f"{kind}_id" for kind in KINDS)]
    ]


def _rank(row: Mapping[Hashable, Any]) -> int:
    places = ("extradition", "legal_assistance")
    sure = [place for place, kind in enumerate(places) if row[kind] in CONCLUDED]
    begun = any(row[kind] != "none_found" for kind in places)
    return sure[0] if sure else 2 if begun else 3


def of_kind(frame: pd.DataFrame, kind: str, statuses: tuple[str, ...] = CONCLUDED) -> pd.DataFrame:
    """Return the treaties of this kind and of one of these statuses."""
    return frame[frame["kind"].eq(kind) & frame["status"].isin(statuses)]


def members_with(frame: pd.DataFrame, kind: str, statuses: tuple[str, ...] = CONCLUDED) -> int:
    """Return how many member states have a treaty of this kind and one of these statuses."""
    rows = of_kind(frame, kind, statuses)
    return int(rows.loc[rows["country"].isin(countries.MEMBERS), "country"].nunique())


def extradition_bounds(frame: pd.DataFrame, stated: int) -> tuple[int, int]:
    """Return the least and the greatest number of member states with an extradition treaty.

    `stated` is a count of treaties with European states. States known by name make the lower
    bound; those of the count that are not known by name could all be members (bounds of partial
    identification, Manski 2003). Raises ValueError if more are known by name than were counted.
    """
    rows = of_kind(frame, "extradition")
    named = int(rows["country"].nunique())
    if named > stated:
        raise ValueError(f"{named} treaties are known by name and only {stated} were counted")
    low = members_with(frame, "extradition")
    return low, min(low + stated - named, len(countries.MEMBERS))


def readings(frame: pd.DataFrame, stated: int) -> pd.DataFrame:
    """Return the number of member states with an extradition treaty under every way of counting.

    Choices: which statuses count, and whether treaties known only from the count are members'.
    Columns: `statuses`, `unnamed`, `members`.
    """
    kinds = {
        "in force, day read": ("in_force",),
        "concluded": CONCLUDED,
        "concluded or initialled": (*CONCLUDED, "initialled"),
    }
    low, high = extradition_bounds(frame, stated)
    rest = {"none": 0, "all": high - low}
    rows = [
        (label, name, members_with(frame, "extradition", statuses) + more)
        for label, statuses in kinds.items()
        for name, more in rest.items()
    ]
    return pd.DataFrame(rows, columns=["statuses", "unnamed", "members"])
