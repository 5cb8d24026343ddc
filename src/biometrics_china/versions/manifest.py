"""The manifest of a built site: what each page, figure, table and number is, as SHA-256.

It is written when everything else is, and lists every file but itself. Beside the digests it says
what the site was made of (inputs and tools), so that a difference between two sites can be told
apart into data, code, text, tools, or bytes alone.
"""

from __future__ import annotations

import json
from pathlib import Path

from biometrics_china import place
from biometrics_china.digests import of_bytes, of_facts
from biometrics_china.versions import marks, said, snapshot
from biometrics_china.versions.snapshot import Json

NAME = "manifest.json"
#: kinds of files, in the order of the manifest; whatever is none of these is under `files`
KINDS = ("pages", "figures", "tables", "files")


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
    """Return a manifest. Raises BadManifest if there is none or if it is broken."""
    try:
        found: Json = json.loads(path.read_text(encoding="utf-8"))
        known = found["format"] == snapshot.FORMAT and all(
            found[kind] is not None for kind in KINDS
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadManifest(f"{path}: is no manifest of a site: {error}") from None
    if not known:
        raise BadManifest(f"{path}: format {found['format']!r} is not known; {snapshot.FORMAT} is")
    return found


def digests(site: Path) -> dict[str, str]:
    """Return path → SHA-256 of every file of a site but the manifest, in the order of the paths.

    What `assemble` adds to pages (and beside them: other versions, the list of versions) does not
    count: a released site stays what it was.
    """
    paths = sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())
    found = {p: _released(site / p) for p in paths if p != NAME and not is_added(p)}
    return {p: of_bytes(c) for p, c in found.items() if c is not None}


def is_added(path: str) -> bool:
    """Return True for the files that `assemble` puts beside the pages of the latest version."""
    return path.startswith("v/") or path in ("versions.html", "versions.css", "versions.json")


def _released(path: Path) -> bytes | None:
    """Return a file as it was released; None for a page that is nothing but an addition."""
    content = path.read_bytes()
    if path.suffix != ".html" or marks.BEGIN.encode() not in content:
        return content
    page = marks.without(content.decode(errors="surrogateescape"))
    return page.encode(errors="surrogateescape") or None


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


def flat(manifest: Json) -> dict[str, str]:
    """Return path → digest of every file that a manifest lists."""
    return {path: digest for kind in KINDS for path, digest in manifest[kind].items()}


def counts(manifest: Json) -> dict[str, int]:
    """Return how many chapters, pages, figures, tables and numbers a manifest lists.

    A chapter is a page made by running a notebook; a figure counts once, with all its files.
    """
    pages = [path.split("/") for path in manifest["pages"]]
    return {
        "chapters": sum(len(parts) == 2 and parts[0] == "chapters" for parts in pages),
        "pages": len(pages),
        "figures": len({path.partition(".")[0] for path in manifest["figures"]}),
        "tables": len(manifest["tables"]),
        "numbers": len(manifest["numbers"]),
    }
