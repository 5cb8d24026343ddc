"""Dates of instruments: which event counts as draft, as adoption and as effect."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables

DRAFT = ("draft_published", "first_reading", "proposal")
FINAL = ("adopted", "promulgated", "published", "announced", "signed")
EFFECT = ("effective", "applies")


def used_events() -> pd.DataFrame:
    """Return the events that were read and that count, one row an event, with a day to plot.

    Added column: `day`, the day itself, or the middle of the month or year where the source gives
    no more. Columns otherwise as in the table `instrument_events`.
    """
    events = provenance.read_rows("instrument_events")
    events = events[events["is_used"].fillna(False)].copy()
    events["day"] = middle(events["date"])
    return events.reset_index(drop=True)


def middle(dates: pd.Series) -> pd.Series:
    """Return the middle of each partial date as a timestamp, rounded down to the day."""
    days: pd.Series = tables.middle(dates).dt.normalize()
    return days


def first_of(events: pd.DataFrame, kinds: tuple[str, ...]) -> pd.DataFrame:
    """Return the earliest event of the given kinds, indexed by instrument: columns day and date.

    `date` is the partial date as the source gives it, so that a page never prints a day that
    nobody stated.
    """
    chosen = events[events["event"].isin(kinds)].sort_values(["day", "id"])
    return chosen.drop_duplicates("instrument_id").set_index("instrument_id")[["day", "date"]]


def milestones() -> pd.DataFrame:
    """Return one row an instrument with its draft, adoption and effect (missing if none).

    Columns: id; draft, final, effective (days to plot); draft_date, final_date, effective_date
    (partial dates as read); first and last (earliest and latest of the days); source_id (all
    sources of the used dates, joined by semicolons).
    """
    events = used_events()
    found = pd.DataFrame(index=pd.Index(events["instrument_id"].unique(), name="id"))
    for name, kinds in (("draft", DRAFT), ("final", FINAL), ("effective", EFFECT)):
        first = first_of(events, kinds)
        found[name], found[f"{name}_date"] = first["day"], first["date"]
    days = ["draft", "final", "effective"]
    found["first"], found["last"] = found[days].min(axis=1), found[days].max(axis=1)
    sources: dict[str, dict[str, None]] = {}
    for instrument, source in zip(events["instrument_id"], events["source_id"], strict=True):
        sources.setdefault(instrument, {}).update({source: None} if pd.notna(source) else {})
    found["source_id"] = [";".join(sources[instrument]) for instrument in found.index]
    return found.dropna(subset=["first"]).reset_index()


def half_stood(table: pd.DataFrame, effect: str) -> tuple[int, int]:
    """Return how many instruments of an effect there are at last, and by which year half stood.

    `table` is as from `counts.by_year`.
    """
    stood = table[table["effect"].eq(effect)].set_index("year")["cumulative"]
    return int(stood.iloc[-1]), int((stood >= stood.iloc[-1] / 2).idxmax())
