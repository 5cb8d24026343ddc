"""How a narrow drawing is given its room: its type, titles, labels, ticks and height."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.text import Text

from biometrics_china.figures import narrow, narrow_rows


def fit(figure: Figure) -> None:
    """Make type legible, fold titles and labels, give rows their height, and thin crowded ticks."""
    for text in figure.findobj(Text):
        if float(text.get_fontsize()) < narrow.LEAST:
            text.set_fontsize(narrow.LEAST)
    _lay_out(figure)
    for axes in figure.axes:
        _words(axes)
        if narrow_rows.is_headed(axes):
            narrow_rows.name_below(axes)
    _settle(figure)
    moved = [_thin(a.xaxis, 0) for a in figure.axes if not narrow_rows.is_headed(a)]
    moved += [_thin(axes.yaxis, 1) for axes in figure.axes]
    if any(moved):
        _settle(figure)
    figure.set_layout_engine("none")


def _lay_out(figure: Figure) -> None:
    engine = figure.get_layout_engine()
    assert engine is not None
    engine.execute(figure)


def _words(axes: Axes) -> None:
    """Fold title and labels into what is right of the axes; say above an upright axis what it counts."""
    figure = axes.get_figure(root=True)
    assert figure is not None
    grid = axes.get_gridspec()
    columns = grid.ncols if grid is not None else 1
    start = axes.get_position().x0 * narrow.WIDTH * 72
    room = narrow.WIDTH * 72 - start - 10 if columns == 1 else narrow.ROOM / columns - 8
    counted = narrow.folded(axes.get_ylabel(), room)
    axes.set_ylabel("")
    rise = 4.0
    if counted:
        axes.annotate(
            counted, (0, 1), xycoords="axes fraction", xytext=(0, rise), textcoords="offset points",
            fontsize=narrow.LEAST, color=axes.xaxis.label.get_color(), annotation_clip=False,
        )  # fmt: skip
        rise += narrow.LINE * len(counted.split("\n")) + 3
    if title := axes.get_title(loc="left") or axes.get_title():
        axes.set_title("")
        words = narrow.folded(title, room, 10.0, "semibold")
        axes.set_title(words, loc="left", fontsize=10.0, pad=rise + 1)
    axes.set_xlabel(
        narrow.folded(axes.get_xlabel(), room), loc="left", fontsize=narrow.LEAST, labelpad=3
    )


def _settle(figure: Figure) -> None:
    """Lay out the drawing, so high that rows have what they need."""
    for _ in range(3):
        _lay_out(figure)
        now = {axes: axes.bbox.height * 72 / figure.dpi for axes in figure.axes}
        wanted = {axes: narrow_rows.height(axes, now[axes]) for axes in figure.axes}
        if all(abs(wanted[axes] - now[axes]) < 0.5 for axes in now):
            return
        more = sum(wanted.values()) - sum(now.values())
        if len({*(axes.get_position().y0.round(3) for axes in now)}) < len(now):
            more /= 2  # beside each other
        elif len(now) > 1:
            grid = figure.axes[0].get_gridspec()
            assert grid is not None
            grid.set_height_ratios([round(wanted[axes], 1) for axes in figure.axes])
        figure.set_figheight(round(figure.get_figheight() + more / 72, 2))
    _lay_out(figure)


def _thin(axis: Axis, side: int) -> bool:
    """Leave every second tick, or third, where words of ticks would touch; return whether some go."""
    ticks = [t for t in axis.get_major_ticks() if _shown(t)]
    labels = [_label(t) for t in ticks]
    boxes = [label.get_window_extent() for label in labels]
    spans = sorted(((box.x0, box.x1) if side == 0 else (box.y0, box.y1)) for box in boxes)
    gap = 4.0 if side == 0 else 0.0
    for step in range(1, len(spans) + 1):
        kept = spans[::step]
        if all(a[1] + gap <= b[0] for a, b in pairwise(kept)):
            break
    if len(spans) < 2 or step == 1:
        return False
    places = [t.get_loc() for t in ticks]
    axis.set_ticks(places[::step], [label.get_text() for label in labels[::step]])
    return True


def _shown(tick: Any) -> bool:
    label = _label(tick)
    low, high = sorted(tick.axes.get_xlim() if tick.__name__ == "xtick" else tick.axes.get_ylim())
    return label.get_visible() and bool(label.get_text()) and low <= tick.get_loc() <= high


def _label(tick: Any) -> Text:
    label: Text = tick.label2 if tick.label2.get_visible() else tick.label1
    return label
