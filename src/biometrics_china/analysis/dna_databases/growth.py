"""Growth of the Chinese police database: three shapes compared, and the recent path as a line.

The shapes are fitted to the logarithm of the stated totals by least squares: a constant rate, a rate
that changes evenly (a quadratic), and a logistic curve with a ceiling. They are compared by the
corrected information criterion of Hurvich and Tsai (1989), which charges each parameter and more so
when points are few. The points differ in definition and several are floors, so fits describe the
points; they forecast nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from biometrics_china.analysis.dna_databases import sizes
from biometrics_china.statistics import Result

ORIGIN = 2008.0
#: the recent path begins where totals began to be stated each year or two
PATH_FROM = 2012.9
CONSTANT, QUADRATIC, LOGISTIC = "constant rate", "changing rate", "with a ceiling"


@dataclass(frozen=True)
class Fit:
    """A fitted shape: parameters without the variance, residual sum of squares on logs, AICc."""

    name: str
    parameters: tuple[float, ...]
    rss: float
    aicc: float

    def at(self, years: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the fitted totals (records) at decimal years."""
        x = np.asarray(years, dtype=float) - ORIGIN
        if self.name == LOGISTIC:
            ceiling, rate, middle = self.parameters
            return np.asarray(ceiling / (1 + np.exp(-rate * (x - middle))))
        return np.asarray(np.exp(np.polynomial.polynomial.polyval(x, self.parameters)))


def aicc(rss: float, n: int, parameters: int) -> float:
    """Return the corrected information criterion of a least-squares fit.

    `parameters` counts the variance too. Raises ValueError if n is too small for the correction.
    """
    if n - parameters - 1 <= 0:
        raise ValueError(f"{n} points are too few for {parameters} parameters")
    correction = 2 * parameters * (parameters + 1) / (n - parameters - 1)
    return n * float(np.log(rss / n)) + 2 * parameters + correction


def points() -> pd.DataFrame:
    """Return the dated totals of the Chinese database: `year`, `value`, `qualifier`, `source_id`."""
    frame = sizes.sizes()
    kept = frame[frame["use"].eq("growth")].sort_values("year", ignore_index=True, kind="stable")
    return kept[["year", "value", "qualifier", "source_id"]]


def fits(years: NDArray[np.float64], totals: NDArray[np.float64]) -> list[Fit]:
    """Return the three fitted shapes, best criterion first."""
    x, y = years - ORIGIN, np.log(totals)
    found = []
    for name, degree in ((CONSTANT, 1), (QUADRATIC, 2)):
        parameters = np.polynomial.polynomial.polyfit(x, y, degree)
        rss = float(np.sum((np.polynomial.polynomial.polyval(x, parameters) - y) ** 2))
        found.append(Fit(name, tuple(parameters), rss, aicc(rss, len(x), degree + 2)))
    found.append(_logistic(x, y))
    return sorted(found, key=lambda fit: fit.aicc)


def _logistic(x: NDArray[np.float64], y: NDArray[np.float64]) -> Fit:
    from scipy.optimize import curve_fit, root

    def curve(
        t: NDArray[np.float64], ceiling: float, rate: float, middle: float
    ) -> NDArray[np.float64]:
        return ceiling - np.log1p(np.exp(-rate * (t - middle)))

    def downhill(found: NDArray[np.float64]) -> NDArray[np.float64]:
        _, rate, middle = found
        left = 1 / (1 + np.exp(rate * (x - middle)))
        slopes = np.stack([np.ones_like(x), (x - middle) * left, -rate * left])
        return np.asarray((slopes * (curve(x, *found) - y)).sum(axis=1))

    start = (float(y.max()) + 0.1, 0.5, float(np.median(x)))
    near, _ = curve_fit(curve, x, y, p0=start, maxfev=20_000)
    # the search ends where eight digits are sure; where the slope is zero, more of them are
    ceiling, rate, middle = root(downhill, near, tol=1e-14).x
    rss = float(np.sum((curve(x, ceiling, rate, middle) - y) ** 2))
    return Fit(LOGISTIC, (float(np.exp(ceiling)), rate, middle), rss, aicc(rss, len(x), 4))


def models(data: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each shape: `model`, `aicc`, `difference`, `weight`, `ceiling`, `note`.

    The ceiling, in records, is given for the logistic shape only if it lies above every point; a
    ceiling below a point that was stated is no ceiling, and the note says so.
    """
    totals = data["value"].to_numpy(dtype=float)
    found = fits(data["year"].to_numpy(dtype=float), totals)
    best = found[0].aicc
    raw = [np.exp(-(fit.aicc - best) / 2) for fit in found]
    rows = []
    for fit, weight in zip(found, raw, strict=True):
        ceiling = fit.parameters[0] if fit.name == LOGISTIC else None
        holds = ceiling is not None and ceiling > totals.max()
        rows.append(
            {
                "model": fit.name,
                "aicc": fit.aicc,
                "difference": fit.aicc - best,
                "weight": weight / sum(raw),
                "ceiling": ceiling if holds else None,
                "note": ""
                if ceiling is None
                else "above every stated total"
                if holds
                else "below a stated total: not printed",
            }
        )
    return pd.DataFrame(rows).astype({"ceiling": "Float64"})


def model_table() -> pd.DataFrame:
    """Return `models` of the Chinese totals as the table of the chapter prints them."""
    frame = models(points())
    digits = {"aicc": "{:.1f}", "difference": "{:.1f}", "weight": "{:.2f}"}
    printed = {name: frame[name].map(form.format) for name, form in digits.items()}
    return frame.assign(**printed)[["model", *digits, "note"]]


@dataclass(frozen=True, repr=False)
class Path(Result):
    """The recent path as a line: records a year with a 95 % interval."""

    slope: float
    low: float
    high: float
    n: int


def recent_path(data: pd.DataFrame) -> Path:
    """Return the least-squares line through the totals since `PATH_FROM` (statsmodels)."""
    fit = _line(data)
    low, high = fit.conf_int()[1]
    return Path(float(fit.params[1]), float(low), float(high), int(fit.nobs))


def _line(data: pd.DataFrame) -> Any:
    from statsmodels.regression.linear_model import OLS
    from statsmodels.tools.tools import add_constant

    recent = data[data["year"].ge(PATH_FROM)]
    x = recent["year"].to_numpy(dtype=float) - PATH_FROM
    return OLS(recent["value"].to_numpy(dtype=float), add_constant(x)).fit()


def curves(data: pd.DataFrame) -> pd.DataFrame:
    """Return what the figure draws: `points`, the three shapes, the recent line with its band.

    Columns `series` (`stated`, a model, `recent path`), `year`, `value`, `low`, `high` (95 % band
    of the mean for the line), `qualifier` (points only).
    """
    years = np.linspace(data["year"].min(), data["year"].max(), 60)
    parts = [data.assign(series="stated")[["series", "year", "value", "qualifier"]]]
    for fit in fits(data["year"].to_numpy(dtype=float), data["value"].to_numpy(dtype=float)):
        parts.append(pd.DataFrame({"series": fit.name, "year": years, "value": fit.at(years)}))
    recent = np.linspace(PATH_FROM, data["year"].max(), 30)
    band = _line(data).get_prediction(np.column_stack([np.ones(30), recent - PATH_FROM]))
    low, high = band.conf_int().T
    parts.append(
        pd.DataFrame(
            {
                "series": "recent path",
                "year": recent,
                "value": band.predicted_mean,
                "low": low,
                "high": high,
            }
        )
    )
    return pd.concat(parts, ignore_index=True)
