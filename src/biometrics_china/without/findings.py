"""What of a finding is computed again: its numbers, its guarded words, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from biometrics_china import manuscript, tables, templates
from biometrics_china.manuscript import GUARD
from biometrics_china.validation import stood_on
from biometrics_china.without.pointers import Row
from biometrics_china.without.rows import Fallen

Json = dict[str, Any]

#: how a page stands to its work that is the work itself, or all of it
WHOLE = ("original", "full_copy")


@dataclass(frozen=True)
class Finding:
    """A finding as it is written: its numbers and guards by name, the tables and conditions on rows."""

    id: str
    subject: str
    names: tuple[str, ...]
    guards: tuple[str, ...]
    tables: tuple[str, ...]
    conditions: tuple[str, ...]

    @property
    def asked(self) -> tuple[str, ...]:
        """Return its numbers, and its guards as ``holds name``."""
        return (*self.names, *(f"holds {guard}" for guard in self.guards))

    @cached_property
    def rows(self) -> frozenset[Row]:
        """Return the rows that were read and that it stands on, as its grade does."""
        sheets = tables.cells(*self.tables)
        held = stood_on.rows(sheets, self.tables, self.conditions)
        return frozenset((table, row["id"]) for table, kept in held.items() for row in kept)


def of_chapter(subject: str) -> tuple[Finding, ...]:
    """Return the findings of a chapter in their order."""
    return tuple(_finding(row) for row in manuscript.findings() if row["subject"] == subject)


def structure(subject: str) -> list[object]:
    """Return what the runs of a chapter depend on of its text."""
    return [[f.id, *f.asked, f.tables, f.conditions] for f in of_chapter(subject)]


def _finding(row: Json) -> Finding:
    names = templates.placeholders(manuscript.plain(row["sentence"]))
    guards = (found[1] for found in GUARD.finditer(row["sentence"]))
    return Finding(
        row["id"],
        row["subject"],
        tuple(dict.fromkeys(names)),
        tuple(dict.fromkeys(guards)),
        tuple(row["tables"]),
        tuple(row.get("rows", ())),
    )


def sources_of(
    finding: Finding, of_numbers: frozenset[Row], fallen: dict[str, Fallen]
) -> list[str]:
    """Return the works that a finding rests on: without one of them, one of its rows falls.

    Its rows are those that it stands on and those that its numbers are made of; `fallen` has the rows
    that fall without each work.
    """
    held = finding.rows | of_numbers
    return [
        work
        for work, gone in fallen.items()
        if any((table, i) in held for table, ids in gone.items() for i in ids)
    ]


def not_whole() -> tuple[str, ...]:
    """Return the sources that are no originals or full copies, and those on weak hosts."""
    frame = tables.load("sources")
    whole = frame["standing"].isin(WHOLE) & ~frame["has_weak_host"].astype(bool)
    return tuple(map(str, frame.loc[~whole, "id"]))
