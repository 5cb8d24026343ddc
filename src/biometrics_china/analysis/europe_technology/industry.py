"""What the book's tables record of the firms that stand for the industry, with their answers."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from biometrics_china.analysis.europe_technology import lists
from biometrics_china.register.kin import reach

#: the firms, by their keys in the register; kin that are bodies of their own are counted with them
FIRMS = ("hikvision", "dahua", "sensetime", "megvii", "iflytek", "bgi-group")
#: the kinds of record that a reader sees, in this order
KINDS = ("list", "standard", "technology", "supply", "deployment", "answer")


def kin(firm: str, parts: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return a firm and the bodies of the register that are parts of it, at any depth."""
    return frozenset({firm, *reach(firm, parts)})


def industry(
    entities: pd.DataFrame, all_records: pd.DataFrame, parts: Mapping[str, tuple[str, ...]]
) -> pd.DataFrame:
    """Return counts of records of each firm and its parts: `firm` (name), and one for each of `KINDS`.

    `entities` has `id` and `name_en`, `parts` the bodies that belong to each; a record that names
    several parts counts once.
    """
    names = entities.set_index("id")["name_en"]
    rows = []
    for firm in FIRMS:
        part = all_records[all_records["entity_id"].isin(kin(firm, parts))]
        kinds = part.drop_duplicates(["table", "row_id"])["kind"]
        rows.append({"firm": names[firm]} | {kind: int(kinds.eq(kind).sum()) for kind in KINDS})
    return pd.DataFrame(rows)


def n_on_american_list(parts: Mapping[str, tuple[str, ...]]) -> int:
    """Return how many firms `on_american_list` names."""
    return len(on_american_list(parts))


def on_american_list(parts: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return those of the firms that stand on an American list now, themselves or with a part."""
    standing = lists.lists_of(lists.acts())
    on = {body for (country, body), names in standing.items() if country == "US" and names}
    return tuple(firm for firm in FIRMS if on & kin(firm, parts))
