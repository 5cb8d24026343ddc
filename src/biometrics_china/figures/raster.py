"""Figures as pixels that do not hang on the last bits of a coordinate.

A frame line that stands a hair to the left of the middle of a pixel is drawn on another pixel than one
a hair to the right of it, and which of the two it is may depend on the processor. So every place is
rounded to a ten-thousandth of a pixel first, and set beside the middle by a tenth of that.
"""

from __future__ import annotations

import io
from functools import partial
from typing import Any

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.transforms import Bbox, IdentityTransform, Transform
from numpy.typing import NDArray
from PIL import Image

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


def png(figure: Figure, dpi: int, colours: int = 256) -> bytes:
    """Return a figure as PNG of so many colours on white, without software or date stamps.

    256 are all that a drawing of few colours needs, and a third of the bytes.
    """
    full = io.BytesIO()
    Canvas(figure).figure.savefig(full, format="png", dpi=dpi, metadata={"Software": None})
    with Image.open(full) as image:
        return few(image, dpi, colours)


def few(image: Image.Image, dpi: int, colours: int) -> bytes:
    """Return a picture as PNG of so many colours."""
    made = io.BytesIO()
    flat = image.convert("RGB").quantize(
        colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
    )
    flat.save(made, format="png", dpi=(dpi, dpi))
    return made.getvalue()


#: how many points of a picture become one of the small one, and its colours
_SMALLER, _COLOURS = 4, 32


def small(data: bytes) -> bytes:
    """Return the small picture of a figure from its PNG, by whole numbers alone."""
    with Image.open(io.BytesIO(data)) as image:
        dpi = round(image.info["dpi"][0])
        return few(image.convert("RGB").reduce(_SMALLER), dpi // _SMALLER, _COLOURS)


def small_size(data: bytes) -> tuple[int, int]:
    """Return width and height of the small picture of a PNG."""
    with Image.open(io.BytesIO(data)) as image:
        return -(-image.width // _SMALLER), -(-image.height // _SMALLER)
