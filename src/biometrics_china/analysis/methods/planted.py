"""What notices a slip in the tables: errors that were planted in them one at a time, by kind."""

from __future__ import annotations

import pandas as pd

from biometrics_china import tables
from biometrics_china.numbers import Numbers

COUNTS = ["planted", "stopped", "seen", "only_double_entry"]


def by_kind() -> pd.DataFrame:
    """Return kind and `COUNTS`, one row for each kind that may pass the check, one for all others.

    The kinds that pass most often come first, and the others last.
    """
    frame = tables.load("planted_errors")[["kind", *COUNTS]]
    may_pass = frame["stopped"].lt(frame["planted"])
    rest = frame.loc[~may_pass, COUNTS]
    others = rest.sum().to_frame().T.assign(kind=f"{len(rest)} other kinds")
    return pd.concat([frame[may_pass], others], ignore_index=True)


def add_numbers(found: Numbers) -> None:
    """Add the numbers of planted errors to those of the page on methods."""
    found, sums = found.using("planted_errors"), tables.load("planted_errors")[COUNTS].sum()
    found.count("planted", sums["planted"], "single errors planted in the tables")
    found.count("planted_stopped", sums["stopped"], "of these, the check stops")
    found.count("planted_seen", sums["seen"], "of these, pass and change what was released")
    meaning = "of these, only a second reader of the source would find in a new row"
    found.count("planted_only_double_entry", sums["only_double_entry"], meaning)
