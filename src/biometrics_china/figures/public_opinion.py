"""Exhibits of the chapter on public opinion: what each shows, says and stands on."""

from __future__ import annotations

from biometrics_china.analysis.public_opinion import (
    answers,
    comparable,
    countries,
    spread,
    users,
    voices,
    waves,
)
from biometrics_china.exhibit import Recipe
from biometrics_china.figures import multiverse, public_opinion_surveys, public_opinion_users

EXHIBITS: dict[str, Recipe] = {
    "tab-public-opinion-surveys": Recipe(comparable.samples_in_book),
    "fig-public-opinion-asked": Recipe(
        lambda: comparable.asked(answers.answers()), public_opinion_surveys.asked
    ),
    "fig-public-opinion-countries": Recipe(
        lambda: countries.acceptance(answers.answers()), public_opinion_surveys.countries
    ),
    "fig-public-opinion-state-use": Recipe(
        lambda: users.with_prediction(users.state_use(answers.answers())),
        public_opinion_users.state_use,
        wide=True,
    ),
    "fig-public-opinion-users": Recipe(
        lambda: users.pairs(answers.answers()), public_opinion_users.pairs, wide=True
    ),
    "fig-public-opinion-china": Recipe(
        lambda: countries.chinese_answers(answers.answers()),
        public_opinion_surveys.chinese_answers,
        wide=True,
    ),
    "fig-public-opinion-waves": Recipe(
        lambda: waves.changes(answers.answers()), public_opinion_users.changes
    ),
    "fig-public-opinion-choices": Recipe(
        lambda: waves.choices(answers.answers()),
        lambda frame: multiverse.chart(
            frame.assign(**{c: 100 * frame[c] for c in ("estimate", "low", "high")}),
            label="fall, in percentage points",
            text=lambda value: f"{value:.0f}",
        ),
        wide=True,
    ),
    "tab-public-opinion-spread": Recipe(spread.private_uses),
    "tab-public-opinion-voices": Recipe(voices.voices),
}
