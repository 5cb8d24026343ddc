"""Exhibits of the chapter on police cooperation."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china import provenance, tables
from biometrics_china.analysis.europe_policing import channels, decisions, links, rules, treaties
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import europe_policing_law, europe_policing_links


def _decisions(frame: pd.DataFrame) -> Figure:
    turn = decisions.turn_date(provenance.read_rows("surrender_decisions"))
    return europe_policing_law.decisions(frame, tables.decimal_year(turn))


EXHIBITS = (
    Exhibit(
        id="fig-europe-policing-links",
        title="Arrangements of European and Chinese police",
        frame=links.timeline_in_book,
        draw=europe_policing_links.timeline,
        caption=(
            "{n_links} arrangements that searches found, those with a date drawn. A dotted line "
            "means that no source on the present state was read, a diamond that the record names "
            "biometric or genetic data or methods. Agreements last; patrols and projects come and "
            "go. What was not made public is not here."
        ),
        alt=(
            "Lines over time in groups: agreements, dialogues, patrols, training, forensic "
            "science, expert groups, posts, identification and operations. Most begin after the "
            "turn of the century and few reach the present; those with a diamond lie in forensic "
            "science, expert groups and identification and none among the agreements."
        ),
        tables=("police_links",),
        interval="Dates at their own precision, drawn in the middle",
        wide=True,
    ),
    Exhibit(
        id="tab-europe-policing-texts",
        title="What agreements say of data, as far as they were read",
        frame=links.on_data_in_book,
        caption=(
            "{n_agreements} agreements. Between {personal_low} and {personal_high} of them name "
            "personal data and between {biometric_low} and {biometric_high} biometric data: the "
            "lower bound is what was read, the upper one what the unread texts could hold."
        ),
        tables=("police_links",),
        interval="Bounds of partial identification: unread texts could say either",
        columns={
            "place": "With",
            "what": "Agreement",
            "date": "Date",
            "personal_data": "Personal data",
            "biometrics": "Biometric data",
            "note": "Remark",
        },
    ),
    Exhibit(
        id="fig-europe-policing-patrols",
        title="Chinese officers in rounds of joint patrols",
        frame=links.patrols_in_book,
        draw=europe_policing_links.patrols,
        caption=(
            "Each mark is one round of some weeks, with the number of Chinese officers. The most "
            "in any round was {most_officers}. Numbers this small were a matter of presence and "
            "sign, and no source says that officers took data home."
        ),
        alt=(
            "Marks over time, a row for each state. Those of Italy stop before the pandemic; those "
            "of Croatia go on after a gap; Serbia has two. No number is above {most_officers}."
        ),
        tables=("police_counts",),
        interval="None: counts as stated",
    ),
    Exhibit(
        id="fig-europe-policing-interpol",
        title="Interpol’s biometric files, as far as counts were read",
        frame=channels.holdings_in_book,
        draw=europe_policing_links.interpol,
        caption=(
            "Dated counts; most are stated as least values, so a rise can be read and no rate. Open "
            "marks contradict another count. Which countries contribute was not found in any "
            "source, so whether China does is not known."
        ),
        alt=(
            "Two panels of points. Above, DNA profiles rise slowly from {dna_first} to "
            "{dna_last_dated}; fingerprints stand above them, and open marks contradict two of the "
            "counts. Below, contributing countries rise, highest for faces."
        ),
        tables=("police_counts",),
        interval="Least values as stated; contradicting counts shown",
    ),
    Exhibit(
        id="fig-europe-policing-rules",
        title="What the law of each side asks",
        frame=rules.matrix_in_book,
        draw=europe_policing_law.rules,
        caption=(
            "{n_rules} provisions that were read. Of {rules_china} Chinese ones {approval_china} "
            "ask for leave of an authority and {rights_china} for regard to rights of the person; "
            "of {rules_europe} European ones {approval_europe} and {rights_europe}. A diamond marks "
            "those that name biometric or genetic data. The selection is ours, so the counts "
            "measure nothing but it."
        ),
        alt=(
            "Grid of provisions against demands. Marks of the Chinese provisions gather on the "
            "left, under approval and review; those of the European provisions on the right, under "
            "legal bases, rights and records. Few rows have a diamond."
        ),
        tables=("transfer_rules",),
        interval="None: a reading of texts",
        wide=True,
    ),
    Exhibit(
        id="fig-europe-policing-treaties",
        title="Treaties of member states with China",
        frame=treaties.grid_in_book,
        draw=europe_policing_law.treaties,
        caption=(
            "F marks a treaty whose entry into force was read, C one that a source counts without "
            "its date. Between {extradition_low} and {extradition_high} of {n_members} member "
            "states have an extradition treaty: the upper bound gives them all treaties in a "
            "Chinese count of {extradition_stated} European states that are not known by name. A "
            "dot means that none was found."
        ),
        alt=(
            "Grid of member states against extradition, legal assistance and surrender to Hong "
            "Kong. States with an extradition treaty come first, most of them in the south and "
            "east; those with legal assistance alone follow; below them most states have dots, "
            "some with a suspended agreement with Hong Kong."
        ),
        tables=("police_treaties", "police_counts"),
        interval="Bounds of partial identification for the number of states",
        wide=True,
    ),
    Exhibit(
        id="fig-europe-policing-decisions",
        title="What courts in Europe decided on surrender to China",
        frame=decisions.timeline_in_book,
        draw=_decisions,
        caption=(
            "Decisions found, {n_decisions} with the leading one, which is the dashed line. Before "
            "it {before_allowed} allowed surrender and {before_not} refused it or annulled a "
            "permission; after it {after_allowed} and {after_not}. It is a collection and no "
            "sample: nothing is tested, and a government may still hand over where no court is "
            "asked."
        ),
        alt=(
            "A row for each court with marks over time. Left of the dashed line filled squares for "
            "surrender allowed stand beside open marks for refusal; right of it there are open "
            "marks alone."
        ),
        tables=("surrender_decisions",),
        interval="None: a collection of decisions",
        wide=True,
    ),
    Exhibit(
        id="tab-europe-policing-decisions",
        title="The decisions, with their grounds",
        frame=decisions.listed_in_book,
        caption=(
            "Each decision with the grounds and the reading of assurances that were seen. Persons "
            "are not named; the case of the European Court of Human Rights bears its official title."
        ),
        tables=("surrender_decisions",),
        interval="None",
        columns={
            "date": "Date",
            "court": "Court",
            "outcome": "Outcome",
            "grounds": "Grounds",
            "assurances": "Assurances",
            "note": "Remark",
        },
    ),
    Exhibit(
        id="tab-europe-policing-stations",
        title="Service stations: what was counted, and what governments said",
        frame=links.stations_in_book,
        caption=(
            "Counts of a rights group, read in press reports, and statements of governments. They "
            "count different things: a sign on a door, a person, a site."
        ),
        tables=("police_counts",),
        interval="Range between sources",
        columns={
            "who": "Source of the count",
            "place": "Where",
            "date": "When",
            "stations": "Stations",
            "what": "What is counted",
        },
    ),
    Exhibit(
        id="tab-europe-policing-positions",
        title="What officials said",
        frame=links.positions_in_book,
        caption="Positions of authorities on the matters of this chapter, in our words.",
        tables=("police_positions",),
        interval="None",
        columns={"date": "Date", "speaker": "Who", "about": "On", "said": "Said"},
    ),
)
