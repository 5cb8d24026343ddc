"""The UK Sanctions List as CSV: a row for each name and address of a designation, by its unique ID."""

from __future__ import annotations

import re

from biometrics_china.official import delimited
from biometrics_china.official.entry import Copy, Entry, distinct, iso_day, plain, seat
from biometrics_china.register.names import key

RIGHT = "the UK Sanctions List as CSV, with a row of heads from 'Unique ID' on"
_NEEDED = ("Unique ID", "Name 6", "Name type", "Regime Name", "Address Country", "Date Designated")
#: what a kind is called in the present and in the former edition of the file
_KINDS = ("Designation Type", "Individual, Entity, Ship")
_PARTS = [f"Name {n}" for n in range(1, 7)]


def read(file: str, said: str, laws: dict[str, str]) -> Copy:
    """Return the designations of bodies; `laws` is the key of a law → list that rests on it.

    Raises BadFile.
    """
    grouped: dict[str, list[tuple[int, dict[str, str]]]] = {}
    for line, row in delimited.table(file, said, "Unique ID", _NEEDED, RIGHT):
        kind = next((row[k] for k in _KINDS if k in row), "Entity")
        if row["Unique ID"] and kind.lower() == "entity":
            grouped.setdefault(row["Unique ID"], []).append((line, row))
    entries = tuple(_entry(ident, rows, laws) for ident, rows in grouped.items())
    day = re.match(r"Report Date:\s*([\w-]+)", said)
    whole = tuple(dict.fromkeys(laws.values()))
    return Copy(file, "UK", whole, iso_day(day[1]) if day else "", entries)


def _entry(ident: str, rows: list[tuple[int, dict[str, str]]], laws: dict[str, str]) -> Entry:
    names = [(_name(row), row["Name type"].lower()) for _, row in rows]
    first = next((n for n, kind in names if kind == "primary name"), names[0][0])
    native = [row.get("Name non-latin script", "") for _, row in rows]
    regime = rows[0][1]["Regime Name"]
    return Entry(
        laws.get(law_key(regime), f"UK {regime}"),
        first,
        distinct([*(n for n, _ in names), *native], first),
        seat(*(row["Address Country"] for _, row in rows)),
        citation=f"UK Sanctions List, {ident}; {regime}",
        day=iso_day(rows[0][1]["Date Designated"]),
        programme=regime,
        ident=ident,
        place=f"line {rows[0][0]}",
    )


def _name(row: dict[str, str]) -> str:
    return plain(" ".join(row.get(part, "") for part in _PARTS))


def law_key(law: str) -> str:
    """Return a law as it is compared: without the article, the year and the words all of them have."""
    bare = re.sub(r"\(.*?\)|\bthe\b|\bregulations?\b|\bsanctions\b|\b\d{4}\b", " ", law.lower())
    return key(bare)
