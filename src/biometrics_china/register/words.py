"""Rows of other tables put into words: one line that says what a record records."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any

import pandas as pd

from biometrics_china import observing, tables

Row = Mapping[Hashable, Any]


def said(row: Row, name: str) -> str:
    """Return the text of a field, empty if it is missing."""
    value = row.get(name)
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "" if value is None or value is pd.NA or value != value else str(value)


def joined(*parts: str) -> str:
    """Return what is not empty, as clauses of one line."""
    return "; ".join(part for part in parts if part)


def labelled(word: str, value: str) -> str:
    """Return `word: value`, or nothing for an empty value."""
    return f"{word}: {value}" if value else ""


def listing(row: Row) -> str:
    """Return what a row of `listings` says: the act, its measure and the reason given."""
    place = f"{said(row, 'list_name')} ({said(row, 'authority')}, {said(row, 'country')})"
    group = labelled("the entry covers several bodies", said(row, "entity"))
    printed, in_force = said(row, "published"), said(row, "effective_date")
    is_told = printed != said(row, "date") or not in_force
    return joined(
        f"{tables.vocabulary('listing_action')[said(row, 'action')]}: {place}",
        labelled("as", said(row, "listed_as")),
        labelled("official citation", said(row, "citation")),
        labelled("published", printed) if is_told else "",
        labelled("in force", in_force),
        labelled("measure", said(row, "measure")),
        labelled("reason given", said(row, "reason")),
        group if row.get("entities") != 1 else "",
    )


def supervised(row: Row) -> str:
    """Return who supervises a university or college, and what it is called."""
    called = tables.vocabulary("supervision_group")[said(row, "group")]
    under = f"Under the {said(row, 'supervisor')}, by the list of the education ministry"
    return joined(under, called[0].lower() + called[1:])


def drafter(row: Row) -> str:
    """Return which standard a row of `standard_drafters` names a body for."""
    standard = _standards()[str(row["standard_id"])]
    title = _instrument_titles().get(said(standard, "instrument_id")) or said(standard, "title_zh")
    number = said(standard, "number")
    known = [title] if title.startswith(number) else [number, title]
    return f"Named among the drafters of {', '.join(k for k in known if k)}"


@observing.kept
def _standards() -> dict[str, Row]:
    return {str(r["id"]): r for r in tables.load("standards").to_dict("records")}


@observing.kept
def _instrument_titles() -> dict[str, str]:
    frame = tables.load("instruments")
    return dict(zip(frame["id"], frame["title_en"], strict=True))


def purchase(role: str, other: str) -> Callable[[Row], str]:
    """Return how a row of `procurement` is put into words for a role, with the other party named."""

    def words(row: Row) -> str:
        whom = labelled({"buyer": "buyer", "suppliers": "supplier"}[other], said(row, other))
        stage = tables.vocabulary("procurement_stage").get(said(row, "stage"), said(row, "stage"))
        both = role == "Supplier" and said(row, "suppliers") == said(row, "makers")
        part = "Supplier and maker" if both else role
        return joined(f"{part}: {said(row, 'item')}", whom, labelled("read in", stage.lower()))

    return words


def technology(row: Row) -> str:
    """Return what a row of `technology_events` documents, who revealed it, and the answer."""
    seen = f"{said(row, 'capability').capitalize()}, documented by {said(row, 'artefact')}"
    by = labelled("revealed by", said(row, "revealed_by"))
    return joined(seen, by, labelled("answer", said(row, "answer")))


def supplied(row: Row) -> str:
    """Return what a row of `technology_supplies` says of the supplier."""
    what = f"{said(row, 'product').capitalize()} for {said(row, 'buyer')} ({said(row, 'place')})"
    link = tables.vocabulary("supply_kind")[said(row, "kind")].lower()
    return joined(what, f"{link}, {said(row, 'basis')}", labelled("answer", said(row, "answer")))


def bought(row: Row) -> str:
    """Return what a row of `technology_supplies` says of the buyer."""
    return joined(f"Buyer: {said(row, 'product')}", labelled("supplier", said(row, "suppliers")))


def deployed(row: Row) -> str:
    """Return what a row of `deployments` says: system, place, user and how far it went."""
    stage = tables.vocabulary("deployment_stage")[said(row, "stage")].lower()
    where = ", ".join(p for p in (said(row, "place"), said(row, "country")) if p)
    return joined(f"{said(row, 'system').capitalize()}, {where}", said(row, "operator"), stage)


def research(row: Row) -> str:
    """Return what a row of `research_links` says, with whom, and the answer."""
    return joined(
        said(row, "subject"),
        labelled("with", _parties(row)),
        labelled("link", said(row, "police_link")),
        labelled("answer", said(row, "answer")),
    )


def _parties(row: Row) -> str:
    """Return the bodies of both sides, as one list."""
    return ", ".join(
        filter(None, (said(row, f"{side}_bodies") for side in ("european", "chinese")))
    )


def policed(row: Row) -> str:
    """Return what a row of `police_links` says: the arrangement, its parties and how it stood."""
    kind = tables.vocabulary("police_link_kind")[said(row, "kind")]
    stood = tables.vocabulary("police_link_status")[said(row, "status")].lower()
    return joined(f"{kind}: {said(row, 'what')}", labelled("between", _parties(row)), stood)


def paper(row: Row) -> str:
    """Return what happened to a paper of `retractions`."""
    status = tables.vocabulary("paper_status")[said(row, "status")].lower()
    when = labelled(status, said(row, "status_date")) or status
    title = said(row, "label") or "A paper whose title was not seen"
    return joined(f"{title} ({said(row, 'journal')})", when)


def rule(row: Row) -> str:
    """Return which instrument a body issued or helped to issue."""
    return f"Issued, or took part in issuing: {said(row, 'title_en')}"


def act(row: Row) -> str:
    """Return what a row of `industry_acts` says."""
    return joined(said(row, "act"), said(row, "content"))
