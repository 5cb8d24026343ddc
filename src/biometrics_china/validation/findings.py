"""The table of the findings, which no file holds for the book itself: it is made from the chapters.

So it is judged by its codebook like every other table, and what is wrong is named where it is
written, in the chapter. Sources and grade follow from the other tables (`grading`). The file
`claims.csv` is for readers of the data; the book never reads it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from biometrics_china import manuscript, place
from biometrics_china.codebook import Package, Problem
from biometrics_china.codebook.words import Word
from biometrics_china.validation import grading
from biometrics_china.validation import stood_on as rows_of
from biometrics_china.validation.model import Checked, Row, Sheet, quote, unknown

TABLE = "claims"
RENEW = "“make notebooks” stores it anew"
#: words by which a sentence owns that it rests on reports or weak hosts
TOLD = ("from reports", "in reports", "by reports", "weak copies")
#: columns that chapters call otherwise
_CALLED = {
    "official_source_id": "official_source",
    "is_front_page": "front_page",
}


class Findings(Sheet):
    """The findings as rows; what is wrong with a cell is wrong in its line of a chapter."""

    def problem(self, number: int, name: str, text: str) -> Problem:
        """Return a problem of a finding, with the file and line of the chapter."""
        row = self.rows[number]
        word = next(w for w in (row[name], row["id"]) if isinstance(w, Word))
        return Problem(word.path, text, word.line, row["id"], _CALLED.get(name, name))

    def line(self, number: int) -> str:
        """Return where the finding stands."""
        word = self.rows[number]["id"]
        return f"{word.path}:{word.line}" if isinstance(word, Word) else ""


def made(root: Path, package: Package) -> Sheet | None:
    """Return the table of the findings; None for data that are not those of the book.

    Raises BadText, with a line for each fault, if the chapters cannot be read.
    """
    table = next((t for t in package.tables if t.name == TABLE), None)
    if not table or root != (place.root() / "data").resolve():
        return None
    manuscript.check()
    sheet = Findings(table, f"{root.name}/{table.path}")
    for number, finding in enumerate(manuscript.findings()):
        given = {"front_page": "false"} | finding
        row = {name: _cell(given.get(_CALLED.get(name, name), "")) for name in table.columns}
        sheet.rows.append(row)
        sheet.lines.append(number + 2)
    return sheet


def derive(sheets: dict[str, Sheet]) -> None:
    """Write into the rows of the findings what follows from the other tables."""
    for row in sheets[TABLE].rows if sheets.keys() >= grading.NEEDS else ():
        tables, rows = (row[name].split(";") if row[name] else [] for name in ("tables", "rows"))
        found = grading.basis(sheets, tables, rows)
        row |= {"source_ids": ";".join(found.sources)}
        row |= {"grade": found.grade, "grade_reason": found.reason}


def problems(sheet: Sheet, checked: Checked) -> Iterator[Problem]:
    """Yield conditions that no row meets, tables without a grade, and poor sources that go untold."""
    if sheet.table.name != TABLE or not checked.sheets.keys() >= grading.NEEDS:
        return
    gathered = checked.sheets["gathering"].column("id")
    for number, row in enumerate(sheet.rows):
        named = row["tables"].split(";")
        if any(name not in checked.sheets for name in named):
            continue  # the codebook tells that
        unsaid = [name for name in named if name not in gathered]
        for name in unsaid:
            said = f"{quote(name)} has no row that says how its rows were gathered"
            yield sheet.problem(number, "tables", f"{said}; one in gathering.csv is right")
        rows = row["rows"].split(";") if row["rows"] else []
        faults = (_unmet(checked.sheets, named, rows, one) for one in rows)
        if said := next(filter(None, faults), ""):
            yield sheet.problem(number, "rows", said)
        elif not unsaid and (said := _untold(checked.sheets, row, named, rows)):
            yield sheet.problem(number, "sentence", said)


def _untold(sheets: dict[str, Sheet], row: Row, named: list[str], conditions: list[str]) -> str:
    """Return what is wrong if a finding of the front page does not own its reports and weak hosts.

    A sentence that owns to some where there are none is wrong as well.
    """
    if row["is_front_page"] != "true":
        return ""
    sources = {source["id"]: source for source in sheets["sources"].rows}
    used = [s for ids in grading.uses(sheets, named, conditions).values() for s in ids]
    poor = sum(grading.is_poor(sources[source]) for source in used if source in sources)
    words = " or ".join(map(quote, TOLD))
    if bool(poor) == any(told in row["sentence"] for told in TOLD):
        return ""
    if poor:
        said = grading.poor_uses(poor, len(used))
        return f"{said}, and the sentence does not say so; {words} is right"
    return f"the sentence says {words}, and no use of a source is one; leave it out"


def _unmet(
    sheets: dict[str, Sheet], tables: list[str], conditions: list[str], condition: str
) -> str:
    """Return what is wrong with a condition, by itself or with the others on its table."""
    table, field, _ = rows_of.parts(condition)
    if table not in tables or table not in sheets:
        return unknown(table, "no table of the finding", tables)
    if field not in sheets[table].table.columns:
        return unknown(field, f"no field of {table}", sheets[table].table.columns)
    if not rows_of.chosen(sheets[table], [condition]):
        return f"{quote(condition)} holds in no row; {table}.{field}= and a value of it is right"
    if not rows_of.chosen(sheets[table], conditions):
        return f"no row of {table} meets all conditions on it; those of one field are joined by or"
    return ""


def files(checked: Checked) -> dict[str, bytes]:
    """Return path below the book → right bytes of the file of the findings; none for other data."""
    sheet = checked.sheets.get(TABLE)
    if not isinstance(sheet, Findings):
        return {}
    out = io.StringIO()
    writer = csv.DictWriter(out, sheet.table.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sheet.rows)
    return {sheet.path: out.getvalue().encode()}


def stale(root: Path, checked: Checked) -> str:
    """Return a line if the file of the findings is not what the chapters say; empty if it is."""
    for name, content in files(checked).items():
        path = root.parent / name
        if not path.is_file() or path.read_bytes() != content:
            return f"{name}: is not what the chapters say; {RENEW}"
    return ""


def _cell(value: Any) -> str:
    """Return what a field holds as one cell without marks of guards, at its place in the chapter."""
    first, text = (value[0], ";".join(value)) if isinstance(value, list) else (value, value)
    cell = manuscript.plain(text)
    return Word(cell).at(first.path, first.line) if isinstance(first, Word) else cell
