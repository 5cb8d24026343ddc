"""Figures as pixels that do not hang on the last bits of a coordinate.

A frame line that stands a hair to the left of the middle of a pixel is drawn on another pixel than one
a hair to the right of it, and which of the two it is may depend on the processor. So every place is
rounded to a ten-thousandth of a pixel first, and set beside the middle by a tenth of that.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.path import Path
from matplotlib.transforms import Bbox, IdentityTransform, Transform
from numpy.typing import NDArray

_STAYS = IdentityTransform()


def steady(places: Any) -> NDArray[np.float64]:
    """Return places, in pixels, that are the same on every processor and never between two pixels."""
    return np.asarray(places, dtype=np.float64).round(4) + 1e-5


def _steady_path(path: Path, transform: Transform) -> Path:
    moved = transform.transform_path(path)
    return Path(steady(moved.vertices), moved.codes)


class _Context(GraphicsContextBase):
    def set_clip_rectangle(self, rectangle: Any) -> None:
        super().set_clip_rectangle(rectangle and Bbox(steady(rectangle.get_points())))


class _Renderer(RendererAgg):
    """Agg's renderer, given steady places only."""

    def _update_methods(self) -> None:
        super()._update_methods()
        of_base = partial(RendererBase.draw_path_collection, self)
        vars(self).update(draw_markers=self._draw_markers, draw_path_collection=of_base)

    def new_gc(self) -> GraphicsContextBase:
        return _Context()

    def draw_path(self, gc: Any, path: Path, transform: Transform, rgbFace: Any = None) -> None:
        super().draw_path(gc, _steady_path(path, transform), _STAYS, rgbFace)

    def _draw_markers(
        self, gc: Any, mark: Path, size: Transform, path: Path, transform: Transform, *face: Any
    ) -> None:
        places = _steady_path(path, transform)
        self._renderer.draw_markers(gc, _steady_path(mark, size), _STAYS, places, _STAYS, *face)

    def draw_text(self, gc: Any, x: float, y: float, *given: Any, **named: Any) -> None:
        super().draw_text(gc, *steady([x, y]).tolist(), *given, **named)


class Canvas(FigureCanvasAgg):
    """The canvas of a figure that is drawn on steady places."""

    _drawn_for: tuple[float, ...] = ()

    def get_renderer(self) -> RendererAgg:
        """Return the renderer for the present size of the figure."""
        key = (*self.figure.bbox.size, self.figure.dpi)
        if self._drawn_for != key:
            self._drawn_for, self._steady = key, _Renderer(*key)
        return self._steady
