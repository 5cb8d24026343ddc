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
    found = frame.sort_values("date", key=tables.earliest, kind="stable", ignore_index=True)
    return pd.DataFrame(
        {
            "date": found["date"],
            "where": found["place"].replace("national", "China"),
            "speaker": found["speaker"],
            "topic": found["topic"].map(topics),
            "stance": found["stance"].map(stances),
            "said": found["said"],
        }
    )
