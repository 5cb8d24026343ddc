"""The table of the findings, which no file holds for the book itself: it is made from the chapters.

So it is judged by its codebook like every other table, and what is wrong is named where it is
written, in the chapter. The file `claims.csv` is for readers of the data; the book never reads it.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from biometrics_china import manuscript, place
from biometrics_china.codebook import Package, Problem
from biometrics_china.codebook.words import Word
from biometrics_china.validation.model import Sheet

TABLE = "claims"
RENEW = "“make notebooks” stores it anew"
#: columns that chapters call otherwise
_CALLED = {
    "source_ids": "sources",
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


def files(root: Path, package: Package) -> dict[str, bytes]:
    """Return path below the book → right bytes of the file of the findings; none for other data."""
    if not (sheet := made(root, package)):
        return {}
    out = io.StringIO()
    writer = csv.DictWriter(out, sheet.table.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sheet.rows)
    return {sheet.path: out.getvalue().encode()}


def stale(root: Path, package: Package) -> str:
    """Return a line if the file of the findings is not what the chapters say; empty if it is."""
    for name, content in files(root, package).items():
        path = root.parent / name
        if not path.is_file() or path.read_bytes() != content:
            return f"{name}: is not what the chapters say; {RENEW}"
    return ""


def _cell(value: Any) -> str:
    """Return what a field holds as one cell without marks of guards, at its place in the chapter."""
    first, text = (value[0], ";".join(value)) if isinstance(value, list) else (value, value)
    cell = manuscript.plain(text)
    return Word(cell).at(first.path, first.line) if isinstance(first, Word) else cell
