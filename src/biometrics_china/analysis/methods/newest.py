"""How far each subject reaches: its newest record, its newest source, and what was not found."""

from __future__ import annotations

import pandas as pd

from biometrics_china import edition, provenance, tables
from biometrics_china.codebook import Table
from biometrics_china.days import date_in_words

#: tables that say how facts stand, with the day of our own work
_OWN = ("methods",)


def newest() -> pd.DataFrame:
    """Return one row a subject that has a folder of tables: how far its rows and sources reach.

    Columns: `subject` (label), `rows` (that were read), `record` (newest day that a row states and that
    is not after the edition; a plan does not count), `source` (newest day of a source), `gaps` (number
    of rows of `gaps`). Days are printed at their own precision; of equal ones the most exact.
    """
    labels, gaps = tables.vocabulary("subject"), tables.load("gaps")["subject"]
    used = provenance.uses()
    days = tables.load("sources").set_index("id")["date"]
    rows = []
    for subject, label in labels.items():
        held = [t for t in tables.package().tables if t.path.startswith(f"{subject}/")]
        if not held or subject in _OWN:
            continue
        names = [t.name for t in held]
        of_sources = days[used.loc[used["table"].isin(names), "source_id"].unique()]
        stated = pd.concat([_days(t) for t in held])
        rows.append(
            {
                "subject": label,
                "rows": sum(len(provenance.read_rows(name)) for name in names),
                "record": latest(stated, edition.day()),
                "source": latest(of_sources, edition.day()),
                "gaps": int(gaps.eq(subject).sum()),
            }
        )
    return pd.DataFrame(rows)


def latest(days: pd.Series, until: pd.Timestamp) -> str:
    """Return the latest of some partial dates in words, none after `until`; empty if there is none.

    A date counts from its first day; of dates that begin on one day the most exact is returned.
    """
    known = days.dropna().astype("str")
    known = known[tables.earliest(known).le(until).to_numpy()]
    if known.empty:
        return ""
    first = tables.earliest(known)
    of_last = known[first.eq(first.max()).to_numpy()]
    return date_in_words(max(of_last, key=len))


def _days(table: Table) -> pd.Series:
    """Return the days that the read rows of a table state, those of plans left out."""
    frame = provenance.read_rows(table.name)
    stated = [
        frame[f.name].astype("str").where(frame[f.name].notna()).str.slice(0, 10)
        for f in table.fields
        if f.form in ("partial-date", "date") and not f.planned and not f.planned_where
    ]
    found: pd.Series = pd.concat([*stated, pd.Series(dtype="str")])
    return found


def missing() -> pd.DataFrame:
    """Return what was looked for and not found: `subject` (label), `missing`, `looked`, `looked_on`."""
    frame = tables.load("gaps")
    labels = tables.vocabulary("subject")
    order = list(labels)
    place = frame["subject"].map(order.index)
    named = frame.assign(
        subject=frame["subject"].map(labels),
        looked_on=frame["looked_on"].dt.strftime("%Y-%m-%d"),
    )
    columns = ["subject", "missing", "looked", "looked_on"]
    return named.iloc[place.argsort(kind="stable")][columns].reset_index(drop=True)
