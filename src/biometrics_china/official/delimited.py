"""Files of rows: text out of bytes, and rows that are told by their heads and counted."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from biometrics_china.official.entry import BadFile

#: how a page begins that was sent in place of a file
_PAGES = ("<!doctype html", "<html")


def text(file: str, data: bytes, right: str) -> str:
    """Return the text of a file: UTF-8 with or without a mark, else Windows-1252, as some issue it.

    Raises BadFile for a file without text, and for a page of HTML.
    """
    try:
        said = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        said = data.decode("cp1252", errors="replace")
    said = said.replace("\x1a", "")  # ends some files of the Treasury
    if not said.strip():
        raise BadFile(file, "is empty", right)
    if said.lstrip()[:200].lower().startswith(_PAGES):
        raise BadFile(file, "is a page of HTML, perhaps one that reports an error", right)
    if "\0" in said:
        raise BadFile(file, "is no text", right)
    return said


def rows(file: str, said: str, width: int, right: str) -> Iterator[tuple[int, list[str]]]:
    """Yield line and cells of each row of a file without heads. Raises BadFile for another width."""
    reader = csv.reader(io.StringIO(said, newline=""), strict=True)
    yield from _wide(file, reader, width, right)


def table(
    file: str, said: str, first: str, needed: tuple[str, ...], right: str, delimiter: str = ","
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield line and cells by head, below the row of heads that has the cell `first`.

    Raises BadFile if that row or one of the `needed` heads is not there, and for a row that has not
    as many cells as there are heads.
    """
    reader = csv.reader(io.StringIO(said, newline=""), delimiter=delimiter, strict=True)
    heads = _heads(file, reader, first, right)
    if missing := [name for name in needed if name not in heads]:
        raise BadFile(file, f"has no column {missing[0]!r}", right)
    for line, cells in _wide(file, reader, len(heads), right):
        yield line, dict(zip(heads, cells, strict=True))


def _heads(file: str, reader: object, first: str, right: str) -> list[str]:
    """Return the row of heads, which stands among the first rows of the file."""
    for _, row in zip(range(10), reader, strict=False):  # type: ignore[call-overload]
        if first in (cells := [str(cell).strip() for cell in row]):
            return cells
    raise BadFile(file, f"has no row of heads with {first!r}", right)


def _wide(file: str, reader: object, width: int, right: str) -> Iterator[tuple[int, list[str]]]:
    try:
        for cells in reader:  # type: ignore[attr-defined]
            line = reader.line_num  # type: ignore[attr-defined]
            if len(cells) == width:
                yield line, [cell.strip() for cell in cells]
            elif any(cell.strip() for cell in cells):
                wrong = f"line {line} has {len(cells)} cells where {width} belong; perhaps cut off"
                raise BadFile(file, wrong, right)
    except csv.Error as error:
        raise BadFile(file, f"cannot be read as rows ({error}); perhaps cut off", right) from None
