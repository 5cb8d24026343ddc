"""Words of the chapter on DNA databases that a future row could make false."""

from __future__ import annotations

import pytest
from wording import words_of

from biometrics_china import exhibits
from biometrics_china.analysis.dna_databases import compare, growth, sizes


def number(name: str) -> float:
    return float(exhibits.numbers_of("dna_databases")[name].value)


def a_changing_rate_is_best_and_the_constant_far_behind() -> bool:
    models = growth.models()
    constant = models.set_index("model")["difference"][growth.CONSTANT]
    return models["model"].iloc[0] == growth.QUADRATIC and constant > 10


def no_ceiling_above_all_totals() -> bool:
    return bool(growth.models()["ceiling"].isna().all())


def the_ceiling_shape_comes_close() -> bool:
    return growth.models().set_index("model")["difference"][growth.LOGISTIC] < 6


def the_recent_path_is_nearly_straight() -> bool:
    data = growth.points()
    recent = data[data["year"].ge(growth.PATH_FROM)]
    return bool(recent[["year", "value"]].astype(float).corr().iloc[0, 1] > 0.97)


def the_chinese_share_is_below_the_three() -> bool:
    return number("share_cn") < min(number(f"share_{c}") for c in ("us", "fr", "gb"))


def the_chinese_line_rises_fastest() -> bool:
    frame = sizes.shares_in_book()
    frame = frame[~frame["metric"].eq("persons") | ~frame["country"].eq("China")]
    rise = frame.groupby("country").agg(
        first=("share", "first"), last=("share", "last"), a=("year", "first"), b=("year", "last")
    )
    return ((rise["last"] - rise["first"]) / (rise["b"] - rise["a"])).idxmax() == "China"


def the_french_number_has_fallen() -> bool:
    return number("people_fr_last") < number("people_fr_high")


def china_is_in_the_upper_half_and_never_first() -> bool:
    return 1 < number("rank_high") < number("rank_low") < number("n_countries") / 2


def china_rose_and_the_others_fell() -> bool:
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
    frame = compare.traces_in_book()
    america = frame[frame["country"].eq("United States")]["ratio"]
    return bool(america.max() >= number("ratio_cn_last"))


def the_french_suspects_outnumber_the_convicted() -> bool:
    note = sizes.sizes().set_index("id")["note"]["dn-137"]
    return "147,122" in note and "315,928" in note


def only_china_stores_the_unsuspected() -> bool:
    frame = compare.who_is_stored()
    others = frame[frame["country"].ne("China") & ~frame["group"].str.startswith("Suspects")]
    return bool(others["stored"].eq("No").all())


def the_population_makes_no_difference_and_the_size_decides() -> bool:
    grid = compare.share_choices()
    spans = {
        c: grid.groupby(c)["estimate"].mean().agg(lambda m: m.max() - m.min())
        for c in ("stated_size", "counts_as_people", "population")
    }
    return spans["population"] < 0.0005 < spans["counts_as_people"] < spans["stated_size"]


def upper_end_exceeds_all_and_lower_is_half_the_british() -> bool:
    others = max(number(f"share_{c}") for c in ("us", "fr", "gb", "de"))
    ratio = number("choice_lowest") / number("share_gb")
    return number("choice_highest") > others and 0.45 < ratio < 0.55


GUARDS = [
    (
        "dna_databases",
        "curve whose rate changes evenly fits best",
        a_changing_rate_is_best_and_the_constant_far_behind,
    ),
    (
        "dna_databases",
        "A constant rate of growth can be ruled out",
        a_changing_rate_is_best_and_the_constant_far_behind,
    ),
    (
        "dna_databases",
        "A ceiling that the data contradict is no ceiling",
        no_ceiling_above_all_totals,
    ),
    ("claim-dna-databases-no-ceiling", "levels off below a total", no_ceiling_above_all_totals),
    ("dna_databases", "A curve with a ceiling comes close", the_ceiling_shape_comes_close),
    ("dna_databases", "almost in a straight line", the_recent_path_is_nearly_straight),
    (
        "dna_databases",
        "lay a little below the American and the French, and further below the British",
        the_chinese_share_is_below_the_three,
    ),
    ("dna_databases", "starts last and rises fastest", the_chinese_line_rises_fastest),
    ("fig-dna-databases-share", "one rises fastest", the_chinese_line_rises_fastest),
    ("dna_databases", "the French one has fallen", the_french_number_has_fallen),
    (
        "fig-dna-databases-rank",
        "both in the upper half",
        china_is_in_the_upper_half_and_never_first,
    ),
    ("dna_databases", "In China it tripled", china_rose_and_the_others_fell),
    (
        "claim-dna-databases-traces",
        "while it fell in Germany, France and, later, the United States",
        china_rose_and_the_others_fell,
    ),
    (
        "dna_databases",
        "stored as many people for each trace in earlier years",
        america_once_stored_as_many_for_each_trace,
    ),
    ("dna_databases", "they outnumber the convicted", the_french_suspects_outnumber_the_convicted),
    (
        "tab-dna-databases-who",
        "For China, and for none of the others",
        only_china_stores_the_unsuspected,
    ),
    (
        "dna_databases",
        "Which population is used makes no difference",
        the_population_makes_no_difference_and_the_size_decides,
    ),
    (
        "dna_databases",
        "at the lower end it would be half the British",
        upper_end_exceeds_all_and_lower_is_half_the_british,
    ),
]


@pytest.mark.parametrize(("place", "words", "holds"), GUARDS)
def test_words_stand_and_are_true(place, words, holds):
    assert words in words_of(place), f"{place} no longer says {words!r}: change the guard with it"
    assert holds(), f"{place} says {words!r}, and the data do not bear it out"
