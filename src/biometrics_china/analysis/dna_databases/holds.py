"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

from biometrics_china.analysis.dna_databases import compare, growth, sizes
from biometrics_china.analysis.dna_databases.numbers import numbers
from biometrics_china.numbers import reader

number = reader(numbers)


def a_changing_rate_is_best_and_the_constant_far_behind() -> bool:
    """Return whether a changing rate is best and the constant far behind."""
    models = growth.models()
    constant = models.set_index("model")["difference"][growth.CONSTANT]
    return models["model"].iloc[0] == growth.QUADRATIC and constant > 10


def no_ceiling_above_all_totals() -> bool:
    """Return whether no ceiling above all totals."""
    return bool(growth.models()["ceiling"].isna().all())


def the_ceiling_shape_comes_close() -> bool:
    """Return whether the ceiling shape comes close."""
    return growth.models().set_index("model")["difference"][growth.LOGISTIC] < 6


def the_recent_path_is_nearly_straight() -> bool:
    """Return whether the recent path is nearly straight."""
    data = growth.points()
    recent = data[data["year"].ge(growth.PATH_FROM)]
    return bool(recent[["year", "value"]].astype(float).corr().iloc[0, 1] > 0.97)


def the_chinese_share_is_below_the_three() -> bool:
    """Return whether the chinese share is below the three."""
    return number("share_cn") < min(number(f"share_{c}") for c in ("us", "fr", "gb"))


def the_chinese_line_rises_fastest() -> bool:
    """Return whether the chinese line rises fastest."""
    frame = sizes.shares_in_book()
    frame = frame[~frame["metric"].eq("persons") | ~frame["country"].eq("China")]
    rise = frame.groupby("country").agg(
        first=("share", "first"), last=("share", "last"), a=("year", "first"), b=("year", "last")
    )
    return ((rise["last"] - rise["first"]) / (rise["b"] - rise["a"])).idxmax() == "China"


def the_french_number_has_fallen() -> bool:
    """Return whether the french number has fallen."""
    return number("people_fr_last") < number("people_fr_high")


def china_is_in_the_upper_half_and_never_first() -> bool:
    """Return whether china is in the upper half and never first."""
    return 1 < number("rank_high") < number("rank_low") < number("n_countries") / 2


def china_rose_and_the_others_fell() -> bool:
    """Return whether china rose and the others fell."""
    frame = compare.traces_in_book()
    ends = frame.groupby("country")["ratio"].agg(["first", "last"])
    fell = ends.loc[["Germany", "France"]]
    america = frame[frame["country"].eq("United States")]["ratio"]
    china = ends.loc["China"]
    return bool(
        china["last"] > 3 * china["first"]
        and (fell["last"] < fell["first"]).all()
        and america.iloc[-1] < america.max()
    )


def america_once_stored_as_many_for_each_trace() -> bool:
    """Return whether america once stored as many for each trace."""
    frame = compare.traces_in_book()
    america = frame[frame["country"].eq("United States")]["ratio"]
    return bool(america.max() >= number("ratio_cn_last"))


def the_french_suspects_outnumber_the_convicted() -> bool:
    """Return whether the french suspects outnumber the convicted."""
    note = sizes.sizes().set_index("id")["note"]["dn-137"]
    return "147,122" in note and "315,928" in note


def only_china_stores_the_unsuspected() -> bool:
    """Return whether only china stores the unsuspected."""
    frame = compare.who_is_stored()
    others = frame[frame["country"].ne("China") & ~frame["group"].str.startswith("Suspects")]
    return bool(others["stored"].eq("No").all())


def the_population_makes_no_difference_and_the_size_decides() -> bool:
    """Return whether the population makes no difference and the size decides."""
    grid = compare.share_choices()
    spans = {
        c: grid.groupby(c)["estimate"].mean().agg(lambda m: m.max() - m.min())
        for c in ("stated_size", "counts_as_people", "population")
    }
    return spans["population"] < 0.0005 < spans["counts_as_people"] < spans["stated_size"]


def upper_end_exceeds_all_and_lower_is_half_the_british() -> bool:
    """Return whether upper end exceeds all and lower is half the british."""
    others = max(number(f"share_{c}") for c in ("us", "fr", "gb", "de"))
    ratio = number("choice_lowest") / number("share_gb")
    return number("choice_highest") > others and 0.45 < ratio < 0.55
