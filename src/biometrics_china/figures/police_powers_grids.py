"""Drawing of the safeguards of police powers."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from biometrics_china import tables
from biometrics_china.analysis.police_powers.national import UNREAD
from biometrics_china.analysis.police_powers.safeguards import (
    LEFT,
    NOT_APPLICABLE,
    NOT_STATED,
    STATED,
)
from biometrics_china.figures import marks, narrow, narrow_rows, shapes, style

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


def safeguards(frame: pd.DataFrame) -> Figure:
    """Draw the heat map from `analysis.police_powers.safeguards.grid`."""
    labels = tables.vocabulary("safeguard")
    columns = [name for name in labels if name in set(frame["safeguard"])]
    groups = list(frame["group"].unique())
    rows = frame["power_id"].nunique() + 1.4 * len(groups) + 2
    figure, (axes,) = style.canvas(style.WIDE, 0.27 * rows + 1.6)
    style.bare(axes, bottom=False)
    y = 0.0
    ticks: dict[float, str] = {}
    heads: dict[int, str] = {}
    for group in groups:
        part = frame[frame["group"].eq(group)]
        heads[len(ticks)] = group
        if not narrow.is_on():
            axes.text(-0.62, y, group, ha="right", va="center", fontweight="bold", fontsize=10)
        for _, power in part.groupby("power_id", sort=False):
            y += 1
            star = "*" if power["is_uncertain"].iloc[0] else ""
            ticks[y] = str(power["label"].iloc[0]) + star
            _power(axes, y, power.assign(at=power.index).set_index("safeguard"), columns)
        y += 1
        ticks[y] = f"stated by, of {part['power_id'].nunique()}"
        _totals(axes, y, part, columns)
        y += 1.4
    keys = _KEYS_OF_STATES if UNREAD in set(frame["value"]) else _KEYS
    if narrow.is_on():
        _for_phones(axes, ticks, heads, [labels[name] for name in columns], keys)
        return figure
    _heads(axes, [labels[name] for name in columns])
    powers = {at: words for at, words in ticks.items() if not words.startswith("stated by")}
    axes.set_yticks(list(powers), list(powers.values()))
    axes.set_xticks([])
    axes.set_xlim(-0.6, len(columns) + 0.5)
    axes.set_ylim(y + 0.6, -0.7)
    axes.set_aspect("auto")
    _key(axes, y, keys)
    return figure


def _for_phones(
    axes: Axes,
    ticks: dict[float, str],
    heads: dict[int, str],
    columns: list[str],
    keys: dict[str, str],
) -> None:
    """Name rows above them and columns by turned heads, and tell the signs below."""
    shapes.heads(axes, [*columns, "Number stated"])
    names = list(ticks.values())
    narrow_rows.names_above(axes, names, 18, shapes.GROUND, at=list(ticks), heads=heads)
    signs = {LEFT: "N: ", UNREAD: "?: ", NOT_STATED: "\u2013 : ", NOT_APPLICABLE: "dot: "}
    handles = [
        Patch(
            facecolor=style.PAPER if _FACES[value] == "none" else _FACES[value],
            edgecolor="none" if value == NOT_APPLICABLE else style.RULE,
            label=signs.get(value, "tick: ") + words,
        )
        for value, words in keys.items()
    ]
    axes.figure.legend(handles=handles, loc="outside lower left")


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
    if not narrow.is_on():
        words = f"stated by, of {n}"
        axes.text(-0.62, y, words, ha="right", va="center", fontsize=9, color=style.MUTED)
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
