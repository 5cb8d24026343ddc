"""The campaign of 2009 and 2010: how many were rescued, and how many of them DNA identified."""

from __future__ import annotations

import math

import pandas as pd

from biometrics_china.analysis.trafficking.counts import (
    CHINA,
    reunion_counts,
    totals,
    trafficking_counts,
)
from biometrics_china.analysis.trafficking.reunions import DATABASE, SINCE, total
from biometrics_china.days import date_in_words

CAMPAIGN = "campaign_2009"
#: a count of matches is set beside a count of rescued children if it is no further away than this
MOST_DAYS = 7


def rescued(
    counts: pd.DataFrame | None = None, reunions: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return rescued children and women of the campaign by date, with the matches by DNA.

    Columns: as_of, children, women, women_share (of both), by_dna (cumulative matches within
    `MOST_DAYS`), dna_share (over the rescued children). Cells are missing where no count was found.
    Where two sources differ, the higher row id is left out.
    """
    part = counted(counts)
    matches = total(reunion_counts() if reunions is None else reunions)
    wide = part.pivot_table(index="end", columns="victim_group", values="value")
    table = wide.rename_axis(index="as_of", columns=None).reset_index()
    table["women_share"] = table["women"] / (table["women"] + table["children"])
    table["by_dna"] = [_near(end, matches) for end in table["as_of"]]
    return table.assign(dna_share=table["by_dna"] / table["children"])


def counted(counts: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the rows that count rescued children and women of the campaign, one a date and group."""
    counts = trafficking_counts() if counts is None else counts
    part = counts[
        counts["campaign"].eq(CAMPAIGN)
        & counts["series"].eq("victims_rescued")
        & counts["scope"].eq(CHINA)
        & counts["victim_group"].isin(["women", "children"])
    ].sort_values(["day", "id"], kind="stable")
    return part.drop_duplicates(["end", "victim_group"])


def matches_near(ends: pd.Series) -> pd.DataFrame:
    """Return the rows with the count of matches that stands beside each of these dates."""
    frame = totals(reunion_counts(), DATABASE, "found", SINCE)
    values = [_near(end, frame) for end in ends]
    near = [
        (frame["day"] - pd.Timestamp(end)).abs().dt.days.le(MOST_DAYS) & frame["value"].eq(value)
        for end, value in zip(ends, values, strict=True)
    ]
    return pd.concat([frame[is_near] for is_near in near])


def _near(end: str, matches: pd.DataFrame) -> float:
    away = (matches["day"] - pd.Timestamp(end)).abs().dt.days
    near = matches.loc[away.le(MOST_DAYS), "value"]
    return float(near.iloc[0]) if len(near) else math.nan


def printed() -> pd.DataFrame:
    """Return `rescued` as printed: dates in words, a dash where no count was found.

    Columns: as_of, children, women, women_share, by_dna, dna_share.
    """
    table = rescued()
    return pd.DataFrame(
        {
            "as_of": [date_in_words(d) for d in table["as_of"]],
            "children": [_count(v) for v in table["children"]],
            "women": [_count(v) for v in table["women"]],
            "women_share": [_percent(v, 0) for v in table["women_share"]],
            "by_dna": [_count(v) for v in table["by_dna"]],
            "dna_share": [_percent(v, 1) for v in table["dna_share"]],
        }
    )


def _count(value: float) -> str:
    return "–" if math.isnan(value) else f"{value:,.0f}"


def _percent(share: float, digits: int) -> str:
    return "–" if math.isnan(share) else f"{100 * share:.{digits}f}"
