"""What the figure of growth draws: totals, people and an institute's range apart, shapes, lines."""

from __future__ import annotations

import numpy as np
import pandas as pd

from biometrics_china.analysis.dna_databases import growth, likelihood, sizes
from biometrics_china.analysis.dna_databases.shapes import GOMPERTZ, LOGISTIC, POWER

#: the shapes that are drawn; the table has all
DRAWN = (POWER, GOMPERTZ, LOGISTIC)
STATED, PEOPLE, INSTITUTE = "stated", "people", "institute"
#: the institute's range of people, which is no dated count
RANGE = "dn-030"
#: curves run on to here, to show where they part
UNTIL = 2025.0
#: line of the recent path → whether the doubted last total counts in it
LINES = {"recent path": True, "recent path without the last": False}


def curves(data: pd.DataFrame) -> pd.DataFrame:
    """Return the frame of the figure.

    Columns `id` (empty for curves), `series` (`stated`, `people`, `institute`, a shape, a line of
    the recent path), `year`, `value` (records or people), `low` and `high` (what rounding or a
    range leaves open), `qualifier` (totals and people only), `is_doubted` (the last total, of
    uncertain scope).
    """
    columns = ["id", "series", "year", "value", "low", "high", "qualifier"]
    shapes = [fit for fit in growth.fits(data) if fit.shape.name in DRAWN]
    years = np.linspace(data["year"].min(), UNTIL, 70)
    drawn = [
        pd.DataFrame({"series": fit.shape.name, "year": years, "value": fit.at(years)})
        for fit in shapes
    ]
    parts = [_stated(data).assign(series=STATED), apart(), *drawn, *_lines(data)]
    found = pd.concat([part.reindex(columns=columns) for part in parts], ignore_index=True)
    doubted = data.loc[data["id"].eq(growth.DOUBTED), "year"]
    return found.assign(is_doubted=found["series"].eq(STATED) & found["year"].isin(doubted))


def _stated(data: pd.DataFrame) -> pd.DataFrame:
    """Add what rounding leaves open; nothing for exact totals and floors."""
    pairs = [likelihood.bounds(v, q) for v, q in data[["value", "qualifier"]].to_numpy()]
    rounded = data["qualifier"].eq("about")
    low, high = (
        pd.Series(side, index=data.index, dtype=float) for side in zip(*pairs, strict=True)
    )
    return data.assign(low=low.where(rounded), high=high.where(rounded))


def apart() -> pd.DataFrame:
    """Return what counts people and not records: dated statements, and the institute's range."""
    frame = sizes.sizes()
    china = frame["country"].eq("CHN") & frame["metric"].eq("persons")
    people = frame[china & frame["use"].eq("share")].sort_values("year", kind="stable")
    institute = frame[frame["id"].eq(RANGE)]
    middle = (institute["lower"] + institute["upper"]) / 2
    spans = institute.assign(
        series=INSTITUTE, low=institute["lower"], high=institute["upper"], value=middle
    )
    kept = ["id", "series", "year", "value", "low", "high", "qualifier"]
    return pd.concat([_stated(people).assign(series=PEOPLE)[kept], spans[kept]], ignore_index=True)


def _lines(data: pd.DataFrame) -> list[pd.DataFrame]:
    ends = np.array([growth.PATH_FROM, data["year"].max()])
    found = []
    for series, has_last in LINES.items():
        counts = data["id"].ne(growth.DOUBTED) | has_last
        slope, height = growth.line(data[data["year"].ge(growth.PATH_FROM) & counts])
        value = height + slope * (ends - growth.PATH_FROM)
        found.append(pd.DataFrame({"series": series, "year": ends, "value": value}))
    return found
