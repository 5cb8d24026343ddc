"""The day of this edition of the book, which decides which years are over."""

from __future__ import annotations

import pandas as pd

from biometrics_china import metadata, place


def day() -> pd.Timestamp:
    """Return the book's date, which is read each time so that a build sees it.

    Raises metadata.BadMetadata.
    """
    return pd.Timestamp(metadata.read(place.root() / metadata.NAME).date)


def last_full_year() -> int:
    """Return the last year of which no day was left when the book was dated."""
    return int((day() + pd.Timedelta(days=1)).year) - 1
