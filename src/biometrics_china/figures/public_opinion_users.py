"""Drawings of state use across surveys, of police against firms, and of change between waves."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.figures import marks, shapes, style
from biometrics_china.figures.meanings import PLACE

_MARKS = {"China": "D", "Europe": "o", "Elsewhere": "s", "Several countries": "^"}


def state_use(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `users.with_prediction`, with the prediction interval as a band."""
    figure, (axes,) = style.canvas(style.WIDE, 0.36 * len(frame) + 1.2)
    style.bare(axes, grid="x")
    axes.axvspan(frame["next_low"].iloc[0], frame["next_high"].iloc[0], color=style.WASH, zorder=0)
    for y, row in enumerate(marks.each(axes, frame, "{answer}: {share:%}[, {n} asked]")):
        mark, colour = _MARKS[row["region"]], PLACE[row["region"]]
        if pd.notna(row["low"]):
            axes.hlines(y, row["low"], row["high"], color=colour, linewidth=3)
            axes.plot(row["share"], y, mark, color=colour, markersize=7)
        else:
            look = {"markeredgewidth": 1.6, "markersize": 7}
            shapes.put(axes, row["share"], y, mark, colour, filled=False, **look)
        n = f"n = {int(row['n']):,}" if pd.notna(row["n"]) else "n not seen"
        axes.text(1.01, y, n, va="center", fontsize=8.5, color=style.MUTED)
    for region, mark in _MARKS.items():
        axes.plot([], [], mark, color=PLACE[region], label=region, linestyle="none")
    shapes.rows(axes, frame["answer"])
    axes.set_xlim(0, 1)
    shapes.per_cent_axis(axes)
    axes.set_xlabel("accept use by police or government\n(band: where one more answer would lie)")
    figure.legend(loc="outside upper center", ncols=4, fontsize=9, handletextpad=0.2)
    return figure


def pairs(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `users.pairs`: a dumbbell for each pair of answers of one survey."""
    names = list(frame["pair"].unique())
    figure, (axes,) = style.canvas(style.WIDE, 0.62 * len(names) + 1.1)
    style.bare(axes, grid="x")
    for y, name in enumerate(names):
        public, firm = (row for _, row in frame[frame["pair"].eq(name)].iterrows())
        axes.plot(
            [public["share"], firm["share"]], [y, y], color=style.FAINT, linewidth=2.0, zorder=1
        )
        both = frame[frame["pair"].eq(name)]
        for n, mark, colour in ((0, "D", style.ORANGE), (1, "o", style.BLUE)):
            spot = axes.plot(both["share"].iloc[n], y, mark, color=colour, markersize=8, zorder=2)
            marks.tell(spot, both.iloc[[n]], "{pair}. {user}: {share:%} ({survey})")
        for row in (public, firm):
            shapes.note(
                axes, shapes.per_cent(row["share"]), (row["share"], y), (0, 8), ha="center",
                va="baseline",
            )  # fmt: skip
    axes.plot([], [], "D", color=style.ORANGE, label="police or administration", linestyle="none")
    axes.plot([], [], "o", color=style.BLUE, label="firms", linestyle="none")
    labels = [f"{name}\n{frame.loc[frame['pair'].eq(name), 'survey'].iloc[0]}" for name in names]
    shapes.rows(axes, labels, ends=(0.7, 0.5), room=36, fontsize=8.5)
    axes.set_xlim(0, 1)
    shapes.per_cent_axis(axes)
    axes.set_xlabel("share of respondents")
    figure.legend(loc="outside upper center", ncols=2, fontsize=9.5, handletextpad=0.2)
    return figure


def changes(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `waves.changes`: change in points, one line a design effect."""
    items = list(frame["item"].unique())
    said = "{item}: {earlier:%} before, {later:%} later; interval for a design effect of {effect}"
    figure, axes = style.canvas(style.COLUMN, 1.25 * len(items) + 0.5, len(items), 1, sharex=True)
    for ax, item in zip(axes, items, strict=True):
        part = frame[frame["item"].eq(item)]
        style.bare(ax, grid="x", bottom=ax is axes[-1])
        for y, row in enumerate(marks.each(ax, part, said)):
            ax.hlines(y, 100 * row["low"], 100 * row["high"], color=style.BLUE, linewidth=2.6)
            ax.plot(100 * row["difference"], y, "o", color=style.BLUE, markersize=6)
        ax.axvline(0, color=style.INK, linewidth=1.0)
        names = [f"{effect:g}" for effect in part["effect"]]
        shapes.rows(ax, names, ends=(0.6, 0.5), room=17, above=False)
        ends = " to ".join(shapes.per_cent(part[wave].iloc[0]) for wave in ("earlier", "later"))
        ax.set_title(f"{item}: {ends}")
        ax.set_ylabel("design effect")
    axes[-1].set_xlim(-25, 2)
    axes[-1].set_xlabel("change between the waves, in percentage points")
    return figure
