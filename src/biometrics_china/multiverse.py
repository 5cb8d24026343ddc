"""One estimate under every combination of defensible choices (a multiverse or specification grid).

A headline number rests on choices that could have been made otherwise: which source, which
denominator, which window. `grid` computes it under all of them, so that a chapter can show how far
the choices, and not the data, carry it (Steegen, Tuerlinckx, Gelman and Vanpaemel 2016; Simonsohn,
Simmons and Nelson 2020). No test is made over the grid: its rows are readings of the same records.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

#: name of a choice → label of an option → the value handed to the estimate
Choices = Mapping[str, Mapping[str, Any]]
#: an estimate, or an estimate with its lower and upper bound; None where a combination has no meaning
Result = float | tuple[float, float, float] | None

#: columns of a grid that hold results; all others are choices
RESULTS = ("estimate", "low", "high", "is_main")

#: what `influence` measures, as a notebook prints it
MOVED = "how far the median estimate moves"


def grid(choices: Choices, estimate: Callable[..., Result]) -> pd.DataFrame:
    """Return one row for each combination of options that has a meaning, lowest estimate first.

    `estimate` is called with one keyword for each choice; a choice is a Python name and its
    underscores are printed as blanks. Columns: each choice (the label of its option), `estimate`,
    `low`, `high` (missing where no interval was returned) and `is_main` (True for the first
    option of every choice). Raises ValueError if a choice has no option or the name of a
    result, if the main combination has no meaning, or if bounds do not hold the estimate.
    """
    if not choices or not all(choices.values()):
        raise ValueError("a grid needs at least one choice, and each choice an option")
    names = list(choices)
    if taken := set(names) & set(RESULTS):
        raise ValueError(f"a choice cannot be named {', '.join(sorted(taken))}")
    main = tuple(next(iter(options)) for options in choices.values())
    rows = []
    for labels in itertools.product(*choices.values()):
        picked = {name: choices[name][label] for name, label in zip(names, labels, strict=True)}
        result = estimate(**picked)
        if result is None:
            continue
        point, low, high = result if isinstance(result, tuple) else (result, None, None)
        if low is not None and high is not None and not low <= point <= high:
            raise ValueError(f"{labels}: {point} lies outside its bounds {low} to {high}")
        rows.append((*labels, float(point), low, high, labels == main))
    frame = pd.DataFrame(rows, columns=[*names, *RESULTS])
    if not frame["is_main"].any():
        raise ValueError(f"the main combination {main} gives no estimate")
    types = {"low": "float64", "high": "float64"}
    return frame.astype(types).sort_values("estimate", kind="stable", ignore_index=True)


def spread(frame: pd.DataFrame) -> dict[str, float]:
    """Return `main`, `lowest`, `highest`, `middle` (median) and `n` of a grid's estimates.

    `distinct` counts the different values among them, and `below` the readings under the main one.
    """
    values = frame["estimate"]
    main = float(values[frame["is_main"]].iloc[0])
    printed = values.map(lambda value: f"{value:.9g}")
    return {
        "main": main,
        "lowest": float(values.min()),
        "highest": float(values.max()),
        "middle": float(values.median()),
        "n": float(len(values)),
        "distinct": float(printed.nunique()),
        "below": float((values < main * (1 - 1e-9)).sum()),
    }


def idle(frame: pd.DataFrame) -> tuple[str, ...]:
    """Return the choices that change no estimate, whatever else is chosen; they tell nothing."""
    choices = [name for name in frame.columns if name not in RESULTS]
    printed = frame.assign(estimate=frame["estimate"].map(lambda value: f"{value:.9g}"))
    found = []
    for name in choices:
        others = [other for other in choices if other != name]
        groups = printed.groupby(others)["estimate"] if others else [((), printed["estimate"])]
        if all(values.nunique() == 1 for _, values in groups):
            found.append(name)
    return tuple(found)


def influence(frame: pd.DataFrame) -> pd.Series:
    """Return, for each choice of a grid, how far the median estimates of its options lie apart.

    The choice that moves the estimate most comes first. The name of the series and of its index
    say so to a reader.
    """
    choices = [name for name in frame.columns if name not in RESULTS]
    medians = {name: frame.groupby(name)["estimate"].median() for name in choices}
    moved = pd.Series({name: m.max() - m.min() for name, m in medians.items()}, name=MOVED)
    return moved.rename_axis("choice").sort_values(ascending=False, kind="stable")
