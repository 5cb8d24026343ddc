"""The manifest of a built site: what each page, figure, table and number is, as SHA-256.

It is written when everything else is, and lists every file but itself. Beside the digests it says
what the site was made of (inputs and tools), so that a difference between two sites can be told
apart into data, code, text, tools, or bytes alone.
"""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from biometrics_china import place, said
from biometrics_china.digests import of_bytes, of_facts
from biometrics_china.versions import snapshot
from biometrics_china.versions.snapshot import Json

NAME = "manifest.json"
#: kinds of files, in the order of the manifest; whatever is none of these is under `files`
KINDS = ("pages", "figures", "tables", "files")
#: bytes; the manifest of today's site has a hundredth
_MOST = 40_000_000

TEXT: Json = {"type": "string"}


def each(value: Json) -> Json:
    """Return the JSON Schema of an object whose values are all of one kind."""
    return {"type": "object", "additionalProperties": value}


_NUMBER = {
    "value": {"type": ["number", "string", "boolean"]},
    "text": TEXT,
    "tables": {"type": "array", "items": TEXT},
    "sha256": TEXT,
}
_PARTS: Json = {
    "format": {"const": snapshot.FORMAT},
    "version": TEXT,
    "date": TEXT,
    **{kind: each(TEXT) for kind in KINDS},
    "numbers": each({"type": "object", "properties": _NUMBER, "required": list(_NUMBER)}),
    "inputs": each(each(TEXT)),
    "tools": each(TEXT),
}
_SCHEMA: Json = {
    "type": "object",
    "properties": _PARTS,
    "required": list(_PARTS),
    "additionalProperties": False,
}


#: what is said of such a file
ODD = "is a link, a pipe, a device or an empty folder"


class BadManifest(ValueError):
    """A manifest that is missing or cannot be read; the message is one line."""


def make(site: Path) -> Json:
    """Return the manifest of a site that this process built."""
    root = place.root()
    return {
        "format": snapshot.FORMAT,
        **snapshot.edition(root),
        **by_kind(digests(site)),
        "numbers": {i: _number(i, n) for i, n in said.parse(said.read(root))["numbers"].items()},
        "inputs": snapshot.inputs(root),
        "tools": snapshot.tools(),
    }


def _number(number_id: str, number: Json) -> Json:
    kept = {key: number[key] for key in ("value", "text", "tables")}
    return kept | {"sha256": of_facts([number_id, number])}


def write(site: Path) -> None:
    """Write the manifest of a site into it."""
    (site / NAME).write_bytes(snapshot.dumped(make(site)))


def read(path: Path) -> Json:
    """Return a manifest. Raises BadManifest, in one line, for whatever else a file may hold."""
    return read_json(path, "manifest of a site", _SCHEMA)


def read_json(path: Path, thing: str, schema: Json) -> Json:
    """Return what a JSON file holds that anybody may have written. Raises BadManifest, in one line."""
    try:
        if path.stat().st_size > _MOST:
            raise ValueError(f"it is larger than {_MOST:,} bytes")
        found: Json = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_once)
        fault = best_match(Draft202012Validator(schema).iter_errors(found))
    except (OSError, ValueError, RecursionError) as error:
        raise BadManifest(f"{path}: is no {thing}: {error}") from None
    if fault:
        where = "/".join([*map(str, fault.absolute_path), ""])
        raise BadManifest(f"{path}: is no {thing}: {where} {fault.message[:200]}")
    return found


def _once(pairs: list[tuple[str, Any]]) -> Json:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in it")
    return found


def digests(site: Path) -> dict[str, str]:
    """Return path → SHA-256 of every plain file of a site but the manifest, in order."""
    named = ((path, site / path) for path in plain_files(site) if path != NAME)
    return {name: of_bytes(path.read_bytes()) for name, path in named}


def plain_files(folder: Path) -> list[str]:
    """Return the paths of the plain files below a folder, in order."""
    return sorted(path for path, mode in _modes(folder) if stat.S_ISREG(mode))


def odd_files(folder: Path) -> list[str]:
    """Return the paths of links, pipes, devices, empty folders and whatever else no manifest lists."""
    return sorted(
        path
        for path, mode in _modes(folder)
        if not ((stat.S_ISDIR(mode) and any((folder / path).iterdir())) or stat.S_ISREG(mode))
    )


def _modes(folder: Path) -> Iterator[tuple[str, int]]:
    for path in folder.rglob("*"):
        yield path.relative_to(folder).as_posix(), path.lstat().st_mode


def by_kind(found: dict[str, str]) -> Json:
    """Return the digests sorted into `pages`, `figures`, `tables` and `files`."""
    sorted_: Json = {kind: {} for kind in KINDS}
    for path, digest in found.items():
        sorted_[kind_of(path)][path] = digest
    return sorted_


def kind_of(path: str) -> str:
    """Return which kind of file a path of the site is."""
    if path.endswith(".html"):
        return "pages"
    if path.startswith("exhibits/fig-"):
        return "figures"
    is_table = path.startswith(("exhibits/tab-", "data/")) and path.endswith(".csv")
    return "tables" if is_table else "files"
