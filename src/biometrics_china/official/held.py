"""What the data hold of each official list: the bodies that stand on it, by all names read there."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from biometrics_china import digests, provenance
from biometrics_china.register import entities
from biometrics_china.register.entities import entity_ids
from biometrics_china.register.names import key
from biometrics_china.register.words import said

#: numbers by which the lists of the United Kingdom and the Union tell their entries
_IDENTS = re.compile(r"\bEU\.\d+\.\d+\b|\b[A-Z]{2,4}\d{4}\b")
_CITED = re.compile(r"\b\d{2,3} FR \d{3,6}\b")


@dataclass(frozen=True)
class Held:
    """A body on a list: its names (first those of the entry, then other names), and what tells it.

    `rows` are the ids of its rows in the table of listings, `keys` those of the names that the
    register knows it by for certain.
    """

    body: str
    rows: tuple[str, ...]
    names: tuple[str, ...]
    aliases: tuple[str, ...]
    citations: frozenset[str]
    idents: frozenset[str]
    keys: frozenset[str] = frozenset()


def lists() -> dict[str, dict[str, str]]:
    """Return list id → the row of the table of lists, as plain text."""
    frame = provenance.read_rows("lists")
    rows = frame.to_dict("records")
    return {str(r["id"]): {str(c): said(r, str(c)) for c in frame.columns} for r in rows}


def left_out() -> dict[str, frozenset[str]]:
    """Return list id → digests of the entries that a person has judged and left out."""
    rows = provenance.read_rows("left_out")
    return {str(i): frozenset(part) for i, part in rows.groupby("list_id")["digest"]}


def digest(list_id: str, name: str) -> str:
    """Return what tells an entry that was left out, so that no name of a person stands in the data.

    It is the beginning of the SHA-256 of list and key of the name.
    """
    return digests.of_text(f"{list_id} {key(name)}")[:16]


def standing_rows() -> pd.DataFrame:
    """Return the entries of named bodies that have not ended, with the body in the column `body`."""
    rows = provenance.read_rows("listings")
    rows = rows.assign(body=rows["entity"].map(entity_ids))
    on_list = rows[["list_name", "body"]].apply(tuple, axis=1)
    ended = rows["action"].eq("delisted")
    on = rows["action"].eq("listed") & rows["ended"].isna() & rows["entities"].eq(1)
    on &= rows["entity_type"].ne("official") & ~on_list.isin(list(on_list[ended]))
    return rows[on]


def bodies() -> dict[str, tuple[Held, ...]]:
    """Return list id → the bodies that stand on it."""
    ids = {row["name"]: list_id for list_id, row in lists().items()}
    frame = standing_rows()
    frame = frame.assign(body=frame["body"].map(lambda ids: ids[0] if ids else ""))
    keys = {b.id: frozenset(b.names) - frozenset(b.weak) for b in entities.bodies()}
    found: dict[str, list[Held]] = {}
    for (name, body), rows in frame.groupby(["list_name", "body"], sort=False):
        if list_id := ids.get(str(name)):
            sure = keys.get(str(body), frozenset())
            held = _held(str(body), rows.to_dict("records"), sure)
            found.setdefault(list_id, []).append(held)
    return {list_id: tuple(held) for list_id, held in found.items()}


def _held(body: str, rows: list[dict[Hashable, Any]], keys: frozenset[str]) -> Held:
    names = [said(r, c) for r in rows for c in ("listed_as", "entity")]
    aliases = [a for r in rows for a in _items(r["aliases"])]
    told = " ".join(said(r, c) for r in rows for c in ("citation", "locator"))
    return Held(
        body,
        tuple(str(r["id"]) for r in rows),
        tuple(dict.fromkeys(n for n in names if n)),
        tuple(dict.fromkeys(aliases)),
        frozenset(_CITED.findall(told)),
        frozenset(_IDENTS.findall(told)),
        keys,
    )


def _items(cell: object) -> Iterable[str]:
    return [str(item) for item in cell] if isinstance(cell, tuple) else []
