"""Numbers that appear in sentences: each has a lasting id, a value, its printed form and a meaning.

A chapter, a caption, an alternative text and a claim never hold a typed number about the world. They
hold the id of a `Number`, and the printed form is put in when the page is built. The analysis modules
make the numbers; this module only says what a number is and how it is printed.
"""

from __future__ import annotations

import calendar
import datetime
import decimal
import math
import string
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

Scalar = int | float | str
#: the months as they are written short, in small letters
MONTHS = tuple(name.lower() for name in calendar.month_abbr)[1:]


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


@dataclass(frozen=True)
class Number:
    """One computed value as it is printed in the text.

    `id` is lasting and of the form ``subject.name``; `value` is the unrounded value; `text` is what
    a reader sees; `meaning` says in a few words what is counted or measured, with its unit; `tables`
    names the tables of the codebook it is computed from.
    """

    id: str
    value: Scalar
    text: str
    meaning: str
    tables: tuple[str, ...]


class Numbers(Mapping[str, Number]):
    """The numbers of one subject, by name without the subject, in the order they were added."""

    def __init__(self, subject: str, tables: Iterable[str]) -> None:
        self.subject = subject
        self.tables = tuple(tables)
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
        view._numbers = self._numbers
        return view

    def __getitem__(self, name: str) -> Number:
        return self._numbers[name]

    def __iter__(self) -> Iterable[str]:  # type: ignore[override]
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def _add(
        self, name: str, value: Scalar, text: str, meaning: str, tables: Iterable[str]
    ) -> None:
        if name in self._numbers:
            raise ValueError(f"number {self.subject}.{name} is defined twice")
        self._numbers[name] = Number(
            f"{self.subject}.{name}", value, text, meaning, tuple(tables) or self.tables
        )

    def count(self, name: str, value: Any, meaning: str, *tables: str, nought: str = "0") -> None:
        """Add a whole number, printed with a comma at the thousands; `nought` stands for 0."""
        whole = int(steady(value) if isinstance(value, float) else value)
        self._add(name, whole, printed(whole) if whole else nought, meaning, tables)

    def percent(
        self, name: str, share: Any, meaning: str, *tables: str, digits: int = 0, bound: str = ""
    ) -> None:
        """Add a share between 0 and 1, printed in per cent without a sign (``0.123`` → ``12``)."""
        self._add(name, float(share), printed(100 * share, digits, bound), meaning, tables)

    def decimal(
        self, name: str, value: Any, meaning: str, *tables: str, digits: int = 1, bound: str = ""
    ) -> None:
        """Add a real number, printed with a fixed number of digits."""
        self._add(name, float(value), printed(value, digits, bound), meaning, tables)

    def million(
        self, name: str, value: Any, meaning: str, *tables: str, digits: int = 1, bound: str = ""
    ) -> None:
        """Add a real number, printed in millions with a fixed number of digits."""
        self.decimal(name, value / 1e6, meaning, *tables, digits=digits, bound=bound)

    def p_value(self, name: str, value: Any, meaning: str, *tables: str) -> None:
        """Add a p value, printed as ``p = 0.07`` without breaks, or as ``p < 0.001`` below that."""
        p = steady(value)
        text = "p < 0.001" if p < 0.001 else f"p = {p:.{3 if p < 0.01 else 2}f}"
        self._add(name, float(value), text.replace(" ", "\u00a0"), meaning, tables)

    def date(self, name: str, value: Any, meaning: str, *tables: str) -> None:
        """Add a date (YYYY, YYYY-MM or YYYY-MM-DD), printed in words at its own precision."""
        self._add(name, value, date_in_words(value), meaning, tables)

    def words(self, name: str, value: Any, meaning: str, *tables: str) -> None:
        """Add a piece of text that comes from the data, such as the name of an instrument."""
        self._add(name, str(value), str(value), meaning, tables)

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


def date_in_words(value: str) -> str:
    """Print a partial date at its own precision.

    >>> date_in_words("2021-11-01"), date_in_words("2018-08"), date_in_words("2014")
    ('1 November 2021', 'August 2018', '2014')
    """
    first = datetime.date.fromisoformat(f"{value}-01-01"[:10])
    month = f"{first:%B %Y}"
    return {4: value, 7: month}.get(len(value), f"{first.day} {month}")


def placeholders(template: str) -> tuple[str, ...]:
    """Return the names that a template such as ``"of {n} rules"`` asks for, in order."""
    return tuple(name for _, name, _, _ in string.Formatter().parse(template) if name)


def fill(template: str, texts: Mapping[str, str]) -> str:
    """Put the printed numbers into a template.

    Raises KeyError that names the missing number and the template, so that a sentence can never
    be printed with a hole in it.
    """
    missing = [name for name in placeholders(template) if name not in texts]
    if missing:
        raise KeyError(f"no number {', '.join(missing)} for the sentence: {template}")
    return template.format_map(texts)
