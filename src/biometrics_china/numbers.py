"""Numbers that appear in sentences: each has a lasting id, a value, its printed form and a meaning.

A chapter, a caption, an alternative text and a claim never hold a typed number about the world. They
hold the id of a `Number`, and the printed form is put in when the page is built.
"""

from __future__ import annotations

import decimal
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from biometrics_china import origins
from biometrics_china.days import date_in_words
from biometrics_china.traced import Number, Origin, Scalar


def steady(value: Any) -> float:
    """Return a number without its last four digits, which may depend on the processor.

    What is cut off, rounded or compared passes through here first: 299.9999999999999 is 300, and
    half of something is neither more nor less than half.
    """
    return float(f"{value:.12g}")


def outward(value: Any, digits: int, bound: str) -> float:
    """Return a bound with so many digits: a ``low`` one never goes up, a ``high`` one never down.

    >>> outward(45.93, 0, "low"), outward(2.4585, 1, "low"), outward(9.18, 1, "high")
    (45.0, 2.4, 9.2)
    """
    held = steady(value)
    if not math.isfinite(held):
        return held
    way = {"low": decimal.ROUND_FLOOR, "high": decimal.ROUND_CEILING}[bound]
    step = decimal.Decimal(1).scaleb(-digits)
    return float(decimal.Decimal(repr(held)).quantize(step, rounding=way))


def printed(value: Any, digits: int = 0, bound: str = "") -> str:
    """Print a number with a comma at the thousands and a true minus; `bound` as in `outward`.

    >>> printed(45.93), printed(45.93, bound="low"), printed(1234.56, 1)
    ('46', '45', '1,234.6')
    """
    held = outward(value, digits, bound) if bound else steady(value)
    return f"{held:z,.{digits}f}".replace("-", "\u2212")


class Numbers(Mapping[str, Number]):
    """The numbers of one subject, by name without the subject, in the order they were added.

    What adds one takes a value, an `Origin`, which knows its rows, or a frame, whose rows it counts.
    """

    def __init__(self, subject: str, tables: Iterable[str]) -> None:
        self.subject = subject
        self.tables = tuple(tables)
        self._origin = Origin(None)
        self._numbers: dict[str, Number] = {}

    @classmethod
    def of(cls, subject: str, numbers: Iterable[Number]) -> Numbers:
        """Return the numbers of a subject that were computed before."""
        found = cls(subject, ())
        found._numbers = {number.id.partition(".")[2]: number for number in numbers}
        return found

    def using(self, *tables: str) -> Numbers:
        """Return the same collection, with other tables named behind what is added through it."""
        view = Numbers(self.subject, tables)
        view._numbers, view._origin = self._numbers, self._origin
        return view

    def made_of(self, *rows: origins.Rows, how: str = "") -> Numbers:
        """Return the same collection; values without an `Origin` of their own get that of these rows.

        Without any, they are made of all rows of their tables.
        """
        view = self.using(*self.tables)
        view._origin = origins.of(None, *rows, how=how) if rows else origins.ALL
        return view

    def __getitem__(self, name: str) -> Number:
        return self._numbers[name]

    def __iter__(self) -> Iterable[str]:  # type: ignore[override]
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def _taken(self, value: Any) -> Origin:
        found = origins.taken(value)
        return found if found.rows or found.kind else replace(self._origin, value=found.value)

    def _add(
        self,
        name: str,
        made: Origin,
        value: Scalar,
        text: str,
        meaning: str,
        tables: Iterable[str],
        bound: str = "",
    ) -> None:
        if name in self._numbers:
            raise ValueError(f"number {self.subject}.{name} is defined twice")
        key, behind = f"{self.subject}.{name}", tuple(tables) or self.tables
        how = made.rows, made.how, made.kind, made.part, bound, made.terms, made.among
        self._numbers[name] = Number(key, value, text, meaning, behind, *how)

    def count(self, name: str, value: Any, meaning: str, *tables: str, nought: str = "0") -> None:
        """Add a whole number, printed with a comma at the thousands; `nought` stands for 0."""
        made = self._taken(value)
        whole = int(steady(made.value) if isinstance(made.value, float) else made.value)
        self._add(name, made, whole, printed(whole) if whole else nought, meaning, tables)

    def percent(
        self, name: str, share: Any, meaning: str, *tables: str, digits: int = 0, bound: str = ""
    ) -> None:
        """Add a share between 0 and 1, printed in per cent without a sign (``0.123`` → ``12``)."""
        made = self._taken(share)
        text = printed(100 * made.value, digits, bound)
        self._add(name, made, float(made.value), text, meaning, tables, bound)

    def decimal(
        self, name: str, value: Any, meaning: str, *tables: str, digits: int = 1, bound: str = ""
    ) -> None:
        """Add a real number, printed with a fixed number of digits."""
        made = self._taken(value)
        text = printed(made.value, digits, bound)
        self._add(name, made, float(made.value), text, meaning, tables, bound)

    def million(
        self, name: str, value: Any, meaning: str, *tables: str, digits: int = 1, bound: str = ""
    ) -> None:
        """Add a real number, printed in millions with a fixed number of digits."""
        made = self._taken(value)
        made = replace(made, value=made.value / 1e6)
        self.decimal(name, made, meaning, *tables, digits=digits, bound=bound)

    def p_value(self, name: str, value: Any, meaning: str, *tables: str) -> None:
        """Add a p value, printed as ``p = 0.07`` without breaks, or as ``p < 0.001`` below that."""
        made = self._taken(value)
        p = steady(made.value)
        text = "p < 0.001" if p < 0.001 else f"p = {p:.{3 if p < 0.01 else 2}f}"
        self._add(name, made, float(made.value), text.replace(" ", "\u00a0"), meaning, tables)

    def date(self, name: str, value: Any, meaning: str, *tables: str) -> None:
        """Add a date (YYYY, YYYY-MM or YYYY-MM-DD), printed in words at its own precision."""
        made = self._taken(value)
        self._add(name, made, made.value, date_in_words(made.value), meaning, tables)

    def words(self, name: str, value: Any, meaning: str, *tables: str) -> None:
        """Add a piece of text that comes from the data, such as the name of an instrument."""
        made = self._taken(value)
        self._add(name, made, str(made.value), str(made.value), meaning, tables)

    def texts(self) -> dict[str, str]:
        """Return name → printed form, for filling templates."""
        return {name: number.text for name, number in self._numbers.items()}


@cache
def once(compute: Callable[[], Numbers]) -> Numbers:
    """Return what a function without arguments computes, computed once in a process."""
    return compute()


def reader(compute: Callable[[], Numbers]) -> Callable[[str], Any]:
    """Return a function that gives the unrounded value of a number by its name.

    A year that is kept as text comes as a number too; other words stay words.
    """

    def read(name: str) -> Any:
        value = once(compute)[name].value
        try:
            return float(value)
        except ValueError:
            return value

    return read
