"""The whole answer on one body in order, heaviest first, from the index alone.

What a reader sees, prints and files: headings with lines of plain text. Nothing here imports pandas
or the tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from biometrics_china.days import date_in_words
from biometrics_china.register.index import Index
from biometrics_china.register.signs import signs


@dataclass(frozen=True)
class Section:
    """A heading of the answer and its lines; `kind` is a lasting key for programs."""

    kind: str
    heading: str
    lines: tuple[str, ...]


def about(index: Index, entity_id: str) -> list[Section]:
    """Return what is said of a body before its records, in the order of reading."""
    kin = tuple(index.kin.get(entity_id, ()))
    found = (
        Section("standing", "On official lists", tuple(standing(index, entity_id))),
        Section("kin", "What it belongs to, and what belongs to it", kin),
        Section("rules", "What a list means for kin", tuple(rules(index, entity_id))),
        Section("signs", "What its name says", name_says(index, entity_id)),
    )
    return [section for section in found if section.lines]


def records(index: Index, entity_id: str) -> list[Section]:
    """Return the records of a body, a section for each kind that it has."""
    found = (
        Section(k, heading, _records(index, entity_id, k)) for k, heading in index.kinds.items()
    )
    return [section for section in found if section.lines]


def shared(index: Index) -> list[Section]:
    """Return what goes with every answer, said once: what records do not show, and next steps."""
    found = (
        Section("not_shown", "What the records do not show", tuple(index.not_shown)),
        Section("next_steps", "Next steps", tuple(index.next_steps)),
    )
    return [section for section in found if section.lines]


def standing(index: Index, entity_id: str) -> list[str]:
    """Return how a body stands on lists, or that it is on none of those that were read."""
    return index.standing.get(entity_id) or [index.unlisted[index.seats[entity_id]]]


def name_says(index: Index, entity_id: str) -> tuple[str, ...]:
    """Return what the name of a body of China points to; the signs say nothing of other states."""
    return tuple(signs(index.shown[entity_id])) if index.seats[entity_id] == "chinese" else ()


def typed_says(index: Index, query: str) -> list[str]:
    """Return what a typed name points to: a body that is not held, and who uses its words."""
    meant = [e["says"] for e in index.elsewhere if re.search(e["pattern"], query)]
    return [*meant, *signs(query)]


def rules(index: Index, entity_id: str) -> list[str]:
    """Return the rules on ownership that matter for a body with kin on lists."""
    return [index.rules[rule] for rule in index.ruled.get(entity_id, ())]


def in_part(index: Index) -> list[Section]:
    """Return the lists that were not read whole, which matter most where nothing was found."""
    heading = f"Of the {len(index.editions)} official lists, read only in part"
    return [Section("partly", heading, tuple(index.partly))] if index.partly else []


def _records(index: Index, entity_id: str, kind: str) -> tuple[str, ...]:
    rows = (row for row in index.records.get(entity_id, ()) if row["kind"] == kind)
    return tuple(_line(row) for row in rows)


def _line(row: dict[str, str]) -> str:
    day = f"{date_in_words(row['date'])}: " if row["date"] else ""
    return f"{day}{row['text']} (record {row['table']}/{row['row_id']}, {row['source_id']})"
