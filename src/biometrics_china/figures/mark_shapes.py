"""The outlines of the marks of a drawing, whose layout is made, with one digit of a point."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

#: points: no mark is a smaller target than this, measured from its middle
_LEAST = 4.0


def whole(shapes: list[str]) -> tuple[str, ...]:
    """Return the parts of a mark, each once; lines within a box are signs that it bears."""
    boxed = any(shape.startswith("<rect") for shape in shapes)
    return tuple(dict.fromkeys(s for s in shapes if not (boxed and s.startswith("<path"))))


def shapes(figure: Figure, artist: Artist, point: int | None = None) -> Iterator[str]:
    """Yield the outline of a part of a drawing, or of one `point` of it, as elements of SVG.

    Places are in points from the upper left. What is neither mark, line nor bar has none.
    """
    scale, height = 72 / figure.dpi, 72 * figure.get_figheight()

    def placed(data: Any, transform: Any) -> NDArray[np.float64]:
        at = np.asarray(transform.transform(np.asarray(data, dtype=float))) * scale
        return np.column_stack([at[:, 0], height - at[:, 1]])

    if isinstance(artist, Rectangle):
        yield from _box(placed(np.asarray(artist.get_path().vertices)[:4], artist.get_transform()))
    elif isinstance(artist, PathCollection):
        at = placed(artist.get_offsets(), artist.get_offset_transform())
        sizes = np.resize(artist.get_sizes(), len(at))
        for n in range(len(at)) if point is None else [point]:
            yield from _dot(at[n], float(np.sqrt(sizes[n])) / 2)
    elif isinstance(artist, LineCollection):
        for segment in artist.get_segments():
            yield from _line(placed(segment, artist.get_transform()))
    elif isinstance(artist, Line2D):
        at = placed(artist.get_xydata(), artist.get_transform())
        if artist.get_marker() not in ("None", "", " ", None):
            for n in range(len(at)) if point is None else [point]:
                yield from _dot(at[n], artist.get_markersize() / 2)
        elif point is None and len(at) > 1:
            yield from _line(at)


def _line(at: NDArray[np.float64]) -> Iterator[str]:
    places = [f"{_short(x)} {_short(y)}" for x, y in at]
    if np.isfinite(at).all() and len({*places}) > 1:
        yield f'<path d="M{"L".join(places)}"/>'


def _box(corners: NDArray[np.float64]) -> Iterator[str]:
    (x, y), (right, low) = corners.min(axis=0), corners.max(axis=0)
    width, height = _short(right - x), _short(low - y)
    if "0" not in (width, height):
        yield f'<rect x="{_short(x)}" y="{_short(y)}" width="{width}" height="{height}"/>'


def _dot(at: NDArray[np.float64], radius: float) -> Iterator[str]:
    if np.isfinite(at).all():
        radius = max(radius, _LEAST)
        yield f'<circle cx="{_short(at[0])}" cy="{_short(at[1])}" r="{_short(radius)}"/>'


def _short(place: float) -> str:
    """Return a place with one digit; what lies a last bit beside a tie lies on it first."""
    return f"{round(float(place), 4) + 0.0:z.1f}".removesuffix(".0")
