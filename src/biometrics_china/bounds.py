"""Sharp bounds: the least and the most that a quantity can be, whatever the unknown inputs are.

Where only totals are known, a share of a part is no estimate with an error, but a range of values that
the totals allow (partial identification, Manski 2003). Each range here is sharp: both of its ends are
reached by inputs that the totals admit. Nothing in it is due to chance.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from biometrics_china.numbers import Numbers
from biometrics_china.statistics import Result
from biometrics_china.traced import Origin

#: ends as `Numbers` names them → as words name them
ENDS = {"low": "lower", "high": "upper"}
#: coefficients by variable, and the value that their sum must have or must not exceed
Row = tuple[dict[str, float], float]


@dataclass(frozen=True, repr=False)
class Bounds(Result):
    """The least and the most that a quantity can be."""

    low: float
    high: float
    kind: str = "sharp bounds over all admissible inputs"


def corners(estimate: Callable[..., float | None], **inputs: Sequence[Any]) -> Bounds:
    """Return the bounds of an estimate over every combination of the listed values of its inputs.

    Two ends of an input suffice where the estimate only rises or only falls in it while the others
    stand still, whatever they are; else all of its values must be listed. The estimate returns None
    for a combination that is not admissible. Raises ValueError if none is.
    """
    combined = itertools.product(*inputs.values())
    found = [estimate(**dict(zip(inputs, values, strict=True))) for values in combined]
    admissible = [value for value in found if value is not None]
    if not admissible:
        raise ValueError(f"no combination of {', '.join(inputs)} is admissible")
    return Bounds(min(admissible), max(admissible))


def linear(objective: dict[str, float], equal: Sequence[Row], at_most: Sequence[Row]) -> Bounds:
    """Return the bounds of a weighted sum of variables, none below zero, by linear programming.

    `objective` maps a variable to its weight; `equal` and `at_most` hold the rows that the variables
    must meet. Solved exactly at a corner (scipy `linprog`, HiGHS). Raises ValueError if nothing meets
    all rows, or if the sum has no end.
    """
    from scipy.optimize import linprog

    names = sorted({name for row, _ in (*equal, *at_most) for name in row} | set(objective))
    weights = _dense(objective, names)
    ends = []
    for sign in (1.0, -1.0):
        result = linprog(
            sign * weights,
            A_eq=np.array([_dense(row, names) for row, _ in equal]) if equal else None,
            b_eq=[value for _, value in equal] or None,
            A_ub=np.array([_dense(row, names) for row, _ in at_most]) if at_most else None,
            b_ub=[value for _, value in at_most] or None,
            method="highs",
        )
        if result.status != 0:
            raise ValueError(f"the totals admit no bound: {result.message}")
        ends.append(sign * float(result.fun))
    return Bounds(ends[0], ends[1])


def _dense(row: dict[str, float], names: Sequence[str]) -> np.ndarray:
    return np.array([row.get(name, 0.0) for name in names])


def add(
    found: Numbers,
    name: str,
    low: float | Origin,
    high: float | Origin,
    meaning: str,
    *tables: str,
    digits: int = 0,
) -> None:
    """Add both ends to the numbers of a subject, as `name_low` and `name_high`, rounded outwards."""
    for bound, value in (("low", low), ("high", high)):
        said = f"{meaning}, {ENDS[bound]} end, rounded outwards"
        found.decimal(f"{name}_{bound}", value, said, *tables, digits=digits, bound=bound)
