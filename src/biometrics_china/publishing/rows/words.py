"""What a cell says in words: codes as labels, dates and numbers as printed."""

from __future__ import annotations

import re
from functools import cache

from biometrics_china import countries, tables
from biometrics_china.codebook import Field
from biometrics_china.codebook.labels import label
from biometrics_china.days import date_in_words
from biometrics_china.validation.model import Row

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
#: fields that hold values of the field that their row names
OF_ANOTHER = frozenset(
    ("value", "first", "expected_value", "corrected_value", "value_a", "value_b")
)
_WHOLE = re.compile(r"-?\d+")


def word(field: Field, item: str) -> str:
    """Return one item of a cell as readers say it; what has no other words stays as it is."""
    if field.vocabulary:
        return _labels(field.vocabulary).get(item, item)
    if _OF_COUNTRY.search(field.name):
        return _countries().get(item, item)
    if field.name in ("table", "tables") and item in tables.names():
        return tables.package().table(item).title
    if field.name == "field":
        return label(item)
    if field.form in ("partial-date", "date"):
        return date_in_words(item)
    if field.form == "boolean":
        return "yes" if item == "true" else "no"
    if field.form in ("integer", "number") and not _PLAIN.search(field.name):
        whole, _, decimals = item.partition(".")
        is_number = _WHOLE.fullmatch(whole)
        return f"{int(whole):,}{'.' * bool(decimals)}{decimals}" if is_number else item
    return item


def meant(field: Field, row: Row) -> Field:
    """Return the field of another table whose values a field holds, where the row names both.

    Rows on second codings, corrections and contradictions name the table and the field of which
    they give values. Any other field is returned as it is.
    """
    table, name = row.get("table", ""), row.get("field", "")
    if field.name not in OF_ANOTHER or table not in tables.names():
        return field
    return next((f for f in tables.package().table(table).fields if f.name == name), field)


@cache
def _countries() -> dict[str, str]:
    """Return names of countries by their codes of two or three letters, as the data have them."""
    named = (("dna_database_sizes", "country_name"), ("surveillance_papers", "name"))
    held = {r["country"]: r[name] for table, name in named for r in tables.cells(table)[table].rows}
    european = {code: countries.name(code) for code in _EUROPEAN}
    return held | tables.vocabulary("country") | countries.MEMBERS | european | _FURTHER


@cache
def _labels(vocabulary: str) -> dict[str, str]:
    return tables.vocabulary(vocabulary)
