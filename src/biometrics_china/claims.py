"""The register of findings: what the book claims, on what, how surely, and what it does not show.

Findings are written at the head of their chapter, as templates over the numbers of their subject.
Everything that can be derived (sources, whether any is an original, the grade) is derived and never
typed. The table `claims` of the data package is made in `validation.findings`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from biometrics_china import exhibits, manuscript, provenance, tables, templates
from biometrics_china.manuscript import Json
from biometrics_china.validation import grading


@dataclass(frozen=True)
class Claim:
    """One finding, ready to print.

    `sentence` keeps its placeholders and guards, and `text` has numbers filled and no guards;
    `sources` are the ids of the sources it stands on; `copies_only` is True where none of them
    is an original.
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
    objection: str
    answer: str
    official_position: str
    official_source: str
    is_front_page: bool
    copies_only: bool


@cache
def register() -> tuple[Claim, ...]:
    """Return all claims in the order of the book.

    Raises BadText if a sentence asks for a number that is not computed, or if a finding names an
    exhibit or a table that is not there.
    """
    return tuple(_placed(row) for row in manuscript.findings())


def of_subject(subject: str) -> tuple[Claim, ...]:
    """Return the claims of one subject in the order of its chapter."""
    return tuple(claim for claim in register() if claim.subject == subject)


def front_page() -> tuple[Claim, ...]:
    """Return the claims that stand on the front page."""
    return tuple(claim for claim in register() if claim.is_front_page)


def _placed(row: Json) -> Claim:
    try:
        return _claim(row)
    except KeyError as error:
        line = getattr(row["id"], "line", None)
        raise manuscript.bad(row["subject"], f"{row['id']}: {error.args[0]}", line) from None


def _claim(row: Json) -> Claim:
    for exhibit_id in row["exhibits"]:
        exhibits.get(exhibit_id)
    texts = exhibits.numbers_of(row["subject"]).texts()

    def words(field: str) -> str:
        return templates.fill(manuscript.plain(row.get(field, "")), texts)

    sheets = tables.cells(*row["tables"], *sorted(grading.NEEDS))
    basis = grading.basis(sheets, row["tables"], row.get("rows", ()))
    return Claim(
        id=row["id"],
        subject=row["subject"],
        sentence=row["sentence"],
        text=words("sentence"),
        exhibits=tuple(row["exhibits"]),
        tables=tuple(row["tables"]),
        sources=basis.sources,
        interval=words("interval"),
        grade=basis.grade,
        grade_reason=basis.reason,
        not_shown=words("not_shown"),
        objection=words("objection"),
        answer=words("answer"),
        official_position=words("official_position"),
        official_source=row.get("official_source", ""),
        is_front_page=row.get("front_page") == "true",
        copies_only=provenance.are_copies_only(basis.sources),
    )
