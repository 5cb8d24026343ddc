"""Text parted into records: CSV by comma, semicolon or tab, or one name a line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress

from biometrics_china.register.reading.bad import BadNames

#: line on which a record starts, and its cells
Record = tuple[int, list[str]]

DELIMITERS = (",", ";", "\t")
#: the line by which Excel is told, and tells, what parts the cells
_TOLD = re.compile(r'sep=([^"\r\n])\r?\n', re.IGNORECASE)


def delimiter(text: str, column: str) -> str:
    """Return what parts the cells: the first that gives the column, or else the most heads."""
    if told := _TOLD.match(text):
        return told[1]
    heads = {sign: _heads(text, sign) for sign in DELIMITERS}
    with suppress(StopIteration):
        return next(sign for sign in DELIMITERS if column in heads[sign])
    return max(DELIMITERS, key=lambda sign: len(heads[sign]))


def _heads(text: str, sign: str) -> list[str]:
    with suppress(csv.Error):
        return next((cells for cells in _reader(text, sign) if any(cells)), [])
    return []


def _reader(text: str, sign: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)


def records(text: str, sign: str) -> Iterator[Record]:
    """Yield the records of CSV that hold anything. Raises BadNames."""
    told = _TOLD.match(text)
    first = 2 if told else 1
    reader = csv.reader(
        io.StringIO(text[told.end() :] if told else text, newline=""), delimiter=sign, strict=True
    )
    start = first
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield start, cells
            start = first + reader.line_num
    except csv.Error as error:
        if "field limit" in str(error):
            most = f"{csv.field_size_limit():,}"
            what = f"has a cell of more than {most} characters"
            right = "a shorter one, with its quotes closed, is right"
            raise BadNames(f"{what}; {right}", line=start) from None
        raise BadNames(f"is not CSV: {error}; a quote that opens must close", line=start) from None


def lines(text: str) -> Iterator[Record]:
    """Yield the lines of a text that hold anything, each as one cell."""
    for number, line in enumerate(io.StringIO(text, newline=None), 1):
        if line.strip():
            yield number, [line.strip()]


def is_list(text: str, column: str) -> bool:
    """Return True if a text is one name a line: its first line has no column and no other sign."""
    first = next((cells[0] for _, cells in lines(text)), column)
    return not any(column in _heads(first, sign) for sign in DELIMITERS) and not re.search(
        r"[;\t]|^sep=.$", first
    )
