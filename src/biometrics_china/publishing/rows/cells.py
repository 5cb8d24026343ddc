"""The fields of a row in words: codes as labels, dates and numbers as printed, keys as links."""

from __future__ import annotations

import re
from functools import cache

from biometrics_china import provenance, tables, works
from biometrics_china.codebook import Field
from biometrics_china.numbers import date_in_words
from biometrics_china.publishing.addresses import is_doubtful, is_linked
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.rows import places, uses
from biometrics_china.validation.model import Row, was_read

#: fields whose digits are a year or an order and no quantity
_PLAIN = re.compile(r"(^|_)(year|order|rank|part|line|page)($|_)")
_WHOLE = re.compile(r"-?\d+")


def words(name: str) -> str:
    """Return the name of a field as a reader says it: ``is_binding`` is “Is binding”."""
    return name.removesuffix("_id").replace("_", " ").capitalize()


def is_told(field: Field, row: Row, name: str) -> bool:
    """Return whether a field says no more than the heading `name`, or than is so of nearly all rows."""
    return (field.name in places.NAMES and row[field.name] == name) or (
        field.name == "verification" and was_read(row)
    )


def html(table: str, field: Field, row: Row, root: str) -> str:
    """Return the cell of a row in words; empty for an empty cell. `root` leads to the top."""
    cell = row[field.name]
    if not cell:
        return ""
    if field.name == "url":
        return _address(table, cell, row)
    if pointed := list(uses.points(field, row)):
        return "; ".join(_pointed(target, cell, field, root) for target in pointed)
    if field.type == "list":
        return text("; ".join(_word(field, item) for item in field.items(cell)))
    unit = f" {field.unit}" if field.unit and " " not in field.unit else ""
    return text(_word(field, cell) + unit)


def _word(field: Field, item: str) -> str:
    if field.vocabulary:
        return _labels(field.vocabulary).get(item, item)
    if field.form in ("partial-date", "date"):
        return date_in_words(item)
    if field.form == "boolean":
        return "yes" if item == "true" else "no"
    if field.form in ("integer", "number") and not _PLAIN.search(field.name):
        whole, _, decimals = item.partition(".")
        return (
            f"{int(whole):,}{'.' * bool(decimals)}{decimals}" if _WHOLE.fullmatch(whole) else item
        )
    return item


@cache
def _labels(vocabulary: str) -> dict[str, str]:
    return tables.vocabulary(vocabulary)


def _pointed(target: uses.Place, cell: str, field: Field, root: str) -> str:
    table, row_id = target
    if table == "sources":
        mark = works.mark(row_id)
        said = works.cited(row_id) + (f" (read in a {mark})" if mark else "")
    else:
        said = cell if field.refers_to.endswith(".name") else ""
    return places.row_link(table, row_id, root, said)


def _address(table: str, cell: str, row: Row) -> str:
    """Return an address as a link, unless a weak page stands there or nothing says that none does."""
    if table == "works":
        is_safe = is_linked(row["id"])
    else:
        is_safe = table == "sources" and not is_doubtful(provenance.source(row["id"]))
    is_safe = is_safe and cell.startswith("http")
    return link(cell, text(cell)) if is_safe else tag("code", text(cell), class_="address")
