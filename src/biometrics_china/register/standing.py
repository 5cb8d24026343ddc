"""What an answer says first of a body: how it stands on each official list, the heaviest first."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from biometrics_china import observing, provenance
from biometrics_china.capitals import lower_first
from biometrics_china.days import date_in_words
from biometrics_china.register.entities import entity_ids
from biometrics_china.register.lists import weight
from biometrics_china.register.words import Row, said

#: columns of `editions`
EDITION = [
    "id",
    "name",
    "authority",
    "country",
    "edition",
    "read_to",
    "changes",
    "address",
    "holds",
]
#: how it is said that a list was read with all bodies of China
WHOLE = "Every body of "
#: the year before the first volume of the Federal Register, and a citation of a page in it
FIRST_VOLUME, _VOLUME = 1935, re.compile(r"(\d+) FR \d")
#: what is done to a body when an entry ends
_ENDS = ("delisted",)
#: seats of the bodies that the lists of other states were read for
CHINESE = ("CN", "HK", "MO")
#: seats of the bodies that Chinese lists were read for
EUROPEAN = (
    "AD AL AT BA BE BG CH CY CZ DE DK EE ES EU FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT "
    "NL NO PL PT RO RS SE SI SK SM UA VA XK"
)
#: what a body on no list is told where lists of other states were not read for its seat
_NOT_READ = "Lists of other states were read for bodies of China only"


@dataclass(frozen=True)
class Standing:
    """How a body stands on one list.

    `is_on`: whether it is on it now; None if what became of it was not read. `start`: since when, by
    which notice, or in which edition, as ``since 3 May 2019``. `sentence` says it whole.
    """

    list_name: str
    is_on: bool | None
    start: str
    sentence: str


@observing.kept
def editions() -> list[dict[str, str]]:
    """Return the official lists as they were read, with the columns `EDITION`, as plain text."""
    rows = provenance.read_rows("lists").to_dict("records")
    return [{column: said(row, column) for column in EDITION} for row in rows]


@observing.kept
def standings() -> dict[str, tuple[Standing, ...]]:
    """Return entity id → how it stands on each list: those it is on, then former ones, by weight."""
    rows = provenance.read_rows("listings")
    rows = rows[rows["action"].isin(["listed", *_ENDS])].sort_values("date", kind="stable")
    bodies = rows.assign(body=rows["entity"].map(entity_ids)).explode("body")
    found: dict[str, list[Standing]] = {}
    for (body, name), entries in bodies.dropna(subset=["body"]).groupby(["body", "list_name"]):
        found.setdefault(str(body), []).append(_standing(str(name), entries))
    return {
        body: tuple(sorted(lists, key=lambda s: (not s.is_on, weight(s.list_name), s.list_name)))
        for body, lists in found.items()
    }


def sentences() -> dict[str, list[str]]:
    """Return entity id → one sentence for each list that the body is or was on, the heaviest first."""
    return {body: [s.sentence for s in lists] for body, lists in standings().items()}


def lists() -> dict[str, dict[str, bool | None]]:
    """Return entity id → list → `Standing.is_on`, in the order of `sentences`."""
    return {body: {s.list_name: s.is_on for s in known} for body, known in standings().items()}


def lists_now(entity_id: str) -> tuple[str, ...]:
    """Return the lists that a body is on by what was read, the heaviest first."""
    return tuple(s.list_name for s in standings().get(entity_id, ()) if s.is_on)


@observing.kept
def unlisted() -> dict[str, str]:
    """Return what is said of a body on no list, by the keys of `seat`."""
    foreign = [e for e in editions() if e["country"] not in CHINESE]
    own = [e for e in editions() if e["country"] in CHINESE]
    return {
        "chinese": _on_none("official lists read for this register", foreign),
        "european": f"{_on_none('Chinese lists read for bodies of Europe', own)}. {_NOT_READ}",
        "other": "On none of the lists read for this register, but none was read for its seat: "
        f"{lower_first(_NOT_READ)}, and Chinese lists for bodies of Europe",
    }


def seat(country: str) -> str:
    """Return the key of `unlisted` for the seat of a body: an ISO code, or empty if it is not known."""
    if country in (*CHINESE, ""):
        return "chinese"
    return "european" if country in EUROPEAN.split() else "other"


def _on_none(what: str, lists: list[dict[str, str]]) -> str:
    days = "the table of lists says up to which day each was read"
    text = f"On none of the {len(lists)} {what}; {days}"
    parts = [e["name"] for e in lists if not e["holds"].startswith(WHOLE)]
    return f"{text}. In part only were read: {'; '.join(parts)}" if parts else text


def _standing(name: str, entries: pd.DataFrame) -> Standing:
    """Return how a body stands on one list by its entries there, in order of their days."""
    first, last = entries.iloc[0].to_dict(), entries.iloc[-1].to_dict()
    cited = _cited(first)
    if last["action"] in _ENDS or said(last, "ended"):
        start, end = _start(first, "from"), date_in_words(said(last, "ended") or said(last, "date"))
        return Standing(name, False, start, f"Was on the {name} {start}{cited} to {end}")
    read_to = next((e["read_to"] for e in editions() if e["name"] == name), "")
    if not read_to:
        start = _start(first, "on")
        unread = "whether it is still there was not read"
        return Standing(name, None, start, f"Put on the {name} {start}{cited}; {unread}")
    start = _start(first, "since")
    return Standing(name, True, start, f"On the {name} {start}{cited}{_known(last, read_to)}")


def _known(last: Row, read_to: str) -> str:
    """Return up to when a body was found on a list; an edition that is the newest read says no more."""
    if said(last, "date_is") == "edition" and said(last, "date") == read_to:
        return "; newer editions were not read"
    return f", no removal read up to {date_in_words(read_to)}"


def _start(row: Row, word: str) -> str:
    """Return from when a body is on a list, by which notice, or in which edition it was read.

    The day on which a notice was printed may not be the first day of the entry.
    """
    if said(row, "date_is") == "edition":
        return f"in the edition of {date_in_words(said(row, 'date'))}"
    in_force, printed = said(row, "effective_date"), said(row, "published")
    if printed and not in_force:
        return f"by the notice printed on {date_in_words(printed)}"
    return f"{word} {date_in_words(in_force or said(row, 'date'))}"


def _cited(row: Row) -> str:
    """Return a space and the citation in brackets; a notice of a later year only confirms an entry."""
    citation, day = said(row, "citation"), said(row, "effective_date") or said(row, "date")
    if not citation:
        return ""
    volume = _VOLUME.match(citation)
    is_later = volume and day and int(volume[1]) + FIRST_VOLUME > int(day[:4])
    return f" (confirmed by {citation})" if is_later else f" ({citation})"
