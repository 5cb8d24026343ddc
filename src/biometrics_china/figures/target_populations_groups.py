"""Drawings of registers, of traits by group, and of the male-lineage drive place by place."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from biometrics_china.analysis.target_populations.groups import DERIVED
from biometrics_china.figures import marks, narrow, narrow_rows, shapes, style, tile_map

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
    """Draw the frame of `events.drive`: a map of tiles, or rows by year where it is narrow.

    Each report has a mark with its place; hollow marks name the province alone.
    """
    figure = _drive_by_year(frame) if narrow.is_on() else _drive_mapped(frame)
    axes = figure.axes[0]
    for group, (mark, colour) in _GROUPS.items():
        if frame["group"].eq(group).any():
            axes.plot([], [], mark, color=colour, label=group, linestyle="none")
    shapes.put(axes, [], [], "o", style.MUTED, filled=False, label="province alone")
    figure.legend(loc="outside upper center", ncols=4, fontsize=9.5, handletextpad=0.2)
    return figure


_REPORT = "{place}[, {year:year}]: {group}"


def _place(row: marks.Row) -> str:
    """Return the largest named place of a report, or that it names none below the province."""
    if row["place"] == row["province"]:
        return "no place named"
    return str(row["place"]).split(",")[0].split(" (")[0]


def _drive_mapped(frame: pd.DataFrame) -> Figure:
    figure, (axes,) = style.canvas(style.WIDE, 7.4)
    names = {key: key for key in tile_map.places(tile_map.CHINA)}
    found = dict.fromkeys(frame["province"], style.RULE)  # a colour would be that of a mark
    at = tile_map.draw(axes, tile_map.CHINA, names, found)
    for province, rows in frame.groupby("province", sort=False):
        middle, y = at(str(province))
        top = y - 0.27 + 0.165 * len(shapes.fold(str(province), 11).splitlines())
        for place, row in enumerate(marks.each(axes, rows, _REPORT)):
            spot = (middle - 0.42, top + 0.155 * place)
            mark, colour = _GROUPS[row["group"]]
            look = {"markersize": 5.5, "markeredgewidth": 1.4, "filled": row["is_local"]}
            shapes.put(axes, *spot, mark, colour, **look)
            year = "?" if pd.isna(row["year"]) else f"{row['year']:.0f}"
            axes.annotate(
                f"{_place(row)} {year}", spot, xytext=(6, 0), textcoords="offset points",
                va="center_baseline", fontsize=8,
            )  # fmt: skip
    return figure


def _drive_by_year(frame: pd.DataFrame) -> Figure:
    figure, (axes,) = style.canvas(style.WIDE, 6)
    style.bare(axes, grid="x")
    unknown = 2027.5
    latest = frame.groupby("province")["year"].transform("max")
    frame = frame.assign(latest=latest).sort_values(
        ["latest", "province", "year"], ascending=[False, True, False], kind="stable"
    )
    for y, row in enumerate(marks.each(axes, frame, _REPORT)):
        mark, colour = _GROUPS[row["group"]]
        x = unknown if pd.isna(row["year"]) else float(row["year"])
        shapes.put(axes, x, y, mark, colour, filled=row["is_local"], markersize=7, mew=1.5)
    provinces = list(frame["province"])
    heads = {provinces.index(province): str(province) for province in dict.fromkeys(provinces)}
    names = [_place(row) for row in frame.to_dict("records")]
    narrow_rows.names_above(axes, names, 14, shapes.GROUND, heads=heads, left=True)
    years = [2014, 2018, 2022]
    axes.set_xticks([*years, unknown], [*map(str, years), "year\nunknown"])
    axes.set_xlim(2013.2, 2028.5)
    return figure
