"""Days, months and years in words."""

from __future__ import annotations

import datetime


def date_in_words(value: str) -> str:
    """Print a partial date at its own precision.

    >>> date_in_words("2021-11-01"), date_in_words("2018-08"), date_in_words("2014")
    ('1 November 2021', 'August 2018', '2014')
    """
    first = datetime.date.fromisoformat(f"{value}-01-01"[:10])
    month = f"{first:%B %Y}"
    return {4: value, 7: month}.get(len(value), f"{first.day} {month}")
