"""Figures on the law of police cooperation: treaties, provisions, decisions of courts."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from biometrics_china import tables
from biometrics_china.analysis.europe_policing.treaties import KINDS
from biometrics_china.figures import marks, narrow, shapes, style, tile_map
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


#: sides right of the middle → colour and mark; Chinese provisions stand left of it
_RIGHT = {
    "European Union": (PLACE["European Union"], "o"),
    "Council of Europe": (PLACE["Council of Europe"], "^"),
    "United Kingdom": (PLACE["United Kingdom"], "D"),
    "Interpol": (style.MUTED, "v"),
}


def rules(frame: pd.DataFrame) -> Figure:
    """Draw `rules.matrix`: a row a demand, a mark a provision, China on the left of the middle.

    Last come the provisions that ask for none of these. Those of Interpol count on neither side.
    """
    labels = tables.vocabulary("transfer_demand").values()
    demands = [*(label for label in labels if frame["demand"].eq(label).any()), ""]
    named = [frame[frame["demand"].eq(demand)] for demand in demands]
    figure, (axes,) = style.canvas(style.COLUMN, 0.36 * len(named) + 1.0)
    style.bare(axes, bottom=False)
    axes.axvline(0, color=style.FAINT, linewidth=1, zorder=0)
    for y, part in enumerate(named):
        is_china = part["side"].eq("China")
        others = part[~is_china].sort_values(
            "side", key=lambda s: s.map(list(_RIGHT).index), kind="stable"
        )
        for run, step in ((part[is_china], -1), (others, 1)):
            counted = run["side"].ne("Interpol").sum()
            words = str(counted) if counted else "none"
            if counted < len(run):
                words += ", without Interpol’s"
            _run(axes, y, run, step)
            shapes.beside(axes, words, (step * (len(run) - 0.2), y), left=step < 0, free=12)
    shapes.rows(axes, [demand or "None of these" for demand in demands], ends=(0.6, 0.5))
    axes.margins(x=0.11)
    axes.set_xticks([])
    handles = [shapes.mark("s", PLACE["China"], "China")]
    handles += [shapes.mark(mark, colour, side) for side, (colour, mark) in _RIGHT.items()]
    figure.legend(handles=handles, loc="outside upper left", ncols=5, handletextpad=0.2)
    return figure


def _run(axes: Axes, y: int, part: pd.DataFrame, step: int) -> None:
    """Draw a mark a provision from the middle outwards."""
    words = "{provision}: {demand}[, {names_biometrics:names biometrics}]"
    for place, row in enumerate(marks.each(axes, part, words)):
        colour, mark = _RIGHT.get(row["side"], (PLACE["China"], "s"))
        axes.plot(step * (place + 0.7), y, mark, color=colour, markersize=narrow.either(8, 6))


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
