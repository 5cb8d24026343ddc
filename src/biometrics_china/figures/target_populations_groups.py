"""Drawings of registers, of traits by group, and of the male-lineage drive place by place."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.target_populations.groups import DERIVED
from biometrics_china.figures import marks, narrow, shapes, style, tile_map

_REGISTERS = {
    "drug_users_current": (style.ORANGE, "-", "o"),
    "drug_users_registered": (style.BLUE, (0, (5, 1.5)), "s"),
    "drug_users_abstinent": (style.GREEN, (0, (1.5, 1.2)), "^"),
}


def registers(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `groups.drug_registers`; derived points are hollow."""
    figure, (axes,) = style.canvas(style.COLUMN, 3.4)
    style.bare(axes, grid="y")
    for register, (colour, dash, mark) in _REGISTERS.items():
        part = frame[frame["register"].eq(register)]
        axes.plot(part["year"], part["persons"] / 1e6, color=colour, linestyle=dash, linewidth=2)
        for is_derived, rows in part.groupby(part["basis"].eq(DERIVED)):
            look = {"markersize": 6.5, "markeredgewidth": 1.5}
            points = shapes.put(
                axes,
                rows["year"],
                rows["persons"] / 1e6,
                mark,
                colour,
                filled=not is_derived,
                **look,
            )
            marks.tell(points, rows, "{label}, {year:year}: {persons:many person/people}, {basis}")
    for register, (x, y) in {
        "drug_users_current": narrow.either((2016.1, 2.15), (2015.9, 1.7)),
        "drug_users_registered": (2012.8, 3.8),
        "drug_users_abstinent": (2020.6, 4.15),
    }.items():  # fmt: skip
        label = frame.loc[frame["register"].eq(register), "label"].iloc[0]
        axes.text(x, y, label, color=_REGISTERS[register][0], fontsize=9.5, fontweight="semibold",
                  ha="right" if register == "drug_users_abstinent" else "left")  # fmt: skip
    axes.set_ylim(0, 4.6)
    axes.set_xlim(2012.5, 2023.6)
    axes.set_ylabel("million people")
    return figure


def traits(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `events.traits`: traits in rows, groups in columns, events as area."""
    names, groups = list(dict.fromkeys(frame["trait"])), []
    order = frame.groupby("group")["events"].sum().sort_values(ascending=False, kind="stable")
    groups = list(order.index)
    figure, (axes,) = style.canvas(style.WIDE, 0.33 * len(names) + 1.9)
    style.bare(axes, bottom=False)
    for y in range(len(names)):
        axes.axhline(y, color=style.RULE, linewidth=0.5, zorder=0)
    for row in marks.each(axes, frame, "{trait}, {group}; events: {events}"):
        x, y = groups.index(row["group"]), names.index(row["trait"])
        axes.scatter(x, y, s=62 + 26 * row["events"], color=style.BLUE, linewidth=0)
        look = {"fontsize": 8.5, "color": style.PAPER, "fontweight": "semibold"}
        shapes.count(axes, x, y, row["events"], va="center_baseline", **look)
    shapes.rows(axes, names, ends=(0.8, 0.4))
    shapes.heads(axes, [shapes.fold(g, 12) for g in groups], fontsize=8)
    axes.tick_params(axis="x", labelcolor=style.INK)
    return figure


_GROUPS = {
    "Men and boys": ("o", style.BLUE),
    "Pupils and students": ("D", style.ORANGE),
    "All residents": ("s", style.GREEN),
}


def drive(frame: pd.DataFrame) -> Figure:
    """Draw the frame of `events.drive`: a map of tiles, a mark a report, or rows where it is narrow.

    Hollow marks name the province alone.
    """
    figure = _drive_by_year(frame) if narrow.is_on() else _drive_mapped(frame)
    axes = figure.axes[0]
    for group, (mark, colour) in _GROUPS.items():
        axes.plot([], [], mark, color=colour, label=group, linestyle="none")
    shapes.put(
        axes, [], [], "o", style.MUTED, filled=False, label="province alone", linestyle="none"
    )
    figure.legend(loc="outside upper center", ncols=4, fontsize=9.5, handletextpad=0.2)
    return figure


_REPORT = "{place}[, {year:year}]: {group}"


def _drive_mapped(frame: pd.DataFrame) -> Figure:
    figure, (axes,) = style.canvas(style.WIDE, 6)
    names = {key: key for key in tile_map.places(tile_map.CHINA)}
    found = dict.fromkeys(frame["province"], style.PALE_ORANGE)
    at = tile_map.draw(axes, tile_map.CHINA, names, found)
    for province, rows in frame.groupby("province", sort=False):
        middle, y = at(str(province))
        for place, row in enumerate(marks.each(axes, rows, _REPORT)):
            x = middle + 0.23 * (place - (len(rows) - 1) / 2)
            mark, colour = _GROUPS[row["group"]]
            look = {"markersize": 7, "markeredgewidth": 1.5, "filled": row["is_local"]}
            shapes.put(axes, x, y + 0.13, mark, colour, **look)
            year = "?" if pd.isna(row["year"]) else f"{row['year']:.0f}"
            shapes.count(axes, x, y + 0.36, year, fontsize=8)
    return figure


def _drive_by_year(frame: pd.DataFrame) -> Figure:
    provinces = list(dict.fromkeys(frame["province"]))
    figure, (axes,) = style.canvas(style.WIDE, 0.36 * len(provinces) + 1.2)
    style.bare(axes, grid="x")
    unknown = 2027.2
    for y, province in enumerate(provinces):
        axes.axhline(y, color=style.RULE, linewidth=0.5, zorder=0)
        part = frame[frame["province"].eq(province)]
        for _, rows in part.groupby(part["year"].fillna(unknown)):
            width = len(rows)
            for place, row in enumerate(marks.each(axes, rows, _REPORT)):
                x = unknown if pd.isna(row["year"]) else float(row["year"])
                mark, colour = _GROUPS[row["group"]]
                shift = narrow.either(0.28, 0.5) * (place - (width - 1) / 2)
                look = {"markersize": 7.5, "markeredgewidth": 1.5, "filled": row["is_local"]}
                shapes.put(axes, x + shift, y, mark, colour, **look)
    shapes.rows(axes, provinces)
    years = [2014, 2016, 2018, 2020, 2022, 2024]
    axes.set_xticks([*years, unknown], [*map(str, years), "year\nunknown"])
    axes.set_xlim(2013.2, 2028)
    return figure
