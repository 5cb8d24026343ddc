"""What must hold for the words on the way from draft to law."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from biometrics_china import durations, observing
from biometrics_china.analysis.regulation import faster, passages
from biometrics_china.analysis.regulation.numbers import numbers
from biometrics_china.numbers import reader

_ALPHA = 0.05
_number: Callable[[str], float] = reader(numbers)


@observing.kept
def _spells() -> pd.DataFrame:
    return passages.units(passages.spells()).set_index("instrument_id")


@observing.kept
def _choices() -> pd.DataFrame:
    return faster.sensitivity()


# ------------------------------------------------------------------------------- from draft to law


def the_test_does_not_tell_china_and_the_union_apart() -> bool:
    """Return whether both tests of China against the Union have p above 0.05."""
    return _number("p_china_eu") > _ALPHA and _number("p_permuted") > _ALPHA


def the_bands_overlap() -> bool:
    """Return whether the intervals of the two curves overlap at most of the days on which one steps."""
    curves = passages.curves(passages.units(passages.spells()))
    curves = curves[curves["panel"].eq("China and the EU")]
    wide = curves.pivot_table(index="day", columns="group", values=["low", "high"]).ffill().dropna()
    apart = (wide[("high", "China")] < wide[("low", "European Union")]) | (
        wide[("high", "European Union")] < wide[("low", "China")]
    )
    return bool(len(wide) > 0 and apart.mean() < 0.5)


def where_a_month_stands_moves_no_median() -> bool:
    """Return whether both medians are the same with dates by month at its start and at its end."""
    found = [
        [durations.median_time(part["days"], part["is_event"]).median for part in parts]
        for parts in (
            [frame[frame["is_china"].eq(side)] for side in (True, False)]
            for frame in (
                passages.units(passages.spells(place=place)) for place in ("earliest", "latest")
            )
        )
    ]
    return found[0] == found[1]


def the_chinese_median_is_smaller_under_every_reading() -> bool:
    """Return whether the Chinese median is the smaller one in every reading of the records."""
    medians = _choices().pivot(index="choice", columns="group", values="median")
    return bool((medians["China"] < medians["European Union"]).all())


def few_readings_lie_below_the_threshold() -> bool:
    """Return whether fewer than half of the readings of the records have p below 0.05."""
    return _number("n_choices_below") < _number("n_choices") / 2


def nought_lies_inside_the_difference_of_means() -> bool:
    """Return whether the interval of the difference of mean waiting times holds nought."""
    return bool(_number("mean_gap_low") < 0 < _number("mean_gap_high"))


def the_european_interval_is_wider_and_its_acts_fewer() -> bool:
    """Return whether the European median has the wider interval and rests on fewer drafts."""
    main = _choices().drop_duplicates("group").set_index("group")
    width, n = main["high"] - main["low"], main["n"]
    return bool(width["European Union"] > width["China"] and n["European Union"] < n["China"])


def half_of_the_chinese_drafts_take_about_a_year() -> bool:
    """Return whether the Chinese median lies less than 60 days from a year."""
    return abs(_number("median_china") - 365) < 60


def ministries_are_the_quickest_issuers() -> bool:
    """Return whether ministries have the smallest median of the Chinese issuers.

    For local rules, of which there are few, the median of all days counts.
    """
    chinese = _spells()[_spells()["is_china"]]
    medians = {
        group: durations.median_time(part["days"], part["is_event"]).median
        for group, part in chinese.groupby("group")
    }
    local = chinese.loc[chinese["group"].eq("Local congress rules"), "days"].median()
    others = medians | {"Local congress rules": local}
    ministry = others.pop("Ministry and cyberspace rules")
    return bool(ministry < min(others.values()))


def two_drafts_wait_and_almost_as_long() -> bool:
    """Return whether both drafts are pending and the second has waited over nine tenths of the first."""
    waiting = _spells().loc[["cn-police-law-rev", "cn-detention-law-draft"]]
    first, second = waiting["days"]
    return bool(waiting["outcome"].eq("pending").all() and second > 0.9 * first)


def the_clock_matters_for_the_police_punishments_law() -> bool:
    """Return whether its way to adoption is over twice as long by one clock as by the other."""
    return _number("psapl_days_first") > 2 * _number("psapl_days_alternative")
