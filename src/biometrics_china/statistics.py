"""Intervals and tests that more than one subject uses, over statsmodels and scipy.

Each result names its kind of interval, so that a page can print it. Imports of statsmodels stand
inside the functions that need them: a chapter that draws no survival curve should not pay for one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

import numpy as np
from numpy.typing import ArrayLike

LEVEL = 0.95


class Result:
    """Prints what it is, then its values in five digits: the last ones depend on the processor."""

    def cells(self, *left_out: str) -> dict[str, Any]:
        """Return the values by name for a row of a frame, without the kind of interval."""
        return {k: v for k, v in vars(self).items() if k not in ("kind", *left_out)}

    def __repr__(self) -> str:
        """Return the first sentence on the class, and each value behind its name."""
        lines = [(type(self).__doc__ or "").partition("\n")[0]]
        for name, value in vars(self).items():
            said = f"{value:.5g}" if isinstance(value, float) else value
            lines.append(f"{name.replace('_', ' '):<12} {said}")
        return "\n".join(lines)


@dataclass(frozen=True, repr=False)
class Proportion(Result):
    """A share of `total` units with a two-sided interval; all bounds lie between 0 and 1."""

    successes: int
    total: int
    share: float
    low: float
    high: float
    kind: str


def wilson(successes: int, total: int) -> Proportion:
    """Return a proportion with its Wilson score interval (Wilson 1927; statsmodels).

    Raises ValueError unless 0 <= successes <= total and total > 0.
    """
    from statsmodels.stats.proportion import proportion_confint

    if not 0 <= successes <= total or total <= 0:
        raise ValueError(f"a proportion needs 0 <= successes <= total, got {successes} of {total}")
    low, high = proportion_confint(successes, total, alpha=1 - LEVEL, method="wilson")
    # the formulas give exactly 0 and 1 at the ends; floating point misses them by a hair
    low, high = 0.0 if successes == 0 else low, 1.0 if successes == total else high
    kind = "95 % Wilson score interval"
    return Proportion(successes, total, successes / total, float(low), float(high), kind)


@dataclass(frozen=True, repr=False)
class TestResult(Result):
    """A test statistic with its p value and the name of the test."""

    statistic: float
    p_value: float
    name: str


@dataclass(frozen=True)
class Made:
    """A test that the book makes: what it asks, its name, and the function that makes it."""

    asks: str
    test: str
    module: str
    function: str


#: all tests of the modules that were imported, in the order in which they were defined
MADE: list[Made] = []

Function = TypeVar("Function", bound=Callable[..., Any])


def makes_test(test: str, asks: str) -> Callable[[Function], Function]:
    """Register the function below as one that makes a test, with the question it asks.

    The page on methods lists what is registered; a test of the project finds calls that are not.
    """

    def register(function: Function) -> Function:
        MADE.append(Made(asks, test, function.__module__, function.__qualname__))
        return function

    return register


@dataclass(frozen=True, repr=False)
class OddsRatio(Result):
    """A conditional odds ratio of a 2 × 2 table with an exact interval and an exact p value."""

    ratio: float
    low: float
    high: float
    p_value: float
    kind: str = "95 % exact conditional interval"


def fisher_exact(table: ArrayLike) -> OddsRatio:
    """Test a 2 × 2 table of counts by Fisher's exact test, two-sided (scipy).

    The odds ratio is the conditional maximum-likelihood estimate with its exact interval (Cornfield
    1956). Raises ValueError for any other shape or a negative count.
    """
    counts = np.asarray(table)
    if counts.shape != (2, 2) or (counts < 0).any():
        raise ValueError("Fisher's exact test here takes a 2 × 2 table of counts")
    return _fisher_exact(*counts.ravel().tolist())


@cache
def _fisher_exact(*cells: int) -> OddsRatio:
    from scipy import stats

    counts = np.asarray(cells).reshape(2, 2)
    p_value = float(stats.fisher_exact(counts).pvalue)
    estimate = stats.contingency.odds_ratio(counts, kind="conditional")
    interval = estimate.confidence_interval(confidence_level=LEVEL)
    return OddsRatio(float(estimate.statistic), float(interval.low), float(interval.high), p_value)
