"""The map of tiles of western prefectures: where collection is documented, and what of whole regions."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.analysis.western_china import places
from biometrics_china.figures import marks, narrow, shapes, style, tile_map

_KINDS = {
    places.DNA: ("o", style.ORANGE, 7.0),
    places.IRIS: ("s", style.ORANGE, 6.8),
    places.SEVERAL: ("D", style.ORANGE, 6.2),
    places.RESEARCH: ("^", style.GREEN, 7.6),
    places.EXAMINATIONS: ("P", style.BLUE, 8.0),
}
#: region → where its name stands beside its tiles in the wide drawing
_HEADS = {
    "Xinjiang": (4.05, -0.3),
    "Qinghai": (5.52, 1.8),
    "Tibet": (1.52, 5.05),
    "Gansu": (8.52, 1.8),
}
#: panels of the narrow drawing: the regions, the first column, and the room of their heads
_PANELS = ((("Xinjiang",), 0, 0.95), (("Tibet",), 2, 0.7), (("Qinghai", "Gansu"), 5, 0.7))
_SAID = "{prefecture}, {place}[, {year:year}]: {kind}, {reach}"
#: from the middle of a tile down to its marks, and to their years
_MARK, _YEAR = 0.08, 0.32


def documented(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `places.documented`: tiles with marks, whole regions named beside them.

    In a narrow drawing the regions stand below each other.
    """
    figure = _below_each_other(frame) if narrow.is_on() else _in_one(frame)
    axes = figure.axes[0]
    for kind, (mark, colour, size) in _KINDS.items():
        axes.plot([], [], mark, color=colour, markersize=size, label=kind, linestyle="none")
    look = {"label": "hollow: place not located", "linestyle": "none", "markeredgewidth": 1.5}
    shapes.put(axes, [], [], "o", style.ORANGE, filled=False, **look)
    figure.legend(loc="outside upper left", ncols=3, fontsize=9.5, handletextpad=0.2)
    return figure


def _in_one(frame: pd.DataFrame) -> Figure:
    figure, (axes,) = style.canvas(style.WIDE, 7.0)
    for region in tile_map.WEST:
        _tiles(axes, frame, region)
        _head(axes, frame, region, _HEADS[region], 0.26)
    axes.set_xlim(-0.5, 9.5)
    axes.set_ylim(8.5, -0.5)
    return figure


def _below_each_other(frame: pd.DataFrame) -> Figure:
    rows = [_rows(regions) for regions, _, _ in _PANELS]
    heights = [last - first + 1 + _PANELS[n][2] for n, (first, last) in enumerate(rows)]
    figure, panels = style.canvas(
        tall=0.72 * sum(heights) + 1.1, rows=3, gridspec_kw={"height_ratios": heights}
    )
    for axes, (regions, left, room), (first, last) in zip(panels, _PANELS, rows, strict=True):
        for region in regions:
            _tiles(axes, frame, region)
            x = left - 0.48 + (4 if region == "Gansu" else 0)
            _head(axes, frame, region, (x, first - 0.4 - room), 0.26)
        axes.set_xlim(left - 0.5, left + 4.5)
        axes.set_ylim(last + 0.5, first - 0.5 - room)
    return figure


def _rows(regions: tuple[str, ...]) -> tuple[int, int]:
    every = [y for name in regions for _, y in tile_map.places(tile_map.WEST[name]).values()]
    return min(every), max(every)


def _head(
    axes: Axes, frame: pd.DataFrame, region: str, at: tuple[float, float], line: float
) -> None:
    """Write the name of a region, and below it a mark and words for each of its whole programmes."""
    x, y = at
    axes.text(x, y, region, fontsize=11, fontweight="semibold", va="center")
    whole = frame[frame["province"].eq(region) & frame["reach"].eq(places.WHOLE)]
    for place, row in enumerate(
        marks.each(axes, whole, "{place}, {year:year}: {kind}, {reach}"), 1
    ):
        _mark(axes, row, x + 0.1, y + place * line)
        words = f"whole region, from {row['year']:.0f}: {row['kind'].rpartition(': ')[2]}"
        axes.text(x + 0.25, y + place * line, words, fontsize=9, va="center", color=style.MUTED)
    if whole.empty:
        axes.text(x, y + line, "in part", fontsize=9, va="center", color=style.MUTED)


def _tiles(axes: Axes, frame: pd.DataFrame, region: str) -> None:
    grid = tile_map.WEST[region]
    names = {key: key.replace(" ", "\N{NO-BREAK SPACE}") for key in tile_map.places(grid)}
    at = tile_map.draw(axes, grid, names, {})
    for prefecture, rows in frame[frame["province"].eq(region)].groupby("prefecture", sort=False):
        if not prefecture:
            continue
        middle, y = at(str(prefecture))
        for place, row in enumerate(marks.each(axes, rows, _SAID)):
            x = middle + 0.31 * (place - (len(rows) - 1) / 2)
            _mark(axes, row, x, y + _MARK)
            if row["reach"] != places.UNNAMED:  # the year is that of the campaign
                shapes.count(axes, x, y + _YEAR, _year(row["year"]), fontsize=8)


def _mark(axes: Axes, row: marks.Row, x: float, y: float) -> None:
    mark, colour, size = _KINDS[row["kind"]]
    look = {"markersize": size, "markeredgewidth": 1.5, "clip_on": False}
    shapes.put(axes, x, y, mark, colour, filled=row["reach"] != places.UNNAMED, **look)


def _year(year: Any) -> str:
    if pd.isna(year):
        return "?"
    return narrow.either(f"{year:.0f}", f"’{year % 100:02.0f}")
