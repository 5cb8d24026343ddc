"""Rows of other tables put into words: one line that says what a record records."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any

import pandas as pd

from biometrics_china import observing, tables
from biometrics_china.capitals import lower_first, upper_first
from biometrics_china.countries import state
from biometrics_china.days import date_in_words

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


def day(value: str) -> str:
    """Return a day, month or year in words, empty if there is none."""
    return date_in_words(value) if value else ""


def listing(row: Row) -> str:
    """Return what a row of `listings` says: the act, its measure and the reason given."""
    authority, country = said(row, "authority"), state(said(row, "country"))
    whose = authority if country in authority else f"{authority}, {country}"
    place = f"{said(row, 'list_name')} ({whose})"
    group = labelled("the entry covers several bodies", said(row, "entity"))
    printed, in_force = said(row, "published"), said(row, "effective_date")
    is_told = printed != said(row, "date") or not in_force
    return joined(
        f"{tables.vocabulary('listing_action')[said(row, 'action')]}: {place}",
        labelled("as", said(row, "listed_as")),
        labelled("official citation", said(row, "citation")),
        labelled("published", day(printed)) if is_told else "",
        labelled("in force", day(in_force)),
        labelled("measure", said(row, "measure")),
        labelled("reason given", said(row, "reason")),
        group if row.get("entities") != 1 else "",
    )


def supervised(row: Row) -> str:
    """Return who supervises a university or college, and what it is called."""
    called = tables.vocabulary("supervision_group")[said(row, "group")]
    under = f"Under the {said(row, 'supervisor')}, by the list of the education ministry"
    return joined(under, lower_first(called))


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
        return joined(f"{part}: {said(row, 'item')}", whom, labelled("read in", lower_first(stage)))

    return words


def technology(row: Row) -> str:
    """Return what a row of `technology_events` documents, who revealed it, and the answer."""
    seen = f"{upper_first(said(row, 'capability'))}, documented by {said(row, 'artefact')}"
    by = labelled("revealed by", said(row, "revealed_by"))
    return joined(seen, by, labelled("answer", said(row, "answer")))


def supplied(row: Row) -> str:
    """Return what a row of `technology_supplies` says of the supplier."""
    what = f"{upper_first(said(row, 'product'))} for {said(row, 'buyer')} ({said(row, 'place')})"
    link = lower_first(tables.vocabulary("supply_kind")[said(row, "kind")])
    basis = said(row, "basis")
    tie = basis if basis.startswith(link) else f"{link}, {basis}"
    return joined(what, tie, labelled("answer", said(row, "answer")))


def bought(row: Row) -> str:
    """Return what a row of `technology_supplies` says of the buyer."""
    return joined(f"Buyer: {said(row, 'product')}", labelled("supplier", said(row, "suppliers")))


def deployed(row: Row) -> str:
    """Return what a row of `deployments` says: system, place, user and how far it went."""
    stage = lower_first(tables.vocabulary("deployment_stage")[said(row, "stage")])
    where = ", ".join(p for p in (said(row, "place"), state(said(row, "country"))) if p)
    return joined(f"{upper_first(said(row, 'system'))}, {where}", said(row, "operator"), stage)


def research(row: Row) -> str:
    """Return what a row of `research_links` says, with whom, and the answer."""
    return joined(
        said(row, "subject"),
        _measured(row),
        labelled("with", _parties(row)),
        labelled("link", said(row, "police_link")),
        labelled("answer", said(row, "answer")),
    )


#: units of `research_links` that are money
_CURRENCIES = ("GBP", "EUR")


def _measured(row: Row) -> str:
    """Return the number of a row of `research_links`, how exact it is and what it counts."""
    if not said(row, "value"):
        return ""
    kind = said(row, "qualifier")
    exact = "" if kind in ("", "exact", "in_words") else tables.vocabulary("qualifier")[kind]
    number = f"{float(said(row, 'value')):,.10g}"
    what, unit = said(row, "measure"), said(row, "unit")
    if unit in _CURRENCIES:
        money = lower_first(tables.vocabulary("research_unit")[unit])
        return f"{what}: {' '.join(filter(None, [lower_first(exact), number, money]))}"
    return " ".join(filter(None, [lower_first(exact), number, what]))


def _parties(row: Row) -> str:
    """Return the bodies of both sides, as one list."""
    return ", ".join(
        filter(None, (said(row, f"{side}_bodies") for side in ("european", "chinese")))
    )


def policed(row: Row) -> str:
    """Return what a row of `police_links` says: the arrangement, its parties and how it stood."""
    kind = tables.vocabulary("police_link_kind")[said(row, "kind")]
    stood = lower_first(tables.vocabulary("police_link_status")[said(row, "status")])
    return joined(f"{kind}: {said(row, 'what')}", labelled("between", _parties(row)), stood)


def paper(row: Row) -> str:
    """Return what happened to a paper of `retractions`."""
    status = lower_first(tables.vocabulary("paper_status")[said(row, "status")])
    when = labelled(status, day(said(row, "status_date"))) or status
    title = said(row, "label") or "A paper whose title was not seen"
    return joined(f"{title} ({said(row, 'journal')})", when)


def rule(row: Row) -> str:
    """Return which instrument a body issued or helped to issue."""
    return f"Issued, or took part in issuing: {said(row, 'title_en')}"


def act(row: Row) -> str:
    """Return what a row of `industry_acts` says."""
    return joined(said(row, "act"), said(row, "content"))
