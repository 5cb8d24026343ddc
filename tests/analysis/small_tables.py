"""Small tables for known answers: typed by the real codebook, handed out instead of the data."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from biometrics_china import tables
from biometrics_china.analysis.trafficking import counts

real_load = tables.load


def table(name: str, text: str = "", **everywhere: str) -> pd.DataFrame:
    """Return a table of the codebook from lines of CSV; columns not named are empty.

    `everywhere` fills a column of every row. Types are those that `tables.load` gives.
    """
    rows = list(csv.DictReader(io.StringIO(text.strip()), skipinitialspace=True))
    fields = tables.package().table(name).fields
    unknown = {column for row in rows for column in row} - {field.name for field in fields}
    assert not unknown, f"{name} has no column {unknown}"
    return pd.DataFrame(
        {
            f.name: tables._column([r.get(f.name, everywhere.get(f.name, "")) for r in rows], f)
            for f in fields
        },
        index=pd.RangeIndex(len(rows)),
    )


def reunion_counts(text: str, **everywhere: str) -> pd.DataFrame:
    """Return counts of reunions as the analysis reads them; `everywhere` as for `table`."""
    usual = {
        "place": "China", "unit": "persons", "qualifier": "exact", "is_derived": "false",
        "is_repeat": "false", "source_id": "s", "verification": "seen",
    }  # fmt: skip
    return counts.reunion_counts(table("reunion_counts", text, **usual | everywhere))


def give(patch: pytest.MonkeyPatch, **frames: pd.DataFrame) -> None:
    """Let `tables.load` hand out these tables and no other."""
    patch.setattr(tables, "load", lambda name, **_: frames[name].copy())
