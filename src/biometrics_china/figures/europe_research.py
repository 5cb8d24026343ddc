"""Exhibits of the chapter on research between Europe and China."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.europe_research import counts, listed, retractions
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import europe_research_counts, europe_research_papers, multiverse


def _choices(frame: pd.DataFrame) -> Figure:
    return multiverse.chart(
        frame, label="median lag, months", text=lambda value: f"{value:.0f}", top=1.8
    )


EXHIBITS = (
    Exhibit(
        id="tab-europe-research-links",
        title="Links of European bodies that are documented",
        frame=counts.links_in_book,
        caption=(
            "Each link between a European body and Chinese research on biometric data that the book "
            "found, with the answer or ruling that a source reports. An empty answer means that none "
            "was read. A link is not a wrong: several of these bodies ended or reviewed the work."
        ),
        tables=("research_links",),
        interval="None: a collection of reports",
        columns={
            "bodies": "European body",
            "kind": "Kind",
            "subject": "What is documented",
            "partner": "Chinese body",
            "answer": "Answer or ruling",
        },
    ),
    Exhibit(
        id="fig-europe-research-audits",
        title="What journalists, editors and critics counted",
        frame=counts.audits_in_book,
        draw=europe_research_counts.audits,
        caption=(
            "Parts of a whole with exact 95 per cent intervals, which describe these few cases and "
            "no larger set. Open marks are bounds: the part is a lower bound, or the source does not "
            "say that the part lies within the whole."
        ),
        alt=(
            "A share with a wide interval for each of the counts. A few marks are filled, the "
            "others open, since they are bounds."
        ),
        tables=("research_links",),
        interval="95 per cent exact intervals (Clopper and Pearson), as a description",
        wide=True,
    ),
    Exhibit(
        id="fig-europe-research-retractions",
        title="From publication to retraction, paper by paper",
        frame=retractions.spans_in_book,
        draw=europe_research_papers.spans,
        caption=(
            "Papers on populations in China whose title and publication date were seen. Dates known "
            "by month or year stand in their middle; an open cross means retracted by that day at "
            "the latest; a short dotted line, that the day of retraction was not seen. "
            "{n_index_untitled} further entries of an index bear no title and are not drawn."
        ),
        alt=(
            "One horizontal line for each paper from its publication to its retraction or note of "
            "concern. Most run for years and end in clusters on the same days; a few with an author "
            "at a European body are set apart by colour."
        ),
        tables=("retractions",),
        interval="Dates at their own precision, drawn in the middle",
    ),
    Exhibit(
        id="fig-europe-research-choices",
        title="The median lag under every reading",
        frame=retractions.choices_in_book,
        draw=_choices,
        caption=(
            "{n_choices} readings of the median time from publication to retraction, from "
            "{choice_low} to {choice_high} months. Whether papers dated only by a latest day are "
            "kept matters most. The records are those that were found."
        ),
        alt=(
            "Dots in order of size with the choices marked below, rising from {choice_low} to "
            "{choice_high} months. Readings without papers dated by a latest day stand on the right."
        ),
        tables=("retractions",),
        interval="Range over readings",
    ),
    Exhibit(
        id="tab-europe-research-status",
        title="How much is known of each record",
        frame=retractions.by_status_in_book,
        caption=(
            "Records by what happened to the paper, and for how many the title and both dates were "
            "seen. The index also holds corrections and papers that have nothing to do with China; "
            "its entries are no count of retractions."
        ),
        tables=("retractions",),
        interval="None: a count of records",
        columns={
            "status": "Status",
            "papers": "Records",
            "with_title": "Title seen",
            "with_lag": "Both dates seen",
        },
    ),
    Exhibit(
        id="fig-europe-research-listed",
        title="Work with bodies that were later listed",
        frame=listed.work_in_book,
        draw=europe_research_papers.listed,
        caption=(
            "Documented links with Chinese bodies that the United States later listed. All "
            "{n_before} began before the year of the listing, drawn as a dot in the middle of "
            "the first year. How long a link lasted is not known. A listing could not have been known "
            "then; what the body was, a police college or a police institute, could."
        ),
        alt=(
            "One line for each link with a dot at its first year and a vertical mark at the day on "
            "which its Chinese body was listed. Every dot stands to the left of its mark."
        ),
        tables=("research_links", "listings", "entity_names"),
        interval="None: years and days as reported",
        wide=True,
    ),
    Exhibit(
        id="fig-europe-research-military",
        title="Publications of European universities with Chinese military universities",
        frame=counts.military_in_book,
        draw=europe_research_counts.military,
        caption=(
            "Publications of two decades on all subjects, as journalists counted them; they are "
            "not about biometrics. {military} of more than {military_base} joint publications, at "
            "most {military_share} per cent. The hatched bar is what is left of the total. "
            "The countries differ in size, and the bars are no ranking of care."
        ),
        alt=(
            "Bar chart of publications by country. The United Kingdom has {military_top} per cent "
            "of them, far ahead of Germany, the Netherlands and Sweden; a hatched bar holds all "
            "others."
        ),
        tables=("research_links",),
        interval="None: counts as reported",
    ),
    Exhibit(
        id="tab-europe-research-money",
        title="What is known of money",
        frame=counts.money_in_book,
        caption=(
            "Every amount of public or Chinese money for such research that was found. No table of "
            "European projects with Chinese partners on biometrics was found, so no share of public "
            "money can be given."
        ),
        tables=("research_links",),
        interval="Bounds where the source gives bounds",
        columns={
            "subject": "What",
            "bodies": "Bodies",
            "years": "Years",
            "value": "Value",
            "note": "Remark",
        },
    ),
)
