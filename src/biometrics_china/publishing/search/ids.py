"""Lasting ids and where each leads, so that whoever types one is there.

Ids of rows, of whatever table, figures, tables, findings, numbers, works, sources and bodies, and names
of tables and vocabularies. They come in parts by their first letter, which the search page loads when
something is typed that looks like an id (`static/search-ids.js`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from biometrics_china import exhibits, manuscript, tables, titles
from biometrics_china.publishing import register_data, register_places
from biometrics_china.publishing.rows import places
from biometrics_china.publishing.search.unit import KINDS
from biometrics_china.publishing.sentences import REFERENCE, anchor

#: what a part begins with that is shared by ids which begin with no Latin letter
_OTHERS = "0"


@dataclass(frozen=True)
class Group:
    """Ids on one page: its address, what their anchors begin with, what is shown of them, their table.

    Without a `prefix` the page itself is meant.
    """

    page: str
    prefix: str | None
    name: str
    kind: str
    table: str
    ids: tuple[str, ...]


def groups() -> Iterator[Group]:
    """Yield every lasting id that a page prints, ids of one page together."""
    yield from _of_chapters()
    yield from _of_codebook()
    for described in tables.package().tables:
        name, title = described.name, described.title
        if name in ("claims", "entities"):
            continue
        if name in places.ELSEWHERE:
            page, _, begins = places.ELSEWHERE[name]("").partition("#")
            ids = tuple(row["id"] for row in places.sheet(name).rows)
            kind = "term" if name == "glossary" else "work"
            yield Group(page, begins, title, kind, name, ids)
            continue
        for number, part in enumerate(places.parts(name)):
            page = f"{places.FOLDER}/{places.page(name, number)}.html"
            yield Group(page, "", title, "hub", name, tuple(row["id"] for row in part))
    for entry in register_data.entries():
        page, _, at = register_places.page(entry["id"]).partition("#")
        prefix = at.removesuffix(entry["id"]) if at else None
        yield Group(f"register/{page}", prefix, entry["name"], "body", "entities", (entry["id"],))


def _of_chapters() -> Iterator[Group]:
    names = titles.every()
    for exhibit_id, (_, label, exhibit) in exhibits.catalogue().items():
        page, said = f"{exhibits.page(exhibit_id)}.html", f"{label}. {exhibit.title}"
        yield Group(page, "", said, "exhibit", "", (exhibit_id,))
    claims: dict[str, list[str]] = {}
    for claim in manuscript.findings():
        claims.setdefault(claim["subject"], []).append(claim["id"])
    for subject, ids in claims.items():
        page, name = f"chapters/{subject}.html", f"Findings: {names[subject]}"
        yield Group(page, "", name, "finding", "claims", tuple(ids))
    for subject in exhibits.SUBJECTS:
        page, name = f"{REFERENCE}/numbers/{subject}.html", f"Numbers: {names[subject]}"
        numbers = tuple(anchor(n.id) for n in exhibits.numbers_of(subject).values())
        yield Group(page, "", name, "reference", "", numbers)


def _of_codebook() -> Iterator[Group]:
    page, package = f"{REFERENCE}/codebook.html", tables.package()
    names = tuple(t.name for t in package.tables)
    yield Group(page, "table-", "Codebook", "reference", "", names)
    yield Group(page, "vocabulary-", "Codebook", "reference", "", tuple(package.vocabularies))


def shard(lasting_id: str) -> str:
    """Return the name of the part that holds an id."""
    first = lasting_id[0].lower()
    return f"i{first if 'a' <= first <= 'z' else _OTHERS}"


def shards(every: Iterable[Group], number: dict[str, int]) -> dict[str, list[list[object]]]:
    """Return name of a part → [page, prefix, name, kind, table, ids in a row] for each group in it.

    `number` gives the number of a page by its address.
    """
    kinds, found = list(KINDS), dict[str, list[list[object]]]()
    for group in every:
        parts: dict[str, list[str]] = {}
        for lasting_id in group.ids:
            parts.setdefault(shard(lasting_id), []).append(lasting_id)
        about = [number[group.page], group.prefix, group.name, kinds.index(group.kind), group.table]
        for name, ids in parts.items():
            found.setdefault(name, []).append([*about, " ".join(ids)])
    return found
