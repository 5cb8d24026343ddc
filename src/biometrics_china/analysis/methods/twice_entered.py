"""How many of the numbers and days that carry a finding stand a second time, as printed."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables

#: table → fields that carry a finding or the main mark of a figure, and what they are called
CARRYING: dict[str, dict[str, str]] = {
    "instrument_events": {"date": "day of an event"},
    "cases": {"amount": "sum of a fine or award"},
    "survey_answers": {"share_pct": "share of answers"},
    "populations": {"persons": "persons"},
    "dna_database_sizes": {"value": "size or year"},
    "reunion_counts": {"value": "count or share"},
    "trafficking_counts": {"value": "count"},
    "published_estimates": {"lower": "lower end", "upper": "upper end"},
    "measures": {"adopted": "day of adoption", "applies": "first day of application"},
}
COLUMNS = ["table", "what", "cells", "printed", "share"]


def twice_entered() -> pd.DataFrame:
    """Return `COLUMNS`, one row for each field of `CARRYING`; share is in whole per cent.

    Cells are those of rows that were read and are not derived from others; printed counts those
    whose printed form stands beside them.
    """
    forms = tables.load("printed_forms")
    rows = [
        (tables.package().table(name).title, label, *_counts(name, field, forms))
        for name, fields in CARRYING.items()
        for field, label in fields.items()
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS[:-1])
    share = frame["printed"] / frame["cells"].clip(lower=1)
    return frame.assign(share=[f"{100 * s:.0f}" for s in share])


def _counts(name: str, field: str, forms: pd.DataFrame) -> tuple[int, int]:
    read = provenance.read_rows(name)
    if "is_derived" in read:
        read = read[~read["is_derived"].fillna(False).astype(bool)]
    ids = read.loc[read[field].notna(), "id"]
    entered = forms.loc[forms["table"].eq(name) & forms["field"].eq(field), "row_id"]
    return len(ids), int(ids.isin(entered).sum())
