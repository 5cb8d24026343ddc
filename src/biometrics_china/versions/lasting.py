"""Ids last: whatever a released version named is still there, or a tombstone says why not."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any

from biometrics_china import tables
from biometrics_china.publishing.markup import table, tag, text
from biometrics_china.versions.snapshot import Json

#: kind of thing and its lasting id
Id = tuple[str, str]
NONE = "No id of a released version has been retired."


def ids(snapshot: Json) -> set[Id]:
    """Return kind and id of whatever a version named; the kinds are those of the tombstones."""
    found = {("figure" if i.startswith("fig-") else "table", i) for i in snapshot["exhibits"]}
    found |= {("claim", i) for i in snapshot["claims"]}
    found |= {("number", i) for i in snapshot["numbers"]}
    for name, part in snapshot["tables"].items():
        found.add(("table", name))
        is_source = name == "sources"
        found |= {("source", i) if is_source else ("row", f"{name}/{i}") for i in part["rows"]}
    return found


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
        of_table = ("table", name.partition("/")[0])
        if (kind, name) not in retired and not (kind == "row" and of_table in retired):
            yield (
                f"{kind} {name} of version {once[kind, name]} is gone without a tombstone; "
                "a row in data/tombstones.csv that says why is right"
            )
    for stone in stones:
        yield from (
            f"tombstones: id {stone['id']}: {t}" for t in _wrong(stone, once, there, retired)
        )


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
    kinds = tables.vocabulary("lasting_kind")
    rows = [
        [
            tag("code", text(s["retired"])),
            text(kinds[str(s["kind"])]),
            text(s["retired_in"]),
            text(s["reason"]),
            tag("code", text(s["replaced_by"])) if s["replaced_by"] else "",
        ]
        for s in tombstones()
    ]
    heads = ["Id", "Kind", "Since version", "Reason", "Replaced by"]
    ids_ = [f"tombstone-{s['id']}" for s in tombstones()]
    if not rows:
        return tag("p", text(NONE))
    return table(heads, rows, label="Table of retired ids", row_ids=ids_)
