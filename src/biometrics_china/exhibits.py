"""Exhibits: the figures and tables of the book, each with a lasting id and a contract.

An exhibit joins a tidy frame (from `analysis`), a drawing function (from `figures`; none for a
table), a title, a caption that says what to conclude and what not, and an alternative text that says
what is to be seen. Captions and alternative texts are templates over the numbers of their subject,
so they hold no typed numbers. A missing or empty part raises when the exhibit is declared.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china import numbers as numbers_module
from biometrics_china.numbers import Numbers

#: subjects in the order of the book; the place in this list is the chapter's number
SUBJECTS: tuple[str, ...] = (
    "regulation",
    "police_powers",
    "trafficking",
    "target_populations",
    "western_china",
    "dna_databases",
    "public_opinion",
    "europe_technology",
    "europe_research",
    "europe_policing",
    "europe_measures",
    "partner_register",
    "methods",
)

_ID = re.compile(r"(fig|tab)-[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Exhibit:
    """One figure or table of the book.

    `frame` returns the tidy frame that is shown and shipped as CSV; `draw` turns it into a figure
    (None for a table); `tables` names the tables of the codebook behind the frame; `interval` says
    which kind of uncertainty is shown, or that none is; `wide` lets a figure scroll on a phone
    instead of shrinking; `columns` gives the printed heads of a table.
    """

    id: str
    title: str
    frame: Callable[[], pd.DataFrame]
    caption: str
    tables: tuple[str, ...]
    interval: str
    alt: str = ""
    draw: Callable[[pd.DataFrame], Figure] | None = None
    wide: bool = False
    columns: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise ValueError if a part of the contract is missing."""
        wanted = [
            "title",
            "caption",
            "tables",
            "interval",
            *(["alt"] if self.draw else ["columns"]),
        ]
        missing = [part for part in wanted if not getattr(self, part)]
        if missing or not _ID.fullmatch(self.id):
            raise ValueError(f"exhibit {self.id!r} lacks {', '.join(missing) or 'a proper id'}")
        if self.id.startswith("fig-") != (self.draw is not None):
            raise ValueError(f"exhibit {self.id!r}: fig- ids are drawn, tab- ids are not")

    @property
    def kind(self) -> str:
        """Return ``Figure`` or ``Table``."""
        return "Figure" if self.draw else "Table"

    def function(self) -> Callable[..., object]:
        """Return the function that makes what is seen: the drawing, or the frame of a table."""
        return self.draw or self.frame


@cache
def of_subject(subject: str) -> tuple[Exhibit, ...]:
    """Return the exhibits of one subject in the order of its chapter.

    Raises ValueError for an id that does not begin with the subject: `get` finds the one by the
    other, so that a chapter imports its own subject and no other.
    """
    module = import_module(f"biometrics_china.figures.{subject}")
    for exhibit in module.EXHIBITS:
        if _subject_of(exhibit.id) != subject:
            raise ValueError(f"exhibit id {exhibit.id} does not name its subject, {subject}")
    return tuple(module.EXHIBITS)


#: numbers that were computed in another process and handed over, by subject
_handed_over: dict[str, Numbers] = {}


def hand_over(found: Numbers) -> None:
    """Let `numbers_of` return these numbers from now on, in place of computing them."""
    _handed_over[found.subject] = found
    numbers_of.cache_clear()


@cache
def numbers_of(subject: str) -> Numbers:
    """Return the computed numbers of one subject."""
    if subject in _handed_over:
        return _handed_over[subject]
    module = import_module(f"biometrics_china.analysis.{subject}")
    result = module.numbers()
    assert isinstance(result, Numbers)
    return result


@cache
def labelled(subject: str) -> dict[str, tuple[str, str, Exhibit]]:
    """Return id → (subject, label such as ``Figure 1.2``, exhibit) for one subject.

    Raises ValueError if an id is used twice.
    """
    found: dict[str, tuple[str, str, Exhibit]] = {}
    counters = {"Figure": 0, "Table": 0}
    chapter = SUBJECTS.index(subject) + 1
    for exhibit in of_subject(subject):
        if exhibit.id in found:
            raise ValueError(f"exhibit id {exhibit.id} is used twice")
        counters[exhibit.kind] += 1
        label = f"{exhibit.kind} {chapter}.{counters[exhibit.kind]}"
        found[exhibit.id] = (subject, label, exhibit)
    return found


def catalogue() -> dict[str, tuple[str, str, Exhibit]]:
    """Return id → (subject, label, exhibit) for the whole book; imports every subject."""
    return {key: entry for subject in SUBJECTS for key, entry in labelled(subject).items()}


def _subject_of(exhibit_id: str) -> str:
    """Return the subject that an id names after its kind; empty if it names none."""
    named = exhibit_id[4:].replace("-", "_") + "_"
    return max((s for s in SUBJECTS if named.startswith(f"{s}_")), key=len, default="")


def get(exhibit_id: str) -> tuple[str, str, Exhibit]:
    """Return (subject, label, exhibit). Raises KeyError that lists the known ids."""
    subject = _subject_of(exhibit_id)
    try:
        return labelled(subject)[exhibit_id] if subject else catalogue()[exhibit_id]
    except KeyError:
        known = ", ".join(sorted(catalogue()))
        raise KeyError(f"no exhibit {exhibit_id!r}; there are {known}") from None


def caption(exhibit_id: str) -> str:
    """Return the caption with its computed numbers filled in."""
    subject, _, exhibit = get(exhibit_id)
    return numbers_module.fill(exhibit.caption, numbers_of(subject).texts())


def alt_text(exhibit_id: str) -> str:
    """Return the alternative text with its computed numbers filled in."""
    subject, _, exhibit = get(exhibit_id)
    return numbers_module.fill(exhibit.alt, numbers_of(subject).texts())
