"""The rules between the cells of one row: order, what one cell requires of another, precision."""

from __future__ import annotations

from collections.abc import Iterator

from biometrics_china.codebook import Field
from biometrics_china.codebook.forms import has_form, is_above
from biometrics_china.validation.model import Checked, Problem, Row, Sheet, quote

#: length of a partial date → its precision
PRECISION = {4: "year", 7: "month", 10: "day"}

#: field and text of what is wrong in a row
Wrong = Iterator[tuple[str, str]]


def rules(sheet: Sheet, checked: Checked) -> Iterator[Problem]:
    """Yield what breaks the rules of the columns, of the codebook or of ours.

    Ours are for `is_used` with `verification`, and for `precision` with a partial `date`.
    """
    fields = {f.name: f for f in sheet.table.fields}
    pairs = [(f, fields[name]) for f in fields.values() for name in f.at_most]
    needs = [(f.name, n, v) for f in fields.values() for n, v in f.required_where.items()]
    bare = [(f.name, n, v) for f in fields.values() for n, v in f.empty_where.items()]
    said = fields["verification"].vocabulary if "verification" in fields else ""
    unseen = checked.package.labels(said).keys() - {"seen"} if said and "is_used" in fields else {}
    has_day = "precision" in fields and "date" in fields and fields["date"].form == "partial-date"
    for number, row in enumerate(sheet.rows):
        found = [wrong for low, high in pairs for wrong in _order(row, low, high)]
        for name, other, values in needs:
            if not row[name] and row[other] in values:
                text = f"is empty; a value is required where {other} is {row[other]}"
                found.append((name, text))
        for name, other, values in bare:
            if row[name] and row[other] in values:
                text = f"{quote(row[name])} stands where {other} is {row[other]}"
                found.append((name, f"{text}; an empty cell is right"))
        if unseen and row["is_used"] == "true" and row["verification"] in unseen:
            text = f"'true' needs verification 'seen' and not {quote(row['verification'])}"
            found.append(("is_used", f"{text}; false is right, or read the source"))
        found += _precision(row) if has_day else ()
        yield from (sheet.problem(number, *wrong) for wrong in found)


def _order(row: Row, low: Field, high: Field) -> Wrong:
    if not all(row[f.name] and has_form(row[f.name], f.form) for f in (low, high)):
        return
    if is_above(row[low.name], row[high.name], low.form):
        text = f"{quote(row[low.name])} is above {quote(row[high.name])} in field {high.name}"
        yield low.name, f"{text}; at most that is right"


def _precision(row: Row) -> Wrong:
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
