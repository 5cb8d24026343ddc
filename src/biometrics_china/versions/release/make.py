"""Make the folder of a release from its commit: site, PDF, archives, lock, manifest, sums.

Nothing is packed that lies about: site and PDF are made anew from the commit, and the site that was
tested is only compared with the new one.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from biometrics_china import digests, metadata
from biometrics_china.publishing.pdf import pages, typeset
from biometrics_china.publishing.release_parts import (
    ReleaseFile,
    crate,
    rocrate,
    sbom,
    swhid_of_content,
    swhid_of_folder,
)
from biometrics_china.versions import git, manifest, own, rebuild, verify
from biometrics_china.versions.release import archives, data_forms
from biometrics_china.versions.release.refuse import Refused, refusals

#: of the differences from a fresh build so many are given as reasons
_MOST = 10


def make(root: Path, version: str, site: Path, out: Path) -> Path:
    """Make the release `version` of the checkout at `root` in `out/<version>` and return that folder.

    `site` is the site that was tested. The folder stands there whole or not at all. Raises Refused
    if the version is not ready or if the site is not what a fresh build of the commit gives, and
    ValueError if the commit cannot be built or printed.
    """
    if reasons := refusals(root, version, out):
        raise Refused(reasons)
    manifest.read(site / manifest.NAME)  # before the long part
    with tempfile.TemporaryDirectory() as scratch:
        source, unpacked = git.files(root), Path(scratch) / "commit"
        git.write(source, unpacked)
        fresh = rebuild.site_of(unpacked, Path(scratch))
        if reasons := _foreign(site, fresh):
            raise Refused(reasons)
        printed = Path(scratch) / "pdf"
        toc = root / "_toc.yml"
        try:
            typeset.write(fresh, pages.chosen(toc), printed / f"biometrics-china-{version}.pdf")
            typeset.write_parts(fresh, toc, printed)
        except pages.PrintError as error:
            raise Refused([f"the PDF cannot be made: {error}"]) from error
        files = _contents(version, source, unpacked, fresh, printed)
    out.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".release-", dir=out))
    try:
        for name, content in files.items():
            (made / name).write_bytes(content)
        made.chmod(0o755)
        os.rename(made, out / version)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return out / version


def _foreign(site: Path, fresh: Path) -> list[str]:
    """Return what the site that was tested has else than a fresh build of the commit."""
    kept = site / manifest.NAME
    found = own.faults(site, manifest.read(kept))
    found += map(str, verify.differences(site, kept, fresh))
    lines = [f"{site}: is no fresh build of this commit: {line}" for line in found]
    return [*lines[:_MOST], *([f"… and {len(lines) - _MOST:,} more"] if lines[_MOST:] else [])]


def _contents(
    version: str, source: git.Files, unpacked: Path, site: Path, printed: Path
) -> dict[str, bytes]:
    """Return name → content of every file of a release; the source is given unpacked as well.

    `printed` holds the PDF of the book and those of its parts.
    """
    name, lock = f"biometrics-china-{version}", source["requirements.txt"][0]
    facts = metadata.read(unpacked / metadata.NAME)
    whole = {path: (site / path).read_bytes() for path in manifest.plain_files(site)}
    books = {path.name: path.read_bytes() for path in sorted(printed.iterdir())}
    # a release is made with more than a site is, and has a bill of both
    locks = lock + source.get("requirements/release.txt", (b"", False))[0]
    kinds = {
        f"{name}-site.zip": ("site", archives.zipped(whole)),
        f"{name}.pdf": ("pdf", books.pop(f"{name}.pdf")),
        f"{name}-chapters.zip": ("chapters", archives.zipped(books)),
        f"{name}-data.zip": ("data", data_forms.package(facts)),
        f"{name}-source.tar.gz": (
            "source",
            archives.tarred({f"{name}-source/{p}": f for p, f in source.items()}),
        ),
        "requirements.txt": ("lock", lock),
        manifest.NAME: ("manifest", (site / manifest.NAME).read_bytes()),
        "sbom.cdx.json": ("sbom", sbom(locks.decode(), facts)),
    }
    swhids = [f"{swhid_of_folder(unpacked)}  the source, unpacked"]
    swhids += [f"{swhid_of_content(kinds[n][1])}  {n}" for n in sorted(kinds)]
    kinds["SWHIDS.txt"] = ("swhids", ("\n".join(swhids) + "\n").encode())
    described = [
        ReleaseFile(n, len(c), digests.of_bytes(c), kind) for n, (kind, c) in kinds.items()
    ]
    files = {n: c for n, (_, c) in kinds.items()} | {rocrate.NAME: crate(described, facts)}
    return files | {own.SUMS: sums(files)}


def sums(files: Mapping[str, bytes]) -> bytes:
    """Return the list that ``sha256sum --check`` reads."""
    lines = (f"{digests.of_bytes(files[name])}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()
