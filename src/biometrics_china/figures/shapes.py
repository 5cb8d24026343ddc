"""What many drawings share: rows and heads of a grid, words and arrows beside a mark, bars, legends."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from biometrics_china.figures import marks, narrow, narrow_rows, style
from biometrics_china.numbers import printed

#: the paper behind words, so that no line of the grid runs through them
GROUND: dict[str, Any] = {"facecolor": style.PAPER, "edgecolor": "none", "pad": 0.8}


def two_part_bars(
    frame: pd.DataFrame,
    parts: dict[str, str],
    label: str,
    colours: tuple[str, str] = (style.BLUE, style.PALE_BLUE),
) -> Figure:
    """Draw a bar a row, named by the first column, in two parts with the total at its end.

    `parts` gives the two columns and what the legend calls them; the second part is hatched.
    `label` names the axis of numbers.
    """
    names = frame[frame.columns[0]]
    (first, first_label), (second, second_label) = parts.items()
    figure, (axes,) = style.canvas(style.COLUMN, 0.3 * len(frame) + 0.9)
    style.bare(axes, grid="x")
    bars = axes.barh(names, frame[first], color=colours[0], height=0.62, label=first_label)
    marks.tell(bars, frame, f"{{{frame.columns[0]}}}, {first_label}; {label}: {{{first}}}")
    bars = axes.barh(
        names,
        frame[second],
        left=frame[first],
        color=colours[1],
        height=0.62,
        hatch="////",
        edgecolor=style.PAPER,
        linewidth=0,
        label=second_label,
    )
    marks.tell(bars, frame, f"{{{frame.columns[0]}}}, {second_label}; {label}: {{{second}}}")
    for name, total in zip(names, frame[first] + frame[second], strict=True):
        note(axes, f"{total:,}", (total, name), (4, 0), color=style.MUTED)
    axes.margins(x=0.08, y=0.02)
    axes.set_xlabel(label)
    count_axis(axes)
    figure.legend(loc="outside upper left", ncols=2)
    return figure


def rows(
    axes: Axes,
    names: Sequence[str] | pd.Series,
    ends: tuple[float, float] = (0.6, 0.4),
    room: float = 22.0,
    *,
    above: bool = True,
    **look: Any,
) -> None:
    """Name the rows 0, 1, 2 … from the top; `ends` is the room above the first and below the last.

    In a narrow drawing the names stand above their rows, or at the left if not `above`, and the rows are
    `room` points high.
    """
    if narrow.is_on():
        narrow_rows.names_above(axes, list(names), room, GROUND, left=not above)
        return
    axes.set_yticks(range(len(names)), names, **look)
    axes.set_ylim(len(names) - ends[1], -ends[0])


def heads(axes: Axes, names: Sequence[str], room: float = 0.6, **look: Any) -> None:
    """Name the columns 0, 1, 2 … of a grid above it; `room` is left of the first."""
    if narrow.is_on():
        narrow_rows.head(axes, names, room)
        return
    axes.set_xticks(range(len(names)), names, **look)
    axes.set_xlim(-room, len(names) - 0.4)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)


def fold(words: str, letters: int) -> str:
    """Return words in lines of so many letters; a narrow drawing folds them itself, by their width."""
    return (
        words
        if narrow.is_on()
        else "\n".join(textwrap.wrap(words, letters, break_long_words=False))
    )


def count(axes: Axes, x: Any, y: Any, words: object, **look: Any) -> None:
    """Write a number, or a letter, in the middle of its mark or cell."""
    look = {"ha": "center", "va": "center", "fontsize": 9, **look}
    axes.text(x, y, str(words), **look)


def put(
    axes: Axes, x: Any, y: Any, mark: str, color: str, *, filled: bool, **look: Any
) -> list[Line2D]:
    """Draw marks without a line between them, filled or open, and return them."""
    face = color if filled else style.PAPER
    return axes.plot(x, y, mark, color=color, markerfacecolor=face, **look)


def note(
    axes: Axes, words: str, at: tuple[Any, Any], shift: tuple[float, float], **look: Any
) -> None:
    """Write words beside the place `at`, `shift` points to the right of it and above it.

    They stand on paper, so that no line of the grid runs through them, and below all marks.
    """
    look = {"va": "center", "fontsize": 9, "bbox": GROUND, "zorder": 0.8, **look}
    axes.annotate(words, at, xytext=shift, textcoords="offset points", **look)


#: side on which the true value lies → where the arrow ends, in points from the mark
_SIDES = {"right": (17, 0), "left": (-17, 0), "up": (0, 15), "down": (0, -15)}


def arrow(axes: Axes, x: Any, y: Any, color: str, side: str) -> None:
    """Draw an arrow from a mark to the side of the true value, as in `bound`."""
    look = {"arrowstyle": "<-", "color": color, "lw": 1.5, "shrinkA": 0, "shrinkB": 4}
    where: dict[str, Any] = {"textcoords": "offset points", "annotation_clip": False}
    axes.annotate("", (x, y), _SIDES[side], arrowprops=look, **where)


def bound(axes: Axes, x: Any, y: Any, mark: str, color: str, side: str, **look: Any) -> None:
    """Draw a value that is a bound: an open mark with an arrow to the side of the true value.

    `side` is right, left, up or down. Raises KeyError for another.
    """
    arrow(axes, x, y, color, side)
    put(axes, x, y, mark, color, filled=False, **{"markeredgewidth": 1.5, "zorder": 3, **look})


def doubt(axes: Axes, at: tuple[Any, Any]) -> None:
    """Write a question mark beside a mark that is doubted."""
    note(axes, "?", at, (8, 10), fontsize=11, fontweight="bold", zorder=3)


def per_cent(share: Any, digits: int = 0, bound: str = "") -> str:
    """Print a share between 0 and 1 as every drawing does: ``57 %``; `bound` as in `outward`."""
    return f"{printed(100 * share, digits, bound)} %"


def in_millions(value: float) -> str:
    """Print a number, in millions where it has as many; ``about 5 million`` where a digit is lost."""
    if value < 1e6:
        return printed(value)
    words = printed(value / 1e6, 1).removesuffix(".0")
    is_cut = float(value) % 1e6 != 0 and "." not in words
    return f"{'about ' * is_cut}{words} million"


def beside(axes: Axes, words: str, at: tuple[Any, Any], *, left: bool, free: float = 9) -> None:
    """Write words at the left or the right of a mark, `free` points from its middle."""
    note(axes, words, at, (-free if left else free, 0), ha="right" if left else "left")


def per_cent_axis(axes: Axes, which: str = "x") -> None:
    """Print the ticks of an axis of shares between 0 and 1 in per cent."""
    axis = axes.xaxis if which == "x" else axes.yaxis
    axis.set_major_formatter(lambda value, _: per_cent(value))


def count_axis(axes: Axes, which: str = "x") -> None:
    """Print the ticks of an axis of numbers with a comma at the thousands."""
    axis = axes.xaxis if which == "x" else axes.yaxis
    axis.set_major_formatter(lambda value, _: printed(value))


def whole_marks(figure: Figure) -> None:
    """Let every mark stand over the frame of its axes, which would cut one at its edge in half.

    A line without points stands for a key alone; unclipped, it would claim room at the corner.
    """
    for axes in figure.axes:
        for line in axes.lines:
            is_mark = line.get_marker() not in ("None", "", None) and len(line.get_path())
            line.set_clip_on(not is_mark)
        for spots in axes.collections:
            spots.set_clip_on(not isinstance(spots, PathCollection))


def mark(marker: str, color: str, label: str, *, filled: bool = True, **look: Any) -> Line2D:
    """Return a mark for a legend, filled or open."""
    look = {"color": color, "markerfacecolor": color if filled else style.PAPER, **look}
    return Line2D([], [], marker=marker, linestyle="none", label=label, **look)
