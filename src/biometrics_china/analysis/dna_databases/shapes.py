"""Shapes that the growth of a database may have, each on the logarithm of its size, with slopes.

Two of them end at a ceiling: the logistic curve, which comes near it as fast as it left the ground,
and that of Gompertz (1825), which comes near it slowly. The others have none. Times are in years
since `ORIGIN`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

ORIGIN = 2008.0

Array = NDArray[np.float64]
#: parameters and times → logarithm of the size, and its slope along each parameter
Curve = Callable[[Array, Array], tuple[Array, list[Any]]]


@dataclass(frozen=True)
class Shape:
    """A shape: its name as printed, its curve, where the search begins, and if it has a ceiling."""

    name: str
    curve: Curve
    start: tuple[float, ...]
    has_ceiling: bool = False


def _constant_rate(p: Array, x: Array) -> tuple[Array, list[Any]]:
    return p[0] + p[1] * x, [np.ones_like(x), x]


def _changing_rate(p: Array, x: Array) -> tuple[Array, list[Any]]:
    return p[0] + p[1] * x + p[2] * x**2, [np.ones_like(x), x, x**2]


def _line(p: Array, x: Array) -> tuple[Array, list[Any]]:
    at_origin, added = np.exp(p[0]), np.exp(p[1]) * x
    size = at_origin + added
    return np.log(size), [at_origin / size, added / size]


def _power(p: Array, x: Array) -> tuple[Array, list[Any]]:
    age = x + np.exp(p[2])
    return p[0] + p[1] * np.log(age), [np.ones_like(x), np.log(age), p[1] * np.exp(p[2]) / age]


def _left(p: Array, x: Array) -> tuple[Array, float, float]:
    """Return what is left to grow, with rate and middle; a search may try what overflows."""
    rate, middle = float(np.exp(np.clip(p[1], -20, 20))), float(p[2])
    return np.exp(np.clip(-rate * (x - middle), -60, 60)), rate, middle


def _logistic(p: Array, x: Array) -> tuple[Array, list[Any]]:
    left, rate, middle = _left(p, x)
    share = left / (1 + left)
    slopes = [np.ones_like(x), share * rate * (x - middle), -share * rate]
    return p[0] - np.log1p(left), slopes


def _gompertz(p: Array, x: Array) -> tuple[Array, list[Any]]:
    left, rate, middle = _left(p, x)
    return p[0] - left, [np.ones_like(x), left * rate * (x - middle), -left * rate]


CONSTANT, LINE, CHANGING, POWER, LOGISTIC, GOMPERTZ = (
    "constant rate", "straight line", "changing rate", "power of its age", "logistic", "Gompertz",
)  # fmt: skip

#: all candidates; the logarithm of a ceiling is the first parameter where there is one
SHAPES = (
    Shape(CONSTANT, _constant_rate, (14.8, 0.33)),
    Shape(LINE, _line, (13.9, 15.5)),
    Shape(CHANGING, _changing_rate, (14.0, 0.65, -0.024)),
    Shape(POWER, _power, (13.7, 1.8, -0.7)),
    Shape(LOGISTIC, _logistic, (18.2, -0.55, 7.4), has_ceiling=True),
    Shape(GOMPERTZ, _gompertz, (18.9, -1.8, 9.7), has_ceiling=True),
)
