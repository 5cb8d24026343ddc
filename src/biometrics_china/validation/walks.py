"""The steps of the walks: in order without a gap, short, and on rows whose source was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from biometrics_china.validation.model import Checked, Problem, Row, Sheet, quote, unknown, was_read

TABLE = "walk_steps"
#: words of a step, and of what is not known at it
MOST = 30


def problems(sheet: Sheet, checked: Checked) -> Iterator[Problem]:
    """Yield steps out of order, too long, or resting on what is no row that was read at a source."""
    if sheet.table.name != TABLE:
        return
    before: Counter[str] = Counter()
    for number, row in enumerate(sheet.rows):
        before[row["walk"]] += 1
        right = str(before[row["walk"]])
        if row["position"] != right:
            said = f"{quote(row['position'])} stands where step {right} of its walk is due"
            yield sheet.problem(number, "position", f"{said}; {right} is right")
        for name in ("step", "not_known"):
            if (words := len(row[name].split())) > MOST:
                yield sheet.problem(number, name, f"has {words} words; {MOST} at most is right")
        for reference in filter(None, row["rows"].split(";")):
            if said := _unread(checked.sheets, reference):
                yield sheet.problem(number, "rows", said)


def _unread(sheets: dict[str, Sheet], reference: str) -> str:
    """Return what is wrong with a row that a step rests on, named as ``table/row``."""
    table, _slash, row_id = reference.partition("/")
    if table not in sheets:
        return unknown(table, "no table of the codebook", list(sheets))
    place = sheets[table].find(row_id)
    if place is None:
        return unknown(row_id, f"not an id of {table}", sheets[table].column("id"))
    row = sheets[table].rows[place]
    if not was_read(row) or not _names_a_source(row):
        return f"{quote(reference)} names no source that was read; a row that does is right"
    return ""


def _names_a_source(row: Row) -> bool:
    return any(cell for name, cell in row.items() if f"_{name}".endswith("_source_id"))
