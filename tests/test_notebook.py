"""What a cell of the analysis returns: an exhibit made of its own frame, or the numbers in lines."""

from __future__ import annotations

import pandas as pd
import pytest

from biometrics_china import exhibits, made, notebook
from biometrics_china.exhibit import Exhibit, Recipe

FIGURE, TABLE = "fig-regulation-effect", "tab-regulation-local"


def test_a_figure_is_shown_with_its_digests_and_seen_in_a_living_notebook():
    _, label, exhibit = exhibits.get(FIGURE)
    frame, one = exhibit.frame(), made.of(FIGURE)
    bundle = notebook.show(FIGURE, frame)._repr_mimebundle_()
    assert bundle[notebook.MIME] == {"id": FIGURE, **one.digests()}
    assert bundle["image/png"] == one.files["png"]
    lines = bundle["text/plain"].split("\n")
    assert lines[0] == f"{label}. {exhibit.title}"
    assert lines[1] == f"{len(frame)} rows, SHA-256 {one.digests()['csv']}"
    assert lines[2] == f"drawing, SHA-256 {one.digests()['svg']}"


def test_a_table_is_shown_without_a_drawing():
    bundle = notebook.show(TABLE, exhibits.get(TABLE)[2].frame())._repr_mimebundle_()
    assert set(bundle) == {notebook.MIME, "text/plain"}
    assert set(bundle[notebook.MIME]) == {"id", "csv"}


def test_another_frame_than_that_of_the_chapter_is_refused():
    frame = exhibits.get(TABLE)[2].frame()
    frame.loc[0, "addressee"] = "somebody else"
    with pytest.raises(ValueError, match=f"{TABLE}: the chapter shows another frame"):
        notebook.show(TABLE, frame)


def test_an_unknown_exhibit_is_an_error():
    with pytest.raises(KeyError, match="no exhibit 'fig-nothing'; there are fig-"):
        notebook.show("fig-nothing", pd.DataFrame())


def test_a_printed_table_has_printed_heads_and_empty_cells_for_what_is_missing():
    frame = pd.DataFrame({"a": [1, None], "b": [None, "x"], "hidden": [1, 2]})
    frame = frame.astype({"a": "Int64"})
    heads = {"b": "Words", "a": "Number"}
    exhibit = Exhibit("tab-a", Recipe(lambda: frame), "T", "C", "None", columns=heads)
    printed = made.printed_table(exhibit, frame)
    assert list(printed.columns) == ["Words", "Number"]
    assert printed.to_numpy().tolist() == [["", "1"], ["x", ""]]


def test_numbers_prints_each_number_in_a_line():
    found = exhibits.numbers_of("methods")
    lines = repr(notebook.numbers("methods")).split("\n")
    assert lines == [f"{name} = {text}" for name, text in found.texts().items()]


def test_a_frame_is_printed_as_text_of_a_width_that_does_not_depend_on_the_screen():
    frame = pd.DataFrame({"n": range(40), "x": 1 / 3})
    assert frame._repr_html_() is None
    lines = repr(frame).splitlines()
    assert len(lines) == 8 + 1 + 1 + 2  # rows at both ends, dots, heads, the size
    assert "0.3333" in lines[1]
