"""How well names are matched, measured on names labelled by hand.

A typed name is *named* when the register ties it to one body. Precision is the share of named
names that were tied to the right body; recall is the share of names borne by one body of the
register that were named; a name is *shown* if the right body is at least among those offered for a
person to judge. Intervals are Wilson's at 95 per cent; they describe these labelled names, which
were chosen to be hard and are no sample of what people type.
"""

from __future__ import annotations

import pandas as pd

from biometrics_china import statistics, tables
from biometrics_china.register.entities import screen
from biometrics_china.register.match import Answer

#: what can become of a labelled name, best first
OUTCOMES = ("named", "shown", "apart", "missed", "wrong")


def outcome(expected: frozenset[str], answer: Answer) -> str:
    """Return what became of a labelled name.

    ``named``: tied to the one body that bears it. ``shown``: the bodies that bear it are among the
    hits. ``apart``: no body bears it and none was named. ``missed``: a body bears it and was not
    shown. ``wrong``: tied to a body that does not bear it.
    """
    hits = {hit.id for hit in answer.hits}
    if answer.verdict == "named":
        return "named" if expected == {answer.hits[0].id} else "wrong"
    if not expected:
        return "apart"
    return "shown" if expected <= hits else "missed"


def outcomes(labels: pd.DataFrame) -> pd.DataFrame:
    """Return the labelled names with `outcome`, `is_shown` and `n_expected`.

    `labels` has `query`, `expected_ids` (list, empty if no body bears the name) and `variation`.
    """
    answers = [screen(q) for q in labels["query"]]
    expected = [frozenset(e or ()) for e in labels["expected_ids"]]
    made = [outcome(e, a) for e, a in zip(expected, answers, strict=True)]
    shown = [e <= {h.id for h in a.hits} for e, a in zip(expected, answers, strict=True)]
    return labels.assign(outcome=made, is_shown=shown, n_expected=[len(e) for e in expected])


def by_variation(found: pd.DataFrame) -> pd.DataFrame:
    """Return how many names of each variation had each outcome: `variation`, `names`, outcomes."""
    counts = pd.crosstab(found["variation"], found["outcome"])
    counts = counts.reindex(columns=list(OUTCOMES), fill_value=0)
    labels = tables.vocabulary("name_variation")
    counts = counts.reindex([v for v in labels if v in counts.index])
    names = counts.sum(axis=1)
    counts.insert(0, "names", names)
    return counts.rename(index=labels).rename_axis(index="variation", columns=None).reset_index()


def behind(found: pd.DataFrame) -> dict[str, tuple[pd.DataFrame, pd.DataFrame]]:
    """Return for each measure of `quality` the names that it counts, and those that it is over."""
    got = found["outcome"]
    named, borne = got.eq("named"), found["n_expected"].gt(0)
    alone = found["n_expected"].eq(1)
    flags = {
        "precision": (named, named | got.eq("wrong")),
        "recall": (named & alone, alone),
        "shown": (found["is_shown"] & borne, borne),
        "apart": (got.eq("apart"), ~borne),
    }
    return {name: (found[part], found[whole]) for name, (part, whole) in flags.items()}


def quality(found: pd.DataFrame) -> dict[str, statistics.Proportion]:
    """Return `precision`, `recall`, `shown` and `apart` with Wilson intervals.

    `recall` is over names that one body bears, `shown` over names that any body bears, `apart` over
    names that no body bears.
    """
    sides = behind(found).items()
    return {name: statistics.wilson(len(part), len(whole)) for name, (part, whole) in sides}
