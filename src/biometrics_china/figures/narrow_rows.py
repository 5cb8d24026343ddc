"""Rows and columns of a narrow drawing: names above rows, which grow with them, and heads of columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from biometrics_china.figures import narrow

#: part of a row, in its units, that its name stands in, whatever that takes on the page
_NAME = 0.04
#: points that a turned head may be long
_DEEP = 88.0
#: points of height from which the columns of a grid are named below as well
_LONG = 560.0
#: points of the rows of each axes, from top to bottom
_heights: WeakKeyDictionary[Axes, float] = WeakKeyDictionary()
#: axes whose ticks head the columns of a grid
_headed: WeakKeyDictionary[Axes, bool] = WeakKeyDictionary()


def names_above(
    axes: Axes,
    names: Sequence[str],
    room: float,
    ground: Any,
    *,
    at: Sequence[float] | None = None,
    heads: Mapping[int, str] | None = None,
    left: bool = False,
    **look: Any,
) -> None:
    """Write the names of the rows 0, 1, 2 … above them, and give each `room` points below its name.

    `at` says where the rows are, if elsewhere, and `heads` what stands above the name of which row, for
    it and for those that follow. With `left`, names stand at the left and only heads above. The scale of
    the axis is stretched where words stand, so that marks keep their places within a row.
    """
    ys = [float(y) for y in (range(len(names)) if at is None else at)]
    ends, places = [ys[0] - 0.5], [0.0]
    for n, (y, name) in enumerate(zip(ys, names, strict=True)):
        words = [] if left else narrow.wrapped(str(name), narrow.ROOM - 10)
        above = narrow.wrapped(heads[n], weight="semibold") if heads and n in heads else []
        gap = 7.0 if above and n else 0.0
        top, high = places[-1] + gap, narrow.LINE * (len(words) + len(above)) + (1 if words else 0)
        if y - 0.5 > ends[-1]:
            ends.append(y - 0.5)
            places.append(top)
        else:
            top -= gap
        middle = top + high + room * (0.5 if left else 0.44)
        ends += [y - 0.5 + _NAME, y, y + 0.5]
        places += [top + high + 0.01, middle, top + high + room]
        back = -max(map(narrow.width, names)) - 4 if left else 0.0
        for part, weight, down in ((above, "semibold", 0), (words, "normal", len(above))):
            written = axes.annotate(
                "\n".join(part), (0, y - 0.5), xycoords=axes.get_yaxis_transform(),
                xytext=(back, -1 - narrow.LINE * down), textcoords="offset points", va="top",
                fontsize=narrow.LEAST, fontweight=weight, bbox=ground, zorder=2.1,
                annotation_clip=False, **look,
            )  # fmt: skip
            written.set_in_layout(False)
    _stretch(axes, np.array(ends), np.array(places))
    axes.set_yticks(ys if left else [], list(names) if left else [])


def _stretch(axes: Axes, ends: NDArray[np.float64], places: NDArray[np.float64]) -> None:
    """Let the values `ends` stand at `places`, in points from the top."""
    far = 1e4
    ends = np.concatenate([[ends[0] - far], ends, [ends[-1] + far]])
    places = np.concatenate([[places[0] - 20 * far], places, [places[-1] + 20 * far]])

    def there(values: Any) -> Any:
        return np.interp(values, ends, places)

    def back(values: Any) -> Any:
        return np.interp(values, places, ends)

    axes.set_yscale("function", functions=(there, back))
    axes.set_ylim(ends[-2], ends[1])
    _heights[axes] = float(places[-2] - places[1])


def tall(axes: Axes, points: float) -> None:
    """Let the inside of axes be so many points high."""
    _heights[axes] = points


def head(axes: Axes, names: Sequence[str], room: float) -> None:
    """Name the columns 0, 1, 2 … of a grid above it, upright where they find room, else turned."""
    pitch = narrow.ROOM / (len(names) - 0.4 + room) - 2
    whole = [" ".join(name.replace("-\n", "").split()) for name in names]
    if max(narrow.width(word) for name in whole for word in name.split()) <= pitch:
        words, turned = [narrow.folded(name, pitch) for name in whole], False
    else:
        words, turned = [narrow.folded(name, _DEEP) for name in whole], True
    look: dict[str, Any] = {"fontsize": narrow.LEAST, "linespacing": 1.0}
    look |= {"rotation": 90, "va": "bottom", "ha": "center"} if turned else {}
    axes.set_xticks(range(len(names)), words, **look)
    axes.set_xlim(-room, len(names) - 0.4)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    _headed[axes] = True


def name_below(axes: Axes) -> None:
    """Name the columns of a long grid below it too."""
    if _heights.get(axes, 0.0) > _LONG:
        axes.tick_params(labelbottom=True)
        for tick in axes.xaxis.get_major_ticks():
            tick.label1.set_verticalalignment("top")


def height(axes: Axes, otherwise: float) -> float:
    """Return how many points high the inside of axes is to be."""
    return _heights.get(axes, otherwise)


def is_headed(axes: Axes) -> bool:
    """Return whether the ticks of axes head the columns of a grid."""
    return axes in _headed
