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


def questions_in_book() -> pd.DataFrame:
    """Return `questions` for the package."""
    return questions(tables.load("cooperation_questions"))


def dangling(frame: pd.DataFrame) -> list[str]:
    """Return references of questions to rows that the book does not have."""
    found = []
    for row in frame.to_dict("records"):
        for reference in row["rows"]:
            name, _, row_id = str(reference).partition("/")
            known = set(tables.names())
            if name not in known or row_id not in set(tables.load(name)["id"]):
                found.append(f"{row['id']}: {reference}")
    return found
