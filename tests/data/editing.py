"""A copy of the valid package, one edit at a time."""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from biometrics_china import validation

VALID = Path(__file__).parent / "fixtures" / "valid"


@contextmanager
def copied() -> Iterator[Path]:
    """Yield a fresh copy of the valid package, in a folder called ``data``."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copytree(VALID, Path(folder) / "data"))


def cells(path: Path) -> list[list[str]]:
    """Return all records of a file, the header first."""
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def line_of(root: Path, path: str, row_id: str) -> int:
    """Return the line on which the record with this id starts, found as text."""
    lines = (root / path).read_text(encoding="utf-8").split("\n")
    return next(n for n, line in enumerate(lines, 1) if line.split(",")[0] == row_id)


def edit_cell(root: Path, path: str, row_id: str, field: str, value: str) -> str:
    """Put a value into one cell; return what stood there."""
    records = cells(root / path)
    column = records[0].index(field)
    record = next(r for r in records[1:] if r[0] == row_id)
    before, record[column] = record[column], value
    made = io.StringIO(newline="")
    csv.writer(made, lineterminator="\n").writerows(records)
    (root / path).write_text(made.getvalue(), encoding="utf-8")
    return before


def edit_codebook(root: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the descriptor in place."""
    path = root / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    change(descriptor)
    path.write_text(json.dumps(descriptor, ensure_ascii=False), encoding="utf-8")


def found(root: Path) -> list[str]:
    """Return the lines of everything that is wrong with a package."""
    try:
        validation.check(root)
    except validation.InvalidData as error:
        return str(error).split("\n")
    return []
