"""How two snapshots differ, by lasting id and with values before and after, as plain JSON.

The same result serves the command line, the page, the file and the feed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from biometrics_china.versions.snapshot import Json

#: parts of an exhibit → what a reader calls them
EXHIBIT_PARTS = {
    "csv": "data",
    "svg": "drawing",
    "title": "title",
    "caption": "caption",
    "label": "number in the book",
}


def compare(old: Json, new: Json) -> Json:
    """Return what differs between two snapshots.

    Keys: `from` and `to` (version and date), `numbers`, `claims` and `exhibits` (each with `added`,
    `removed` and `changed`), `rows` (table → the same and `fields`, without unchanged tables), `sources`
    (records that now stand on another source, and sources that themselves changed), `tools`, and
    `inputs` (kind → paths).
    """
    return {
        "from": _edition(old),
        "to": _edition(new),
        "numbers": _numbers(old["numbers"], new["numbers"], _headlines(new) | _headlines(old)),
        "claims": _things(old["claims"], new["claims"], _claim),
        "exhibits": _things(old["exhibits"], new["exhibits"], _exhibit),
        "rows": (rows := _all_rows(old["tables"], new["tables"])),
        "sources": _replaced(rows),
        # the manifest names the Python of a build; all that the lock allows make the same bytes
        "tools": [t for t in _changes(old["tools"], new["tools"]) if t["name"] != "python"],
        "inputs": {
            kind: sorted(c["name"] for c in _changes(old["inputs"].get(kind, {}), paths))
            for kind, paths in new["inputs"].items()
        },
    }


def is_empty(found: Json) -> bool:
    """Return True if nothing that the book says differs; other tools or code alone say nothing."""
    parts = [found["numbers"], found["claims"], found["exhibits"]]
    is_moved = any(part[kind] for part in parts for kind in ("added", "removed", "changed"))
    return not is_moved and not found["rows"]


def _edition(snapshot: Json) -> Json:
    return {key: snapshot[key] for key in ("version", "date")}


def _headlines(snapshot: Json) -> set[str]:
    return {n for c in snapshot["claims"].values() if c["is_front_page"] for n in c["numbers"]}


def _changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Json]:
    """Return name, before and after of whatever differs between two flat mappings."""
    names = dict.fromkeys([*old, *new])
    return [
        {"name": name, "before": old.get(name), "after": new.get(name)}
        for name in names
        if old.get(name) != new.get(name)
    ]


def _come_and_gone(old: Mapping[str, Any], new: Mapping[str, Any]) -> Json:
    return {
        "added": [i for i in new if i not in old],
        "removed": [i for i in old if i not in new],
    }


def _things(old: Json, new: Json, differing: Callable[[Json, Json], Json]) -> Json:
    """Return which ids came and went, and what `differing` says of each that stayed, if anything."""
    said = ((i, differing(old[i], new[i])) for i in new if i in old)
    return {**_come_and_gone(old, new), "changed": [{"id": i, **what} for i, what in said if what]}


def _claim(old: Json, new: Json) -> Json:
    parts = ("text", "grade", "is_front_page")
    fields = _changes(*({p: claim.get(p) for p in parts} for claim in (old, new)))
    return {"fields": fields} if fields else {}


def _exhibit(old: Json, new: Json) -> Json:
    parts = [words for p, words in EXHIBIT_PARTS.items() if old.get(p) != new.get(p)]
    return {"label": new["label"], "title": new["title"], "parts": parts} if parts else {}


def _numbers(old: Json, new: Json, headlines: set[str]) -> Json:
    found = _things(old, new, _number)
    for number in found["changed"]:
        number["is_headline"] = number["id"] in headlines
    found["changed"].sort(key=lambda n: not n["is_headline"])
    return found


def _number(old: Json, new: Json) -> Json:
    if old["text"] == new["text"]:  # types and last digits are not printed
        return {}
    said = {"meaning": new["meaning"], "is_headline": False}
    return said | {
        "before": old["text"], "after": new["text"], **_moved(old["value"], new["value"])
    }  # fmt: skip


def _moved(old: object, new: object) -> Json:
    """Return by how much a number moved, and in per cent of what it was; nothing for words.

    Nothing either for a value that stayed and is only printed otherwise.
    """
    if old == new or not (isinstance(old, int | float) and isinstance(new, int | float)):
        return {}
    by = float(f"{new - old:.10g}")
    share = float(f"{100 * by / abs(old):.4g}") if old else None
    return {"by": by, "by_percent": share}


def _all_rows(old: Json, new: Json) -> Json:
    empty: Json = {"fields": [], "rows": {}}
    names = dict.fromkeys([*new, *old])
    found = {n: rows(old.get(n, empty), new.get(n, empty)) for n in names}
    return {n: f for n, f in found.items() if any(f.values())}


def rows(old: Json, new: Json) -> Json:
    """Return `added`, `removed` and `changed` rows of one table (`fields` and `rows` by id).

    A changed row lists each field with its value before and after. Fields that came, went or were
    renamed are in `fields` once, and not again at each row.
    """
    fields = _fields(old, new)
    same = [(f, f) for f in new["fields"] if f in old["fields"]]
    same += [(f["before"], f["after"]) for f in fields.get("renamed", ())]
    places = [(old["fields"].index(a), new["fields"].index(b), b) for a, b in same]
    changed = []
    for i, cells in new["rows"].items():
        if (before := old["rows"].get(i)) and before != cells:
            was = {name: before[a] for a, _, name in places if before[a]}
            if moved := _changes(was, {name: cells[b] for _, b, name in places if cells[b]}):
                changed.append({"id": i, "fields": moved})
    come_and_gone = _come_and_gone(old["rows"], new["rows"])
    return {**come_and_gone, "changed": changed, "fields": fields}


def _fields(old: Json, new: Json) -> Json:
    """Return the fields of a table that came, went, or stand under another name with their values."""
    found = _come_and_gone(old["fields"], new["fields"]) if old["fields"] and new["fields"] else {}
    renamed: list[Json] = []
    for gone in found.get("removed", ()):
        for come in found["added"]:
            if come not in [r["after"] for r in renamed] and _is_same_column(old, gone, new, come):
                renamed.append({"before": gone, "after": come})
                break
    names = {name for r in renamed for name in r.values()}
    kept = {
        verb: [n for n in found.get(verb, ()) if n not in names] for verb in ("added", "removed")
    }
    return {how: what for how, what in (kept | {"renamed": renamed}).items() if what}


def _is_same_column(old: Json, gone: str, new: Json, come: str) -> bool:
    """Return True if two columns hold the same in nine of ten rows, and not one value throughout."""
    a, b = old["fields"].index(gone), new["fields"].index(come)
    pairs = [(cells[a], new["rows"][i][b]) for i, cells in old["rows"].items() if i in new["rows"]]
    agree = [one for one, other in pairs if one == other]
    return len(set(agree)) > 1 and len(agree) >= 0.9 * len(pairs)


def _replaced(found: Json) -> list[Json]:
    """Return the records that stand on another source than before, and the sources that changed."""
    moved = []
    for table, part in found.items():
        for row in part["changed"]:
            for field in row["fields"]:
                if table == "sources" or field["name"] in ("source_id", "source_ids"):
                    moved.append({"table": table, "id": row["id"], **field})
    return moved
