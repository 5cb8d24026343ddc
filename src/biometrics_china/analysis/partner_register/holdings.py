"""What the register holds: bodies by kind and records by kind."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.days import date_in_words
from biometrics_china.official.held import standing_rows
from biometrics_china.register.entities import named
from biometrics_china.register.records import KINDS, records


def bodies() -> pd.DataFrame:
    """Return the bodies with their records: `id`, `name`, `kind`, `country`, `n_records`."""
    frame = named().reset_index(drop=True)
    counts = records()["entity_id"].value_counts()
    return pd.DataFrame(
        {
            "id": frame["id"],
            "name": [display_name(r) for r in frame.to_dict("records")],
            "kind": frame["kind"],
            "country": frame["country"],
            "n_records": frame["id"].map(counts).fillna(0).astype(int),
        }
    )


def lists_read() -> pd.DataFrame:
    """Return the official lists as they were read: `name`, `authority`, `edition`, `read_to`, `changes`.

    `in_copy` counts the entries of the copy that was read, `entries` those that stand in the table
    of listings and have not ended, and `left_out` says how many of the copy have no row, and why.
    """
    frame = provenance.read_rows("lists")
    counts = frame["name"].map(standing_entries()).fillna(0).astype(int)
    why = frame["left_out_why"].fillna("").map(lambda w: f" ({w})" if w else "")
    left_out = frame["left_out"].astype(str) + why
    read_to = frame["read_to"].map(date_in_words)
    found = frame.assign(entries=counts, read_to=read_to, left_out=left_out)
    columns = [
        "name",
        "authority",
        "edition",
        "read_to",
        "in_copy",
        "entries",
        "left_out",
        "changes",
    ]
    order = found.sort_values("entries", ascending=False, kind="stable")
    return order[columns].reset_index(drop=True)


def standing_entries() -> pd.Series[int]:
    """Return list name → entries of named bodies in the table of listings that have not ended."""
    return standing_rows().groupby("list_name")["entity"].nunique()


def display_name(row: Mapping[Hashable, Any]) -> str:
    """Return the English name, else the Chinese one with its Pinyin."""
    if isinstance(row["name_en"], str) and row["name_en"]:
        return str(row["name_en"])
    return f"{row['name_zh']} ({row['name_pinyin']})"


def by_kind(frame: pd.DataFrame, records: pd.DataFrame) -> pd.DataFrame:
    """Return records by kind of body and kind of record: `kind` (label), a column for each of `KINDS`.

    Kinds of body without a record have no row.
    """
    kinds = records["entity_id"].map(frame.set_index("id")["kind"])
    labels = tables.vocabulary("entity_kind")
    table = pd.crosstab(kinds, records["kind"]).reindex(columns=list(KINDS), fill_value=0)
    table = table.reindex([k for k in labels if k in table.index])
    return table.rename(index=labels).rename_axis(index="kind", columns=None).reset_index()


def most_recorded(frame: pd.DataFrame, records: pd.DataFrame, most: int = 20) -> pd.DataFrame:
    """Return the bodies with the most kinds of record, then records: `id`, `name`, a count a kind."""
    table = pd.crosstab(records["entity_id"], records["kind"])
    order = pd.DataFrame({"kinds": table.gt(0).sum(axis=1), "all": table.sum(axis=1)})
    chosen = order.sort_values(["kinds", "all"], ascending=False, kind="stable").head(most).index
    names = dict(zip(frame["id"], frame["name"], strict=True))
    found = table.loc[chosen]
    found = found[[k for k in KINDS if k in found.columns]]
    found = found.rename_axis(index="id", columns=None).reset_index()
    found.insert(1, "name", found["id"].map(names))
    return found
