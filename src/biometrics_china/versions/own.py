"""Whether a copy is what it says of itself: a site by its manifest, a release by its list of sums."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from biometrics_china import digests
from biometrics_china.versions import manifest
from biometrics_china.versions.snapshot import Json

SUMS = "SHA256SUMS"


def faults(site: Path, listed: Json) -> list[str]:
    """Return where a site is not what its own manifest says, one line a file."""
    there = manifest.by_kind(manifest.digests(site))
    odd = [f"{shown(path)}: {manifest.ODD}" for path in manifest.odd_files(site)]
    kinds = [_unlike(listed[k], there[k], "the manifest of this copy") for k in manifest.KINDS]
    return [*odd, *itertools.chain(*kinds)]


def sums_faults(folder: Path) -> list[str]:
    """Return where the files of a release folder are not what its list of sums says, if it has one."""
    if not (path := folder / SUMS).is_file():
        return []
    lines = path.read_bytes().decode(errors="replace").splitlines()
    found = [re.fullmatch(r"([0-9a-f]{64}) [ *](.+)", line) for line in lines]
    if not all(found):
        return [f"{SUMS}: is no list of sha256sum"]
    said = {line[2]: line[1] for line in found if line}
    files = [
        p for p in sorted(folder.iterdir()) if p.is_file() and not p.is_symlink() and p != path
    ]
    return list(_unlike(said, {p.name: digests.of_file(p) for p in files}, SUMS))


def _unlike(said: Mapping[str, str], there: Mapping[str, str], by: str) -> Iterator[str]:
    """Yield a line for each path whose digest is not the one that a list gives."""
    for path in dict.fromkeys([*said, *there]):
        if path not in there:
            yield f"{shown(path)}: is in {by} and not there"
        elif path not in said:
            yield f"{shown(path)}: is there and not in {by}"
        elif there[path] != said[path]:
            yield f"{shown(path)}: is not what {by} says"


def shown(path: str) -> str:
    """Return a path, in quotation marks if it could be taken for something else than a path."""
    return path if re.fullmatch(r"[\w./@+-]+", path) else repr(path)
