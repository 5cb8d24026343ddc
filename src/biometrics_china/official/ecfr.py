"""The electronic Code of Federal Regulations: supplements 4 and 7 to part 744 of title 15, as XML.

The shape, as the interface of ecfr.gov gives it: ``DIV9`` with the name of the supplement, in it
tables whose rows leave the country empty where it is that of the row above. A cell of the column
"Entity" holds name, other names behind dashes, and addresses, parted by line breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from biometrics_china.official.entry import BadFile, Copy, Entry, distinct, plain, seat
from biometrics_china.official.markup import lines, rows, text

#: name of a supplement → list
SUPPLEMENTS = {
    "Supplement No. 4 to Part 744": "us-entity-list",
    "Supplement No. 7 to Part 744": "us-meu",
}
RIGHT = "XML of ecfr.gov with supplement 4 or 7 to part 744 and its table"
_DASH = re.compile(r"^[—–-]\s*")
_ALSO = re.compile(r",?\s*\b[af]\.?\s?k\.?\s?a\.?\s*[,:]?\s*", re.I)
_FOLLOWING = re.compile(r"^the following\b.*$", re.I)
#: what may stand behind a comma and still belong to the name
_FORM = re.compile(
    r"^(?:(?:pte|pvt|sdn|bhd|co|ltd|limited|inc|incorporated|llc|l\.l\.c|corp|corporation|company"
    r"|lp|llp|plc|gmbh|s\.?a|b\.?v|n\.?v|group)\b\.?|formerly)",
    re.I,
)
_SECTION = re.compile(
    r"\b(?:institut|academy\b|cent(?:er|re)\b|laborator|universit|factory\b|plant\b|bureau\b)", re.I
)
#: what tells that such a word stands in an address
_PLACE = re.compile(
    r"\d\s*$|^\s*(?:no\.|\d)|\b(?:road|rd|street|st|ave|avenue|lane|park|town|building|bldg|floor|room"
    r"|district|zone|tower|plaza|village|block|square|city)\b",
    re.I,
)
_CITED = re.compile(r"\b\d{2,3} FR \d{3,6}\b")


def knows(root: Element) -> bool:
    """Return True for a tree of the electronic code that has one of the supplements."""
    return any(e.get("N") in SUPPLEMENTS for e in root.iter("DIV9"))


def read(file: str, root: Element) -> Copy:
    """Return the entries of the supplements that a file holds, those of all countries.

    Raises BadFile for a supplement without rows.
    """
    entries: list[Entry] = []
    held = [e for e in root.iter("DIV9") if e.get("N") in SUPPLEMENTS]
    for part in held:
        list_id = SUPPLEMENTS[str(part.get("N"))]
        if not (made := list(_entries(list_id, part))):
            raise BadFile(file, f"{part.get('N')} has no rows under Country and Entity", RIGHT)
        entries += made
    lists = tuple(SUPPLEMENTS[str(e.get("N"))] for e in held)
    day = re.search(r"\d{4}-\d{2}-\d{2}", file)
    return Copy(file, "electronic code", lists, day[0] if day else "", tuple(entries))


def _entries(list_id: str, part: Element) -> Iterator[Entry]:
    country = ""
    for cells, number in rows(part):
        if "country" not in cells or "entity" not in cells:
            continue
        country = text(cells["country"]) or country
        cell = lines(cells["entity"])
        if cell and not cell[0].startswith("[Reserved]"):
            cited = cells.get("federal register citation")
            where = f"row {number}"
            yield entry(list_id, cell, country, text(cited) if cited is not None else "", where)


def entry(list_id: str, cell: list[str], country: str, cited: str, place: str) -> Entry:
    """Return the entry of a cell in lines, of the country at its left and the citations at its right."""
    also = _ALSO.search(cell[0])
    head = cell[0][: also.start()] if also else cell[0]
    name, longer = cut(head)
    aliases = [_DASH.sub("", line) for line in cell[1:] if _DASH.match(line)]
    if also and not _FOLLOWING.match(behind := cell[0][also.end() :]):
        aliases.insert(0, cut(behind)[0])
    citation = "; ".join(dict.fromkeys(_CITED.findall(cited)))
    return Entry(
        list_id,
        name,
        distinct((bare(a) for a in aliases), name),
        seat(country),
        citation,
        place=place,
        readings=longer,
        may_be_section=_is_section(name, longer),
    )


def cut(head: str) -> tuple[str, tuple[str, ...]]:
    """Return the name at the head of a cell, and longer readings of it, the longest first.

    A comma before a legal form belongs to the name; any other may end it or part it from the name
    of a section, which only one who knows the bodies can tell.
    """
    parts = [p for p in plain(head.partition(";")[0]).split(",") if p.strip()]
    forms = [bool(_FORM.match(p.strip())) for p in parts]
    ends = [n for n in range(1, len(parts) + 1) if n == len(parts) or not forms[n]]
    readings = [bare(",".join(parts[:n])) for n in ends]
    return (readings[0] if readings else ""), tuple(reversed(readings[1:]))


def _is_section(name: str, longer: tuple[str, ...]) -> bool:
    """Return True if what stands behind the name may be the name of a section."""
    behind = longer[-1].removeprefix(name) if longer else ""
    return bool(_SECTION.search(behind)) and not _PLACE.search(behind)


def bare(name: str) -> str:
    """Return a name without what parts it from the next one."""
    name = re.sub(r"[;,]?\s*(?:and)?$", "", plain(name)).strip(" ;,")
    name = re.sub(r"[;,]\s*and$", "", name)
    ends_in_form = re.search(r"\b(?:Ltd|Co|Inc|Corp|Pte|LLC|L\.L\.C|S\.A|Jr)\.$", name, re.I)
    return name if ends_in_form or not name.endswith(".") else name[:-1]
