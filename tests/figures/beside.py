"""Run as a script: print what the book says where results lie one last bit down, and data one up.

Results are what `last_bits` moves, data each broken number of the tables; whole ones are read exactly.
"""

from __future__ import annotations

import json
import math
import sys
from functools import cache
from pathlib import Path

import pandas as pd

from biometrics_china.building import last_bits


def move_tables() -> None:
    """Move every number of a table that is not whole one bit up."""
    from biometrics_china import tables

    typed = tables._typed

    def cell(value: float) -> float:
        return value if value.is_integer() else last_bits.beside(value, math.inf)

    @cache
    def moved(root: Path, name: str) -> pd.DataFrame:
        frame = typed(root, name)
        for column in frame.columns[frame.dtypes.eq("Float64")]:
            frame[column] = frame[column].map(cell, na_action="ignore").astype("Float64")
        return frame

    tables._typed = moved


def everything() -> dict[str, str]:
    """Return chapter → all that it says: numbers, findings, captions, rows, digests of drawings."""
    from biometrics_china import exhibits, holds, said

    return {subject: said.text(subject, holds.of_page(subject)) for subject in exhibits.SUBJECTS}


if __name__ == "__main__":
    last_bits.move(upwards=False)
    move_tables()
    json.dump(everything(), sys.stdout)
