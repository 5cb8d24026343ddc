"""What must hold in the data for the words on alerts for missing children to be true."""

from __future__ import annotations

from biometrics_china.analysis.trafficking import (
    alerts,
    share,
)
from biometrics_china.analysis.trafficking.numbers import numbers
from biometrics_china.numbers import reader

_of = reader(numbers)

__all__ = [
    "every_period_may_have_been_found_whole",
    "few_were_trafficked_in_any_reading",
    "more_found_than_published_in_the_last_period",
    "more_than_half_ran_away_in_either_year",
    "the_last_period_allows_anything",
    "the_trafficked_share_fell",
    "the_window_moves_the_share_more_than_the_denominator",
]


def more_found_than_published_in_the_last_period() -> bool:
    """Return whether more children were found than published in the last period."""
    return bool(alerts.recovery()["naive"].iloc[-1] > 1)


def the_last_period_allows_anything() -> bool:
    """Return whether the bounds of the last period run from none to all of its children."""
    last = alerts.recovery().iloc[-1]
    return bool(last["cohort_low"] == 0 and last["cohort_high"] == 1)


def every_period_may_have_been_found_whole() -> bool:
    """Return whether the counts allow, for each period by itself, that all its children were found."""
    return bool(alerts.recovery()["cohort_high"].eq(1).all())


def more_than_half_ran_away_in_either_year() -> bool:
    """Return whether more than half of the found had run away, in the first year and the second."""
    return bool(min(_of("ran_one_share"), _of("ran_two_share")) > 0.5)


def few_were_trafficked_in_any_reading() -> bool:
    """Return whether fewer than one in twenty had been trafficked in every reading."""
    return bool(share.choices()["estimate"].max() < 0.05)


def the_window_moves_the_share_more_than_the_denominator() -> bool:
    """Return whether the choice of window moves the share more than that of what is counted against."""
    wide = share.choices().pivot(index="window", columns="counted_against", values="estimate")
    between = (wide.max() - wide.min()).min()
    within = (wide.max(axis=1) - wide.min(axis=1)).max()
    return bool(between > within)


def the_trafficked_share_fell() -> bool:
    """Return whether the trafficked share of the second year is below that of the first."""
    return bool(_of("traded_one_share") > _of("traded_two_share"))
