"""Drawings of the timeline of instruments and of their number by year."""

from __future__ import annotations

from typing import Any

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from biometrics_china.figures import marks, narrow, shapes, style

EFFECT_COLOURS = {
    "widens_state_power": style.ORANGE,
    "restricts_handlers": style.BLUE,
    "both": style.PURPLE,
    "technical": style.FAINT,
    "other": style.FAINT,
}
#: width and dash of the line, so that the effects part in greyscale too
EFFECT_LINES: dict[str, tuple[float, Any]] = {
    "widens_state_power": (3.2, "-"),
    "restricts_handlers": (1.5, "-"),
    "both": (2.6, (0, (2, 1))),
    "technical": (1.0, "-"),
    "other": (1.0, "-"),
}
EFFECT_LABELS = {
    "widens_state_power": "widens state collection",
    "restricts_handlers": "restricts handlers",
    "both": "does both",
    "technical": "technical or other",
}
MARKERS = {"face": "o", "dna": "D", "fingerprint": "^", "several": "s", "general": "P"}
MARKER_LABELS = {
    "face": "face",
    "dna": "DNA",
    "fingerprint": "fingerprint",
    "several": "several traits",
    "general": "biometrics in general, or none named",
}

_WORDS = "{title_en}[; draft {draft_date}][; adopted {final_date}][; in effect {effective_date}]"
_ROW, _LANE_GAP = 1.0, 0.9
_FROM, _TO = pd.Timestamp("2007-06-01"), pd.Timestamp("2027-09-01")


def timeline(frame: pd.DataFrame) -> Figure:
    """Draw the swimlane timeline from `analysis.regulation.timeline.timeline`."""
    frame = _packed(frame) if narrow.is_on() else frame
    offsets, top = _lane_offsets(frame)
    figure, (axes,) = style.canvas(style.WIDE, 0.155 * top + 1.3, tall=0.158 * top + 2.6)
    style.bare(axes)
    frame = frame.assign(y=frame["lane"].astype(str).map(offsets).astype(float) + frame["row"])
    shaded = {lane: _is_shaded(place) for place, lane in enumerate(offsets)}
    frame = frame.assign(is_shaded=frame["lane"].astype(str).map(shaded))
    _bands(axes, frame, offsets)
    for _, row in zip(marks.each(axes, frame, _WORDS), frame.itertuples(index=False), strict=True):
        _instrument(axes, row)
    axes.set_ylim(*narrow.either((top, -1.0), (top - 1.8 + 0.2, -2.4)))
    axes.set_xlim(*mdates.date2num([_FROM, _TO]))
    axes.xaxis.set_major_locator(mdates.YearLocator(2))
    axes.xaxis.set_major_formatter(mdates.DateFormatter("%Y"))
    axes.tick_params(axis="x", labeltop=True)
    axes.grid(visible=True, axis="x")
    _legend(figure)
    return figure


def _lane_offsets(frame: pd.DataFrame) -> tuple[dict[str, float], float]:
    offsets, top = {}, 0.0
    for lane, part in frame.groupby("lane", observed=True):
        offsets[str(lane)] = top
        top += (part["row"].max() + 1) * _ROW + narrow.either(_LANE_GAP, 2 * _LANE_GAP)
    return offsets, top


def _bands(axes: Axes, frame: pd.DataFrame, offsets: dict[str, float]) -> None:
    ticks = []
    for place, (lane, offset) in enumerate(offsets.items()):
        rows = frame.loc[frame["lane"].astype(str).eq(lane), "row"].max() + 1
        gap = narrow.either(_LANE_GAP, 2 * _LANE_GAP)
        low, high = offset - 0.5 - gap / 2, offset + rows - 0.5 + gap / 2
        if narrow.is_on():
            low, high = offset - 0.5 - gap, offset + rows - 0.5
            look = {"fontweight": "semibold", "annotation_clip": False, "bbox": None}
            shapes.note(axes, lane, (mdates.date2num(_FROM), offset - 1.25), (2, 0), **look)
        if _is_shaded(place):
            axes.axhspan(low, high, color=style.WASH, linewidth=0, zorder=0)
        ticks.append((low + high) / 2)
    if narrow.is_on():
        axes.set_yticks([])
        return
    axes.set_yticks(ticks, [lane.replace(" ", "\n", 1) for lane in offsets])


def _packed(frame: pd.DataFrame) -> pd.DataFrame:
    """Give each instrument the lowest row of its lane in which mark and name find room.

    A name stands right of its mark or left of it, where it fits.
    """
    points = narrow.ROOM / (_TO - _FROM).days
    days = frame[["draft", "final", "effective"]].reset_index(drop=True)
    first, last = ((end - _FROM).dt.days * points for end in (days.min(axis=1), days.max(axis=1)))
    taken: dict[tuple[str, int], list[tuple[float, float]]] = {}
    rows, sides = [], []
    for at, row in enumerate(frame.to_dict("records")):
        wide = narrow.width(row["label"]) + 8 if row["label"] else 0.0
        spans = {"right": (first[at], last[at] + wide), "left": (first[at] - wide, last[at])}
        fits = {s: span for s, span in spans.items() if span[0] >= 0 and span[1] <= narrow.ROOM}
        found = {s: _lowest(taken, str(row["lane"]), span) for s, span in (fits or spans).items()}
        side = min(found, key=lambda s: (found[s], s != row["label_side"]))
        taken.setdefault((str(row["lane"]), found[side]), []).append(spans[side])
        rows.append(found[side])
        sides.append(side)
    return frame.assign(row=rows, label_side=sides)


