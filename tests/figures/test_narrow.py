"""Every figure as it is drawn for a narrow screen: its width, its type, and that nothing is cut."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import pytest
from lettering import Label, labels_of, overlap
from matplotlib.figure import Figure

from biometrics_china import exhibits, made
from biometrics_china.figures import export, narrow, narrow_fit, shapes, style

FIGURES = {key: one for key, (_, _, one) in exhibits.catalogue().items() if one.draw}
#: CSS pixels: the text of a phone of 390, and the least type
WIDEST, LEAST = 356, 11.0
#: of the smaller of two labels
A_HAIR = 0.06
#: figures whose narrow drawing still has a fault; none may come in, and who mends one takes it out
FAULTY: dict[str, str] = {}


@cache
def drawn(exhibit_id: str) -> tuple[tuple[Label, ...], tuple[float, float], float]:
    """Return the labels of a narrow drawing, its width and height in pixels, and dots an inch."""
    with style.book_style(), narrow.drawn():
        figure = export.drawn(FIGURES[exhibit_id])
        return labels_of(figure), (figure.bbox.width, figure.bbox.height), figure.dpi


def faults(labels: tuple[Label, ...], size: tuple[float, float]) -> list[str]:
    """Name labels that are small, cut off at the edge, or cover each other."""
    small = [f"small: {x.words!r}" for x in labels if x.points * 4 / 3 < LEAST]
    cut = [
        f"cut: {x.words!r}"
        for x in labels
        if any(not (-1 <= px <= size[0] + 1 and -1 <= py <= size[1] + 1) for px, py in x.corners)
    ]
    covered = [
        f"covered: {a.words!r} {b.words!r} {overlap(a, b):.2f}"
        for a, b in combinations(labels, 2)
        if overlap(a, b) > A_HAIR
    ]
    return small + cut + covered


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_a_narrow_drawing_can_be_read(exhibit_id: str) -> None:
    labels, size, dpi = drawn(exhibit_id)
    assert labels
    assert round(size[0] / dpi * 96, 3) <= WIDEST
    assert bool(faults(labels, size)) is (exhibit_id in FAULTY), faults(labels, size)


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_both_drawings_have_the_same_marks_and_the_bytes_are_the_same_twice(
    exhibit_id: str,
) -> None:
    one = made.of(exhibit_id)
    assert all(mark.shapes and mark.narrow for mark in one.marks)
    width, _ = export.size(one.files["narrow.svg"])
    assert width <= WIDEST
    with narrow.drawn():
        assert export.svg(FIGURES[exhibit_id]) == one.files["narrow.svg"]
    assert not narrow.is_on()


def grid() -> Figure:
    figure, (axes,) = style.canvas(6, 2)
    axes.plot([1, 2, 3], [0, 1, 2], "o")
    shapes.rows(
        axes, ["short", "a name so long that it finds no room in one line of a phone " * 2, "x"]
    )
    axes.set_xlabel("what is counted")
    axes.set_ylabel("upright")
    return figure


def test_names_stand_above_their_rows_which_grow_with_them() -> None:
    with style.book_style(), narrow.drawn():
        figure = grid()
        narrow_fit.fit(figure)
        (axes,) = figure.axes
        tops = [axes.transData.transform((0, y))[1] * 72 / figure.dpi for y in (0, 1, 2)]
        labels = {label.words.split("\n")[0]: label for label in labels_of(figure)}
    # from mark to mark: what is below the first, the lines of the name, and what is above the second
    lines = len(narrow.wrapped("a name so long that it finds no room in one line of a phone " * 2))
    assert lines > 1
    assert tops[0] - tops[1] == pytest.approx(22 + lines * narrow.LINE + 1, abs=1)
    assert tops[1] - tops[2] == pytest.approx(22 + narrow.LINE + 1, abs=1)
    assert labels["short"].corners[0][1] > axes.transData.transform((0, 0))[1]
    assert "upright" in labels
    assert axes.get_ylabel() == ""


def test_a_wide_drawing_is_as_it_was() -> None:
    with style.book_style():
        figure = grid()
    assert next(label.get_text() for label in figure.axes[0].get_yticklabels()) == "short"
    assert figure.get_figwidth() == 6


def test_words_are_folded_by_their_width_and_a_sign_stays_with_its_number() -> None:
    with style.book_style():
        assert narrow.wrapped("aaa bbb", narrow.width("aaa bbb") + 1) == ["aaa bbb"]
        assert narrow.wrapped("aaa bbb", narrow.width("aaa bbb") - 1) == ["aaa", "bbb"]
        assert narrow.wrapped("from 64 %", narrow.width("from 64") + 1) == ["from", "64 %"]
        assert narrow.wrapped("one\ntwo") == ["one", "two"]


def test_crowded_ticks_are_thinned_and_legends_get_columns_that_fit() -> None:
    with style.book_style(), narrow.drawn():
        figure, (axes,) = style.canvas(8, 2)
        for n in range(5):
            axes.plot([n], [n], "o", label=f"a rather long name {n}")
        axes.set_xticks(range(20), [f"tick {n}" for n in range(20)])
        legend = figure.legend(loc="outside upper left", ncols=5)
        narrow_fit.fit(figure)
        ticks = [label.words for label in labels_of(figure) if label.words.startswith("tick")]
        assert faults(labels_of(figure), (figure.bbox.width, figure.bbox.height)) == []
    assert legend._ncols == 2
    assert 2 < len(ticks) < 10


def test_small_cut_and_covered_words_are_seen() -> None:
    figure, (axes,) = style.canvas(4, 3)
    axes.set_axis_off()
    axes.annotate("small", (0.1, 0.1), fontsize=7)
    axes.annotate("cut", (0.999, 0.5)).set_in_layout(False)
    axes.annotate("one", (0.5, 0.5))
    axes.annotate("two", (0.5, 0.5))
    found = faults(labels_of(figure), (figure.bbox.width, figure.bbox.height))
    assert [fault.split(":")[0] for fault in found] == ["small", "cut", "covered"]
