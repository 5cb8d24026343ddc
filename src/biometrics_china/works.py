"""Works and the copies they were read in: how the book names a work, and where its original is.

A citation names the work as its field does, never the page on which a copy of it was read. The
copies are the rows of the table `sources`; how each stands to its work is said there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from string import ascii_lowercase
from typing import Any
from urllib.parse import quote

from biometrics_china import observing, provenance, tables
from biometrics_china.days import date_in_words

Row = dict[Hashable, Any]

#: kinds of work that have articles
_HAS_ARTICLES = {"legislation", "regulation", "bill", "treaty", "standard", "document"}
#: kinds that are cited by the day on which they came out, under the name of who put them out
_BY_THE_DAY = {"press_release", "speech", "post", "broadcast", "webpage"}
#: a place in a law as a locator of the data or a citation of a chapter writes it
_ARTICLE = re.compile(
    r"(?P<what>[Aa]rt(?:icle|\.)|[Aa]rt(?:icle)?s\.?|[Rr]ecitals?|[Ss]ections?|[Aa]nnex)"
    r" (?P<which>[\dIVX][\w().-]*(?:(?:,| and| to|-) ?\d[\w().]*)*)"
)
_SHORTENED = {"article": "art.", "art.": "art.", "articles": "arts", "arts.": "arts"}
#: marks of a citation: what the reader is told of the page that was read
MARKS = {"original": "", "report_about": "report"}

#: how an address follows from a number, by the system of the number
_ADDRESS: dict[str, Callable[[str], str]] = {
    "celex": "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:{}".format,
    "ecli": "https://e-justice.europa.eu/ecli/{}".format,
    "doi": "https://doi.org/{}".format,
    "fr": lambda number: "https://www.federalregister.gov/citation/" + number.replace(" ", "-"),
    "fr_document": "https://www.federalregister.gov/d/{}".format,
}


@observing.kept
def all_works() -> dict[str, Row]:
    """Return each work by its id: the row of the table, a missing value as an empty text."""
    frame = tables.load("works")
    rows = frame.astype(object).where(frame.notna(), "").to_dict("records")
    return {str(row["id"]): row for row in rows}


@observing.kept
def copies() -> dict[str, tuple[str, ...]]:
    """Return for each work the ids of its copies, originals first, in the order of the table."""
    found: dict[str, list[str]] = {}
    frame = tables.load("sources")
    order = list(tables.vocabulary("standing"))
    for row in sorted(frame.to_dict("records"), key=lambda r: order.index(str(r["standing"]))):
        found.setdefault(str(row["work_id"]), []).append(str(row["id"]))
    return {work: tuple(ids) for work, ids in found.items()}


def of_source(source_id: str) -> str:
    """Return the work that a source is or carries. Raises KeyError for an unknown id."""
    return str(provenance.source(source_id)["work_id"])


def name(work_id: str) -> str:
    """Return the work as running text names it. Raises KeyError for an unknown id."""
    return _names()[work_id]


def cited(source_id: str, place: str = "") -> str:
    """Return a work as it is cited, with the article where `place` names one of a law.

    `place` is a locator of the data, such as ``art. 33``, or what a chapter writes after a bar.
    """
    work = of_source(source_id)
    articles = articles_in(place) if all_works()[work]["kind"] in _HAS_ARTICLES else ""
    return ", ".join(part for part in (name(work), articles) if part)


def mark(source_id: str) -> str:
    """Return ``copy`` or ``report`` where the work was read on another page than its own, or ''."""
    return MARKS.get(str(provenance.source(source_id)["standing"]), "copy")


def articles_in(place: str) -> str:
    """Return the articles if that is all a place names ("art. 5, art. 113(a)"), or an empty text."""
    found = [_ARTICLE.fullmatch(part.strip()) for part in place.split(";")]
    if not all(found):
        return ""
    return ", ".join(f"{_what(m['what'])} {m['which']}" for m in found if m)


def _what(word: str) -> str:
    return _SHORTENED.get(word.lower(), word.lower())


def address(work_id: str) -> str:
    """Return the address of the original: by rule from its number, else as it was read, or ''."""
    work = all_works()[work_id]
    rule = _ADDRESS.get(str(work["number_kind"]))
    return rule(quote(str(work["number"]), safe="/:;().-_ ")) if rule else str(work["url"])


@observing.kept
def _names() -> dict[str, str]:
    """Return the name of each work; those that would be the same are told apart by letters."""
    bearers: dict[str, list[str]] = {}
    for work_id, work in all_works().items():
        bearers.setdefault(_base(work), []).append(work_id)
    names: dict[str, str] = {}
    for base, ids in bearers.items():
        ids.sort(key=lambda i: (str(all_works()[i]["issued"]), i))
        names |= {i: _told_apart(base, n) if len(ids) > 1 else base for n, i in enumerate(ids)}
    return {work_id: names[work_id] for work_id in all_works()}


def _told_apart(base: str, place: int) -> str:
    letters, first = len(ascii_lowercase), place // len(ascii_lowercase)
    suffix = (ascii_lowercase[first - 1] if first else "") + ascii_lowercase[place % letters]
    return base + suffix if base[-1].isdigit() else f"{base} ({suffix})"


def _base(work: Row) -> str:
    day, year = str(work["issued"]), str(work["issued"])[:4]
    if work["short"]:
        return str(work["short"])
    if work["number_kind"] == "standard":
        return str(work["number"])
    if work["authors"]:
        return f"{_people(work['authors'])} {year or 'n.d.'}"
    if work["container"]:
        return f"{work['container']}, {date_in_words(day) if day else 'n.d.'}"
    if work["kind"] in _BY_THE_DAY and day:
        return f"{work['issuer']}, {date_in_words(day)}"
    return f"{work['issuer']} {year}" if year else f"{work['issuer']}, n.d."


def _people(authors: tuple[str, ...]) -> str:
    families = [author.split(",")[0] for author in authors]
    return f"{families[0]} et al." if len(families) > 2 else " and ".join(families)
