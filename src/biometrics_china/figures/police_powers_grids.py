"""Drawings of the safeguards of police powers and of the census by level of rule."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from biometrics_china import tables
from biometrics_china.analysis.police_powers.census import GROUPS, OTHER
from biometrics_china.analysis.police_powers.national import UNREAD
from biometrics_china.analysis.police_powers.safeguards import (
    LEFT,
    NOT_APPLICABLE,
    NOT_STATED,
    STATED,
)
from biometrics_china.figures import marks, shapes, style

_FACES = {STATED: style.BLUE, NOT_STATED: "none", LEFT: style.PALE_BLUE, NOT_APPLICABLE: "none",
          UNREAD: "none"}  # fmt: skip
_KEYS = {
    STATED: "stated",
    NOT_STATED: "not stated: no special rule",
    LEFT: "left to national law",
    NOT_APPLICABLE: "does not apply",
}
#: what stands in the place of "left to national law" where the powers are national ones
_KEYS_OF_STATES = {
    STATED: "stated",
    NOT_STATED: "not stated: no special rule",
    UNREAD: "not read",
    NOT_APPLICABLE: "does not apply",
}
_SAID = {code: words.partition(":")[0] for code, words in (_KEYS | _KEYS_OF_STATES).items()}
_COLOURS = {
    "collects": (style.ORANGE, style.PAPER),
    "restricts handlers": (style.BLUE, style.PAPER),
    "restricts state bodies": (style.PURPLE, style.PAPER),
    "defines a term": (style.PALE_BLUE, style.INK),
    OTHER: (style.RULE, style.INK),
}
_HATCH = {"restricts state bodies": "\\\\\\"}  # its purple and the orange are near in greyscale
#: how provisions are drawn that no search found
_ADDED: dict[str, Any] = {
    "facecolor": "none",
    "edgecolor": style.MUTED,
    "hatch": "////",
    "hatchcolor": style.MUTED,
}
_WORDS = {
    "collects": "lets the state collect",
    "restricts handlers": "restricts handlers",
    "restricts state bodies": "restricts state bodies",
    "defines a term": "defines a term",
    OTHER: "other: evidence, checks, procedure",
}


def safeguards(frame: pd.DataFrame) -> Figure:
    """Draw the heat map from `analysis.police_powers.safeguards.grid`."""
    labels = tables.vocabulary("safeguard")
    columns = [name for name in labels if name in set(frame["safeguard"])]
    groups = list(frame["group"].unique())
    rows = frame["power_id"].nunique() + 1.4 * len(groups) + 2
    figure, (axes,) = style.canvas(style.WIDE, 0.27 * rows + 1.6)
    style.bare(axes, bottom=False)
    y, ticks = 0.0, {}
    for group in groups:
        part = frame[frame["group"].eq(group)]
        axes.text(-0.62, y, group, ha="right", va="center", fontweight="bold", fontsize=10)
        for _, power in part.groupby("power_id", sort=False):
            y += 1
            star = "*" if power["is_uncertain"].iloc[0] else ""
            ticks[y] = str(power["label"].iloc[0]) + star
            _power(axes, y, power.assign(at=power.index).set_index("safeguard"), columns)
        y += 1
        _totals(axes, y, part, columns)
        y += 1.4
    _heads(axes, [labels[name] for name in columns])
    axes.set_yticks(list(ticks), list(ticks.values()))
    axes.set_xticks([])
    axes.set_xlim(-0.6, len(columns) + 0.5)
    axes.set_ylim(y + 0.6, -0.7)
    axes.set_aspect("auto")
    _key(axes, y, _KEYS_OF_STATES if UNREAD in set(frame["value"]) else _KEYS)
    return figure


def _power(axes: Axes, y: float, power: pd.DataFrame, columns: list[str]) -> None:
    labels = tables.vocabulary("safeguard")
    for x, (name, row) in enumerate(power.loc[columns].iterrows()):
        value = str(row["value"])
        said = f"{row['label']}. {labels[str(name)]}: {_SAID[value]}"
        with marks.one(axes, int(row["at"]), said):
            _cell(axes, x, y, value)
    look = {"fontsize": 9.5, "fontweight": "semibold"}
    shapes.count(axes, len(columns) - 0.2, y, power["stated"].iloc[0], **look)


def _cell(axes: Axes, x: float, y: float, value: str) -> None:
    """Draw one cell, told by its sign as well as by its colour."""
    if value != NOT_APPLICABLE:
        axes.add_patch(
            Rectangle(
                (x - 0.44, y - 0.42),
                0.88,
                0.84,
                facecolor=_FACES[value],
                edgecolor=style.RULE,
                linewidth=0.6,
            )
        )
    if value == STATED:
        axes.plot(
            [x - 0.12, x - 0.03, x + 0.14],
            [y, y + 0.17, y - 0.2],
            color=style.PAPER,
            linewidth=1.8,
            solid_capstyle="round",
            solid_joinstyle="round",
        )
    elif value in (LEFT, UNREAD):
        sign = "N" if value == LEFT else "?"
        shapes.count(axes, x, y, sign, va="center_baseline", fontweight="semibold")
    elif value == NOT_STATED:
        axes.plot([x - 0.07, x + 0.07], [y, y], color=style.MUTED, linewidth=1.0)
    else:
        axes.plot(x, y, marker=".", color=style.RULE, markersize=4, linestyle="none")


def _totals(axes: Axes, y: float, part: pd.DataFrame, columns: list[str]) -> None:
    n = part["power_id"].nunique()
    axes.text(
        -0.62, y, f"stated by, of {n}", ha="right", va="center", fontsize=9, color=style.MUTED
    )
    stated = part[part["value"].eq(STATED)]["safeguard"].value_counts()
    for x, name in enumerate(columns):
        shapes.count(axes, x, y, stated.get(name, 0), color=style.MUTED)


def _heads(axes: Axes, words: list[str]) -> None:
    for x, head in enumerate([*words, "Number stated"]):
        axes.annotate(
            head,
            (x - 0.1, -0.1),
            rotation=38,
            rotation_mode="anchor",
            ha="left",
            va="center",
            fontsize=9,
            annotation_clip=False,
        )


def _key(axes: Axes, y: float, keys: dict[str, str]) -> None:
    for x, value in zip((0, 1.75, 5.2, 7.9), keys, strict=True):
        _cell(axes, x, y, value)
        axes.text(x + 0.55, y, keys[value], va="center", fontsize=9)


def census(frame: pd.DataFrame) -> Figure:
    """Draw the stacked bars from `analysis.police_powers.census.by_level`, one bar a level."""
    levels = frame.drop_duplicates("level")
    figure, (axes,) = style.canvas(style.WIDE, 0.62 * len(levels) + 1.0)
    style.bare(axes, bottom=False)
    for y, level in enumerate(levels["level"]):
        rows = frame[frame["level"].eq(level)]
        part, at = rows.set_index("group"), dict(zip(rows["group"], rows.index, strict=True))
        name, start = part["level_label"].iloc[0], 0
        for group in [*GROUPS, OTHER]:
            count = int(part["provisions"][group])
            with marks.one(axes, at[group], f"{name}: {_WORDS[group]}; provisions: {count}"):
                start += _segment(axes, y, start, count, group)
        added = int(part["added_by_hand"].sum())
        if added:
            with marks.one(axes, at.values(), f"{name}: added by hand; provisions: {added}"):
                axes.barh(y, added, left=start, height=0.62, linewidth=0.8, **_ADDED)
        shapes.note(
            axes,
            f"{start}" + (f" + {added}" if added else ""),
            (start + added, y),
            (5, 0),
            fontweight="semibold",
            fontsize=10,
        )
    heads = [
        f"{row.level_label}\n{row.documents_searched:,} searched, {row.instruments} with a hit"
        for row in levels.itertuples(index=False)
    ]
    shapes.rows(axes, heads, ends=(0.5, 0.5), fontsize=9)
    axes.set_xticks([])
    _census_key(figure)
    return figure


def _segment(axes: Axes, y: int, start: int, count: int, group: str) -> int:
    colour, ink = _COLOURS[group]
    if count:
        axes.barh(
            y,
            count,
            left=start,
            height=0.62,
            color=colour,
            edgecolor=style.PAPER,
            linewidth=1.0,
            hatch=_HATCH.get(group),
        )
        ground = {"facecolor": colour, "edgecolor": "none", "pad": 1.5}
        shapes.count(axes, start + count / 2, y, count, color=ink, bbox=ground)
    return count


def _census_key(figure: Figure) -> None:
    handles = [
        Patch(
            facecolor=_COLOURS[g][0],
            edgecolor=style.PAPER,
            hatch=_HATCH.get(g),
            linewidth=0,
            label=_WORDS[g],
        )
        for g in [*GROUPS, OTHER]
    ]
    handles.append(Patch(label="added by hand", **_ADDED))
    figure.legend(
        handles=handles,
        loc="outside upper left",
        ncols=3,
        handlelength=1.2,
        handleheight=0.9,
        columnspacing=1.6,
    )
