"""Exhibits on the operation of 2021 and on the alert system: what each shows, says, stands on."""

from __future__ import annotations

from biometrics_china.analysis.trafficking import alerts, operation, share
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import multiverse, trafficking_alerts, trafficking_operation

SEARCH = (
    Exhibit(
        id="fig-trafficking-operation",
        title="The Tuanyuan operation within its year",
        frame=operation.within_year,
        draw=trafficking_operation.within_year,
        caption=(
            "{op_found} people who had been lost or abducted as children were reported as found in "
            "{op_year}, {op_late} per cent of them after {op_autumn}. In the same year more than "
            "{op_cases} old trafficking cases were solved: about {op_per_case} people found for "
            "each case. The operation therefore reunited far more people than it explained crimes. "
            "What share had been trafficked, and what share lost, given away or left, was not found "
            "in print. The pace between two reports depends on when the police chose to report."
        ),
        alt=(
            "Above, bars of people found a day between {n_op} reports: {op_pace_first} a day until "
            "early May, {op_pace_last} in December. Below, running totals: people found climb to "
            "{op_found}, solved cases stay near the foot of the chart and end at {op_cases}."
        ),
        tables=("reunion_counts",),
        interval="None: complete counts as reported",
    ),
    Exhibit(
        id="fig-trafficking-apart",
        title="How long those found had been apart from their families",
        frame=operation.apart,
        draw=trafficking_operation.apart,
        caption=(
            "Of {op_found} people found in {op_year}, {apart_stated} were stated to have been apart "
            "for two decades or more: at least {apart_share} per cent. Among these, {apart_first} "
            "per cent were apart for {apart_first_band} and {apart_second} for {apart_second_band}. "
            "The groups published in September are loosely worded, so their share of all found lies "
            "between {apart_autumn_low} and {apart_autumn_high} per cent; their shape is the same "
            "as in December, which speaks for groups that exclude each other. Nothing is stated of "
            "the rest."
        ),
        alt=(
            "Bars for bands of years apart at the end of {op_year}, with marks for September at "
            "nearly the same places. The band of {apart_first_band} holds {apart_first} per cent of "
            "the bars, the next {apart_second}; the last, {apart_last_band}, holds {apart_60} "
            "people."
        ),
        tables=("reunion_counts",),
        interval="Bounds from the wording of the groups",
    ),
    Exhibit(
        id="fig-trafficking-recovery",
        title="Children found after an alert: all so far, and period by period",
        frame=alerts.recovery,
        draw=trafficking_alerts.recovery,
        caption=(
            "The rate that is quoted, {alerts_last_share} per cent ({alerts_last_low} to "
            "{alerts_last_high}), sets all found against all published. It says little of any one "
            "group of children: from one date to the next, those found and those published need "
            "not be the same, and in the last period {alerts_new_found} were found and "
            "{alerts_new} published, {alerts_naive} per cent. The bars on the right show what the "
            "counts allow for the children of each period: at least {alerts_bound_low} per cent "
            "in the periods between the first and the last, and for the last anything. “Found” "
            "includes children found dead."
        ),
        alt=(
            "Left, the cumulative rate at {n_alerts} dates with intervals, from "
            "{alerts_first_share} per cent on {alerts_first_date} to {alerts_last_share} on "
            "{alerts_last_date}. Right, bounds for the children of each period, narrow and near "
            "the top except in the last, where they span the whole width; a cross at "
            "{alerts_naive} per cent lies beyond all."
        ),
        tables=("reunion_counts",),
        interval="95 % Wilson score intervals; bounds for periods",
        wide=True,
    ),
    Exhibit(
        id="fig-trafficking-reasons",
        title="Why the children of the alerts had been missing",
        frame=alerts.reasons,
        draw=trafficking_alerts.reasons,
        caption=(
            "Most had run away: {ran_one_share} per cent of {found_one} found in the first year "
            "and {ran_two_share} per cent of {found_two} in the second. {traded_one} had been "
            "trafficked in the first year ({traded_one_share} per cent, {traded_one_low} to "
            "{traded_one_high}) and {traded_two} in the second ({traded_two_share}, "
            "{traded_two_low} to {traded_two_high}). The second year is the difference of two "
            "totals whose reasons do not add up, so the last line mixes reasons. Known deaths in "
            "the first year are {dead_one} of {found_one}."
        ),
        alt=(
            "Pairs of marks with intervals, first year above second. Ran away {ran_one_share} and "
            "{ran_two_share} per cent; rescued from trafficking {traded_one_share} and "
            "{traded_two_share} per cent; lost their way, deaths in accidents and all other "
            "reasons in between."
        ),
        tables=("reunion_counts",),
        interval="95 % Wilson score intervals",
    ),
    Exhibit(
        id="fig-trafficking-share-choices",
        title="The trafficked share of the found under every choice",
        frame=share.choices,
        draw=lambda frame: multiverse.chart(
            frame, label="trafficked", text=lambda value: f"{100 * value:.0f} %"
        ),
        caption=(
            "The share of children with an alert who turned out to have been trafficked lies "
            "between {share_min} and {share_max} per cent in {n_share} readings, and at "
            "{share_main} per cent ({share_main_low} to {share_main_high}) in the main one. The "
            "window matters more than what one counts against: the share fell from year to year. "
            "If every child of the first year whose reason was “other” had been trafficked, it "
            "would be {share_ceiling} per cent. The shares are of alerts for newly missing "
            "children; they say nothing of people who disappeared decades ago."
        ),
        alt=(
            "Estimates with intervals from low to high, the choices behind each below. Readings of "
            "the second year lie lowest, near {share_min} per cent, then both years with the main "
            "reading at {share_main}, the first year, and the first months at up to {share_max} per "
            "cent."
        ),
        tables=("reunion_counts",),
        interval="95 % Wilson score intervals; spread over readings",
        wide=True,
    ),
)
