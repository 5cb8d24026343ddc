"""On which day the state of each rule was read, and what to look up on the day of reading."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables
from biometrics_china.days import date_in_words


def lookups() -> pd.DataFrame:
    """Return what to look up on the day, the nearest date first and rows without a date last.

    Columns: `subject`, `known`, `state_on`, `due` (in words, empty without one), `where_to_look`,
    `whom` (label), `source_id`.
    """
    frame, whom = provenance.read_rows("lookups"), tables.vocabulary("question_audience")
    ordered = frame.sort_values(["due", "id"], na_position="last", kind="stable")
    shown = ordered.assign(
        state_on=ordered["state_on"].map(date_in_words),
        due=_words(ordered["due"]),
        whom=ordered["whom"].map(whom),
    )
    columns = ["subject", "known", "state_on", "due", "where_to_look", "whom", "source_id"]
    return shown[columns].reset_index(drop=True)


def measures() -> pd.DataFrame:
    """Return all measures that were read, by field and day, with the day of their latest source.

    Columns: `family`, `title`, `number`, `status`, `applies`, `state_on` (labels, and days in words;
    empty where there is none), `source_id`.
    """
    frame, families = provenance.read_rows("measures"), tables.vocabulary("measure_family")
    place = frame["family"].map(list(families).index)
    ordered = frame.assign(place=place).sort_values(["place", "applies", "id"], kind="stable")
    shown = ordered.assign(
        family=ordered["family"].map(families),
        status=ordered["status"].map(tables.vocabulary("measure_status")),
        number=ordered["number"].fillna(""),
        applies=_words(ordered["applies"]),
        state_on=_words(ordered["state_on"]),
    )
    columns = ["family", "title", "number", "status", "applies", "state_on", "source_id"]
    return shown[columns].reset_index(drop=True)


def _words(days: pd.Series) -> list[str]:
    return [date_in_words(d) if isinstance(d, str) else "" for d in days]
