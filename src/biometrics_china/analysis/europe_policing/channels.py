"""Interpol's biometric files over time, as far as dated counts were read."""

from __future__ import annotations

import pandas as pd

from biometrics_china import tables

#: the files, in the order of the figure, and the measures drawn for each
FILES = {
    "interpol_dna": ("profiles", "countries"),
    "interpol_fingerprints": ("records",),
    "interpol_faces": ("images", "countries"),
}


def holdings(frame: pd.DataFrame) -> pd.DataFrame:
    """Return dated counts of the files in `FILES`, by file, measure and day.

    Columns: `id`, `file`, `measure` (labels), `when` (decimal year), `value`, `is_least` (the source
    says "more than"), `is_used` (False where another count contradicts it), `source_id`. Most sources
    give least values, so a rise can be read and a growth rate cannot.
    """
    rows = frame[frame["series"].isin(FILES) & frame["as_of"].notna()]
    rows = rows[[m in FILES[s] for s, m in zip(rows["series"], rows["measure"], strict=True)]]
    series, measures = tables.vocabulary("count_series"), tables.vocabulary("count_measure")
    found = pd.DataFrame(
        {
            "id": rows["id"],
            "file": rows["series"].map(series),
            "measure": rows["measure"].map(measures),
            "when": rows["as_of"].map(tables.decimal_year),
            "value": rows["value"].astype(int),
            "is_least": rows["qualifier"].eq("more_than"),
            "is_used": rows["is_used"],
            "source_id": rows["source_id"],
            "order": rows["series"].map(list(FILES).index),
        }
    )
    ordered = found.sort_values(["order", "measure", "when"], kind="stable", ignore_index=True)
    return ordered.drop(columns="order")


def value_of(frame: pd.DataFrame, row_id: str) -> int:
    """Return the value of one row of `police_counts`. Raises KeyError if there is none."""
    found = frame.loc[frame["id"].eq(row_id), "value"]
    if found.empty:
        raise KeyError(f"no count {row_id!r}")
    return int(found.iloc[0])
