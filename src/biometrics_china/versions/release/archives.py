"""Archives whose bytes depend on nothing but names and contents: no time, no owner, no order."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping

#: the earliest moment that a zip archive can state
_MOMENT = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of path → content, by path, each with the same moment and rights."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whatever this machine is
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[path])
    return made.getvalue()


def tarred(files: Mapping[str, tuple[bytes, bool]]) -> bytes:
    """Return a gzipped tar archive of path → (content, may be run), by path, without owner or time."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path in sorted(files):
            content, may_run = files[path]
            entry = tarfile.TarInfo(path)
            entry.size, entry.mode = len(content), 0o755 if may_run else 0o644
            archive.addfile(entry, io.BytesIO(content))
    return gzip.compress(made.getvalue(), compresslevel=9, mtime=0)
