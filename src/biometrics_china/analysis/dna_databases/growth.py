"""Growth of the Chinese police database: six shapes compared, and the pace of the recent years.

Each shape is fitted to the stated totals by the likelihood of `likelihood`, in which floors, rounding
and dates count as they are known. Shapes are compared by the corrected information criterion of
Hurvich and Tsai (1989), which charges each parameter and more so when points are few, and by how far
each misses the next total when it is told the earlier ones only. The totals come from different
bodies, so fits describe the points; they forecast nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from biometrics_china.analysis.dna_databases import likelihood, sizes
from biometrics_china.analysis.dna_databases.shapes import CHANGING, ORIGIN, SHAPES, Array, Shape
from biometrics_china.observing import kept

#: the recent path begins where totals began to be stated each year or two
PATH_FROM = 2012.9
#: the total of the newspaper, and the last one, of which it is not certain that it speaks of the nation
NEWSPAPER, DOUBTED = "dn-028", sizes.DOUBTED
#: the first totals that a shape is told before it has to meet the next one
TOLD_FIRST = 7


@dataclass(frozen=True)
class Fit:
    """A fitted shape: its parameters (the last one of the scatter), and its AICc."""

    shape: Shape
    parameters: tuple[float, ...]
    aicc: float

    def at(self, years: Array) -> Array:
        """Return the fitted totals (records) at decimal years."""
        p = np.array(self.parameters[:-1])
        return np.asarray(np.exp(self.shape.curve(p, np.asarray(years) - ORIGIN)[0]))

    @property
    def ceiling(self) -> float | None:
        """Return the size that the shape never passes, in records; None if it has none."""
        return float(np.exp(self.parameters[0])) if self.shape.has_ceiling else None


def aicc(log_likelihood: float, n: int, parameters: int) -> float:
    """Return the corrected information criterion.

    `parameters` counts the scatter too. Raises ValueError if n is too small for the correction.
    """
    if n - parameters - 1 <= 0:
        raise ValueError(f"{n} points are too few for {parameters} parameters")
    correction = 2 * parameters * (parameters + 1) / (n - parameters - 1)
    return -2 * log_likelihood + 2 * parameters + correction


def points() -> pd.DataFrame:
    """Return the dated totals: `id`, `as_of`, `year`, `value`, `qualifier`, `source_id`."""
    frame = sizes.sizes()
    used = frame[frame["use"].eq("growth")].sort_values("year", ignore_index=True, kind="stable")
    return used[["id", "as_of", "year", "value", "qualifier", "source_id"]]


def fits(data: pd.DataFrame) -> list[Fit]:
    """Return all shapes fitted to totals, in the order of `SHAPES`."""
    stated = likelihood.stated(data)
    found = [(shape, *likelihood.best(shape, stated)) for shape in SHAPES]
    return [Fit(s, tuple(p), aicc(value, len(data), len(p))) for s, p, value in found]


def weights(found: list[Fit]) -> list[float]:
    """Return the weight of each shape among those compared (Akaike weights; they add up to 1)."""
    least = min(fit.aicc for fit in found)
    raw = [float(np.exp(-(fit.aicc - least) / 2)) for fit in found]
    return [weight / sum(raw) for weight in raw]


def missed(shape: Shape, data: pd.DataFrame) -> float:
    """Return how far a shape misses the next total, told the earlier ones, as a mean of logarithms.

    It is told `TOLD_FIRST` totals, then one more each time. A total within its bounds is not missed.
    """
    stated = likelihood.stated(data)
    gaps = []
    for n in range(TOLD_FIRST, len(data)):
        p, _ = likelihood.best(shape, stated.first(n))
        at = float(shape.curve(p[:-1], stated.times[n])[0].mean())
        gaps.append(max(stated.low[n] - at, at - stated.high[n], 0.0))
    return float(np.mean(gaps))


def models(data: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each shape, best criterion first.

    Columns: `model`, `aicc`, `difference`, `weight`, `weight_without` and `ceiling_without` (both
    without the doubted last total), `missed` (see above), `ceiling` (records), `note`.
    """
    found, fewer = fits(data), fits(data[data["id"].ne(DOUBTED)])
    least = min(fit.aicc for fit in found)
    rows = {
        "model": [fit.shape.name for fit in found],
        "aicc": [fit.aicc for fit in found],
        "difference": [fit.aicc - least for fit in found],
        "weight": weights(found),
        "weight_without": weights(fewer),
        "missed": [missed(fit.shape, data) for fit in found],
        "ceiling": [fit.ceiling for fit in found],
        "ceiling_without": [fit.ceiling for fit in fewer],
        "note": [end(fit, float(data["value"].max())) for fit in found],
    }
    frame = pd.DataFrame(rows).astype({"ceiling": "Float64", "ceiling_without": "Float64"})
    return frame.sort_values("aicc", kind="stable", ignore_index=True)


def end(fit: Fit, largest: float) -> str:
    """Return in words where a shape leads: its ceiling or its highest point, or that it has none."""
    top, words = fit.ceiling, "ceiling at"
    if fit.shape.name == CHANGING:
        _, rate, bend, _ = fit.parameters
        at = -rate / (2 * bend)
        top, words = (
            (float(fit.at(np.array([ORIGIN + at]))[0]), "falls after") if bend < 0 else (None, "")
        )
    if top is None:
        return "no end"
    below = ", below a stated total" if top < largest else ""
    return f"{words} {top / 1e6:.0f} million{below}"


@kept
def stated_models() -> pd.DataFrame:
    """Return `models` of the Chinese totals."""
    return models(points())


def model_table() -> pd.DataFrame:
    """Return `stated_models` as the table of the chapter prints them."""
    frame = stated_models()
    digits = {
        "aicc": "{:.1f}",
        "difference": "{:.1f}",
        "weight": "{:.2f}",
        "weight_without": "{:.2f}",
    }
    printed = {name: frame[name].map(form.format) for name, form in digits.items()}
    missed_by = (100 * np.expm1(frame["missed"])).map("{:.0f} %".format)
    return frame.assign(**printed, missed=missed_by)[["model", *digits, "missed", "note"]]


def pace(data: pd.DataFrame) -> pd.DataFrame:
    """Return the records added a year since `PATH_FROM`, by which totals are taken.

    Columns `reading`, `slope` (of the least-squares line; for the last row, of the line that joins
    the first total and the newspaper's), `n` (totals).
    """
    recent = data[data["year"].ge(PATH_FROM)]
    without = recent[recent["id"].ne(DOUBTED)]
    ends = recent.iloc[[0]], recent[recent["id"].eq(NEWSPAPER)]
    readings = {
        "all totals": recent,
        "without the last total": without,
        "without floors": recent[recent["qualifier"].ne("more_than")],
        "first total and that of the newspaper": pd.concat(ends),
    }
    rows = [(name, line(part)[0], len(part)) for name, part in readings.items()]
    return pd.DataFrame(rows, columns=["reading", "slope", "n"])


def line(data: pd.DataFrame) -> tuple[float, float]:
    """Return slope (records a year) and height at `PATH_FROM` of the least-squares line.

    Both are nan where no two totals lie a year apart: there is no line through one of them.
    """
    x = data["year"].to_numpy(dtype=float) - PATH_FROM
    if not len(x) or np.ptp(x) < 1:
        return float("nan"), float("nan")
    slope, height = np.polynomial.polynomial.polyfit(x, data["value"].to_numpy(dtype=float), 1)[
        ::-1
    ]
    return float(slope), float(height)
