"""Make the folder of a release from a built site: archives, lock, manifest, sums, descriptions."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from biometrics_china.publishing import metadata
from biometrics_china.publishing.release_parts import (
    ReleaseFile,
    crate,
    rocrate,
    sbom,
    swhid_of_content,
    swhid_of_folder,
)
from biometrics_china.versions import manifest
from biometrics_china.versions.release import archives, data_forms
from biometrics_china.versions.release.refuse import Refused, refusals

SUMS = "SHA256SUMS"


def make(root: Path, version: str, site: Path, pdf: Path, out: Path) -> Path:
    """Make the release `version` of the checkout at `root` in `out/<version>` and return that folder.

    `site` is the built site and `pdf` the book as PDF, both of this very commit. The folder stands
    there whole or not at all. Raises Refused with one line for each reason.
    """
    reasons = refusals(root, version, out) + _missing(site, pdf)
    if reasons:
        raise Refused("\n".join(reasons))
    files = _contents(root, version, site, pdf)
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


def _missing(site: Path, pdf: Path) -> list[str]:
    wanted = {site / manifest.NAME: "make book", pdf: "make pdf"}
    return [
        f"{path}: is not there; run {run}" for path, run in wanted.items() if not path.is_file()
    ]


def _contents(root: Path, version: str, site: Path, pdf: Path) -> dict[str, bytes]:
    """Return name → content of every file of a release."""
    name, facts = f"biometrics-china-{version}", metadata.read(root / metadata.NAME)
    source = archives.commit(root)
    lock = source["requirements.txt"][0]
    # a release is made with more than a site is, and has a bill of both
    locks = lock + source.get("requirements/release.txt", (b"", False))[0]
    kinds = {
        f"{name}-site.zip": ("site", archives.zipped(archives.folder(site))),
        f"{name}.pdf": ("pdf", pdf.read_bytes()),
        f"{name}-data.zip": ("data", data_forms.package(facts)),
        f"{name}-source.tar.gz": (
            "source",
            archives.tarred({f"{name}-source/{p}": f for p, f in source.items()}),
        ),
        "requirements.txt": ("lock", lock),
        manifest.NAME: ("manifest", (site / manifest.NAME).read_bytes()),
        "sbom.cdx.json": ("sbom", sbom(locks.decode(), facts)),
    }
    kinds["SWHIDS.txt"] = ("swhids", _swhids({n: c for n, (_, c) in kinds.items()}, source))
    described = [
        ReleaseFile(n, len(c), hashlib.sha256(c).hexdigest(), kind)
        for n, (kind, c) in kinds.items()
    ]
    files = {n: c for n, (_, c) in kinds.items()} | {rocrate.NAME: crate(described, facts)}
    return files | {SUMS: sums(files)}


def sums(files: Mapping[str, bytes]) -> bytes:
    """Return the list that ``sha256sum --check`` reads."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def _swhids(files: Mapping[str, bytes], source: Mapping[str, tuple[bytes, bool]]) -> bytes:
    """Return identifiers by content: of each file, and of the source as a folder."""
    with tempfile.TemporaryDirectory() as scratch:
        for path, (content, may_run) in source.items():
            at = Path(scratch) / path
            at.parent.mkdir(parents=True, exist_ok=True)
            at.write_bytes(content)
            at.chmod(0o755 if may_run else 0o644)
        lines = [f"{swhid_of_folder(Path(scratch))}  the source, unpacked"]
    lines += [f"{swhid_of_content(files[name])}  {name}" for name in sorted(files)]
    return ("\n".join(lines) + "\n").encode()
