"""Findings as they stand at the head of a chapter, on the front page and in the full list."""

from __future__ import annotations

from collections.abc import Iterable

from biometrics_china import claims, exhibits, tables
from biometrics_china.claims import Claim
from biometrics_china.publishing import spelled, strips
from biometrics_china.publishing.markup import definitions, link, tag, text
from biometrics_china.publishing.mentions import one_each, source_link
from biometrics_china.publishing.passports import table_links, those_of_tables
from biometrics_china.publishing.sentences import REFERENCE, template_html

_MOST_SOURCES = 8
#: findings that a chapter opens with; others are one click away
MOST = 5


def finding_html(
    claim: Claim, root: str, *, brief: bool = False, anchored: bool = True, listed: bool = False
) -> str:
    """Return one finding as a list item; `brief` leaves out everything but sentence and grade.

    `listed` is for the list of all findings: the search finds basis and limits there alone.
    """
    grade = tables.vocabulary("finding_grade")[claim.grade]
    badge = tag(
        "span",
        f"Evidence {text(claim.grade)}: {text(grade.lower())}",
        class_=f"grade grade-{claim.grade.lower()}",
    )
    copies = " · read in copies and reports only" if claim.copies_only else ""
    where = link(f"{root}{REFERENCE}/findings.html#{claim.id}", "basis and limits")
    meta = tag("p", badge, text(copies), *([" · ", where] if brief else []), class_="finding-meta")
    sentence = tag("p", template_html(claim.sentence, claim.subject, root), class_="finding-text")
    more = "" if brief else strips.html(claim, root) + _basis(claim, root, listed=listed)
    return tag("li", sentence, meta, more, class_="finding", id=claim.id if anchored else None)


def _basis(claim: Claim, root: str, *, listed: bool) -> str:
    shown = ", ".join(exhibit_link(e, root) for e in claim.exhibits)
    official = text(claim.official_position)
    if claim.official_source:
        official += f" ({source_link(claim.official_source, root)})"
    pairs = [
        ("Why this grade", text(claim.grade_reason)),
        ("What it does not show", text(claim.not_shown)),
        ("Strongest objection", text(claim.objection)),
        ("Answer to it", text(claim.answer)),
        ("Official position", official),
        ("Uncertainty", text(claim.interval)),
        ("Without one source", tag("span", strips.whole(claim, root), class_="without-whole-line")),
        ("Shown in", shown),
        ("Data tables", table_links(claim.tables, root)),
        ("Sources", _sources(claim, root)),
        ("Lasting id", tag("code", text(claim.id))),
    ]
    search = None if listed else "off"
    summary = tag("summary", "Basis and limits")
    return tag("details", summary, definitions(pairs), data_search=search)


def _sources(claim: Claim, root: str) -> str:
    chosen = one_each(claim.sources)
    if len(chosen) > _MOST_SOURCES:
        return those_of_tables(claim.sources, claim.tables, root)
    return "; ".join(source_link(s, root) for s in chosen)


def exhibit_link(exhibit_id: str, root: str) -> str:
    """Return a link such as ``Figure 1.2`` to an exhibit where it stands whole."""
    return link(root + exhibits.address(exhibit_id), text(exhibits.get(exhibit_id)[1]))


def findings_html(
    chosen: Iterable[Claim], root: str, *, brief: bool, anchored: bool, listed: bool = False
) -> str:
    """Return a list of findings as a section; a chapter opens with `MOST`, and folds the others."""
    items = [finding_html(c, root, brief=brief, anchored=anchored, listed=listed) for c in chosen]
    first = len(items) if brief or listed else MOST
    parts = [tag("ol", *items[:first], class_="findings-list")]
    if rest := items[first:]:
        count = spelled.words(len(rest)).capitalize()
        summary = tag("summary", f"{count} more finding{'s' if len(rest) > 1 else ''}")
        others = tag("ol", *rest, class_="findings-list", start=first + 1)
        parts.append(tag("details", summary, others, class_="more-findings"))
    return tag("section", *parts, class_="findings", aria_label="Findings")


def select(which: str) -> tuple[Claim, ...]:
    """Return the claims of a subject, of the front page (``front``) or of the book (``all``)."""
    if which == "front":
        return claims.front_page()
    return claims.register() if which == "all" else claims.of_subject(which)
