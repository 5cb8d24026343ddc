"""Cases before courts and police over the years, and the yearly change of the longest series."""

from __future__ import annotations

import numpy as np
import pandas as pd

from biometrics_china import provenance
from biometrics_china.analysis.trafficking.counts import CHINA, trafficking_counts

REGISTERED = "Registered by the police, women and children"
INCIDENTS = "Cases of the year, children"
COURTS = "Concluded by courts, women and children"
#: drawn series: (series, victim group) → printed words
SERIES: dict[tuple[str, str], str] = {
    ("police_registered", "women_and_children"): REGISTERED,
    ("police_incidents", "children"): INCIDENTS,
    ("court_cases", "women_and_children"): COURTS,
    ("police_solved", "children"): "Solved by the police, children",
}
_YEAR = 4  # letters of a date that is a whole year


def yearly(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the counts of whole years for China, outside campaigns, series by series.

    Columns: id, series (printed words), year, value, is_derived (computed from other printed values),
    is_weak (the source is graded weak), source_id. Totals over several years are left out.
    """
    frame = trafficking_counts() if frame is None else frame
    is_year = frame["start"].eq(frame["end"]) & frame["end"].str.len().eq(_YEAR)
    frame = frame[is_year & frame["scope"].eq(CHINA) & frame["campaign"].eq("")]
    rows = []
    for (series, group), words in SERIES.items():
        part = frame[frame["series"].eq(series) & frame["victim_group"].eq(group)]
        for row in part.sort_values("day", kind="stable").to_dict("records"):
            rows.append(
                {
                    "id": row["id"],
                    "series": words,
                    "year": int(row["end"]),
                    "value": int(row["value"]),
                    "is_derived": bool(row["is_derived"]),
                    "is_weak": provenance.source(row["source_id"])["tier"] == "weak",
                    "source_id": row["source_id"],
                }
            )
    return pd.DataFrame(rows)


def yearly_change(years: pd.Series, values: pd.Series) -> float:
    """Return the change a year as a share (-0.1 is a fall of a tenth): a line through the logs.

    A summary of complete counts by least squares. No interval belongs to it: nothing was sampled,
    the years hang together, and they are few. Raises ValueError with fewer than three points, or for
    a value that is not above zero.
    """
    if len(years) < 3 or (values <= 0).any():
        raise ValueError("a log-linear fit needs three points above zero")
    logs = np.log(values.to_numpy(dtype=float))
    return float(np.expm1(np.polyfit(years.to_numpy(dtype=float), logs, 1)[0]))


def court_change(frame: pd.DataFrame | None = None, *, derived: bool = True) -> float:
    """Return the yearly change of court cases, with or without the derived years."""
    table = yearly(frame)
    table = table[table["series"].eq(COURTS) & (derived | ~table["is_derived"])]
    return yearly_change(table["year"], table["value"])


def fall(series: str, frame: pd.DataFrame | None = None) -> tuple[int, int, float]:
    """Return first year, last year and the change between them as a share, for one series."""
    table = yearly(frame)
    part = table[table["series"].eq(series)].sort_values("year", kind="stable")
    first, last = part.iloc[0], part.iloc[-1]
    return int(first["year"]), int(last["year"]), float(last["value"] / first["value"] - 1)
