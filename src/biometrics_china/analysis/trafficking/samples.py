"""What samples yield: matches or reunions for each hundred samples, scheme by scheme."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from biometrics_china.analysis.trafficking.counts import one, only, reunion_counts
from biometrics_china.analysis.trafficking.reunions import DATABASE, SINCE


class Scheme(NamedTuple):
    """One pair of counts: where the samples and the matches stand, and how they were taken."""

    words: str
    will: str
    matched: dict[str, str]
    sampled: dict[str, str]


_POINTS, _SHELTERS = "free_points", "shelters"
#: schemes as drawn, with the cells that lead to their two counts
SCHEMES: tuple[Scheme, ...] = (
    Scheme(
        "Shelter stations, first half of 2016",
        "must be sampled",
        {"series": _SHELTERS, "measure": "found", "category": "by_dna"},
        {"series": _SHELTERS, "measure": "samples"},
    ),
    Scheme(
        "Free points, June and July 2021",
        "of their own will",
        {"series": _POINTS, "measure": "found", "category": "free_point"},
        {"series": _POINTS, "measure": "samples", "as_of": "2021-07-13"},
    ),
    Scheme(
        "Whole database, July 2010",
        "all groups together",
        {"series": DATABASE, "measure": "found", "as_of": "2010-07-27", "since": SINCE},
        {"series": DATABASE, "measure": "records", "as_of": "2010-07-27", "category": ""},
    ),
    Scheme(
        "Whole database, April 2011",
        "all groups together",
        {"series": DATABASE, "measure": "found", "as_of": "2011-04", "since": SINCE},
        {"series": DATABASE, "measure": "records", "as_of": "2011-04", "category": ""},
    ),
    Scheme(
        "Whole database, December 2015",
        "all groups together",
        {"series": DATABASE, "measure": "found", "as_of": "2015-12-11", "since": SINCE},
        {"series": DATABASE, "measure": "records", "as_of": "2015-12", "category": ""},
    ),
)


def yields(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the matches of each scheme over its samples.

    Columns: scheme, will, matched, sampled, is_limit, share. No interval is put around a share: a
    match needs a sample on either side, sample counts are rounded, and schemes count different
    things. Where the samples are a floor ("more than"), the share is an upper limit (`is_limit`).
    """
    frame = reunion_counts() if frame is None else frame
    frame = frame[frame["place"].eq("China")]
    rows = []
    for scheme in SCHEMES:
        matched, sampled = only(frame, **scheme.matched), only(frame, **scheme.sampled)
        counts = int(matched["value"]), int(sampled["value"])
        rows.append((scheme.words, scheme.will, *counts, sampled["qualifier"] == "more_than"))
    columns = ["scheme", "will", "matched", "sampled", "is_limit"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(share=table["matched"] / table["sampled"])


def ways_home(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return by which way shelter stations reunited people in the first half of 2016.

    Columns: category, count, total, share. The ways add up to the total, and counts are complete.
    """
    frame = reunion_counts() if frame is None else frame
    part = frame[frame["series"].eq(_SHELTERS) & frame["measure"].eq("found")]
    ways = part.loc[part["category"].ne(""), ["category", "value"]].reset_index(drop=True)
    table = ways.rename(columns={"value": "count"}).astype({"count": int})
    total = int(one(part, category=""))
    return table.assign(total=total, share=table["count"] / total)
