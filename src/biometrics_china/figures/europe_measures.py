"""Exhibits of the chapter on European measures."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.europe_measures import coverage, questions
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import europe_measures_grids, multiverse


def _choices(frame: pd.DataFrame) -> Figure:
    return multiverse.chart(
        frame, label="share that names biometrics", text=lambda v: f"{100 * v:.0f} %", top=1.8
    )


EXHIBITS = (
    Exhibit(
        id="fig-europe-measures-matrix",
        title="Risks, and the measures that answer them",
        frame=coverage.cells_in_book,
        draw=europe_measures_grids.matrix,
        caption=(
            "The strongest answer found to each risk in each field. N marks a binding rule that "
            "names biometrics, B a binding rule that does not, g guidance, gN guidance that names "
            "them; open squares apply later. {n_risks_named} of {n_risks} risks have a binding rule "
            "in force that names biometrics. An empty place means that no measure was found there."
        ),
        alt=(
            "Grid of risks against fields of measures with lettered squares. The row on use in "
            "Europe and the columns of the AI Act and of data protection hold the strongest marks; "
            "the rows on research and imports hold guidance and rules that do not name biometrics."
        ),
        tables=("measures",),
        interval="None: a reading of texts",
        wide=True,
    ),
    Exhibit(
        id="tab-europe-measures-holes",
        title="What answers each risk today, and since when",
        frame=coverage.holes_in_book,
        caption=(
            "The strongest answer in force to each risk, the first day from which it applies, whom "
            "it addresses, and a stronger one that is adopted and not yet applied."
        ),
        tables=("measures",),
        interval="None: a reading of texts",
        columns={
            "risk": "Risk",
            "now": "Strongest answer in force",
            "since": "Since",
            "where": "Where",
            "who": "Addresses",
            "coming": "Adopted, stronger",
        },
    ),
    Exhibit(
        id="fig-europe-measures-timeline",
        title="From adoption to application, measures of the Union",
        frame=coverage.timeline_in_book,
        draw=europe_measures_grids.timeline,
        caption=(
            "Each line runs from adoption to the day of application. The newest and broadest duties "
            "for firms apply last, and some of them were put off after they were adopted. Open "
            "squares lie in the future."
        ),
        alt=(
            "One line for each measure from a dot at its adoption to a square at its application. "
            "The longest lines belong to duties of firms and end in the future."
        ),
        tables=("measures",),
        interval="Dates at their own precision, drawn in the middle",
        wide=True,
    ),
    Exhibit(
        id="fig-europe-measures-force",
        title="Measures by field, legal force and mention of biometrics",
        frame=coverage.by_force_in_book,
        draw=europe_measures_grids.force,
        caption=(
            "{n_measures} measures, {n_binding} of them binding; {n_binding_named} are binding and "
            "name biometrics. The table is a selection and a field with more rows is not better "
            "covered: the AI Act stands in it article by article."
        ),
        alt=(
            "Stacked bars of measures by field. Only the AI Act and data protection have binding "
            "measures that name biometrics; research security has guidance alone."
        ),
        tables=("measures",),
        interval="None: a count of a selection",
    ),
    Exhibit(
        id="fig-europe-measures-choices",
        title="How many measures name biometrics, under every way of counting",
        frame=coverage.choices_in_book,
        draw=_choices,
        caption=(
            "{n_choices} ways of counting put the share between {choice_low} and {choice_high} per "
            "cent. Whether covering without the name counts as naming matters most. The share "
            "describes this selection."
        ),
        alt=(
            "Dots in order of size with the choices marked below. Counting indirect coverage lifts "
            "every dot; the lowest are those that count all levels and only the name."
        ),
        tables=("measures",),
        interval="Range over ways of counting",
    ),
    Exhibit(
        id="tab-europe-measures-questions",
        title="Questions to ask before, during and after",
        frame=questions.questions_in_book,
        caption=(
            "{n_questions} questions for a European institution, with a reason each and the rows of "
            "this book that it rests on, {n_question_rows} in all."
        ),
        tables=("cooperation_questions",),
        interval="None",
        columns={
            "stage": "When",
            "audience": "Who asks",
            "question": "Question",
            "reason": "Why",
            "rows": "Rests on",
        },
    ),
)
