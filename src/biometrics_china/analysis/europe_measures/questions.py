"""Questions to ask before, during and after cooperation, each tied to rows of the book."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from biometrics_china import provenance, tables


def questions(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the questions in the order of their stages.

    Columns: `stage`, `audience` (labels), `question`, `reason`, `rows`, `source_id` (the sources of
    these rows, joined by semicolons).
    """
    stages, audiences = (
        tables.vocabulary("cooperation_stage"),
        tables.vocabulary("question_audience"),
    )
    place = frame["stage"].map(list(stages).index)
    ordered = frame.assign(place=place).sort_values(["place", "id"], kind="stable")
    return pd.DataFrame(
        {
            "stage": ordered["stage"].map(stages),
            "audience": ordered["audience"].map(audiences),
            "question": ordered["question"],
            "reason": ordered["reason"],
            "rows": [", ".join(r) for r in ordered["rows"]],
            "source_id": [_sources(r) for r in ordered["rows"]],
        }
    ).reset_index(drop=True)


def _sources(references: Iterable[str]) -> str:
    pairs = (str(r).split("/") for r in references)
    return ";".join(dict.fromkeys(provenance.source_of_row(t, i) for t, i in pairs))
