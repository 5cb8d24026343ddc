"""The consolidated list of financial sanctions of the European Union, as XML 1.1 and as CSV 1.1."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from biometrics_china.official import delimited
from biometrics_china.official.entry import BadFile, Copy, Entry, distinct, iso_day, plain, seat

RIGHT = "the consolidated list of financial sanctions of the European Union, XML or CSV 1.1"
#: programme of the file → list; annexes of Regulation 833/2014 are no financial sanctions
LISTS = {
    "HR": "eu-human-rights",
    "CYB": "eu-cyber",
    "UKR": "eu-russia",
    "BLR": "eu-belarus",
    "IRN": "eu-iran",
    "PRK": "eu-dprk",
}
#: kinds of body, where persons, vessels and aircraft are others
_BODIES = ("enterprise", "entity", "e")
_NEEDED = ("Entity_LogicalId", "Entity_EU_ReferenceNumber", "NameAlias_WholeName")


def read_xml(file: str, root: Element) -> Copy:
    """Return the bodies of the XML file, one entry each. Raises BadFile for one without any."""
    entries = tuple(
        _of_element(n, e)
        for n, e in enumerate(root.iter("sanctionEntity"), start=1)
        if _code(e) in _BODIES and e.find("nameAlias") is not None
    )
    return _copy(file, entries, iso_day(root.get("generationDate", "")))


def read_csv(file: str, said: str) -> Copy:
    """Return the bodies of the CSV file, whose rows repeat the entity for each name and address."""
    grouped: dict[str, list[tuple[int, dict[str, str]]]] = {}
    rows = delimited.table(file, said, "Entity_LogicalId", _NEEDED, RIGHT, delimiter=";")
    day = ""
    for line, row in rows:
        day = day or iso_day(row.get("fileGenerationDate", ""))
        kind = row.get("Entity_SubjectType_ClassificationCode", "").lower()
        kind = kind or row.get("Entity_SubjectType", "").lower()
        if kind in _BODIES:
            grouped.setdefault(row["Entity_LogicalId"], []).append((line, row))
    return _copy(file, tuple(_of_rows(g) for g in grouped.values()), day)


def _copy(file: str, entries: tuple[Entry, ...], day: str) -> Copy:
    if not entries:
        raise BadFile(file, "has no entry of a body", RIGHT)
    return Copy(file, "EU", tuple(LISTS.values()), day, entries)


def _code(element: Element) -> str:
    kind = element.find("subjectType")
    return kind.get("code", "").lower() if kind is not None else ""


def _of_element(number: int, element: Element) -> Entry:
    acts = [e for e in element.findall("regulation") if e.get("programme")]
    names = element.findall("nameAlias")
    names.sort(key=lambda e: e.get("strong") == "false")
    places = [e for tag in ("address", "citizenship", "identification") for e in element.iter(tag)]
    codes = [f"{e.get('countryIso2Code', '')} {e.get('countryDescription', '')}" for e in places]
    act = acts[0] if acts else element
    return _entry(
        [e.get("wholeName", "") for e in names],
        codes,
        act.get("programme", ""),
        act.get("numberTitle", ""),
        element.get("designationDate", "") or act.get("publicationDate", ""),
        element.get("euReferenceNumber", ""),
        f"entity {number}",
    )


def _of_rows(rows: list[tuple[int, dict[str, str]]]) -> Entry:
    line, first = rows[0]
    kinds = ("Address", "Citizenship", "Identification")
    parts = ("CountryIso2Code", "CountryDescription")
    return _entry(
        [row["NameAlias_WholeName"] for _, row in rows],
        [" ".join(row.get(f"{k}_{p}", "") for p in parts) for _, row in rows for k in kinds],
        first.get("Entity_Regulation_Programme", ""),
        first.get("Entity_Regulation_NumberTitle", ""),
        first.get("Entity_DesignationDate", "")
        or first.get("Entity_Regulation_PublicationDate", ""),
        first["Entity_EU_ReferenceNumber"],
        f"line {line}",
    )


def _entry(
    names: Iterable[str],
    countries: Iterable[str],
    programme: str,
    act: str,
    day: str,
    ident: str,
    place: str,
) -> Entry:
    found = distinct(names)
    named = [c for c in countries if c.strip() and "unknown" not in c.lower() and c.strip() != "00"]
    return Entry(
        LISTS.get(programme, f"EU {programme}"),
        found[0] if found else "",
        found[1:],
        seat(*named),
        citation="; ".join(p for p in (plain(act), ident) if p),
        day=iso_day(day),
        programme=programme,
        ident=ident,
        place=place,
    )
