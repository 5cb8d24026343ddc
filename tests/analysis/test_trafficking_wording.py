"""Words of the chapter on trafficking that a future row could make false.

Numbers in sentences are computed, words around them are not. Each guard names a place, words that
stand there and what must hold in the data for them to be true. A guard whose words have gone fails
too, so that it is changed together with the sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pandas as pd
import pytest
from wording import words_of

from biometrics_china import exhibits, provenance
from biometrics_china.analysis.trafficking import (
    alerts,
    break_2021,
    cases,
    counts,
    operation,
    reunions,
    rules,
    samples,
    share,
)

CHAPTER = "trafficking"


def of(name: str, subject: str = "trafficking") -> float:
    return float(exhibits.numbers_of(subject)[name].value)


@cache
def frame() -> pd.DataFrame:
    return counts.reunion_counts()


# ------------------------------------------------------------------------------ cases and rules


def every_series_falls() -> bool:
    return all(cases.fall(series)[2] < 0 for series in cases.SERIES.values())


def every_series_falls_by_more_than_half() -> bool:
    return all(cases.fall(series)[2] < -0.5 for series in cases.SERIES.values())


def two_police_series_have_two_years() -> bool:
    years = cases.yearly().groupby("series").size()
    return int(years.eq(2).sum()) == 2


def two_court_years_are_derived() -> bool:
    return of("n_court_derived") == 2


def a_police_order_is_the_first_rule_that_names_women() -> bool:
    table = rules.rules()
    first = table[table["date"].eq(rules.first_with_women())].iloc[0]
    return bool(first["id"] == "sr-028")


def only_people_who_search_come_of_their_own_will() -> bool:
    return of("n_voluntary") == of("n_voluntary_searching") > 0


def no_rule_speaks_of_erasure() -> bool:
    said = rules.rules()["limits"].fillna("")
    return not said.str.contains(r"eras|delet|destr|retain|retention|kept|months? after").any()


def no_rule_speaks_of_refusal_or_guardians() -> bool:
    said = rules.rules()["limits"].fillna("")
    return not said.str.contains(r"refus|guardian|consent").any()


def no_rule_speaks_of_other_use() -> bool:
    said = rules.rules()["limits"].fillna("")
    return not said.str.contains(r"crime scene|other purpose|separate|only be used").any()


def most_rules_were_read_in_reports() -> bool:
    tiers = [provenance.source(s)["tier"] for s in rules.rules()["source_id"]]
    return sum(t in ("news", "news_copy") for t in tiers) > len(tiers) / 2


def no_chinese_power_of_the_previous_chapter_states_erasure() -> bool:
    return of("erasure_cn", "police_powers") == 0


def women_are_most_of_the_rescued() -> bool:
    return min(of("rescued_women_pct"), of("women_2011_pct")) > 0.5


# ------------------------------------------------------------------------------ reunions by DNA


def the_pace_is_even_before_the_break() -> bool:
    return of("pace_max") / of("pace_min") < 1.25


def stated_years_are_of_the_same_order() -> bool:
    stated = [of("stated_2012"), of("stated_2015")]
    return all(0.5 < value / of("pace_min") < 2 for value in stated)


def the_pace_rises_under_every_choice() -> bool:
    return bool(break_2021.choices()["low"].min() > 2)


def the_last_stretch_is_several_times_faster() -> bool:
    table = reunions.pace()
    return bool(table["low"].iloc[-1] > 2 * table["high"].iloc[:-1].max())


def the_two_sizes_disagree_widely() -> bool:
    table = samples.yields().set_index("scheme")["share"]
    return bool(table["Whole database, April 2011"] > 5 * table["Whole database, July 2010"])


def no_size_is_later_than_2015() -> bool:
    records = counts.totals(frame(), reunions.DATABASE, "records")
    return str(records["as_of"].iloc[-1]) == "2015-12"


def free_samples_yield_not_much_less() -> bool:
    return of("points_share") > of("shelter_share") / 2


def more_copies_than_originals() -> bool:
    relays = [provenance.source(s)["is_relay"] for s in frame()["source_id"]]
    return sum(map(bool, relays)) > len(relays) / 2


# ------------------------------------------------------------------------- operation and alerts


def many_more_were_found_than_cases_solved() -> bool:
    return of("op_per_case") > 10


def the_operation_ends_with_its_year() -> bool:
    part = frame()[frame()["series"].eq(operation.OPERATION)]
    return bool(part["last"].max() == pd.Timestamp(operation.DECEMBER))


def the_groups_keep_their_shape() -> bool:
    wide = operation.apart().pivot(index="band", columns="as_of", values="of_stated")
    return bool((wide.iloc[:, 0] - wide.iloc[:, 1]).abs().max() < 0.03)


def more_found_than_published_in_the_last_period() -> bool:
    return bool(alerts.recovery()["naive"].iloc[-1] > 1)


def the_last_period_allows_anything() -> bool:
    last = alerts.recovery().iloc[-1]
    return bool(last["cohort_low"] == 0 and last["cohort_high"] == 1)


def more_than_half_ran_away_in_either_year() -> bool:
    return min(of("ran_one_share"), of("ran_two_share")) > 0.5


def the_years_differ_beyond_chance() -> bool:
    return of("odds_low") > 1 and of("odds_p") < 0.05


def few_were_trafficked_in_any_reading() -> bool:
    return of("share_max") < 0.05


def the_window_moves_the_share_more_than_the_denominator() -> bool:
    wide = share.choices().pivot(index="window", columns="counted_against", values="estimate")
    between = (wide.max() - wide.min()).min()
    within = (wide.max(axis=1) - wide.min(axis=1)).max()
    return bool(between > within)


def the_trafficked_share_fell() -> bool:
    return of("traded_one_share") > of("traded_two_share")


Guard = tuple[str, str, Callable[[], bool]]
GUARDS: list[Guard] = [
    (CHAPTER, "All series fall, and steeply", every_series_falls_by_more_than_half),
    ("fig-trafficking-series", "Every series falls", every_series_falls),
    ("fig-trafficking-series", "Two of the police series are pairs", two_police_series_have_two_years),
    (CHAPTER, "Two years of the court series were computed", two_court_years_are_derived),
    (CHAPTER, "was seen for two years only", two_police_series_have_two_years),
    (
        CHAPTER,
        "the police named women for the first time",
        a_police_order_is_the_first_rule_that_names_women,
    ),
    (
        "claim-trafficking-women",
        "the first rule found that names women",
        a_police_order_is_the_first_rule_that_names_women,
    ),
    (CHAPTER, "the orders on the database that were read speak of children",
     a_police_order_is_the_first_rule_that_names_women),
    (CHAPTER, "In the first campaign women were", women_are_most_of_the_rescued),
    (CHAPTER, "of the voluntary ones are people who search",
     only_people_who_search_come_of_their_own_will),
    ("claim-trafficking-will", "all of them people who search",
     only_people_who_search_come_of_their_own_will),
    ("claim-trafficking-will", "None of the rules found states when a profile is erased",
     no_rule_speaks_of_erasure),
    ("tab-trafficking-rules", "says when a profile is erased", no_rule_speaks_of_erasure),
    ("tab-trafficking-rules", "most of them read in reports", most_rules_were_read_in_reports),
    (CHAPTER, "or when a child's profile is erased", no_rule_speaks_of_erasure),
    (CHAPTER, "says what else a sample may be used for", no_rule_speaks_of_other_use),
    ("claim-trafficking-other-ends", "No rule found on that sampling forbids it",
     no_rule_speaks_of_other_use),
    (CHAPTER, "no text that was read provides for a refusal",
     no_rule_speaks_of_refusal_or_guardians),
    ("tab-trafficking-rules", "whether a person may refuse is not said",
     no_rule_speaks_of_refusal_or_guardians),
    (CHAPTER, "none of the powers to take DNA has a special rule on erasure",
     no_chinese_power_of_the_previous_chapter_states_erasure),
    (CHAPTER, "it grew at an even pace", the_pace_is_even_before_the_break),
    ("fig-trafficking-reunions", "whichever stretch one takes", the_pace_is_even_before_the_break),
    ("fig-trafficking-reunions", "several times higher in the last",
     the_last_stretch_is_several_times_faster),
    (CHAPTER, "are of the same order", stated_years_are_of_the_same_order),
    ("fig-trafficking-choices", "does not depend on the choice", the_pace_rises_under_every_choice),
    ("fig-trafficking-yields", "which report one believes", the_two_sizes_disagree_widely),
    (CHAPTER, "the records themselves disagree", the_two_sizes_disagree_widely),
    (CHAPTER, "no size was found", no_size_is_later_than_2015),
    (CHAPTER, "Samples given freely are not worthless", free_samples_yield_not_much_less),
    (CHAPTER, "many of them read in copies", more_copies_than_originals),
    ("fig-trafficking-operation", "far more people than it explained crimes",
     many_more_were_found_than_cases_solved),
    (CHAPTER, "no result of the operation after", the_operation_ends_with_its_year),
    ("fig-trafficking-apart", "their shape is the same as in December",
     the_groups_keep_their_shape),
    (CHAPTER, "in the last period more were found than were published",
     more_found_than_published_in_the_last_period),
    ("fig-trafficking-recovery", "and for the last anything", the_last_period_allows_anything),
    (CHAPTER, "More than half of the children found in either year had run away",
     more_than_half_ran_away_in_either_year),
    ("claim-trafficking-trafficked-share", "more than half had run away",
     more_than_half_ran_away_in_either_year),
    ("fig-trafficking-reasons", "Most had run away", more_than_half_ran_away_in_either_year),
    ("claim-trafficking-trafficked-share", "Few of the children found",
     few_were_trafficked_in_any_reading),
    (CHAPTER, "The difference is no accident of small numbers", the_years_differ_beyond_chance),
    ("fig-trafficking-share-choices", "The window matters more",
     the_window_moves_the_share_more_than_the_denominator),
    ("fig-trafficking-share-choices", "the share fell from year to year",
     the_trafficked_share_fell),
]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "words", "holds"), GUARDS, ids=lambda x: x.__name__ if callable(x) else x
)
def test_the_words_hold_in_the_data(place, words, holds):
    assert words in words_of(place), f"{place} no longer says {words!r}: change its guard as well"
    assert holds(), f"{place} says {words!r}, and the data no longer bear it out"


def test_no_person_is_named() -> None:
    # officials act in office and are named by office; victims, suspects, families not at all
    for table in ("reunion_counts", "trafficking_counts", "trafficking_assessments"):
        text = " ".join(provenance.read_rows(table)["note"].dropna())
        assert not any(word in text for word in ("Mr ", "Ms ", "Mrs ", "surnamed", "named "))
