"""The words that name a mark: a template over the columns of its row.

In a template ``{name}[, since {year}]`` a part in brackets with an empty cell is left out;
``{share:%}`` is a share in per cent, ``{when:year}`` the year of a decimal one,
``{n:many body/bodies}`` a count with what is counted (``{n:many draft}``, if an s does), and
``{is_new:new}`` says "new" where it is so. A day that an analysis computed may be the middle of a
month or year, so of it the year alone is said.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from biometrics_china.counts import many
from biometrics_china.days import date_in_words
from biometrics_china.numbers import printed, steady

#: a row of a frame by the names of its columns
Row = Mapping[Any, Any]
#: a template over the columns, or what makes the words of a row
Words = str | Callable[[Row], str]
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_PART, _PLACE = re.compile(r"\[([^\]]*)\]"), re.compile(r"\{(\w+)(?::([^}]*))?\}")


def said(words: Words, row: Row) -> str:
    """Return the words of a row. Raises KeyError for a column that is not there."""
    if callable(words):
        return " ".join(words(row).split())
    whole = _PART.sub(lambda part: _filled(part[1], row, is_part=True), words)
    return " ".join(_filled(whole, row).split())


def _filled(template: str, row: Row, *, is_part: bool = False) -> str:
    """Return a template with its cells, and nothing for a part of one where a cell is empty."""
    cells = {found[0]: _cell(row[found[1]], found[2] or "") for found in _PLACE.finditer(template)}
    if is_part and not all(cells.values()):
        return ""
    return _PLACE.sub(lambda found: cells[found[0]], template)


def _cell(value: Any, how: str) -> str:
    """Return a cell in words: a day, a number without a digit that hangs on a processor."""
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return ""
    if isinstance(value, bool | np.bool_):
        return how if value else ""
    if isinstance(value, pd.Timestamp):
        return str(value.year)
    if isinstance(value, str):
        return date_in_words(value) if _DAY.fullmatch(value) else value
    if how == "year":
        return str(math.floor(steady(value)))
    if how.endswith("%"):
        return f"{printed(100 * value, int(how[:-1] or 0))} %"
    number = steady(value)
    if how.startswith("many "):
        return many(int(number), *how.removeprefix("many ").split("/"))
    return format(number, how or (",.0f" if number.is_integer() else ",.4g"))
