"""Reads the colours of a drawing: which are used, and which words they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from matplotlib.collections import Collection
from matplotlib.colors import to_hex, to_rgba_array
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text

from biometrics_china.figures import style

#: colours that frame a drawing and carry no meaning
FRAME = {style.RULE, style.WASH, style.PAPER}
#: colours of words that say nothing by their colour
_PLAIN = {style.INK, style.MUTED, style.FAINT, *FRAME}


def told(figure: Figure) -> tuple[tuple[str, str], ...]:
    """Return words and the colour that they tell.

    They are entries of legends, names of lines and marks, also where these stand beside them, and words
    in a colour.
    """
    pairs = [(words, _colour(handle)) for words, handle in chain(_entries(figure), _lines(figure))]
    for text in (text for axes in figure.axes for text in axes.texts):
        if (ink := to_hex(text.get_color())) not in _PLAIN:
            pairs.append((text.get_text(), ink))
    found = ((" ".join(words.split()), ink) for words, ink in pairs)
    return tuple(dict.fromkeys(pair for pair in found if pair[0]))


def _entries(figure: Figure) -> Iterator[tuple[str, Line2D | Patch]]:
    inner = [legend for axes in figure.axes if (legend := axes.get_legend())]
    for legend in [*figure.legends, *inner]:
        names = (text.get_text() for text in legend.get_texts())
        yield from zip(names, legend.legend_handles, strict=True)  # type: ignore[misc]


def _lines(figure: Figure) -> Iterator[tuple[str, Line2D]]:
    for line in (line for axes in figure.axes for line in axes.lines):
        if not (name := str(line.get_label())).startswith("_"):
            yield name, line


def _colour(handle: Line2D | Patch) -> str:
    """Return the colour of a mark or a line, or of a patch, which may be open or hatched."""
    if isinstance(handle, Line2D):
        has_mark = handle.get_marker() not in ("None", "", None)
        return to_hex(handle.get_markeredgecolor() if has_mark else handle.get_color())
    face = handle.get_facecolor()
    is_open = not face[3] or to_hex(face) == style.PAPER
    return to_hex(handle.get_edgecolor() if is_open else face)


def used(figure: Figure) -> set[str]:
    """Return the colours of the palette that a figure uses, but those of its frame."""
    found: set[str] = set()
    for artist in figure.findobj(lambda one: isinstance(one, Line2D | Patch | Collection | Text)):
        for part in ("color", "facecolor", "edgecolor", "markerfacecolor", "markeredgecolor"):
            if artist.get_visible() and (get := getattr(artist, f"get_{part}", None)):
                found |= {to_hex(rgba) for rgba in to_rgba_array(get()) if rgba[3]}
    return found & set(style.PALETTE) - FRAME
