"""Change between two waves of one open questionnaire, with a design effect for what is not random.

Whoever answers an open questionnaire is no random sample, so the true error is larger than that of
chance. The design effect (Kish 1965) multiplies the variance; with 2, a sample counts as half its size.
What it cannot mend is a change in who answers.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from biometrics_china import multiverse
from biometrics_china.statistics import Result

EFFECTS = (1.0, 1.5, 2.0, 3.0)


@dataclass(frozen=True)
class Wave:
    """The same item in two waves: the rows of the earlier and the later answer."""

    item: str
    earlier: str
    later: str


ABUSE = Wave("Says that the technology tends to be abused", "sa-018", "sa-027")
LOSS = Wave("Says that leaks or abuse have cost privacy or property", "sa-019", "sa-028")
WAVES = (ABUSE, LOSS)
#: the earlier answer on abuse as another report rounds it
ROUNDED = "sa-116"


@dataclass(frozen=True, repr=False)
class Difference(Result):
    """Later share minus earlier share, between -1 and 1, with an interval."""

    difference: float
    low: float
    high: float
    kind: str = "95 % Newcombe interval of two independent shares, after the design effect"


def difference(
    earlier: float, n_earlier: int, later: float, n_later: int, effect: float = 1.0
) -> Difference:
    """Return the later share minus the earlier one (Newcombe 1998, method 10; statsmodels).

    Both sample sizes are divided by the design effect. Raises ValueError for a design effect below
    1 or a share outside 0 to 1.
    """
    from statsmodels.stats.proportion import confint_proportions_2indep

    if effect < 1 or not (0 <= earlier <= 1 and 0 <= later <= 1):
        raise ValueError("a design effect is at least 1 and a share lies between 0 and 1")
    sizes = n_later / effect, n_earlier / effect
    low, high = confint_proportions_2indep(
        later * sizes[0], sizes[0], earlier * sizes[1], sizes[1], method="newcomb"
    )
    return Difference(later - earlier, float(low), float(high))


def changes(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each item and design effect.

    `frame` comes from `answers.joined`. Columns `id` (of both answers), `item`, `effect`,
    `earlier`, `later`, `difference`, `low`, `high` (shares; the number of respondents of a wave
    given as a floor is taken as it is).
    """
    by_id = {row["id"]: row for row in frame.to_dict("records")}
    rows = []
    for wave in WAVES:
        a, b = by_id[wave.earlier], by_id[wave.later]
        for effect in EFFECTS:
            found = difference(
                float(a["share"]), int(a["n"]), float(b["share"]), int(b["n"]), effect
            )
            rows.append(
                {
                    "id": f"{wave.earlier};{wave.later}",
                    "item": wave.item,
                    "effect": effect,
                    "earlier": float(a["share"]),
                    "later": float(b["share"]),
                    **found.cells(),
                }
            )
    return pd.DataFrame(rows)


def choices(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the fall in the view that the technology is abused under each defensible choice.

    Choices: the earlier share as printed, or as other reports round it; the later share anywhere
    within its rounding. Intervals are taken at the largest design effect, which moves no estimate.
    A fall is positive. See `multiverse.grid`.
    """
    by_id = {row["id"]: row for row in frame.to_dict("records")}
    a, b = by_id[ABUSE.earlier], by_id[ABUSE.later]
    later = float(b["share"])

    def fall(earlier_share: float, later_share: float) -> tuple[float, float, float]:
        found = difference(earlier_share, int(a["n"]), later_share, int(b["n"]), max(EFFECTS))
        return -found.difference, -found.high, -found.low

    return multiverse.grid(
        {
            "earlier_share": {
                "as printed with decimals": float(a["share"]),
                "as another report rounds it": float(by_id[ROUNDED]["share"]),
            },
            "later_share": {
                "as printed": later,
                "lowest that rounds to it": later - 0.005,
                "highest that rounds to it": later + 0.005,
            },
        },
        fall,
    )
