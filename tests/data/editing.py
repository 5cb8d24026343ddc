"""A copy of the valid package, one edit at a time."""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from biometrics_china import codebook, validation

VALID = Path(__file__).parent / "fixtures" / "valid"


@contextmanager
def copied() -> Iterator[Path]:
    """Yield a fresh copy of the valid package, in a folder called ``data``."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(VALID, Path(folder) / "data"))
        describe(root)
        yield root


def describe(root: Path) -> None:
    """Write `datapackage.json` as the codebook of a data folder gives it."""
    made = json.dumps(codebook.published_descriptor(root), ensure_ascii=False)
    (root / "datapackage.json").write_text(made, encoding="utf-8")


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


def replace(root: Path, path: str, old: bytes, new: bytes) -> None:
    """Replace the first place of some bytes in a file, which must have them."""
    raw = (root / path).read_bytes()
    assert old in raw
    (root / path).write_bytes(raw.replace(old, new, 1))


def edit_codebook(root: Path, old: str, new: str, folder: str = "regulation") -> None:
    """Replace the first place of a text in the codebook of a folder."""
    replace(root, f"{folder}/codebook.yml".lstrip("/"), old.encode(), new.encode())


def found(root: Path) -> list[str]:
    """Return the lines of everything that is wrong with a package."""
    try:
        validation.check(root)
    except validation.InvalidData as error:
        return str(error).split("\n")
    return []
