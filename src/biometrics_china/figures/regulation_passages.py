"""Drawings of the passage from draft to adoption."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.figures import marks, shapes, style
from biometrics_china.figures.meanings import PLACE

_STYLES = {
    "China": (PLACE["China"], "-"),
    "European Union": (PLACE["European Union"], (0, (5, 1.5))),
    "Laws of the national legislature": (PLACE["China"], "-"),
    "State Council regulations": (PLACE["China"], (0, (1.2, 1.2))),
    "Ministry and cyberspace rules": (PLACE["China"], (0, (6, 1.5))),
    "National standards": (PLACE["China"], (0, (3, 1, 1, 1))),
    "Local congress rules": (PLACE["China"], (0, (1, 3))),
}
_YEAR = 365.25


def passage_curves(frame: pd.DataFrame) -> Figure:
    """Draw the curves from `analysis.regulation.passages.curves`, one panel a comparison."""
    panels = list(frame["panel"].unique())
    figure, axes = style.canvas(style.WIDE, 3.7, 1, len(panels), sharey=True)
    for place, (panel, ax) in enumerate(zip(panels, axes, strict=True)):
        part = frame[frame["panel"].eq(panel)]
        _panel(ax, part, with_interval=place == 0)
        ax.set_title(panel)
    axes[0].set_ylabel("share of drafts not yet adopted")
    figure.supxlabel("years since the first public draft", fontsize=9.5, color=style.MUTED)
    return figure


def _panel(axes: Axes, frame: pd.DataFrame, *, with_interval: bool) -> None:
    style.bare(axes, grid="y")
    axes.axhline(0.5, color=style.MUTED, linewidth=0.8, linestyle=(0, (1, 2)))
    for group, part in frame.groupby("group", sort=False):
        colour, dash = _STYLES[str(group)]
        years = part["day"] / _YEAR
        axes.step(
            years,
            part["survival"],
            where="post",
            color=colour,
            linestyle=dash,
            linewidth=2.0,
            label=f"{group} (n = {part['n'].iloc[0]})",
        )
        if with_interval:
            axes.fill_between(
                years,
                part["low"].fillna(part["survival"]),
                part["high"].fillna(part["survival"]),
                step="post",
                color=colour,
                alpha=0.14,
                linewidth=0,
            )
    axes.set_ylim(0, 1.02)
    axes.set_xlim(0)
    axes.set_yticks(np.linspace(0, 1, 5))
    shapes.per_cent_axis(axes, "y")
    axes.legend(loc="upper right", fontsize=9, handlelength=2.6)


def passage_choices(frame: pd.DataFrame) -> Figure:
    """Draw the medians from `analysis.regulation.passages.sensitivity`, one row a choice."""
    choices = list(frame["choice"].unique())
    figure, (axes,) = style.canvas(style.WIDE, 0.46 * len(choices) + 1.1)
    style.bare(axes, grid="x")
    limit = np.nanmax(frame[["median", "high"]].to_numpy(dtype=float)) * 1.08
    for group, marker, shift in (
        ("China", "o", -0.13),
        ("European Union", "D", 0.13),
    ):
        rows, colour = frame[frame["group"].eq(group)], PLACE[group]
        part = rows.set_index("choice").loc[choices]
        y = np.arange(len(choices)) + shift
        high = part["high"].fillna(limit)
        axes.hlines(y, part["low"], high, color=colour, linewidth=1.6)
        open_end = part["high"].isna().to_numpy()
        axes.plot(
            np.full(open_end.sum(), limit),
            y[open_end],
            marker=">",
            color=colour,
            linestyle="none",
            markersize=5,
        )
        medians = axes.plot(
            part["median"],
            y,
            marker=marker,
            color=colour,
            linestyle="none",
            markersize=6,
            label=group,
        )
        marks.tell(medians, rows, "{choice}, {group}: {median} days in the median, {n:many draft}")
    shapes.rows(axes, choices, ends=(0.6, 0.5))
    axes.set_xlim(0, limit * 1.02)
    shapes.count_axis(axes)
    axes.set_xlabel("median days from first public draft to adoption")
    figure.legend(loc="outside upper right", ncols=2)
    return figure
