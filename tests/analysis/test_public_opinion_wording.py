"""Words of the chapter on public opinion that a future row could make false.

A guard names a page, words that stand on it and what must hold in the data. A guard whose words
have gone fails too, so that it is changed together with the sentence.
"""

from __future__ import annotations

import pandas as pd
import pytest
from wording import words_of

from biometrics_china import exhibits, tables
from biometrics_china.analysis.public_opinion import (
    answers,
    comparable,
    countries,
    users,
    voices,
    waves,
)


def number(name: str) -> float:
    return float(exhibits.numbers_of("public_opinion")[name].value)


def asked() -> pd.DataFrame:
    return comparable.asked_in_book().set_index("construct")


def no_chinese_survey_asks_about_the_police() -> bool:
    return int(asked().loc["police_use", "China"]) == 0


def the_police_are_asked_about_most_outside_china() -> bool:
    outside = asked()[["Europe", "Elsewhere"]].sum(axis=1)
    return outside.idxmax() == "police_use" and outside.nlargest(2).iloc[1] < outside.max()


def most_chinese_questionnaires_are_open() -> bool:
    return number("n_opt_in_cn") > number("n_questionnaires_cn") / 2


def the_only_common_question_is_acceptance() -> bool:
    same = asked()["compares"].eq(comparable.SAME)
    return list(asked().index[same]) == ["acceptance"]


def china_lies_apart_under_each_design_effect() -> bool:
    frame = countries.acceptance_in_book()
    china, others = frame[frame["place"].eq("China")], frame[frame["place"].ne("China")]
    return bool(china["low"].min() > others["high"].max())


def the_order_of_the_countries_is_as_told() -> bool:
    places = countries.acceptance_in_book()["place"].drop_duplicates().tolist()
    return places == ["China", "United Kingdom", "United States", "Germany"]


def chinese_answers_are_in_the_upper_half_and_inside() -> bool:
    frame = users.state_use_in_book()
    ranks = frame.index[frame["region"].eq("China")]
    return bool((ranks >= 1).all() and (ranks < len(frame) / 2).all())


def highest_and_lowest_are_the_questions_named() -> bool:
    words = users.state_use_in_book()["answer"]
    return words.iloc[0].endswith("with limits") and words.iloc[-1].endswith("is a good idea")


def public_users_fare_better_in_every_pair() -> bool:
    return bool((users.pairs_in_book()["gap"] > 0).all())


def no_pair_is_chinese() -> bool:
    frame = answers.answers().set_index("id")["region"]
    return not any(frame[p.public] == answers.CHINA for p in users.PAIRS)


def no_interval_of_the_fall_reaches_zero() -> bool:
    return bool((waves.choices_in_book()["low"] > 0).all())


def the_first_wave_moves_the_result_most() -> bool:
    grid = waves.choices_in_book()
    spans = {
        c: grid.groupby(c)["estimate"].mean().agg(lambda m: m.max() - m.min())
        for c in ("earlier_share", "later_share", "design_effect")
    }
    return max(spans, key=lambda c: spans[c]) == "earlier_share"


def a_sizeable_minority_wants_fewer_cameras() -> bool:
    return 0.15 < number("cameras_fewer") < 0.5


def respondents_in_shops_were_graduates() -> bool:
    note = tables.load("survey_answers").set_index("id").loc["sa-100", "note"]
    return "bachelor" in str(note)


def most_voices_are_critical_and_one_removed() -> bool:
    frame = voices.voices()
    removed = tables.load("public_voices")["speaker_kind"].eq("censorship").sum()
    return bool(frame["stance"].eq("Critical").mean() > 0.5) and int(removed) == 1


GUARDS = [
    (
        "public_opinion",
        "No Chinese questionnaire that was found asks",
        no_chinese_survey_asks_about_the_police,
    ),
    (
        "fig-public-opinion-asked",
        "was asked in no Chinese survey",
        no_chinese_survey_asks_about_the_police,
    ),
    ("claim-public-opinion-police-unasked", "None of the", no_chinese_survey_asks_about_the_police),
    (
        "public_opinion",
        "the police are the most frequent subject of all",
        the_police_are_asked_about_most_outside_china,
    ),
    ("public_opinion", "Most of the Chinese ones", most_chinese_questionnaires_are_open),
    (
        "public_opinion",
        "Only one questionnaire put the same question",
        the_only_common_question_is_acceptance,
    ),
    (
        "fig-public-opinion-asked",
        "Only the first row, acceptance",
        the_only_common_question_is_acceptance,
    ),
    (
        "fig-public-opinion-countries",
        "China lies apart from the others under each",
        china_lies_apart_under_each_design_effect,
    ),
    (
        "public_opinion",
        "The order of the countries does not depend on it",
        the_order_of_the_countries_is_as_told,
    ),
    (
        "public_opinion",
        "lie in the upper half of the figure and inside the range",
        chinese_answers_are_in_the_upper_half_and_inside,
    ),
    (
        "public_opinion",
        "who would allow the use of artificial intelligence",
        highest_and_lowest_are_the_questions_named,
    ),
    ("public_opinion", "the public body fared better", public_users_fare_better_in_every_pair),
    (
        "fig-public-opinion-users",
        "the public user fares better",
        public_users_fare_better_in_every_pair,
    ),
    ("public_opinion", "For China there is no such pair", no_pair_is_chinese),
    (
        "fig-public-opinion-choices",
        "No interval reaches zero",
        no_interval_of_the_fall_reaches_zero,
    ),
    (
        "public_opinion",
        "What moves the result most is whether the first wave",
        the_first_wave_moves_the_result_most,
    ),
    ("public_opinion", "A sizeable minority", a_sizeable_minority_wants_fewer_cameras),
    ("public_opinion", "overwhelmingly by graduates", respondents_in_shops_were_graduates),
    (
        "public_opinion",
        "was taken down after about an hour",
        most_voices_are_critical_and_one_removed,
    ),
]


@pytest.mark.parametrize(("place", "words", "holds"), GUARDS)
def test_words_stand_and_are_true(place, words, holds):
    assert words in words_of(place), f"{place} no longer says {words!r}: change the guard with it"
    assert holds(), f"{place} says {words!r}, and the data do not bear it out"
