"""The Federal Register: what its interface says of notices (JSON), and their full text (XML).

A full text names bodies in tables with a column "Entity" or "Name", in flush paragraphs (``FP``), or
in a paragraph of its own before one that begins with a bullet. Under a heading or sentence that speaks
of removal, the bodies named are those that leave the list.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from biometrics_china.official import ecfr
from biometrics_china.official.entry import BadFile, Copy, Entry, Notice, iso_day
from biometrics_china.official.markup import lines, rows, text

RIGHT = "JSON of federalregister.gov on one or more documents, or the full text of a notice as XML"
#: what a title says → list, the first that fits
_LISTS = (
    (re.compile(r"uyghur forced labor", re.I), "us-uflpa"),
    (re.compile(r"chinese military compan|1260H", re.I), "us-1260h"),
    (re.compile(r"military.end.user.{0,4} list|MEU list", re.I), "us-meu"),
    (re.compile(r"entity list", re.I), "us-entity-list"),
    (re.compile(r"covered list", re.I), "us-fcc"),
)
#: lists of Chinese bodies alone
_OF_CHINA = ("us-uflpa", "us-1260h")
_ROOTS = ("NOTICE", "RULE", "PRORULE", "PRESDOCU")
_REMOVAL = re.compile(r"\bremov(?:al|als|ed|es|ing)\b", re.I)
#: programme of an entry that a notice takes off the list
REMOVED = "removed"


def list_of(title: str) -> str:
    """Return the list that a title speaks of, or an empty text."""
    return next((list_id for seen, list_id in _LISTS if seen.search(title)), "")


def read_json(file: str, said: str) -> Copy:
    """Return the notices on the lists. Raises BadFile for JSON of another shape."""
    try:
        found: Any = json.loads(said)
    except ValueError as error:
        raise BadFile(file, f"is no JSON ({error}); perhaps cut off", RIGHT) from None
    documents = found.get("results", [found]) if isinstance(found, dict) else None
    if documents == [] or (isinstance(found, dict) and found.get("count") == 0):
        raise BadFile(file, "holds no document", RIGHT)  # without results, or with none in them
    if not isinstance(documents, list) or not all(map(_is_document, documents)):
        raise BadFile(file, "has no document with number, title and day", RIGHT)
    notices = (
        Notice(
            list_of(d["title"]),
            d["title"],
            str(d.get("citation") or f"FR Doc. {d['document_number']}"),
            iso_day(d["publication_date"]),
            str(d.get("html_url") or ""),
        )
        for d in documents
    )
    return Copy(file, "Federal Register", notices=tuple(n for n in notices if n.list_id))


def _is_document(found: object) -> bool:
    keys = ("document_number", "title", "publication_date")
    return isinstance(found, dict) and all(isinstance(found.get(k), str) for k in keys)


def knows(root: Element) -> bool:
    """Return True for the tree of a document of the Federal Register."""
    return root.tag in _ROOTS


def read_xml(file: str, root: Element) -> Copy:
    """Return the bodies that a notice adds or removes. Raises BadFile if it names none or no list."""
    subject = root.find(".//SUBJECT")
    title = text(subject) if subject is not None else ""
    if not (list_id := list_of(title)):
        raise BadFile(file, f"speaks of none of the lists: {title!r}", RIGHT)
    number = root.find(".//FRDOC")
    cited = re.search(r"\d{4}-\d{4,6}", text(number)) if number is not None else None
    citation = f"FR Doc. {cited[0]}" if cited else ""
    found = [*_of_tables(list_id, root, citation), *_of_paragraphs(list_id, root, citation)]
    if not found:
        raise BadFile(file, "names no body in a table or a paragraph of its own", RIGHT)
    return Copy(file, "Federal Register", entries=tuple(found))


def _of_tables(list_id: str, root: Element, citation: str) -> Iterator[Entry]:
    country = ""
    for cells, number in rows(root):
        head = next((h for h in cells if re.search(r"\b(?:entity|entities|name)\b", h)), "")
        if not head or not (cell := lines(cells[head])):
            continue
        country = (text(cells["country"]) if "country" in cells else "") or country
        seat = "China" if list_id in _OF_CHINA else country
        yield ecfr.entry(list_id, cell, seat, citation, f"row {number}")


def _of_paragraphs(list_id: str, root: Element, citation: str) -> Iterator[Entry]:
    if list_id not in _OF_CHINA:
        return
    parts = [e for e in root.iter() if e.tag in ("P", "FP", "HD")]
    removal = False
    for number, (part, after) in enumerate(zip(parts, [*parts[1:], None], strict=True), start=1):
        said = text(part)
        if said.startswith("•"):
            continue
        if part.tag == "FP" or (after is not None and text(after).startswith("•")):
            programme = REMOVED if removal else ""
            yield _named(list_id, said, citation, programme, f"paragraph {number}")
        else:
            removal = bool(_REMOVAL.search(said))


def _named(list_id: str, said: str, citation: str, programme: str, place: str) -> Entry:
    """Return the body that a paragraph names, with what stands in brackets at its end as other names."""
    found = re.fullmatch(r"(.*?)\s*((?:\([^()]*\)\s*)+)\.?", said)
    name, behind = (found[1], found[2]) if found else (said, "")
    aliases = tuple(
        re.sub(r"^(?:formerly|also known as|a\.k\.a\.)[,:]?\s*", "", a.strip())
        for a in re.findall(r"\(([^()]*)\)", behind)
    )
    return Entry(list_id, ecfr.bare(name), aliases, "CN", citation, "", programme, place=place)
