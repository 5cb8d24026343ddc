"""Whether a copy of the site is what its manifest says, and what a fresh build gives.

Two sites are compared file by file; what differs is named down to the figure, the number or the
row, with its place and the causes that can have moved it (`causes`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from biometrics_china.versions import causes, compare, manifest, marks, snapshot, words
from biometrics_china.versions.snapshot import Json


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


def own_faults(site: Path, listed: Json) -> list[str]:
    """Return where a site is not what its own manifest says, one line a file."""
    there, said = manifest.digests(site), manifest.flat(listed)
    found = [
        f"{p}: is not what the manifest of this copy says"
        for p in said
        if p in there and there[p] != said[p]
    ]
    found += [f"{p}: is in the manifest of this copy and not there" for p in said if p not in there]
    return found + [
        f"{p}: is there and not in the manifest of this copy" for p in there if p not in said
    ]


def differences(site: Path, listed: Json, fresh: Path, fresh_listed: Json) -> list[Difference]:
    """Return whatever differs between a copy and a fresh build, numbers first, then rows."""
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
            found.append(_difference(kind, path, _place(site / path, fresh / path), changed))
    return found + _figures([p for p in differing if p in old and p in new], changed)


def _difference(kind: str, path: str, how: str, changed: dict[str, list[str]]) -> Difference:
    if path.startswith("exhibits/"):
        why = causes.of_exhibit(path.removeprefix("exhibits/").partition(".")[0], changed)
    else:
        why = causes.of_page(path, changed)
    return Difference(kind, path, how, tuple(why))


def _numbers(old: Json, new: Json, changed: dict[str, list[str]]) -> Iterator[Difference]:
    for i in dict.fromkeys([*old, *new]):
        a, b = old.get(i), new.get(i)
        if a and b and a["sha256"] == b["sha256"]:
            continue
        if a and b and a["text"] == b["text"] and a["value"] == b["value"]:
            how = "its meaning or its tables differ"
        else:
            how = f"{a['text'] if a else 'not there'} → {b['text'] if b else 'not there'}"
        why = causes.of_number(i, b or a or {}, changed)
        yield Difference("numbers", f"number {i}", how, tuple(why))


def _rows(path: str, site: Path, fresh: Path) -> list[Difference]:
    """Return the rows of a table of the data that differ; other bytes alone are a difference too."""
    try:
        old, new = (snapshot.rows_of((s / path).read_text(encoding="utf-8")) for s in (site, fresh))
    except (csv.Error, ValueError, IndexError) as error:
        return [Difference("tables", path, f"cannot be read as a table: {error}", (causes.BYTES,))]
    part = compare.rows(old, new)
    table = path.rpartition("/")[2].removesuffix(".csv")
    said = [(i, "only in the fresh build") for i in part["added"]]
    said += [(i, "not in the fresh build") for i in part["removed"]]
    said += [(r["id"], "; ".join(map(words.change, r["fields"]))) for r in part["changed"]]
    if not said:
        return [Difference("tables", path, "the same rows in other bytes", (causes.BYTES,))]
    return [Difference("tables", f"row {table}/{i}", how, (causes.DATA,)) for i, how in said]


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


def _place(old: Path, new: Path) -> str:
    """Return the first place at which two files differ: the line and a few words around it."""
    sides = [
        marks.without(p.read_bytes().decode(errors="replace")).splitlines() for p in (old, new)
    ]
    for number, (a, b) in enumerate(zip(*sides, strict=False), start=1):
        if a != b:
            start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), 0)
            shown = (repr(line[max(0, start - 20) : start + 40]) for line in (a, b))
            return f"line {number}: {' → '.join(shown)}"
    return f"{len(sides[0])} lines → {len(sides[1])} lines"
