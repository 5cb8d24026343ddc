"""Cells of a printed table as readers see them: days in words, records by the works behind them.

The data, their files and what the book says of itself keep the forms that machines compare.
"""

from __future__ import annotations

import re

from biometrics_china import provenance, tables
from biometrics_china.numbers import date_in_words
from biometrics_china.publishing.markup import tag, text
from biometrics_china.publishing.mentions import cited_link

#: a full date that is no part of a number or an address
_DAY = re.compile(r"(?<![\w/.-])\d{4}-\d{2}-\d{2}(?![\w/-])")
#: a cell that is a date known by its month
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
#: a cell of nothing but rows of the data
_ROWS = re.compile(r"[a-z_]+/[\w-]+(?:, [a-z_]+/[\w-]+)*")


def cell_html(cell: str, root: str) -> str:
    """Return a printed cell as HTML; a day does not break over lines."""
    if _MONTH.fullmatch(cell):
        return date_in_words(cell)
    if _ROWS.fullmatch(cell) and {row.partition("/")[0] for row in cell.split(", ")} <= _tables():
        return _works(cell.split(", "), root)
    return _DAY.sub(lambda day: tag("span", date_in_words(day[0]), class_="day"), text(cell))


def _tables() -> set[str]:
    return set(tables.names())


def _works(rows: list[str], root: str) -> str:
    """Return the works behind rows (``table/id``), each once, linked to its entry."""
    places = (provenance.place_of_row(*row.split("/")) for row in rows)
    return "; ".join(dict.fromkeys(cited_link(source, root, place) for source, place in places))
