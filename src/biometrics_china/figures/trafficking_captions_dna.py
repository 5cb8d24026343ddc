"""Exhibits on cases, rules and the DNA database: what each shows, says and stands on."""

from __future__ import annotations

from biometrics_china.analysis.trafficking import (
    break_2021,
    campaign,
    cases,
    reunions,
    rules,
    samples,
)
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import multiverse, trafficking_cases, trafficking_reunions

CASES = (
    Exhibit(
        id="fig-trafficking-series",
        title="Trafficking cases before the police and the courts",
        frame=cases.yearly,
        draw=trafficking_cases.series,
        caption=(
            "Every series falls. Court cases went from {court_first} in {court_first_year} to "
            "{court_last} in {court_last_year}, by {court_fall} per cent a year ({court_fall_low} "
            "to {court_fall_high}); {n_court_derived} of the {n_court_years} years were computed "
            "from totals, and without them the fall is {court_fall_printed} per cent "
            "({court_fall_printed_low} to {court_fall_printed_high}). Two of the police series are "
            "pairs of years with nothing in between, and cases solved in {solved_year} were counted "
            "in another way than later. The series count different things and must not be set "
            "against each other. A fall in cases can come from less crime, from less recording or "
            "from earlier prevention; the figure cannot tell, and it does not show what DNA added."
        ),
        alt=(
            "Lines on a logarithmic scale. Cases registered by the police fall by "
            "{registered_fall} per cent from {registered_first_year} to {registered_last_year}, "
            "cases of child trafficking by {incidents_fall} per cent from {incidents_first_year} "
            "to {incidents_last_year}; court cases fall from {court_first} to {court_last}, with "
            "{n_court_derived} hollow points that were computed."
        ),
        tables=("trafficking_counts",),
        interval="95 % t interval of a log-linear fit to the court series",
    ),
)

