"""The two registers that quote cells of other tables: corrections, and contradictions."""

from __future__ import annotations

from collections.abc import Callable

from biometrics_china.codebook import choices
from biometrics_china.validation.model import Checked, Problem, Row, Sheet, quote, unknown

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
    place = (sheet.find(row["row_id"]) or 0, row["field"])
    stored = sheet.rows[place[0]][row["field"]]
    if place in sheet.corrected:
        return "field", f"this cell is corrected already by {sheet.corrected[place]}"
    if stored != row["expected_value"]:
        said = quote(row["expected_value"])
        return "expected_value", f"{said} is not what stands there: {quote(stored)}"
    sheet.rows[place[0]][row["field"]] = row["corrected_value"]
    sheet.corrected[place] = row["id"]
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
