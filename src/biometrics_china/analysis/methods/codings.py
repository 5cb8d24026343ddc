"""The codes of a second reader beside those of the first, and in their place."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.analysis.methods import harms
from biometrics_china.validation.twice_coded import COMPARED, is_repeat

#: coded tables → the field that says of what a row is part, where it is not instrument_id
WHOLES = {
    "census": "instrument_title",
    "instruments": "id",
    "transfer_rules": "instrument",
    "measures": "id",
    "joined_file_steps": "system",
    "camera_counts": "source_id",
    "biometric_holdings": "source_id",
    "surveillance_positions": "id",
    "counter_rules": "law",
    "refusal_costs": "id",
    "cooperation_cells": "id",
    "cooperation_steps": "case_id",
    "sampling_rules": "instrument",
    "target_categories": "scheme",
    "survey_answers": "survey_id",
}

#: what a resolution says that resolves nothing: its reason names what would have to be read
OPEN = "open"

#: every extent at which the second reader gave a code
ALL = (*COMPARED, "report", "row")


def second(only: str | None = None) -> pd.DataFrame:
    """Return the second codings with a code: table, row_id, field, extent, second (as written).

    With `only`, those of one table. Whether a hit of the census counts is left out where
    `twice_coded.is_repeat` says so.
    """
    frame = tables.load("second_codings").rename(columns={"value": "second"})
    frame = frame[frame["second"].notna() & (frame["table"].eq(only) if only else True)]
    is_count = frame["table"].eq("census") & frame["field"].eq("counted")
    repeats = _repeats() if is_count.any() else []
    frame = frame[~(is_count & frame["row_id"].isin(repeats))]
    return frame[["table", "row_id", "field", "extent", "second"]].reset_index(drop=True)


def _repeats() -> list[str]:
    census = tables.load("census")
    return [str(r["id"]) for r in census.to_dict("records") if is_repeat("counted", r)]


def pairs(extents: tuple[str, ...] = COMPARED) -> pd.DataFrame:
    """Return the cells coded twice: table, field, row_id, instrument, first, second (codes).

    A cell counts if both readers gave a code, the source of the first was read, and the second had
    as much of the text as `extents` says. Of a list, the codes are sorted and joined, so that two
    lists agree only where all their codes do. Judgments of harm (`harms`) were made from the
    words of the rows.
    """
    codes = second()
    codes = codes[codes["extent"].isin(extents)]
    keys = ["table", "row_id", "field"]
    coded = codes.groupby("table", sort=False)["field"].unique()
    parts = [_first(str(name), list(fields)) for name, fields in coded.items()]
    first = pd.concat(parts) if parts else pd.DataFrame(columns=[*keys, "instrument", "first"])
    found = codes.merge(first, on=keys)
    found["second"] = found["second"].map(_sorted)
    judged = [harms.pairs()] if "row" in extents else []
    return pd.concat([found[harms.KEYS], *judged], ignore_index=True)


def coded_first(name: str) -> pd.DataFrame:
    """Return the read rows of a table as the first reader coded them, before anything was resolved.

    Types are those of `tables.load`.
    """
    return _overlaid(provenance.read_rows(name), name, tables.load("resolutions"), "first")


def coded_second(name: str) -> pd.DataFrame:
    """Return `coded_first`, the code of the second reader in place where there is one.

    Codes that rest on a report count too.
    """
    return _overlaid(coded_first(name), name, second(name), "second")


def disagreements() -> pd.DataFrame:
    """Return the pairs that differ, with `value` and `by` of the resolution.

    Both are missing where there is none, or where it says `OPEN`.
    """
    found = pairs(ALL)
    found = found[found["first"].ne(found["second"])]
    keys = ["table", "row_id", "field"]
    resolved = tables.load("resolutions")[[*keys, "value", "by"]]
    resolved = resolved.assign(value=resolved["value"].map(_sorted))
    resolved = pd.concat([resolved, harms.resolved()], ignore_index=True)
    resolved = resolved[resolved["by"].ne(OPEN)]
    return found.merge(resolved, on=keys, how="left")


def _overlaid(rows: pd.DataFrame, name: str, codes: pd.DataFrame, key: str) -> pd.DataFrame:
    """Return the rows with the codes of the column `key` in place, by row_id and field."""
    frame = rows.set_index("id", drop=False)
    # what types a cell belongs to the table that was loaded: nothing else of the codebook is read
    fields = {field.name: field for field in tables.check().table(name).fields}
    for field, part in codes[codes["table"].eq(name)].groupby("field"):
        described, column = fields[str(field)], frame[field]
        items: Callable[[str], object] = described.items
        parse = items if described.type == "list" else tables.PARSERS.get(described.type, str)
        given = part.set_index("row_id")[key].map(parse).reindex(frame.index)
        frame[field] = column.mask(given.notna(), given.astype(column.dtype))
    frame = frame.reset_index(drop=True)
    return harms.overlaid(frame, key) if name == harms.CELLS else frame


def _first(name: str, fields: list[str]) -> pd.DataFrame:
    """Return table, row_id, instrument, field and first: the codes of the first reader."""
    rows = coded_first(name)
    parts = [
        pd.DataFrame(
            {
                "table": name,
                "row_id": rows["id"],
                "instrument": _instruments(name, rows),
                "field": field,
                "first": rows[field].map(_code),
            }
        )
        for field in fields
    ]
    return pd.concat(parts).dropna(subset=["first"])


def _sorted(codes: str) -> str:
    return ";".join(sorted(codes.split(";")))


def _code(value: object) -> str | None:
    """Return a typed cell as its code is written; None where the first reader gave none."""
    if isinstance(value, tuple):
        return ";".join(sorted(value)) or None
    if value is None or value is pd.NA or value != value:
        return None
    return str(value).lower() if isinstance(value, bool | np.bool_) else str(value)


def _instruments(name: str, rows: pd.DataFrame) -> pd.Series:
    """Return what each row is part of: the draw of the bootstrap takes or leaves it whole."""
    if name == "safeguards":
        powers = tables.load("powers").set_index("id")["instrument_id"]
        return rows["power_id"].map(powers)
    return rows[WHOLES.get(name, "instrument_id")]
