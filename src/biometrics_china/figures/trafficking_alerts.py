"""Drawings of the alert system: recovery over time, and what had become of the children."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.analysis.trafficking.alerts import FIRST, SECOND
from biometrics_china.days import date_in_words
from biometrics_china.figures import marks, narrow, shapes, style


def recovery(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `analysis.trafficking.alerts.recovery`: all so far, then period by period."""
    height = 0.34 * len(frame) + 1.3
    figure, axes = style.canvas(
        style.WIDE, height, 1, 2, sharey=not narrow.is_on(), width_ratios=[1, 1.15]
    )
    _cumulative(axes[0], frame)
    _periods(axes[1], frame)
    words = [
        f"{date_in_words(as_of)}{narrow.either(chr(10), ', ')}{new:,} new"
        for as_of, new in zip(frame["as_of"], frame["new_published"], strict=True)
    ]
    shapes.rows(axes[0], words, ends=(0.6, 0.5), fontsize=8.5)
    if narrow.is_on():
        shapes.rows(axes[1], [line.split("\n")[0] for line in words], room=32)
    return figure


def _cumulative(axes: Axes, frame: pd.DataFrame) -> None:
    style.bare(axes, grid="x")
    axes.set_title("Found, of all published so far")
    for y, row in enumerate(
        marks.each(axes, frame, "By {as_of}: {found} found of {published} published, {share:1%}")
    ):
        axes.plot(row["share"], y, "o", color=style.BLUE, markersize=6)
        words = shapes.per_cent(row["share"], 1)
        shapes.note(axes, words, (row["share"], y), (-9, 0), ha="right")
    axes.set_xlim(0.6, 1.01)
    axes.set_xticks([0.6, 0.7, 0.8, 0.9, 1.0])
    shapes.per_cent_axis(axes)


def _periods(axes: Axes, frame: pd.DataFrame) -> None:
    style.bare(axes, grid="x")
    axes.set_title("Found, of those published since the date above")
    said = "In the time up to {as_of}: {new_published} newly published, {new_found} newly found"
    for y, row in enumerate(marks.each(axes, frame, said)):
        ends = [row["cohort_low"], row["cohort_high"]]
        axes.plot(ends, [y, y], color=style.PALE_BLUE, linewidth=7, solid_capstyle="butt")
        least = f"{shapes.per_cent(row['cohort_low'], bound='low')} or more"
        least = least if row["cohort_low"] else "anything"
        shapes.note(
            axes, least, (max(row["cohort_low"], 0.4), y), (-6, 8), ha="right", va="baseline"
        )
        axes.plot(row["naive"], y, "x", color=style.ORANGE, markersize=7, markeredgewidth=2)
        shapes.note(
            axes,
            shapes.per_cent(row["naive"], 1),
            (max(row["naive"], 1), y),
            (10, 0),
        )
    axes.axvline(1, color=style.MUTED, linewidth=0.8)
    axes.set_xlim(-0.02, 1.6)
    axes.set_xticks([0, 0.5, 1.0])
    shapes.per_cent_axis(axes)
    words = "what the counts allow, by the last date"
    band = axes.plot([], [], color=style.PALE_BLUE, linewidth=7, label=words)[0]
    cross = axes.plot(
        [],
        [],
        "x",
        color=style.ORANGE,
        markersize=7,
        markeredgewidth=2,
        label="found over published, as if the same children",
    )[0]
    axes.figure.legend(handles=[band, cross], loc="outside upper right", ncols=2)


def reasons(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `analysis.trafficking.alerts.reasons`: two marks a reason."""
    names = list(frame["reason"].drop_duplicates())
    figure, (axes,) = style.canvas(style.COLUMN, 0.62 * len(names) + 0.7)
    style.bare(axes, grid="x")
    for year, colour, mark, shift in (
        (FIRST, style.BLUE, "o", -0.17),
        (SECOND, style.ORANGE, "s", 0.17),
    ):
        part = frame[frame["year"].eq(year)]
        for row in marks.each(axes, part, "{reason}, {year}: {count}, {share:1%} of those found"):
            y = names.index(row["reason"])
            axes.plot(row["share"], y + shift, mark, color=colour, markersize=6.5)
            shapes.note(
                axes,
                f"{shapes.per_cent(row['share'], 1)}   {row['count']:,}",
                (row["share"], y + shift),
                (9, 0),
            )
        axes.plot([], [], mark, color=colour, markersize=6.5, label=f"found in the {year}")
    gap = narrow.either(",\n", ", ")
    named = [n.replace(", visiting", f"{gap}visiting") for n in names]
    shapes.rows(axes, named, ends=(0.5, 0.5), room=34)
    axes.set_xlim(-0.01, 0.78)
    axes.set_xticks([0, 0.2, 0.4, 0.6])
    shapes.per_cent_axis(axes)
    figure.legend(loc="outside upper left", ncols=2)
    return figure
