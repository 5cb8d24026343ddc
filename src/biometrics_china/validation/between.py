"""The rules between the cells of one row: order, what one cell requires of another, precision."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from biometrics_china import codebook
from biometrics_china.codebook import Package
from biometrics_china.validation.cells import has_form
from biometrics_china.validation.model import Problem, Row, Sheet, quote

#: a test of one row yields field and text of what is wrong
Test = Callable[[Row], Iterator[tuple[str, str]]]

#: length of a partial date → its precision
PRECISION = {4: "year", 7: "month", 10: "day"}


def rules(sheet: Sheet, package: Package) -> Iterator[Problem]:
    """Yield what breaks the rules of the table, or those that its columns bring with them.

    Such columns are `is_used` with `verification`, and `precision` with a partial `date`.
    """
    for test in _tests(sheet, package):
        for number, row in enumerate(sheet.rows):
            yield from (sheet.problem(number, *found) for found in test(row))


def _tests(sheet: Sheet, package: Package) -> Iterator[Test]:
    fields = {f.name: f for f in sheet.table.fields}
    forms = {name: f.form for name, f in fields.items()}
    for rule in sheet.table.rules:
        if rule["kind"] == "order":
            yield _order(rule, forms)
        elif rule["kind"] in ("requires", "empty"):
            yield _requires(rule)
    if "is_used" in fields and "verification" in fields:
        yield _unseen(package.labels(fields["verification"].vocabulary).keys() - {"seen"})
    if "precision" in fields and forms.get("date") == "partial-date":
        yield _precision


def _order(rule: Mapping[str, Any], forms: Mapping[str, str]) -> Test:
    low, high = rule["fields"]
    are_dates = "date" in forms[low]

    def test(row: Row) -> Iterator[tuple[str, str]]:
        if not all(row[name] and has_form(row[name], forms[name]) for name in (low, high)):
            return
        if _is_above(row[low], row[high], are_dates):
            text = f"{quote(row[low])} is above {quote(row[high])} in field {high}"
            yield low, f"{text}; at most that is right"

    return test


def _is_above(low: str, high: str, are_dates: bool) -> bool:
    """Return True if low is certainly above high; of two dates only the shared part can tell."""
    if are_dates:
        shared = min(len(low), len(high))
        return low[:shared] > high[:shared]
    return float(low) > float(high)


def _requires(rule: Mapping[str, Any]) -> Test:
    name, when = rule["field"], rule["when"]
    value = codebook.as_cell(when["equals"])

    if rule["kind"] == "empty":

        def must_not(row: Row) -> Iterator[tuple[str, str]]:
            if row[name] and row[when["field"]] == value:
                text = f"stands where {when['field']} is {value}; an empty cell is right"
                yield name, f"{quote(row[name])} {text}"

        return must_not

    def test(row: Row) -> Iterator[tuple[str, str]]:
        if not row[name] and row[when["field"]] == value:
            yield name, f"is empty; a value is required where {when['field']} is {value}"

    return test


def _unseen(others: set[str]) -> Test:
    def test(row: Row) -> Iterator[tuple[str, str]]:
        if row["is_used"] == "true" and row["verification"] in others:
            said = f"'true' needs verification 'seen' and not {quote(row['verification'])}"
            yield "is_used", f"{said}; false is right, or read the source"

    return test


def _precision(row: Row) -> Iterator[tuple[str, str]]:
    """Yield a precision that does not fit the date; other words and dates are found elsewhere."""
    day, said = row["date"], row["precision"]
    right = PRECISION.get(len(day), "") if has_form(day, "partial-date") else ""
    if said == right or said not in ("", *PRECISION.values()):
        return
    if not day:
        yield "precision", f"{quote(said)} stands without a date; empty is right"
    elif right:
        wrong = f"{quote(said)} does not fit" if said else "is empty and does not fit"
        yield "precision", f"{wrong} the date {quote(day)}; {right} is right"
