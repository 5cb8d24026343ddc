"""The rules of the data: every table against the codebook, before anything is computed from it.

Structure (types, required, unique, vocabularies, patterns, bounds, keys) is checked by frictionless
over cells that are read here, so that every problem has its line in the file. The rest is ours:
the form of the files, the exact form of numbers and dates, items of lists, rules between fields,
corrections and contradictions. Nothing is repaired: `check` returns everything or raises.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import frictionless

from biometrics_china import codebook
from biometrics_china.codebook import Field, Package, Table, choices

Row = dict[str, str]
Rule = Mapping[str, Any]

#: exact forms, which are narrower than what frictionless reads, and how they are called
FORMS = {
    "integer": (r"-?(0|[1-9]\d*)", "a whole number such as 12"),
    "number": (r"-?(0|[1-9]\d*)(\.\d+)?", "a number such as 12 or 0.5"),
    "boolean": (r"true|false", "true or false"),
    "date": (r"\d{4}-\d{2}-\d{2}", "a day of the calendar, YYYY-MM-DD"),
    "partial-date": (
        r"\d{4}(-\d{2}(-\d{2})?)?",
        "a date of the calendar, YYYY, YYYY-MM or YYYY-MM-DD",
    ),
}


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where it stands, and what would be right; prints as one line."""

    path: str
    text: str
    line: int | None = None
    row_id: str = ""
    field: str = ""

    def __str__(self) -> str:
        """Return the line ``path:line: id x: field y: text``, without the parts that are empty."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        parts = [place, self.row_id and f"id {self.row_id}", self.field and f"field {self.field}"]
        return ": ".join([*filter(None, parts), self.text]).replace("\n", " ")


class InvalidData(Exception):
    """The data break a rule; `problems` holds them all and the text has one line for each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(p) for p in self.problems))


@dataclass(frozen=True)
class Sheet:
    """The cells of one file as text: `rows` by column, `lines` their line numbers in the file."""

    table: Table
    path: str
    rows: list[Row] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    corrected: dict[tuple[int, str], str] = field(default_factory=dict)

    def problem(self, number: int, name: str, text: str) -> Problem:
        """Return a problem of the cell in row `number` (from 0) and column `name`."""
        if correction := self.corrected.get((number, name)):
            text = f"{text} (as corrected by {correction})"
        row_id = self.rows[number].get("id", "").strip()
        return Problem(self.path, text, self.lines[number], row_id, name)

    def cells(self) -> Iterator[tuple[int, Field, str]]:
        """Yield row number, field and text of every cell that is not empty."""
        for number, row in enumerate(self.rows):
            for described in self.table.fields:
                if row[described.name]:
                    yield number, described, row[described.name]

    def find(self, row_id: str) -> int | None:
        """Return the number of the row with this id, or None."""
        return next((n for n, row in enumerate(self.rows) if row.get("id") == row_id), None)


@dataclass(frozen=True)
class Checked:
    """A package without a problem: its codebook and its cells, with the corrections applied."""

    package: Package
    sheets: dict[str, Sheet]


def check(root: Path) -> Checked:
    """Return the checked package in a data folder.

    Checks go in three steps (codebook, form of the files, contents), and each is reported whole,
    since a later one cannot be read before the earlier are right. Raises InvalidData.
    """
    root = root.resolve()
    descriptor = _descriptor(root)
    package = codebook.parse(descriptor)
    _stop(_files(root, package))
    found, sheets = [], {}
    for table in package.tables:
        sheet = Sheet(table, f"{root.name}/{table.path}")
        found += list(_read(root / table.path, sheet))
        sheets[table.name] = sheet
    _stop(found)
    found = [p for sheet in sheets.values() for p in _blanks(sheet)]
    found += _corrections(sheets)
    for sheet in sheets.values():
        found += [*_cells(sheet, package), *_rules(sheet), *_unseen(sheet, package)]
    found += _contradictions(sheets)
    checked = Checked(package, sheets)
    _stop(_first_of_each_cell(found, _structure(descriptor, checked, root.name)))
    return checked


def _stop(problems: Iterable[Problem]) -> None:
    found = sorted(problems, key=lambda p: (p.path, p.line or 0))
    if found:
        raise InvalidData(found)


def _first_of_each_cell(ours: Iterable[Problem], theirs: Iterable[Problem]) -> list[Problem]:
    found = list(ours)
    cells = {(p.path, p.line, p.field) for p in found}
    for problem in theirs:
        cell = (problem.path, problem.line, problem.field)
        if cell not in cells:
            found.append(problem)
            cells.add(cell)
    return found


# the codebook and the form of the files


