"""Exhibits of the chapter on public opinion: what each shows, says and stands on."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.public_opinion import (
    comparable,
    countries,
    users,
    voices,
    waves,
)
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import multiverse, public_opinion_surveys, public_opinion_users

_ANSWERS = ("survey_answers", "surveys")


def _choices(frame: pd.DataFrame) -> Figure:
    return multiverse.chart(
        frame.assign(**{c: 100 * frame[c] for c in ("estimate", "low", "high")}),
        label="fall, in percentage points",
        text=lambda value: f"{value:.0f}",
    )


EXHIBITS = (
    Exhibit(
        id="tab-public-opinion-surveys",
        title="The surveys that were found",
        frame=comparable.samples_in_book,
        caption=(
            "One row a questionnaire. Of {n_questionnaires} questionnaires {n_questionnaires_cn} "
            "were put in China, and {n_opt_in_cn} of these were open to whoever answered. Surveys "
            "that were paid for by a firm or a trade fair: {n_vendor}. The list holds what was "
            "found in print, not what was asked."
        ),
        tables=("surveys",),
        interval="None: properties of surveys",
        columns={
            "survey": "Survey",
            "where": "Where",
            "fieldwork": "Fieldwork to",
            "respondents": "Respondents",
            "found_by": "Respondents found by",
            "payer": "Paid for or made by",
        },
    ),
    Exhibit(
        id="fig-public-opinion-asked",
        title="What was asked, and on which side",
        frame=comparable.asked_in_book,
        draw=public_opinion_surveys.asked,
        caption=(
            "Number of questionnaires that put a question on each subject. Of {n_subjects} subjects "
            "{n_same} was put by one questionnaire in China and in Europe, {n_similar} on both sides "
            "in other words, and {n_one_side} on one side only or elsewhere. Use by the police, the "
            "subject of this book, was asked in no Chinese survey that was found. A blank says that "
            "no printed answer was found, not that nobody asked."
        ),
        alt=(
            "Matrix of {n_subjects} subjects by China, Europe and elsewhere, with the number of "
            "questionnaires in each cell. Only the first row, acceptance in general, joins China "
            "and Europe by the same question; {n_similar} rows have questions in other words, and "
            "{n_one_side} rows stand on one side only."
        ),
        tables=_ANSWERS,
        interval="None: counts of questionnaires found",
    ),
    Exhibit(
        id="fig-public-opinion-countries",
        title="The same question in several countries",
        frame=countries.acceptance_in_book,
        draw=public_opinion_surveys.countries,
        caption=(
            "Share of internet users who accept or welcome face recognition in one survey: "
            "{accept_cn} per cent in China, {accept_gb} in the United Kingdom, {accept_us} in the "
            "United States and {accept_de} in Germany. Respondents by country are not printed; the "
            "bands take an equal part of the {n_four} or more, as it is and divided by design "
            "effects of {effect_middle} and {effect_largest}. China lies apart from the others "
            "under each. That an answer is given as freely in one country as in another cannot "
            "be seen from shares."
        ),
        alt=(
            "Dot plot of countries on a scale from nought to all. China stands at "
            "{accept_cn} per cent, the United Kingdom at {accept_gb}, the United States at "
            "{accept_us} and Germany at {accept_de}; the bands around the dots are narrow and "
            "that of China touches none of the others."
        ),
        tables=_ANSWERS,
        interval="95 % Wilson score intervals at an assumed number of respondents",
    ),
    Exhibit(
        id="fig-public-opinion-state-use",
        title="Support for use by police and government, survey by survey",
        frame=users.state_use_in_book,
        draw=public_opinion_users.state_use,
        caption=(
            "Share that accepts use by police or government, each survey in its own words. The "
            "shares run from {state_lowest} to {state_highest} per cent. Among the {n_state_sized} "
            "with a number of respondents chance explains almost nothing of the spread (I² "
            "{i_squared} per cent), and one further survey could fall anywhere between {next_low} and "
            "{next_high} per cent. No mean is printed: it would be the mean of unlike questions. "
            "Hollow marks have no number of respondents."
        ),
        alt=(
            "Forest plot of {n_state} answers, from {state_highest} per cent at the top to "
            "{state_lowest} at the bottom, with narrow intervals that seldom overlap. Answers from "
            "China stand in the upper half, among European and worldwide ones. A grey band for a "
            "further survey covers {next_low} to {next_high} per cent."
        ),
        tables=_ANSWERS,
        interval="95 % Wilson score intervals; band: 95 % prediction interval",
        wide=True,
    ),
    Exhibit(
        id="fig-public-opinion-users",
        title="Police against firms, within one survey",
        frame=users.pairs_in_book,
        draw=public_opinion_users.pairs,
        caption=(
            "Pairs of answers from the same respondents. In all {n_pairs} pairs from {n_pair_surveys} "
            "surveys the public user fares better than the firm, by {gap_least} to {gap_most} "
            "percentage points; the last pair counts rejection, so the lower mark is the better "
            "one. The surveys were found, not drawn, so the pairs describe a pattern and test "
            "nothing. None is Chinese: no survey found in China asks about police and firms together."
        ),
        alt=(
            "Dumbbell chart of {n_pairs} pairs. In the first rows the diamond for police or "
            "administration lies to the right of the dot for firms; in the last row, which counts "
            "rejection, it lies to the left. The gaps run from {gap_least} to {gap_most} points."
        ),
        tables=_ANSWERS,
        interval="95 % Wilson score intervals in the data; too narrow to be drawn",
        wide=True,
    ),
    Exhibit(
        id="fig-public-opinion-china",
        title="Worries and wishes in Chinese open questionnaires",
        frame=countries.chinese_answers_in_book,
        draw=public_opinion_surveys.chinese_answers,
        caption=(
            "Answers to open questionnaires of newspapers and their institutes in China. "
            "{control_alternative} per cent wanted another way than the face, {control_delete} per "
            "cent wished to see or delete their data, {leak} per cent feared leaks by operators; "
            "more than {necessary} per cent called face gates at homes and offices necessary. "
            "Arrows are bounds (more than, fewer than), the thick bar is a range. The "
            "respondents chose themselves: the lines show chance alone, and the shares "
            "describe those who answered."
        ),
        alt=(
            "Dot plot of {n_china_answers} answers from Chinese open questionnaires. The wish to "
            "delete data, at {control_delete} per cent, and the fear of leaks, at {leak}, stand "
            "furthest right; opposition to face gates, at {gate_oppose} per cent, and losses "
            "suffered furthest left."
        ),
        tables=_ANSWERS,
        interval="95 % Wilson score intervals as if drawn at random; bounds as arrows",
        wide=True,
    ),
    Exhibit(
        id="fig-public-opinion-waves",
        title="Two items in two waves of one questionnaire",
        frame=waves.changes_in_book,
        draw=public_opinion_users.changes,
        caption=(
            "Change from the 2020 wave to the 2021 wave of the Nandu questionnaire. The share that "
            "says the technology tends to be abused fell by {fall} points, and that of people who "
            "report a loss by {fall_loss}. With a design effect of {effect_largest} the interval of "
            "the first still runs from {fall_low} to {fall_high} points. The second answer list "
            "differs: in the later wave a further {loss_unsure} per cent were not sure. A change in "
            "who answers can move such shares as much as a change of mind."
        ),
        alt=(
            "Two panels of intervals left of a zero line, one row a design effect. The fall of the "
            "first item is {fall} points and of the second {fall_loss}; the intervals widen a "
            "little with the design effect and stay far from zero."
        ),
        tables=_ANSWERS,
        interval="95 % Newcombe intervals after the design effect",
    ),
    Exhibit(
        id="fig-public-opinion-choices",
        title="The fall in the view that face recognition is abused, under each choice",
        frame=waves.choices_in_book,
        draw=_choices,
        caption=(
            "The same fall under {n_choices} readings of the printed shares. It lies between "
            "{choice_lowest} and {choice_highest} points; what matters is whether the first wave "
            "is taken as printed with decimals or as another report rounds it. No interval "
            "reaches zero. The grid holds choices about numbers; it cannot hold the choice of "
            "respondents to take part."
        ),
        alt=(
            "Chart of {n_choices} estimates from {choice_lowest} to {choice_highest} points with "
            "intervals, and below them marks for the choices made. The main reading, "
            "{fall} points, is in the upper half."
        ),
        tables=_ANSWERS,
        interval="95 % Newcombe intervals after the design effect; range over readings",
        wide=True,
    ),
    Exhibit(
        id="tab-public-opinion-voices",
        title="Voices of the public debate",
        frame=voices.voices,
        caption=(
            "{n_voices} statements, oldest first, {n_voices_critical} of them critical and "
            "{n_voices_dna} about sampling of DNA by the police. They show what can be said in "
            "print and by whom. They are examples that were found, chosen for the variety of "
            "speakers; how often such things are said, and how often removed, cannot be read from "
            "them."
        ),
        tables=("public_voices",),
        interval="None: statements as reported",
        columns={
            "date": "Date",
            "where": "Where",
            "speaker": "Speaker",
            "topic": "Topic",
            "stance": "Stance",
            "said": "What was said",
        },
    ),
)
