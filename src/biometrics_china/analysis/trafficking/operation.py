"""The operation of 2021 within its year, and how long those found had been apart from families."""

from __future__ import annotations

import pandas as pd

from biometrics_china.analysis.trafficking.counts import reunion_counts, totals

OPERATION, SINCE = "tuanyuan_operation", "2021-01-01"
DECEMBER, SEPTEMBER = "2021-12-31", "2021-09-21"

#: time apart: category → printed words
BANDS: dict[str, str] = {
    "apart_20_30": "20 to 30 years",
    "apart_30_40": "30 to 40 years",
    "apart_40_50": "40 to 50 years",
    "apart_50_60": "50 to 60 years",
    "apart_60_up": "60 years or more",
}


def within_year(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the state of the operation at each date that was reported, oldest first.

    Columns: id and cases_id (rows of the two counts), as_of, day, found, cases_solved (cumulative),
    is_floor (finds: a round number that is said to be more), is_floor_of_cases (the same of cases),
    per_day (finds a day since the row before; the first from 1 January), share (of the finds of the
    year), source_id.
    """
    frame = reunion_counts() if frame is None else frame
    found = totals(frame, OPERATION, "found", SINCE)
    cases = totals(frame, OPERATION, "cases_solved", SINCE).set_index("as_of")
    start = pd.Series([pd.Timestamp(SINCE) - pd.Timedelta(days=1), *found["day"][:-1]])
    days = (found["day"].reset_index(drop=True) - start).dt.days
    gain = found["value"].diff().fillna(found["value"])
    return pd.DataFrame(
        {
            "id": found["id"],
            "cases_id": found["as_of"].map(cases["id"]),
            "as_of": found["as_of"],
            "day": found["day"],
            "found": found["value"].astype(int),
            "cases_solved": found["as_of"].map(cases["value"]).astype(int),
            "is_floor": found["qualifier"].eq("more_than"),
            "is_floor_of_cases": found["as_of"].map(cases["qualifier"]).eq("more_than"),
            "per_day": gain / days,
            "share": found["value"] / found["value"].iloc[-1],
            "source_id": found["source_id"],
        }
    )


def apart(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the finds by years apart, at the end of the year and in September.

    Columns: band, as_of, count, of_stated (share of those with a stated time of twenty years or
    more), of_all (share of all found at the date), source_id. Counts are complete, so there is no
    interval; the rest were apart for less or their time is not stated.
    """
    frame = reunion_counts() if frame is None else frame
    frame = frame[frame["series"].eq(OPERATION) & frame["measure"].eq("found")]
    rows = []
    for as_of in (DECEMBER, SEPTEMBER):
        part = frame[frame["as_of"].eq(as_of)].set_index("category").to_dict("index")
        stated = sum(part[band]["value"] for band in BANDS)
        for band, words in BANDS.items():
            count = part[band]["value"]
            rows.append(
                {
                    "band": words,
                    "as_of": as_of,
                    "count": int(count),
                    "of_stated": count / stated,
                    "of_all": count / part[""]["value"],
                    "source_id": part[band]["source_id"],
                }
            )
    return pd.DataFrame(rows)


def late(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return each band's share of those stated, up to September and among those found later.

    Columns: band, early, late (counts), early_share, late_share. It is assumed that the bands mean
    the same at both dates and hold each person once; the counts are complete.
    """
    wide = (
        apart(frame).pivot(index="band", columns="as_of", values="count").loc[list(BANDS.values())]
    )
    both = pd.DataFrame({"early": wide[SEPTEMBER], "late": wide[DECEMBER] - wide[SEPTEMBER]})
    shares = (both / both.sum()).add_suffix("_share")
    return both.join(shares).rename_axis(columns=None).reset_index()


def long_apart_bounds(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return bounds of the share of all found who were stated to be apart for twenty years or more.

    The groups of September are loosely worded: if each holds the ones above it, the first is all;
    if they are exclusive, their sum is. Those of December are exclusive. Columns: as_of, low, high.
    People whose time is not stated could raise every share, so there is no upper limit for all found.
    """
    table = apart(frame)
    rows = []
    for as_of, part in table.groupby("as_of", sort=False):
        highest = float(part["of_all"].sum())
        lowest = highest if as_of == DECEMBER else float(part["of_all"].iloc[0])
        rows.append({"as_of": as_of, "low": lowest, "high": highest})
    return pd.DataFrame(rows)
