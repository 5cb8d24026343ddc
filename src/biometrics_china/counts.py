"""A count and what is counted, as a reader says it: “1 row”, “2 rows”, “1 body”, “1,204 bodies”."""

from __future__ import annotations


def many(number: int, one: str, several: str = "") -> str:
    """Return a number with the word for one or for several; without `several`, an s is added.

    >>> many(1, "row"), many(1204, "row"), many(1, "body", "bodies"), many(0, "work")
    ('1 row', '1,204 rows', '1 body', '0 works')
    """
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"
