"""The fields of a row in words: codes as labels, dates and numbers as printed, keys as links."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

from biometrics_china import provenance, tables, works
from biometrics_china.analysis import countries
from biometrics_china.codebook import Field
from biometrics_china.codebook.labels import label
from biometrics_china.numbers import date_in_words
from biometrics_china.publishing.addresses import is_doubtful, is_linked
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.rows import places, uses
from biometrics_china.validation.model import Row, was_read

#: fields whose digits are a year or an order and no quantity
_PLAIN = re.compile(r"(^|_)(year|order|rank|part|line|page)($|_)")
#: fields that hold the code of a country without a vocabulary of their own
_OF_COUNTRY = re.compile(r"(^|_)(country|partner|destination)$")
_EUROPEAN = ("AL", "CH", "EU", "GB", "GE", "INT", "IS", "MK", "RS")
#: codes that no table names
_FURTHER = {
    "BA": "Bosnia and Herzegovina",
    "HK": "Hong Kong",
    "HKG": "Hong Kong",
    "ITA": "Italy",
    "PE": "Peru",
    "UA": "Ukraine",
}
_TAG = re.compile(r"<[^>]+>")
_WHOLE = re.compile(r"-?\d+")


def is_told(field: Field, row: Row, name: str) -> bool:
    """Return whether a field says no more than the heading `name`, or than is so of nearly all rows."""
    is_name = field.name in places.NAMES and not field.refers_to and row[field.name] == name
    return is_name or (field.name == "verification" and was_read(row))


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
        return places.linked("; ".join(_word(field, item) for item in field.items(cell)), root)
    return places.linked(_word(field, cell) + _unit(field), root)


def plain(table: str, field: Field, row: Row) -> str:
    """Return the cell of a row in words, as text alone."""
    return unescape(_TAG.sub("", html(table, field, row, "")))


def _unit(field: Field) -> str:
    """Return the unit behind a number, unless the name of the field says it, or it is a remark."""
    said = label(field.name).lower()
    if not field.unit or field.unit.lower() in said or said in field.unit.lower():
        return ""
    is_remark = " " in field.unit and field.unit != "per cent"
    return "" if is_remark else f" {field.unit}"


def _word(field: Field, item: str) -> str:
    if field.vocabulary:
        return _labels(field.vocabulary).get(item, item)
    if _OF_COUNTRY.search(field.name):
        return _countries().get(item, item)
    if field.name in ("table", "tables") and item in places.known():
        return tables.package().table(item).title
    if field.name == "field":
        return label(item)
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
def _countries() -> dict[str, str]:
    """Return names of countries by their codes of two or three letters, as the data have them."""
    named = (("dna_database_sizes", "country_name"), ("surveillance_papers", "name"))
    held = {row["country"]: row[name] for table, name in named for row in places.sheet(table).rows}
    european = {code: countries.name(code) for code in _EUROPEAN}
    return held | tables.vocabulary("country") | countries.MEMBERS | european | _FURTHER


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
