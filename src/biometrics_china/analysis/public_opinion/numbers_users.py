"""Numbers on public users and firms across surveys, and on two waves of one questionnaire."""

from __future__ import annotations

import pandas as pd

from biometrics_china import multiverse, origins
from biometrics_china.analysis.public_opinion import answers, countries, heterogeneity, users, waves
from biometrics_china.numbers import Numbers


def add(found: Numbers, frame: pd.DataFrame) -> None:
    """Add the numbers on users and waves; `frame` is that of `answers.answers`."""
    _state(found, frame)
    _pairs(found, frame)
    _waves(found, frame)


def _state(found: Numbers, frame: pd.DataFrame) -> None:
    state, parts = users.state_use(frame), users.accepting(frame)
    spread = heterogeneity.of(state)
    sized = parts[parts["n"].notna()]
    for name, number, rows, how, meaning in (
        ("n_state", len(state), parts, _QUESTIONS, "answers on use by police or government"),
        ("n_state_sized", spread.n, sized, _QUESTIONS, "of these with a number of respondents"),
        (
            "n_state_surveys", sized["survey_id"].nunique(), sized, "different surveys",
            "surveys that those answers come from",
        ),
    ):  # fmt: skip
        found.count(name, origins.of(number, rows, how=how), meaning)
    chinese = parts[parts["region"].eq(answers.CHINA)]
    for name, rows, words in (
        ("state", parts, "share that accepts state use"),
        ("state_cn", chinese, "Chinese one"),
    ):
        summed = rows.groupby(["survey_id", "question"], sort=False)["share"].transform("sum")
        for end, value in (("lowest", summed.min()), ("highest", summed.max())):
            made = origins.of(value, rows[summed.eq(value)], how="sum of the accepting answers")
            found.percent(f"{name}_{end}", made, f"{end} {words}")
    part = found.made_of(sized, how=spread.kind)
    part.percent("next_low", spread.low, "lower end of the prediction interval", bound="low")
    part.percent("next_high", spread.high, "upper end of the prediction interval", bound="high")


_QUESTIONS = "questions of a survey, their accepting answers together"


def _pairs(found: Numbers, frame: pd.DataFrame) -> None:
    pairs, both = users.pairs(frame), users.beside(frame)
    ids = [*both["id"], *both["id_firm"]]
    for name, number, how, meaning in (
        ("n_pairs", pairs["pair"].nunique(), "pairs", "pairs of a public user and a firm"),
        ("n_pair_surveys", pairs["survey"].nunique(), "surveys", "surveys the pairs come from"),
    ):
        found.count(name, origins.of(number, ids, how=f"different {how}"), meaning)
    part = found.made_of(ids, how="public user less firm, over the pairs")
    part.percent("gap_least", pairs["gap"].min(), "smallest gap of a pair, percentage points")
    part.percent("gap_most", pairs["gap"].max(), "largest gap of a pair, percentage points")


def _waves(found: Numbers, frame: pd.DataFrame) -> None:
    changes = waves.changes(frame)
    abuse = changes[changes["item"].eq(waves.ABUSE.item)].sort_values("effect", kind="stable")
    loss = changes[changes["item"].eq(waves.LOSS.item)]
    both = [waves.ABUSE.earlier, waves.ABUSE.later]
    fall = found.made_of(both, how="earlier share less the later one")
    fall.percent("fall", -abuse["difference"].iloc[0], "fall in abuse concern, points")
    least, most = -abuse["high"].iloc[-1], -abuse["low"].iloc[-1]
    part = found.made_of(both, how="95 % Newcombe interval at the largest design effect")
    part.percent("fall_low", least, "least fall, largest design effect, points")
    part.percent("fall_high", most, "largest fall at that effect, points")
    of_loss = origins.of(
        -loss["difference"].iloc[0],
        [waves.LOSS.earlier, waves.LOSS.later],
        how="earlier share less the later one",
    )
    found.percent("fall_loss", of_loss, "fall in losses reported, points")
    grid = waves.choices(frame)
    spread = multiverse.spread(grid)
    part = found.made_of(both, waves.ROUNDED, how="the fall under each reading of the shares")
    found.count("n_choices", origins.fixed(len(grid)), "readings of the fall")
    part.count("choice_below", spread["below"], "readings with a smaller fall than the main one")
    for end, bound in (("lowest", "low"), ("highest", "high")):
        meaning = f"{end} fall over the readings, points"
        part.percent(f"choice_{end}", spread[end], meaning, digits=1, bound=bound)
    drawn = countries.kept(frame)
    found.count("n_china_answers", drawn, "answers drawn for China")
