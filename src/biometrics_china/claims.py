"""The register of findings: what the book claims, on what, how surely, and what it does not show.

Claims are rows of `data/claims.csv`. A row's sentence is a template over the numbers of its subject;
everything that can be derived (its sources, whether they were read, whether they are relays) is
derived here and never typed.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from biometrics_china import exhibits, numbers, provenance, tables


@dataclass(frozen=True)
class Claim:
    """One finding, ready to print.

    `sentence` keeps its placeholders and `text` has them filled; `sources` are the ids of the
    sources it stands on; `relays_only` is True where every one of them is a copy or a relay of the
    original.
    """

    id: str
    subject: str
    sentence: str
    text: str
    exhibits: tuple[str, ...]
    tables: tuple[str, ...]
    sources: tuple[str, ...]
    interval: str
    grade: str
    grade_reason: str
    not_shown: str
    official_position: str
    official_source: str
    is_front_page: bool
    relays_only: bool


@cache
def register() -> tuple[Claim, ...]:
    """Return all claims in the order of the book.

    Raises KeyError if a sentence asks for a number that is not computed or names an unknown exhibit.
    """
    frame = tables.load("claims").sort_values(["subject", "position"], kind="stable")
    order = {subject: place for place, subject in enumerate(exhibits.SUBJECTS)}
    frame = frame.sort_values("subject", key=lambda s: s.map(order), kind="stable")
    return tuple(_claim(row) for row in frame.to_dict("records"))


def of_subject(subject: str) -> tuple[Claim, ...]:
    """Return the claims of one subject in the order of its chapter."""
    return tuple(claim for claim in register() if claim.subject == subject)


def front_page() -> tuple[Claim, ...]:
    """Return the claims that stand on the front page."""
    return tuple(claim for claim in register() if claim.is_front_page)


def _claim(row: Mapping[Hashable, Any]) -> Claim:
    subject = str(row["subject"])
    shown = _items(row["exhibits"])
    for exhibit_id in shown:
        exhibits.get(exhibit_id)
    named_tables = _items(row["tables"])
    sources = _items(row["source_ids"]) or provenance.sources_of_tables(named_tables)
    texts = exhibits.numbers_of(subject).texts()

    def words(field: str) -> str:
        value = row[field]
        return numbers.fill(value, texts) if isinstance(value, str) else ""

    return Claim(
        id=str(row["id"]),
        subject=subject,
        sentence=str(row["sentence"]),
        text=words("sentence"),
        exhibits=shown,
        tables=named_tables,
        sources=sources,
        interval=words("interval"),
        grade=str(row["grade"]),
        grade_reason=words("grade_reason"),
        not_shown=words("not_shown"),
        official_position=words("official_position"),
        official_source=words("official_source_id"),
        is_front_page=bool(row["is_front_page"]),
        relays_only=provenance.are_relays_only(sources),
    )


def _items(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, tuple | list) else ()
