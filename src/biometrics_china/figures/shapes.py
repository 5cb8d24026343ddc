"""What many drawings share: rows and heads of a grid, words and arrows beside a mark, bars, legends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from biometrics_china.figures import style


def two_part_bars(frame: pd.DataFrame, parts: dict[str, str], label: str) -> Figure:
    """Draw a bar a row, named by the first column, in two parts with the total at its end.

    `parts` gives the two columns and what the legend calls them; the second part is hatched.
    `label` names the axis of numbers.
    """
    names = frame[frame.columns[0]]
    (first, first_label), (second, second_label) = parts.items()
    figure, (axes,) = style.canvas(style.COLUMN, 0.3 * len(frame) + 0.9)
    style.bare(axes, grid="x")
    axes.barh(names, frame[first], color=style.BLUE, height=0.62, label=first_label)
    axes.barh(
        names,
        frame[second],
        left=frame[first],
        color=style.PALE_ORANGE,
        height=0.62,
        hatch="////",
        edgecolor=style.PAPER,
        linewidth=0,
        label=second_label,
    )
    for name, total in zip(names, frame[first] + frame[second], strict=True):
        note(axes, str(total), (total, name), (4, 0), color=style.MUTED)
    axes.margins(x=0.08, y=0.02)
    axes.set_xlabel(label)
    figure.legend(loc="outside upper left", ncols=2)
    return figure


def rows(
    axes: Axes,
    names: Sequence[str] | pd.Series,
    ends: tuple[float, float] = (0.6, 0.4),
    **look: Any,
) -> None:
    """Name the rows 0, 1, 2 … from the top; `ends` is the room above the first and below the last."""
    axes.set_yticks(range(len(names)), names, **look)
    axes.set_ylim(len(names) - ends[1], -ends[0])


def heads(axes: Axes, names: Sequence[str], room: float = 0.6, **look: Any) -> None:
    """Name the columns 0, 1, 2 … of a grid above it; `room` is left of the first."""
    axes.set_xticks(range(len(names)), names, **look)
    axes.set_xlim(-room, len(names) - 0.4)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)


def count(axes: Axes, x: Any, y: Any, words: object, **look: Any) -> None:
    """Write a number, or a letter, in the middle of its mark or cell."""
    look = {"ha": "center", "va": "center", "fontsize": 9, **look}
    axes.text(x, y, str(words), **look)


def put(axes: Axes, x: Any, y: Any, mark: str, color: str, *, filled: bool, **look: Any) -> None:
    """Draw marks without a line between them, filled or open."""
    face = color if filled else style.PAPER
    axes.plot(x, y, mark, color=color, markerfacecolor=face, **look)


def note(
    axes: Axes, words: str, at: tuple[Any, Any], shift: tuple[float, float], **look: Any
) -> None:
    """Write words beside the place `at`, `shift` points to the right of it and above it."""
    look = {"va": "center", "fontsize": 9, **look}
    axes.annotate(words, at, xytext=shift, textcoords="offset points", **look)


def arrow(axes: Axes, x: float, y: float, *, to: float, color: str) -> None:
    """Draw an arrow from a mark to the side on which the true value lies."""
    looks = {"arrowstyle": "->", "color": color, "lw": 1.6}
    axes.annotate("", (to, y), (x, y), arrowprops=looks)


def mark(marker: str, color: str, label: str, *, filled: bool = True, **look: Any) -> Line2D:
    """Return a mark for a legend, filled or open."""
    look = {"color": color, "markerfacecolor": color if filled else style.PAPER, **look}
    return Line2D([], [], marker=marker, linestyle="none", label=label, **look)
