"""Disclosures, listings, exits, answers and allegations, each as read and with its source."""

from __future__ import annotations

import pandas as pd

from biometrics_china import provenance, tables

DAYS = 30.4375
#: month of the first report that the statements answer; an older one answers nothing
FIRST_REPORT = pd.Timestamp("2017-12-01")


def disclosures() -> pd.DataFrame:
    """Return ethnicity labels with a dated artefact: when it was made and when it became known.

    Columns `id`, `capability`, `actor`, `artefact`, `revealed` (years as decimals, middle of what is
    known), `artefact_is_year`, `revealed_is_year` (no month is known), `months`, `precision` (of the
    lesser known), `report_key`. Only disclosed cases can be seen, so the lag is that of the
    disclosed. Earliest disclosure first.
    """
    frame = disclosed()
    made, known = (tables.middle(frame[c]) for c in ("artefact_date", "revealed_date"))
    dates = zip(frame["artefact_date"], frame["revealed_date"], strict=True)
    precision = [min(len(a), len(b)) for a, b in dates]
    found = pd.DataFrame(
        {
            "id": frame["id"],
            "capability": frame["capability"],
            "actor": frame["actor"],
            "artefact": _decimal(made),
            "revealed": _decimal(known),
            "artefact_is_year": frame["artefact_date"].str.len().eq(4),
            "revealed_is_year": frame["revealed_date"].str.len().eq(4),
            "months": (known - made).dt.days / DAYS,
            "precision": precision,
            "report_key": frame["report_key"],
        }
    )
    return found.sort_values(["revealed", "artefact"], ignore_index=True)


def disclosed() -> pd.DataFrame:
    """Return the read technology events that are ethnicity labels with a dated artefact."""
    frame = provenance.read_rows("technology_events")
    return frame[frame["is_ethnicity_label"] & frame["artefact_date"].notna()]


def dated_to_the_month(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `disclosures` whose both dates are known to the month or the day."""
    return frame[frame["precision"].ge(7)].reset_index(drop=True)


def _decimal(days: pd.Series) -> pd.Series:
    years: pd.Series = days.dt.year + (days.dt.day_of_year - 1) / 365.25
    return years


def listings_and_exits() -> pd.DataFrame:
    """Return listings for abuses in Xinjiang, added up, and exits of suppliers, by date.

    Columns `id`, `when` (decimal year), `date`, `kind`, `actor`, `place` (Xinjiang or Tibet), `action`,
    `entities`, `cumulative` (listings only). The count is of the rows of this table; other listings in
    between are not in it.
    """
    frame = actions()
    frame["cumulative"] = frame["entities"].where(frame["kind"].eq("listing")).cumsum()
    kept = ["id", "when", "date", "kind", "actor", "place", "action", "entities", "cumulative"]
    return frame[kept]


def actions() -> pd.DataFrame:
    """Return the read rows on listings and announced exits of suppliers, by date.

    Columns are those of the table, `when` (decimal year) and `place` (Xinjiang or Tibet). What an
    actor announced for a place stands once: that it took effect later is no second exit.
    """
    frame = provenance.read_rows("supplier_actions")
    is_tibet = frame["scope"].fillna("").str.startswith("TAR")
    frame = frame[frame["kind"].isin(["listing", "exit"])].assign(
        when=lambda f: _decimal(tables.middle(f["date"])),
        place=is_tibet.map({True: "Tibet", False: "Xinjiang"}),
    )
    frame = frame.sort_values("when", ignore_index=True, kind="stable")
    again = frame["kind"].eq("exit") & frame.duplicated(["kind", "actor", "place"])
    return frame[~again].reset_index(drop=True)


def answers() -> pd.DataFrame:
    """Return the statements since the first report that any of them answers."""
    frame = provenance.read_rows("statements")
    return frame[tables.earliest(frame["date"]).ge(FIRST_REPORT)]


def statements() -> pd.DataFrame:
    """Return what authorities, firms and UN bodies said: `date`, `speaker`, `said`, `about`."""
    frame = answers()
    frame = frame.sort_values("date", key=tables.earliest, kind="stable", ignore_index=True)
    return frame[["date", "speaker", "said", "about"]]


def allegations() -> pd.DataFrame:
    """Return the allegations: `date`, `who`, `allegation`, `evidence`, `grade`, oldest first."""
    frame = provenance.read_rows("allegations")
    frame = frame.sort_values("date", key=tables.earliest, kind="stable", ignore_index=True)
    return frame[["date", "who", "allegation", "evidence", "grade"]]
