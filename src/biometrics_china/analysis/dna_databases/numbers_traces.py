"""Numbers on people stored for each trace from a scene."""

from __future__ import annotations

import pandas as pd

from biometrics_china import origins
from biometrics_china.analysis.dna_databases import compare, sizes
from biometrics_china.numbers import Numbers

NAMES = {"us": "United States", "fr": "France", "de": "Germany"}


def add(found: Numbers) -> None:
    """Add the ratios of the countries that state both numbers for one day."""
    every = sizes.sizes()
    frame = compare.people_for_each_trace(every)
    for end, at in (("first", 0), ("last", -1)):
        row = frame[frame["country"].eq("China")].iloc[at]
        ratio, year = _ratio(every, row)
        found.decimal(f"ratio_cn_{end}", ratio, f"people for each trace, China, {end}")
        found.words(f"ratio_cn_{end}_year", year, "year of that ratio")
    meaning = "lowest that it can then be"
    part = found.made_of(*_pair(every, row), how=f"{_over(row)}, with all that a floor leaves open")
    part.decimal("ratio_cn_least", row["least"], meaning, digits=0, bound="low")
    for code in ("us", "fr", "de"):
        row = frame[frame["country"].eq(NAMES[code])].iloc[-1]
        meaning = f"people for each trace, {NAMES[code]}, last"
        found.decimal(f"ratio_{code}_last", _ratio(every, row)[0], meaning)
    america = frame[frame["country"].eq("United States")]
    row = america.sort_values("ratio", kind="stable").iloc[0]
    ratio, year = _ratio(every, row)
    meaning = "people for each trace, United States, lowest"
    found.decimal("ratio_us_lowest", ratio, meaning)
    found.words("ratio_us_lowest_year", year, "year of that ratio")
    pairs = [_pair(every, row)[0] for _, row in frame[frame["country"].eq("China")].iterrows()]
    found.count("n_ratio_cn", origins.count(pairs), "points of the Chinese ratio")


def _over(row: pd.Series) -> str:
    return f"{row['people']:,.0f} / {row['traces']:,.0f}"


def _ratio(every: pd.DataFrame, row: pd.Series) -> tuple[origins.Origin, origins.Origin]:
    """Return a ratio and its year, as they are made of the two rows of its day."""
    people, traces = (side.iloc[0] for side in _pair(every, row))
    ratio = origins.field(people, "value") / origins.field(traces, "value")
    return ratio, origins.year(origins.field(people, "as_of"))


def _pair(every: pd.DataFrame, row: pd.Series) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the row of people and the row of traces of one day that make a ratio."""
    day = every[every["as_of"].eq(row["as_of"])]
    is_traces = day["use"].eq("traces")
    return (
        day[~is_traces & day["value"].eq(row["people"])],
        day[is_traces & day["value"].eq(row["traces"])],
    )
