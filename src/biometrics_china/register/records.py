"""Every record that the book holds on a body: what other tables say of it, one line each.

A table joins by a `Reading`: the field that names the body, and a function that puts a row into
words. Only rows whose source was read are records.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.register.entities import entity_ids

Row = Mapping[Hashable, Any]

#: kind of record → what it is called, in the order in which a reader sees them
KINDS = {
    "list": "On a list, or under an order",
    "standard": "Drafting of standards",
    "rule": "Rules issued",
    "supply": "Supply of technology",
    "purchase": "Purchases",
    "technology": "Documented technology",
    "deployment": "Cameras and systems in Europe",
    "research": "Research links",
    "retraction": "Papers retracted or under concern",
    "police": "Police cooperation",
    "answer": "Statements, answers and acts",
}

#: columns of `records`
COLUMNS = ["entity_id", "kind", "date", "text", "table", "row_id", "source_id"]


@dataclass(frozen=True)
class Reading:
    """How the rows of one table become records: the naming field, the kind of record, the words."""

    table: str
    field: str
    kind: str
    words: Callable[[Row], str]
    date: str = "date"


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


def _listing(row: Row) -> str:
    place = f"{said(row, 'list_name')} ({said(row, 'authority')}, {said(row, 'country')})"
    group = labelled("the entry covers several bodies", said(row, "entity"))
    return joined(
        f"{tables.vocabulary('listing_action')[said(row, 'action')]}: {place}",
        labelled("measure", said(row, "measure")),
        labelled("reason given", said(row, "reason")),
        group if row.get("entities") != 1 else "",
    )


def _drafter(row: Row) -> str:
    standard = _standards()[str(row["standard_id"])]
    title = _instrument_titles().get(said(standard, "instrument_id")) or said(standard, "title_zh")
    number = said(standard, "number")
    known = [title] if title.startswith(number) else [number, title]
    return f"Named among the drafters of {', '.join(k for k in known if k)}"


@cache
def _standards() -> dict[str, Row]:
    return {str(r["id"]): r for r in tables.load("standards").to_dict("records")}


@cache
def _instrument_titles() -> dict[str, str]:
    frame = tables.load("instruments")
    return dict(zip(frame["id"], frame["title_en"], strict=True))


def _purchase(role: str, other: str) -> Callable[[Row], str]:
    def words(row: Row) -> str:
        whom = labelled({"buyer": "buyer", "suppliers": "supplier"}[other], said(row, other))
        stage = tables.vocabulary("procurement_stage").get(said(row, "stage"), said(row, "stage"))
        both = role == "Supplier" and said(row, "suppliers") == said(row, "makers")
        part = "Supplier and maker" if both else role
        return joined(f"{part}: {said(row, 'item')}", whom, labelled("read in", stage.lower()))

    return words


def _technology(row: Row) -> str:
    seen = f"{said(row, 'capability').capitalize()}, documented by {said(row, 'artefact')}"
    by = labelled("revealed by", said(row, "revealed_by"))
    return joined(seen, by, labelled("answer", said(row, "answer")))


def _supplied(row: Row) -> str:
    what = f"{said(row, 'product').capitalize()} for {said(row, 'buyer')} ({said(row, 'place')})"
    link = tables.vocabulary("supply_kind")[said(row, "kind")].lower()
    return joined(what, f"{link}, {said(row, 'basis')}", labelled("answer", said(row, "answer")))


def _bought(row: Row) -> str:
    return joined(f"Buyer: {said(row, 'product')}", labelled("supplier", said(row, "suppliers")))


def _deployed(row: Row) -> str:
    stage = tables.vocabulary("deployment_stage")[said(row, "stage")].lower()
    where = ", ".join(p for p in (said(row, "place"), said(row, "country")) if p)
    return joined(f"{said(row, 'system').capitalize()}, {where}", said(row, "operator"), stage)


def _research(row: Row) -> str:
    return joined(
        said(row, "subject"),
        labelled(
            "with", ", ".join([*_list(row, "european_bodies"), *_list(row, "chinese_bodies")])
        ),
        labelled("link", said(row, "police_link")),
        labelled("answer", said(row, "answer")),
    )


def _list(row: Row, name: str) -> tuple[str, ...]:
    value = row.get(name)
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else ()


def _paper(row: Row) -> str:
    status = tables.vocabulary("paper_status")[said(row, "status")].lower()
    when = labelled(status, said(row, "status_date")) or status
    title = said(row, "label") or "A paper whose title was not seen"
    return joined(f"{title} ({said(row, 'journal')})", when)


def _rule(row: Row) -> str:
    return joined(f"Issued, or took part in issuing: {said(row, 'title_en')}")


def _act(row: Row) -> str:
    return joined(said(row, "act"), said(row, "content"))


READINGS = (
    Reading("listings", "entity", "list", _listing),
    Reading("standard_drafters", "name_zh", "standard", _drafter, date=""),
    Reading("procurement", "buyer", "purchase", _purchase("Buyer", "suppliers")),
    Reading("procurement", "suppliers", "supply", _purchase("Supplier", "buyer")),
    Reading("procurement", "makers", "supply", _purchase("Maker", "buyer")),
    Reading("technology_supplies", "suppliers", "supply", _supplied),
    Reading("technology_supplies", "buyer", "purchase", _bought),
    Reading("deployments", "vendors", "deployment", _deployed),
    Reading("research_links", "european_bodies", "research", _research, date="start"),
    Reading("research_links", "chinese_bodies", "research", _research, date="start"),
    Reading("retractions", "european_bodies", "retraction", _paper, date="published"),
    Reading("retractions", "police_bodies", "retraction", _paper, date="published"),
    Reading("technology_events", "actor", "technology", _technology, date="revealed_date"),
    Reading("supplier_actions", "actor", "answer", lambda r: said(r, "action")),
    Reading("statements", "speaker", "answer", lambda r: f"{said(r, 'about')}: {said(r, 'said')}"),
    Reading("industry_acts", "actor", "answer", _act),
    Reading("instruments", "issuing_body", "rule", _rule, date=""),
)


def _rows(reading: Reading) -> Iterator[tuple[str, ...]]:
    for row in provenance.read_rows(reading.table).to_dict("records"):
        value = row[reading.field]
        names = list(value) if isinstance(value, (list, tuple)) else [said(row, reading.field)]
        bodies = dict.fromkeys(i for n in names if n for i in entity_ids(str(n)))
        day = said(row, reading.date) if reading.date else ""
        for entity_id in bodies:
            line = reading.words(row)
            row_id, source_id = str(row["id"]), said(row, "source_id")
            yield entity_id, reading.kind, day, line, reading.table, row_id, source_id


@cache
def records() -> pd.DataFrame:
    """Return all records of all bodies: `COLUMNS`, by body, kind and date.

    `kind` is a key of `KINDS`, in whose order they stand; `date` may be a year, a month or empty.
    A row that names a body twice is one record.
    """
    found = [row for reading in READINGS for row in _rows(reading)]
    frame = pd.DataFrame(found, columns=COLUMNS)
    frame = frame.drop_duplicates(["entity_id", "table", "row_id"])
    place = frame["kind"].map(list(KINDS).index)
    order = ["entity_id", "place", "date", "table", "row_id"]
    ordered = frame.assign(place=place).sort_values(order, kind="stable", ignore_index=True)
    return ordered[COLUMNS]


def of_body(entity_id: str) -> pd.DataFrame:
    """Return the records of one body; empty if it stands in the register only as a parent."""
    frame = records()
    return frame[frame["entity_id"].eq(entity_id)].reset_index(drop=True)
