"""Figures on lists: bodies listed over time, and by technology."""

from __future__ import annotations

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.figures import style

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
    figure, (axes,) = style.canvas(style.COLUMN, 0.3 * len(frame) + 0.9)
    style.bare(axes, grid="x")
    axes.barh(
        frame["technology"], frame["us"], color=style.BLUE, height=0.62, label="United States"
    )
    axes.barh(
        frame["technology"],
        frame["others"],
        left=frame["us"],
        color=style.PALE_ORANGE,
        height=0.62,
        hatch="////",
        edgecolor=style.PAPER,
        linewidth=0,
        label="European Union, United Kingdom, Canada",
    )
    for name, total in zip(frame["technology"], frame["us"] + frame["others"], strict=True):
        axes.annotate(
            str(total),
            (total, name),
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
            fontsize=9,
            color=style.MUTED,
        )
    axes.margins(x=0.08, y=0.02)
    axes.set_xlabel("listed bodies")
    figure.legend(loc="outside upper left", ncols=2)
    return figure
