"""How many restricting provisions bind whom, China beside the European Union, as plain counts."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from biometrics_china.analysis.police_powers.provisions import CHINA, EU, provisions, restricting

#: words in `addressee` that name the police or those who do their work
POLICE_WORDS = r"police|law enforcement|public security|investigator"

#: words in `topic` of provisions that keep secrets or deal with the officer who does not
SECRECY_WORDS = r"secrecy|confidential|liability"

#: what is counted among the restricting provisions: key → printed words
MEASURES: dict[str, str] = {
    "private": "bind private handlers",
    "state": "reach state organs, if only formally",
    "state_alone": "are written for state organs alone",
    "police": "name the police as the party bound",
    "exemption": "hold a carve-out the police can use",
}


def flags(frame: pd.DataFrame) -> pd.DataFrame:
    """Return one column of booleans a measure of `MEASURES`, with the index of `frame`."""
    private, state = frame["is_binding_private"], frame["is_binding_state"]
    named = frame["addressee"].fillna("").str.contains(POLICE_WORDS, case=False)
    return pd.DataFrame(
        {
            "private": private,
            "state": state,
            "state_alone": state & ~private,
            "police": state & named,
            "exemption": frame["has_police_exemption"],
        }
    )


def naming_police(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the restricting provisions of current law that name the police as the party bound.

    The column `is_secrecy` marks those on secrecy or on the liability of officers.
    """
    frame = restricting(frame)
    frame = frame[flags(frame)["police"]]
    return frame.assign(is_secrecy=frame["topic"].str.contains(SECRECY_WORDS, case=False))


def bound(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return, per side and measure, how many restricting provisions of current law it holds for.

    Columns: side, measure (key of `MEASURES`), words, count, total, share. The measures overlap, so
    counts of one side do not add up to its total.
    """
    frame = restricting(provisions() if frame is None else frame)
    return _tally(flags(frame), frame["side"])


def _tally(marks: pd.DataFrame, sides: pd.Series) -> pd.DataFrame:
    """Count the marks side by side; a side without a unit has no rows."""
    totals = sides.value_counts()
    rows = [
        (side, measure, words, int(marks.loc[sides.eq(side), measure].sum()), int(totals[side]))
        for measure, words in MEASURES.items()
        for side in (CHINA, EU)
        if side in totals
    ]
    table = pd.DataFrame(rows, columns=["side", "measure", "words", "count", "total"])
    return table.assign(share=table["count"] / table["total"])


#: readings of the same coding: printed words → what is kept of the restricting provisions
CHOICES: dict[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
    "All restricting provisions": lambda f: f,
    "Only those coded with high confidence": lambda f: f[f["confidence"].eq("high")],
    "Only statutes, regulations and directives": lambda f: f[
        f["level"].isin(["law", "eu_regulation", "eu_directive"])
    ],
    "Without the instrument with most provisions": lambda f: f[
        f["instrument_id"].ne(str(f.groupby("instrument_id").size().idxmax()))
    ],
}


def bound_choices(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the counts of `bound` under each reading, and once with one vote an instrument.

    Columns: choice, side, measure, words, count, total, share. One vote an instrument asks whether
    any of its restricting provisions has the mark. The instrument with most restricting provisions
    is taken out on each side; of two with as many, the one that comes first in order of its id.
    """
    frame = restricting(provisions() if frame is None else frame)
    parts = []
    for choice, keep in CHOICES.items():
        kept = pd.concat([keep(part) for _, part in frame.groupby("side")])
        parts.append(bound(kept).assign(choice=choice))
    votes = flags(frame).groupby([frame["side"], frame["instrument_id"]]).any().reset_index("side")
    by_instrument = _tally(votes.drop(columns="side"), votes["side"])
    parts.append(by_instrument.assign(choice="One vote an instrument: any of its provisions"))
    kept_columns = ["choice", "side", "measure", "words", "count", "total", "share"]
    return pd.concat(parts, ignore_index=True)[kept_columns]


def printed_choices() -> pd.DataFrame:
    """Return `bound_choices` as printed: one row a choice and side, cells such as ``35 of 43``.

    Columns: choice, side and the keys of `MEASURES`.
    """
    frame = bound_choices()
    frame["cell"] = frame["count"].astype(str) + " of " + frame["total"].astype(str)
    wide = frame.pivot_table("cell", ["choice", "side"], "measure", aggfunc="first", sort=False)
    return wide[list(MEASURES)].rename_axis(columns=None).reset_index()
