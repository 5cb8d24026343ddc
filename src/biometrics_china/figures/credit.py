"""A figure to take away: message, book, version, data and licence, seen in a PNG, told in an SVG."""

from __future__ import annotations

import io
import re
from html import escape
from typing import Any

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PIL import Image

from biometrics_china.figures import narrow, raster, style

#: dots per inch of the picture, points around its words, and the sizes of message and credit
_DPI, _EDGE, _MESSAGE, _CREDIT = 200, 10.0, 13.0, 8.5
#: heights of a line, in its size
_LINE = 1.3
_RDF, _CC = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://creativecommons.org/ns#"


def credited(png: bytes, message: str, credit: str) -> bytes:
    """Return a PNG of few colours with a message above and a credit below, in lines that fit.

    Width and colours stay those of the drawing, whose own words have the same inks.
    """
    drawing = Image.open(io.BytesIO(png))
    width = (drawing.width + 0.1) * 72 / _DPI  # rounded down to whole points of the picture
    with style.book_style():
        room = width - 2 * _EDGE
        said = narrow.balanced(message, room, _MESSAGE, "bold")
        above = _words(said, width, _MESSAGE, weight="bold", color=style.INK)
        below = _words(narrow.wrapped(credit, room, _CREDIT), width, _CREDIT, color=style.MUTED)
    inks = np.reshape(drawing.getpalette() or [], (-1, 3))
    parts = [_in_inks(above, inks), np.asarray(drawing), _in_inks(below, inks)]
    whole = Image.fromarray(np.concatenate(parts))
    whole.putpalette(inks.astype(np.uint8).tobytes())  # grey values become places in the palette
    made = io.BytesIO()
    whole.save(made, format="png", dpi=(_DPI, _DPI))
    return made.getvalue()


def labelled(svg: bytes, message: str, credit: str, licence: str) -> bytes:
    """Return an SVG that says message, credit and the address of its licence, and looks the same.

    Pages show it as an image, inside which nobody is read anything.
    """
    message, credit = escape(message, quote=False), escape(credit, quote=False)
    said = (
        f"<title>{message}</title>\n<desc>{credit}</desc>\n"
        f'<metadata><r:RDF xmlns:r="{_RDF}" xmlns:c="{_CC}"><c:Work r:about="">'
        f'<c:license r:resource="{escape(licence)}"/></c:Work></r:RDF></metadata>\n'
    )
    opened = re.search(rb"<svg\b[^>]*>\n?", svg)
    assert opened is not None, "a drawing is an SVG"
    return svg[: opened.end()] + said.encode() + svg[opened.end() :]


def _in_inks(strip: Image.Image, inks: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Return which of the inks of a drawing comes next to each point of a strip."""
    pixels = np.asarray(strip, dtype=np.int64) @ np.array([1 << 16, 1 << 8, 1])
    colours, places = np.unique(pixels, return_inverse=True)
    each = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1)
    apart = ((each[:, None, :] - inks[None, :, :]) ** 2).sum(axis=2)
    next_to: NDArray[np.uint8] = apart.argmin(axis=1).astype(np.uint8)
    return next_to[places.reshape(pixels.shape)]


def _words(lines: list[str], width: float, size: float, **look: Any) -> Image.Image:
    """Return a strip of paper, `width` points wide, with lines of words."""
    height = len(lines) * size * _LINE + 2 * _EDGE
    figure = Figure(figsize=(width / 72, height / 72), dpi=_DPI)
    for place, line in enumerate(lines):
        y = 1 - (_EDGE + size * (1 + _LINE * place)) / height
        figure.text(_EDGE / width, y, line, fontsize=size, va="baseline", **look)
    canvas = raster.Canvas(figure)
    canvas.draw()
    return Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
