"""Every exhibit of the book: its frame, its file, and whether its drawing can be read."""

from __future__ import annotations

import io
import re
from functools import cache
from itertools import combinations

import pandas as pd
import pytest
from lettering import Label, area, labels_of, overlap
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from biometrics_china import exhibits
from biometrics_china.figures import export, style

EXHIBITS = {key: exhibit for key, (_, _, exhibit) in exhibits.catalogue().items()}
FIGURES = [key for key, exhibit in EXHIBITS.items() if exhibit.draw]
MOST_BYTES = 400 * 1024
LEAST_POINTS = 7.0
MOST_OVERLAP = 0.2  # of the smaller of two labels


@cache
def frame_of(exhibit_id: str) -> pd.DataFrame:
    return EXHIBITS[exhibit_id].frame()


@cache
def svg_of(exhibit_id: str) -> bytes:
    return export.svg(EXHIBITS[exhibit_id], frame_of(exhibit_id))


@cache
def drawn(exhibit_id: str) -> tuple[tuple[Label, ...], tuple[float, float]]:
    """Draw a figure; return the labels that appear on it and its width and height in pixels."""
    with style.book_style():
        figure = EXHIBITS[exhibit_id].draw(frame_of(exhibit_id))
        return labels_of(figure), (figure.bbox.width, figure.bbox.height)


def label(x: float, y: float, width: float, height: float) -> Label:
    return Label("", 9, [(x, y), (x + width, y), (x + width, y + height), (x, y + height)])


def test_overlap_by_hand() -> None:
    # squares of 2: moved by 1 both ways they share 1 of 4; the small one lies wholly inside
    assert overlap(label(0, 0, 2, 2), label(1, 1, 2, 2)) == pytest.approx(0.25)
    assert overlap(label(0, 0, 2, 2), label(2, 0, 2, 2)) == pytest.approx(0)
    assert overlap(label(0, 0, 2, 2), label(0.5, 0.5, 1, 1)) == pytest.approx(1)
    # a square standing on its corner, of area 2, shares half of itself with the half plane x > 0
    turned = Label("", 9, [(0, -1), (1, 0), (0, 1), (-1, 0)])
    assert overlap(turned, label(0, -5, 10, 10)) == pytest.approx(0.5)


def test_labels_that_cover_each_other_or_are_small_are_seen() -> None:
    figure, (axes,) = style.canvas(4, 3)
    axes.set_axis_off()
    for words, x, turned in (("below", 0.5, 0), ("above", 0.52, 0), ("aside", 0.9, 60)):
        axes.annotate(words, (x, 0.5), rotation=turned, fontsize=6)
    found = {label.words: label for label in labels_of(figure)}
    assert set(found) == {"below", "above", "aside"}
    assert overlap(found["below"], found["above"]) > MOST_OVERLAP
    assert overlap(found["below"], found["aside"]) == 0
    assert area(found["aside"].corners) == pytest.approx(area(found["above"].corners), rel=0.5)
    assert found["aside"].points < LEAST_POINTS


@pytest.mark.parametrize("exhibit_id", list(EXHIBITS))
def test_a_frame_has_rows_and_unique_columns(exhibit_id: str) -> None:
    frame = frame_of(exhibit_id)
    assert len(frame)
    assert frame.columns.is_unique


@pytest.mark.parametrize("exhibit_id", list(EXHIBITS))
def test_a_csv_reads_back(exhibit_id: str) -> None:
    frame = frame_of(exhibit_id)
    written = export.csv(frame)
    back = pd.read_csv(io.BytesIO(written), dtype=str, keep_default_na=False)
    assert back.shape == frame.shape
    assert list(back.columns) == list(frame.columns)
    assert export.csv(back) == written
    for column in frame.select_dtypes("number"):
        numbers = pd.to_numeric(back[column].replace("", None)).astype(float)
        pd.testing.assert_series_equal(numbers, frame[column].astype(float).reset_index(drop=True))


@pytest.mark.parametrize("exhibit_id", list(EXHIBITS))
def test_a_frame_is_the_same_twice_and_its_own(exhibit_id: str) -> None:
    first = EXHIBITS[exhibit_id].frame()
    first.pop(first.columns[0])
    assert export.csv(EXHIBITS[exhibit_id].frame()) == export.csv(frame_of(exhibit_id))


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_a_figure_is_the_same_twice(exhibit_id: str) -> None:
    assert export.svg(EXHIBITS[exhibit_id], frame_of(exhibit_id)) == svg_of(exhibit_id)


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_a_figure_keeps_to_the_palette_and_to_its_weight(exhibit_id: str) -> None:
    used = {c.lower() for c in re.findall(r"#[0-9a-fA-F]{6}\b", svg_of(exhibit_id).decode())}
    assert used
    assert used <= set(style.PALETTE)
    assert len(svg_of(exhibit_id)) < MOST_BYTES


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_no_text_is_smaller_than_can_be_read(exhibit_id: str) -> None:
    labels, _ = drawn(exhibit_id)
    assert labels
    assert [(x.words, x.points) for x in labels if x.points < LEAST_POINTS] == []


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_no_two_labels_cover_each_other(exhibit_id: str) -> None:
    labels, _ = drawn(exhibit_id)
    pairs = [
        (a.words, b.words, round(overlap(a, b), 2))
        for a, b in combinations(labels, 2)
        if overlap(a, b) > MOST_OVERLAP
    ]
    assert pairs == []


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_no_label_is_cut_off_at_the_edge(exhibit_id: str) -> None:
    labels, (width, height) = drawn(exhibit_id)
    slack = 1.0
    cut = [
        x.words
        for x in labels
        for px, py in x.corners
        if not (-slack <= px <= width + slack and -slack <= py <= height + slack)
    ]
    assert cut == []


def outside(figure: Figure) -> list[tuple[float, float]]:
    """Return the marks that lie outside their axes, as x and y of the page."""
    FigureCanvasAgg(figure).draw()
    found = []
    for axes in figure.axes:
        for line in (one for one in axes.lines if one.get_marker() != "None"):
            points = line.get_transform().transform(line.get_xydata())
            box = axes.bbox.padded(1)
            found += [(x, y) for x, y in points.tolist() if x == x and not box.contains(x, y)]
    return found


def test_a_mark_beyond_the_axis_is_seen() -> None:
    figure, (axes,) = style.canvas(4, 3)
    axes.plot([10, 100], [0, 0], "o")
    assert outside(figure) == []
    axes.set_xlim(30, 200)
    assert len(outside(figure)) == 1


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_every_mark_lies_inside_its_axes(exhibit_id: str) -> None:
    with style.book_style():
        assert outside(EXHIBITS[exhibit_id].draw(frame_of(exhibit_id))) == []
