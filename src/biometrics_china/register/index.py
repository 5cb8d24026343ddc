"""What ``screen`` answers from: every body, its names and its records, as plain JSON.

It is made from the checked tables, which takes seconds, and kept by who builds; reading it back
imports neither pandas nor the tables.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from biometrics_china.register.match import Body

Json = dict[str, Any]


@dataclass(frozen=True)
class Index:
    """The register without its tables.

    `shown` has the printed name of each body by id; `records` the records of each body that has
    any, in order, with the columns of `records.COLUMNS`; `kinds` what each kind of record is called;
    `common` the words in the names of many bodies.
    """

    bodies: tuple[Body, ...]
    common: frozenset[str]
    shown: dict[str, str]
    records: dict[str, list[dict[str, str]]]
    kinds: dict[str, str]


def make() -> Index:
    """Return the index of the book's own tables. Raises `validation.InvalidData`."""
    from biometrics_china.register import entities, records  # these import pandas, which takes long

    frame = entities.named()
    latin = frame["name_en"].fillna(frame["name_zh"])
    chinese = frame["name_zh"].where(frame["name_en"].notna()).fillna("")
    found: dict[str, list[dict[str, str]]] = {}
    for row in records.records().to_dict("records"):
        found.setdefault(str(row["entity_id"]), []).append({str(k): str(v) for k, v in row.items()})
    shown = {str(i): f"{latin[i]} {chinese[i]}".strip() for i in frame.index}
    return Index(entities.bodies(), entities.common(), shown, found, records.KINDS)


def as_json(index: Index) -> Json:
    """Return an index as JSON, for `of_json`."""
    return {**asdict(index), "common": sorted(index.common)}


def of_json(stored: Json) -> Index:
    """Return the index that `as_json` was given."""
    lists = ("names", "sounds", "weak", "whole")
    bodies = (Body(**(b | {name: tuple(b[name]) for name in lists})) for b in stored["bodies"])
    common = frozenset(stored["common"])
    return Index(tuple(bodies), common, stored["shown"], stored["records"], stored["kinds"])
