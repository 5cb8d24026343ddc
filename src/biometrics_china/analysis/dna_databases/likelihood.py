"""How likely stated totals are under a shape of growth: floors, rounding and dates as they are known.

A total "of more than" counts as censored: it lies anywhere above. One "of about" lies anywhere within
half a unit of its last digit that is not nought. A date known by its month or year lies anywhere in
it, and the likelihood is the mean over that time. Totals scatter about the curve by a factor whose
logarithm is normal; the largest likelihood gives the fit (Cox and Oakes 1984, section 1.3).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from biometrics_china.analysis.dna_databases.shapes import ORIGIN, Array, Shape

#: places at which a month or a year is looked at
NODES = 12
#: totals of unlike definition are not taken to scatter by less
LEAST_SCATTER = 0.02


@dataclass(frozen=True)
class Stated:
    """Stated totals: times (one row a total, `NODES` columns), and logarithms of their bounds.

    `low` equals `high` where a total is stated to the unit; `high` is infinite for a floor.
    """

    times: Array
    low: Array
    high: Array

    def first(self, n: int) -> Stated:
        """Return the first `n` totals."""
        return Stated(self.times[:n], self.low[:n], self.high[:n])


def bounds(value: float, qualifier: str) -> tuple[float, float]:
    """Return the lowest and highest size that a stated total leaves open.

    >>> bounds(44_000_000, "about"), bounds(80_000_000, "about"), bounds(18.0, "more_than")
    ((43500000.0, 44500000.0), (75000000.0, 85000000.0), (18.0, inf))
    """
    if qualifier == "about":
        digits = f"{value:.0f}"
        half = 0.5 * 10 ** (len(digits) - len(digits.rstrip("0")))
        return value - half, value + half
    return float(value), np.inf if qualifier == "more_than" else float(value)


def times(date: str) -> Array:
    """Return `NODES` moments of a day, month or year, evenly spread, in years since `ORIGIN`."""
    period = pd.Period(date)
    start, end = period.start_time, (period + 1).start_time
    year = pd.Timestamp(start.year, 1, 1)
    inside = (np.arange(NODES) + 0.5) / NODES * (end - start).days + (start - year).days
    return np.asarray(start.year + inside / 365.25 - ORIGIN)


def stated(frame: pd.DataFrame) -> Stated:
    """Return the totals of a frame with `as_of`, `value` and `qualifier`, in its order."""
    pairs = [bounds(v, q) for v, q in zip(frame["value"], frame["qualifier"], strict=True)]
    low, high = np.log(np.array(pairs, dtype=float)).T
    return Stated(np.stack([times(date) for date in frame["as_of"]]), low, high)


def log_likelihood(shape: Shape, p: Array, data: Stated) -> tuple[float, Array]:
    """Return the log-likelihood of a shape and its slope along each parameter.

    The last parameter sets the scatter: `LEAST_SCATTER` and its exponential.
    """
    middle, along = shape.curve(p[:-1], data.times)
    scatter = LEAST_SCATTER + np.exp(p[-1])
    chance, by_middle, by_scatter = _chance(middle, scatter, data)
    whole = chance.mean(axis=1, keepdims=True)
    weight = by_middle / whole / NODES
    slopes = [float((weight * slope).sum()) for slope in along]
    slopes.append(float((by_scatter / whole).sum() / NODES * np.exp(p[-1])))
    return float(np.log(whole).sum()), np.array(slopes)


def _chance(middle: Array, scatter: float, data: Stated) -> tuple[Array, Array, Array]:
    """Return the chance (or density) of each total at each time, with both of its slopes."""
    from scipy.special import ndtr

    low, high = ((bound[:, None] - middle) / scatter for bound in (data.low, data.high))
    at_low, at_high = _density(low), _density(high)
    exact = (data.low == data.high)[:, None]
    high_or_nought = np.where(np.isfinite(high), high, 0.0)
    inside = ndtr(-low) - ndtr(-high)
    chance = np.where(exact, at_low / scatter, inside)
    by_middle = np.where(exact, at_low * low / scatter**2, (at_low - at_high) / scatter)
    spread = (low * at_low - high_or_nought * at_high) / scatter
    by_scatter = np.where(exact, at_low * (low**2 - 1) / scatter**2, spread)
    return np.maximum(chance, 1e-280), by_middle, by_scatter


def _density(z: Array) -> Array:
    return np.asarray(np.exp(-0.5 * z**2) / np.sqrt(2 * np.pi))


def best(shape: Shape, data: Stated) -> tuple[Array, float]:
    """Return the parameters with the largest likelihood, and its logarithm.

    The search ends where about eight digits are sure; where all slopes are nought, more of them are.
    """
    from scipy.optimize import minimize, root

    def down(p: Array) -> tuple[float, Array]:
        value, slopes = log_likelihood(shape, p, data)
        return -value, -slopes

    found = [
        minimize(down, (*shape.start, scatter), jac=True, method="BFGS").x
        for scatter in (-1.2, -2.5)
    ]
    near = min(found, key=lambda p: down(p)[0])
    exact = root(lambda p: down(p)[1], near, tol=1e-13).x
    sure = exact if down(exact)[0] <= down(near)[0] + 1e-9 else near
    return np.asarray(sure), log_likelihood(shape, sure, data)[0]
