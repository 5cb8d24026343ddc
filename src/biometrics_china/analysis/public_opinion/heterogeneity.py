"""How far shares of different surveys differ beyond chance, and why no mean is printed.

Shares are compared on the logit scale, where their errors are nearly normal. `Q` (Cochran 1954) adds
up the weighted squared distances from the common mean; `I²` (Higgins and Thompson 2002) is the part
of the spread that chance does not explain; `tau²` is the variance between surveys (Paule and Mandel
1982, through statsmodels). The prediction interval (Higgins, Thompson and Spiegelhalter 2009) says
where one more share would lie, with 95 per cent, if it were drawn from the same normal spread on that
scale. If it is wide, a mean would be the mean of unlike things. Shares are taken as independent, also
those of one survey.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from biometrics_china.statistics import Result, makes_test


@dataclass(frozen=True, repr=False)
class Heterogeneity(Result):
    """Spread of `n` shares: Q with its p value, I² and a prediction interval between 0 and 1."""

    n: int
    q: float
    p_value: float
    i_squared: float
    tau_squared: float
    low: float
    high: float
    kind: str = "95 % prediction interval of one more answer"


@makes_test("Cochran's Q", "Do shares of several surveys differ by more than chance?")
def heterogeneity(shares: ArrayLike, sizes: ArrayLike) -> Heterogeneity:
    """Return the heterogeneity of shares (between 0 and 1) from samples of the given sizes.

    Raises ValueError for fewer than three shares, for a share of 0 or 1, where the logit has no
    value, and for sizes below 1.
    """
    from scipy.stats import t
    from statsmodels.stats.meta_analysis import combine_effects

    share, size = np.asarray(shares, dtype=float), np.asarray(sizes, dtype=float)
    if len(share) < 3 or share.shape != size.shape:
        raise ValueError("heterogeneity needs at least three shares, each with its sample size")
    if ((share <= 0) | (share >= 1)).any() or (size < 1).any():
        raise ValueError("heterogeneity needs shares between 0 and 1 and sizes of at least 1")
    logit = np.log(share / (1 - share))
    result = combine_effects(logit, 1 / (size * share * (1 - share)), method_re="iterated")
    test = result.test_homogeneity()
    # for equal shares floating point leaves a hair below nought
    q, tau2 = max(0.0, float(test.statistic)), max(0.0, float(result.tau2))
    degrees = len(share) - 2
    spread = t.ppf(0.975, degrees) * np.sqrt(tau2 + result.var_eff_w_re)
    low, high = (1 / (1 + np.exp(-(result.mean_effect_re + s))) for s in (-spread, spread))
    return Heterogeneity(
        len(share),
        q,
        float(test.pvalue),
        1 - (len(share) - 1) / q if q > len(share) - 1 else 0.0,
        tau2,
        float(low),
        float(high),
    )


def of(frame: pd.DataFrame) -> Heterogeneity:
    """Return the heterogeneity of the rows of `answers.joined` that carry a point and a size."""
    usable = frame[frame["is_point"] & frame["n"].notna()]
    return heterogeneity(usable["share"].astype(float), usable["n"].astype(float))
