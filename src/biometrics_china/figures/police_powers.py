"""Exhibits of the chapter on police powers: what each shows, says and stands on."""

from __future__ import annotations

from biometrics_china.analysis.police_powers import (
    association,
    bound,
    census,
    limits,
    provisions,
    readings,
    safeguards,
)
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import police_powers_grids, police_powers_provisions

EXHIBITS = (
    Exhibit(
        id="fig-police-powers-addressees",
        title="Whom the articles bind, let off and empower",
        frame=provisions.matrix,
        draw=police_powers_provisions.matrix,
        caption=(
            "Articles of current law that were coded for this book: {n_provisions_cn} in "
            "{n_instruments_cn} Chinese texts and {n_provisions_eu} in {n_instruments_eu} of the "
            "European Union; drafts are left out. A line joins the articles of a text that have "
            "the same marks; {n_unmarked} without a mark, such as definitions, are not drawn. In "
            "words, most Chinese rules reach state organs, because they do not leave them out: "
            "{n_state_cn} articles do, {n_state_only_cn} of them written for state organs alone. "
            "Of {n_power_cn} articles that let the state collect or access data, "
            "{n_power_bound_cn} bind it in the same breath. An asterisk marks a text not known "
            "for sure to be in force. The articles were chosen because they bear on biometrics or "
            "on the police: the density of marks says nothing about the law as a whole, and reach "
            "in words is no proof of reach in practice."
        ),
        alt=(
            "Grid of articles, grouped by text, with their properties in columns, in blocks: "
            "Chinese texts without a power to collect or access, Chinese texts with such a power, "
            "European Union. {n_power_cn} Chinese articles let the state collect or access data, "
            "{n_carve_out_cn} hold a carve-out that police can use, {n_opening_cn} yield to other "
            "law; of the European articles {n_power_eu}, {n_carve_out_eu} and {n_opening_eu}."
        ),
        tables=("provisions", "instruments"),
        interval="None: the coding of chosen articles",
        wide=True,
    ),
    Exhibit(
        id="fig-police-powers-bound",
        title="Whom the restricting provisions bind",
        frame=bound.bound,
        draw=police_powers_provisions.bound,
        caption=(
            "Among the coded provisions that restrict somebody, {bound_state_cn} of "
            "{n_restricting_cn} in China and {bound_state_eu} of {n_restricting_eu} in the "
            "European Union reach state organs, in China mostly because the words do not leave "
            "them out. {bound_police_cn} of the Chinese ones name the police as the party bound, "
            "against {bound_police_eu} of the European ones, and {n_police_secrecy_cn} of those "
            "{bound_police_cn} are about secrecy or about the officer who breaks it. The "
            "properties overlap. The provisions were chosen, not drawn, and the European choice "
            "leans towards police law, so the bars describe the coding and no test is made."
        ),
        alt=(
            "Pairs of bars, China above the European Union. Bind private handlers: "
            "{bound_private_cn} of {n_restricting_cn} and {bound_private_eu} of "
            "{n_restricting_eu}. Reach state organs: {bound_state_cn} and {bound_state_eu}. "
            "Written for state organs alone: {bound_state_alone_cn} and {bound_state_alone_eu}. "
            "Name the police: {bound_police_cn} and {bound_police_eu}. Hold a carve-out the "
            "police can use: {bound_exemption_cn} and {bound_exemption_eu}."
        ),
        tables=("provisions", "instruments"),
        interval="None: counts of a purposive coding",
        wide=True,
    ),
    Exhibit(
        id="tab-police-powers-bound-choices",
        title="The same counts under other ways of counting",
        frame=bound.printed_choices,
        caption=(
            "Each cell gives provisions (in the last way of counting, texts) with the property, "
            "of all that restrict somebody. Over {n_bound_choices} ways of counting, the share "
            "that names the police as the party bound lies between {bound_police_cn_min} and "
            "{bound_police_cn_max} per cent in China and between {bound_police_eu_min} and "
            "{bound_police_eu_max} per cent in the European Union. The share with a carve-out "
            "lies between {bound_exemption_cn_min} and {bound_exemption_cn_max} per cent, and "
            "{bound_exemption_eu_min} and {bound_exemption_eu_max}; it must not be leaned on, "
            "because European law takes the police out of whole acts by articles on scope, which "
            "restrict nobody and are not counted here."
        ),
        tables=("provisions", "instruments"),
        interval="Range over ways of counting",
        columns={"choice": "Way of counting", "side": "Side", **bound.HEADS},
    ),
    Exhibit(
        id="fig-police-powers-safeguards",
        title="Which safeguards the law states for each power",
        frame=safeguards.grid,
        draw=police_powers_grids.safeguards,
        caption=(
            "A tick means that the provision or its text states the safeguard for the data of "
            "that power. Of {n_powers_cn} powers in force in China, {independent_approval_cn} "
            "state an independent approval, {retention_limit_cn} a limit of retention, "
            "{erasure_cn} erasure and {independent_supervision_cn} independent supervision; "
            "{internal_approval_cn} ask for an approval inside the executive, and "
            "{n_purpose_only_cn} state nothing beyond a purpose. A dash means no special rule, "
            "never no rule: the personal information law reaches state organs formally (articles "
            "{pipl_state_articles}, and {pipl_general_articles} on retention, necessity and "
            "erasure). The European rows govern the use of data that national law lets police "
            "collect, so the rows are not powers of the same kind; the AI Act's erasure is owed "
            "where authorisation is refused. An asterisk marks a text not known for sure to be in "
            "force. The powers are all that were coded and no sample, so the counts carry no "
            "interval."
        ),
        alt=(
            "Grid of powers in rows and {n_safeguards} safeguards in columns. The {n_powers_cn} "
            "Chinese powers in force state {stated_cn_range} safeguards, with a median of "
            "{stated_cn_median}; most is stated for: {strongest_cn}. The columns for independent "
            "approval, retention limit, erasure and independent supervision hold {n_key_cn} ticks "
            "in China. The {n_powers_eu} European rows have ticks as follows: {stated_eu_range}."
        ),
        tables=("powers", "safeguards", "instruments"),
        interval="None: all coded powers",
        wide=True,
    ),
    Exhibit(
        id="tab-police-powers-readings",
        title="The safeguards when general law is read the same way on both sides",
        frame=readings.readings,
        caption=(
            "Powers that state each safeguard under {n_readings} readings. If the personal "
            "information law is read into every Chinese power, {read_in_cn_retention_limit} of "
            "{n_powers_read_in_cn} have a limit of retention and {read_in_cn_erasure} a duty to "
            "erase, in words that yield to other law; independent approval and independent "
            "supervision stay at {read_in_cn_independent_approval} and "
            "{read_in_cn_independent_supervision}. Those last are what the comparison can carry. "
            "None of the readings says what is done in practice."
        ),
        tables=("powers", "safeguards", "provisions"),
        interval="Range over readings",
        columns={
            "reading": "Reading",
            "group": "Powers",
            "powers": "Number",
            "spread": "Safeguards stated",
            "strict_necessity": "Strict necessity",
            "internal_approval": "Internal approval",
            "independent_approval": "Independent approval",
            "retention_limit": "Retention limit",
            "erasure": "Erasure",
            "independent_supervision": "Independent supervision",
        },
    ),
    Exhibit(
        id="fig-police-powers-census",
        title="Provisions that name a body trait, by level of rule and by what they do",
        frame=census.by_level,
        draw=police_powers_grids.census,
        caption=(
            "Provisions found by a search for words in {n_census_documents} documents, {n_census} "
            "in {n_census_instruments} instruments; {n_census_hand} that the words miss were "
            "added by hand and are hatched. Of {census_collects} provisions that let the state "
            "collect, {census_law_collects} stand in national laws, "
            "{census_administrative_regulation_collects} in administrative regulations and "
            "{census_local_regulation_collects} in local regulations; {census_restricts_state} in "
            "all restrict state bodies by name of a trait. The bars are counts, not rates: the "
            "collections are unequal, the ministerial one is small, the local one covers some "
            "provinces. General rules that name no trait, as most of the personal information "
            "law, are outside the count."
        ),
        alt=(
            "Stacked bars, one a level of rule. National laws: {census_law} provisions, of which "
            "{census_law_collects} let the state collect. Administrative regulations: "
            "{census_administrative_regulation} and {census_administrative_regulation_collects}. "
            "Ministerial rules: {census_ministerial_rule} and {census_ministerial_rule_collects}. "
            "Judicial interpretations: {census_judicial_interpretation} and "
            "{census_judicial_interpretation_collects}. Local regulations: "
            "{census_local_regulation} and {census_local_regulation_collects}."
        ),
        tables=("census", "corpora"),
        interval="None: complete counts of the collections searched",
        wide=True,
    ),
    Exhibit(
        id="tab-police-powers-census-test",
        title="Do higher rules collect and lower rules restrict? An exact test by instrument",
        frame=association.under_codings,
        caption=(
            "Instruments that collect / restrict, for national laws with administrative "
            "regulations (higher) and all other levels (lower), under {n_codings} codings. In the "
            "main coding the odds of collecting are {test_ratio} times as high above as below "
            "(exact interval {test_ratio_low} to {test_ratio_high}, p {test_p}). Over the codings "
            "the odds ratio runs from {test_ratio_min} to {test_ratio_max} and p from "
            "{test_p_min} to {test_p_max}; without local regulations it is "
            "{test_ratio_without_local}, so the pattern rests on them. The unit is the "
            "instrument, because articles of the same text are not independent. The collections "
            "are no samples: the figures describe how uneven the tables are and allow no "
            "inference to Chinese law at large."
        ),
        tables=("census", "corpora"),
        interval="95 % exact conditional intervals, as description; range over codings",
        columns={
            "coding": "Coding",
            "higher": "Higher",
            "lower": "Lower",
            "instruments": "Instruments",
            "odds_ratio": "Odds ratio (interval)",
            "p": "p",
        },
    ),
    Exhibit(
        id="tab-police-powers-self-limits",
        title="Limits on the police and other state organs, and who made them",
        frame=limits.limits,
        caption=(
            "Chinese provisions in force that limit what police or state organs may do with "
            "biometric or personal data, {n_limits} in all, of which {n_limits_police} name the "
            "police. The Ministry of Public Security made {n_limits_own} by itself, which stand "
            "on top; {n_limits_legislature} come from the national legislature and "
            "{n_limits_state_council} from the State Council. For the {n_limits_powers} that are "
            "coded as powers of collection the last columns name the safeguards stated beyond a "
            "purpose and, of those that bind from outside or over time, the ones not stated; a "
            "dash means that this was not coded. Internal orders that are not published could "
            "hold more, and some rules could be read in part only."
        ),
        tables=("provisions", "powers", "safeguards", "instruments"),
        interval="None",
        columns={
            "made_by": "Made by",
            "title_en": "Instrument",
            "article": "Article",
            "limit": "What it says",
            "addressee": "Addressee",
            "states": "Safeguards stated",
            "lacks": "Not stated",
        },
    ),
    Exhibit(
        id="tab-police-powers-openings",
        title="Provisions that yield to other law",
        frame=provisions.openings,
        caption=(
            "Articles of current law that give way to other law, {n_openings} in all: "
            "{n_opening_cn} of {n_provisions_cn} Chinese and {n_opening_eu} of {n_provisions_eu} "
            "European ones. Of the Chinese ones {n_openings_police_cn} also hold a carve-out that "
            "police can use. An opening does not lift a duty by itself; it lets a later statute "
            "or regulation do so without touching the article."
        ),
        tables=("provisions", "instruments"),
        interval="None",
        columns={
            "side": "Side",
            "title_en": "Instrument",
            "article": "Article",
            "topic": "Subject",
            "paraphrase": "What it says",
            "carve_out": "Carve-out police can use",
        },
    ),
)
