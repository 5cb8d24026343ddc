"""What the book's tables record of the firms that stand for the industry, with their answers."""

from __future__ import annotations

import pandas as pd

from biometrics_china import tables
from biometrics_china.analysis.europe_technology import lists
from biometrics_china.register.records import records

#: the firms, by their keys in the register; kin that are bodies of their own are counted with them
FIRMS = ("hikvision", "dahua", "sensetime", "megvii", "iflytek", "bgi-group")


def kin(firm: str, parents: dict[str, str]) -> frozenset[str]:
    """Return a firm and the bodies of the register that are parts of it, at any depth."""
    found = {firm}
    while more := {i for i, parent in parents.items() if parent in found} - found:
        found |= more
    return frozenset(found)


def industry(all_records: pd.DataFrame, parents: dict[str, str]) -> pd.DataFrame:
    """Return counts of records of each firm and its parts by kind: `id`, one column a kind."""
    rows = []
    for firm in FIRMS:
        part = all_records[all_records["entity_id"].isin(kin(firm, parents))]
        counts = part.drop_duplicates(["table", "row_id"])["kind"].value_counts()
        rows.append({"id": firm, **counts.to_dict()})
    return pd.DataFrame(rows).fillna(0)


def _parents() -> dict[str, str]:
    own = tables.load("entities").dropna(subset=["parent_id"])
    return dict(zip(own["id"], own["parent_id"], strict=True))


def n_on_american_list() -> int:
    """Return how many of the firms, or bodies that belong to them, stand on an American list now."""
    standing = lists.lists_of(lists.acts())
    on = {body for (country, body), names in standing.items() if country == "US" and names}
    return sum(bool(on & kin(firm, _parents())) for firm in FIRMS)


def industry_in_book() -> pd.DataFrame:
    """Return the table of the firms: `firm` and the counts by kind that a reader sees."""
    entities = tables.load("entities")
    found = industry(records(), _parents())
    names = dict(zip(entities["id"], entities["name_en"], strict=True))
    kinds = ["list", "standard", "technology", "supply", "deployment", "answer"]
    counts = found.reindex(columns=kinds, fill_value=0).astype(int)
    counts.insert(0, "firm", found["id"].map(names))
    return counts
