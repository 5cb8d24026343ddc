"""What notices a slip in the tables: errors that were planted in them one at a time, by kind."""

from __future__ import annotations

import pandas as pd

from biometrics_china import tables

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
