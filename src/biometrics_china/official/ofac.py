"""The Treasury's lists as CSV without heads: ``cons_prim`` or ``sdn``, with names and addresses beside.

Each row of the main file has twelve cells (number, name, kind, programmes, …, remarks), of the names
five (number, number of the name, kind, name, remarks), of the addresses six (number, number of the
address, street, city, country, remarks). ``-0-`` stands for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from biometrics_china.official import delimited
from biometrics_china.official.entry import BadFile, Copy, Entry, distinct, iso_day, seat

#: main file → its other names, its addresses
FILES = {
    "cons_prim.csv": ("cons_alt.csv", "cons_add.csv"),
    "sdn.csv": ("alt.csv", "add.csv"),
}
#: programme → list that holds its entries whole
LISTS = {"CMIC-EO13959": "us-ns-cmic", "GLOMAG": "us-sdn"}
_WHOLE = {"cons_prim.csv": ("us-ns-cmic",), "sdn.csv": ("us-sdn",)}
_WIDTHS = (12, 5, 6)
_DATE = re.compile(r"Listing Date \([^)]*\):? (\d{1,2} \w{3} \d{4})")


def right(main: str) -> str:
    """Return what a set of these files is, for a line that says what is right."""
    return f"{main} of the Treasury with {' and '.join(FILES[main])} beside it"


def read(file: str, main: str, files: Mapping[str, bytes]) -> Copy:
    """Return the entries of a set of three files, by their names in small letters.

    Raises BadFile for a file that is not there, or is none of this shape.
    """
    found = []
    for name, width in zip((main, *FILES[main]), _WIDTHS, strict=True):
        if name not in files:
            raise BadFile(file, f"stands without {name}", right(main))
        said = delimited.text(name, files[name], right(main))
        cells = delimited.rows(name, said, width, right(main))
        found.append([(line, [_given(c) for c in row]) for line, row in cells])
    names = _gathered(found[1], 3)
    countries = _gathered(found[2], 4)
    entries = tuple(
        entry
        for line, row in found[0]
        if not row[2] and row[0].isdigit() and row[1]
        for entry in _entries(line, row, names.get(row[0], ()), countries.get(row[0], ()))
    )
    if not entries:
        raise BadFile(file, "has no entry of a body", right(main))
    return Copy(file, "Treasury", _WHOLE[main], "", entries)


def _given(cell: str) -> str:
    return "" if cell.strip() == "-0-" else cell.strip()


def _gathered(rows: list[tuple[int, list[str]]], column: int) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for _, row in rows:
        found.setdefault(row[0], []).append(row[column])
    return {number: distinct(cells) for number, cells in found.items()}


def _entries(
    line: int, row: list[str], names: tuple[str, ...], countries: tuple[str, ...]
) -> list[Entry]:
    """Return one entry for each programme under which a body is listed."""
    programmes = [p.strip(" []") for p in re.split(r"\]\s*\[", row[3])]
    listed = _DATE.search(row[11])
    return [
        Entry(
            LISTS.get(programme, f"{'SDN' if row[3] else ''} {programme}".strip()),
            row[1],
            distinct(names, row[1]),
            seat(*countries),
            day=iso_day(listed[1]) if listed else "",
            programme=programme,
            ident=f"OFAC {row[0]}",
            place=f"line {line}",
        )
        for programme in programmes
    ]
