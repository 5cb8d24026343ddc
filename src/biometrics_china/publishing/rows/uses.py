"""What uses a row: rows of other tables, numbers and findings; what uses a table: exhibits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from biometrics_china import exhibits, made, manuscript, tables
from biometrics_china.codebook import Field
from biometrics_china.publishing.rows import places
from biometrics_china.validation import stood_on
from biometrics_china.validation.model import Row, was_read

#: a table and the id of a row in it
Place = tuple[str, str]


def points(field: Field, row: Row) -> Iterator[Place]:
    """Yield the rows that a cell of a row points to.

    A cell does so by a key (`refers_to`), as ``table/row`` in a list, or as an id beside a field
    `table`.
    """
    items = field.items(row[field.name]) if field.type == "list" else (row[field.name],)
    other, _, key = field.refers_to.partition(".")
    for item in filter(None, items):
        table, slash, row_id = item.partition("/")
        if other:
            found = item if key == "id" else _by(other, key).get(item, "")
            yield from [(other, found)] * bool(found)
        elif field.type == "list" and slash and table in places.known():
            yield table, row_id
        elif field.name.startswith("row_id") and row.get("table") in places.known():
            yield row["table"], item


#: tables of bodies and sentences, to which rows point for who did it and what is found
_NO_FACTS = frozenset(("entities", "entity_names", "claims", "works"))


def sources(table: str, row_id: str, steps: int = 2) -> tuple[str, ...]:
    """Return the sources that a row names, or else those of the rows to which it points.

    A period names the two events that bound it, an answer the article that was read, a second coding
    its row; so far this goes `steps` from row to row. A row whose source was not read has none but
    its own. Bodies and their names are passed over, since they say nothing of a fact.
    """
    row, fields = places.rows(table)[row_id][1], tables.package().table(table).fields
    found = [point for field in fields for point in points(field, row)]
    own = [other_id for other, other_id in found if other == "sources"]
    if not own and steps and was_read({"verification": "seen", **row}):
        facts = [(t, i) for t, i in found if t not in _NO_FACTS and i in places.rows(t)]
        own = [source for t, i in facts for source in sources(t, i, steps - 1)]
    return tuple(dict.fromkeys(own))


@cache
def _by(table: str, key: str) -> dict[str, str]:
    return {row[key]: row["id"] for row in places.sheet(table).rows}


@cache
def of_rows() -> dict[Place, dict[str, list[str]]]:
    """Return row → table → ids of the rows in it that point there, in the order of the data."""
    found: dict[Place, dict[str, list[str]]] = {}
    for table in tables.package().tables:
        if table.name == "claims":  # told by `of_findings`
            continue
        for row in places.sheet(table.name).rows:
            for target in dict.fromkeys(p for field in table.fields for p in points(field, row)):
                found.setdefault(target, {}).setdefault(table.name, []).append(row["id"])
    return found


@cache
def of_findings() -> dict[Place, list[str]]:
    """Return row → ids of the findings that stand on it by conditions of their own.

    A finding that stands on a whole table is told once, at the head of the table (`of_tables`).
    """
    found: dict[Place, list[str]] = {}
    for claim in manuscript.findings():
        if not claim.get("rows"):
            continue
        sheets = tables.cells(*claim["tables"])
        for table, stood in stood_on.rows(sheets, claim["tables"], claim["rows"]).items():
            for row in stood:
                found.setdefault((table, row["id"]), []).append(claim["id"])
    return found


@cache
def of_tables() -> dict[str, list[str]]:
    """Return table → ids of the findings that stand on all its rows that were read."""
    found: dict[str, list[str]] = {}
    for claim in manuscript.findings():
        for table in claim["tables"] if not claim.get("rows") else ():
            found.setdefault(table, []).append(claim["id"])
    return found


#: tables in which a second reader coded or entered cells again: told by their number
CODED = ("second_codings", "harm_codings", "printed_forms", "resolutions")


@cache
def of_numbers() -> dict[Place, list[str]]:
    """Return row → ids of the numbers that are made of it, in the order of the book.

    Numbers of more rows than `_MANY` are left out: they stand on a whole table.
    """
    found: dict[Place, list[str]] = {}
    for subject in exhibits.SUBJECTS:
        for number in exhibits.numbers_of(subject).values():
            for row_id in number.rows if len(number.rows) <= _MANY else ():
                found.setdefault(places.of_number(number.tables, row_id), []).append(number.id)
    return found


#: rows of a number from which on it is not told at each of them
_MANY = 600


@cache
def of_exhibits() -> dict[str, list[str]]:
    """Return table → ids of the figures and tables of the chapters that are made of it."""
    found: dict[str, list[str]] = {}
    for subject in exhibits.SUBJECTS:
        for exhibit in exhibits.of_subject(subject):
            for table in made.of(exhibit.id).tables:
                found.setdefault(table, []).append(exhibit.id)
    return found
