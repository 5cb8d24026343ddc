"""Which names of Chinese bodies the register holds, and how many bodies lack which."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from biometrics_china import tables
from biometrics_china.register.names import is_han
from biometrics_china.register.records import records
from biometrics_china.register.standing import CHINESE

#: a body with a record beyond entries on lists, and one that is known from lists alone
GROUPS = {True: "With a record beyond lists", False: "On lists only"}


def lacking() -> pd.DataFrame:
    """Return two rows, by `GROUPS`: `group`, `bodies`, and how many lack a name of each kind.

    The kinds are `english` and `chinese` (any name in it that was read, in a record or elsewhere),
    `official` (a full Chinese name that was looked up) and `former`; `translated` counts bodies with
    a name that we translated.
    """
    entities = tables.load("entities")
    chinese = entities[entities["country"].isin(CHINESE)]
    return lacking_of(chinese, tables.load("body_names"), beyond_lists())


def lacking_of(entities: pd.DataFrame, names: pd.DataFrame, beyond: set[str]) -> pd.DataFrame:
    """Return what `lacking` says, of `entities` and `body_names`; `beyond` as `beyond_lists`."""
    ours = names["kind"].eq("translation")
    looked_up = names[~ours].groupby("language")["entity_id"].agg(set).to_dict()
    full = names[names["kind"].eq("official") & names["language"].eq("zh")]
    former = set(names.loc[names["kind"].eq("former"), "entity_id"])
    ids = entities["id"]
    frame = pd.DataFrame(
        {
            "beyond": ids.isin(beyond),
            "english": entities["name_en"].isna() & ~ids.isin(looked_up.get("en", set())),
            "chinese": ~_has_chinese(entities) & ~ids.isin(looked_up.get("zh", set())),
            "official": ~ids.isin(set(full["entity_id"])),
            "former": ~ids.isin(former),
            "translated": ids.isin(set(names.loc[ours, "entity_id"])),
        }
    )
    grouped = frame.groupby("beyond", sort=False)
    found = grouped.sum().assign(bodies=grouped.size()).reindex(list(GROUPS), fill_value=0)
    columns = ["group", "bodies", "english", "chinese", "translated", "official", "former"]
    return found.reset_index().assign(group=list(GROUPS.values()))[columns]


def beyond_lists() -> set[str]:
    """Return the ids of bodies with a record that is no entry on a list."""
    found = records()
    return set(found.loc[found["kind"].ne("list"), "entity_id"])


def _has_chinese(entities: pd.DataFrame) -> pd.Series[bool]:
    return entities["name_zh"].notna() | entities["aliases"].map(_any_chinese)


def _any_chinese(names: Iterable[str]) -> bool:
    return any(is_han(name) for name in names or ())
