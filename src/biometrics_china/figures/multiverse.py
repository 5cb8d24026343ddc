"""Drawing of a grid of choices: estimates from low to high, and below them the options of each."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china.figures import marks, narrow, narrow_rows, shapes, style
from biometrics_china.multiverse import RESULTS
from biometrics_china.numbers import steady

_ROW = 0.19


Printed = Callable[[float], str]


def chart(
    frame: pd.DataFrame,
    *,
    label: str,
    text: Printed,
    top: float = 2.1,
    exact: Printed | None = None,
) -> Figure:
    """Draw a frame of `multiverse.grid`.

    `label` names the estimate with its unit, `text` prints a value on the axis, and `exact` that of a
    mark where it is said in more digits; `top` is the height of the upper panel in inches. The main
    reading is the large mark that is named.
    """
    choices = [column for column in frame.columns if column not in RESULTS]
    options = [(c, o) for c in choices for o in frame[c].drop_duplicates()]
    lower = _ROW * (len(options) + len(choices))
    figure, (upper, below) = style.canvas(
        style.WIDE, top + lower + 0.3, rows=2, sharex=True, height_ratios=[top, lower]
    )
    _estimates(upper, frame, label, text)
    _name(upper, frame, choices, label, exact or text)
    _options(below, frame, choices)
    return figure


def _estimates(axes: Axes, frame: pd.DataFrame, label: str, text: Printed) -> None:
    style.bare(axes, bottom=False, grid="y")
    places = pd.Series(range(len(frame)))
    axes.vlines(places, frame["low"], frame["high"], color=style.PALE_BLUE, linewidth=2.2)
    main = frame["is_main"]
    place = int(places[main].iloc[0])
    top, estimate = (float(frame[column][place]) for column in ("high", "estimate"))
    look = {"fontsize": 8.5, "color": style.INK}
    if narrow.is_on():
        near = (places - place).abs() * narrow.ROOM / len(frame) < 60
        shapes.note(axes, "main reading", (place, frame["high"].fillna(frame["estimate"])[near].max()),
                    (0, 9), ha="left" if place < 2 else "center", **look)  # fmt: skip
    elif top > estimate:
        shapes.note(axes, "main reading", (place, top), (0, 7), ha="center", **look)
    else:
        shapes.note(axes, "main reading", (place, estimate), (-8, 6), ha="right", **look)
    axes.plot(places[~main], frame["estimate"][~main], "o", color=style.BLUE, markersize=4.5)
    axes.plot(places[main], frame["estimate"][main], "D", color=style.INK, markersize=8)
    axes.set_ylabel(label)
    axes.yaxis.set_major_formatter(lambda value, _: text(value))
    axes.tick_params(axis="x", length=0, labelbottom=False)
    axes.set_xlim(-0.8, len(frame) - 0.2)


def _name(axes: Axes, frame: pd.DataFrame, choices: list[str], label: str, text: Printed) -> None:
    """Name the mark of each estimate by what was chosen."""

    def named(row: marks.Row) -> str:
        chosen = (f"{choice.replace('_', ' ')}: {row[choice]}" for choice in choices)
        main = "Main reading. " * bool(row["is_main"])
        return f"{main}{label}: {text(steady(row['estimate']))}; {', '.join(chosen)}"

    others, main = axes.lines
    marks.tell(others, frame[~frame["is_main"]], named)
    marks.tell(main, frame[frame["is_main"]], named)


def _options(axes: Axes, frame: pd.DataFrame, choices: list[str]) -> None:
    style.bare(axes, bottom=False)
    row, ticks, names = 0.0, [], []
    for choice in choices:
        ticks.append(row)
        names.append(choice.replace("_", " ").upper())
        row += 1
        for option in frame[choice].drop_duplicates():
            has = frame[choice].eq(option)
            axes.axhline(row, color=style.RULE, linewidth=0.5, zorder=0)
            _marks(axes, has & ~frame["is_main"], row, style.BLUE, "s", 4.0)
            _marks(axes, has & frame["is_main"], row, style.INK, "D", 6.0)
            ticks.append(row)
            names.append(str(option))
            row += 1
    if narrow.is_on():
        _named_above(axes, ticks, names)
        return
    axes.set_ylim(row - 0.4, -0.6)
    axes.set_yticks(ticks, names)
    for tick, name in zip(axes.get_yticklabels(), names, strict=True):
        tick.set_fontsize(7.5 if name.isupper() else 8.5)
        tick.set_color(style.MUTED if name.isupper() else style.INK)
    axes.tick_params(axis="x", length=0, labelbottom=False)


def _named_above(axes: Axes, ticks: list[float], names: list[str]) -> None:
    """Name options above their rows, and each choice above its first option."""
    rows = [n for n, name in enumerate(names) if not name.isupper()]
    heads = {i: names[n - 1].capitalize() for i, n in enumerate(rows) if names[n - 1].isupper()}
    narrow_rows.names_above(
        axes, [names[n] for n in rows], 12, shapes.GROUND, at=[ticks[n] for n in rows], heads=heads
    )
    axes.tick_params(axis="x", length=0, labelbottom=False)


def _marks(axes: Axes, has: pd.Series, row: float, colour: str, mark: str, size: float) -> None:
    places = [place for place, is_here in enumerate(has) if is_here]
    axes.plot(places, [row] * len(places), mark, color=colour, markersize=size)
