"""Find the site, the manifest and the source in what somebody hands over: a folder or an archive."""

from __future__ import annotations

import lzma
import re
import stat
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from biometrics_china.versions import manifest

ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.xz")
#: what the two libraries raise for archives that are broken or that they cannot read
_BROKEN = (
    OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, tarfile.TarError,
    zlib.error, lzma.LZMAError,
)  # fmt: skip
#: how deep below the folder that was named a site may lie: release, archive, its only folder
_DEPTH = 3


class NotACopy(ValueError):
    """Nothing there can be verified; the message is one line that says what would be right."""


@dataclass(frozen=True)
class Copy:
    """A copy of the book: its built `site`, its `manifest`, and its `source` where it has one.

    `folder` is what was handed over, unpacked: the site itself, or what lies around it.
    """

    site: Path
    manifest: Path
    source: Path | None
    folder: Path


def find(path: Path, scratch: Path) -> Copy:
    """Return the copy of the book at `path`: a site, a release folder, or an archive of either.

    Archives are unpacked below `scratch`. Raises NotACopy if there is no site with a manifest.
    """
    if not path.exists():
        raise NotACopy(f"{path}: does not exist; a built site or a release is right")
    folder = path if path.is_dir() else unpacked(path, scratch / "copy")
    site = next(_sites(folder, scratch, _DEPTH), None)
    if site is None:
        raise NotACopy(f"{path}: holds no site; a folder or archive with an index.html is right")
    places = (site / manifest.NAME, folder / manifest.NAME, site.parent / manifest.NAME)
    listed = next((p for p in places if p.is_file()), None)
    if listed is None:
        raise NotACopy(f"{path}: the site has no {manifest.NAME}; nothing says what it should be")
    for other in places[1:]:
        if other.is_file() and other.read_bytes() != listed.read_bytes():
            raise NotACopy(f"{other}: is another manifest than that of the site")
    # what lies in the site itself is compared and never run
    source = None if site == folder else _source(folder, site, scratch)
    return Copy(site, listed, source, folder)


def _sites(folder: Path, scratch: Path, depth: int) -> Iterator[Path]:
    """Yield the sites in a folder: itself, else in a folder or archive named after a site."""
    if (folder / "index.html").is_file():
        yield folder
        return
    if not depth:
        return
    inside = sorted(folder.iterdir())
    named = [p for p in inside if "site" in p.name or "html" in p.name]
    alone = [p for p in inside if p.is_dir()]
    for found in [*named, *(alone if len(alone) == 1 else [])]:
        if found.is_dir():
            yield from _sites(found, scratch, depth - 1)
        elif is_archive(found):
            yield from _sites(unpacked(found, scratch / "site"), scratch, depth - 1)


def _source(folder: Path, site: Path, scratch: Path) -> Path | None:
    """Return the source that came with a release, unpacked, or None.

    An archive goes before a folder, in which somebody may have worked.
    """
    named = sorted(p for p in folder.rglob("*source*") if p.is_dir() or is_archive(p))
    named = [p for p in named if not p.is_relative_to(site)]
    for found in sorted(named, key=Path.is_dir):
        top = found if found.is_dir() else unpacked(found, scratch / "source")
        made = next(
            (p.parent for g in ("Makefile", "*/Makefile") for p in sorted(top.glob(g))), None
        )
        if made:
            return made
    return None


def is_archive(path: Path) -> bool:
    """Return True for a file whose name is that of an archive this module can unpack."""
    return path.is_file() and path.name.endswith(ARCHIVES)


def unpacked(archive: Path, to: Path) -> Path:
    """Unpack an archive and return the folder. Raises NotACopy if it is none or is broken."""
    if not is_archive(archive):
        raise NotACopy(f"{archive}: is no archive; one of {', '.join(ARCHIVES)} is right")
    try:
        if archive.suffix == ".zip":
            with zipfile.ZipFile(archive) as packed:
                inside = packed.infolist()
                links = [i.filename for i in inside if stat.S_ISLNK(i.external_attr >> 16)]
                _check([i.filename for i in inside], links)
                packed.extractall(to)
        else:
            with tarfile.open(archive) as packed_tar:
                held = packed_tar.getmembers()
                _check(
                    [m.name for m in held],
                    [m.name for m in held if not m.isreg() and not m.isdir()],
                )
                # the first releases of Python 3.11 know no filters
                packed_tar.extraction_filter = getattr(tarfile, "data_filter", None)
                packed_tar.extractall(to)
    except _BROKEN as error:
        raise NotACopy(f"{archive}: cannot be unpacked: {error}") from None
    return to


def _check(names: Sequence[str], links: Sequence[str]) -> None:
    """Raise ValueError for entries that lead out of an archive, stand twice, or are links or devices."""
    once = set()
    for name in names:
        if re.match(r"[/\\]|[A-Za-z]:", name) or ".." in re.split(r"[/\\]", name):
            raise ValueError(f"{name!r} leads out of it")
        # one file on disks that tell neither large letters nor forms of an accent apart
        same = unicodedata.normalize("NFC", name.rstrip("/")).casefold()
        if same in once:
            raise ValueError(f"{name!r} stands twice in it")
        once.add(same)
    if links:
        raise ValueError(f"{links[0]!r} is no file and no folder")
