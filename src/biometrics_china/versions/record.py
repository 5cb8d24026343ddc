"""Keep the result of a verification as a row of the data, so that the book can print it."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Sequence
from pathlib import Path

from biometrics_china import digests, place
from biometrics_china.analysis.methods.numbers import COMPARED
from biometrics_china.versions import manifest, releases, report
from biometrics_china.versions.verify import Difference

PATH = Path("methods/verifications.csv")


def must_be_of_a_release(listed: Path) -> None:
    """Raise ValueError for a version in preparation: nobody could find again what was compared."""
    version = str(manifest.read(listed)["version"])
    if not releases.VERSION.fullmatch(version):
        released = version.partition(".dev")[0]
        raise ValueError(
            f"{listed}: version {version!r} is in preparation and is not recorded; that of a "
            f"release, such as {released}, is right"
        )


def keep(listed: Path, found: Sequence[Difference], conditions: str) -> str:
    """Append a row of today to the table of verifications and return its id.

    `listed` is the manifest of the site that was compared, `found` what differed, `conditions` says
    in words what was different about the two builds.
    """
    path = place.data() / PATH
    before = path.read_text(encoding="utf-8")
    fields, *rows = csv.reader(io.StringIO(before, newline=""))
    said = manifest.read(listed)
    counted = report.counts(said, found)
    name = f"v{said['version'].replace('.', '-')}"
    row: dict[str, object] = {
        "id": f"{name}-{sum(r[0].startswith(f'{name}-') for r in rows) + 1}",
        "version": said["version"],
        "date": datetime.date.today().isoformat(),
        "conditions": conditions,
        **{f"{t}{end}": counted[f"{t}{end}"] for t in COMPARED for end in ("", "_identical")},
        "manifest_sha256": digests.of_file(listed),
    }
    out = io.StringIO()
    csv.DictWriter(out, fields, lineterminator="\n").writerow(row)
    path.write_text(before + out.getvalue(), encoding="utf-8")
    return str(row["id"])
