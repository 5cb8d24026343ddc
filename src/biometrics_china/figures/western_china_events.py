"""Drawings of disclosures, and of listings and exits of suppliers."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.figures import marks, narrow, shapes, style


def disclosures(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `responses.disclosures`: a line from artefact to disclosure for each.

    A date of which the year alone is known is a pale bar over that year.
    """
    figure, (axes,) = style.canvas(style.WIDE, 0.4 * len(frame) + 0.9)
    style.bare(axes, grid="x")
    said = "{capability}, {actor}: artefact of {artefact:year}, made public {revealed:year}"
    end = narrow.either(2025.4, 2026.2)
    for y, row in enumerate(marks.each(axes, frame, said)):
        is_rough = row["precision"] < 7
        axes.plot(
            [row["artefact"], row["revealed"]], [y, y], color=style.FAINT if is_rough else style.BLUE,
            linewidth=2, linestyle=(0, (2, 1.2)) if is_rough else "-",
        )  # fmt: skip
        _dated(axes, y, row, "revealed", "D", style.INK, style.INK, 6)
        is_apart = row["revealed"] - row["artefact"] > 0.2
        face, size = (style.PAPER, 6.5) if is_apart else ("none", 9.5)  # a ring hides nothing
        _dated(axes, y, row, "artefact", "o", style.BLUE, face, size)
        words = f"{row['months']:.0f}" if not is_rough else "year only"
        axes.text(end, y, words, va="center", fontsize=9, color=style.MUTED, ha="center")
    axes.text(end, -0.95, "months", fontsize=9, color=style.MUTED, ha="center")
    axes.plot([], [], "o", markerfacecolor=style.PAPER, markeredgecolor=style.BLUE,
              label="artefact", linestyle="none")  # fmt: skip
    axes.plot([], [], "D", color=style.INK, label="made public", linestyle="none")
    axes.plot([], [], color=style.PALE_BLUE, linewidth=6, label="a year alone is known")
    rows = zip(frame["actor"], frame["capability"], strict=True)
    names = [f"{actor}:\n{what}" for actor, what in rows]
    shapes.rows(axes, names, ends=(1.3, 0.4), fontsize=9, linespacing=1.05)
    axes.set_xlim(2017, end + 0.6)
    axes.set_xticks(range(2017, 2025))
    figure.legend(loc="outside upper center", ncols=3, fontsize=9.5, handletextpad=0.4)
    return figure


def _dated(
    axes: Axes, y: int, row: marks.Row, end: str, mark: str, color: str, face: str, size: float
) -> None:
    """Draw one end of a line: its mark, or a bar over the year where that is all that is known."""
    if row[f"{end}_is_year"]:
        year = int(row[end])
        axes.hlines(y, year, year + 1, color=style.PALE_BLUE, linewidth=6, zorder=1)
        return
    axes.plot(
        row[end], y, mark, color=color, markerfacecolor=face, markersize=size, markeredgewidth=1.5
    )


def listings_and_exits(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `responses.listings_and_exits`: a step of listings, marks of exits."""
    figure, (axes,) = style.canvas(style.COLUMN, 3.2)
    style.bare(axes, grid="y")
    steps = frame[frame["kind"].eq("listing")]
    end = float(frame["when"].max()) + 0.4
    axes.step(
        [2018.8, *steps["when"], end], [0, *steps["cumulative"], steps["cumulative"].iloc[-1]],
        where="post", color=style.BLUE, linewidth=2.2,
    )  # fmt: skip
    words = "bodies listed for abuses\nin Xinjiang, at least"
    look = {"fontsize": 9.5, "color": style.BLUE}
    shapes.note(axes, words, (steps["when"].iloc[0], 10), (8, 0), **look)
    exits = frame[frame["kind"].eq("exit")]
    for place, row in enumerate(marks.each(axes, exits, "{actor}, {place}, {date}: {action}")):
        at = (row["when"], (76, 88)[place % 2])
        is_there = row["place"] == "Xinjiang"
        shapes.put(axes, *at, "v", style.INK, filled=is_there, markersize=7)
        words = row["actor"] + f", {row['place']}" * (not is_there)
        words += f", {row['date']}" * (len(row["date"]) == 4)
        shapes.beside(axes, words, at, left=place > 0)
    words = "a supplier ends business there, or says that it will"
    keys = [
        shapes.mark("v", style.INK, words),
        shapes.mark("v", style.INK, "the same in Tibet", filled=False),
    ]
    figure.legend(handles=keys, loc="outside upper left", ncols=2)
    axes.set_ylim(0, 98)
    axes.set_yticks([0, 20, 40, 60])
    axes.set_xlim(2018.8, end)
    axes.set_xticks(range(2019, 2026))
    axes.set_ylabel("bodies, added up")
    return figure
