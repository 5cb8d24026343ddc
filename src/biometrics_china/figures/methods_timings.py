"""Exhibits of the section on times: the paired runs, and growth with chapters and rows."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china import tables
from biometrics_china.analysis import methods_timings
from biometrics_china.exhibits import Exhibit
from biometrics_china.figures import style

_LOOKS = {"book": (style.BLUE, "-", "o"), methods_timings.STOCK: (style.ORANGE, (0, (5, 1.5)), "s")}
_PANELS = {"chapters": "Chapters", "rows": "Rows of some tables"}


def growth(frame: pd.DataFrame) -> Figure:
    """Draw seconds of cold builds against how often chapters or rows stand, on log scales."""
    figure, panels = style.canvas(style.WIDE, 3.4, 1, 2, sharey=True)
    for axes, (kind, title) in zip(panels, _PANELS.items(), strict=True):
        _panel(axes, frame[frame["kind"].eq(kind)])
        axes.set_xlabel(title)
    panels[0].set_ylabel("Seconds, logarithmic scale")
    panels[0].legend(loc="upper left")
    return figure


def _panel(axes: Axes, frame: pd.DataFrame) -> None:
    style.bare(axes, grid="y")
    labels = tables.vocabulary("build_tool")
    axes.set_xscale("log")
    axes.set_yscale("log")
    for tool, (colour, dash, mark) in _LOOKS.items():
        part = frame[frame["tool"].eq(tool)]
        axes.plot(
            part["factor"], part["seconds"], color=colour, linestyle=dash, marker=mark, lw=2,
            label=labels[tool],
        )  # fmt: skip
    factors = sorted(frame["factor"].unique())
    axes.set_xticks(factors, [f"× {factor}" for factor in factors])
    seconds = [10, 20, 50, 100, 200, 500, 1000]
    axes.set_yticks(seconds, [f"{s:,}" for s in seconds])
    axes.minorticks_off()


EXHIBITS = (
    Exhibit(
        id="tab-methods-bench",
        title="How long builds take",
        frame=methods_timings.summary,
        caption=(
            "Median, lowest and highest of {timed_rounds} rounds of paired runs on {timed_on} "
            "({timed_machine}). Jupyter Book with this site gives the same pages to the byte. The "
            "tools as they come run the same cells, but make the pages of the chapters alone and "
            "so have less to do. The end of a run was seen at the next look at its memory, so all "
            "times are a little too long. Times of one machine say how tools compare on it, and "
            "little about another."
        ),
        tables=("timings",),
        interval="Range of the rounds",
        columns={
            "tool": "Built with",
            "version": "Version",
            "task": "Since the build before",
            "runs": "Runs",
            "median_s": "Median (s)",
            "lowest_s": "Lowest (s)",
            "highest_s": "Highest (s)",
            "peak_mib": "Most memory (MiB)",
        },
    ),
    Exhibit(
        id="fig-methods-bench",
        title="How build times grow with chapters and with rows",
        frame=methods_timings.growth,
        draw=growth,
        caption=(
            "Seconds of a cold build when each chapter but the front page, or each row of some "
            "tables, stands several times; logarithmic scales. The first point of each line is the "
            "median of {timed_rounds} rounds, the others are single runs, measured on {timed_on}. "
            "Copies were made for this measurement alone. One of a chapter shows the figures of the "
            "chapter, whose files are written once, so it is less work than a new chapter."
        ),
        alt=(
            "Two line charts on logarithmic scales, this book and Jupyter Book as it comes. The "
            "seconds of a cold build rise for both: with {most_chapters} times the chapters from "
            "{seconds_cold} to {most_chapters_seconds} for this book, where the other takes "
            "{most_chapters_seconds_stock}; with {most_rows} times the rows to "
            "{most_rows_seconds}, where the other takes {most_rows_seconds_stock}."
        ),
        tables=("timings",),
        interval="None: single runs, and medians for the first points",
    ),
)
