"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

import re

from biometrics_china import multiverse
from biometrics_china.analysis.dna_databases import compare, growth, sizes
from biometrics_china.analysis.dna_databases.numbers import numbers
from biometrics_china.analysis.dna_databases.shapes import GOMPERTZ, LOGISTIC, POWER
from biometrics_china.numbers import reader

_number = reader(numbers)

# ---- growth ----


def a_curve_with_a_ceiling_and_one_without_fit_alike() -> bool:
    """Return whether the best curve with a ceiling and the best without lie within 2 of each other.

    The criterion is the corrected information criterion (AICc) of the table of shapes; the others
    must lie more than 4 behind both.
    """
    found = growth.stated_models().set_index("model")["difference"]
    near = found[[POWER, GOMPERTZ]]
    return bool(near.max() < 2 and found.drop([POWER, GOMPERTZ]).min() > near.max() + 4)


def that_ceiling_lies_above_every_total() -> bool:
    """Return whether the ceiling of Gompertz lies above every total, also with the last one left out."""
    shapes, largest = growth.stated_models().set_index("model"), growth.points()["value"].max()
    return bool(shapes.loc[GOMPERTZ, ["ceiling", "ceiling_without"]].min() > largest)


def the_logistic_levels_off_below_a_total() -> bool:
    """Return whether the ceiling of the logistic curve lies below a total that was stated."""
    shapes, largest = growth.stated_models().set_index("model"), growth.points()["value"].max()
    return bool(shapes["ceiling"][LOGISTIC] < largest)


def without_the_last_total_the_levelling_curve_leads() -> bool:
    """Return whether the curve of Gompertz has over half the weight once the last total is left out."""
    return bool(_number("weight_without_gompertz") > 0.5)


def both_miss_the_next_total_alike() -> bool:
    """Return whether the two shapes miss the next total by shares less than 5 points apart."""
    return bool(abs(_number("missed_power") - _number("missed_gompertz")) < 0.05)


def the_pace_hardly_moves() -> bool:
    """Return whether the four readings of the recent pace lie within 15 per cent of each other."""
    slopes = growth.pace(growth.points())["slope"]
    return bool(slopes.max() < 1.15 * slopes.min())


# ---- share of the population ----


def china_was_level_with_america_and_below_britain() -> bool:
    """Return whether the Chinese share is within half a point of the American of its year.

    And whether both are below the last British one, which is of that year too.
    """
    frame = sizes.main_shares(sizes.shares(sizes.sizes(), sizes.national_populations()))
    frame = frame.assign(year=frame["year"].astype(int))
    last = frame.groupby("country")[["year", "share"]].last()
    china, britain = last.loc["China"], last.loc["United Kingdom"]
    then = frame[frame["year"].eq(china["year"]) & frame["country"].eq("United States")]
    america = then["share"].iloc[-1]
    is_level = abs(china["share"] - america) < 0.005
    is_below = max(china["share"], america) < britain["share"]
    return bool(is_level and is_below and britain["year"] == china["year"])


def a_reading_puts_china_above_the_others() -> bool:
    """Return whether the largest reading of the Chinese share is above the three other shares."""
    others = (_number(f"share_{country}") for country in ("us", "fr", "gb"))
    return bool(multiverse.spread(compare.share_choices())["highest"] > max(others))


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


def men_and_boys_are_stored_in_china_alone() -> bool:
    """Return whether men and boys, as a group, are stored in China and in no other country."""
    return _storing("Men and boys") == {"China"}


def relatives_are_stored_in_france_and_america_too() -> bool:
    """Return whether relatives who search are stored in France and the United States too."""
    return {"China", "France", "United States"} <= _storing("Families who search")


def _storing(group: str) -> set[str]:
    frame = compare.who_is_stored()
    return set(frame.loc[frame["stored"].eq("Yes") & frame["group"].eq(group), "country"])


# ---- how firm the share is ----


def the_stated_size_decides() -> bool:
    """Return whether the stated size moves the median share most, what counts as people less."""
    moved = multiverse.influence(compare.share_choices())
    return bool(moved["counts_as_people"] < moved["stated_size"])


def upper_end_exceeds_all_and_lower_is_half_the_british() -> bool:
    """Return whether the lowest reading is 45 to 55 per cent of the British share.

    The highest reading must exceed the shares of the other four countries.
    """
    others = max(_number(f"share_{code}") for code in ("us", "fr", "gb", "de"))
    ratio = _number("choice_lowest") / _number("share_gb")
    return bool(_number("choice_highest") > others and 0.45 < ratio < 0.55)
