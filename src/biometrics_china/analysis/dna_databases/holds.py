"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

import re

from biometrics_china import multiverse
from biometrics_china.analysis.dna_databases import compare, growth, sizes
from biometrics_china.analysis.dna_databases.numbers import numbers
from biometrics_china.numbers import reader

_number = reader(numbers)

# ---- growth ----


def a_changing_rate_is_best_and_the_constant_far_behind() -> bool:
    """Return whether the changing rate has the lowest criterion and the constant rate is over 10 behind.

    The criterion is the corrected information criterion (AICc) of the table of shapes.
    """
    found = growth.models(growth.points())
    names = found["model"].tolist()
    ends = (names[0], names[-1]) == (growth.QUADRATIC, growth.CONSTANT)
    return bool(ends and found["difference"].max() > 10)


def no_ceiling_above_all_totals() -> bool:
    """Return whether the fitted ceiling lies below a total that was stated."""
    return bool(growth.models(growth.points())["ceiling"].isna().all())


def the_ceiling_shape_comes_close() -> bool:
    """Return whether the criterion (AICc) of the curve with a ceiling is less than 6 behind the best."""
    return bool(
        growth.models(growth.points()).set_index("model")["difference"][growth.LOGISTIC] < 6
    )


def the_recent_path_is_nearly_straight() -> bool:
    """Return whether totals and dates since the end of 2012 correlate by more than 0.97."""
    data = growth.points()
    recent = data[data["year"].ge(growth.PATH_FROM)]
    return recent["year"].astype(float).corr(recent["value"].astype(float)) > 0.97


# ---- share of the population ----


def the_chinese_share_is_below_the_three() -> bool:
    """Return whether the Chinese share is below the American and French, and these below the British."""
    china, america, france, britain = (_number(f"share_{c}") for c in ("cn", "us", "fr", "gb"))
    return bool(china < min(america, france) and max(america, france) < britain)


def the_chinese_line_rises_fastest() -> bool:
    """Return whether the Chinese line starts last and rises by the most points a year, first to last."""
    frame = sizes.shares(sizes.sizes(), sizes.national_populations())
    frame = frame[~frame["metric"].eq("persons") | ~frame["country"].eq("China")]
    ends = frame.groupby("country")[["share", "year"]].agg(["first", "last"])
    rise = ends["share"]["last"] - ends["share"]["first"]
    years = ends["year"]["last"] - ends["year"]["first"]
    starts_last = ends["year"]["first"].idxmax() == "China"
    return bool(starts_last and (rise / years).idxmax() == "China")


def the_french_number_has_fallen() -> bool:
    """Return whether fewer people were stored in France at the last count than in 2020."""
    return bool(_number("people_fr_last") < _number("people_fr_high"))


def china_is_in_the_upper_half_and_never_first() -> bool:
    """Return whether both ranks of China lie in the upper half of the countries and below the first."""
    ranks = _number("rank_high"), _number("rank_low")
    return bool(min(ranks) > 1 and max(ranks) < _number("n_countries") / 2)


# ---- people and traces ----


def china_rose_and_the_others_fell() -> bool:
    """Return whether people for each trace more than tripled in China and fell in Germany and France."""
    ratio = (
        compare.people_for_each_trace(sizes.sizes())
        .groupby("country")["ratio"]
        .agg(["first", "last"])
    )
    china, fell = ratio.loc["China"], ratio.loc[["Germany", "France"]]
    return bool(china["last"] > 3 * china["first"] and (fell["last"] < fell["first"]).all())


def america_came_down_and_rose_a_little() -> bool:
    """Return whether the American ratio was lowest after it was highest, and has risen since.

    The rise must be by less than a tenth of the lowest ratio.
    """
    frame = compare.people_for_each_trace(sizes.sizes())
    ratio = frame[frame["country"].eq("United States")]["ratio"]
    is_later = ratio.argmax() < ratio.argmin()
    return bool(is_later and ratio.min() < ratio.iloc[-1] < 1.1 * ratio.min())


def america_once_stored_as_many_for_each_trace() -> bool:
    """Return whether the highest American ratio of people to traces reaches the last Chinese one."""
    frame = compare.people_for_each_trace(sizes.sizes())
    america = frame[frame["country"].eq("United States")]["ratio"]
    return bool(america.max() >= _number("ratio_cn_last"))


# ---- whose profiles ----


def the_french_suspects_outnumber_the_convicted() -> bool:
    """Return whether the French report of 2007 counts more suspects than convicted people.

    The two counts must add up to the number of people stored.
    """
    row = sizes.sizes().set_index("id").loc["dn-137"]
    found = re.search(r"convicted ([\d,]+) \+ suspects recorded ([\d,]+)", str(row["note"]))
    convicted, suspects = (int(n.replace(",", "")) for n in found.groups()) if found else (0, 0)
    return bool(suspects > convicted > 0 and convicted + suspects == row["value"])


def only_china_stores_the_unsuspected() -> bool:
    """Return whether groups other than suspects are stored in China and in no other country."""
    frame = compare.who_is_stored()
    stored = frame[frame["stored"].eq("Yes") & ~frame["group"].str.startswith("Suspects")]
    return set(stored["country"]) == {"China"}


# ---- how firm the share is ----


def the_population_makes_no_difference_and_the_size_decides() -> bool:
    """Return whether the choice of population moves the median share by under 0.05 points.

    What counts as people must move it by more, and the stated size by most.
    """
    moved = multiverse.influence(compare.share_choices())
    return bool(moved["population"] < 0.0005 < moved["counts_as_people"] < moved["stated_size"])


def upper_end_exceeds_all_and_lower_is_half_the_british() -> bool:
    """Return whether the lowest reading is 45 to 55 per cent of the British share.

    The highest reading must exceed the shares of the other four countries.
    """
    others = max(_number(f"share_{code}") for code in ("us", "fr", "gb", "de"))
    ratio = _number("choice_lowest") / _number("share_gb")
    return bool(_number("choice_highest") > others and 0.45 < ratio < 0.55)
