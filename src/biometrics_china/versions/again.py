"""An assembled site taken apart and put together again, so that no addition is taken on trust.

What stands between marks on a page is made anew by `assemble` from the list of versions beside the
pages; whatever the copy has else between its marks, or beside its pages, is named.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from biometrics_china.versions import assemble, manifest, marks, own
from biometrics_china.versions.unpack import Copy


def released(copy: Copy, scratch: Path) -> tuple[Copy, list[str]]:
    """Return a copy as it was released, and a line for each addition that is not what it should be.

    A site that was not assembled is returned as it is: in it nothing counts as an addition. Raises
    ValueError and OSError for a site that only seems to be assembled.
    """
    site = copy.site.resolve()
    top = site.parent.parent if site.parent.name == "v" else site
    if not (top / assemble.LIST).is_file() or not (top / "v").is_dir():
        return copy, []
    moves, address = assemble.read_list(top / assemble.LIST)
    apart = scratch / "apart"
    versions = sorted(p.name for p in (top / "v").iterdir() if p.is_dir() and not p.is_symlink())
    for version in versions:
        _take_apart(top / "v" / version, apart / version)
    anew = scratch / "anew"
    working = scratch / "assembling"
    *_, latest = assemble.assemble(apart, anew, working, moves=moves, address=address)
    below = "" if site == top else f"{site.relative_to(top).as_posix()}/"
    chosen = apart / (site.name if below else latest)
    faults = [line for path, line in _faults(top, anew) if path.startswith(below)]
    for version in versions:
        if not below and version != latest:
            listed = manifest.read(apart / version / manifest.NAME)
            faults += [f"v/{version}/{line}" for line in own.faults(apart / version, listed)]
    return replace(copy, site=chosen, manifest=chosen / manifest.NAME), faults


def _take_apart(site: Path, to: Path) -> None:
    """Copy the plain files of a site, the pages without their additions."""
    for name in manifest.plain_files(site):
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".html"):
            page = (site / name).read_bytes().decode(errors="surrogateescape")
            (to / name).write_bytes(marks.without(page).encode(errors="surrogateescape"))
        else:
            shutil.copyfile(site / name, to / name)


def _faults(site: Path, anew: Path) -> list[tuple[str, str]]:
    """Return path and line of each file that differs from what was assembled anew."""
    here, there = (set(manifest.plain_files(folder)) for folder in (site, anew))
    found = [(path, manifest.ODD) for path in manifest.odd_files(site)]
    found += [(path, "is there, and assembling makes no such file") for path in here - there]
    found += [(path, "is not there, and assembling makes it") for path in there - here]
    found += [
        (path, "is not what assembling the versions gives")
        for path in here & there
        if (site / path).read_bytes() != (anew / path).read_bytes()
    ]
    return [(path, f"{own.shown(path)}: {how}") for path, how in sorted(found)]
