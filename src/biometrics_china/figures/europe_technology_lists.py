"""Figures on lists: bodies listed over time, and by technology."""

from __future__ import annotations

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.figures import shapes, style

_LOOK = {
    "United States": (style.BLUE, "-"),
    "European Union": (style.ORANGE, "-"),
    "United Kingdom": (style.PURPLE, "--"),
    "Canada": (style.GREEN, ":"),
}
#: the last entry read is from the spring of this year; later ones were not looked for
_END = pd.Timestamp("2023-12-31")


def steps(frame: pd.DataFrame) -> Figure:
    """Draw `lists.cumulative`: the United States above, the others on a scale of their own."""
    figure, (above, below) = style.canvas(style.COLUMN, 4.6, rows=2, height_ratios=(3, 1.4))
    for axes in (above, below):
        style.bare(axes, grid="y")
        axes.set_xlim(pd.Timestamp("2019-07-01"), _END)  # type: ignore[arg-type]
        axes.xaxis.set_major_locator(mdates.YearLocator())
        axes.xaxis.set_major_formatter(mdates.DateFormatter("%Y"))
    _line(above, frame, "United States")
    others = [c for c in _LOOK if c != "United States"]
    for shift, country in enumerate(others):
        _line(below, frame, country, shift=0.07 * (shift - 1))
    above.set_ylim(0, None)
    above.set_title("United States: bodies on at least one list", loc="left", fontsize=10)
    below.set_ylim(0, 2)
    below.set_yticks([0, 1, 2])
    below.set_title("European Union, United Kingdom, Canada", loc="left", fontsize=10)
    below.legend(loc="upper right", ncols=3, fontsize=8.5)
    return figure


def _line(axes: Axes, frame: pd.DataFrame, country: str, shift: float = 0.0) -> None:
    part = frame[frame["country"].eq(country)]
    days = [pd.Timestamp("2019-07-01"), *pd.to_datetime(part["date"]), _END]
    values = [0, *part["bodies"], part["bodies"].max()]
    color, dash = _LOOK[country]
    axes.step(
        days, [v + shift for v in values], where="post", color=color, linestyle=dash, label=country
    )
    if country == "United States":
        last = part.iloc[-1]
        axes.annotate(
            str(last["bodies"]),
            (pd.Timestamp(last["date"]), last["bodies"]),
            xytext=(6, 5),
            textcoords="offset points",
            color=color,
        )


def technologies(frame: pd.DataFrame) -> Figure:
    """Draw `lists.by_technology` as bars, the United States and the others apart."""
    parts = {"us": "United States", "others": "European Union, United Kingdom, Canada"}
    return shapes.two_part_bars(frame, parts, "listed bodies")
