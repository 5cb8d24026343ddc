"""Exhibits of the chapter on western China: what each shows, says and stands on."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.western_china import estimates, examinations, responses
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import multiverse, western_china_events, western_china_numbers

_COUNTS = ("collection_events", "populations")


def _ratio_choices(frame: pd.DataFrame) -> Figure:
    return multiverse.chart(
        frame, label="coverage, south over rest", text=lambda value: f"{value:.2f}", top=1.8
    )


def _share_choices(frame: pd.DataFrame) -> Figure:
    return multiverse.chart(
        frame, label="share sampled", text=lambda value: f"{100 * value:.1f} %", top=1.8
    )


EXHIBITS = (
    Exhibit(
        id="fig-western-china-examinations",
        title="Health examinations in Xinjiang, by year and source",
        frame=examinations.series,
        draw=western_china_numbers.series,
        caption=(
            "People examined in each round. Officials and the regional database agree closely for the "
            "second and third round and differ by {range_first} per cent for the first. A research "
            "extract of older people holds more records than officials count of all ages in one "
            "year, so records are not people. The hollow mark is a difference of two totals. "
            "Examinations are not samples kept and samples are not profiles; no published number of "
            "DNA profiles was found."
        ),
        alt=(
            "Chart of examinations by year with a mark for each source. Officials announce "
            "{exam_2016}, {exam_2017}, {exam_2018} and {exam_2019} million; the database lies above "
            "the first of these and on the next two; a research extract gives about half in one "
            "year and slightly more in the next."
        ),
        tables=("collection_events",),
        interval="Range between sources",
    ),
    Exhibit(
        id="fig-western-china-coverage",
        title="The first round in the south and in the rest of Xinjiang",
        frame=examinations.coverage,
        draw=western_china_numbers.coverage,
        caption=(
            "People examined over residents. In the southern prefectures {cover_south} per cent were "
            "examined, in the rest {cover_rest}. Bars run "
            "from the population of one census to that of the other; they are bounds and no "
            "confidence interval. A value above the whole shows that the base is at fault. The last row "
            "takes the Production and Construction Corps out of the base. People registered elsewhere "
            "were not covered; if more of them live in the rest, part of the gap is a matter of "
            "definition."
        ),
        alt=(
            "Bars with points. The southern prefectures stand at {cover_south} per cent, "
            "with bounds from {cover_south_low} to {cover_south_high}; the rest at {cover_rest}, from "
            "{cover_rest_low} to {cover_rest_high}; the rest without the Corps at {cover_corps}."
        ),
        tables=_COUNTS,
        interval="Partial-identification bounds from two censuses",
    ),
    Exhibit(
        id="fig-western-china-ratio-choices",
        title="Coverage of the south over that of the rest, under each choice",
        frame=examinations.ratio_choices,
        draw=_ratio_choices,
        caption=(
            "The ratio under {n_ratio} readings. The year of the population hardly matters. Whether the "
            "people of the Production and Construction Corps were in the count matters: the ratio "
            "falls from {ratio_main} to {ratio_lowest} if all of them were outside it. It stays above "
            "one under each. The ratio shows where examinations reached more residents. It is no "
            "measure of compulsion."
        ),
        alt=(
            "Chart of {n_ratio} ratios from {ratio_lowest} to {ratio_highest} in groups. The "
            "groups differ by how many of the Corps are taken to be outside the count; within a "
            "group the populations lie close together."
        ),
        tables=_COUNTS,
        interval="Range over readings (bounds)",
        wide=True,
    ),
    Exhibit(
        id="fig-western-china-file",
        title="Who is in the research file",
        frame=examinations.research_file,
        draw=western_china_numbers.research_file,
        caption=(
            "Ethnic groups in a file of {file_n} adults that a medical study took, in all likelihood, "
            "from the examinations. Uyghurs are {file_uyghur} per cent of the file, "
            "{registered_uyghur} of the registered population and {resident_uyghur} of residents; Han "
            "Chinese {file_han}, {registered_han} and {resident_han}. There is no sampling error. What "
            "is not known is who was left out on the way to the file, so the figure shows its make-up "
            "and proves no targeting. Kazakhs and Kyrgyz have no census mark because their count was "
            "not found."
        ),
        alt=(
            "Dumbbell chart of ethnic groups. The diamond for the file lies right of the other marks "
            "for Uyghurs, at {file_uyghur} per cent, and left of them for Han Chinese, at {file_han}. "
            "Kazakhs, Kyrgyz and Mongols are slightly higher in the file, Hui the same."
        ),
        tables=("research_file_groups", "populations"),
        interval="Range between two populations; no sampling error",
    ),
    Exhibit(
        id="fig-western-china-estimates",
        title="Published estimates for Tibet and Qinghai, recomputed",
        frame=estimates.shares,
        draw=western_china_numbers.shares,
        caption=(
            "Shares as the Citizen Lab printed them (orange) and as they follow from its numbers. For "
            "Tibet they agree. For Qinghai the lower share agrees and the upper one does not: "
            "{iris_high} scans are {qinghai_high} per cent of residents, not the "
            "{qinghai_printed} that was printed. Dashed lines are bounds that would hold if everybody "
            "sampled belonged to the group; the ethnicity of those sampled was not published. The "
            "ranges are the authors' own and are no confidence intervals."
        ),
        alt=(
            "Two panels of horizontal bars. For Tibet the bars run from about {tibet_low} to "
            "{tibet_high} per cent, and to {tibet_high_group} on the base of Tibetans only. For "
            "Qinghai the printed bar ends at {qinghai_printed} per cent and the recomputed one at "
            "{qinghai_high}; on the base of minorities only it lies far to the right."
        ),
        tables=("published_estimates", "populations"),
        interval="Range as published; bounds where a group is the base",
        wide=True,
    ),
    Exhibit(
        id="fig-western-china-share-choices",
        title="The share sampled in Tibet under each choice",
        frame=estimates.share_choices,
        draw=_share_choices,
        caption=(
            "The estimate for Tibet under {n_share} readings: which end of the published range, and "
            "which population. It lies between {share_lowest} and {share_highest} per cent. Each "
            "sample is taken for a person. The range itself comes from {counted_reports} local reports "
            "with a number, one of which, for a single municipality, would make up {weight_low} to "
            "{weight_high} per cent of all samples."
        ),
        alt=(
            "Chart of {n_share} shares from {share_lowest} to {share_highest} per cent. The main "
            "reading is {share_main} per cent; the highest values take Tibetans only as the base."
        ),
        tables=("published_estimates", "populations"),
        interval="Range over readings",
        wide=True,
    ),
    Exhibit(
        id="fig-western-china-restatements",
        title="How outlets repeat the range for Tibet",
        frame=estimates.restatements,
        draw=western_china_numbers.restatements,
        caption=(
            "Of {n_outlets} outlets that repeat the estimate, {n_upper_only} leave the lower end out "
            "(orange); that is {upper_only} per cent, with an interval of {upper_only_low} to "
            "{upper_only_high} if they were a random sample, which they are not. Several are of one "
            "campaign and two share their wording. One prints a number that belongs to a single "
            "municipality."
        ),
        alt=(
            "Dot chart with one mark an outlet. {n_range} give the range; {n_upper_only} give only "
            "its upper end, as a limit, as a number or as a floor; the others give a point inside "
            "or another number."
        ),
        tables=("estimate_restatements",),
        interval="95 % Wilson score interval, as if drawn at random",
    ),
    Exhibit(
        id="fig-western-china-disclosures",
        title="Ethnicity labels: from the artefact to the disclosure",
        frame=responses.disclosures,
        draw=western_china_events.disclosures,
        caption=(
            "Products, patents, standards and contracts that sort people by ethnicity, from the date "
            "of the artefact to the day it was made public. Where both dates are known to the month, "
            "the time between them is {lag_median} months in the middle and {lag_min} to {lag_max} "
            "in all {n_lag} cases. What has not been disclosed cannot be seen, and two cases come from "
            "one report; the figure describes disclosures and estimates no delay. Dashed lines rest "
            "on a year alone."
        ),
        alt=(
            "Chart with one line for each of {n_disclosures} cases, from an open circle for the "
            "artefact to a diamond for the disclosure. Most artefacts date from the years around "
            "{lag_artefact_year} and most disclosures from {lag_revealed_year}; the longest dated "
            "line, of {lag_max} months, is that of a test report."
        ),
        tables=("technology_events",),
        interval="None: dates as read; median and range of dated cases",
        wide=True,
    ),
    Exhibit(
        id="fig-western-china-listings",
        title="Bodies listed for abuses in Xinjiang, and exits of suppliers",
        frame=responses.listings_and_exits,
        draw=western_china_events.listings_and_exits,
        caption=(
            "Additions to the US Entity List for abuses in Xinjiang that are in this table, added up "
            "to {listed} by {listed_last}, and announcements by suppliers that they end sales or "
            "contracts. Other listings in between are left out, so the line is a floor. The figure puts "
            "dates beside each other; it does not show that one caused the other."
        ),
        alt=(
            "Step chart that rises from {listed_first} bodies in {listed_first_date} to {listed}. "
            "Triangles above mark {n_exits} announcements of exit by Thermo Fisher, Hikvision and "
            "Dahua, the last in {exit_last}."
        ),
        tables=("supplier_actions",),
        interval="None: counts of this table, a floor",
    ),
    Exhibit(
        id="tab-western-china-statements",
        title="Denials, answers, and what was put before the United Nations",
        frame=responses.statements,
        caption=(
            "{n_statements} statements, oldest first, each with what it answers. {n_firm} are by firms "
            "and {n_authority} by authorities. A denial is no proof, and neither is a report; the "
            "table puts them side by side."
        ),
        tables=("statements",),
        interval="None: statements as reported",
        columns={"date": "Date", "speaker": "Speaker", "said": "What was said", "about": "About"},
    ),
    Exhibit(
        id="tab-western-china-allegations",
        title="Grave allegations, with who makes them and on what evidence",
        frame=responses.allegations,
        caption=(
            "{n_allegations} statements on the taking of organs, on examinations in detention and on "
            "face recognition of a religious minority. Grades: C, limited; D, attributed, an "
            "allegation reported as such. None was found that could be graded higher from what was "
            "read. The Chinese state denies that organs are taken by force; its answer to the UN "
            "experts called the allegations fabricated."
        ),
        tables=("allegations",),
        interval="None: allegations, attributed and graded",
        columns={
            "date": "Date",
            "who": "Who says it",
            "allegation": "What is alleged",
            "evidence": "On what evidence",
            "grade": "Grade",
        },
    ),
)
