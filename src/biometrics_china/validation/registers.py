"""The registers that point to cells of other tables: corrections, contradictions, second readings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from biometrics_china.codebook import choices
from biometrics_china.codebook.forms import ORDERED
from biometrics_china.validation import printed
from biometrics_china.validation.model import Checked, Problem, Row, Sheet, place, quote, unknown

Sheets = dict[str, Sheet]
REGISTERS = ("corrections", "contradictions")

#: field and text of what is wrong in a row of a register
Wrong = tuple[str, str] | None


def corrections(sheets: Sheets) -> list[Problem]:
    """Apply the corrections to the cells in place; return those that do not fit."""
    return _wrong_rows(sheets, "corrections", _correct)


def contradictions(sheet: Sheet, checked: Checked) -> list[Problem]:
    """Return the pairs that are not in the tables as said: both values must stand in their rows.

    Where both are the same row (a source that contradicts itself), one of the two stands there.
    """
    is_register = sheet.table.name == "contradictions"
    return _wrong_rows(checked.sheets, "contradictions", _contradict) if is_register else []


def second_codings(sheet: Sheet, checked: Checked) -> list[Problem]:
    """Return the second codings of no cell of a table, or with what is no code of its field."""

    def wrong(sheets: Sheets, row: Row) -> Wrong:
        return _no_such_cell(sheets, row, "row_id") or _no_code(checked, row, "value")

    is_register = sheet.table.name == "second_codings"
    return _wrong_rows(checked.sheets, "second_codings", wrong) if is_register else []


def resolutions(sheet: Sheet, checked: Checked) -> list[Problem]:
    """Return the resolutions of what is no disagreement, or of which the value does not stand."""
    if sheet.table.name != "resolutions":
        return []
    said = {place(row): row["value"] for row in reversed(checked.sheets["second_codings"].rows)}

    def wrong(sheets: Sheets, row: Row) -> Wrong:
        missing = _no_such_cell(sheets, row, "row_id")
        return missing or _no_code(checked, row, "first") or _unresolved(sheets, row, said)

    return _wrong_rows(checked.sheets, "resolutions", wrong)


def _unresolved(sheets: Sheets, row: Row, said: Mapping[tuple[str, ...], str]) -> Wrong:
    cell = sheets[row["table"]]
    stored = cell.rows[cell.find(row["row_id"]) or 0][row["field"]]
    if row["value"] != stored:
        return "value", f"{quote(row['value'])} is not what stands there: {quote(stored)}"
    second = said.get(place(row), "")
    if not second or sorted(second.split(";")) == sorted(row["first"].split(";")):
        right = f"the second reader said {quote(second)}; two codes that differ are right"
        return "first", f"{quote(row['first'])} is no disagreement: {right}"
    return None


def questions(sheet: Sheet, checked: Checked) -> list[Problem]:
    """Return the questions that rest on a row, named as ``table/row``, which is not there."""

    def wrong(sheets: Sheets, row: Row) -> Wrong:
        for named in filter(None, row["rows"].split(";")):
            table, _, row_id = named.partition("/")
            if table not in sheets or sheets[table].find(row_id) is None:
                return "rows", f"{quote(named)} is no row; table/row is right"
        return None

    is_register = sheet.table.name == "cooperation_questions"
    return _wrong_rows(checked.sheets, "cooperation_questions", wrong) if is_register else []


def printed_forms(sheet: Sheet, checked: Checked) -> list[Problem]:
    """Return the printed forms that say another number or day than the cell, or name another source."""

    def wrong(sheets: Sheets, row: Row) -> Wrong:
        return _no_such_cell(sheets, row, "row_id") or _misprinted(checked, row)

    is_register = sheet.table.name == "printed_forms"
    return _wrong_rows(checked.sheets, "printed_forms", wrong) if is_register else []


def _misprinted(checked: Checked, row: Row) -> Wrong:
    sheet = checked.sheets[row["table"]]
    cells = sheet.rows[sheet.find(row["row_id"]) or 0]
    field = next(f for f in sheet.table.fields if f.name == row["field"])
    if field.form not in ORDERED:
        return "field", f"{quote(field.name)} holds no number or day; a field that does is right"
    said, stored, source = quote(row["printed"]), cells[field.name], cells.get("source_id", "")
    if row["source"] != source:
        return "source", f"{quote(row['source'])} is not the source there: {quote(source)}"
    try:
        agrees = _agrees(row["printed"], stored, field.form)
    except ValueError as problem:
        return "printed", f"{said} holds {problem}"
    except ArithmeticError:
        return None  # the cell is no number, which its own table tells
    return None if agrees else ("printed", f"{said} is not what stands there: {quote(stored)}")


def _agrees(text: str, stored: str, form: str) -> bool:
    """Return whether a printed form says what is stored; raise ValueError if it can say nothing."""
    if form in ("date", "partial-date"):
        return printed.day(text) == stored
    return bool(stored) and Decimal(stored) in printed.numbers(text)


def _no_code(checked: Checked, row: Row, key: str) -> Wrong:
    coded = next(f for f in checked.package.table(row["table"]).fields if f.name == row["field"])
    codes = list(checked.package.labels(coded.vocabulary)) if coded.vocabulary else []
    codes = ["true", "false"] if coded.form == "boolean" else codes
    if not codes:
        return "field", f"{quote(coded.name)} has no codes; a field with a vocabulary is right"
    items = coded.items(row[key]) if coded.type == "list" else [row[key]]
    strange = (item for item in items if item and item not in codes)
    return next(((key, unknown(s, f"no code of {coded.name}", codes)) for s in strange), None)


def _wrong_rows(
    sheets: Sheets, register: str, wrong: Callable[[Sheets, Row], Wrong]
) -> list[Problem]:
    if register not in sheets:
        return []
    sheet = sheets[register]
    found = ((number, wrong(sheets, row)) for number, row in enumerate(sheet.rows))
    return [sheet.problem(number, *what) for number, what in found if what]


def _correct(sheets: Sheets, row: Row) -> Wrong:
    if target := _no_such_cell(sheets, row, "row_id"):
        return target
    sheet = sheets[row["table"]]
    cell = (sheet.find(row["row_id"]) or 0, row["field"])
    stored = sheet.rows[cell[0]][row["field"]]
    if cell in sheet.corrected:
        return "field", f"this cell is corrected already by {sheet.corrected[cell]}"
    if stored != row["expected_value"]:
        said = quote(row["expected_value"])
        return "expected_value", f"{said} is not what stands there: {quote(stored)}"
    sheet.rows[cell[0]][row["field"]] = row["corrected_value"]
    sheet.corrected[cell] = row["id"]
    return None


def _contradict(sheets: Sheets, row: Row) -> Wrong:
    if wrong := _wrong_side(sheets, row, "a") or _wrong_side(sheets, row, "b"):
        return wrong
    if row["value_a"] == row["value_b"]:
        said = quote(row["value_b"])
        return "value_b", f"{said} is value_a too; two values that differ are right"
    return None


def _wrong_side(sheets: Sheets, row: Row, side: str) -> Wrong:
    key, said = f"row_id_{side}", row[f"value_{side}"]
    if not row[key]:
        return None  # whether it may be empty is for the codebook to say
    if wrong := _no_such_cell(sheets, row, key):
        return wrong
    sheet = sheets[row["table"]]
    stored = sheet.rows[sheet.find(row[key]) or 0][row["field"]]
    right = {row["value_a"], row["value_b"]} if row["row_id_a"] == row["row_id_b"] else {said}
    if stored in right:
        return None
    return f"value_{side}", f"{quote(said)} is not what stands in {row[key]}: {quote(stored)}"


def _no_such_cell(sheets: Sheets, row: Row, key: str) -> Wrong:
    """Return field and text if a row of a register points to no cell of a table of facts."""
    table, row_id, name = row["table"], row[key], row["field"]
    facts = [t for t in sheets if t not in REGISTERS]
    if table not in facts:
        return "table", f"{quote(table)} is not {choices(table, facts)}"
    sheet = sheets[table]
    if sheet.find(row_id) is None:
        return key, unknown(row_id, f"not an id of {table}", sheet.column("id"))
    if name not in sheet.table.columns:
        return "field", f"{quote(name)} is not {choices(name, sheet.table.columns)}"
    return None
