"""The rules on single cells: blanks, the exact form of numbers and dates, items of lists."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from biometrics_china.codebook import Field
from biometrics_china.validation.model import Checked, Problem, Sheet, quote, unknown

#: exact forms, which are narrower than what frictionless reads, and how they are called
FORMS = {
    "integer": (r"-?(0|[1-9]\d*)", "a whole number such as 12"),
    "number": (r"-?(0|[1-9]\d*)(\.\d+)?", "a number such as 12 or 0.5"),
    "boolean": (r"true|false", "true or false"),
    "date": (r"\d{4}-\d{2}-\d{2}", "a day of the calendar, YYYY-MM-DD"),
    "partial-date": (
        r"\d{4}(-\d{2}(-\d{2})?)?",
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


def forms(sheet: Sheet) -> Iterator[Problem]:
    """Yield the numbers, booleans and dates that are not written in the one right form."""
    for number, described, cell in sheet.cells():
        if not has_form(cell, described.form):
            text = f"{quote(cell)} is not {FORMS[described.form][1]}"
            yield sheet.problem(number, described.name, text)


def has_form(cell: str, form: str) -> bool:
    """Return True if a cell has the form of its field; dates must also be in the calendar."""
    if form not in FORMS:
        return True
    if not re.fullmatch(FORMS[form][0], cell, re.ASCII):
        return False
    if "date" not in form:
        return True
    year, month, day = [*(int(part) for part in cell.split("-")), 1, 1][:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


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
