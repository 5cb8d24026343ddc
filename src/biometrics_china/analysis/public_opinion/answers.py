"""Answers of surveys joined with what is known of each survey, and the interval each can carry.

An interval stands only where a point and a number of respondents were printed. It is the interval of
a simple random sample: for quota samples, panels and open questionnaires it shows what chance alone
would do, and says nothing of who was never asked.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from biometrics_china import statistics, tables
from biometrics_china.numbers import steady

#: kinds of printed share that are a point; the others are bounds or ranges
POINTS = ("exact", "rounded", "in_words", "derived")

CHINA, EUROPE, OTHER, SEVERAL = "China", "Europe", "Elsewhere", "Several countries"
#: the countries of the surveys that lie in Europe, the Union as a whole included
_EUROPEAN = {"EU", "DE", "FR", "GB", "MT", "CY", "SE", "HU"}


def region(country: str | None) -> str:
    """Return the part of the world of a two-letter code; a missing code is several countries."""
    if country is None or pd.isna(country):
        return SEVERAL
    return CHINA if country == "CN" else EUROPE if country in _EUROPEAN else OTHER


def instrument(survey_id: str, country: str | None) -> str:
    """Return the questionnaire a row belongs to: its survey without the country.

    >>> instrument("sv-four-country-2019-de", "DE"), instrument("sv-nandu-2019", "CN")
    ('four-country-2019', 'nandu-2019')
    """
    stem = survey_id.removeprefix("sv-")
    return stem.removesuffix(f"-{country.lower()}") if isinstance(country, str) else stem


def with_instrument(surveys: pd.DataFrame) -> pd.DataFrame:
    """Return the table of surveys with the questionnaire of each row in `instrument`."""
    pairs = zip(surveys["id"], surveys["country"], strict=True)
    return surveys.assign(instrument=[instrument(s, c) for s, c in pairs])


def joined(surveys: pd.DataFrame, answers: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each answer that was read, with its survey and its interval.

    Adds `region`, `instrument`, `n` (missing for parts of a sample), `is_point`, and `share`, `low`
    and `high` between 0 and 1; the bounds are 95 % Wilson score intervals and missing without a
    point or a number of respondents.
    """
    kept = [
        "id",
        "name",
        "country",
        "places",
        "start",
        "end",
        "n",
        "n_kind",
        "sampling",
        "instrument",
    ]
    named = with_instrument(surveys)[kept].rename(columns={"id": "survey_id"})
    frame = answers[answers["verification"].eq("seen")].merge(
        named, on="survey_id", how="left", validate="many_to_one"
    )
    frame["region"] = [region(c) for c in frame["country"]]
    frame["n"] = frame["n"].mask(frame["subgroup"].notna())
    frame["is_point"] = frame["share_kind"].isin(POINTS)
    frame["share"] = frame["share_pct"] / 100
    columns = (frame["share"], frame["n"], frame["is_point"])
    bounds = [_interval(*row) for row in zip(*columns, strict=True)]
    frame["low"] = pd.array([low for low, _ in bounds], dtype="Float64")
    frame["high"] = pd.array([high for _, high in bounds], dtype="Float64")
    return frame


def answers() -> pd.DataFrame:
    """Return `joined` for the tables of the package."""
    return joined(tables.load("surveys"), tables.load("survey_answers"))


def interval(share: float, n: int) -> statistics.Proportion:
    """Return the Wilson interval of a printed share: the nearest whole number of respondents."""
    return statistics.wilson(round(steady(share * n)), n)


def _interval(share: Any, n: Any, is_point: bool) -> tuple[float | None, float | None]:
    if not is_point or pd.isna(share) or pd.isna(n):
        return None, None
    found = interval(float(share), int(n))
    # the whole number of respondents nearest to a rounded share may lie a hair beside it
    return min(found.low, float(share)), max(found.high, float(share))
