"""What the search finds beside pages: bodies of the register, rows of the data, and works."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import unescape

from biometrics_china import codebook, tables, works
from biometrics_china.publishing import register_data, register_places
from biometrics_china.publishing.references import formatted
from biometrics_china.publishing.register_lists import shared
from biometrics_china.publishing.rows import cells, places
from biometrics_china.publishing.search.unit import Unit
from biometrics_china.publishing.sentences import REFERENCE
from biometrics_china.validation.model import Row

#: tables that say how the book was made; their rows would stand before what is looked for
MACHINERY = {
    *("second_codings", "printed_forms", "resolutions", "planted_errors", "verifications"),
    *("matching_labels", "written_names", "search_queries", "synonyms", "tombstones"),
    *("translations", "translated_passages", "agreed_terms"),
    *("entity_names", "kin"),  # what they say stands on the pages of bodies
}
#: tables whose rows say what the page of a body says; their ids and names are enough
NAMES_ONLY = {"body_names", "listings", "populations"}
#: tables whose rows other pages print for readers
ASIDE = {"contradictions", "corrections", "gaps", "gathering", "lists", "walk_steps", *NAMES_ONLY}
#: letters of a name that are shown
_LONGEST = 110
_TAG = re.compile(r"<[^>]*>")


def bodies() -> Iterator[Unit]:
    """Yield each official list, and each body, those of most records first, with a line on them."""
    for list_id, read in register_data.lists_as_read().items():
        if list_id in shared():
            page = f"register/{register_places.list_page(list_id)}"
            yield Unit("body", page, "", [read["name"]], [], f"Known up to {read['read_to_said']}.")
    for entry in sorted(
        register_data.entries(), key=lambda e: -len(e["records"]) - len(e["parts"])
    ):
        names = (entry["name"], entry["name_en"], entry["name_zh"], *entry["aliases"])
        heads = list(dict.fromkeys(n for n in names if n))
        page, _, anchor = register_places.page(entry["id"]).partition("#")
        kind = "listed" if anchor else "body"
        lines = [s["lines"] for s in entry["sections"] if s["kind"] == "standing"]
        status = next(
            (line for part in lines for line in part), "On none of the lists that were read."
        )
        yield Unit(kind, f"register/{page}", anchor, heads, [], status, entry["id"])


def rows() -> Iterator[Unit]:
    """Yield each row of the data that has a page of the data and is no machinery."""
    for described in tables.package().tables:
        name = described.name
        if name in places.ELSEWHERE or name in MACHINERY:
            continue
        kind = _kind(name)
        fields = [] if name in NAMES_ONLY else [f for f in described.fields if f.name != "id"]
        for number, part in enumerate(places.parts(name)):
            page = f"{places.FOLDER}/{places.page(name, number)}.html"
            for row in part:
                title = _cut(places.name(name, row["id"]))
                said = " ".join(_said(name, fields, row))
                heads = [title, *filter(None, [row.get("title_zh")])]
                yield Unit(kind, page, row["id"], heads, [said] if said else [], "", row["id"])


def _kind(table: str) -> str:
    if table in ASIDE:
        return "aside"
    return "hub" if table in _pointed_to() else "row"


@cache
def _pointed_to() -> frozenset[str]:
    """Return the tables to whose rows several others point: those of laws and the like."""
    points = {
        (table.name, field.refers_to.partition(".")[0])
        for table in tables.package().tables
        for field in table.fields
        if field.refers_to
    }
    counts = Counter(target for _, target in points)
    return frozenset(name for name, count in counts.items() if count > 1)


def _said(table: str, fields: list[codebook.Field], row: Row) -> Iterator[str]:
    for field in fields:
        if row[field.name] and field.name not in ("source_id", "locator", "verification"):
            yield unescape(_TAG.sub(" ", cells.html(table, field, row, "")))


def cited() -> Iterator[Unit]:
    """Yield each work, under the name by which it is cited."""
    page = f"{REFERENCE}/sources.html"
    for work_id in works.all_works():
        said = unescape(_TAG.sub("", formatted(work_id)))
        title = _cut(f"{works.name(work_id)}: {said}")
        yield Unit("work", page, f"work-{work_id}", [title], [said])


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
