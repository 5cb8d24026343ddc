"""Every record that the book holds on a body: what other tables say of it, one line each.

A table joins by a `Reading`: the field that names the body, and a function that puts a row into
words. Only rows whose source was read are records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pandas as pd

from biometrics_china import observing, provenance
from biometrics_china.capitals import upper_first
from biometrics_china.register import words
from biometrics_china.register.entities import entity_ids
from biometrics_china.register.words import Row, said

#: kind of record → what it is called, in the order in which a reader sees them: lists, police and
#: army, documented conduct, Europe, research, standards and rules, the body's own words
KINDS = {
    "list": "Lists and orders",
    "supervision": "Supervision",
    "technology": "Documented technology",
    "supply": "Supply of technology",
    "purchase": "Purchases",
    "deployment": "Cameras and systems in Europe",
    "police": "Police cooperation",
    "research": "Research links",
    "retraction": "Papers retracted or under concern",
    "standard": "Drafting of standards",
    "rule": "Rules issued",
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


READINGS = (
    Reading("listings", "entity", "list", words.listing),
    Reading("supervision", "body", "supervision", words.supervised, date=""),
    Reading("standard_drafters", "name_zh", "standard", words.drafter, date=""),
    Reading("procurement", "buyer", "purchase", words.purchase("Buyer", "suppliers")),
    Reading("procurement", "suppliers", "supply", words.purchase("Supplier", "buyer")),
    Reading("procurement", "makers", "supply", words.purchase("Maker", "buyer")),
    Reading("technology_supplies", "suppliers", "supply", words.supplied),
    Reading("technology_supplies", "buyer", "purchase", words.bought),
    Reading("deployments", "vendors", "deployment", words.deployed),
    Reading("research_links", "european_bodies", "research", words.research, date="start"),
    Reading("research_links", "chinese_bodies", "research", words.research, date="start"),
    Reading("retractions", "european_bodies", "retraction", words.paper, date="published"),
    Reading("retractions", "police_bodies", "retraction", words.paper, date="published"),
    Reading("police_links", "european_bodies", "police", words.policed, date="start"),
    Reading("police_links", "chinese_bodies", "police", words.policed, date="start"),
    Reading("technology_events", "actor", "technology", words.technology, date="revealed_date"),
    Reading("supplier_actions", "actor", "answer", lambda r: said(r, "action")),
    Reading("statements", "speaker", "answer", lambda r: f"{said(r, 'about')}: {said(r, 'said')}"),
    Reading("industry_acts", "actor", "answer", words.act),
    Reading("instruments", "issuing_body", "rule", words.rule, date=""),
)


def _rows(reading: Reading) -> Iterator[tuple[str, ...]]:
    for row in provenance.read_rows(reading.table).to_dict("records"):
        value = row[reading.field]
        names = list(value) if isinstance(value, (list, tuple)) else [said(row, reading.field)]
        bodies = dict.fromkeys(i for n in names if n for i in entity_ids(str(n)))
        day = said(row, reading.date) if reading.date else ""
        for entity_id in bodies:
            line = upper_first(reading.words(row).rstrip("."))
            row_id, source_id = str(row["id"]), said(row, "source_id")
            yield entity_id, reading.kind, day, line, reading.table, row_id, source_id


@observing.kept
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