DNA = (
    Exhibit(
        id="tab-trafficking-rules",
        title="Whose DNA the rules of the search take",
        frame=rules.printed,
        caption=(
            "Groups named by the rules and stated practices that were found, oldest first, "
            "{n_rules} in all. For {n_compulsory} the text says that they must be sampled, for "
            "{n_voluntary} that it happens by their own will, and for {n_not_stated} it says "
            "neither. “Must” is addressed to the police; whether a person may refuse is not said. "
            "None of the texts, most of them read in reports, says when a profile is erased. The "
            "list is what was found, and internal orders could say more."
        ),
        tables=("sampling_rules",),
        interval="None: a list of rules",
        columns={
            "when": "Date",
            "instrument": "Rule or practice",
            "group": "Whose DNA",
            "will": "Will",
            "limits": "Conditions stated",
        },
    ),
    Exhibit(
        id="tab-trafficking-events",
        title="Where sampling for the search was documented",
        frame=rules.events,
        caption=(
            "Events, sampling points and campaign orders of the search for the missing and of "
            "shelter stations, {n_events} in all. It is a list of what was found and no measure "
            "of how common sampling is; numbers of persons, points and acts of assistance must "
            "not be added up. A dash means that no number was found."
        ),
        tables=("collection_events",),
        interval="None: a list of what was found",
        columns={
            "place": "Place",
            "when": "Date",
            "group": "Whose samples",
            "collected": "Taken",
            "number": "Number",
        },
    ),
    Exhibit(
        id="fig-trafficking-reunions",
        title="People matched with their families through the DNA database",
        frame=reunions.total,
        draw=trafficking_reunions.reunions,
        caption=(
            "Up to {total_2019_date} the total grew by {pace_min} to {pace_max} a year, whichever "
            "stretch one takes; from {total_2019_date} to {total_2021_date} it grew by "
            "{pace_since_per_year} a year ({pace_since_low} to {pace_since_high}: bounds, because "
            "one date is known by year only). The break lies after {total_2019_date}, and the "
            "operation of the year {op_year} is the obvious place for it; no total in between was "
            "found that would prove it. The totals are those of the police, read in reports. No "
            "list of matches can be checked, and how many samples each match took is not stated."
        ),
        alt=(
            "A rising line of {n_totals} totals since {database_start}: {total_2013} in "
            "{total_2013_date}, {total_2015} on {total_2015_date}, more than {total_2019} in "
            "{total_2019_date}, then a steep stretch to {total_2021} on {total_2021_date}. Beside "
            "the stretches stand the yearly paces: about the same up to {total_2019_date}, several "
            "times higher in the last."
        ),
        tables=("reunion_counts",),
        interval="Bounds from dates known by month or year",
    ),
    Exhibit(
        id="fig-trafficking-choices",
        title="The rise in reunions under every choice",
        frame=break_2021.choices,
        draw=lambda frame: multiverse.chart(
            frame, label="pace of 2021, times that before", text=lambda value: f"{value:.0f} ×"
        ),
        caption=(
            "The pace of reunions in {op_year} over the pace before, in {n_break} readings. In the "
            "main one reunions by DNA rose from {pace_before} to about {pace_after} a year, "
            "{break_main} times as many ({break_low} to {break_high}); over all readings the ratio "
            "lies between {break_min} and {break_max}, and no bound falls below {break_floor}. That "
            "the pace rose several times over does not depend on the choice; how many times does. "
            "The readings that use the operation count everyone it found, by DNA or otherwise. Bars "
            "are bounds from uncertain dates and a rounded total; they hold no sampling error."
        ),
        alt=(
            "Estimates from low to high with the choices behind each below. The lowest, near "
            "{break_min}, spread the rise over the years since {total_2019_date}; the main reading, "
            "{break_main}, stands in a long plateau; the highest, up to {break_max}, take the whole "
            "year of the operation."
        ),
        tables=("reunion_counts",),
        interval="Bounds from dates and rounding; spread over readings",
        wide=True,
    ),
    Exhibit(
        id="fig-trafficking-yields",
        title="What samples yield",
        frame=samples.yields,
        draw=trafficking_reunions.yields,
        caption=(
            "Matches over samples, where both were reported. In shelter stations {shelter_share} "
            "per cent of those sampled were matched ({shelter_low} to {shelter_high}), at free "
            "points {points_share} per cent ({points_low} to {points_high}). For the whole database "
            "the answer hangs on which report one believes: {database_2010_share} per cent by the "
            "count of {records_2010_date}, {database_2011_share} by that of {records_2011_date}. "
            "The schemes are not alike: a match needs a sample on either side, free points counted "
            "families, and each number is rounded in its own way, so the figure ranks nothing. "
            "Intervals cover chance only."
        ),
        alt=(
            "Marks with intervals on a logarithmic scale. Shelter stations {shelter_matched} of "
            "{shelter_sampled}; free points {points_matched} of {points_sampled}; whole database "
            "{database_2010_matched} of {database_2010_sampled} on {records_2010_date}, "
            "{database_2011_matched} of {database_2011_sampled} in {records_2011_date} and "
            "{database_2015_matched} of {database_2015_sampled} in {records_2015_date}."
        ),
        tables=("reunion_counts",),
        interval="95 % Wilson score intervals",
    ),
    Exhibit(
        id="tab-trafficking-campaign",
        title="The first campaign: rescued, and matched by DNA",
        frame=campaign.printed,
        caption=(
            "Running totals since {database_start}. Women are {rescued_women_pct} per cent of the "
            "rescued at the last date. Matches by DNA are set beside rescued children at the "
            "{n_campaign_dates} dates that have both, and come to {dna_of_rescued_min} to "
            "{dna_of_rescued_max} per cent of them (Wilson intervals in brackets). The two counts "
            "need not hold the same children: a child can be matched without a rescue, and a "
            "rescued child can be named without DNA. A dash means that no count was found."
        ),
        tables=("trafficking_counts", "reunion_counts"),
        interval="95 % Wilson score intervals",
        columns={
            "as_of": "By",
            "children": "Children rescued",
            "women": "Women rescued",
            "women_share": "Women, per cent",
            "by_dna": "Matched by DNA",
            "dna_share": "Per cent of the children",
        },
    ),
)
