"""Drawings of who drafts the standards and of the fines that were found."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

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
    standards = frame.drop_duplicates("number").set_index("number")
    heads = [
        f"{c}{'' if standards['is_complete'][c] else '*'}, {_trait(standards['modality'][c])}"
        for c in columns
    ]
    shapes.heads(axes, heads, rotation=50, ha="left", rotation_mode="anchor")
    figure.legend(loc="outside lower left", ncols=3)
    return figure


def _trait(modality: str) -> str:
    """Return a trait as the head of a column says it."""
    return {"dna": "DNA", "generic": "no one trait"}.get(modality, modality)


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
        n if m in n else f"{n}, {_trait(m)}"
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


#: is it a public body → colour, marker, words
_DEFENDANTS = {
    False: (style.BLUE, "o", "private body"),
    True: (style.ORANGE, "s", "public body"),
}
#: side → title of its panel, ends of its scale, and what the scale prints
_PANELS: dict[str, tuple[str, tuple[float, float], tuple[float, ...]]] = {
    "CN": ("China, fines in yuan", (3e4, 1.2e6), (5e4, 1e5, 2e5, 5e5)),
    "EU": ("Europe, fines in euros", (2.5e3, 2.5e8), (1e4, 1e5, 1e6, 1e7)),
}


def fines(frame: pd.DataFrame) -> Figure:
    """Draw `analysis.regulation.courts.drawn`: a row a fine with its name, the largest of a side first.

    Each side has a panel with its own currency and scale.
    """
    parts = [frame[frame["side"].eq(side)] for side in _PANELS]
    heights = [len(part) + 1 for part in parts]
    figure, axes = style.canvas(
        style.WIDE, 0.215 * len(frame) + 1.9, 2, height_ratios=heights, tall=8
    )
    for ax, part, panel in zip(axes, parts, _PANELS.values(), strict=True):
        _fines_panel(ax, part, *panel)
    handles = [
        shapes.mark(marker, colour, label, markersize=6.5)
        for colour, marker, label in _DEFENDANTS.values()
    ]
    handles.append(shapes.mark("s", style.ORANGE, "annulled by a court", filled=False, mew=1.6))
    figure.legend(handles=handles, loc="outside lower left", ncols=3)
    return figure


def _fines_panel(
    axes: Axes,
    frame: pd.DataFrame,
    title: str,
    ends: tuple[float, float],
    ticks: tuple[float, ...],
) -> None:
    """Draw the fines of one side, a row each."""
    style.bare(axes)
    rows = frame.sort_values("amount", ascending=False, kind="stable")
    for y, row in enumerate(marks.each(axes, rows, "{case_name}, {date}: {amount} {currency}")):
        colour, marker, _ = _DEFENDANTS[bool(row["is_public_defendant"])]
        is_annulled = row["is_annulled"]
        axes.hlines(y, ends[0], row["amount"], color=style.RULE, linewidth=0.8, zorder=0)
        look = {"markersize": 6.5, "markeredgewidth": 1.6}
        shapes.put(axes, row["amount"], y, marker, colour, filled=not is_annulled, **look)
        words = shapes.in_millions(row["amount"]) + ", annulled" * is_annulled
        shapes.beside(axes, words, (row["amount"], y), left=False)
    axes.set_xscale("log")
    axes.set_xlim(*ends)
    axes.set_xticks(ticks, [shapes.in_millions(tick) for tick in ticks])
    axes.minorticks_off()
    axes.set_title(f"{title} (n = {len(frame)})")
    names = [f"{r['case_name']}, {r['place']}{r['date'][:4]}" for r in rows.to_dict("records")]
    shapes.rows(axes, names, ends=(0.6, 0.4), room=15, fontsize=9)
