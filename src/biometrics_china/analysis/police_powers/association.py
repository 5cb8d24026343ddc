"""Do the higher rules collect and the lower ones restrict? Fisher's exact test over instruments.

Articles of one instrument are written together and are not independent, so the unit is the
instrument. The corpora are not samples drawn from a population: p values and intervals here
describe how uneven a table is, and the spread over codings says how much is the coder's choice.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

import pandas as pd

from biometrics_china import statistics
from biometrics_china.analysis.police_powers.census import hits

#: levels that the national legislature and the State Council make
HIGHER = ("law", "administrative_regulation")

#: the cells of the table, row by row
CELLS = ("higher_collects", "higher_restricts", "lower_collects", "lower_restricts")

COLLECTS, RESTRICTS, BOTH, NEITHER = "collects only", "restricts only", "both", "neither"


WITHOUT_LOCAL = "Without local regulations"


@dataclass(frozen=True)
class Coding:
    """One way of making a 2 × 2 table of levels and functions.

    `both_as` says where an instrument goes that both collects and restricts (None leaves it out);
    `neither_as` the same for one that does neither; `without` names levels left out; `by_hand` adds
    the articles added by hand; `state_limits` counts limits on state bodies as restricting.
    """

    words: str
    both_as: str | None = COLLECTS
    neither_as: str | None = None
    without: tuple[str, ...] = ()
    by_hand: bool = False
    state_limits: bool = True


CODINGS = (
    Coding("Instruments that do both counted as collecting"),
    Coding("Instruments that do both left out", both_as=None),
    Coding("Instruments that do both counted as restricting", both_as=RESTRICTS),
    Coding("Limits on state bodies not counted", state_limits=False),
    Coding("Articles added by hand included", by_hand=True),
    Coding("Collecting against all others that name a trait", neither_as=RESTRICTS),
    Coding("The same, articles added by hand included", neither_as=RESTRICTS, by_hand=True),
    Coding("Without judicial interpretations", without=("judicial_interpretation",)),
    Coding("Without ministerial rules (few were searched)", without=("ministerial_rule",)),
    Coding(WITHOUT_LOCAL, without=("local_regulation",)),
)


def classify(frame: pd.DataFrame, coding: Coding) -> pd.DataFrame:
    """Return one row an instrument with a provision in the census: level, instrument, kind.

    `frame` is as from `census.hits`. `kind` is collects only, restricts only, both or neither.
    """
    allowed = ["counted", "hand_addition"] if coding.by_hand else ["counted"]
    frame = frame[frame["counted"].isin(allowed) & ~frame["level"].isin(coding.without)]
    limits = ["restricts handlers", *(["restricts state bodies"] if coding.state_limits else [])]
    does: dict[tuple[str, str], set[str]] = {}
    for level, instrument, group in zip(
        frame["level"], frame["instrument"], frame["group"], strict=True
    ):
        does.setdefault((level, instrument), set()).add(group)
    kinds = {
        (True, True): BOTH,
        (True, False): COLLECTS,
        (False, True): RESTRICTS,
        (False, False): NEITHER,
    }
    rows = [
        (*key, kinds["collects" in does[key], not does[key].isdisjoint(limits)])
        for key in sorted(does)
    ]
    return pd.DataFrame(rows, columns=["level", "instrument", "kind"])


def two_by_two(kinds: pd.DataFrame, coding: Coding) -> pd.DataFrame:
    """Return the numbers of instruments: higher and lower rules, by collects and restricts."""
    placed = {BOTH: coding.both_as, NEITHER: coding.neither_as}
    found = Counter(
        (level in HIGHER, placed.get(kind, kind))
        for level, kind in zip(kinds["level"], kinds["kind"], strict=True)
    )
    return pd.DataFrame(
        [[found[rank, kind] for kind in (COLLECTS, RESTRICTS)] for rank in (True, False)],
        index=pd.Index(["higher rules", "lower rules"], name="rank"),
        columns=pd.Index([COLLECTS, RESTRICTS], name="kind"),
    )


@statistics.makes_test(
    "Fisher's exact test", "Do the higher rules collect and the lower ones restrict?"
)
def under_codings(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return Fisher's exact test under each coding of `CODINGS`, the main one first.

    Columns: coding, the cells of `CELLS`, instruments, ratio, low, high (conditional odds ratio
    with its exact interval; inf where unbounded), p_value, and the printed forms higher, lower,
    odds_ratio, p.
    """
    frame = hits() if frame is None else frame
    rows = []
    for coding in CODINGS:
        table = two_by_two(classify(frame, coding), coding)
        (a, b), (c, d) = table.to_numpy().tolist()
        found = statistics.fisher_exact(table)
        rows.append(
            {
                "coding": coding.words,
                **dict(zip(CELLS, (a, b, c, d), strict=True)),
                "instruments": a + b + c + d,
                **found.cells(),
                "higher": f"{a} / {b}",
                "lower": f"{c} / {d}",
                "odds_ratio": f"{printed(found.ratio)} ({printed(found.low)} to {printed(found.high)})",
                "p": f"{found.p_value:.2f}" if found.p_value >= 0.01 else f"{found.p_value:.3f}",
            }
        )
    return pd.DataFrame(rows)


def printed(ratio: float) -> str:
    """Return an odds ratio with two decimals, or with one from 10 on; ``∞`` if it has no bound."""
    if math.isnan(ratio):
        return "not defined"
    if math.isinf(ratio):
        return "∞"
    return f"{ratio:.1f}" if ratio >= 10 else f"{ratio:.2f}"
