"""Run as a script: print what the book says where everything lies one last bit up, or down.

That is what `last_bits` moves, and each broken number of the tables. Whole ones are read exactly.
"""

from __future__ import annotations

import json
import math
import sys
from functools import cache
from pathlib import Path

import pandas as pd

from biometrics_china.building import last_bits


def move_tables(upwards: bool) -> None:
    """Move every number of a table that is not whole."""
    from biometrics_china import tables

    typed, towards = tables._typed, math.inf if upwards else -math.inf

    def cell(value: float) -> float:
        return value if value.is_integer() else last_bits.beside(value, towards)

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
    last_bits.move(upwards=sys.argv[1] == "up")
    move_tables(upwards=sys.argv[1] == "up")
    json.dump(everything(), sys.stdout)
