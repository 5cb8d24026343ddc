"""The command ``add``: a row with what can be filled in for it, and the rows that it needs.

``add collection_events place=Hotan source_id=x locator="p. 3" source.title=…``: a field of the table
by its name, one of a source or of a name that is not there yet behind ``source.`` or ``name.``.
Nothing is written unless asked for, and then only what the whole check passes.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from biometrics_china import validation, whole
from biometrics_china.codebook import choices
from biometrics_china.validation import Checked, InvalidData, Problem, Sheet
from biometrics_china.validation.between import PRECISION

Row = dict[str, str]
#: file below the data folder → its whole new text, and the lines that are new in it
Changed = dict[Path, tuple[str, list[str]]]
#: tables whose missing rows are proposed → what their fields stand behind when typed
PREFIX = {"sources": "source.", "entity_names": "name."}


def rows(checked: Checked, table: str, typed: Iterable[str]) -> list[tuple[str, Row]]:
    """Return the new rows with their tables: the source and names that are missing, then the row.

    Raises InvalidData for fields that are not there, and for required ones that were not given.
    """
    if table not in checked.sheets:
        raise InvalidData([Problem("add", f"{table!r} is not {choices(table, checked.sheets)}")])
    given = _given(typed)
    own = {name: value for name, value in given.items() if "." not in name}
    made = [*_needed(checked, checked.sheets[table], own), (table, own)]
    faults, done = list[Problem](), list[tuple[str, Row]]()
    for name, cells in made:
        sheet, prefix = checked.sheets[name], PREFIX.get(name, "") if cells is not own else ""
        behind = {k[len(prefix) :]: v for k, v in given.items() if prefix and k.startswith(prefix)}
        row = cells | {k: v for k, v in behind.items() if k not in cells}
        row = _usual(sheet, row, [r["id"] for t, r in done if t == name]) | row
        faults += [Problem(name, prefix + text) for text in _faults(checked, sheet, row)]
        done.append((name, {column: row.get(column, "") for column in sheet.table.columns}))
    if faults:
        raise InvalidData(faults)
    return done


def _given(typed: Iterable[str]) -> Row:
    found: Row = {}
    for item in typed:
        name, equals, value = item.partition("=")
        if not equals or name in found:
            what = "stands twice" if name in found else "is no field=value"
            text = f"{item!r} {what}; each field once, as in place=Hotan, is right"
            raise InvalidData([Problem("add", text)])
        found[name] = value.strip()
    return found


def _needed(checked: Checked, sheet: Sheet, own: Row) -> Iterator[tuple[str, Row]]:
    """Yield the beginnings of rows that the cells point to and that are not there."""
    for described in sheet.table.fields:
        table, _, key = described.refers_to.partition(".")
        cell = own.get(described.name, "")
        if cell and table in PREFIX:
            known = {*checked.sheets[table].column(key)}
            values = described.items(cell) if described.type == "list" else (cell,)
            yield from ((table, {key: value}) for value in values if value not in known)


def _usual(sheet: Sheet, row: Row, before: list[str]) -> Row:
    """Return what follows from other cells: the next id, the precision of a date, verification."""
    found = {"id": next_id(sheet, row, before)}
    if row.get("date"):
        found["precision"] = PRECISION.get(len(row["date"]), "")
    found["verification"] = "seen" if row.get("source_id") else "recalled"
    return {name: value for name, value in found.items() if name in sheet.table.columns}


def next_id(sheet: Sheet, row: Row, before: list[str]) -> str:
    """Return the number after the last one in the table's habit; of a source publisher and date.

    `before` are ids that are new with this one.
    """
    if sheet.table.name == "sources":
        said = f"{row.get('publisher', '')} {row.get('date', '')}".lower()
        return "-".join(re.findall(r"[a-z0-9]+", said))
    ids = [*sheet.column("id"), *before]
    numbered = [found for i in ids if (found := re.fullmatch(r"(.*?)(\d{1,4})", i))]
    if 2 * len(numbered) <= len(ids):
        return ""  # ids of this table are words; one has to be given
    prefix = Counter(found[1] for found in numbered).most_common(1)[0][0]
    last = max((f for f in numbered if f[1] == prefix), key=lambda found: int(found[2]))
    return f"{prefix}{int(last[2]) + 1:0{len(last[2])}}"


def _faults(checked: Checked, sheet: Sheet, row: Mapping[str, str]) -> Iterator[str]:
    for name in row.keys() - {*sheet.table.columns}:
        yield f"{name} is not {choices(name, sheet.table.columns)}"
    for described in sheet.table.fields:
        if described.constraints.get("required") and not row.get(described.name):
            codes = checked.package.labels(described.vocabulary) if described.vocabulary else ()
            allowed = "true or false" if described.type == "boolean" else ", ".join(codes)
            yield f"{described.name} is required: {allowed or described.description}"


def place(sheet: Sheet, row: Row) -> int:
    """Return how many rows stand before a new one: at its place in the column the file is sorted by.

    That is the id, else the first column whose cells never fall; if there is none, it comes last.
    """
    for name in sheet.table.columns:
        keys = [_natural(cell) for cell in sheet.column(name)]
        if keys and keys[0] < keys[-1] and keys == sorted(keys):
            return sum(key <= _natural(row[name]) for key in keys)
    return len(sheet.rows)


def _natural(cell: str) -> list[tuple[str, int]]:
    return [(word, int(n or -1)) for word, n in re.findall(r"(\D*)(\d*)", cell)]


def files(root: Path, checked: Checked, new: list[tuple[str, Row]]) -> Changed:
    """Return for each file that changes its whole text, and the new lines with their numbers."""
    found: Changed = {}
    for table, row in new:
        sheet = checked.sheets[table]
        path = Path(sheet.table.path)
        text, shown = found.get(path, ((root / path).read_text(encoding="utf-8"), []))
        made = io.StringIO(newline="")
        csv.writer(made, lineterminator="\n").writerow(row.values())
        lines, number = text.split("\n"), place(sheet, row)
        line = sheet.lines[number] if number < len(sheet.rows) else len(lines)
        lines.insert(line - 1, written := made.getvalue().removesuffix("\n"))
        found[path] = "\n".join(lines), [*shown, f"{root.name}/{path}:{line}: {written}"]
        sheet.rows.insert(number, row)
        sheet.lines[number:] = [line, *(n + 1 for n in sheet.lines[number:])]
    return found


def checked_copy(root: Path, changed: Changed) -> None:
    """Check the whole package with the changed files, in a copy. Raises InvalidData."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(shutil.copytree(root, Path(scratch) / root.name))
        if (beside := root.parent / "metadata.yml").is_file():
            shutil.copy(beside, copy.parent)
        for path, (text, _) in changed.items():
            (copy / path).write_text(text, encoding="utf-8")
        validation.check(copy)


def write(root: Path, changed: Changed) -> None:
    """Put each file into place whole, those that others point to first."""
    for path, (text, _) in changed.items():
        whole.write(root / path, [text.encode()])
