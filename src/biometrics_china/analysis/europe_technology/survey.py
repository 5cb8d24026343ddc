"""Public bodies in the United Kingdom that use Chinese cameras, from freedom-of-information requests.

The campaign group that asked printed percentages and the number of bodies that answered, not the
counts. A percentage with its base allows a few counts; all of them are kept. For two kinds of body
no count rounds to the printed percentage, and for every kind one gives it when decimals are cut off:
so the percentages are read as cut. Intervals are Wilson's at 95 per cent, widened to all possible
counts. They speak of the bodies that answered as if these were a sample; what the others would have
said is bounded in `bounds`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from biometrics_china import multiverse, provenance, tables
from biometrics_china.statistics import wilson

#: the row in which the campaign group estimates the users among all public bodies of the country,
#: and the per cent of all that it says they are
ESTIMATE, ESTIMATE_PERCENT = "dp-013", 60
#: rows of `deployments` that hold the survey: percentages of bodies that answered
KINDS = ("local", "school", "college", "university", "health", "police")


def possible_counts(percent: int, total: int, *, cut: bool = True) -> range:
    """Return the counts out of `total` that print as `percent`, decimals cut off or rounded half up.

    An empty range says that no count fits.
    """
    shift = 0.0 if cut else 0.5
    low = math.ceil((percent - shift) * total / 100 - 1e-9)
    high = math.ceil((percent + 1 - shift) * total / 100 - 1e-9) - 1
    return range(max(low, 0), min(high, total) + 1)


def counts_behind(frame: pd.DataFrame) -> pd.DataFrame:
    """Return each percentage and its base with how many counts print as it: `cut`, `rounded`.

    `cut` is for decimals cut off, `rounded` for rounded ones; the first column is `user`.
    """
    pairs = frame[["value", "denominator"]].round().astype(int).to_numpy()
    fits = {
        name: [len(possible_counts(percent, total, cut=cut)) for percent, total in pairs]
        for name, cut in (("cut", True), ("rounded", False))
    }
    return frame[["user", "value", "denominator"]].assign(**fits)


def respondents(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row a kind of body, the highest share first.

    Columns: `kind`, `answered`, `low_count`, `high_count`, `share`, `low`, `high`. `frame` has
    `user`, `value` (per cent as printed) and `denominator`. `share` is the middle of the possible
    counts; `low` and `high` enclose the Wilson intervals of all of them.
    """
    rows = []
    for user, value, total in frame[["user", "value", "denominator"]].to_numpy():
        counts = possible_counts(round(value), int(total))
        rows.append(
            {
                "kind": user,
                "answered": int(total),
                "low_count": counts[0],
                "high_count": counts[-1],
                "share": (counts[0] + counts[-1]) / 2 / int(total),
                "low": wilson(counts[0], int(total)).low,
                "high": wilson(counts[-1], int(total)).high,
            }
        )
    return pd.DataFrame(rows).sort_values(
        "share", ascending=False, ignore_index=True, kind="stable"
    )


def survey_rows() -> pd.DataFrame:
    """Return the rows of `deployments` that are the survey."""
    frame = provenance.read_rows("deployments")
    asked = frame["measure"].eq("share_pct") & frame["denominator"].notna()
    return frame[asked & frame["user"].isin(KINDS)]


def survey() -> pd.DataFrame:
    """Return `respondents` for the package, with `label` and `source_id`."""
    rows = survey_rows()
    found = respondents(rows)
    sources = dict(zip(rows["user"], rows["source_id"], strict=True))
    labels = tables.vocabulary("user_kind")
    return found.assign(label=found["kind"].map(labels), source_id=found["kind"].map(sources))


def homogeneity(frame: pd.DataFrame, *, high: bool) -> tuple[float, int, float]:
    """Return chi-square, degrees of freedom and p of equal shares in all kinds.

    The test is Pearson's (1900), with the degrees of freedom of Fisher (1922). Computed with
    the highest or the lowest possible count of each kind.
    """
    from scipy.stats import chi2_contingency

    yes = frame["high_count" if high else "low_count"]
    result = chi2_contingency([yes, frame["answered"] - yes], correction=False)
    return float(result.statistic), int(result.dof), float(result.pvalue)


def asked(bodies_estimate: float, percent: float) -> float:
    """Return how many bodies there are if an estimated number is the given per cent of all."""
    return bodies_estimate / (percent / 100)


def everybody() -> float:
    """Return how many public bodies there are if the campaign group's own estimate is right."""
    values = provenance.by_id("deployments")["value"]
    return asked(float(values[ESTIMATE]), ESTIMATE_PERCENT)


def bounds(users: Sequence[int], answered: int, everybody: float) -> tuple[float, float]:
    """Return the lowest and highest share of users among all bodies (Manski 2003).

    They hold if `everybody` is right and each answer covers every maker that is meant.
    Lowest: none of those that did not answer uses the cameras; highest: all of them do. `users` are
    the lowest and highest possible counts among those that answered.
    """
    low, high = users
    if not 0 <= low <= high <= answered <= everybody:
        raise ValueError(f"bounds need 0 <= users <= answered <= all, got {users}, {answered}")
    return low / everybody, (high + everybody - answered) / everybody


def choices(frame: pd.DataFrame, everybody: float) -> pd.DataFrame:
    """Return the share of public bodies with Chinese cameras under every reading of the survey.

    Choices: the kinds that are pooled, the possible counts, and what is assumed of the bodies that
    did not answer. The last has a meaning only for all kinds together.
    """
    police = frame["kind"].ne("police")
    education = frame["kind"].isin(["school", "college", "university"])
    kinds = {
        "all": frame["kind"].notna(),
        "without police": police,
        "without education": ~education,
        "education": education,
    }
    silent = {"like the others": None, "none uses them": 0.0, "all use them": 1.0}
    counts = {"middle": 0.5, "lowest": 0.0, "highest": 1.0}

    def estimate(pooled: Any, count: float, silent_bodies: float | None) -> multiverse.Result:
        part = frame[pooled]
        answered = int(part["answered"].sum())
        users = float(part["low_count"].sum())
        users += count * float((part["high_count"] - part["low_count"]).sum())
        if not answered:
            return None
        if silent_bodies is None:
            return users / answered
        if len(part) < len(frame):
            return None
        return (users + silent_bodies * (everybody - answered)) / everybody

    return multiverse.grid({"pooled": kinds, "count": counts, "silent_bodies": silent}, estimate)
