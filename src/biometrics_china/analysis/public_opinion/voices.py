"""Voices of the public debate: examples by kind of speaker, never a sample."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables


def voices() -> pd.DataFrame:
    """Return the statements that were read, oldest first.

    Columns `date` (as printed in the source), `where`, `speaker`, `topic`, `stance`, `said`.
    """
    frame = provenance.read_rows("public_voices")
    topics, stances = tables.vocabulary("voice_topic"), tables.vocabulary("stance")
    order = tables.earliest(frame["date"]).sort_values(kind="stable").index
    found = frame.loc[order]
    return pd.DataFrame(
        {
            "date": found["date"],
            "where": found["place"].replace("national", "China"),
            "speaker": found["speaker"],
            "topic": found["topic"].map(topics),
            "stance": found["stance"].map(stances),
            "said": found["said"],
        }
    ).reset_index(drop=True)
