"""Names last: whatever a released version named is still there, or a tombstone says why not.

Ids of figures, numbers, findings, sources and rows last, and so does what other people's code leans
on: fields and codes of the data, files and addresses, columns of the files of figures and tables.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from biometrics_china import exhibits, place, tables
from biometrics_china.publishing import backmatter
from biometrics_china.publishing.markup import table, tag, text
from biometrics_china.versions.snapshot import Json

#: kind of thing and its lasting id
Id = tuple[str, str]
NONE = "No id of a released version has been retired."


def ids(snapshot: Json) -> set[Id]:
    """Return kind and id of whatever a version named; the kinds are those of the tombstones.

    What a snapshot does not hold is read from its `lasting`, lines as `named` gives them, if it has
    any: the first versions kept less.
    """
    found = {("figure" if i.startswith("fig-") else "table", i) for i in snapshot["exhibits"]}
    found |= {("claim", i) for i in snapshot["claims"]}
    found |= {("number", i) for i in snapshot["numbers"]}
    for name, part in snapshot["tables"].items():
        found.add(("table", name))
        found |= {("field", f"{name}/{field}") for field in part["fields"]}
        is_source = name == "sources"
        found |= {("source", i) if is_source else ("row", f"{name}/{i}") for i in part["rows"]}
    for line in snapshot.get("lasting", ()):
        kind, _, name = line.partition(" ")
        found.add((kind, name))
    return found


def named() -> list[str]:
    """Return a line, kind and id, for each name of this process that is in no snapshot.

    These are vocabularies and their codes, files for download, columns of the files of figures and
    tables, pages, and the places of figures and tables on them.
    """
    catalogue, package = exhibits.catalogue(), tables.package()
    found = [f"vocabulary {name}" for name in package.vocabularies]
    found += [
        f"code {n}/{term.value}" for n, terms in package.vocabularies.items() for term in terms
    ]
    found += [f"file data/{path}" for path in backmatter.published_data()]
    for exhibit_id, (subject, _, exhibit) in catalogue.items():
        found += [f"column {exhibit_id}/{column}" for column in exhibit.frame().columns]
        endings = ("csv", "svg") if exhibit.draw else ("csv",)
        found += [f"file exhibits/{exhibit_id}.{ending}" for ending in endings]
        places = {f"chapters/{subject}.html#{exhibit_id}", exhibits.address(exhibit_id)}
        found += [f"page {one}" for one in places]
    top = place.root()
    sources = [p for p in (top / "chapters").rglob("*") if p.suffix in (".md", ".ipynb")]
    written = (p.relative_to(top).with_suffix(".html").as_posix() for p in sources)
    return sorted([*found, *(f"page {page}" for page in written if "checkpoints" not in page)])


def tombstones() -> list[dict[Hashable, Any]]:
    """Return the rows of the table of tombstones, with an empty text where a cell is empty."""
    return tables.load("tombstones").fillna("").to_dict("records")


def faults(
    released: Iterable[Json], present: Json, stones: Iterable[Mapping[Hashable, Any]]
) -> Iterator[str]:
    """Yield one line for each lasting id or tombstone that breaks the promise.

    An id of a released version that is gone needs a tombstone; a tombstone needs an id that was
    released and is gone, and what replaces it must be there or have a tombstone itself.
    """
    there, stones = ids(present), list(stones)
    retired = {(str(s["kind"]), str(s["retired"])) for s in stones}
    once: dict[Id, str] = {}
    for snapshot in released:
        once |= dict.fromkeys(ids(snapshot), str(snapshot["version"]))
    for kind, name in sorted(once.keys() - there):
        if not retired & {(kind, name), *_owners(kind, name)}:
            yield (
                f"{kind} {name} of version {once[kind, name]} is gone without a tombstone; "
                "a row in data/tombstones.csv that says why is right"
            )
    for stone in stones:
        yield from (
            f"tombstones: id {stone['id']}: {t}" for t in _wrong(stone, once, there, retired)
        )


def _owners(kind: str, name: str) -> set[Id]:
    """Return what takes a name along when it goes: a table its rows, a page the places on it."""
    page, _, place = name.partition("#")
    owner = {"file": PurePosixPath(name).stem, "page": place}.get(kind, name.partition("/")[0])
    return {(of, owner) for of in ("table", "figure", "vocabulary")} | {("page", page)}


def _wrong(
    stone: Mapping[Hashable, Any], once: Mapping[Id, str], there: set[Id], retired: set[Id]
) -> Iterator[str]:
    kind, name, heir = (str(stone[k]) for k in ("kind", "retired", "replaced_by"))
    if (kind, name) in there:
        yield f"field retired: {kind} {name} is still there"
    elif (kind, name) not in once:
        yield f"field retired: no released version had a {kind} {name}"
    if heir and (kind, heir) not in there | retired:
        yield f"field replaced_by: there is no {kind} {heir}"


def tombstones_html(root: str) -> str:
    """Return the list of retired ids, or the sentence that there is none."""
    del root
    stones, kinds = tombstones(), tables.vocabulary("lasting_kind")
    if not stones:
        return tag("p", text(NONE))
    rows = [
        [
            tag("code", text(s["retired"])),
            *map(text, (kinds[str(s["kind"])], s["retired_in"], s["reason"])),
            tag("code", text(s["replaced_by"])) if s["replaced_by"] else "",
        ]
        for s in stones
    ]
    heads = ["Id", "Kind", "Since version", "Reason", "Replaced by"]
    anchors = [f"tombstone-{s['id']}" for s in stones]
    return table(heads, rows, label="Table of retired ids", row_ids=anchors)
