"""Exhibits of the chapter on DNA databases: what each shows, says and stands on."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.dna_databases import compare, growth, sizes
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import dna_databases_compare, dna_databases_growth, multiverse

_SIZES = ("dna_database_sizes",)


def _choices(frame: pd.DataFrame) -> Figure:
    return multiverse.chart(
        frame, label="share of the population", text=lambda value: f"{100 * value:.0f} %"
    )


def _model_table() -> pd.DataFrame:
    frame = growth.models()
    return pd.DataFrame(
        {
            "model": frame["model"],
            "aicc": frame["aicc"].map("{:.1f}".format),
            "difference": frame["difference"].map("{:.1f}".format),
            "weight": frame["weight"].map("{:.2f}".format),
            "note": frame["note"],
        }
    )


EXHIBITS = (
    Exhibit(
        id="fig-dna-databases-growth",
        title="The national police database of China, by every dated total",
        frame=growth.curves,
        draw=dna_databases_growth.growth,
        caption=(
            "All {n_points} dated totals that were found, from {size_first} million records in "
            "{year_first} to more than {size_last} million in {year_last}, by how they are stated. "
            "Left: growth slowed; a constant rate fits poorly, and the curve with a ceiling levels "
            "off below a total that was stated later, so no ceiling is printed. Right: since the end "
            "of {path_from} the totals rise by about {slope} million a year. The points come from "
            "different bodies and definitions and {n_floors} are floors: the curves describe "
            "the points and forecast nothing."
        ),
        alt=(
            "Two panels. Left, on a logarithmic scale, {n_points} marks rise steeply from "
            "{size_first} million to about {size_middle} million and then more slowly to "
            "{size_last} million; the curve of constant rate misses them at both ends. Right, the "
            "marks since {path_from} lie close to a straight line with a narrow band."
        ),
        tables=_SIZES,
        interval="95 % band of the mean of the line, as a description of the points",
        wide=True,
    ),
    Exhibit(
        id="tab-dna-databases-models",
        title="Shapes of growth compared",
        frame=_model_table,
        caption=(
            "Corrected information criterion (AICc) of each shape, its distance from the best, and "
            "its weight among the candidates. A lower criterion is better. The curve with a ceiling "
            "is {logistic_distance} behind the curve whose rate changes evenly; the constant rate is "
            "out of the running. With so few points of unlike origin, the weights rank shapes and "
            "say nothing of their truth."
        ),
        tables=_SIZES,
        interval="Weights of models, no interval",
        columns={
            "model": "Shape",
            "aicc": "AICc",
            "difference": "Behind the best",
            "weight": "Weight",
            "note": "Ceiling",
        },
    ),
    Exhibit(
        id="fig-dna-databases-share",
        title="Share of the population stored",
        frame=sizes.shares_in_book,
        draw=dna_databases_growth.shares,
        caption=(
            "Stored people or records as a share of the population of their year. The share is "
            "{share_cn} per cent in China in {share_year_cn} (all records), {share_us} in the United "
            "States in {share_year_us}, {share_gb} in the United Kingdom in {share_year_gb}, "
            "{share_fr} in France in {share_year_fr} and {share_de} in Germany in {share_year_de}. "
            "The last Chinese mark, of {year_last}, comes from a provincial laboratory, and it is not "
            "certain that it speaks of the nation. Chinese totals hold traces, American ones are "
            "profiles, in which a person may stand twice; the others count people. Lines join "
            "stated figures and claim nothing in between."
        ),
        alt=(
            "Line chart of the share of the population by year. The British line is highest until "
            "its last figure, the American one rises steadily to {share_us} per cent, the Chinese "
            "one rises fastest, from almost nothing to {share_cn} per cent in {share_year_cn} and "
            "beyond, the French one falls back to {share_fr}, and the German one stays near "
            "{share_de}."
        ),
        tables=("dna_database_sizes", "populations"),
        interval="None: stated figures; floors and rounding as in the data",
        wide=True,
    ),
    Exhibit(
        id="fig-dna-databases-rank",
        title="China among the countries of one comparison",
        frame=compare.cross_section_in_book,
        draw=dna_databases_compare.cross_section,
        caption=(
            "Profiles of people as a share of the population in {n_countries} countries, from "
            "slides by one consultant. For China the same author gave {rival_low} million in "
            "{rival_low_date} and {rival_high} million in {rival_high_date}. China ranks "
            "{rank_low}th with the first figure and {rank_high}th with the second. Whichever is "
            "right, its share was then below that of {n_above} countries, the United Kingdom, "
            "France and the United States among them."
        ),
        alt=(
            "Dot plot of countries from the largest share to the smallest. The United Kingdom leads "
            "with {share_top} per cent. China appears twice, {rank_high}th with {rival_high} million "
            "and {rank_low}th with {rival_low} million, both in the upper half."
        ),
        tables=("dna_database_sizes", "populations"),
        interval="Range between two figures of one author for China",
    ),
    Exhibit(
        id="fig-dna-databases-traces",
        title="People stored for each trace from a scene of crime",
        frame=compare.traces_in_book,
        draw=dna_databases_compare.traces,
        caption=(
            "A database that follows crimes gains people and traces together. In Germany there were "
            "{ratio_de_last} people for each trace at the last count and in France {ratio_fr_last}, "
            "fewer than before. In the United States the ratio has fallen to {ratio_us_last}. In "
            "China it rose from {ratio_cn_first} in {ratio_cn_first_year} to {ratio_cn_last} in "
            "{ratio_cn_last_year}, the last year known: people were added much faster than traces. "
            "The ratio says nothing of why a person was sampled."
        ),
        alt=(
            "Line chart of people stored for each trace. The German and French lines fall, to "
            "{ratio_de_last} and {ratio_fr_last}; the American one stands highest for long and falls "
            "to {ratio_us_last}; the Chinese one, of {n_ratio_cn} points, rises from "
            "{ratio_cn_first} to {ratio_cn_last}."
        ),
        tables=_SIZES,
        interval="None: ratios of stated figures",
        wide=True,
    ),
    Exhibit(
        id="tab-dna-databases-who",
        title="Whose profiles are stored",
        frame=compare.who_is_stored,
        caption=(
            "Groups whose profiles are stored, as far as a source was read. In all countries shown "
            "suspects are stored. For China, and for none of the others, sources also report groups "
            "that were never suspected; a German office says that people who help in a mass test are "
            "compared and not stored. The table holds examples and is no survey of laws."
        ),
        tables=("dna_entry_rules",),
        interval="None: statements as read",
        columns={
            "country": "Country",
            "group": "Group",
            "stored": "Stored",
            "who": "What the source says",
        },
    ),
    Exhibit(
        id="fig-dna-databases-choices",
        title="China's share of the population under each choice",
        frame=compare.share_choices,
        draw=_choices,
        caption=(
            "The share stored in China under {n_choices} readings: which stated size, whether all "
            "records are taken as people or only the part that was people when both were last "
            "stated, and which population. It lies between {choice_lowest} and {choice_highest} per "
            "cent. The size decides; the population does not matter. The highest values rest on the "
            "upper end of an institute's estimate."
        ),
        alt=(
            "Chart of {n_choices} shares from {choice_lowest} to {choice_highest} per cent, with "
            "marks below for the choices made. The main reading, {choice_main} per cent, is in the "
            "lower half; pairs that differ only in the population are level."
        ),
        tables=("dna_database_sizes", "populations"),
        interval="Range over readings",
        wide=True,
    ),
)
