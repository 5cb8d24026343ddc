"""The rows of the first sheet of an XLSX workbook (ISO/IEC 29500-1, parts of it read as a stream).

A workbook may come from anybody, so no part is read beyond a size, a document type (and with it any
entity) is refused, and so are cells far to the right.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO
from xml.etree import ElementTree

from biometrics_china.register.reading.bad import BadNames
from biometrics_china.register.reading.parting import Record

#: bytes of one part, unpacked
LARGEST = 200_000_000
MOST_COLUMNS = 1_000
#: rows of a sheet in Excel
MOST_ROWS = 1_048_576
#: elements within elements
DEEPEST = 100
_CHUNK = 1 << 16
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_NO_XLSX = "is no XLSX workbook that can be read"
_RIGHT = "save it as XLSX or CSV"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


class _Elements:
    """What a parser tells: each element at its end, with its attributes and the text within it."""

    def __init__(self, ended: Callable[[str, dict[str, str], str], None]) -> None:
        self.ended, self.open = ended, list[tuple[dict[str, str], list[str]]]()

    def start(self, _tag: str, attributes: dict[str, str]) -> None:
        self.open.append((attributes, []))
        if len(self.open) > DEEPEST:
            raise BadNames(f"{_NO_XLSX}: its parts are nested too deep; {_RIGHT}")

    def data(self, text: str) -> None:
        if self.open:
            self.open[-1][1].append(text)

    def end(self, tag: str) -> None:
        attributes, text = self.open.pop()
        self.ended(tag.rpartition("}")[2], attributes, "".join(text))

    def doctype(self, *_: object) -> None:
        raise BadNames(f"{_NO_XLSX}: it has a document type; {_RIGHT}")


def rows(content: bytes) -> tuple[list[Record], list[str]]:
    """Return the rows of the first sheet that hold anything, and the names of all sheets.

    Raises BadNames.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names, target = _sheets(parts)
            reading = _Rows(_strings(parts))
            _read(parts, target, reading.ended)
            return reading.found, names
    except _BROKEN as error:
        raise BadNames(f"{_NO_XLSX}: {error}; {_RIGHT}") from None
    except (KeyError, IndexError, ValueError) as error:
        if isinstance(error, BadNames):
            raise
        raise BadNames(f"{_NO_XLSX}: a part of it is missing or damaged; {_RIGHT}") from None
    except ElementTree.ParseError as error:
        raise BadNames(f"{_NO_XLSX}: {error}; {_RIGHT}") from None


def _read(
    parts: zipfile.ZipFile, name: str, ended: Callable[[str, dict[str, str], str], None]
) -> None:
    """Tell of each element of a part. Raises BadNames for one that is too large."""
    if (size := parts.getinfo(name).file_size) > LARGEST:
        raise BadNames(f"its part {name} has {size:,} bytes; at most {LARGEST:,} are right")
    parser = ElementTree.XMLParser(target=_Elements(ended))
    with parts.open(name) as part:
        for chunk in _chunks(part):
            parser.feed(chunk)
    parser.close()


def _chunks(part: IO[bytes]) -> Iterator[bytes]:
    while chunk := part.read(_CHUNK):
        yield chunk


def _sheets(parts: zipfile.ZipFile) -> tuple[list[str], str]:
    """Return the names of all sheets and the part that holds the first."""
    sheets: list[dict[str, str]] = []
    targets: dict[str, str] = {}

    def sheet(tag: str, has: dict[str, str], _text: str) -> None:
        if tag == "sheet":
            sheets.append({key.rpartition("}")[2]: value for key, value in has.items()})

    def relation(tag: str, has: dict[str, str], _text: str) -> None:
        if tag == "Relationship":
            targets[has["Id"]] = has["Target"]

    _read(parts, "xl/workbook.xml", sheet)
    _read(parts, "xl/_rels/workbook.xml.rels", relation)
    target = posixpath.normpath(posixpath.join("/xl", targets[sheets[0]["id"]])).lstrip("/")
    return [sheet["name"] for sheet in sheets], target


class _Strings:
    """The shared texts, as their part is read; how Chinese ones sound (`rPh`) is left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.runs: list[str] = []

    def ended(self, tag: str, _has: dict[str, str], text: str) -> None:
        if tag == "t":
            self.runs.append(text)
        elif tag == "rPh":
            self.runs.pop()
        elif tag == "si":
            self.found.append("".join(self.runs))
            self.runs.clear()
            _limited(len(self.found))


def _strings(parts: zipfile.ZipFile) -> list[str]:
    reading, name = _Strings(), "xl/sharedStrings.xml"
    if name in parts.namelist():
        _read(parts, name, reading.ended)
    return reading.found


class _Rows:
    """The rows of a sheet that hold anything, as it is read."""

    def __init__(self, strings: list[str]) -> None:
        self.strings, self.line = strings, 0
        self.found: list[Record] = []
        self.cells: dict[int, str] = {}
        self.texts: list[str] = []

    def ended(self, tag: str, has: dict[str, str], text: str) -> None:
        if tag in ("v", "t"):
            self.texts.append(text)
        elif tag == "rPh":
            self.texts.pop()
        elif tag == "c":
            self._cell(has)
        elif tag == "row":
            self._row(has)

    def _cell(self, has: dict[str, str]) -> None:
        text, kind = "".join(self.texts), has.get("t", "n")
        self.texts.clear()
        if kind == "s" and text:
            text = self.strings[int(text)]
        self.cells[_column(has.get("r", ""), len(self.cells))] = _ESCAPED.sub(
            lambda m: chr(int(m[1], 16)), text
        )

    def _row(self, has: dict[str, str]) -> None:
        self.line = int(has.get("r", self.line + 1))
        if any(cell.strip() for cell in self.cells.values()):
            cells = [self.cells.get(place, "") for place in range(max(self.cells) + 1)]
            self.found.append((self.line, cells))
            _limited(len(self.found))
        self.cells.clear()


def _column(reference: str, after: int) -> int:
    """Return the place of a cell such as ``B7``, from 0; one without reference follows the last."""
    letters = reference.rstrip("0123456789")
    place = after
    if letters:
        place = 0
        for letter in letters.upper():
            place = place * 26 + ord(letter) - 64
        place -= 1
    if not 0 <= place < MOST_COLUMNS:
        raise BadNames(f"has a cell {reference}; at most {MOST_COLUMNS:,} columns are right")
    return place


def _limited(count: int) -> None:
    """Raise BadNames for more rows or texts than a sheet can hold."""
    if count > MOST_ROWS:
        raise BadNames(f"has more than {MOST_ROWS:,} rows or texts; split it")
