"""Short names that readers type for bodies which the register does not hold."""

from __future__ import annotations

import re

from biometrics_china import observing, provenance
from biometrics_china.register.words import Row


@observing.kept
def as_data() -> list[dict[str, str]]:
    """Return `id`, `pattern` and `says` of each; the patterns mean the same in JavaScript."""
    rows = provenance.read_rows("not_held").to_dict("records")
    return [{"id": str(r["id"]), "pattern": _pattern(r), "says": _says(r)} for r in rows]


def _pattern(row: Row) -> str:
    """Return what matches the short name and the full one, and nothing longer."""
    names = "|".join(re.escape(str(row[field])) for field in ("name", "full_zh"))
    return rf"^\s*(?:{names})\s*$"


def _says(row: Row) -> str:
    return (
        f"{row['name']} is short for {row['full_zh']}, {row['full_en']}, in what was read; the "
        f"register holds no body of that name (record not_held/{row['id']}, {row['source_id']})"
    )
