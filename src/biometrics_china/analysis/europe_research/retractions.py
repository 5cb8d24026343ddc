"""Papers that were retracted: record by record, and how long it took.

Dates are known to the year, the month or the day, and some retractions only by the latest day on
which they can have happened. Each record therefore has a shortest and a longest possible lag. The
median is bounded by the medians of these. The records are those that were found: no sample, several of
them from one batch, and without the papers that will be retracted later, whose lags are the longest. So
no interval is computed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from biometrics_china import multiverse, provenance, tables

#: days in a month on average, for lags in months
MONTH = 30.4375


def papers() -> pd.DataFrame:
    """Return the read rows of `retractions` with the bounds of publication and status dates."""
    return with_bounds(provenance.read_rows("retractions"))


def with_bounds(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with `shortest` and `longest` lag in months, missing without two dates.

    A status dated ``by`` a day may have come at any time since publication began to be possible,
    so its shortest lag is 0.
    """
    first, last = (f(frame["published"]) for f in (tables.earliest, tables.latest))
    early, late = (f(frame["status_date"]) for f in (tables.earliest, tables.latest))
    shortest = ((early - last).dt.days / MONTH).clip(lower=0)
    shortest = shortest.mask(frame["date_kind"].eq("by") & shortest.notna(), 0.0)
    return frame.assign(shortest=shortest, longest=(late - first).dt.days / MONTH)


def dated(frame: pd.DataFrame) -> pd.DataFrame:
    """Return retracted papers with a lag, the longest first."""
    kept = frame[frame["status"].eq("retracted") & frame["longest"].notna()]
    return kept.sort_values(["longest", "id"], ascending=[False, True], ignore_index=True)


def median_bounds(frame: pd.DataFrame) -> dict[str, float]:
    """Return `low` and `high`, the medians of the shortest and of the longest lags."""
    return {"low": float(frame["shortest"].median()), "high": float(frame["longest"].median())}


def batches_once(frame: pd.DataFrame) -> pd.DataFrame:
    """Return lags with one row for a journal and day on which it withdrew several papers.

    The row has the medians of their bounds; a record without a day stands for itself.
    """
    key = frame["journal"] + " " + frame["status_date"].fillna(frame["id"])
    return frame.groupby(key, sort=False)[["shortest", "longest"]].median().reset_index(drop=True)


def spans(frame: pd.DataFrame) -> pd.DataFrame:
    """Return papers for drawing: `id`, `label`, `journal`, start and end, status, Europe.

    Start and end are decimal years. Papers under concern and those without a retraction date keep
    an open end. By publication.
    """
    kept = frame[frame["status"].ne("index_only") & frame["published"].notna()]
    rows = kept.assign(
        start=_year(tables.middle(kept["published"])),
        end=_year(tables.middle(kept["status_date"])),
        is_european=kept["european_author"].isin(["yes", "part_time"]),
    )
    columns = [
        "id",
        "label",
        "journal",
        "start",
        "end",
        "status",
        "date_kind",
        "is_european",
        "source_id",
    ]
    return rows.sort_values(["start", "id"])[columns].reset_index(drop=True)


def _year(days: pd.Series) -> pd.Series:
    years: pd.Series = days.dt.year + (days.dt.day_of_year - 0.5) / 365.25
    return years


def by_status(frame: pd.DataFrame) -> pd.DataFrame:
    """Return papers by status: `status` (label), `papers`, `with_title`, `with_lag`."""
    labels = tables.vocabulary("paper_status")
    seen = frame.assign(
        papers=True, with_title=frame["label"].notna(), with_lag=frame["longest"].notna()
    )
    counts = seen.groupby("status")[["papers", "with_title", "with_lag"]].sum()
    counts = counts.reindex(list(labels), fill_value=0).rename(index=labels)
    return counts.astype(int).rename_axis("status").reset_index()


def choices(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the median lag in months under every reading of the records.

    Choices: which papers count as retracted, whether papers withdrawn on one day by one journal count
    once, whether those dated only by a latest day are kept, and where in its bounds each lag lies.
    """
    status = frame["status"]
    counted = {
        "retracted": status.eq("retracted"),
        "with index entries": status.isin(["retracted", "index_only"]),
        "with a notice of its own": status.eq("retracted") & frame["date_kind"].ne("batch"),
    }
    batches = {"each paper": lambda part: part, "once": batches_once}
    latest = {"kept": True, "left out": False}
    places = {"middle": 0.5, "shortest": 0.0, "longest": 1.0}

    def estimate(
        papers: Any, batch: Any, dated_by_latest_day: bool, lag: float
    ) -> multiverse.Result:
        part = frame[papers & frame["longest"].notna()]
        if not dated_by_latest_day:
            part = part[part["date_kind"].ne("by")]
        part = batch(part)
        return median_at(part[["shortest", "longest"]].to_numpy(), lag) if len(part) else None

    return multiverse.grid(
        {"papers": counted, "batch": batches, "dated_by_latest_day": latest, "lag": places},
        estimate,
    )


def median_at(bounds: Sequence[Sequence[float]], place: float) -> float:
    """Return the median of lags that lie at a share `place` (0 to 1) between their bounds."""
    return float(pd.Series([a + place * (b - a) for a, b in bounds]).median())
