"""How long something takes, where some cases are still open: curves, medians, means and tests.

Estimates come from statsmodels where it has them. What is withdrawn is no mere silence: it can never
be adopted any more, and `incidence` counts it as an end of its own kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from biometrics_china.statistics import LEVEL, Result, TestResult


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


#: draws of a permutation test, and the seed of its random numbers
DRAWS, SEED = 9_999, 20_091_101


def permuted_log_rank(days: ArrayLike, is_event: ArrayLike, in_group: ArrayLike) -> TestResult:
    """Compare two curves by log-rank scores, over random divisions of the same cases.

    A case scores what happened to it less what was to be expected by then (Peto and Peto 1972); the
    statistic is the sum of one group. `p` is the share of `DRAWS` divisions, and the one observed,
    whose sum lies as far from nought or farther. No curve need be smooth for it, nor a group large.
    """
    scores = log_rank_scores(days, is_event)
    inside = np.asarray(in_group, dtype=bool)
    observed = abs(float(scores[inside].sum()))
    rows = np.random.default_rng(SEED).permuted(np.tile(scores, (DRAWS, 1)), axis=1)
    sums = np.abs(rows[:, : int(inside.sum())].sum(axis=1))
    p_value = (1 + int((sums >= observed - 1e-9).sum())) / (DRAWS + 1)
    return TestResult(observed, p_value, "permutation test of log-rank scores")


def log_rank_scores(days: ArrayLike, is_event: ArrayLike) -> NDArray[np.float64]:
    """Return the score of each case: 1 if it came to its event, less the hazard added up by then."""
    time, event = np.asarray(days, dtype=float), np.asarray(is_event, dtype=bool)
    ends = np.unique(time[event])
    hazard = np.array([(event & (time == t)).sum() / (time >= t).sum() for t in ends])
    return np.asarray(event - np.array([float(hazard[ends <= t].sum()) for t in time]))


@dataclass(frozen=True, repr=False)
class MeanTime(Result):
    """A mean time up to a horizon, in days, with its interval."""

    mean: float
    low: float
    high: float
    variance: float
    kind: str = "95 % normal interval"


def restricted_mean(days: ArrayLike, is_event: ArrayLike, until: float) -> MeanTime:
    """Return the mean time spent before `until` without an event: the area under the curve.

    The variance is Greenwood's, each step weighed by the area behind it (Klein and Moeschberger
    2003, section 4.5).
    """
    curve = survival_curve(days, is_event)
    curve = curve[curve["day"] < until]
    widths = np.diff([*curve["day"], until])
    areas = curve["survival"].to_numpy() * widths
    behind = np.cumsum(areas[::-1])[::-1]
    events, at_risk = curve["events"].to_numpy(), curve["at_risk"].to_numpy()
    left = at_risk - events
    steps = np.where(left > 0, events / (at_risk * np.where(left > 0, left, 1)), 0.0)
    variance = float((behind**2 * steps).sum())
    return _mean_time(float(areas.sum()), variance)


def difference(one: MeanTime, other: MeanTime) -> MeanTime:
    """Return by how much one mean exceeds the other, of independent cases."""
    return _mean_time(one.mean - other.mean, one.variance + other.variance)


def _mean_time(mean: float, variance: float) -> MeanTime:
    from scipy.stats import norm

    half = float(norm.ppf(0.5 + LEVEL / 2)) * variance**0.5
    return MeanTime(mean, mean - half, mean + half, variance)


def incidence(days: ArrayLike, ends: ArrayLike, at: float) -> list[float]:
    """Return the share that had ended in each way by day `at`: 1, 2 and so on; 0 is still open.

    The estimate is that of Aalen and Johansen (1978; statsmodels `CumIncidenceRight`).
    """
    from statsmodels.duration.survfunc import CumIncidenceRight

    codes = np.asarray(ends, dtype=int)
    with np.errstate(divide="ignore", invalid="ignore"):  # only standard errors, which are not used
        fit = CumIncidenceRight(np.asarray(days, dtype=float), codes)
    before = int(np.searchsorted(fit.times, at, side="right"))
    return [float(share[before - 1]) if before else 0.0 for share in fit.cinc]


def detectable_ratio(events: int, part: float, power: float = 0.8) -> float:
    """Return the smallest ratio of hazards that a log-rank test at 5 % would find with that power.

    `part` is the share of one of two groups among the cases (Schoenfeld 1981).
    """
    from scipy.stats import norm

    z = norm.ppf(0.5 + LEVEL / 2) + norm.ppf(power)
    return float(np.exp(z / np.sqrt(events * part * (1 - part))))
