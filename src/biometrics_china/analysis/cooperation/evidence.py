"""The rows that a pair of partner and activity names: their works, copies, and European side."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from biometrics_china import countries, observing, provenance, works
from biometrics_china.validation import grading

#: tables all of whose rows have somebody in Europe in them
EUROPEAN = {
    "research_links",
    "police_links",
    "surrender_decisions",
    "deployments",
    "data_handling",
    "public_purchases",
    "official_answers",
}

#: links of events to Europe that are no part in them: who found, told of or was followed by it
BESIDE = {
    "found by a Dutch researcher",
    "foreign journalists",
    "London-based Tibet Watch",
    "German research and press",
}


@dataclass(frozen=True)
class Fact:
    """One row of the book: its work, whether its copy is poor, whether somebody in Europe is in it."""

    reference: str
    source_id: str
    work: str
    is_poor: bool
    is_european: bool


def record(reference: str) -> dict[Hashable, Any]:
    """Return a row that was read by ``table/row``. Raises KeyError if there is none."""
    table, _, row = reference.partition("/")
    return _records(table)[row]


@observing.kept
def _records(table: str) -> dict[Hashable, dict[Hashable, Any]]:
    found = provenance.by_id(table)
    return {row: dict(zip(found, found.loc[row], strict=True)) for row in found.index}


def facts(references: Iterable[str] | None) -> tuple[Fact, ...]:
    """Return the rows of a list of references, in its order; none for an empty cell."""
    return tuple(_fact(reference) for reference in references or ())


@observing.kept
def _fact(reference: str) -> Fact:
    table, _, row = reference.partition("/")
    source_id = provenance.source_of_row(table, row)
    source = provenance.source(source_id)
    weak = {True: "true", False: "false"}[bool(source["has_weak_host"])]
    return Fact(
        reference,
        source_id,
        works.of_source(source_id),
        grading.is_poor(source | {"has_weak_host": weak}),
        is_european(table, record(reference)),
    )


def is_european(table: str, row: Mapping[Hashable, Any]) -> bool:
    """Return whether somebody in Europe takes part in what a row records, as far as it says so.

    That is so of some tables by what they hold (`EUROPEAN`); of a retraction by its authors, of a
    supply by its maker, of a set of pictures by its country, of an event by the link that is noted,
    unless that is who found it, told of it or was followed (`BESIDE`).
    """
    match table:
        case "retractions":
            return row["european_author"] in ("yes", "part_time")
        case "technology_supplies":
            return bool(row["origin"] == "european")
        case "training_sets":
            return row["country"] in ("GB", *countries.MEMBERS)
        case "technology_events":
            return bool(pd.notna(row["european_link"])) and row["european_link"] not in BESIDE
        case _:
            return table in EUROPEAN


def standing(found: Iterable[Fact]) -> dict[str, int]:
    """Return how well rows are documented: `rows`, `works` (different ones), `poor` (rows).

    Poor are rows read in a report about the work or on a weak host, as in the grade of a finding.
    """
    rows = list(found)
    different = {fact.work for fact in rows}
    return {"rows": len(rows), "works": len(different), "poor": sum(f.is_poor for f in rows)}
