"""Public bodies in the United Kingdom that use Chinese cameras, from freedom-of-information requests.

The campaign group that asked printed percentages and the number of bodies that answered, not the
counts; the bases stand in one publication and the percentages in another. A percentage with its base
allows a few counts; all of them are kept. For two kinds of body no count rounds to the printed
percentage, and for every kind one gives it when decimals are cut off: so the percentages are read as
cut. Bodies that answered are no sample of those that did not, so no interval is computed and nothing
is tested; what the others would have said is bounded in `bounds`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from biometrics_china import multiverse, provenance, tables

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
    """Return one row a kind of body, the highest percentage first.

    Columns: `kind`, `answered`, `printed` (per cent as the group printed it), `low_count`,
    `high_count` (the counts that print so). `frame` has `user`, `value` (per cent as printed) and
    `denominator`.
    """
    rows = []
    for user, value, total in frame[["user", "value", "denominator"]].to_numpy():
        counts = possible_counts(round(value), int(total))
        rows.append((user, int(total), round(value), counts[0], counts[-1]))
    columns = ["kind", "answered", "printed", "low_count", "high_count"]
    found = pd.DataFrame(rows, columns=columns)
    return found.sort_values("printed", ascending=False, ignore_index=True, kind="stable")


def survey_rows() -> pd.DataFrame:
    """Return the rows of `deployments` that are the survey."""
    frame = provenance.read_rows("deployments")
    asked = frame["measure"].eq("share_pct") & frame["denominator"].notna()
    return frame[asked & frame["user"].isin(KINDS)]


def survey() -> pd.DataFrame:
    """Return `respondents` for the package, with `label`, `id` and `source_id`."""
    rows = survey_rows()
    found = respondents(rows)
    ids, sources = (dict(zip(rows["user"], rows[c], strict=True)) for c in ("id", "source_id"))
    labels = tables.vocabulary("user_kind")
    kind = found["kind"]
    return found.assign(label=kind.map(labels), id=kind.map(ids), source_id=kind.map(sources))


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

    Choices: the kinds that are pooled, and what is assumed of the bodies that did not answer, which
    has a meaning only for all kinds together. The two assumptions at the ends give the `bounds`;
    elsewhere the middle of the possible counts is taken, which moves the share by less than a point.
    """
    education = frame["kind"].isin(["school", "college", "university"])
    kinds = {
        "all": frame["kind"].notna(),
        "without police": frame["kind"].ne("police"),
        "without education": ~education,
        "education": education,
    }
    silent = {"like the others": None, "none uses them": 0, "all use them": 1}

    def estimate(pooled: Any, silent_bodies: int | None) -> multiverse.Result:
        part = frame[pooled]
        answered = int(part["answered"].sum())
        users = (int(part["low_count"].sum()), int(part["high_count"].sum()))
        if not answered:
            return None
        if silent_bodies is None:
            return sum(users) / 2 / answered
        if len(part) < len(frame):
            return None
        return bounds(users, answered, everybody)[silent_bodies]

    return multiverse.grid({"pooled": kinds, "silent_bodies": silent}, estimate)
