"""Several released sites become one: the latest at the top, each version as released below `v/`.

Pages of a release are never changed. What is added to them (a banner on old versions, the list of
versions, a style) stands between marks (`marks`), and without it each page is what it was, to the
byte. Everything works from a folder, without a server and without a script.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from biometrics_china.versions import additions, manifest, marks, releases, unpack
from biometrics_china.versions.additions import Release, Whole
from biometrics_china.versions.snapshot import Json

#: files of our own at the top of the assembled site
PAGE, STYLE, LIST = "versions.html", "versions.css", "versions.json"
_LIST_SCHEMA: Json = {
    "type": "object",
    "properties": {"moved": manifest.each(manifest.TEXT), "address": manifest.TEXT},
    "required": ["moved", "address"],
}


class CannotAssemble(ValueError):
    """The releases cannot be put together; the message is one line."""


def assemble(
    folder: Path, out: Path, scratch: Path, *, moves: Mapping[str, str], address: str = ""
) -> list[str]:
    """Put the releases in a folder together in `out`, which must not exist; return their versions.

    Each release lies in a folder (or archive) of any name, with its site and manifest. `moves` are
    pages that moved, old → new; `address` is that of the site, where one is known. The result
    appears as a whole or not at all. Raises CannotAssemble and what `unpack` and `manifest` raise.
    """
    if out.exists():
        raise CannotAssemble(f"{out}: is there already; a folder that does not exist is right")
    whole = Whole(list(_releases(folder, scratch))[::-1], moves, address)
    _check_moves(moves, whole.latest.pages)
    made = scratch / "assembled"
    for release in whole.releases:
        _place(release, made / "v" / release.version, whole, "../../")
    _place(whole.latest, made, whole, "")
    _write_own(made, whole)
    part = out.with_name(f"{out.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(made, part)
    part.rename(out)
    return [release.version for release in whole.releases[::-1]]


def _releases(folder: Path, scratch: Path) -> Iterator[Release]:
    """Yield the releases in a folder, oldest first."""
    inside = sorted(folder.iterdir()) if folder.is_dir() else []
    named = [p for p in inside if p.is_dir() or unpack.is_archive(p)]
    found = {}
    for place, path in enumerate(named):
        copy = unpack.find(path, scratch / f"release-{place}")
        listed = manifest.read(copy.manifest)
        if odd := manifest.odd_files(copy.site):
            raise CannotAssemble(f"{path}: {odd[0]!r} {manifest.ODD}")
        pages = frozenset(p.relative_to(copy.site).as_posix() for p in copy.site.rglob("*.html"))
        if listed["version"] in found:
            raise CannotAssemble(f"{path}: version {listed['version']} is there twice")
        found[listed["version"]] = Release(listed["version"], listed["date"], copy.site, pages)
    if not found:
        raise CannotAssemble(f"{folder}: holds no release; a folder of unpacked releases is right")
    yield from (found[version] for version in sorted(found, key=releases.key))


def read_moves(path: Path) -> dict[str, str]:
    """Return old → new page of a CSV file; none if there is no file. Raises CannotAssemble."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if rows.fieldnames != ["old", "new"]:
            raise CannotAssemble(f"{path.name}:1: the columns old, new are right")
        return {row["old"]: row["new"] for row in rows}


def read_list(path: Path) -> tuple[dict[str, str], str]:
    """Return moved pages and address of an assembled site. Raises ValueError, in one line."""
    found = manifest.read_json(path, "list of versions", _LIST_SCHEMA)
    return found["moved"], found["address"]


def _check_moves(moves: Mapping[str, str], pages: frozenset[str]) -> None:
    """Raise CannotAssemble unless each moved page is gone from the latest version, its new one there."""
    for old, new in moves.items():
        if new not in pages:
            raise CannotAssemble(f"moved pages: new: {new!r} is no page of the latest version")
        if old in pages:
            raise CannotAssemble(f"moved pages: old: {old!r} is still a page of the latest")
        if not old.endswith(".html") or ".." in old or old.startswith("/"):
            raise CannotAssemble(f"moved pages: old: {old!r} is no page below the site")


def _place(release: Release, to: Path, whole: Whole, top: str) -> None:
    """Copy a release and add to each of its pages; `top` leads from the copy to the whole site."""
    shutil.copytree(release.site, to, dirs_exist_ok=True)
    for page in sorted(release.pages):
        html = (to / page).read_bytes().decode()
        if marks.is_marked(html):
            raise CannotAssemble(
                f"{release.version}: {page} is marked already; a released site is right"
            )
        (to / page).write_bytes(additions.added_to(html, page, release, whole, top).encode())


def _write_own(made: Path, whole: Whole) -> None:
    """Write what belongs to no release: page, style and list of versions, and pages that lead on."""
    (made / PAGE).write_text(additions.list_page(whole), encoding="utf-8")
    (made / STYLE).write_text(additions.STYLE, encoding="utf-8")
    said = {
        "latest": whole.latest.version,
        "address": whole.address,
        "moved": dict(whole.moves),
        "versions": [
            {"version": r.version, "date": r.date, "path": f"v/{r.version}/"}
            for r in whole.releases
        ],
    }
    (made / LIST).write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
    for old, new in whole.moves.items():
        target = escape("../" * old.count("/") + new)
        (made / old).parent.mkdir(parents=True, exist_ok=True)
        (made / old).write_text(additions.moved_page(target), encoding="utf-8")
