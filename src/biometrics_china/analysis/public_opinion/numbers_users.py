"""Numbers on public users and firms across surveys, and on two waves of one questionnaire."""

from __future__ import annotations

import pandas as pd

from biometrics_china import formulas, multiverse, origins
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
    asked = "survey_id", "question"
    for name, number, meaning in (
        ("n_state", origins.distinct(parts, *asked), "answers on use by police or government"),
        ("n_state_sized", origins.distinct(sized, *asked), "of these with a number of respondents"),
        (
            "n_state_surveys", origins.distinct(sized, "survey_id"),
            "surveys that those answers come from",
        ),
    ):  # fmt: skip
        found.count(name, number, meaning)
    chinese = parts[parts["region"].eq(answers.CHINA)]
    for name, rows, words in (
        ("state", parts, "share that accepts state use"),
        ("state_cn", chinese, "Chinese one"),
    ):
        summed = rows.groupby(["survey_id", "question"], sort=False)["share"].transform("sum")
        for end, value in (("lowest", summed.min()), ("highest", summed.max())):
            made = origins.over(rows[summed.eq(value)], "share_pct")
            found.percent(f"{name}_{end}", origins.per_cent(made), f"{end} {words}")
    part = found.made_of(sized, how=spread.kind)
    part.percent("next_low", spread.low, "lower end of the prediction interval", bound="low")
    part.percent("next_high", spread.high, "upper end of the prediction interval", bound="high")


def _pairs(found: Numbers, frame: pd.DataFrame) -> None:
    pairs, both = users.pairs(frame), users.beside(frame)
    ids = [*both["id"], *both["id_firm"]]
    number = origins.of(pairs["pair"].nunique(), ids, how="different pairs")
    found.count("n_pairs", number, "pairs of a public user and a firm")
    how = "different surveys, those of several countries once"
    surveys = origins.of(pairs["survey"].nunique(), ids, how=how)
    found.count("n_pair_surveys", surveys, "surveys the pairs come from")
    gaps = [_gap(frame, row) for _, row in both.iterrows()]
    least, most = (origins.per_cent(of(gaps)) for of in (formulas.least, formulas.most))
    found.percent("gap_least", least, "smallest gap of a pair, percentage points")
    found.percent("gap_most", most, "largest gap of a pair, percentage points")


def _gap(frame: pd.DataFrame, pair: pd.Series) -> origins.Origin:
    """Return by how many points the public user is better accepted than the firm beside it."""
    user, firm = (origins.cell(frame, pair[row], "share_pct") for row in ("id", "id_firm"))
    return firm - user if pair["direction"] == "unfavourable" else user - firm


def _waves(found: Numbers, frame: pd.DataFrame) -> None:
    changes = waves.changes(frame)
    abuse = changes[changes["item"].eq(waves.ABUSE.item)].sort_values("effect", kind="stable")
    both = [waves.ABUSE.earlier, waves.ABUSE.later]
    earlier, later = (origins.cell(frame, row, "share_pct") for row in both)
    fall = origins.per_cent(earlier - later)
    found.percent("fall", fall, "fall in abuse concern, points")
    least, most = -abuse["high"].iloc[-1], -abuse["low"].iloc[-1]
    part = found.made_of(both, how="95 % Newcombe interval at the largest design effect")
    part.percent("fall_low", least, "least fall, largest design effect, points")
    part.percent("fall_high", most, "largest fall at that effect, points")
    earlier, later = (
        origins.cell(frame, row, "share_pct") for row in (waves.LOSS.earlier, waves.LOSS.later)
    )
    of_loss = origins.per_cent(earlier - later)
    found.percent("fall_loss", of_loss, "fall in losses reported, points")
    grid = waves.choices(frame)
    spread = multiverse.spread(grid)
    part = found.made_of(
        both, waves.ROUNDED, how="the fall, under each reading of the printed shares"
    )
    found.count("n_choices", origins.fixed(len(grid)), "readings of the fall")
    part.count("choice_below", spread["below"], "readings with a smaller fall than the main one")
    for end, bound in (("lowest", "low"), ("highest", "high")):
        meaning = f"{end} fall over the readings, points"
        part.percent(f"choice_{end}", spread[end], meaning, digits=1, bound=bound)
    drawn = countries.kept(frame)
    found.count("n_china_answers", drawn, "answers drawn for China")