def _lowest(
    taken: dict[tuple[str, int], list[tuple[float, float]]], lane: str, span: tuple[float, float]
) -> int:
    """Return the lowest row of a lane in which nothing lies within six points of a span."""
    row = 0
    while any(a - 6 < span[1] and span[0] < b + 6 for a, b in taken.get((lane, row), ())):
        row += 1
    return row


def _is_shaded(place: int) -> bool:
    """Return whether the lane at this place from the top has a band behind it."""
    return place % 2 == 0


def _instrument(axes: Axes, row: Any) -> None:
    colour = EFFECT_COLOURS[row.effect]
    marker = MARKERS[row.modality_group]
    days = [d for d in (row.draft, row.final, row.effective) if pd.notna(d)]
    y = row.y
    width, dash = EFFECT_LINES[row.effect]
    axes.plot(
        [min(days), max(days)], [y, y], color=colour, linewidth=width, linestyle=dash, zorder=2
    )
    if pd.notna(row.effective):
        look = {"markersize": 6, "markeredgewidth": 1.5, "zorder": 3}
        shapes.put(axes, row.effective, y, "|", colour, filled=True, **look)
    shared: dict[str, Any] = {
        "marker": marker,
        "markersize": 5.0,
        "markeredgecolor": colour,
        "markeredgewidth": 1.1,
        "linestyle": "none",
        "zorder": 4,
    }
    if pd.notna(row.draft):
        axes.plot(row.draft, y, markerfacecolor=style.PAPER, **shared)
    if pd.notna(row.final):
        axes.plot(row.final, y, markerfacecolor=colour, **shared)
    if row.label:
        _name(axes, row, min(days), max(days))


def _name(axes: Axes, row: Any, first: pd.Timestamp, last: pd.Timestamp) -> None:
    """Write the name of an instrument on the ground of its lane."""
    is_right = row.label_side == "right"
    at, shift, align = (last, 6, "left") if is_right else (first, -6, "right")
    ground = shapes.GROUND | {"facecolor": style.WASH if row.is_shaded else style.PAPER}
    look = {"ha": align, "fontsize": 8.0, "color": style.INK, "zorder": 1.5, "bbox": ground}
    shapes.note(axes, row.label, (at, row.y), (shift, 0), **look)


def _legend(figure: Figure) -> None:
    blank = Line2D([], [], linestyle="none", label=" ")
    lines = [
        Line2D(
            [],
            [],
            color=EFFECT_COLOURS[e],
            linewidth=EFFECT_LINES[e][0],
            linestyle=EFFECT_LINES[e][1],
            label=words,
        )
        for e, words in EFFECT_LABELS.items()
    ]
    traits = [
        shapes.mark(MARKERS[m], style.INK, words, markersize=5)
        for m, words in MARKER_LABELS.items()
    ]
    stages = [
        shapes.mark("o", style.INK, "first public draft", filled=False, markersize=5),
        shapes.mark("o", style.INK, "adopted or published", markersize=5),
        shapes.mark("|", style.INK, "in effect", markersize=7, markeredgewidth=1.5),
    ]
    # three columns of five: a legend fills its columns from the top
    handles = [*lines, blank, *traits, *stages, blank, blank]
    figure.legend(handles=handles, loc="outside lower left", ncols=3, fontsize=9, columnspacing=2.5)


def by_year(frame: pd.DataFrame) -> Figure:
    """Draw the cumulative counts from `analysis.regulation.timeline.by_year`."""
    figure, (axes,) = style.canvas(style.COLUMN, 3.6)
    style.bare(axes, grid="y")
    last = int(frame["year"].max())
    ends = {}
    for effect in EFFECT_LABELS:
        part = frame[frame["effect"].eq(effect)]
        main = effect in ("widens_state_power", "restricts_handlers")
        axes.step(
            part["year"],
            part["cumulative"],
            where="mid",
            color=EFFECT_COLOURS[effect],
            linewidth=2.6 if main else 1.4,
            linestyle="-" if main else (0, (4, 2)) if effect == "technical" else (0, (1, 1)),
        )
        ends[effect] = int(part["cumulative"].iloc[-1])
    for effect, y in _apart(ends, gap=0.055 * max(ends.values())).items():
        axes.annotate(
            f"{ends[effect]}  {EFFECT_LABELS[effect]}",
            (last + 0.7, y),
            va="center",
            fontsize=9.5,
            color=style.MUTED if effect == "technical" else EFFECT_COLOURS[effect],
            annotation_clip=False,
        )
    axes.set_xlim(frame["year"].min() - 0.5, last + 0.5)
    axes.set_ylim(0)
    axes.set_ylabel("instruments adopted so far")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    return figure


def _apart(values: dict[str, int], gap: float) -> dict[str, float]:
    """Return heights for labels: at their values, but at least `gap` apart, moved upwards."""
    placed: dict[str, float] = {}
    floor = float("-inf")
    for name, value in sorted(values.items(), key=lambda item: item[1]):
        floor = placed[name] = max(float(value), floor + gap)
    return placed
