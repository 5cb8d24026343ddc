"""Where rows of the data point to other rows, by id."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from biometrics_china import provenance, tables
from biometrics_china.codebook import Field, Table

#: table and id of a row
Row = tuple[str, str]


def facts() -> dict[str, Table]:
    """Return the tables of facts by name, in the order of the codebook.

    What is read here of a codebook, the digest of a table covers (`tables.digest`); so it is not
    noted that there are other tables.
    """
    every = tables.check().tables
    return {table.name: table for table in every if table.name not in provenance.ABOUT_FACTS}


def rows(table: str) -> list[dict[str, str]]:
    """Return the rows of a table as text."""
    return tables.cells(table)[table].rows


def points(table: str) -> list[tuple[Field, str, Row]]:
    """Return field and id of each row of a table that points to another row, and that one."""
    tables.cells(table)  # noted, whether it was read before or not
    return _points_of(table)


@cache
def _points_of(table: str) -> list[tuple[Field, str, Row]]:
    return [
        (field, held["id"], (target, item) if target else row(item))
        for field in _pointers(table)
        for target in [field.refers_to.partition(".")[0]]
        for held in rows(table)
        for item in items(held[field.name], field)
    ]


def _pointers(table: str) -> Iterator[Field]:
    """Yield the fields whose values are ids of rows, or rows as ``table/row``."""
    known = facts()
    for field in known[table].fields:
        if field.refers_to:
            name, _, key = field.refers_to.partition(".")
            if name in known and key == "id":
                yield field
        elif field.type == "list" and not field.names:
            written = [item for held in rows(table) for item in items(held[field.name], field)]
            if written and all("/" in item and row(item)[0] in known for item in written):
                yield field


def row(item: str) -> Row:
    """Return the row that an item written ``table/row`` names."""
    table, _, row_id = item.partition("/")
    return table, row_id


def items(cell: str, field: Field) -> tuple[str, ...]:
    """Return what a cell holds: the items of a list, or the one value; nothing if it is empty."""
    return field.items(cell) if field.type == "list" else tuple(filter(None, [cell]))


def can_be_emptied(field: Field) -> bool:
    """Return whether a row can be without what this field points to."""
    return field.type == "list" or not field.constraints.get("required")
