"""Cells of a table that two readers coded, and when their codes are compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from biometrics_china.validation.model import Sheet, place

#: how much of a text the second reader had where the codes of both are compared
COMPARED = ("whole", "part")
#: words of a reason to leave a hit out: its article is counted from another collection
ELSEWHERE = "same article"


def is_repeat(field: str, row: Mapping[Any, Any]) -> bool:
    """Return whether the first reader left a hit out since its article is counted elsewhere.

    The second reader, who read each text for itself, could not know that, so it is no disagreement.
    """
    return field == "counted" and ELSEWHERE in str(row.get("exclusion_reason", ""))


def without_text(sheets: Mapping[str, Sheet], name: str) -> bool:
    """Return whether all codes that a second reader gave in a table rest on less than its texts."""
    rows = sheets["second_codings"].rows
    given = {row["extent"] for row in rows if row["table"] == name and row["value"]}
    return bool(given) and not given & set(COMPARED)


def pairs_of(sheets: Mapping[str, Sheet], name: str) -> list[list[tuple[str, str]]]:
    """Return for each field of a table that was coded twice the pairs of codes.

    Where a disagreement is resolved, the code of the first reader stands with the resolution.
    """
    now = {row["id"]: row for row in sheets[name].rows}
    before = {place(row): row["first"] for row in sheets["resolutions"].rows}
    pairs: dict[str, list[tuple[str, str]]] = {}
    for row in sheets["second_codings"].rows:
        is_pair = row["table"] == name and row["value"] and row["extent"] in COMPARED
        if is_pair and not is_repeat(row["field"], now[row["row_id"]]):
            first = before.get(place(row), now[row["row_id"]][row["field"]])
            a, b = (";".join(sorted(code.split(";"))) for code in (first, row["value"]))
            if first:
                pairs.setdefault(row["field"], []).append((a, b))
    return list(pairs.values())
