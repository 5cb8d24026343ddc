"""What ``screen`` answers from: every body, its names and its records, as plain JSON.

It is made from the checked tables, which takes seconds, and kept by who builds; reading it back
imports neither pandas nor the tables.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from biometrics_china.register.match import Body
from biometrics_china.register.matcher import Matcher

Json = dict[str, Any]


@dataclass(frozen=True)
class Index:
    """The register without its tables. By id means by the id of a body; all sentences are whole.

    - `shown`: the printed name of each body; `records`: the records of each that has any, in order,
      with the columns of `records.COLUMNS`; `kinds`: what each kind of record is called, the heaviest
      first; `common`: the words in the names of many bodies
    - `standing`: by id, a sentence for each list that a body is or was on, the heaviest first
    - `seats`: by id, ``chinese``, ``european`` or ``other``; `unlisted`: by these, the sentence for a
      body on no list
    - `lists`: by id, the list of each of these sentences, and whether the body is on it; None if what
      became of it was not read; `partly`: lists of which a part was read only
    - `leads`: by id, how a body stands in one sentence, for the first line
    - `editions`: the lists as they were read, with the columns of `standing.EDITION`
    - `kin`: by id, what a body belongs to, and the lists that its kin are on
    - `rules`: by the id of a rule, what lists mean for bodies owned by listed ones; `ruled`: by id, the
      rules that matter for a body with listed kin
    - `elsewhere`: what is said of short names of bodies that are not held, as `elsewhere.as_data`
    - `not_shown`, `next_steps`: what the records do not show, and what to do next

    `summary` puts them in order.
    """

    bodies: tuple[Body, ...]
    common: frozenset[str]
    shown: dict[str, str]
    records: dict[str, list[dict[str, str]]]
    kinds: dict[str, str]
    standing: dict[str, list[str]]
    leads: dict[str, str]
    lists: dict[str, dict[str, bool | None]]
    partly: list[str]
    editions: list[dict[str, str]]
    seats: dict[str, str]
    unlisted: dict[str, str]
    kin: dict[str, list[str]]
    rules: dict[str, str]
    ruled: dict[str, list[str]]
    elsewhere: list[dict[str, str]]
    not_shown: list[str]
    next_steps: list[str]

    @cached_property
    def matcher(self) -> Matcher:
        """What finds the bodies of this index by a typed name."""
        return Matcher(self.bodies, self.common)


def make() -> Index:
    """Return the index of the book's own tables. Raises `validation.InvalidData`."""
    # pandas takes long to import
    from biometrics_china.register import (
        advice,
        elsewhere,
        entities,
        kin,
        lead,
        ownership,
        records,
        standing,
    )

    frame = entities.named()
    return Index(
        bodies=entities.bodies(),
        common=entities.common(),
        shown=_shown(frame),
        records=_by_body(records.records()),
        kinds=records.KINDS,
        standing=standing.sentences(),
        leads=lead.leads(),
        lists=standing.lists(),
        partly=lead.partly(),
        editions=standing.editions(),
        seats={str(i): standing.seat(c) for i, c in frame["country"].fillna("").items()},
        unlisted=standing.unlisted(),
        kin=kin.sentences(),
        rules=ownership.rules(),
        ruled={i: found for i in kin.sentences() if (found := ownership.rules_for(i))},
        elsewhere=elsewhere.as_data(),
        not_shown=list(advice.NOT_SHOWN),
        next_steps=advice.next_steps(),
    )


def _shown(frame: Any) -> dict[str, str]:
    latin = frame["name_en"].fillna(frame["name_zh"])
    chinese = frame["name_zh"].where(frame["name_en"].notna()).fillna("")
    return {str(i): f"{latin[i]} {chinese[i]}".strip() for i in frame.index}


def _by_body(records: Any) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in records.to_dict("records"):
        found.setdefault(str(row["entity_id"]), []).append({str(k): str(v) for k, v in row.items()})
    return found


def as_json(index: Index) -> Json:
    """Return an index as JSON, for `of_json`."""
    return {**asdict(index), "common": sorted(index.common)}


def of_json(stored: Json) -> Index:
    """Return the index that `as_json` was given."""
    lists = ("names", "sounds", "weak", "whole", "bare", "kinds")
    bodies = (Body(**(b | {name: tuple(b[name]) for name in lists})) for b in stored["bodies"])
    common = frozenset(stored["common"])
    return Index(**{**stored, "bodies": tuple(bodies), "common": common})
