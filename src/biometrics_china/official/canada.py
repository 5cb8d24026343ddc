"""Canada's two files: the consolidated sanctions as XML, and the Named Research Organizations as HTML.

The sanctions print no seat, only the country that a regulation speaks of, so that a body of China on
the schedules on Russia is told by its name alone.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from biometrics_china.official.entry import BadFile, Copy, Entry, distinct, iso_day, plain, seat
from biometrics_china.official.markup import strong_items

SANCTIONS = "Canada's consolidated sanctions as XML, <data-set> of <record>"
RESEARCH = "the page of the Named Research Organizations, an item with a strong name for each"
#: country of a regulation → list
LISTS = {"China": "ca-human-rights", "Russia": "ca-russia"}
_LEAST = 20
_PARTED = re.compile(r";|,\s(?!(?:co|inc|llc|ltd|limited)\b)", re.I)
_COUNTRY = re.compile(r"^\W*\(([^()]*)\)")
_KNOWN = re.compile(r"known alias(?:\(es\)|es)?:\s*(.*)$", re.I)


def read_sanctions(file: str, root: Element) -> Copy:
    """Return the bodies on the schedules. Raises BadFile if there is none."""
    entries = []
    for number, record in enumerate(root.iter("record"), start=1):
        cells = {e.tag.partition("-")[0]: plain(e.text or "") for e in record}
        name = cells.get("EntityOrShip") or cells.get("Entity", "")
        if name and not cells.get("ShipIMONumber"):
            entries.append(_listed(name, cells, f"record {number}"))
    if not entries:
        raise BadFile(file, "has no record of a body", SANCTIONS)
    return Copy(file, "Canada", tuple(LISTS.values()), "", tuple(entries))


def _listed(name: str, cells: dict[str, str], place: str) -> Entry:
    programme = cells.get("Country", "").partition(" / ")[0]
    schedule = ", ".join(cells[c] for c in ("Schedule", "Item") if cells.get(c))
    said = cells.get("Aliases", "")
    return Entry(
        LISTS.get(programme, f"Canada {programme}"),
        name,
        distinct(_PARTED.split(said), name),
        "CN" if programme == "China" else "",
        citation=f"Special Economic Measures Act, {programme}, schedule {schedule}",
        day=iso_day(cells.get("DateOfListing", "")),
        programme=programme,
        place=place,
    )


def read_research(file: str, page: str) -> Copy:
    """Return the organizations of the page. Raises BadFile for a page that names hardly any."""
    entries = []
    for number, (name, rest) in enumerate(strong_items(page), start=1):
        country, known = _COUNTRY.match(rest), _KNOWN.search(rest)
        if country:
            aliases = distinct(known[1].split(";") if known else (), name)
            place = f"item {number}"
            entries.append(Entry("ca-nro", name, aliases, seat(country[1]), place=place))
    if len(entries) < _LEAST:
        raise BadFile(file, f"names {len(entries)} organizations with a country", RESEARCH)
    return Copy(file, "Canada", ("ca-nro",), "", tuple(entries))


def is_research(data: bytes) -> bool:
    """Return True for a page that speaks of Named Research Organizations in a list of strong names."""
    page = data[:2_000_000].lower()
    return b"named research organi" in page and b"<strong>" in page and b"<li" in page
