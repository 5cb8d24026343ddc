"""What became of single rows after the first version: when one came, and when it changed."""

from __future__ import annotations

from collections.abc import Iterable

from biometrics_china.codebook.labels import label
from biometrics_china.versions.snapshot import Json


def of_rows(steps: Iterable[Json]) -> dict[tuple[str, str], str]:
    """Return (table, row id) → words, for rows that came or changed in one of the steps.

    `steps` are those of `releases.steps`, newest first; rows of the first version that never changed are
    not there.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for step in reversed(list(steps)):
        version = step["to"]["version"]
        for table, part in step["rows"].items():
            for row_id in part["added"]:
                found.setdefault((table, row_id), []).append(f"new in {version}")
            for row in part["changed"]:
                fields = ", ".join(label(f["name"]).lower() for f in row["fields"])
                found.setdefault((table, row["id"]), []).append(f"changed in {version}: {fields}")
    return {place: "; ".join(said) for place, said in found.items()}