def _descriptor(root: Path) -> codebook.Json:
    try:
        descriptor = codebook.read_descriptor(root)
    except ValueError as error:
        path, text = str(error).split(": ", 1)
        raise InvalidData([Problem(path, text)]) from error
    path = f"{root.name}/datapackage.json"
    _stop(Problem(path, text) for text in codebook.problems(descriptor))
    return descriptor


def _files(root: Path, package: Package) -> Iterator[Problem]:
    paths = {table.path: table.name for table in package.tables}
    present = {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()}
    for path in sorted(paths.keys() - present):
        yield Problem(f"{root.name}/{path}", f"the file of table {paths[path]} does not exist")
    for path in sorted(present - paths.keys() - {"datapackage.json"}):
        if not any(part.startswith(".") for part in path.split("/")):
            yield Problem(f"{root.name}/{path}", "no table of the codebook has this file")


def _read(path: Path, sheet: Sheet) -> Iterator[Problem]:
    """Fill the sheet from its file, or yield what is wrong with the form of the file."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        yield Problem(sheet.path, f"byte {raw[error.start]:#04x} is not UTF-8", line)
        return
    if text.startswith("\ufeff"):
        yield Problem(sheet.path, "starts with a byte order mark; UTF-8 without one is right", 1)
    elif "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        yield Problem(sheet.path, "has a carriage return; lines end in LF alone", line)
    else:
        yield from _records(text, sheet)


def _records(text: str, sheet: Sheet) -> Iterator[Problem]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    columns, line = sheet.table.columns, 1
    try:
        header = next(reader, [])
        if tuple(header) != columns:
            yield from _header(header, sheet)
            return
        line = reader.line_num + 1
        for record in reader:
            if len(record) != len(columns) or not any(record):
                cells = f"{len(record)} cells" if any(record) else "no value"
                text = f"this row has {cells}; the codebook has {len(columns)} columns"
                yield Problem(sheet.path, text, line)
            else:
                sheet.rows.append(dict(zip(columns, record, strict=True)))
                sheet.lines.append(line)
            line = reader.line_num + 1
    except csv.Error as error:
        yield Problem(sheet.path, f"is not CSV: {error}", line)


def _header(header: list[str], sheet: Sheet) -> Iterator[Problem]:
    columns = sheet.table.columns
    missing = [name for name in columns if name not in header]
    extra = [name for name in header if name not in columns]
    for name in missing:
        yield Problem(sheet.path, "is in the codebook and not in the file", 1, "", name)
    for name in extra:
        text = f"is in the file and not in the codebook; {choices(name, columns)}"
        yield Problem(sheet.path, text, 1, "", name)
    if not missing and not extra:
        yield Problem(sheet.path, f"the columns are not {', '.join(columns)}, in this order", 1)


# single cells


def _quote(value: str, limit: int = 80) -> str:
    return repr(value if len(value) <= limit else f"{value[:limit]}…")


def _blanks(sheet: Sheet) -> Iterator[Problem]:
    """Yield the cells with blanks at their ends.

    The other checks then see the cell without them, so that one blank is one problem.
    """
    for number, described, cell in sheet.cells():
        bare = cell.strip().strip("\u200b\ufeff").strip()
        if bare != cell:
            text = f"{_quote(cell)} has blanks at its ends; {_quote(bare)} has none"
            yield sheet.problem(number, described.name, text)
            sheet.rows[number][described.name] = bare


def _cells(sheet: Sheet, package: Package) -> Iterator[Problem]:
    for number, described, cell in sheet.cells():
        kind = described.kind or described.type
        if kind in FORMS and not _has_form(cell, kind):
            text = f"{_quote(cell)} is not {FORMS[kind][1]}"
            yield sheet.problem(number, described.name, text)
        if described.type == "list":
            yield from (
                sheet.problem(number, described.name, text)
                for text in _items(cell, described, package)
            )


def _has_form(cell: str, kind: str) -> bool:
    if not re.fullmatch(FORMS[kind][0], cell, re.ASCII):
        return False
    if "date" not in kind:
        return True
    year, month, day = [*(int(part) for part in cell.split("-")), 1, 1][:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _items(cell: str, described: Field, package: Package) -> Iterator[str]:
    seen: set[str] = set()
    codes = package.labels(described.vocabulary) if described.vocabulary else None
    for item in cell.split(described.delimiter):
        if not item or item != item.strip():
            yield f"{_quote(cell)} has an item that is empty or has blanks; a;b is right"
        elif item in seen:
            yield f"{_quote(cell)} has the item {_quote(item)} twice"
        elif codes is not None and item not in codes:
            yield _not_in_vocabulary(item, described.vocabulary, codes)
        seen.add(item)


def _not_in_vocabulary(value: str, name: str, codes: Iterable[str]) -> str:
    return f"{_quote(value)} is not in the vocabulary {name}; {choices(value, codes)}"


# rules between cells


def _rules(sheet: Sheet) -> Iterator[Problem]:
    for rule in sheet.table.rules:
        test = _order if rule["kind"] == "order" else _requires
        for number, row in enumerate(sheet.rows):
            yield from (sheet.problem(number, *found) for found in test(row, rule, sheet.table))


def _order(row: Row, rule: Rule, table: Table) -> Iterator[tuple[str, str]]:
    names = rule["fields"]
    kinds = {f.name: f.kind or f.type for f in table.fields}
    low, high = (row[name] for name in names)
    if not all(row[name] and _has_form(row[name], kinds[name]) for name in names):
        return
    if _is_above(low, high, "date" in kinds[names[0]]):
        yield (
            names[0],
            (f"{_quote(low)} is above {_quote(high)} in field {names[1]}; at most that is right"),
        )


def _is_above(low: str, high: str, are_dates: bool) -> bool:
    """Return True if low is certainly above high; of two dates only the shared part can tell."""
    if are_dates:
        shared = min(len(low), len(high))
        return low[:shared] > high[:shared]
    return float(low) > float(high)


def _requires(row: Row, rule: Rule, table: Table) -> Iterator[tuple[str, str]]:
    del table
    name, when = rule["field"], rule["when"]
    value = codebook.as_cell(when["equals"])
    if not row[name] and row[when["field"]] == value:
        yield name, f"is empty; a value is required where {when['field']} is {value}"


def _unseen(sheet: Sheet, package: Package) -> Iterator[Problem]:
    codes = {f.name: f.vocabulary for f in sheet.table.fields}
    if "is_used" not in codes or "verification" not in codes:
        return
    others = package.labels(codes["verification"]).keys() - {"seen"}
    for number, row in enumerate(sheet.rows):
        if row["is_used"] == "true" and row["verification"] in others:
            text = (
                f"'true' needs verification 'seen' and not {_quote(row['verification'])}; "
                "false is right, or read the source"
            )
            yield sheet.problem(number, "is_used", text)


def _corrections(sheets: dict[str, Sheet]) -> list[Problem]:
    """Apply the corrections to the cells in place; return those that do not fit."""
    if "corrections" not in sheets:
        return []
    register, found = sheets["corrections"], []
    for number, row in enumerate(register.rows):
        wrong = _wrong_target(sheets, row["table"], row["row_id"], row["field"])
        wrong = wrong or _correct(sheets[row["table"]], row)
        if wrong:
            found.append(register.problem(number, *wrong))
    return found


def _correct(sheet: Sheet, row: Row) -> tuple[str, str] | None:
    place = (sheet.find(row["row_id"]) or 0, row["field"])
    stored = sheet.rows[place[0]][row["field"]]
    if place in sheet.corrected:
        return "field", f"this cell is corrected already by {sheet.corrected[place]}"
    if stored != row["expected_value"]:
        said = _quote(row["expected_value"])
        return "expected_value", f"{said} is not what stands there: {_quote(stored)}"
    sheet.rows[place[0]][row["field"]] = row["corrected_value"]
    sheet.corrected[place] = row["id"]
    return None


def _wrong_target(
    sheets: dict[str, Sheet], table: str, row_id: str, name: str, row_field: str = "row_id"
) -> tuple[str, str] | None:
    """Return field and text if there is no such cell in the tables of facts, else None."""
    facts = [t for t in sheets if t not in ("corrections", "contradictions")]
    if table not in facts:
        return "table", f"{_quote(table)} is not {choices(table, facts)}"
    sheet = sheets[table]
    if sheet.find(row_id) is None:
        ids = choices(row_id, [row.get("id", "") for row in sheet.rows])
        return row_field, f"{_quote(row_id)} is not an id of {table}; {ids}"
    if name not in sheet.table.columns:
        return "field", f"{_quote(name)} is not {choices(name, sheet.table.columns)}"
    return None


def _contradictions(sheets: dict[str, Sheet]) -> list[Problem]:
    """Return the pairs that are not in the tables as said: both values must stand in their rows.

    Where both are the same row (a source that contradicts itself), one of the two stands there.
    """
    if "contradictions" not in sheets:
        return []
    register, found = sheets["contradictions"], []
    for number, row in enumerate(register.rows):
        wrong = _wrong_side(sheets, row, "a") or _wrong_side(sheets, row, "b")
        if row["value_a"] == row["value_b"]:
            text = f"{_quote(row['value_b'])} is value_a too; two values that differ are right"
            wrong = wrong or ("value_b", text)
        if wrong:
            found.append(register.problem(number, *wrong))
    return found


def _wrong_side(sheets: dict[str, Sheet], row: Row, side: str) -> tuple[str, str] | None:
    key, said = f"row_id_{side}", row[f"value_{side}"]
    if not row[key]:
        return None  # whether it may be empty is for the codebook to say
    if wrong := _wrong_target(sheets, row["table"], row[key], row["field"], key):
        return wrong
    sheet = sheets[row["table"]]
    stored = sheet.rows[sheet.find(row[key]) or 0][row["field"]]
    right = {row["value_a"], row["value_b"]} if row["row_id_a"] == row["row_id_b"] else {said}
    if stored in right:
        return None
    return f"value_{side}", f"{_quote(said)} is not what stands in {row[key]}: {_quote(stored)}"


# structure, by frictionless


def _structure(descriptor: codebook.Json, checked: Checked, root: str) -> Iterator[Problem]:
    """Yield what frictionless finds in the cells, in our words and with lines of the files."""
    where = f"{root}/datapackage.json"
    inline = codebook.expand(descriptor)
    inline["resources"] = [_inline(r, checked.sheets[r["name"]]) for r in inline["resources"]]
    inline["resources"] += _keys(inline["resources"], checked.sheets)
    try:
        package = frictionless.Package.from_descriptor(inline)
        report = package.validate(limit_errors=1_000_000)
    except frictionless.FrictionlessException as error:
        yield from (Problem(where, e.message) for e in error.to_errors())
        return
    yield from (Problem(where, error.message) for error in report.errors)
    for task in report.tasks:
        if task.name in checked.sheets:
            yield from (_translate(error, task.name, checked, where) for error in task.errors)


def _inline(resource: codebook.Json, sheet: Sheet) -> codebook.Json:
    """Return a resource that holds its cells, so that frictionless neither reads nor guesses."""
    for described in resource["schema"]["fields"]:
        constraints = described.get("constraints", {})
        if "pattern" in constraints:  # frictionless would anchor a|b as ^a or b$
            constraints["pattern"] = f"(?:{constraints['pattern']})"
    data = [list(sheet.table.columns), *(list(row.values()) for row in sheet.rows)]
    return {"name": resource["name"], "type": "table", "schema": resource["schema"], "data": data}


def _keys(resources: list[codebook.Json], sheets: dict[str, Sheet]) -> list[codebook.Json]:
    """Return resources that hold only referenced columns, and point the foreign keys at them.

    For each foreign key frictionless copies and reads the table that is referred to; with one
    column instead of twenty the whole check takes half the time.
    """
    made: dict[str, codebook.Json] = {}
    for resource in resources:
        for key in resource["schema"].get("foreignKeys", ()):
            reference = key["reference"]
            table, names = reference["resource"], reference["fields"]
            reference["resource"] = f"{table}/{'/'.join(names)}"
            fields = [{"name": name, "type": "string"} for name in names]
            data = [names, *([row[name] for name in names] for row in sheets[table].rows)]
            made[reference["resource"]] = {
                "name": reference["resource"],
                "type": "table",
                "schema": {"fields": fields},
                "data": data,
            }
    return list(made.values())


def _translate(error: frictionless.Error, table: str, checked: Checked, where: str) -> Problem:
    sheet = checked.sheets[table]
    number = getattr(error, "row_number", 0) - 2  # rows count from 1 and the header is row 1
    if number < 0:
        return Problem(where, f"table {table}: {error.message}")
    name = (getattr(error, "field_names", None) or [getattr(error, "field_name", "id")])[0]
    cell = sheet.rows[number].get(name, "")
    same = re.search(r"the same as in the row at position (\d+)", error.note)
    if not cell:
        text = "is empty; a value is required"
    elif same:
        text = f"{_quote(cell)} stands already in line {sheet.lines[int(same[1]) - 2]}"
    elif isinstance(error, frictionless.errors.ForeignKeyError):
        other, key = error.reference_name.split("/")[:2]
        known = choices(cell, [row[key] for row in checked.sheets[other].rows])
        text = f"{_quote(cell)} is no {key} of {other}; {known}"
    else:
        described = next(f for f in sheet.table.fields if f.name == name)
        text = _constraint(error.note, cell, described, checked.package)
    return sheet.problem(number, name, text)


def _constraint(note: str, cell: str, described: Field, package: Package) -> str:
    broken = re.match(r'constraint "(\w+)"', note)
    if not broken:
        return f"{_quote(cell)}: {note}"
    if broken[1] == "enum" and described.vocabulary:
        codes = package.labels(described.vocabulary)
        return _not_in_vocabulary(cell, described.vocabulary, codes)
    limit = described.constraints.get(broken[1], "see the codebook")
    return f"{_quote(cell)} breaks the constraint {broken[1]}: {limit}"
