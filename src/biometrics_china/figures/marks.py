"""Which mark of a drawing stands for which row: said where it is drawn, found again as a place.

A drawing goes through its rows with `each`, or hands over what it drew at once to `tell`. Words are a
template over the columns of the frame (see `mark_words`). What is drawn below `_BEHIND` (lines and bands
behind the data) and all words of a drawing belong to no row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from biometrics_china.figures import mark_shapes
from biometrics_china.figures.mark_words import Row, Words, said

__all__ = ["Mark", "Row", "each", "joined", "of", "one", "tell"]

_BEHIND = 1


@dataclass(frozen=True)
class Mark:
    """A mark of a drawing that stands for one row or for several.

    `rows` are places in the frame, from 0; `words` name the mark; `to` is a row of the data as
    ``table/id``, or empty where the column `id` of the frame tells it; `shapes` are elements of SVG in
    the points of the drawing, `narrow` those in the points of the drawing for narrow screens.
    """

    rows: tuple[int, ...]
    words: str
    to: str
    shapes: tuple[str, ...]
    narrow: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Told:
    """Parts of a drawing, each with the place of its points, where only these stand for the rows."""

    parts: tuple[tuple[Artist, int | None], ...]
    rows: tuple[int, ...]
    words: str
    to: str


_told: WeakKeyDictionary[Figure, list[_Told]] = WeakKeyDictionary()


def each(
    where: Axes | Sequence[Axes], frame: pd.DataFrame, words: Words, to: Words = ""
) -> Iterator[dict[Any, Any]]:
    """Yield each row of a frame; what is drawn meanwhile stands for it.

    `to` names the row of the data behind it, where the column `id` does not.
    """
    for place, row in zip(frame.index, frame.to_dict("records"), strict=True):
        with one(where, place, said(words, row), said(to, row)):
            yield row


@contextmanager
def one(
    where: Axes | Sequence[Axes], rows: int | Iterable[int], words: str, to: str = ""
) -> Iterator[None]:
    """Let what is drawn in this block be one mark for a row of the frame, or for several."""
    every = [where] if isinstance(where, Axes) else list(where)
    before = [len(_parts(axes)) for axes in every]
    yield
    drawn = [a for axes, n in zip(every, before, strict=True) for a in _parts(axes)[n:]]
    seen = tuple((a, None) for a in drawn if a.get_zorder() >= _BEHIND)
    _note(every[0], _Told(seen, _places(rows), words, to))


def tell(
    drawn: Any,
    frame: pd.DataFrame,
    words: Words,
    to: Words = "",
    rows: Iterable[int | Iterable[int]] | None = None,
) -> None:
    """Say that the points of a line, the dots of a scatter or the bars drawn are the rows of a frame.

    `rows` says which of the figure's own frame they are, where the index does not. Raises ValueError
    where they are not as many.
    """
    places = frame.index if rows is None else rows
    records = frame.to_dict("records")
    for part, place, row in zip(_points(drawn), places, records, strict=True):
        axes = part[0].axes
        assert isinstance(axes, Axes)
        _note(axes, _Told((part,), _places(place), said(words, row), said(to, row)))


def of(figure: Figure) -> tuple[Mark, ...]:
    """Return the marks of a drawing whose layout is made, in the order in which they were told.

    Marks for the same rows with the same words are one.
    """
    found: dict[tuple[tuple[int, ...], str, str], list[str]] = {}
    for told in _told.get(figure, ()):
        drawn = (shape for part in told.parts for shape in mark_shapes.shapes(figure, *part))
        found.setdefault((told.rows, told.words, told.to), []).extend(drawn)
    return tuple(Mark(*told, mark_shapes.whole(drawn)) for told, drawn in found.items() if drawn)


def joined(wide: Sequence[Mark], narrow: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the marks of both drawings of a figure as one. Raises ValueError if one lacks."""
    both = {(mark.rows, mark.words, mark.to): mark.shapes for mark in narrow}
    found = [replace(m, narrow=both.pop((m.rows, m.words, m.to), ())) for m in wide]
    if lost := [*both, *(mark.words for mark in found if not mark.narrow)]:
        raise ValueError(f"a mark of one drawing lacks in the other: {lost[0]}")
    return tuple(found)


def _places(rows: int | Iterable[int]) -> tuple[int, ...]:
    return tuple(map(int, rows)) if isinstance(rows, Iterable) else (int(rows),)


def _note(axes: Axes, told: _Told) -> None:
    figure = axes.get_figure(root=True)
    assert figure is not None
    _told.setdefault(figure, []).append(told)


def _parts(axes: Axes) -> list[Artist]:
    kept = (*axes.lines, *axes.collections, *axes.patches)
    order = {id(artist): n for n, artist in enumerate(axes.get_children())}
    return sorted(kept, key=lambda artist: order[id(artist)])


def _points(drawn: Any) -> Iterator[tuple[Artist, int | None]]:
    if isinstance(drawn, Line2D | PathCollection):
        data = drawn.get_xydata() if isinstance(drawn, Line2D) else drawn.get_offsets()
        yield from ((drawn, n) for n in range(len(np.asarray(data))))
    elif isinstance(drawn, Artist):
        yield drawn, None
    else:
        for part in drawn:
            yield from _points(part)
