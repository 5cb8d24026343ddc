"""Figures of the chapter on partner and activity: the grid of lights, and the cases by the day."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china import tables
from biometrics_china.counts import many
from biometrics_china.figures import marks, shapes, style

#: printed light → colour, marker, and the word beside it; shape and word say what the colour says
LOOK = {
    "stop": (style.ORANGE, "s", "stop"),
    "only with conditions": (style.SAND, "^", "conditions"),
    "go": (style.GREEN, "o", "go"),
}

#: width of the grid in inches, so that a phone shows it whole
NARROW = 4.7


def grid(frame: pd.DataFrame) -> Figure:
    """Draw `lights.grid`: partners down, activities across, a mark and a word for each light."""
    partners, activities = (list(dict.fromkeys(frame[c])) for c in ("partner", "activity"))
    figure, (axes,) = style.canvas(NARROW, 1.0 * len(partners) + 0.8)
    style.bare(axes, bottom=False)
    for y in range(1, len(partners)):
        axes.axhline(y - 0.5, color=style.RULE, linewidth=0.6, zorder=0)
    for row in marks.each(axes, frame, "{partner}, {activity}: {light}; decisive: {decisive}"):
        x, y = activities.index(row["activity"]), partners.index(row["partner"])
        color, marker, word = LOOK[row["light"]]
        axes.scatter(x, y - 0.24, s=200, color=color, marker=marker)
        shapes.count(axes, x, y + 0.05, word, fontsize=9.5, weight="semibold")
        rows = row["harms"] + row["cases"]
        said = f"{many(rows, 'row')}\n{row['harms']} of harm" if rows else "no row\nfound"
        shapes.count(axes, x, y + 0.29, said, fontsize=8, color=style.MUTED)
    shapes.rows(axes, [shapes.fold(p, 12) for p in partners], ends=(0.5, 0.5), room=62)
    shapes.heads(axes, [shapes.fold(a, 12) for a in activities])
    return figure


def followed(frame: pd.DataFrame) -> Figure:
    """Draw `cases.steps`: a line a case, a mark a step with the light that the rule gives then."""
    titles = list(dict.fromkeys(frame["case"]))
    figure, (axes,) = style.canvas(style.WIDE, 1.05 * len(titles) + 1.0)
    style.bare(axes, grid="x")
    for y, title in enumerate(titles):
        _case(axes, y, frame[frame["case"].eq(title)])
    shapes.rows(axes, [shapes.fold(t, 24) for t in titles], ends=(0.6, 0.5), room=56)
    years = pd.concat([frame["date"], frame["began"]]).str[:4].astype(int)
    axes.set_xlim(years.min() - 0.3, years.max() + 1)
    there = {light: look for light, look in LOOK.items() if frame["light"].eq(light).any()}
    handles = [shapes.mark(m, c, f"the rule says: {light}") for light, (c, m, _) in there.items()]
    figure.legend(handles=handles, loc="outside upper left", ncols=3, fontsize=9)
    return figure


def _case(axes: Axes, y: int, part: pd.DataFrame) -> None:
    """Draw one case: a thin line where work may go on, a thick one from the first stop."""
    x = part["date"].map(tables.decimal_year).tolist()
    stops = [at for at, light in zip(x, part["light"], strict=True) if light == "stop"]
    began = tables.decimal_year(part["began"].iloc[0])
    axes.plot([min(began, x[0]), x[-1]], [y, y], color=style.RULE, linewidth=1.5, zorder=1)
    if stops:
        axes.plot([stops[0], x[-1]], [y, y], color=style.PALE_ORANGE, linewidth=5, zorder=1)
    said = "{case}, {date}: the rule says {light}. {known}"
    for at, row in zip(x, marks.each(axes, part, said), strict=True):
        light = row["light"]
        color, marker, _ = LOOK[light]
        axes.plot(at, y, marker=marker, color=color, markersize=9, zorder=2)
    for words, day in (("work begins", "began"), ("ended or banned", "ended")):
        at = tables.decimal_year(part[day].iloc[0])
        axes.plot([at, at], [y, y + 0.17], color=style.MUTED, linewidth=1.2, zorder=1)
        shapes.note(axes, words, (at, y + 0.17), (0, -7), ha="center", color=style.MUTED)
    if stops:
        shapes.note(axes, "stop by the rule", (stops[0], y), (0, 15), ha="center")
