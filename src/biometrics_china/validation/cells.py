"""Single cells: blanks, the exact form of numbers and dates and their order, items of lists."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal

from biometrics_china.codebook import Field
from biometrics_china.validation.model import Checked, Problem, Sheet, quote, unknown

#: exact forms, which are narrower than those of Table Schema, and how they are called
FORMS = {
    "integer": (re.compile(r"-?(0|[1-9]\d*)", re.ASCII), "a whole number such as 12"),
    "number": (re.compile(r"-?(0|[1-9]\d*)(\.\d+)?", re.ASCII), "a number such as 12 or 0.5"),
    "boolean": (re.compile(r"true|false", re.ASCII), "true or false"),
    "date": (re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII), "a day of the calendar, YYYY-MM-DD"),
    "partial-date": (
        re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII),
        "a date of the calendar, YYYY, YYYY-MM or YYYY-MM-DD",
    ),
}

#: what an item of a list that is not right is not, and what it could be; None if it is free
Allowed = tuple[str, Collection[str]] | None


def blanks(sheet: Sheet) -> Iterator[Problem]:
    """Yield the cells with blanks at their ends, and take the blanks away in the sheet.

    The other checks then see the cell without them, so that one blank is one problem.
    """
    for number, described, cell in sheet.cells():
        bare = cell.strip().strip("\u200b\ufeff").strip()
        if bare != cell:
            text = f"{quote(cell)} has blanks at its ends; {quote(bare)} has none"
            yield sheet.problem(number, described.name, text)
            sheet.rows[number][described.name] = bare


def has_form(cell: str, form: str) -> bool:
    """Return True if a cell has the form of its field; dates must also be in the calendar."""
    if form not in FORMS:
        return True
    if not FORMS[form][0].fullmatch(cell):
        return False
    if "date" not in form:
        return True
    year, month, day = [*(int(part) for part in cell.split("-")), 1, 1][:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def is_above(low: str, high: str, form: str) -> bool:
    """Return True if low is certainly above high; of two dates only the shared part can tell."""
    if "date" in form:
        shared = min(len(low), len(high))
        return low[:shared] > high[:shared]
    return Decimal(low) > Decimal(high)


def items(sheet: Sheet, checked: Checked) -> Iterator[Problem]:
    """Yield the lists with an item that is empty, stands twice, or is none of those allowed."""
    allowed = {f.name: _allowed(f, checked) for f in sheet.table.fields if f.type == "list"}
    for number, described, cell in sheet.cells():
        if described.name in allowed:
            for text in _items(cell, described, allowed[described.name]):
                yield sheet.problem(number, described.name, text)


def _allowed(described: Field, checked: Checked) -> Allowed:
    if described.vocabulary:
        codes = checked.package.labels(described.vocabulary)
        return f"not in the vocabulary {described.vocabulary}", codes
    if described.refers_to:
        table, name = described.refers_to.split(".")
        return f"no {name} of {table}", dict.fromkeys(checked.sheets[table].column(name))
    if described.names:
        return "no table of the codebook", checked.sheets
    return None


def _items(cell: str, described: Field, allowed: Allowed) -> Iterator[str]:
    seen: set[str] = set()
    for item in described.items(cell):
        if not item or item != item.strip():
            yield f"{quote(cell)} has an item that is empty or has blanks; a;b is right"
        elif item in seen:
            yield f"{quote(cell)} has the item {quote(item)} twice"
        elif allowed and item not in allowed[1]:
            yield unknown(item, *allowed)
        seen.add(item)
