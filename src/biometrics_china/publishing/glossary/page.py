"""The page of the glossary, its entries as a script that shows them in place, and where terms stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

from biometrics_china import exhibits, tables, titles
from biometrics_china.publishing import mentions
from biometrics_china.publishing.glossary import entries, laws
from biometrics_china.publishing.glossary.entries import Term
from biometrics_china.publishing.markup import definitions, link, tag, text

_ID = re.compile(r'<span id="use-([a-z0-9-]+)">')
_EMPTY = re.compile(r'<span data-uses="([a-z0-9-]+)"></span>')
_NOWHERE = "no chapter’s running text, as it is written now"

#: term → chapters that explain it, in the order of the book
Uses = Mapping[str, list[str]]


def glossary_html(root: str) -> str:
    """Return all terms by letter, each with its meaning, its sources and room for its uses."""
    lettered = [
        (letter, list(found))
        for letter, found in groupby(entries.terms().values(), key=lambda t: t.term[0].upper())
    ]
    letters = " ".join(link(f"#{entries.anchor(found[0].id)}", text(at)) for at, found in lettered)
    ways = tag("nav", letters, aria_label="First letters", class_="letters")
    return ways + "".join(_entry(term, root) for _, found in lettered for term in found)


def _entry(term: Term, root: str) -> str:
    chinese = entries.chinese_html(term)
    place = term.chinese_locator
    written = mentions.source_link(term.chinese_source_id, root) if term.chinese_source_id else ""
    is_same = (term.chinese_source_id, place) == (term.source_id, term.locator)
    pairs = [
        ("Kind", text(kind(term))),
        ("Also", text("; ".join(term.also))),
        ("In the table of laws", laws.law_link(term.instrument_id, root)),
        ("Source", f"{mentions.source_link(term.source_id, root)}, {text(term.locator)}"),
        ("Chinese in", "" if is_same or not written else f"{written}, {text(place)}"),
        ("Explained in", tag("span", data_uses=term.id)),
    ]
    said_in = tag("span", " ", chinese) if chinese else ""
    # the heading has the anchor, so that the search finds each term, and no section begins here,
    # or the contents of the PDF would list them all
    head = tag("h2", text(term.term), said_in, id=entries.anchor(term.id))
    said = tag("p", text(term.meaning))
    return tag("div", head, said, definitions(pairs), class_="record term-entry")


def kind(term: Term) -> str:
    """Return the kind of a term in words."""
    return str(tables.vocabulary("term_kind")[term.kind])


def script() -> bytes:
    """Return the script that holds what is shown in place; a page loads it when it is asked for."""
    held = {entries.anchor(term.id): _note(term) for term in entries.terms().values()}
    data = json.dumps(held, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f"bookTerms({data});\n".encode()


def _note(term: Term) -> str:
    chinese = entries.chinese_html(term)
    head = tag("strong", text(term.term)) + (f" {chinese}" if chinese else "")
    return tag("p", head, f" · {text(kind(term))}") + tag("p", text(term.meaning))


def uses_in(out: Path) -> dict[str, list[str]]:
    """Return term → the chapters that explain it, read back from the written pages."""
    found: dict[str, list[str]] = {}
    for subject in exhibits.SUBJECTS:
        path = out / f"chapters/{subject}.html"
        for term_id in _ID.findall(path.read_text(encoding="utf-8") if path.is_file() else ""):
            found.setdefault(term_id, []).append(subject)
    return found


def with_uses(html: str, uses: Uses, root: str) -> str:
    """Return the page of the glossary with links to the chapters that explain each term."""
    return _EMPTY.sub(lambda room: _linked(room[1], uses.get(room[1], []), root), html)


def _linked(term_id: str, subjects: Iterable[str], root: str) -> str:
    names = titles.every()
    links = [
        link(f"{root}chapters/{subject}.html#{entries.use_anchor(term_id)}", text(names[subject]))
        for subject in subjects
    ]
    return "; ".join(links) or _NOWHERE
