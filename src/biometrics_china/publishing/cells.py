"""Cells of a printed table as readers see them: days in words, records by their names.

The data, their files and what the book says of itself keep the forms that machines compare.
"""

from __future__ import annotations

import re

from biometrics_china import tables
from biometrics_china.days import date_in_words
from biometrics_china.publishing import rows
from biometrics_china.publishing.markup import tag, text

#: a full date that is no part of a number or an address
_DAY = re.compile(r"(?<![\w/.-])\d{4}-\d{2}-\d{2}(?![\w/-])")
#: a cell that is a date known by its month
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
#: a cell of nothing but rows of the data
_ROWS = re.compile(r"[a-z_]+/[\w-]+(?:, [a-z_]+/[\w-]+)*")


def in_words(cell: str) -> str:
    """Return a cell as text, a day or month that it holds in words."""
    if _MONTH.fullmatch(cell):
        return date_in_words(cell)
    return _DAY.sub(lambda day: date_in_words(day[0]), cell)


def cell_html(cell: str, root: str) -> str:
    """Return a printed cell as HTML: a day does not break over lines, a record links to its row."""
    if _MONTH.fullmatch(cell):
        return in_words(cell)
    if _ROWS.fullmatch(cell):
        named = [row.split("/") for row in cell.split(", ")]
        if {table for table, _ in named} <= {*tables.names()}:
            return "; ".join(rows.row_link(table, row_id, root) for table, row_id in named)
    return _DAY.sub(lambda day: tag("span", in_words(day[0]), class_="day"), text(cell))
