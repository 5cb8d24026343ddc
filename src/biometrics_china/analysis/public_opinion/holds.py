"""What must hold in the data for the words of the chapter to be true."""

from __future__ import annotations

import re

import pandas as pd

from biometrics_china import multiverse, tables
from biometrics_china.analysis.public_opinion import (
    answers,
    comparable,
    countries,
    users,
    waves,
)
from biometrics_china.analysis.public_opinion.numbers import numbers
from biometrics_china.numbers import reader

_number = reader(numbers)

# ---- what was asked ----


def few_questionnaires_are_known_to_draw_people_at_random() -> bool:
    """Return whether under a quarter of the questionnaires are known to have a random sample."""
    once = answers.with_instrument(tables.load("surveys")).drop_duplicates("instrument")
    return bool(once["sampling"].eq("probability").mean() < 0.25)


def chinese_shares_on_the_police_were_not_read() -> bool:
    """Return whether no answer from a Chinese questionnaire on use by the police has a share.

    Some such questionnaire must have been found.
    """
    frame = answers.answers()
    police = frame[frame["region"].eq(answers.CHINA) & frame["construct"].eq("police_use")]
    return bool(len(police) > 0 and police[["share", "low_pct", "high_pct"]].isna().all(axis=None))


def the_police_are_asked_about_most_outside_china() -> bool:
    """Return whether no other subject is in as many questionnaires outside China as the police."""
    outside = _asked()[["Europe", "Elsewhere"]].sum(axis=1)
    return bool(outside.drop("police_use").max() < outside["police_use"])


def the_only_common_question_is_acceptance() -> bool:
    """Return whether acceptance alone was asked by one questionnaire in China and in Europe."""
    same = _asked()["compares"].eq(comparable.SAME)
    return list(_asked().index[same]) == ["acceptance"]


def _asked() -> pd.DataFrame:
    return comparable.asked(answers.answers()).set_index("construct")


# ---- one question in four countries ----


def china_lies_apart_under_each_design_effect() -> bool:
    """Return whether China's lowest bound exceeds every other country's highest bound."""
    frame = countries.acceptance(answers.answers())
    china, others = frame[frame["place"].eq("China")], frame[frame["place"].ne("China")]
    return bool(china["low"].min() > others["high"].max())


def china_is_highest_germany_lowest_the_two_overlap() -> bool:
    """Return whether China's interval lies above and Germany's below all others, at each design effect.

    Those of the United Kingdom and the United States must overlap at each.
    """
    frame = countries.acceptance(answers.answers())
    low, high = (frame.pivot(index="effect", columns="place", values=v) for v in ("low", "high"))
    between = ["United Kingdom", "United States"]
    return bool(
        (low["China"] > high.drop(columns="China").max(axis=1)).all()
        and (high["Germany"] < low.drop(columns="Germany").min(axis=1)).all()
        and (low[between].max(axis=1) < high[between].min(axis=1)).all()
    )


# ---- state and police, beside firms ----


def support_runs_from_under_half_to_over_three_quarters() -> bool:
    """Return whether the shares that accept use by the state lie from under 50 to over 75 per cent."""
    share = users.state_use(answers.answers())["share"]
    return bool(share.min() < 0.5 and share.max() > 0.75)


def chinese_answers_lie_inside_the_range_of_the_others() -> bool:
    """Return whether each Chinese answer lies between the lowest and the highest of the others."""
    frame = users.state_use(answers.answers())
    is_china = frame["region"].eq(answers.CHINA)
    china, others = frame.loc[is_china, "share"], frame.loc[~is_china, "share"]
    return bool(len(china) and others.min() <= china.min() and china.max() <= others.max())


def highest_and_lowest_are_the_questions_named() -> bool:
    """Return whether the highest share is on use to maintain order, the lowest on widespread use."""
    words = users.state_use(answers.answers())["answer"]
    return "to maintain order" in words.iloc[0] and "widespread police use" in words.iloc[-1]


def public_users_fare_better_in_every_pair() -> bool:
    """Return whether police or administration are better accepted than firms in every pair."""
    return bool((users.pairs(answers.answers())["gap"] > 0).all())


def no_pair_is_chinese() -> bool:
    """Return whether no pair of questions on public bodies and firms comes from China."""
    return not users.pairs(answers.answers())["region"].eq(answers.CHINA).any()


def a_sizeable_minority_wants_fewer_cameras() -> bool:
    """Return whether between 15 and 50 per cent want fewer government cameras."""
    return bool(0.15 < _number("cameras_fewer") < 0.5)


# ---- Chinese questionnaires ----


def most_wish_control_and_two_questionnaires_differ_on_gates() -> bool:
    """Return whether most wish to see or delete face data, and two questionnaires differ on gates.

    Most of one call face gates necessary, most of the other say that faces should not be used there.
    """
    rows = tables.load("survey_answers").set_index("id").loc[["sa-011", "sa-022", "sa-119"]]
    gates = rows.loc[["sa-022", "sa-119"]]
    return bool(
        rows["share_pct"].gt(50).all()
        and gates["direction"].tolist() == ["favourable", "unfavourable"]
        and gates["survey_id"].is_unique
    )


def respondents_in_shops_were_graduates() -> bool:
    """Return whether over three quarters of the respondents on shops hold a bachelor's degree."""
    note = str(tables.load("survey_answers").set_index("id").loc["sa-100", "note"])
    found = re.search(r"([\d.]+)% hold a bachelor", note)
    return bool(found and float(found[1]) > 75)


def no_interval_of_the_fall_reaches_zero() -> bool:
    """Return whether the lower bound of the fall is above zero in every reading."""
    return bool((waves.choices(answers.answers())["low"] > 0).all())


def the_first_wave_moves_the_result_most() -> bool:
    """Return whether the choice of the first wave's share moves the median fall more than any other."""
    moved = multiverse.influence(waves.choices(answers.answers()))
    return bool(moved.index[0] == "earlier_share" and moved.iloc[0] > moved.iloc[1])


# ---- voices ----


def faces_and_sampling_are_both_criticised() -> bool:
    """Return whether there are critical voices on face recognition and on the sampling of DNA."""
    rows = tables.load("public_voices")
    return {"face", "dna"} <= set(rows.loc[rows["stance"].eq("critical"), "topic"])


def the_report_on_sampling_was_taken_down() -> bool:
    """Return whether the record of the removed report says that it was gone about an hour later."""
    row = tables.load("public_voices").set_index("id").loc["vo-11"]
    return bool(
        row["speaker_kind"] == "censorship" and "taken down about an hour after" in row["said"]
    )
