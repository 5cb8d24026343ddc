"""The second drawing of each figure, for screens as narrow as a phone: what is other than in the first.

The same function draws both from the same frame. Inside `drawn` the canvas is as wide as the text on a
phone, panels stand below each other, names of rows stand above their rows, heads of columns that find no
room are turned, and legends get as many columns as fit. `narrow_fit` then gives rows the room that
they need. A drawing asks `is_on` where it has to do more itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, TypeVar

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.legend import Legend
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

#: inches: 356 px of a page, as wide as the text of a phone of 390 px
WIDTH = 267 / 72
#: points: the room that words have
ROOM = 255.0
#: points: the smallest type, 12 px
LEAST = 9.0
#: points from line to line of that type
LINE = 11.8

_Any = TypeVar("_Any")

_is_on: ContextVar[bool] = ContextVar("narrow", default=False)


@contextmanager
def drawn() -> Iterator[None]:
    """Draw for a narrow screen inside this block."""
    token = _is_on.set(True)
    try:
        yield
    finally:
        _is_on.reset(token)


def is_on() -> bool:
    """Return whether a narrow drawing is being made."""
    return _is_on.get()


def either(wide: _Any, narrow: _Any) -> _Any:
    """Return the first in a wide drawing, the second in a narrow one."""
    return narrow if is_on() else wide


@cache
def width(words: str, size: float = LEAST, weight: str = "normal") -> float:
    """Return how many points a line of words takes."""
    face = FontProperties(family="Source Sans Pro", weight=weight)
    return float(text_to_path.get_text_width_height_descent(words, face, ismath=False)[0]) * (
        size / face.get_size_in_points()
    )


def wrapped(
    words: str, room: float = ROOM, size: float = LEAST, weight: str = "normal"
) -> list[str]:
    """Return words in lines that are no wider than `room` points; a break that is there stays."""
    lines: list[str] = []
    for part in words.split("\n"):
        line = ""
        for word in re.split(r" +(?!%)", part.strip()):
            longer = f"{line} {word}".strip()
            if line and width(longer, size, weight) > room:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def balanced(words: str, room: float, size: float, weight: str = "normal") -> list[str]:
    """Return words in as few lines as `wrapped`, of about one length, so that no word stands alone."""
    lines = wrapped(words, room, size, weight)
    for share in range(39, 19, -1):
        fewer = wrapped(words, room * share / 40, size, weight)
        if len(fewer) > len(lines) or any(width(line, size, weight) > room for line in fewer):
            break
        lines = fewer
    return lines


def folded(words: str, room: float = ROOM, size: float = LEAST, weight: str = "normal") -> str:
    """Return words as `wrapped` does, in one text."""
    return "\n".join(wrapped(words, room, size, weight))


class Narrow(Figure):
    """A figure for a narrow screen: legends and common labels fold themselves to its width."""

    def legend(self, **look: Any) -> Legend:  # type: ignore[override]
        """Name the marks above or below the panels, in as many columns as fit."""
        handles = look.pop("handles", None) or [
            handle for axes in self.axes for handle in axes.get_legend_handles_labels()[0]
        ]
        handles = [handle for handle in handles if str(handle.get_label()).strip()]
        labels = [folded(str(handle.get_label()), ROOM - 30) for handle in handles]
        side = "lower" if "lower" in str(look.get("loc", "")) else "upper"
        chosen: dict[str, Any] = {
            "handles": handles, "labels": labels, "loc": f"outside {side} left", "fontsize": LEAST,
            "ncols": _columns(labels), "handlelength": 1.6, "handletextpad": 0.4, "borderpad": 0.1,
            "columnspacing": 1.2, "labelspacing": 0.35,
        }  # fmt: skip
        legend: Legend = super().legend(**chosen)
        return legend

    def supxlabel(self, t: str, **look: Any) -> Text:
        """Write a label below all panels, in lines that fit."""
        return super().supxlabel(folded(t), **(look | {"fontsize": LEAST}))


def _columns(labels: list[str]) -> int:
    """Return how many columns of a legend fit beside each other."""
    for columns in range(len(labels), 1, -1):
        least, longer = divmod(len(labels), columns)
        parts, rest = [], list(labels)
        for n in range(columns):
            size = least + (n < longer)
            parts.append(rest[:size])
            rest = rest[size:]
        wide = [max(width(line) for label in part for line in label.split("\n")) for part in parts]
        if sum(wide) + 19 * len(wide) + 11 * (len(wide) - 1) <= ROOM - 4:
            return columns
    return 1


def canvas(
    height: float, rows: int, columns: int, *, beside: bool, **grid: Any
) -> tuple[Figure, list[Axes]]:
    """Return a figure of `WIDTH` × `height` and its axes; panels stand below each other."""
    figure = Narrow(figsize=(WIDTH, height), layout="constrained")
    if not beside and columns > 1:
        grid.pop("width_ratios", None)
        rows, columns = rows * columns, 1
    axes = figure.subplots(rows, columns, squeeze=False, **grid)
    return figure, list(axes.flat)
