"""What a reader gives back: the entries of one official file, and what of the file is known."""

from __future__ import annotations

import re
from calendar import month_abbr
from collections.abc import Iterable
from dataclasses import dataclass, field

#: as a list writes a seat in China → code of the country; Hong Kong and Macau stand for themselves
_SEATS = (
    (re.compile(r"taiwan", re.I), "-"),
    (re.compile(r"hong\s*kong|\bHK\b", re.I), "HK"),
    (re.compile(r"maca[uo]\b|\bMO\b", re.I), "MO"),
    (re.compile(r"\bchin(?:a|ese|e)\b|\bCN\b|\bPRC\b", re.I), "CN"),
)
#: codes of mainland China, Hong Kong and Macau
CHINA = frozenset({"CN", "HK", "MO"})


class BadFile(Exception):
    """A file that is none of the official ones, or is not whole: one line that says what is right."""

    def __init__(self, file: str, wrong: str, right: str) -> None:
        super().__init__(f"{file}: {wrong}; {right} is right")


@dataclass(frozen=True)
class Entry:
    """One entry of an official list, as the file prints it.

    `list_id` is the id of the list in the table of lists, or what the file calls the programme where
    the table has none. `country` is ``CN``, ``HK``, ``MO``, ``-`` for a seat elsewhere, and empty
    where the file prints none. `readings` are longer readings of a name whose end a comma does not
    tell for certain, the longest first; `may_be_section` is true where a section seems to stand
    behind that comma. `day` is the day of the listing, empty if the file does not say.
    """

    list_id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str = ""
    citation: str = ""
    day: str = ""
    programme: str = ""
    ident: str = ""
    place: str = ""
    readings: tuple[str, ...] = ()
    may_be_section: bool = False


@dataclass(frozen=True)
class Notice:
    """A notice of an official journal that may change a list, to be read by a person."""

    list_id: str
    title: str
    citation: str
    day: str
    address: str


@dataclass(frozen=True)
class Copy:
    """One official file as read: the lists that it holds whole, its day, its entries and notices."""

    file: str
    shape: str
    whole: tuple[str, ...] = ()
    day: str = ""
    entries: tuple[Entry, ...] = ()
    notices: tuple[Notice, ...] = field(default=())


def seat(*written: str) -> str:
    """Return the code of the first seat in China among what was written; ``-`` for others, else ''."""
    said = [text for text in written if text.strip()]
    codes = [next((code for seen, code in _SEATS if seen.search(text)), "-") for text in said]
    return next((code for code in codes if code in CHINA), "-" if said else "")


def iso_day(written: str) -> str:
    """Return a day as YYYY-MM-DD: of 2021-06-03, 03/06/2021, 3-Jun-2021 or 03 Jun 2021; else ''.

    Days with strokes are European, day before month; so the files print them that have them.
    """
    text = written.strip()
    if found := re.match(r"(\d{4})-(\d{2})-(\d{2})", text):
        return found[0]
    if found := re.match(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    found = re.match(r"(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{4})", text)
    if not found or (short := found[2].capitalize()) not in month_abbr:
        return ""
    return f"{found[3]}-{[*month_abbr].index(short):02}-{int(found[1]):02}"


def plain(text: str) -> str:
    """Return a text with single blanks and nothing around it."""
    return " ".join(text.split())


def distinct(names: Iterable[str], but: str = "") -> tuple[str, ...]:
    """Return the names that are not empty, each once, without one of them."""
    return tuple(dict.fromkeys(n for name in names if (n := plain(name)) and n != but))
