"""The card of a page for those who share it: 1200 × 630 points, in type and colours of the book."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from biometrics_china.figures import narrow, raster, style

WIDTH, HEIGHT = 1200, 630
#: a dot is a point, so that sizes are those of the picture
_DPI = 72
_EDGE, _BAND = 84, 20
_WIDE = WIDTH - 2 * _EDGE
#: letters are set on whole dots, and a line of them may be a little wider than measured
_ROOM = _WIDE - 8
#: where words may stand between the name of the book and the line at the foot
_TOP, _BOTTOM = 128, 528
#: sizes of title and sentence, the largest that fit are taken; and heights of their lines
_SIZES = ((66, 38), (66, 35), (58, 35), (58, 32), (50, 32), (50, 29), (44, 27))
_LINES = 1.14, 1.36
_SMALL = 25
#: colours of a card, which has a few inks and what lies between them
_COLOURS = 64


@dataclass(frozen=True)
class Card:
    """The words of a card: name of the book (or none), title, sentence, and two notes at the foot."""

    book: str
    title: str
    sentence: str
    left: str
    right: str


class TooLong(ValueError):
    """Title and sentence find no room on a card, where nothing is cut."""


def drawn(card: Card) -> bytes:
    """Return a card as PNG, the same bytes each time.

    Raises TooLong, and UserWarning for whatever matplotlib warns of, such as a letter that the
    typeface lacks.
    """
    with style.book_style(), warnings.catch_warnings():
        warnings.simplefilter("error")
        figure = Figure(figsize=(WIDTH / _DPI, HEIGHT / _DPI), dpi=_DPI)
        figure.set_layout_engine("none")
        band = Rectangle((0, 0), _BAND / WIDTH, 1, color=style.BLUE, linewidth=0)
        rule = Rectangle((_EDGE / WIDTH, 1 - 552 / HEIGHT), _WIDE / WIDTH, 2 / HEIGHT)
        rule.set(color=style.RULE, linewidth=0)
        for patch in (band, rule):
            figure.add_artist(patch)
        _line(figure, card.book, 86, _SMALL, color=style.BLUE, weight="semibold")
        _words(figure, card)
        _line(figure, card.left, 594, _SMALL, color=style.MUTED)
        _line(figure, card.right, 594, _SMALL, color=style.MUTED, x=WIDTH - _EDGE, ha="right")
        return raster.png(figure, _DPI, _COLOURS)


def _words(figure: Figure, card: Card) -> None:
    """Write title and sentence as large as they fit, together in the middle of their room.

    A title that comes in lines keeps them.
    """
    for large, small in _SIZES:
        title = narrow.balanced(card.title, _ROOM, large, "bold")
        sentence = narrow.balanced(card.sentence, _ROOM, small)
        heights = len(title) * large * _LINES[0], len(sentence) * small * _LINES[1]
        gap = small * 0.8
        has_its_lines = "\n" not in card.title or title == card.title.split("\n")
        if has_its_lines and sum(heights) + gap <= _BOTTOM - _TOP:
            break
    else:
        raise TooLong(f"a card has no room for {card.title!r} with {card.sentence!r}")
    y = _TOP + (_BOTTOM - _TOP - sum(heights) - gap) * 0.4
    for line in title:
        y += large * _LINES[0]
        _line(figure, line, y - large * 0.24, large, color=style.INK, weight="bold")
    y += gap
    for line in sentence:
        y += small * _LINES[1]
        _line(figure, line, y - small * 0.36, small, color=style.INK)


def _line(figure: Figure, words: str, y: float, size: float, x: float = _EDGE, **look: Any) -> None:
    """Write a line whose letters stand on `y`, counted from the top."""
    figure.text(x / WIDTH, 1 - y / HEIGHT, words, fontsize=size, va="baseline", **look)
