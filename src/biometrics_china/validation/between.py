"""The rules between the cells of one row: order, what one cell requires of another, precision."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from biometrics_china.codebook import Field
from biometrics_china.codebook.forms import has_form, is_above
from biometrics_china.validation.model import Checked, Problem, Row, Sheet, quote

#: a test of one row yields field and text of what is wrong
Test = Callable[[Row], Iterator[tuple[str, str]]]

#: length of a partial date → its precision
PRECISION = {4: "year", 7: "month", 10: "day"}


def rules(sheet: Sheet, checked: Checked) -> Iterator[Problem]:
    """Yield what breaks the rules of its columns, of the codebook or of ours.

    Ours are for `is_used` with `verification`, and for `precision` with a partial `date`.
    """
    for test in _tests(sheet, checked):
        for number, row in enumerate(sheet.rows):
            yield from (sheet.problem(number, *found) for found in test(row))


def _tests(sheet: Sheet, checked: Checked) -> Iterator[Test]:
    fields = {f.name: f for f in sheet.table.fields}
    for described in sheet.table.fields:
        if described.at_most:
            yield _order(described, fields[described.at_most])
        for other, values in described.required_where.items():
            yield _requires(described.name, other, values)
    if "is_used" in fields and "verification" in fields:
        yield _unseen(checked.package.labels(fields["verification"].vocabulary).keys() - {"seen"})
    if "precision" in fields and "date" in fields and fields["date"].form == "partial-date":
        yield _precision


def _order(low: Field, high: Field) -> Test:
    def test(row: Row) -> Iterator[tuple[str, str]]:
        if not all(row[f.name] and has_form(row[f.name], f.form) for f in (low, high)):
            return
        if is_above(row[low.name], row[high.name], low.form):
            text = f"{quote(row[low.name])} is above {quote(row[high.name])} in field {high.name}"
            yield low.name, f"{text}; at most that is right"

    return test


def _requires(name: str, other: str, values: Collection[str]) -> Test:
    def test(row: Row) -> Iterator[tuple[str, str]]:
        if not row[name] and row[other] in values:
            yield name, f"is empty; a value is required where {other} is {row[other]}"

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
