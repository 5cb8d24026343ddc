"""The day of this edition of the book, which decides which years are over."""

from __future__ import annotations

import pandas as pd
import yaml

from biometrics_china import place


def day() -> pd.Timestamp:
    """Return the book's date from `metadata.yml`, which is read each time so that a build sees it."""
    path = place.root() / "metadata.yml"
    return pd.Timestamp(yaml.safe_load(path.read_text(encoding="utf-8"))["date"])


def last_full_year() -> int:
    """Return the last year of which no day was left when the book was dated."""
    return int((day() + pd.Timedelta(days=1)).year) - 1
