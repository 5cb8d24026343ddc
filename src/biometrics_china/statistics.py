"""Intervals and tests that more than one subject uses, over statsmodels and scipy.

Each result names its kind of interval, so that a page can print it. Imports of statsmodels stand
inside the functions that need them: a chapter that draws no survival curve should not pay for one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

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
    return _proportion(successes, total, "wilson", "95 % Wilson score interval")


def clopper_pearson(successes: int, total: int) -> Proportion:
    """Return a proportion with its exact interval (Clopper and Pearson 1934; statsmodels).

    Raises ValueError as `wilson` does.
    """
    return _proportion(successes, total, "beta", "95 % exact interval")


def _proportion(successes: int, total: int, method: str, kind: str) -> Proportion:
    from statsmodels.stats.proportion import proportion_confint

    if not 0 <= successes <= total or total <= 0:
        raise ValueError(f"a proportion needs 0 <= successes <= total, got {successes} of {total}")
    low, high = proportion_confint(successes, total, alpha=1 - LEVEL, method=method)
    # the formulas give exactly 0 and 1 at the ends; floating point misses them by a hair
    low, high = 0.0 if successes == 0 else low, 1.0 if successes == total else high
    return Proportion(successes, total, successes / total, float(low), float(high), kind)


def with_shares(
    table: pd.DataFrame, part: str, whole: str, interval: Callable[[int, int], Proportion] = wilson
) -> pd.DataFrame:
    """Return a table with the share of one column of counts in another: `share`, `low`, `high`."""
    rates = [interval(int(p), int(w)) for p, w in zip(table[part], table[whole], strict=True)]
    return table.assign(
        **{key: [getattr(rate, key) for rate in rates] for key in ("share", "low", "high")}
    )


def survival_curve(days: ArrayLike, is_event: ArrayLike) -> pd.DataFrame:
    """Return the Kaplan-Meier estimate (Kaplan and Meier 1958; statsmodels `SurvfuncRight`).

    One row for each distinct event time, preceded by day 0: columns `day`, `survival`, `low`,
    `high` (pointwise 95 % intervals, Greenwood on the log-minus-log scale, so they stay between 0
    and 1), `at_risk`, `events`. The interval is missing where the estimate is 0 or 1.
    """
    from statsmodels.duration.survfunc import SurvfuncRight

    fit = SurvfuncRight(np.asarray(days, dtype=float), np.asarray(is_event, dtype=int))
    low, high = _log_minus_log_interval(fit.surv_prob, fit.surv_prob_se)
    rows = zip(fit.surv_times, fit.surv_prob, low, high, fit.n_risk, fit.n_events, strict=True)
    start = (0.0, 1.0, np.nan, np.nan, float(np.size(np.asarray(days))), 0.0)
    columns = ["day", "survival", "low", "high", "at_risk", "events"]
    curve = pd.DataFrame([start, *rows], columns=columns)
    return curve[curve["events"].gt(0) | (curve.index == 0)].reset_index(drop=True)


def _log_minus_log_interval(
    survival: NDArray[Any], standard_error: NDArray[Any]
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return pointwise bounds (Kalbfleisch and Prentice 1980, section 1.4)."""
    from scipy.stats import norm

    z = norm.ppf(0.5 + LEVEL / 2)
    inside = (survival > 0) & (survival < 1)
    s = np.where(inside, survival, 0.5)
    spread = np.exp(z * standard_error / (s * np.log(s)))
    low, high = s ** (1 / spread), s**spread
    return np.where(inside, low, np.nan), np.where(inside, high, np.nan)


@dataclass(frozen=True, repr=False)
class MedianTime(Result):
    """A median survival time in days; a bound is missing (NaN) where the curve never reaches it."""

    median: float
    low: float
    high: float
    n: int
    events: int
    kind: str = "95 % Brookmeyer-Crowley interval"


def median_time(days: ArrayLike, is_event: ArrayLike) -> MedianTime:
    """Return the Kaplan-Meier median with the interval of Brookmeyer and Crowley (1982).

    The median is the first event time with half or fewer left. The interval inverts the
    log-minus-log test and ends at observed event times (statsmodels). A bound that the data do not
    reach is NaN, and so is a median that the curve does not reach.
    """
    from statsmodels.duration.survfunc import SurvfuncRight

    fit = SurvfuncRight(np.asarray(days, dtype=float), np.asarray(is_event, dtype=int))
    with np.errstate(divide="ignore", invalid="ignore"):  # the curve may end at zero
        low, high = fit.quantile_ci(0.5, alpha=1 - LEVEL)
    # the curve is a product of logarithms: where it stands on one half, the last bit would decide
    half = fit.surv_times[np.round(fit.surv_prob, 12) <= 0.5]
    median = float(half[0]) if len(half) else np.nan
    events = int(np.sum(np.asarray(is_event, dtype=int)))
    high = np.nan if np.isinf(high) else float(high)
    return MedianTime(median, float(low), high, np.size(np.asarray(days)), events)


@dataclass(frozen=True, repr=False)
class TestResult(Result):
    """A test statistic with its p value and the name of the test."""

    statistic: float
    p_value: float
    name: str


def log_rank(days: ArrayLike, is_event: ArrayLike, group: ArrayLike) -> TestResult:
    """Compare survival curves of two or more groups (Mantel 1966; statsmodels `survdiff`).

    Raises ValueError if there are fewer than two groups.
    """
    from statsmodels.duration.survfunc import survdiff

    if len(np.unique(np.asarray(group))) < 2:
        raise ValueError("a log-rank test needs at least two groups")
    statistic, p_value = survdiff(
        np.asarray(days, dtype=float), np.asarray(is_event, dtype=int), np.asarray(group)
    )
    return TestResult(float(statistic), float(p_value), "log-rank test")


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
    from scipy import stats

    counts = np.asarray(table)
    if counts.shape != (2, 2) or (counts < 0).any():
        raise ValueError("Fisher's exact test here takes a 2 × 2 table of counts")
    p_value = float(stats.fisher_exact(counts).pvalue)
    estimate = stats.contingency.odds_ratio(counts, kind="conditional")
    interval = estimate.confidence_interval(confidence_level=LEVEL)
    return OddsRatio(float(estimate.statistic), float(interval.low), float(interval.high), p_value)
