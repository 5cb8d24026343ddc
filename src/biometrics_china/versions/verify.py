"""Whether a copy of the site is what a fresh build gives.

Two sites are compared file by file; what differs is named down to the figure, the number or the
row, with its place and the causes that can have moved it (`causes`).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from biometrics_china.versions import causes, compare, manifest, snapshot, words
from biometrics_china.versions.own import shown
from biometrics_china.versions.snapshot import Json
from biometrics_china.versions.unpack import Copy

#: parts of a manifest that are compared one by one
_APART = (*manifest.KINDS, "numbers")


@dataclass(frozen=True)
class Difference:
    """One thing that differs: its kind (of the manifest), its lasting id or path, how, and why."""

    kind: str
    name: str
    how: str
    why: tuple[str, ...]

    def __str__(self) -> str:
        """Return one line."""
        return f"{self.name}: {self.how} ({', '.join(self.why)})"


def differences(site: Path, kept: Path, fresh: Path) -> list[Difference]:
    """Return whatever differs between a copy and a fresh build, numbers first, then rows.

    `kept` is the manifest of the copy, which may lie beside its site.
    """
    listed, fresh_listed = manifest.read(kept), manifest.read(fresh / manifest.NAME)
    changed = causes.changed_inputs(listed, fresh_listed)
    found = [*_numbers(listed["numbers"], fresh_listed["numbers"], changed)]
    old, new = manifest.digests(site), manifest.digests(fresh)
    differing = [p for p in dict.fromkeys([*old, *new]) if old.get(p) != new.get(p)]
    for path in differing:
        kind = manifest.kind_of(path)
        if path not in old or path not in new:
            how = "only in the fresh build" if path not in old else "not in the fresh build"
            found.append(_difference(kind, path, how, changed))
        elif path.startswith("data/") and path.endswith(".csv"):
            found += _rows(path, site, fresh)
        elif kind != "figures":
            how = _place(*((side / path).read_bytes() for side in (site, fresh)))
            found.append(_difference(kind, path, how, changed))
    found += _figures([p for p in differing if p in old and p in new], changed)
    found += _rest(listed, fresh_listed)
    return found or _other_bytes(kept, listed, fresh / manifest.NAME, fresh_listed)


def notes(handed: Copy, copy: Copy, fresh: Path, *, rebuilt: bool) -> Iterator[str]:
    """Yield what a reader of the verdict should know: another Python, and what it does not cover."""
    listed, fresh_listed = manifest.read(copy.manifest), manifest.read(fresh / manifest.NAME)
    one, other = (m["tools"].get("python", "none") for m in (listed, fresh_listed))
    if one != other:
        yield f"this copy names Python {one}, the fresh build used {other}"
    if copy.source and rebuilt:
        yield "the fresh build was made from the source that came with this copy"
    if handed != copy:
        yield (
            f"several versions stand side by side; {listed['version']} is compared with a fresh "
            "build, the others only with their own manifests"
        )


def _difference(kind: str, path: str, how: str, changed: dict[str, list[str]]) -> Difference:
    if path.startswith("exhibits/"):
        why = causes.of_exhibit(path.removeprefix("exhibits/").partition(".")[0], changed)
    else:
        why = causes.of_page(path, changed)
    return Difference(kind, shown(path), how, tuple(why))


def _rest(old: Json, new: Json) -> Iterator[Difference]:
    """Yield what differs between two manifests beside numbers and files: version, inputs, tools."""
    sides = [dict(_leaves({k: v for k, v in m.items() if k not in _APART}, "")) for m in (old, new)]
    for name in dict.fromkeys(key for side in sides for key in side):
        a, b = (side.get(name, "not there") for side in sides)
        if a != b and name != "/tools/python":
            part = name.removeprefix("/inputs").split("/")[1]
            why = causes.OF_PARTS.get(part, causes.BYTES)
            yield Difference("manifest", f"manifest {name[1:]}", f"{a} → {b}", (why,))


def _other_bytes(kept: Path, listed: Json, fresh: Path, fresh_listed: Json) -> list[Difference]:
    """Return where a manifest that says the same is written otherwise: order, blanks, line ends."""
    here, there = (
        f'"python": {json.dumps(m["tools"].get("python"))}' for m in (listed, fresh_listed)
    )
    expected = fresh.read_bytes().replace(there.encode(), here.encode())
    if kept.read_bytes() == expected:
        return []
    how = _place(kept.read_bytes(), expected)
    return [Difference("manifest", manifest.NAME, how, (causes.BYTES,))]


def _leaves(part: object, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(part, dict) and part:
        for key, value in part.items():
            yield from _leaves(value, f"{name}/{key}")
    else:
        yield name, json.dumps(part, ensure_ascii=False)


def _numbers(old: Json, new: Json, changed: dict[str, list[str]]) -> Iterator[Difference]:
    for i in dict.fromkeys([*old, *new]):
        a, b = old.get(i), new.get(i)
        if json.dumps(a, sort_keys=True) == json.dumps(b, sort_keys=True):
            continue
        if a and b and a["text"] == b["text"]:
            how = "its value, its meaning or its tables differ"
        else:
            how = f"{a['text'] if a else 'not there'} → {b['text'] if b else 'not there'}"
        why = causes.of_number(i, b or a or {}, changed)
        yield Difference("numbers", f"number {i}", how, tuple(why))


def _rows(path: str, site: Path, fresh: Path) -> list[Difference]:
    """Return the rows of a table of the data that differ; other bytes alone are a difference too."""
    try:
        old, new = (snapshot.rows_of((s / path).read_text(encoding="utf-8")) for s in (site, fresh))
        part = compare.rows(old, new)
    except (csv.Error, ValueError, IndexError) as error:
        return [Difference("tables", path, f"cannot be read as a table: {error}", (causes.BYTES,))]
    table = path.rpartition("/")[2].removesuffix(".csv")
    said = [(i, "only in the fresh build") for i in part["added"]]
    said += [(i, "not in the fresh build") for i in part["removed"]]
    said += [(r["id"], "; ".join(map(words.change, r["fields"]))) for r in part["changed"]]
    fields = [Difference("tables", path, line, (causes.DATA,)) for line in words.fields(part)]
    if not said and not fields:
        return [Difference("tables", path, "the same rows in other bytes", (causes.BYTES,))]
    return fields + [
        Difference("tables", f"row {table}/{i}", how, (causes.DATA,)) for i, how in said
    ]


def _figures(paths: list[str], changed: dict[str, list[str]]) -> list[Difference]:
    """Return the figures whose files differ, one for each figure."""
    endings: dict[str, list[str]] = {}
    for path in paths:
        if manifest.kind_of(path) == "figures":
            name, _, ending = path.removeprefix("exhibits/").partition(".")
            endings.setdefault(name, []).append(ending)
    return [
        Difference(
            "figures", f"figure {i}", f"{', '.join(e)} differ", tuple(causes.of_exhibit(i, changed))
        )
        for i, e in endings.items()
    ]


def _place(old: bytes, new: bytes) -> str:
    """Return the first place at which two files differ: the line and a few words around it."""
    sides = [content.decode(errors="replace").splitlines(keepends=True) for content in (old, new)]
    for number, (a, b) in enumerate(zip(*sides, strict=False), start=1):
        if a != b:
            start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), 0)
            shown = (repr(line[max(0, start - 20) : start + 40]) for line in (a, b))
            return f"line {number}: {' → '.join(shown)}"
    return f"{len(sides[0])} lines → {len(sides[1])} lines"
