"""The form of the files: what must be right before a cell can be looked at."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from biometrics_china.codebook import InvalidData, Package, choices, words
from biometrics_china.codebook.publish import DESCRIPTOR
from biometrics_china.counts import many
from biometrics_china.validation.model import Problem, Sheet


def present(root: Path, package: Package) -> Iterator[Problem]:
    """Yield the tables without a file, the files without a table, and links that lead nowhere."""
    paths = {table.path: table.name for table in package.tables}
    held = (p for p in root.rglob("*") if p.is_file() or p.is_symlink())
    there = {p.relative_to(root).as_posix(): p.exists() for p in held}
    for path, exists in sorted(there.items()):
        if not exists:
            yield Problem(f"{root.name}/{path}", "is a link that leads nowhere")
        elif path not in {*paths, *package.files, DESCRIPTOR} and "/." not in f"/{path}":
            yield Problem(f"{root.name}/{path}", "no table of the codebook has this file")
    for path in sorted(paths.keys() - there.keys()):
        yield Problem(f"{root.name}/{path}", f"the file of table {paths[path]} does not exist")


def read(path: Path, sheet: Sheet) -> Iterator[Problem]:
    """Fill the sheet from its file, or yield what is wrong with the form of the file."""
    yield from parse(path.read_bytes(), sheet)


def parse(raw: bytes, sheet: Sheet) -> Iterator[Problem]:
    """Fill the sheet from the bytes of a file, or yield what is wrong with their form."""
    try:
        yield from _records(words.decoded(raw, sheet.path), sheet)
    except InvalidData as error:
        yield from error.problems


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
                cells = many(len(record), "cell") if any(record) else "no value"
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
