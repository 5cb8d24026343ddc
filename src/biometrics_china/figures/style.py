"""How every figure looks: typeface, colours for light and dark pages, sizes, and nothing else.

A figure may only use the colours named here. Each has a twin for dark pages, so the dark version of
a figure is made from the light one by exchange of colours, and both are checked. The four series
colours differ in hue for colour-blind readers (blue, orange, green and purple of Okabe and Ito's
family, darkened for contrast on white) and in lightness, so that they also part in greyscale; the
figures add marker or hatching wherever a series matters.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import font_source_sans_pro as source_sans
import matplotlib
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.figures import narrow

#: light colour → its twin on dark pages
PALETTE: dict[str, str] = {
    "#1b1f24": "#e8eaed",  # ink: text, axes that carry meaning
    "#59616b": "#a9b1ba",  # muted: secondary text, ticks
    "#8a929b": "#78818b",  # faint: marks of least weight
    "#c9ced4": "#474e57",  # rule: grid and frames
    "#eceff2": "#22272d",  # wash: bands behind data
    "#ffffff": "#15181b",  # paper, and the ground that a drawing brings along
    "#0b4f8a": "#7ab8f0",  # blue
    "#b5470f": "#f2a06b",  # orange
    "#4d8f78": "#7fc9ae",  # green
    "#7d6bb0": "#bcaeea",  # purple
    "#d9a441": "#e3bd6e",  # sand
    "#8fb4d6": "#3f6a92",  # pale blue
    "#e8b79a": "#8a5534",  # pale orange
}
INK, MUTED, FAINT, RULE, WASH, PAPER, BLUE, ORANGE, GREEN, PURPLE, SAND, PALE_BLUE, PALE_ORANGE = (
    PALETTE
)

#: printed widths in inches: one column of text, and the widest a page allows
COLUMN, WIDE = 6.4, 8.6

_FACES = ("SourceSansPro", "SourceSansProSemibold", "SourceSansProBold", "SourceSansProIt")

_RC: dict[Any, Any] = {
    "font.family": "Source Sans Pro",
    "font.size": 10.0,
    "text.color": INK,
    "axes.edgecolor": RULE,
    "axes.labelcolor": MUTED,
    "axes.labelsize": 9.5,
    "axes.titlesize": 10.5,
    "axes.titleweight": "semibold",
    "axes.titlelocation": "left",
    "axes.titlecolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.facecolor": "none",
    "axes.grid": False,
    "axes.axisbelow": True,
    "grid.color": RULE,
    "grid.linewidth": 0.6,
    "xtick.color": RULE,
    "ytick.color": RULE,
    "xtick.labelcolor": MUTED,
    "ytick.labelcolor": INK,
    "xtick.labelsize": 9.0,
    "ytick.labelsize": 9.5,
    "xtick.major.size": 3.0,
    "ytick.major.size": 0.0,
    "legend.facecolor": PAPER,
    "legend.edgecolor": "none",
    "legend.framealpha": 1.0,
    "legend.fancybox": False,
    "legend.fontsize": 9.5,
    "figure.facecolor": PAPER,
    "savefig.facecolor": PAPER,
    "figure.constrained_layout.use": True,
    "lines.solid_capstyle": "butt",
    "hatch.linewidth": 0.7,
    "hatch.color": PAPER,
    "svg.fonttype": "path",
    "svg.hashsalt": "biometrics-china",
    "path.simplify": False,
}

#: what a matplotlibrc may say beside the style, and a drawing may follow
_NO_STYLE = ("date.epoch", "timezone")


def _register_faces() -> None:
    """Make the bundled typeface known to matplotlib, and no other of its name that is installed."""
    manager, family = font_manager.fontManager, _RC["font.family"]
    ours = {source_sans.font_files_ttf[face] for face in _FACES}
    if {entry.fname for entry in manager.ttflist if entry.name == family} != ours:
        manager.ttflist = [entry for entry in manager.ttflist if entry.name != family]
        for path in sorted(ours):
            manager.addfont(path)


@contextmanager
def book_style() -> Iterator[None]:
    """Draw inside this block in the book's style, whatever the caller's settings are.

    `matplotlib.rcdefaults` leaves those that it calls no matter of style, such as where dates begin.
    """
    _register_faces()
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        left = {k: v for k, v in matplotlib.rcParamsDefault.items() if k in _NO_STYLE}
        matplotlib.rcParams.update(left | _RC)
        yield


def canvas(
    width: float = COLUMN,
    height: float = 3.4,
    rows: int = 1,
    columns: int = 1,
    *,
    tall: float | None = None,
    beside: bool = False,
    **grid: Any,
) -> tuple[Figure, list[Axes]]:
    """Return a figure of `width` × `height` inches and its axes, row by row.

    A narrow drawing is `tall` inches high, and its panels stand below each other unless `beside`. The
    figure is made without pyplot, so that nothing is kept between figures.
    """
    if narrow.is_on():
        return narrow.canvas(tall or height, rows, columns, beside=beside, **grid)
    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.subplots(rows, columns, squeeze=False, **grid)
    return figure, list(axes.flat)


def bare(axes: Axes, *, left: bool = False, bottom: bool = True, grid: str | None = None) -> None:
    """Leave only the frame lines that help reading, and a faint grid along one axis if asked."""
    axes.spines["left"].set_visible(left)
    axes.spines["bottom"].set_visible(bottom)
    if grid:
        axes.grid(visible=True, axis=grid)  # type: ignore[arg-type]
