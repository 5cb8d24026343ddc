"""How the book and its parts are cited: in words, as BibTeX, RIS and CSL-JSON, and where they stay.

A lasting address is that of the page below the folder of its version. While the site has no address
it is the way from the top of the site, which together with the version finds the same again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pybtex.database import BibliographyData, Entry, Person

from biometrics_china.metadata import Author, Metadata, known, load

KEY = "biometrics-china"


def authors(facts: Metadata | None = None) -> str:
    """Return the authors as they are cited."""
    return "; ".join(author.cited for author in (facts or load()).authors)


def of_book() -> str:
    """Return the citation of this version of the book."""
    facts = load()
    return " ".join([_version(facts), *_identifiers(facts)])


def of_part(part: str, path: str) -> str:
    """Return the citation of a page, figure or table, which stands at `path` within the site."""
    facts = load()
    return f"{_version(facts)} {part}. {lasting_address(path, facts)}"


def _version(facts: Metadata) -> str:
    return f"{authors(facts)} ({facts.year}). {facts.title}. {edition(facts)}."


def _identifiers(facts: Metadata) -> list[str]:
    """Return the lasting address of the book: that of its DOI, else that of the site, else none."""
    if facts.doi:
        return [f"https://doi.org/{facts.doi}"]
    return [lasting_address("", facts)] if facts.address else []


def lasting_address(path: str, facts: Metadata | None = None) -> str:
    """Return where this version of a page (and place on it) stays.

    ``v/<version>/`` holds each released version; a version in preparation has no such folder.
    """
    facts = facts or load()
    if not facts.address:
        return path
    folder = f"v/{facts.version}/" if facts.is_released else ""
    return f"{facts.address}{folder}{path}"


def edition(facts: Metadata) -> str:
    """Return the version as the edition that it is, in the words that every style prints."""
    return f"Version {facts.printed_version}"


def downloads() -> dict[str, bytes]:
    """Return the citation of the book in each format: path within the site → bytes."""
    made = {"book.bib": bibtex(), "book.ris": ris(), "book.json": csl_json()}
    return {f"cite/{name}": text.encode() for name, text in made.items()}


def bibtex(facts: Metadata | None = None) -> str:
    """Return the book as a BibTeX entry. It has no publisher, so it is no ``@book`` there."""
    facts = facts or load()
    fields = {
        "title": f"{{{facts.title}}}",  # the braces keep capitals
        "year": facts.year,
        "note": edition(facts),  # BibLaTeX would print a `version` a second time
        "date": facts.date,
        "doi": facts.doi,
        "url": lasting_address("", facts),
        "keywords": ", ".join(facts.keywords),
        "abstract": facts.abstract,
    }
    people = [_person(author) for author in facts.authors]
    entry = Entry("misc", fields=known(fields), persons={"author": people})
    return str(BibliographyData({KEY: entry}).to_string("bibtex"))


def _person(author: Author) -> Person:
    """Return an author for BibTeX; a group stands in braces, so that it is not taken apart."""
    if author.name:
        return Person(last=f"{{{author.name}}}")
    return Person(first=author.given, last=author.family)


def ris(facts: Metadata | None = None) -> str:
    """Return the book as a record of RIS."""
    facts = facts or load()
    lines = [
        ("TY", "EBOOK"),
        ("TI", facts.title),
        *(("AU", author.cited) for author in facts.authors),
        ("PY", facts.year),
        ("DA", facts.date.replace("-", "/")),
        ("ET", edition(facts)),
        ("LA", facts.language),
        ("DO", facts.doi),
        ("UR", lasting_address("", facts)),
        ("AB", facts.abstract),
        *(("KW", word) for word in facts.keywords),
    ]
    return ris_record(lines)


def ris_record(lines: Iterable[tuple[str, object]]) -> str:
    """Return a record of RIS from tags and values; lines end in CR LF, as the format wants."""
    written = [f"{tag}  - {value}" for tag, value in lines if value]
    return "".join(f"{line}\r\n" for line in [*written, "ER  - "])


def csl_json(facts: Metadata | None = None) -> str:
    """Return the book as CSL-JSON: a list with one item.

    A book with a `version` is software to Zotero and citation.js, so the version is its edition.
    """
    facts = facts or load()
    fields = {
        "id": KEY,
        "type": "book",
        "title": facts.title,
        "title-short": facts.short_title,
        "author": [_csl_author(author) for author in facts.authors],
        "issued": csl_date(facts.date),
        "edition": edition(facts),
        "status": "" if facts.is_released else "in preparation",
        "language": facts.language,
        "DOI": facts.doi,
        "URL": lasting_address("", facts),
        "keyword": ", ".join(facts.keywords),
        "abstract": facts.abstract,
    }
    return json.dumps([known(fields)], ensure_ascii=False, indent=2) + "\n"


def csl_date(day: str) -> dict[str, Any]:
    """Return a partial date as CSL-JSON writes it; nothing for none."""
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else {}


def _csl_author(author: Author) -> dict[str, str]:
    if author.name:
        return {"literal": author.name}
    return {"family": author.family, "given": author.given}
