"""How much of this book was rebuilt and found identical, beside what others found of notebooks."""

from __future__ import annotations

import pandas as pd

from biometrics_china import tables


def latest() -> pd.DataFrame:
    """Return the verifications of the latest version that was verified, in the order of the file.

    The frame is empty if none was.
    """
    frame = tables.load("verifications")
    if frame.empty:
        return frame
    last = max(frame["version"], key=lambda version: tuple(map(int, version.split("."))))
    return frame[frame["version"].eq(last)].reset_index(drop=True)
