"""What drawings share: bounds that look like bounds, marks that are whole, one way to print a share."""

from __future__ import annotations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from biometrics_china import exhibits
from biometrics_china.figures import export, shapes, style

FIGURES = [key for key, (_, _, exhibit) in exhibits.catalogue().items() if exhibit.draw]


def test_shares_are_printed_in_one_way_and_bounds_never_inwards():
    # 0.04385 is 4.385 per cent: 4.4 to the nearest, 4.3 as the least that it can be
    assert shapes.per_cent(0.04385, 1) == "4.4 %"
    assert shapes.per_cent(0.04385, 1, "low") == "4.3 %"
    assert shapes.per_cent(0.051, bound="high") == "6 %"
    assert shapes.per_cent(12.34) == "1,234 %"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (999, "999"),
        (120_000, "120,000"),
        (1_000_000, "1 million"),
        (28_090_000, "28.1 million"),
        (5_020_000, "about 5 million"),
    ],
)
def test_millions_are_rounded_to_one_digit_and_say_so_where_none_is_left(value, said):
    assert shapes.in_millions(value) == said


def test_axes_print_per_cent_and_thousands():
    figure, (left, right) = style.canvas(4, 3, 1, 2)
    for axes in (left, right):
        axes.set_xlim(0, 1)
        axes.set_ylim(0, 3000)
        axes.set_yticks([1000])
    shapes.per_cent_axis(left)
    shapes.count_axis(right, "y")
    FigureCanvasAgg(figure).draw()
    assert left.get_xticklabels()[-1].get_text() == "100 %"
    assert right.get_yticklabels()[0].get_text() == "1,000"


@pytest.mark.parametrize(
    ("side", "way"), [("right", (1, 0)), ("left", (-1, 0)), ("up", (0, 1)), ("down", (0, -1))]
)
def test_a_bound_is_open_and_its_arrow_lies_on_the_side_of_the_true_value(side, way):
    _, (axes,) = style.canvas(4, 3)
    shapes.bound(axes, 1, 2, "o", style.BLUE, side)
    (mark,), (arrow,) = axes.lines, axes.texts
    assert mark.get_markerfacecolor() == style.PAPER
    assert arrow.xy == (1, 2)
    reach = arrow.get_position()
    assert [(r > 0) - (r < 0) for r in reach] == list(way)


def test_a_side_that_is_none_is_refused():
    _, (axes,) = style.canvas(4, 3)
    with pytest.raises(KeyError):
        shapes.bound(axes, 1, 2, "o", style.BLUE, "inwards")


def test_marks_at_the_edge_are_whole_and_lines_end_at_the_frame():
    figure, (axes,) = style.canvas(4, 3)
    (line,) = axes.plot([0, 9], [0, 9])
    (mark,) = axes.plot(0, 0, "o")
    (key,) = axes.plot([], [], "o")
    spots = axes.scatter([0], [0])
    bars = axes.hlines(1, 0, 9)
    shapes.whole_marks(figure)
    assert [a.get_clip_on() for a in (line, mark, key, spots, bars)] == [
        True, False, True, False, True,
    ]  # fmt: skip


def test_words_stand_on_paper_below_the_marks():
    _, (axes,) = style.canvas(4, 3)
    shapes.note(axes, "words", (0, 0), (3, 3))
    (words,) = axes.texts
    assert words.get_zorder() < axes.plot(0, 0, "o")[0].get_zorder()
    assert words.get_bbox_patch() is not None


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_no_mark_of_the_book_is_cut_by_the_frame_of_its_axes(exhibit_id):
    exhibit = exhibits.catalogue()[exhibit_id][2]
    with style.book_style():
        figure = export.drawn(exhibit)
    marks = [
        line
        for axes in figure.axes
        for line in axes.lines
        if line.get_marker() != "None" and len(line.get_path())
    ]
    assert not any(mark.get_clip_on() for mark in marks)
