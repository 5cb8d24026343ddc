"""The register of bodies: names made comparable, careful matching, and what the book records.

`screen` is the door for a program: names in, a frame out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["screen"]


def screen(names: str | Iterable[str | None]) -> pd.DataFrame:
    """Return what the register holds under names: one row for each body that a name may mean.

    The columns are `answers.COLUMNS`, as in the CSV of the command ``screen``; `line` is the place of
    a name from 1, and `records` a whole number. A name with nothing to show has one row without a body;
    missing and empty names have none. Raises `reading.BadNames` for what is no name, and
    `validation.InvalidData`.
    """
    from biometrics_china.register import frame  # pandas takes long to import

    return frame.of_names([names] if isinstance(names, str) else names)
