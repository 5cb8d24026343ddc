"""Names read from a file: CSV, TSV, one name a line, or the first sheet of an XLSX workbook.

`decoding` finds the encoding, `parting` the records, `workbook` reads XLSX, `bad` says what is wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from biometrics_china.register.reading import decoding, parting, workbook
from biometrics_china.register.reading.bad import LONGEST, BadNames, in_one_line, is_empty, wrong
from biometrics_china.register.reading.parting import Record

__all__ = ["ENDINGS", "LONGEST", "BadNames", "Names", "is_file", "read_name", "read_names"]

#: how the name of a file of names ends
ENDINGS = (".csv", ".tsv", ".txt", ".xlsx")
#: what stands for standard input
STANDARD_INPUT = Path("-")
#: bytes of a file of names
LARGEST = 100_000_000
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SIGNS = {";": "a semicolon", "\t": "a tab"}
#: what to do where a text, or a sheet, has no column of the name that was asked for
_END_IN_TXT = "let the file end in .txt if it is one name a line"
_SAY_COLUMN = "say --column and one of them"


@dataclass(frozen=True)
class Names:
    """Line and text of each name, and what a reader should know of how they were read."""

    found: list[tuple[int, str]]
    notes: list[str]


def is_file(words: list[str]) -> bool:
    """Return True if what somebody typed is one word that ends as files of names do."""
    return len(words) == 1 and words[0].lower().endswith(ENDINGS)


def read_name(words: list[str]) -> str:
    """Return the name that somebody typed in words. Raises BadNames if it is none."""
    name = " ".join(words).strip()
    if why := wrong(name):
        raise BadNames(f"the name {why}")
    return name


def read_names(path: Path, column: str = "name", encoding: str = "") -> Names:
    """Return the names in a column of a file, or of standard input for the path ``-``.

    Empty cells are passed over and counted.

    The first record has the heads; a text file (``.txt``) without a head `column` is one name a line.
    Raises BadNames, with the file, if anything could be read in two ways or not at all.
    """
    try:
        content = _content(path)
        if content.startswith(_ZIP):
            return _of_workbook(content, column)
        may_be_list = path.suffix.lower() == ".txt" or path == STANDARD_INPUT
        return _of_text(content, column, encoding, may_be_list=may_be_list)
    except BadNames as error:
        error.file = "standard input" if path == STANDARD_INPUT else str(path)
        raise


def _content(path: Path) -> bytes:
    try:
        if path == STANDARD_INPUT:
            content = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with path.open("rb") as file:
                content = file.read(LARGEST + 1)
    except OSError as error:
        raise BadNames(f"{error.strerror}; a file of names is right") from None
    if len(content) > LARGEST:
        raise BadNames(f"has more than {LARGEST:,} bytes; split it")
    if content.startswith(_OLE):
        raise BadNames("is an Excel file of the old kind or one with a password; save it as XLSX")
    return content


def _of_workbook(content: bytes, column: str) -> Names:
    records, sheets = workbook.rows(content)
    notes = [f"sheet {sheets[0]!r} of {len(sheets)} was read"] if len(sheets) > 1 else []
    return _names(records, column, notes, advice=_SAY_COLUMN)


def _of_text(content: bytes, column: str, encoding: str, *, may_be_list: bool) -> Names:
    text, called = decoding.decoded(content, encoding)
    if may_be_list and parting.is_list(text, column):
        names = _names([(0, [column]), *parting.lines(text)], column, [])
    else:
        sign = parting.delimiter(text, column)
        notes = [f"{_SIGNS.get(sign, repr(sign))} parts its cells"] if sign != "," else []
        records = list(parting.records(text, sign))
        names = _names(_whole_rows(records, sign, notes), column, notes)
    if called:
        sample = next((name for _, name in names.found if not name.isascii()), "")
        names.notes.insert(0, f"read as {called}" + (f", as in {sample!r}" if sample else ""))
    return names


def _whole_rows(records: list[Record], sign: str, notes: list[str]) -> Iterator[Record]:
    """Yield the records, none with more cells than heads. Raises BadNames.

    Below one head alone, a delimiter parts nothing, so what stands in the line is one name: most names
    of firms have a comma ("Co., Ltd.") and few lists quote them.
    """
    heads = len(records[0][1]) if records else 0
    joined = []
    for line, cells in records:
        filled = max((n for n, cell in enumerate(cells, 1) if cell.strip()), default=0)
        if filled > heads > 1:
            right = f"put a cell that holds {sign!r} in quotes"
            raise BadNames(f"has {filled} cells under {heads} heads; {right}", line=line)
        if filled > heads:
            joined.append(line)
            cells = [sign.join(cells[:filled])]
        yield line, cells
    if joined:
        notes.append(_counted(joined, "name", f"with {sign!r} outside quotes read whole"))


def _names(
    records: Iterator[Record] | list[Record],
    column: str,
    notes: list[str],
    *,
    advice: str = _END_IN_TXT,
) -> Names:
    every = iter(records)
    line, heads = next(every, (1, []))
    place = _place(heads, column, line, advice)
    found, empty, folded = [], [], []
    for line, cells in every:
        cell = cells[place].strip() if place < len(cells) else ""
        name = in_one_line(cell)
        if is_empty(name):
            empty.append(line)
        elif why := wrong(name):
            raise BadNames(why, line=line, field=column)
        else:
            found.append((line, name))
            folded += [line] * (name != cell)
    if empty:
        notes.append(_counted(empty, "cell", "without a name passed over"))
    if folded:
        notes.append(_counted(folded, "name", "on several lines of a cell, read on one line"))
    return Names(found, notes)


def _place(heads: list[str], column: str, line: int, advice: str) -> int:
    """Return which cell of a row has the name; `advice` is for none. Raises BadNames."""
    if heads.count(column) == 1:
        return heads.index(column)
    fault = f"column {column!r} stands twice" if column in heads else f"no column {column!r}"
    known = ", ".join(map(repr, heads[:50])) or "none"
    alike = [head for head in heads if _bare(head) == _bare(column) and head != column]
    hint = f"; is {alike[0]!r} meant? say --column" if alike else ""
    if not alike and heads and (len(heads) == 1 or advice == _SAY_COLUMN):
        hint = f"; {advice}"
    raise BadNames(f"{fault}; its columns are {known}{hint}", line=line)


def _bare(head: str) -> str:
    return "".join(head.split()).casefold()


def _counted(lines: list[int], what: str, happened: str) -> str:
    """Return to how many of something what happened, and on which lines the first few stand."""
    few = ", ".join(map(str, lines[:5])) + (", …" if len(lines) > 5 else "")
    plural = "s" * (len(lines) > 1)
    return f"{len(lines):,} {what}{plural} {happened} (line{plural} {few})"
