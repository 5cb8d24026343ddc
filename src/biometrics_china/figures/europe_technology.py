"""Exhibits of the chapter on technology between Europe and China."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.europe_technology import industry, lists, places, supplies, survey
from biometrics_china.analysis.europe_technology.numbers import choices_in_book
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import (
    europe_technology_lists,
    europe_technology_supplies,
    multiverse,
)


def _choices(frame: pd.DataFrame) -> Figure:
    return multiverse.chart(
        frame, label="share of public bodies", text=lambda value: f"{100 * value:.0f} %", top=1.8
    )


EXHIBITS = (
    Exhibit(
        id="tab-europe-technology-european",
        title="What is documented of European firms",
        frame=supplies.european_in_book,
        caption=(
            "Every link between a European firm and Chinese police or police research that the book "
            "found, with the firm's answer as the source reports it. {n_european} supplies by "
            "{n_european_firms} firms are documented; the other rows are a cooperation outside the "
            "field and a report without a product, kept because they are cited as supply. No amount "
            "of money is known for any of them."
        ),
        tables=("technology_supplies",),
        interval="None: a collection of reports",
        columns={
            "firms": "Firm",
            "product": "Product",
            "to": "To",
            "date": "Date",
            "basis": "Link",
            "answer": "Answer",
        },
    ),
    Exhibit(
        id="fig-europe-technology-supplies",
        title="Documented supply of western technology to Chinese police",
        frame=supplies.timeline_in_book,
        draw=europe_technology_supplies.timeline,
        caption=(
            "Dated links by firm. Filled marks name Xinjiang, Tibet or samples from there. Most of "
            "what is documented is American genetic technology in western China, because "
            "journalists searched the tenders of that region for it. The figure shows what was "
            "looked for and found; it is no measure of trade. Links without a date are left out."
        ),
        alt=(
            "Timeline with one line for each firm and a mark for each dated link. A European maker "
            "of face recognition has one early mark; an American maker of DNA equipment has many "
            "marks, most of them filled for western China, and two withdrawals."
        ),
        tables=("technology_supplies",),
        interval="None: dates as reported, months and years drawn at their middle",
    ),
    Exhibit(
        id="fig-europe-technology-lists",
        title="Bodies put on lists, over time",
        frame=lists.cumulative_in_book,
        draw=europe_technology_lists.steps,
        caption=(
            "Running number of bodies put on a list, each counted once for a jurisdiction on the day "
            "of its first entry there. The United States put {n_listed_us} on its lists, and "
            "{n_standing_us} are still on one; the mark stands where a body left the last list it "
            "was on. The European Union, the United Kingdom and Canada list one each, the same police "
            "bureau. The panels have different scales. Officials, bans on equipment and entries whose "
            "names were not read are not counted. The lines end with the last act, {last_act}."
        ),
        alt=(
            "Two step charts. Above, the United States climbs in steps to {n_listed_us} bodies; a mark "
            "shows the forensic institute of the police ministry coming off every list. Below, on its "
            "own scale, the European Union, the United Kingdom and Canada rise once to one body."
        ),
        tables=("listings",),
        interval="None: a count of entries read",
    ),
    Exhibit(
        id="fig-europe-technology-technologies",
        title="Listed bodies by technology",
        frame=lists.by_technology_in_book,
        draw=europe_technology_lists.technologies,
        caption=(
            "A body counts under each of its technologies, also when it came off a list. "
            "{n_listed_dna} were listed for genetic technology or biotechnology. {n_listed_none} "
            "bodies without a technology, most of them listed for forced labour, are left out."
        ),
        alt=(
            "Bar chart of listed bodies by technology. Surveillance systems, several technologies, "
            "biotechnology and video surveillance lead; the bar of the other jurisdictions is short "
            "and stands under several technologies alone."
        ),
        tables=("listings",),
        interval="None: a count of entries read",
    ),
    Exhibit(
        id="fig-europe-technology-bodies",
        title="British public bodies with Chinese cameras, of those that answered",
        frame=survey.survey,
        draw=europe_technology_supplies.survey,
        caption=(
            "Share of bodies that said they use cameras of Hikvision or Dahua (police: Hikvision "
            "only). Lines enclose the 95 per cent Wilson intervals of every count that the printed "
            "percentage allows. They treat those that answered as a sample of their kind; who "
            "answers a request is not chance, and the next figure says how much that leaves open."
        ),
        alt=(
            "Forest plot with one line for each kind of public body. Local authorities are highest "
            "at {share_local} per cent, then colleges and schools; police are lowest at "
            "{share_police} per cent with a wide interval."
        ),
        tables=("deployments",),
        interval="95 per cent Wilson intervals, widened to all possible counts",
    ),
    Exhibit(
        id="fig-europe-technology-choices",
        title="The same survey under every reading",
        frame=choices_in_book,
        draw=_choices,
        caption=(
            "{n_choices} readings. What decides is what is assumed of the bodies that did not "
            "answer: if none of them uses such cameras the share of all is {choice_low} per cent, "
            "if all do it is {choice_high}. The pooled kinds and the exact counts matter little. "
            "The number of all bodies is taken from the campaign group's own estimate."
        ),
        alt=(
            "Dots in order of size with the choices marked below. Most readings lie close together "
            "in the middle; the two assumptions about silent bodies lie far below and far above."
        ),
        tables=("deployments",),
        interval="Range over readings; the outer ones are partial-identification bounds",
    ),
    Exhibit(
        id="fig-europe-technology-places",
        title="What sources count, country by country",
        frame=places.by_measure_in_book,
        draw=europe_technology_supplies.places,
        caption=(
            "Number of records by country and by what they count. The records of one country count "
            "bodies, those of another cameras, networks or money, and some only confirm use. That is "
            "why this book ranks no countries."
        ),
        alt=(
            "Grid of countries against what is counted, a dot with a number where there are records. "
            "Most countries have records in one or two columns only."
        ),
        tables=("deployments",),
        interval="None: a count of records",
        wide=True,
    ),
    Exhibit(
        id="tab-europe-technology-faces",
        title="Face recognition of Chinese make in Europe, as recorded",
        frame=places.faces_in_book,
        caption=(
            "Every record on face recognition in Europe, with how far it went. Announced, planned "
            "and advertised are not in use."
        ),
        tables=("deployments",),
        interval="None: values as reported",
        columns={
            "place": "Place",
            "system": "System",
            "operator": "User",
            "date": "Year",
            "stage": "How far",
            "value": "Value",
        },
    ),
    Exhibit(
        id="tab-europe-technology-industry",
        title="What the book records of the firms that stand for the industry",
        frame=industry.industry_in_book,
        caption=(
            "Records of each firm and of the bodies that are parts of it, by kind. The pages of the "
            "register give every record, ended entries too, and the firms' own statements. Many records "
            "are not many wrongs: lists, standards and cameras in Europe are different things."
        ),
        tables=("entities", "entity_names"),
        interval="None: a count of the book's own records",
        columns={
            "firm": "Firm",
            "list": "Lists and orders",
            "standard": "Standards drafted",
            "technology": "Documented technology",
            "supply": "Supply in China",
            "deployment": "In Europe",
            "answer": "Own statements",
        },
    ),
)
