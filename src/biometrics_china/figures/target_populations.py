"""Exhibits of the chapter on target populations: what each shows, says and stands on."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.target_populations import events, groups, procurement
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import (
    multiverse,
    target_populations_groups,
    target_populations_numbers,
)

_EVENTS = ("collection_events",)


def _choices(frame: pd.DataFrame) -> Figure:
    return multiverse.chart(
        frame, label="share reached", text=lambda value: f"{100 * value:.0f} %", top=1.9
    )


def _categories() -> pd.DataFrame:
    frame = groups.categories()
    frame.columns = ["theme", *(f"scheme_{n}" for n in range(1, frame.shape[1]))]
    return frame


EXHIBITS = (
    Exhibit(
        id="tab-target-populations-categories",
        title="Groups that police schemes and reports single out",
        frame=_categories,
        caption=(
            "Categories by theme, in {n_schemes} schemes and reports: an internal national rule of "
            "which only parts were read, a provincial specification, and groups that a human-rights "
            "organisation, a newspaper and a journal found. {n_themes_crime} of the {n_themes} themes "
            "concern crime or drugs; the others do not presuppose an offence. An empty cell means "
            "that the category was not read there, not that it is absent."
        ),
        tables=("target_categories",),
        interval="None: categories as read",
        columns={
            "theme": "Theme",
            "scheme_1": "Key population: national internal rule",
            "scheme_2": "Key individuals: Zhejiang",
            "scheme_3": "Police Cloud, as reported",
            "scheme_4": "Sampled for DNA, as reported",
            "scheme_5": "Drug users under dynamic control",
        },
    ),
    Exhibit(
        id="fig-target-populations-registers",
        title="Registered drug users",
        frame=groups.drug_registers,
        draw=target_populations_groups.registers,
        caption=(
            "People registered for drug use, as the national narcotics control office reports them. "
            "The current register fell from {drugs_peak} million in {drugs_peak_year} to "
            "{drugs_last} million in {drugs_last_year}, by {drugs_fall} per cent, while the number of "
            "people who stayed clean long enough to leave it rose to {abstinent_last} million. Hollow "
            "marks are derived from the change printed a year later. Who leaves the register is no "
            "longer counted as a user; no source says that samples are deleted."
        ),
        alt=(
            "Line chart of numbers of people. The current register rises to {drugs_peak} million in "
            "{drugs_peak_year} and falls to {drugs_last} in {drugs_last_year}; the number clean for "
            "a set term rises to {abstinent_last}. An older line of all people ever registered "
            "rises until {ever_last_year}."
        ),
        tables=("registry_sizes",),
        interval="None: official counts; derived points marked",
    ),
    Exhibit(
        id="tab-target-populations-footing",
        title="Rules that let police take traits from suspects and listed people",
        frame=groups.footing,
        caption=(
            "{n_rules} rules, laws first. {n_rules_force} of them says in so many words that "
            "suspects can be forced. The general grounds stand in laws; the rules on fingerprints "
            "and on rooms for collection, which decide what is taken in practice, are police rules. "
            "The chapter on whom the rules bind reads these powers article by article."
        ),
        tables=("sampling_rules",),
        interval="None: rules as read",
        columns={
            "rule": "Rule",
            "article": "Article",
            "kind": "Kind",
            "group": "Whom",
            "taken": "What is taken",
            "will": "Compulsion",
            "limits": "Limits stated",
        },
    ),
    Exhibit(
        id="fig-target-populations-traits",
        title="Documented collection by trait and group",
        frame=events.traits_in_book,
        draw=target_populations_groups.traits,
        caption=(
            "Number of documented events, over all programmes but health examinations and research. "
            "{n_dna_events} of {n_events} events concern DNA, most often that of men and boys. "
            "Only {n_suspect_events} concern people checked by the police: booking is routine "
            "and makes no news. The counts show what was reported, and measure nothing else. "
            "Voice and iris appear in a few places each; gait in none."
        ),
        alt=(
            "Matrix of traits by groups with the number of events in each cell. The row of DNA is "
            "the fullest, with the largest number for men and boys. Iris, voice, face and "
            "fingerprints have a few events each, most of them about residents at large."
        ),
        tables=_EVENTS,
        interval="None: counts of reports found",
        wide=True,
    ),
    Exhibit(
        id="fig-target-populations-drive",
        title="Documented places of the male-lineage drive",
        frame=events.drive_in_book,
        draw=target_populations_groups.drive,
        caption=(
            "{n_places} places in {n_provinces} provinces where sampling of men and boys was "
            "reported, from {drive_first} to {drive_last}. Documented, never all: a newspaper that "
            "read bidding documents counted at least {provinces_nyt} provinces with such systems. Most "
            "reports are of {drive_mode}; what was not reported since is not known."
        ),
        alt=(
            "Dot chart with {n_provinces} provinces in rows and years across. Most of the "
            "{n_places} marks stand in {drive_mode}; a few in earlier years and in {drive_last}; "
            "{n_no_year} have no year. Diamonds for pupils appear in {n_pupil_provinces} provinces."
        ),
        tables=_EVENTS,
        interval="None: places as reported",
        wide=True,
    ),
    Exhibit(
        id="fig-target-populations-numbers",
        title="What numbers there are, and of what kind",
        frame=events.stated_numbers,
        draw=target_populations_numbers.stated_numbers,
        caption=(
            "Every number of people that a source gives for these programmes, on a logarithmic scale. "
            "They differ in kind: an estimate by an institute ({aspi_low} to {aspi_high} million men "
            "and boys), claims of police ({henan} million in Henan), the capacity of a system, the "
            "number of men who live in a city, a target that was dropped. They must not be added, "
            "and a programme without a number is not a small one."
        ),
        alt=(
            "Chart of {n_numbers} numbers on a logarithmic scale, from a village with {village} "
            "samples to the national estimate of {aspi_low} to {aspi_high} million, with a mark for "
            "each kind of number."
        ),
        tables=_EVENTS,
        interval="Range as published, for the estimate",
        wide=True,
    ),
    Exhibit(
        id="fig-target-populations-prices",
        title="What a test costs",
        frame=procurement.test_prices,
        draw=target_populations_numbers.test_prices,
        caption=(
            "Prices that could be computed. In {price_first_year} a test in Beijing cost at least "
            "{price_first} yuan; in {price_binzhou_year} the testing of a college came to about "
            "{price_binzhou} each; in {price_kit_year} one county police paid {price_kit_low} to "
            "{price_kit_high} yuan for the kit of one reaction, without labour. The prices are of "
            "different things, and {n_priced_awards} awards with a price are no series. They do "
            "show that cost is no longer what limits a drive. The arrow marks a floor for a plan "
            "that was dropped."
        ),
        alt=(
            "Chart of {n_prices} prices in yuan on a logarithmic scale, by year. The stated price of "
            "a test in {price_first_year} is highest, at {price_first}; later ones lie near "
            "{price_binzhou}, and kits of {price_kit_year} between {price_kit_low} and "
            "{price_kit_high}."
        ),
        tables=("procurement",),
        interval="None: single prices of unlike things",
    ),
    Exhibit(
        id="tab-target-populations-procurement",
        title="What the records of purchases hold",
        frame=procurement.by_stage_in_book,
        caption=(
            "Records on police biometrics by what was read. A price stands in {n_awards} award "
            "notices, in no tender, and in most press reports, which pick the large contracts. "
            "Foreign makers are named in {n_foreign} reports and in no notice. A trend by country of "
            "supplier cannot be drawn from this."
        ),
        tables=("procurement",),
        interval="None: counts of records found",
        columns={
            "stage": "What was read",
            "records": "Records",
            "with_amount": "With an amount",
            "foreign_makers": "Naming a foreign maker",
        },
    ),
    Exhibit(
        id="fig-target-populations-choices",
        title="How many people the male-lineage drive reaches, under each choice",
        frame=events.share_choices,
        draw=_choices,
        caption=(
            "Share of people reached under {n_choices} readings. Counting only the men who gave a "
            "sample, the institute's estimate is {choice_lowest} to {choice_men_high} per cent of all "
            "males. If a sample speaks for relatives as in the one village where both numbers are "
            "known, at most {village_ratio} people for each sample, it is up to {choice_highest} per "
            "cent of all people. One village is no basis for a rate; the reading shows only that the "
            "reach of such a database is a multiple of its size."
        ),
        alt=(
            "Chart of {n_choices} shares from {choice_lowest} to {choice_highest} per cent. The "
            "lower half counts the men sampled, the upper half adds relatives; the two populations "
            "give nearly the same values. The main reading is {choice_main} per cent."
        ),
        tables=("collection_events", "populations"),
        interval="Range over readings",
        wide=True,
    ),
)
