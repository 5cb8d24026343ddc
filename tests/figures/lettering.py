"""Reads the words of a drawing: what stands where, how large, and what is covered."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

Corners = list[tuple[float, float]]


@dataclass(frozen=True)
class Label:
    """A text as it was drawn: words, size in points and corners in pixels, anticlockwise."""

    words: str
    points: float
    corners: Corners


def labels_of(figure: Figure) -> tuple[Label, ...]:
    """Return the labels that are really drawn; a tick beyond the axis has a text that is not."""
    seen: dict[int, Text] = {}
    draw = Text.draw

    def record(self: Text, renderer: object, *args: object, **rest: object) -> None:
        if self.get_visible() and self.get_text().strip():
            seen[id(self)] = self
        draw(self, renderer, *args, **rest)

    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # once for the layout, once to look
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Text, "draw", record)
        canvas.draw()
    return tuple(_label(text, canvas.get_renderer()) for text in seen.values())


def _label(text: Text, renderer: object) -> Label:
    """Return the corners of a text, turned as it is: its own box is that of the unturned text."""
    box, angle = text.get_window_extent(renderer), text.get_rotation()
    centre = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    text.set_rotation(0)
    flat = text.get_window_extent(renderer)
    text.set_rotation(angle)
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    half = [
        (x * flat.width / 2, y * flat.height / 2) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    corners = [(centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos) for x, y in half]
    return Label(text.get_text(), text.get_fontsize(), corners)


def area(corners: Corners) -> float:
    """Return the area of a polygon (shoelace formula)."""
    if len(corners) < 3:
        return 0.0
    x, y = np.array(corners).T
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2


def common(one: Corners, other: Corners) -> Corners:
    """Return what two convex polygons share (Sutherland and Hodgman 1974)."""
    for start, end in zip(other, [*other[1:], other[0]], strict=True):
        one = list(_left_of(start, end, one))
    return one


def _left_of(
    start: tuple[float, float], end: tuple[float, float], polygon: Corners
) -> Iterator[tuple[float, float]]:
    def side(point: tuple[float, float]) -> float:
        return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (
            point[0] - start[0]
        )

    for before, point in zip([*polygon[-1:], *polygon[:-1]], polygon, strict=True):
        a, b = side(before), side(point)
        if (a < 0) != (b < 0):
            t = a / (a - b)
            yield (before[0] + t * (point[0] - before[0]), before[1] + t * (point[1] - before[1]))
        if b >= 0:
            yield point


def overlap(one: Label, other: Label) -> float:
    """Return the shared area as a share of the smaller label."""
    least = min(area(one.corners), area(other.corners))
    return area(common(one.corners, other.corners)) / least if least else 0.0
