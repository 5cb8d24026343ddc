"""What the book's tables record of the firms that stand for the industry, with their answers."""

from __future__ import annotations

import pandas as pd

from biometrics_china.analysis.europe_technology import lists

#: the firms, by their keys in the register; kin that are bodies of their own are counted with them
FIRMS = ("hikvision", "dahua", "sensetime", "megvii", "iflytek", "bgi-group")
#: the kinds of record that a reader sees, in this order
KINDS = ("list", "standard", "technology", "supply", "deployment", "answer")


def kin(firm: str, parents: dict[str, str]) -> frozenset[str]:
    """Return a firm and the bodies of the register that are parts of it, at any depth."""
    found = {firm}
    while more := {i for i, parent in parents.items() if parent in found} - found:
        found |= more
    return frozenset(found)


def _parents(entities: pd.DataFrame) -> dict[str, str]:
    own = entities.dropna(subset=["parent_id"])
    return dict(zip(own["id"], own["parent_id"], strict=True))


def industry(entities: pd.DataFrame, all_records: pd.DataFrame) -> pd.DataFrame:
    """Return counts of records of each firm and its parts: `firm` (name), and one for each of `KINDS`.

    `entities` has `id`, `name_en`, `parent_id`; a record that names several parts counts once.
    """
    names, parents = entities.set_index("id")["name_en"], _parents(entities)
    rows = []
    for firm in FIRMS:
        part = all_records[all_records["entity_id"].isin(kin(firm, parents))]
        kinds = part.drop_duplicates(["table", "row_id"])["kind"]
        rows.append({"firm": names[firm]} | {kind: int(kinds.eq(kind).sum()) for kind in KINDS})
    return pd.DataFrame(rows)


def n_on_american_list(entities: pd.DataFrame) -> int:
    """Return how many of the firms, or bodies that belong to them, stand on an American list now."""
    standing = lists.lists_of(lists.acts())
    on = {body for (country, body), names in standing.items() if country == "US" and names}
    return sum(bool(on & kin(firm, _parents(entities))) for firm in FIRMS)
