"""The forms of cells: how numbers, truths and dates are written, and which of two is above."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

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
#: all that the codebook knows; `string` and `list` have no form of their own
TYPES = ("string", *FORMS, "list")
ORDERED = ("integer", "number", "date", "partial-date")


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
