"""What is made of several values with their origins: least, most, median, days between, intervals."""

from __future__ import annotations

import datetime
import math
import statistics
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from biometrics_china.traced import Origin, said, term

#: names of what is made of several terms → what it does, and how readers hear it
_OF_SEVERAL: dict[str, tuple[Callable[..., Any], str]] = {
    "least": (min, "the least of"),
    "most": (max, "the most of"),
    "middle": (statistics.median, "the median of"),
}


def _of_several(name: str, terms: Iterable[Any]) -> Origin:
    held = tuple(map(term, terms))
    done, words = _OF_SEVERAL[name]
    values = [one.value for one in held]
    rows = tuple(dict.fromkeys(i for one in held for i in one.rows))
    return Origin(done(values), rows, f"{words} {_listing(held)}", name, (), held)


#: so many terms at each end of a longer list are written out
_LISTED = 4


def _listing(terms: tuple[Origin, ...]) -> str:
    """Return terms as a formula lists them, from the least to the most."""
    words = [said(one, 0) for one in sorted(terms, key=lambda one: one.value)]
    return "; ".join(
        words if len(words) <= 2 * _LISTED else [*words[:_LISTED], "…", *words[-_LISTED:]]
    )


def least(terms: Iterable[Any]) -> Origin:
    """Return the smallest of several values. Raises ValueError without one."""
    return _of_several("least", terms)


def most(terms: Iterable[Any]) -> Origin:
    """Return the largest of several values. Raises ValueError without one."""
    return _of_several("most", terms)


def middle(terms: Iterable[Any]) -> Origin:
    """Return the median of several values. Raises ValueError without one."""
    return _of_several("middle", terms)


def span(terms: Iterable[Any], text: str) -> Origin:
    """Return a text that says the smallest and the largest of several values."""
    held = tuple(map(term, terms))
    rows = tuple(dict.fromkeys(i for one in held for i in one.rows))
    how = f"the least and the most of {len(held):,}: {_listing(held)}"
    return Origin(text, rows, how, "span", (), held)


def days(start: Origin, end: Origin) -> Origin:
    """Return the days from one date of the data to another, both known to the day."""
    first, last = (str(one.value)[:10] for one in (start, end))
    number = (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days
    held = tuple(replace(one, value=day) for one, day in ((start, first), (end, last)))
    rows = tuple(dict.fromkeys([*start.rows, *end.rows]))
    return Origin(number, rows, f"days from {first} to {last}", "days", (), held)


def size(made: Origin) -> Origin:
    """Return a value without its sign."""
    held = term(made)
    return replace(held, value=abs(held.value), how=f"{said(held, 0)} without its sign",
                   kind="size", terms=(held,))  # fmt: skip


def up(made: Origin) -> Origin:
    """Return a value rounded up to a whole number."""
    held = term(made)
    how = f"{said(held, 0)}, rounded up"
    return replace(held, value=math.ceil(held.value), how=how, kind="up", terms=(held,))


def whole(made: Origin) -> Origin:
    """Return a value rounded to a whole number."""
    held = term(made)
    how = f"{said(held, 0)}, rounded"
    return replace(held, value=round(held.value), how=how, kind="whole", terms=(held,))


def wilson(share: Origin, end: str, value: float) -> Origin:
    """Return the ``low`` or ``high`` end of the Wilson interval (95 per cent) of a share of rows."""
    how = f"{end}er end of the 95 % Wilson interval of {share.how}"
    return replace(share, value=value, how=how, kind=f"wilson {end}", terms=(share,))
