"""Figures on the law of police cooperation: treaties, provisions, decisions of courts."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from biometrics_china import tables
from biometrics_china.analysis.europe_policing.treaties import KINDS
from biometrics_china.figures import marks, narrow, narrow_rows, shapes, style, tile_map
from biometrics_china.figures.meanings import PLACE

#: status → fill, edge and letter of its square
_TILES = {
    "in_force": (style.BLUE, style.BLUE, "F"),
    "concluded": (style.PALE_BLUE, style.PALE_BLUE, "C"),
    "signed": (style.PAPER, style.BLUE, "s"),
    "initialled": (style.PAPER, style.BLUE, "i"),
    "suspended": (style.PAPER, style.ORANGE, "x"),
    "not_ratified": (style.PAPER, style.ORANGE, "n"),
}


def treaties(frame: pd.DataFrame) -> Figure:
    """Draw `treaties.grid`: tiles with a square for each kind of treaty, rows where it is narrow."""
    if narrow.is_on():
        figure, (axes,) = style.canvas(style.WIDE, 6, tall=0.26 * len(frame) + 2.2)
        _block(axes, frame, len(frame))
    else:
        figure, (axes,) = style.canvas(style.WIDE, 6.4)
        _map(axes, frame)
    labels = tables.vocabulary("police_treaty_status")
    tiles = (
        Patch(facecolor=fill, edgecolor=edge, label=f"{letter}: {labels[status].lower()}")
        for status, (fill, edge, letter) in _TILES.items()
    )
    handles = [*tiles, shapes.mark(".", style.FAINT, "none found")]
    figure.legend(handles=handles, loc="outside lower left", ncols=4, fontsize=8.5)
    return figure


def _map(axes: Axes, frame: pd.DataFrame) -> None:
    names = dict(zip(frame["code"], frame["state"], strict=True))
    at = tile_map.draw(axes, tile_map.EUROPE, names, {})
    for place, row in zip(frame.index, frame.to_dict("records"), strict=True):
        middle, y = at(row["code"])
        for x, kind in zip((-0.3, 0, 0.3), KINDS, strict=True):
            with marks.one(axes, place, *_said(row, kind)):
                _tile(axes, middle + x, y + 0.2, row[kind])
    x, y = at("PT")
    look: dict[str, Any] = {"fontsize": 8, "color": style.MUTED, "va": "top", "linespacing": 1.15}
    named = zip(_SIDES, _kind_names(), strict=True)
    heads = "\n".join(f"{side}: {name[0].lower()}{name[1:]}" for side, name in named)
    axes.text(x - 0.48, y + 0.6, f"in each tile\n{heads}", **look)


#: where in a tile the square of each kind stands
_SIDES = ("left", "middle", "right")


def _said(row: marks.Row, kind: str) -> tuple[str, str]:
    """Return the words of a square and the row that it stands for, or nothing."""
    labels = tables.vocabulary("police_treaty_status")
    name = tables.vocabulary("police_treaty_kind")[kind]
    to = f"police_treaties/{row[f'{kind}_id']}" * bool(row[f"{kind}_id"])
    return f"{row['state']}, {name}: {labels.get(row[kind], 'none found').lower()}", to


def _block(axes: Axes, frame: pd.DataFrame, rows: int) -> None:
    style.bare(axes, bottom=False)
    heads = [shapes.fold(h, 11) for h in _kind_names()]
    for y, row in enumerate(frame.to_dict("records")):
        axes.axhline(y, color=style.RULE, linewidth=0.6, zorder=0)
        for x, kind in enumerate(KINDS):
            with marks.one(axes, frame.index[y], *_said(row, kind)):
                _tile(axes, x, y, row[kind])
    axes.set_yticks(range(len(frame)), list(frame["state"]))
    axes.set_ylim(rows - 0.5, -0.6)
    shapes.heads(axes, heads)


def _kind_names() -> list[str]:
    labels = tables.vocabulary("police_treaty_kind")
    return [labels[kind] for kind in KINDS]


def _tile(axes: Axes, x: float, y: float, status: str) -> None:
    if status not in _TILES:
        axes.scatter(x, y, s=14, color=style.FAINT)
        return
    fill, edge, letter = _TILES[status]
    axes.scatter(x, y, s=190, color=fill, edgecolor=edge, linewidth=1.4, marker="s")
    ink = style.PAPER if status == "in_force" else style.INK
    shapes.count(axes, x, y, letter, va="center_baseline", fontsize=8.5, color=ink)


def rules(frame: pd.DataFrame) -> Figure:
    """Draw `rules.matrix`: provisions down by side, demands across, a diamond for biometrics."""
    provisions = list(dict.fromkeys(zip(frame["side"], frame["provision"], strict=True)))
    demands = list(tables.vocabulary("transfer_demand").values())
    figure, (axes,) = style.canvas(style.WIDE, 0.235 * (len(provisions) + 4) + 1.4)
    style.bare(axes, bottom=False)
    places = _places(provisions)
    for (side, name), y in places.items():
        axes.axhline(y, color=style.RULE, linewidth=0.6, zorder=0)
        part = frame[frame["side"].eq(side) & frame["provision"].eq(name)]
        color = PLACE.get(side, style.MUTED)
        for row in marks.each(axes, part[part["demand"].ne("")], "{provision}: {demand}"):
            axes.scatter(demands.index(row["demand"]), y, s=70, color=color, marker="o")
        if part["names_biometrics"].any():
            for _ in marks.each(axes, part.head(1), "{provision}: names biometrics"):
                axes.scatter(len(demands), y, s=70, color=style.INK, marker="D")
    names, heads = [name for _, name in places], [*demands, "Names biometrics"]
    if narrow.is_on():
        starts = {[s for s, _ in places].index(side): side for side, _ in places}
        shapes.heads(axes, heads, room=0.75)
        ys = list(places.values())
        narrow_rows.names_above(axes, names, 15, shapes.GROUND, at=ys, heads=starts)
        return figure
    axes.set_yticks(list(places.values()), names, fontsize=8.5)
    for side in dict.fromkeys(side for side, _ in places):
        top = min(y for (s, _), y in places.items() if s == side)
        axes.annotate(
            side,
            (-0.75, top - 0.85),
            fontsize=9.5,
            fontweight="semibold",
            va="center",
            annotation_clip=False,
        )
    shapes.heads(axes, ["\n".join(h.split()) for h in heads], room=0.75, fontsize=8.5)
    axes.set_ylim(max(places.values()) + 0.6, -1.6)
    return figure


def _places(provisions: list[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """Return the height of each provision, with a gap above each side for its name."""
    places, y, last = {}, 0.0, provisions[0][0]
    for side, name in provisions:
        y += 1.4 if side != last else 0.0
        places[side, name], last = y, side
        y += 1
    return places


_MARKS = {
    "allowed": ("s", style.ORANGE, True),
    "refused": ("o", style.BLUE, False),
    "annulled": ("D", style.BLUE, False),
}


def decisions(frame: pd.DataFrame, turn: float) -> Figure:
    """Draw `decisions.timeline`: a line a court, a mark a decision; `turn` is the leading judgment."""
    courts = list(dict.fromkeys(frame["court"]))
    figure, (axes,) = style.canvas(style.WIDE, 0.3 * len(courts) + 1.3)
    style.bare(axes, grid="x")
    labels = {}
    for row in marks.each(axes, frame, "{court}, {when:year}: {label}[, persons: {persons}]"):
        marker, color, filled = _MARKS[row["outcome"]]
        labels[row["outcome"]] = row["label"]
        face = color if filled else style.PAPER
        y = courts.index(row["court"])
        axes.plot(
            row["when"],
            y,
            marker=marker,
            color=color,
            markerfacecolor=face,
            markersize=8,
            markeredgewidth=1.6,
        )
    for y in range(len(courts)):
        axes.axhline(y, color=style.RULE, linewidth=0.6, zorder=0)
    axes.axvline(turn, color=style.INK, linewidth=1.1, linestyle="--", zorder=narrow.either(2, 0.7))
    axes.annotate(
        "Liu v. Poland ",
        (turn, -0.75),
        ha="right",
        va="center",
        fontsize=9,
        annotation_clip=False,
    )
    shapes.rows(axes, courts, ends=(1.1, 0.4), fontsize=8.5)
    axes.set_xlim(2017, 2026)
    axes.set_xticks(range(2017, 2027))
    handles = [
        shapes.mark(marker, color, labels[outcome].lower(), filled=filled)
        for outcome, (marker, color, filled) in _MARKS.items()
        if outcome in labels
    ]
    figure.legend(handles=handles, loc="outside upper left", ncols=3, fontsize=9)
    return figure
