"""The day of this edition of the book, which decides which years are over."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pandas as pd

from biometrics_china import metadata, place


def day() -> pd.Timestamp:
    """Return the book's date; its file is read again once it is another, so that a build sees it.

    Raises metadata.BadMetadata.
    """
    path = place.root() / metadata.NAME
    return pd.Timestamp(_date(path, path.read_bytes()))


@lru_cache(maxsize=1)
def _date(path: Path, content: bytes) -> str:
    del content
    return metadata.read(path).date


def last_full_year() -> int:
    """Return the last year of which no day was left when the book was dated."""
    return int((day() + pd.Timedelta(days=1)).year) - 1
