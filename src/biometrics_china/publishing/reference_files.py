"""The list of works to take away: CSL-JSON, RIS and BibTeX, for programs that keep references."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from biometrics_china import works
from biometrics_china.metadata import known
from biometrics_china.publishing.addresses import linked
from biometrics_china.publishing.citation import csl_date, ris_record
from biometrics_china.publishing.references import bibtex, note, people, publisher
from biometrics_china.works import Row

#: kinds of work whose type in CSL is not their own name with a hyphen
_CSL = {"post": "post-weblog", "press_release": "webpage", "legal_case": "legal_case"}
_GENRES = {"press_release": "press release"}
#: kind of work → type of RIS, as Zotero reads it
_RIS = {
    "article": "GEN", "article_journal": "JOUR", "article_magazine": "MGZN",
    "article_newspaper": "NEWS", "bill": "BILL", "book": "BOOK", "broadcast": "VIDEO",
    "chapter": "CHAP", "dataset": "DATA", "document": "GEN", "entry": "ENCYC", "hearing": "HEAR",
    "legal_case": "CASE", "legislation": "STAT", "post": "BLOG", "press_release": "ELEC",
    "regulation": "STAT", "report": "RPRT", "speech": "SLIDE", "standard": "STAND",
    "thesis": "THES", "treaty": "STAT", "webpage": "ELEC",
}  # fmt: skip
#: files of the site, each with the name of its format
FORMATS = {"works.json": "CSL-JSON", "works.ris": "RIS", "works.bib": "BibTeX"}


@cache
def downloads() -> dict[str, bytes]:
    """Return the list of works in each format: path within the site → bytes."""
    made = {"works.json": csl_json(), "works.ris": ris(), "works.bib": bibtex()}
    return {f"cite/{name}": text.encode() for name, text in made.items()}


def csl_json() -> str:
    """Return all works as CSL-JSON: a list of items, each with the id of its work."""
    items = [known(_csl_item(work)) for work in works.all_works().values()]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _csl_item(work: Row) -> dict[str, Any]:
    kind, doi = str(work["kind"]), work["number_kind"] == "doi"
    item: dict[str, Any] = {
        "id": work["id"],
        "type": _CSL.get(kind, kind.replace("_", "-")),
        "genre": _GENRES.get(kind, ""),
        "title": work["title"],
        "title-short": work["short"],
        "author": [_csl_name(*person) for person in people(work)],
        "publisher": publisher(work),
        "container-title": work["container"],
        "volume": work["volume"] and str(work["volume"]),
        "issue": work["issue"],
        "page": work["pages"],
        "issued": csl_date(str(work["issued"])),
        "number": "" if doi else work["number"],
        "DOI": work["number"] if doi else "",
        "URL": linked(str(work["id"])),
        "language": work["language"],
        "note": note(work),
    }
    if kind == "legal_case":
        item |= {"authority": work["issuer"], "author": []}
    return item


def _csl_name(family: str, given: str) -> dict[str, str]:
    return {"family": family, "given": given} if given else {"literal": family}


def ris() -> str:
    """Return all works as RIS, an empty line after each."""
    return "".join(_ris_record(work) for work in works.all_works().values())


def _ris_record(work: Row) -> str:
    day, first, _, last = str(work["issued"]), *str(work["pages"]).partition("-")
    is_doi = work["number_kind"] == "doi"
    names = [f"{family}, {given}" if given else f"{family}," for family, given in people(work)]
    lines = [
        ("TY", _RIS[str(work["kind"])]),
        ("ID", work["id"]),
        ("TI", work["title"]),
        ("ST", work["short"]),
        *(("AU", name) for name in names),
        ("PB", publisher(work)),
        ("T2", work["container"]),
        ("VL", work["volume"]),
        ("IS", work["issue"]),
        ("SP", first),
        ("EP", last),
        ("PY", day[:4]),
        ("DA", day.replace("-", "/")),
        ("M1", "" if is_doi else work["number"]),
        ("DO", work["number"] if is_doi else ""),
        ("UR", linked(str(work["id"]))),
        ("LA", work["language"]),
        ("N1", note(work)),
    ]
    return ris_record(lines) + "\r\n"
