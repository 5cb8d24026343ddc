"""A logarithmic axis can be read: it prints plain numbers, and marks on it carry their values."""

from __future__ import annotations

import re

import pytest
from lettering import labels_of
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from biometrics_china import exhibits
from biometrics_china.figures import export, narrow, shapes, style

#: a number as a newspaper prints it, in words where it is large
PLAIN = re.compile(r"\d{1,3}(,\d{3})*(\.\d+)?( (thousand|million))?( %)?")
LEAST_NUMBERS = 3


def unreadable(figure: Figure) -> list[str]:
    """Return what a reader misses on the logarithmic axes of a figure whose layout is made."""
    drawn = {label.words for label in labels_of(figure)}
    found = []
    for axes in figure.axes:
        for name, axis in (("x", axes.xaxis), ("y", axes.yaxis)):
            if axis.get_scale() == "log":
                ticks = [t.get_text() for t in axis.get_ticklabels() if t.get_text() in drawn]
                plain = [words for words in ticks if PLAIN.fullmatch(words)]
                if len(plain) < LEAST_NUMBERS or plain != ticks:
                    found.append(f"{name} prints {ticks}")
                if not values(axes, name):
                    found.append(f"no mark along {name} carries its value")
    return found


def values(axes: Axes, name: str) -> bool:
    """Return whether each row of marks along x, or at least one mark along y, has a number beside it."""
    noted = [
        note.xy for note in axes.texts if re.search(r"\d", note.get_text()) and hasattr(note, "xy")
    ]
    marked = [
        line.get_xydata() for line in axes.lines if line.get_marker() not in ("None", "", None)
    ]
    rows = {float(y) for points in marked for _, y in points}
    return rows <= {y for _, y in noted} if name == "x" else bool(noted)


def is_logarithmic(figure: Figure) -> bool:
    return any("log" in (axes.get_xscale(), axes.get_yscale()) for axes in figure.axes)


def by_hand(*, ticks: bool, noted: bool) -> Figure:
    figure, (axes,) = style.canvas(4, 3)
    axes.plot([20, 500, 3000], [0, 1, 2], "o")
    axes.set_xscale("log")
    if ticks:
        axes.set_xticks([10, 100, 1000], ["10", "100", "1,000"])
    for x, y in ((20, 0), (500, 1), (3000, 2)) if noted else ():
        shapes.note(axes, f"{x:,}", (x, y), (9, 0))
    return figure


@pytest.mark.parametrize(("ticks", "noted", "faults"), [(1, 1, 0), (0, 1, 1), (1, 0, 1), (0, 0, 2)])
def test_powers_and_marks_without_a_value_are_seen(ticks: int, noted: int, faults: int) -> None:
    with style.book_style():
        assert len(unreadable(by_hand(ticks=bool(ticks), noted=bool(noted)))) == faults


def test_every_logarithmic_axis_can_be_read() -> None:
    found, faults = set(), {}
    for key, (_, _, exhibit) in exhibits.catalogue().items():
        if not exhibit.draw:
            continue
        frame = exhibit.frame()
        with style.book_style():
            if not is_logarithmic(exhibit.draw(frame)):
                continue
            found.add(key)
            faults[key, "wide"] = unreadable(export.drawn(exhibit, frame))
            with narrow.drawn():
                faults[key, "narrow"] = unreadable(export.drawn(exhibit, frame))
    assert {"fig-regulation-fines", "fig-dna-databases-growth", "fig-faces-cameras"} <= found
    assert {where: fault for where, fault in faults.items() if fault} == {}
