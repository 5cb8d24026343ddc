"""Values that know where they come from, and what arithmetic makes of them.

An `Origin` is a value with the rows of the data that it is made of and how; `origins` makes them. They
are reckoned with like numbers, and what comes out holds its terms, so that a reader sees the formula and
a test makes the value again from the rows alone.
"""

from __future__ import annotations

import operator
from dataclasses import dataclass, replace
from typing import Any

Scalar = int | float | str


@dataclass(frozen=True)
class Origin:
    """A value with its origin.

    `rows` are the ids of the rows it is made of, `part` those of them that a share counts. `how` says
    in words what was done with them; `kind` says so for a test: ``count``, ``value <field>``,
    ``sum <field>`` and the like, ``share``, ``set`` (by the method, from no row), ``tables`` (of all
    rows of its tables), a sign of arithmetic or a name of `formulas` over `terms`, or nothing where
    the analysis alone can compute it. `among` are the rows that were looked through for those that are
    counted: of nought, all there is. Origins are added, multiplied and divided like numbers, with each
    other and with constants of the method.
    """

    value: Any
    rows: tuple[str, ...] = ()
    how: str = ""
    kind: str = ""
    part: tuple[str, ...] = ()
    terms: tuple[Origin, ...] = ()
    among: tuple[str, ...] = ()

    def __add__(self, other: Any) -> Origin:
        return _reckoned("+", self, other)

    def __radd__(self, other: Any) -> Origin:
        return _reckoned("+", other, self)

    def __sub__(self, other: Any) -> Origin:
        return _reckoned("\u2212", self, other)

    def __rsub__(self, other: Any) -> Origin:
        return _reckoned("\u2212", other, self)

    def __mul__(self, other: Any) -> Origin:
        return _reckoned("×", self, other)

    def __rmul__(self, other: Any) -> Origin:
        return _reckoned("×", other, self)

    def __truediv__(self, other: Any) -> Origin:
        return _reckoned("/", self, other)

    def __rtruediv__(self, other: Any) -> Origin:
        return _reckoned("/", other, self)


@dataclass(frozen=True)
class Number:
    """One computed value as it is printed in the text.

    `id` is lasting and of the form ``subject.name``; `value` is the unrounded value; `text` is what
    a reader sees; `meaning` says in a few words what is counted or measured, with its unit; `tables`
    names the tables of the codebook it is computed from; `bound` is ``low`` or ``high`` where it was
    rounded that way. The others are those of its `Origin`.
    """

    id: str
    value: Scalar
    text: str
    meaning: str
    tables: tuple[str, ...]
    rows: tuple[str, ...] = ()
    how: str = ""
    kind: str = ""
    part: tuple[str, ...] = ()
    bound: str = ""
    terms: tuple[Origin, ...] = ()
    among: tuple[str, ...] = ()


#: sign of arithmetic → how it binds and what it does
SIGNS: dict[str, tuple[int, Any]] = {
    "+": (1, operator.add),
    "\u2212": (1, operator.sub),
    "×": (2, operator.mul),
    "/": (2, operator.truediv),
}
#: signs whose second side keeps its brackets
_ORDERED = ("\u2212", "/")


def _reckoned(sign: str, *given: Any) -> Origin:
    """Return what a sign makes of two values; one that is no origin is a constant of the method."""
    first, second = (term(one) for one in given)
    binds, done = SIGNS[sign]
    tighter = binds + (sign in _ORDERED)
    how = f"{said(first, binds)} {sign} {said(second, tighter)}"
    value = done(first.value, second.value)
    apart = sign == "/" and second.rows and not {*first.rows} & {*second.rows}
    rows = tuple(dict.fromkeys([*first.rows, *second.rows]))
    return Origin(value, rows, how, sign, first.rows if apart else (), (first, second))


def term(given: Any) -> Origin:
    """Return a part of a formula, with a plain value: what is no origin is set by the method."""
    made = given if isinstance(given, Origin) else Origin(given, (), "set by the method", "set")
    value = made.value
    return replace(made, value=value if isinstance(value, int | str) else plain(value))


def plain(value: Any) -> Scalar:
    """Return a scalar of a frame as a number of Python, whole where it is whole."""
    number = float(value)
    return int(number) if number.is_integer() else number


def said(one: Origin, binds: int) -> str:
    """Return a term as a formula says it, in brackets where the sign before or after it binds more."""
    if one.kind in SIGNS:
        return f"({one.how})" if SIGNS[one.kind][0] < binds else one.how
    if one.kind == "share":
        return f"{len(one.part):,} / {len(one.rows):,}"
    if one.terms and one.kind != "days":
        return f"({one.how})" if binds else one.how
    if isinstance(one.value, str):
        return one.value
    shown = f"{one.value:,}" if isinstance(one.value, int) else f"{one.value:,.6g}"
    return shown.replace("-", "\u2212") + " days" * (one.kind == "days")
