"""How much of this book was rebuilt and found identical, beside what others found of notebooks."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.numbers import Numbers

#: what is compared, as it is named in the table of verifications
COMPARED = ("chapters", "figures", "numbers")


def latest() -> pd.DataFrame:
    """Return the verifications of the latest version that was verified, in the order of the file.

    The frame is empty if none was.
    """
    frame = tables.load("verifications")
    if frame.empty:
        return frame
    last = max(frame["version"], key=lambda version: tuple(map(int, version.split("."))))
    return frame[frame["version"].eq(last)].reset_index(drop=True)


def add_numbers(found: Numbers) -> None:
    """Add the numbers of the section on rebuilding to those of the page on methods."""
    _add_verified(found.using("verifications"))
    _add_studied(found.using("reproducibility_studies"))


def _add_verified(found: Numbers) -> None:
    frame = latest()
    version = str(frame["version"].iloc[0]) if len(frame) else "none yet"
    found.words("verified_version", version, "version that was last built again and compared")
    found.count("n_verifications", len(frame), "rebuilds of that version that were compared")
    if len(frame):
        last = f"{frame['date'].max():%Y-%m-%d}"
        found.date("verified_until", last, "day of the last of them")
    else:
        found.words("verified_until", "no day yet", "day of the last of them")
    for thing in COMPARED:
        # of several rebuilds the worst one counts
        total = frame[thing].max() if len(frame) else 0
        same = frame[f"{thing}_identical"].min() if len(frame) else 0
        found.count(f"verified_{thing}", total, f"{thing} of that version that were compared")
        found.count(f"identical_{thing}", same, f"{thing} that were identical in each rebuild")


def _add_studied(found: Numbers) -> None:
    frame = provenance.read_rows("reproducibility_studies")
    sums = frame[["found", "installed", "ran", "identical"]].sum()
    found.count("notebooks_found", sums["found"], "published notebooks that others found")
    found.count("notebooks_installed", sums["installed"], "of these, could be installed and run")
    found.count("notebooks_ran", sums["ran"], "of these, ran without an error")
    found.count("notebooks_identical", sums["identical"], "of these, gave identical results")
    for whole in ("found", "installed"):
        share = sums["identical"] / sums[whole]
        meaning = f"notebooks with identical results, of those {whole}"
        found.percent(f"share_identical_of_{whole}", share, meaning, digits=1)
