"""Drawings of disclosures, and of listings and exits of suppliers."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.figures import marks, narrow, shapes, style


def disclosures(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `responses.disclosures`: a line from artefact to disclosure for each."""
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
        axes.plot(row["revealed"], y, "D", color=style.INK, markersize=6)
        is_apart = row["revealed"] - row["artefact"] > 0.2
        face, size = (style.PAPER, 6.5) if is_apart else ("none", 9.5)  # a ring hides nothing
        axes.plot(
            row["artefact"], y, "o", color=style.BLUE, markerfacecolor=face, markersize=size,
            markeredgewidth=1.5,
        )  # fmt: skip
        words = f"{row['months']:.0f}" if not is_rough else "year only"
        axes.text(end, y, words, va="center", fontsize=9, color=style.MUTED, ha="center")
    axes.text(end, -0.95, "months", fontsize=9, color=style.MUTED, ha="center")
    axes.plot([], [], "o", markerfacecolor=style.PAPER, markeredgecolor=style.BLUE,
              label="artefact", linestyle="none")  # fmt: skip
    axes.plot([], [], "D", color=style.INK, label="made public", linestyle="none")
    axes.plot([], [], color=style.FAINT, linestyle=(0, (2, 1.2)), label="rests on a year alone")
    rows = zip(frame["actor"], frame["capability"], strict=True)
    names = [f"{actor}:\n{what}" for actor, what in rows]
    shapes.rows(axes, names, ends=(1.3, 0.4), fontsize=9, linespacing=1.05)
    axes.set_xlim(2017, end + 0.6)
    axes.set_xticks(range(2017, 2025))
    figure.legend(loc="outside upper center", ncols=3, fontsize=9.5, handletextpad=0.4)
    return figure


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
    exits = frame[frame["kind"].eq("exit")].drop_duplicates(["actor", "date"])
    for place, row in enumerate(marks.each(axes, exits, "{actor}, {date}: {action}")):
        height = (76, 76, 86, 76, 86)[place % 5]
        side = "left" if place == 0 else "right"
        axes.plot(row["when"], height, "v", color=style.INK, markersize=7)
        shapes.note(
            axes, str(row["actor"]), (row["when"], height), (7 if place == 0 else -7, 0), ha=side
        )
    key = shapes.mark("v", style.INK, "a supplier ends business there, or says that it will")
    figure.legend(handles=[key], loc="outside upper left")
    axes.set_ylim(0, 98)
    axes.set_yticks([0, 20, 40, 60])
    axes.set_xlim(2018.8, end)
    axes.set_xticks(range(2019, 2026))
    axes.set_ylabel("bodies, added up")
    return figure
