"""Which mark of a drawing is which row: words, outlines, and every figure of the book."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import pandas as pd
import pytest

from biometrics_china import exhibits, made
from biometrics_china.figures import export, mark_words, marks, narrow, style
from biometrics_china.publishing import figure_marks
from plurals import ONE_OF_MANY

ROW = {
    "name": "A",
    "day": "2021-11-01",
    "middle": pd.Timestamp("2021-07-02"),
    "year": 2019,
    "when": 2019.99,
    "count": 1234567,
    "share": 0.125,
    "none": None,
    "gap": float("nan"),
    "is_new": True,
    "is_old": np.False_,
}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{name}, {day}", "A, 1 November 2021"),
        ("{middle}", "2021"),
        ("{year:year} and {when:year}", "2019 and 2019"),
        ("{count} of {year}", "1,234,567 of 2,019"),
        ("{share:%} or {share:1%}", "12 % or 12.5 %"),
        ("{name}[, {none}][ ({gap})]", "A"),
        ("[{is_new:new} ][{is_old:old} ]{name}", "new A"),
        (lambda row: f"{row['name']}  b", "A b"),
    ],
)
def test_words_of_a_row(words, said) -> None:
    assert mark_words.said(words, ROW) == said


def test_a_column_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        mark_words.said("{other}", ROW)


FRAME = pd.DataFrame({"x": [1.0, 3.0], "y": [1.0, 2.0], "id": ["a", "b"]})


def square():
    """Return a drawing of 144 points whose axes fill it, from 0 to 4: a unit is 36 points."""
    figure, (axes,) = style.canvas(2, 2)
    figure.set_layout_engine("none")
    axes.set_position((0, 0, 1, 1))
    axes.set(xlim=(0, 4), ylim=(0, 4))
    return figure, axes


def test_outlines_by_hand() -> None:
    figure, axes = square()
    marks.tell(axes.plot(FRAME["x"], FRAME["y"], "o", markersize=12), FRAME, "dot {id}")
    marks.tell(axes.scatter(FRAME["x"], FRAME["y"], s=400), FRAME, "spot {id}")
    marks.tell(axes.bar(FRAME["x"], FRAME["y"], width=1), FRAME, "bar {id}")
    found = {mark.words: mark.shapes for mark in marks.of(figure)}
    # a unit is 36 points, and heights run from the top: y = 1 lies 3 units below it
    assert found["dot a"] == ('<circle cx="36" cy="108" r="6"/>',)
    assert found["spot b"] == ('<circle cx="108" cy="72" r="10"/>',)  # an area of 400 is 20 across
    assert found["bar a"] == ('<rect x="18" y="108" width="36" height="36"/>',)


def test_what_is_drawn_for_a_row_is_one_mark_and_what_lies_behind_it_is_none() -> None:
    figure, axes = square()
    for row in marks.each(axes, FRAME, "{id}", "table/{id}"):
        axes.axhline(row["y"], zorder=0)
        axes.plot([0, row["x"]], [row["y"]] * 2)
        axes.plot(row["x"], row["y"], "o", markersize=1)
        axes.text(row["x"], row["y"], "words")
    axes.plot(2, 2, "o")
    first, second = marks.of(figure)
    assert (first.rows, first.words, first.to) == ((0,), "a", "table/a")
    assert first.shapes == ('<path d="M0 108L36 108"/>', '<circle cx="36" cy="108" r="4"/>')
    assert second.rows == (1,)


def test_marks_of_one_row_and_name_are_one_and_signs_within_a_box_are_left_out() -> None:
    figure, axes = square()
    with marks.one(axes, [0, 1], "both"):
        axes.bar(1, 1, width=1)
        axes.plot([0.9, 1.1], [0.5, 0.6])
    with marks.one(axes, [0, 1], "both"):
        axes.bar(3, 1, width=1)
    (mark,) = marks.of(figure)
    assert mark.rows == (0, 1)
    assert [shape[:5] for shape in mark.shapes] == ["<rect", "<rect"]


def test_a_part_of_a_frame_keeps_the_places_of_its_rows() -> None:
    figure, axes = square()
    marks.tell(axes.plot([3], [2], "o"), FRAME[FRAME["id"].eq("b")], "{id}")
    assert [mark.rows for mark in marks.of(figure)] == [(1,)]


def test_as_many_marks_as_rows() -> None:
    _, axes = square()
    with pytest.raises(ValueError, match=r"shorter|longer"):
        marks.tell(axes.plot([3], [2], "o"), FRAME, "{id}")


def test_a_mark_without_a_place_or_of_no_size_is_none() -> None:
    figure, axes = square()
    marks.tell(axes.plot([np.nan, 1], [1, 1], "o"), FRAME, "{id}")
    marks.tell(axes.bar([1, 2], [0, 1]), FRAME, "bar {id}")
    assert [mark.words for mark in marks.of(figure)] == ["b", "bar b"]


# ------------------------------------------------------------------------------ figures of the book

#: what is written for machines; the year of a Chinese document stands in brackets
MACHINE = re.compile(r"\{|\}|\[(?!\d{4}\])|\bnan\b|\bNone\b|NaT|<NA>|\w_\w")
FIGURES = [i for i, (_, _, exhibit) in exhibits.catalogue().items() if exhibit.draw]
#: figures of curves alone, on which no mark is a row
CURVES = ("fig-regulation-effect", "fig-regulation-passage")
#: figures with rows that are drawn as curves or left out, and what is drawn of them
IN_PART = {
    "fig-dna-databases-growth": "models are curves",
    "fig-europe-policing-patrols": "one round was in a fourth country",
    "fig-public-opinion-countries": "the bands of one country are one row each",
    "fig-western-china-listings": "listings are a curve",
    "fig-police-powers-addressees": "articles without a mark are not drawn",
    "fig-regulation-drafter-shares": "lists that are cut off have no share",
}


@cache
def of_figure(exhibit_id: str) -> tuple[marks.Mark, ...]:
    return made.of(exhibit_id).marks


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_marks_of_a_figure_have_names_and_lead_to_a_place(exhibit_id: str) -> None:
    found = of_figure(exhibit_id)
    assert bool(found) != (exhibit_id in CURVES)
    for mark in found:
        assert mark.words == mark.words.strip()
        assert not MACHINE.search(mark.words), mark.words
        assert not ONE_OF_MANY.search(mark.words), mark.words
        assert figure_marks.address(exhibit_id, mark)


@pytest.mark.parametrize("exhibit_id", sorted({*FIGURES} - {*CURVES} - IN_PART.keys()))
def test_each_row_of_a_figure_with_records_has_its_mark(exhibit_id: str) -> None:
    frame = exhibits.get(exhibit_id)[2].frame()
    if "id" in frame:
        assert {row for mark in of_figure(exhibit_id) for row in mark.rows} == {*range(len(frame))}


@pytest.mark.parametrize("exhibit_id", IN_PART)
def test_a_figure_that_names_a_part_does_leave_some_out(exhibit_id: str) -> None:
    frame = exhibits.get(exhibit_id)[2].frame()
    named = {row for mark in of_figure(exhibit_id) for row in mark.rows}
    assert 0 < len(named) < len(frame)


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_a_frame_is_counted_from_0_so_that_a_mark_finds_its_row(exhibit_id: str) -> None:
    index = exhibits.get(exhibit_id)[2].frame().index
    assert isinstance(index, pd.RangeIndex)
    assert (index.start, index.step) == (0, 1)


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_marks_lie_within_their_drawing(exhibit_id: str) -> None:
    *_, width, height = map(float, export.view_box(made.of(exhibit_id).files["svg"]).split())
    for mark in of_figure(exhibit_id):
        for x, y in re.findall(r'c?x="([\d.-]+)" c?y="([\d.-]+)"', "".join(mark.shapes)):
            assert -1 <= float(x) <= width + 1, mark
            assert -1 <= float(y) <= height + 1, mark


def test_the_same_drawing_has_the_same_marks() -> None:
    _, _, exhibit = exhibits.get("fig-regulation-fines")
    wide = export.drawing(exhibit)[1]
    with narrow.drawn():
        joined = marks.joined(wide, export.drawing(exhibit)[1])
    assert export.drawing(exhibit)[1] == wide
    assert joined == of_figure(exhibit.id)


def test_drawings_with_other_marks_are_not_joined() -> None:
    one = marks.Mark((0,), "one", "", ("<a/>",))
    other = marks.Mark((0,), "one", "", ("<b/>",))
    assert marks.joined([one], [other]) == (marks.Mark((0,), "one", "", ("<a/>",), ("<b/>",)),)
    for wide, narrow_ones in (([one], []), ([], [other])):
        with pytest.raises(ValueError, match="lacks in the other: "):
            marks.joined(wide, narrow_ones)
