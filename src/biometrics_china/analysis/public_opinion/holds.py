"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

import pandas as pd

from biometrics_china import tables
from biometrics_china.analysis.public_opinion import (
    answers,
    comparable,
    countries,
    users,
    voices,
    waves,
)
from biometrics_china.analysis.public_opinion.numbers import numbers
from biometrics_china.numbers import reader

number = reader(numbers)


def asked() -> pd.DataFrame:
    return comparable.asked_in_book().set_index("construct")


def no_chinese_survey_asks_about_the_police() -> bool:
    """Return whether no chinese survey asks about the police."""
    return int(asked().loc["police_use", "China"]) == 0


def the_police_are_asked_about_most_outside_china() -> bool:
    """Return whether the police are asked about most outside china."""
    outside = asked()[["Europe", "Elsewhere"]].sum(axis=1)
    return outside.idxmax() == "police_use" and outside.nlargest(2).iloc[1] < outside.max()


def most_chinese_questionnaires_are_open() -> bool:
    """Return whether most chinese questionnaires are open."""
    return number("n_opt_in_cn") > number("n_questionnaires_cn") / 2


def the_only_common_question_is_acceptance() -> bool:
    """Return whether the only common question is acceptance."""
    same = asked()["compares"].eq(comparable.SAME)
    return list(asked().index[same]) == ["acceptance"]


def china_lies_apart_under_each_design_effect() -> bool:
    """Return whether china lies apart under each design effect."""
    frame = countries.acceptance_in_book()
    china, others = frame[frame["place"].eq("China")], frame[frame["place"].ne("China")]
    return bool(china["low"].min() > others["high"].max())


def the_order_of_the_countries_is_as_told() -> bool:
    """Return whether the order of the countries is as told."""
    places = countries.acceptance_in_book()["place"].drop_duplicates().tolist()
    return places == ["China", "United Kingdom", "United States", "Germany"]


def chinese_answers_are_in_the_upper_half_and_inside() -> bool:
    """Return whether chinese answers are in the upper half and inside."""
    frame = users.state_use_in_book()
    ranks = frame.index[frame["region"].eq("China")]
    return bool((ranks >= 1).all() and (ranks < len(frame) / 2).all())


def highest_and_lowest_are_the_questions_named() -> bool:
    """Return whether highest and lowest are the questions named."""
    words = users.state_use_in_book()["answer"]
    return words.iloc[0].endswith("with limits") and words.iloc[-1].endswith("is a good idea")


def public_users_fare_better_in_every_pair() -> bool:
    """Return whether public users fare better in every pair."""
    return bool((users.pairs_in_book()["gap"] > 0).all())


def no_pair_is_chinese() -> bool:
    """Return whether no pair is chinese."""
    frame = answers.answers().set_index("id")["region"]
    return not any(frame[p.public] == answers.CHINA for p in users.PAIRS)


def no_interval_of_the_fall_reaches_zero() -> bool:
    """Return whether no interval of the fall reaches zero."""
    return bool((waves.choices_in_book()["low"] > 0).all())


def the_first_wave_moves_the_result_most() -> bool:
    """Return whether the first wave moves the result most."""
    grid = waves.choices_in_book()
    spans = {
        c: grid.groupby(c)["estimate"].mean().agg(lambda m: m.max() - m.min())
        for c in ("earlier_share", "later_share", "design_effect")
    }
    return max(spans, key=lambda c: spans[c]) == "earlier_share"


def a_sizeable_minority_wants_fewer_cameras() -> bool:
    """Return whether a sizeable minority wants fewer cameras."""
    return 0.15 < number("cameras_fewer") < 0.5


def respondents_in_shops_were_graduates() -> bool:
    """Return whether respondents in shops were graduates."""
    note = tables.load("survey_answers").set_index("id").loc["sa-100", "note"]
    return "bachelor" in str(note)


def most_voices_are_critical_and_one_removed() -> bool:
    """Return whether most voices are critical and one removed."""
    frame = voices.voices()
    removed = tables.load("public_voices")["speaker_kind"].eq("censorship").sum()
    return bool(frame["stance"].eq("Critical").mean() > 0.5) and int(removed) == 1
