"""Drawings of who drafts the standards and of the fines that were found."""

from __future__ import annotations

from datetime import datetime

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

from biometrics_china.figures import marks, narrow, shapes, style
from biometrics_china.figures.meanings import PLACE

_KIND = {
    "police": (style.ORANGE, "s"),
    "listed": (PLACE["United States"], "D"),
    "other": (style.MUTED, "o"),
}
_KIND_WORDS = {"police": "police body", "listed": "body on a US list", "other": "other body"}


def drafter_matrix(frame: pd.DataFrame) -> Figure:
    """Draw who sits in which standard, from `analysis.regulation.standards.matrix`."""
    names = list(frame["name"].unique())
    columns = sorted(frame["number"].unique())
    figure, (axes,) = style.canvas(style.WIDE, 0.24 * len(names) + 2.0)
    style.bare(axes, bottom=False)
    for place in range(0, 0 if narrow.is_on() else len(names), 2):
        axes.axhspan(place - 0.5, place + 0.5, color=style.WASH, linewidth=0)
    for y in range(len(names) if narrow.is_on() else 0):
        axes.axhline(y, color=style.RULE, linewidth=0.6, zorder=0)
    for kind, (colour, marker) in _KIND.items():
        part = frame[frame["kind"].eq(kind)]
        seats = axes.plot(
            [columns.index(n) for n in part["number"]],
            [names.index(n) for n in part["name"]],
            marker=marker,
            color=colour,
            linestyle="none",
            markersize=7,
            label=_KIND_WORDS[kind],
        )
        marks.tell(seats, part, "{name}: drafter of {number}")
    counts = frame.drop_duplicates("name").set_index("name")["standards"]
    shapes.rows(axes, [f"{n}  ({counts[n]})" for n in names], ends=(0.6, 0.4), room=14)
    whole = frame.groupby("number")["is_complete"].first()
    heads = [c if whole[c] else f"{c}*" for c in columns]
    shapes.heads(axes, heads, rotation=50, ha="left", rotation_mode="anchor")
    figure.legend(loc="outside lower left", ncols=3)
    return figure


def drafter_shares(frame: pd.DataFrame) -> Figure:
    """Draw shares from `analysis.regulation.standards.shares_by_standard`."""
    complete = frame[frame["is_complete"]].reset_index(drop=True)
    figure, axes = style.canvas(
        style.WIDE, 0.3 * len(complete) + 1.1, 1, 2, beside=True, sharey=True, sharex=True
    )
    for ax, body, words in (
        (axes[0], "police", "police bodies"),
        (axes[1], "listed", "bodies on a US list"),
    ):
        colour, marker = _KIND[body]
        y = np.arange(len(complete))
        ax.hlines(y, 0, complete[f"{body}_share"], color=colour, linewidth=1.6)
        shares = ax.plot(
            complete[f"{body}_share"],
            y,
            marker=marker,
            color=colour,
            linestyle="none",
            markersize=6,
            clip_on=False,
            zorder=3,
        )
        counted = f"{{{body}:many {words.replace('bodies', 'body')}/{words}}}"
        said = f"{{number}}: {counted} among {{bodies:many drafter}}, {{{body}_share:%}}"
        marks.tell(shares, frame[frame["is_complete"]], said)
        ax.set_title(f"Share of {words}")
        shapes.per_cent_axis(ax)
        style.bare(ax, grid="x")
    labels = [
        n if m in n else f"{n}, {m}"
        for n, m in zip(complete["number"], complete["modality"], strict=True)
    ]
    labels = [f"{words} ({b})" for words, b in zip(labels, complete["bodies"], strict=True)]
    shapes.rows(axes[0], labels)
    axes[0].set_xlim(-0.03, 0.6)
    figure.supxlabel(
        "share of the bodies named as drafters (number of bodies in brackets)",
        fontsize=9.5,
        color=style.MUTED,
    )
    return figure


def fines(frame: pd.DataFrame) -> Figure:
    """Draw fines over time, one panel a currency, from `analysis.regulation.courts.fines`."""
    figure, axes = style.canvas(style.WIDE, 3.5, 1, 2)
    for ax, side, words, steps in (
        (axes[0], "CN", "China, yuan, logarithmic", (1, 2, 5)),
        (axes[1], "EU", "Europe, euros, logarithmic", (1,)),
    ):
        _fines_panel(ax, frame[frame["side"].eq(side)], words)
        ax.yaxis.set_major_locator(LogLocator(subs=steps))
        ax.yaxis.set_minor_locator(NullLocator())
    handles = [
        shapes.mark(marker, colour, label, filled=False, markeredgewidth=1.6, markersize=6.5)
        for _, colour, marker, label in _DEFENDANTS
    ]
    figure.legend(handles=handles, loc="outside lower left", ncols=2)
    return figure


#: is it a public body → colour, marker, words
_DEFENDANTS = (
    (False, style.BLUE, "o", "private body"),
    (True, style.ORANGE, "s", "public body"),
)


def _fines_panel(axes: Axes, frame: pd.DataFrame, words: str) -> None:
    style.bare(axes, grid="y")
    axes.set_yscale("log")
    for public, colour, marker, _ in _DEFENDANTS:
        part = frame[frame["is_public_defendant"].eq(public)]
        if len(part):
            spots = axes.plot(
                part["day"],
                part["amount"],
                marker=marker,
                markerfacecolor="none",
                markeredgecolor=colour,
                markeredgewidth=1.6,
                linestyle="none",
                markersize=6.5,
            )
            marks.tell(spots, part, "{case_name}, {date}: {amount} {currency}")
    same = frame.groupby(["day", "amount"], as_index=False).size()
    for day, amount, count in zip(same["day"], same["amount"], same["size"], strict=True):
        if count > 1:
            shapes.note(axes, f"{count} fines", (day, amount), (8, 0), color=style.MUTED)
    axes.yaxis.set_major_formatter(FuncFormatter(_money))
    axes.xaxis.set_major_locator(mdates.YearLocator())
    axes.xaxis.set_major_formatter(mdates.DateFormatter("%Y"))
    axes.set_title(f"{words} (n = {len(frame)})")
    axes.margins(y=0.15)
    years = frame["day"].dt.year
    axes.set_xlim(*mdates.date2num([datetime(years.min(), 1, 1), datetime(years.max() + 1, 1, 1)]))


def _money(value: float, _: object) -> str:
    return f"{value / 1e6:g} million" if value >= 1e6 else f"{value:,.0f}"
