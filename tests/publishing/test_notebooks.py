"""Chapters as stored notebooks: what is dropped, what stays, and how outputs are put into them."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from biometrics_china.publishing import notebooks

CHAPTERS = Path(__file__).parents[2] / "chapters"


def a_notebook(*code):
    cells = [
        new_markdown_cell("# Title"),
        *(new_code_cell(c, id=f"x{i}") for i, c in enumerate(code)),
    ]
    return new_notebook(
        cells=cells,
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            "language_info": {"name": "python", "version": "3.11.2"},
            "widgets": {"state": {}},
        },
    )


def run_once():
    notebook = a_notebook("1 + 1", "print()")
    for count, cell in enumerate(c for c in notebook.cells if c.cell_type == "code"):
        cell.execution_count = count + 7
        cell.metadata["execution"] = {"iopub.execute_input": "2026-01-01T00:00:00Z"}
        cell.metadata["tags"] = ["hide-input"]
        cell.outputs = [
            new_output("execute_result", {"text/plain": "2"}, execution_count=count + 7),
            new_output("stream", name="stdout", text="\n"),
        ]
    return notebook


def test_tidy_drops_timings_and_keeps_outputs_and_tags():
    tidied = notebooks.tidy(run_once())
    for count, cell in enumerate(tidied.cells[1:], start=1):
        # counted from 1 on, whatever the run's counters were
        assert cell.execution_count == count
        assert cell.metadata == {"tags": ["hide-input"]}
        assert cell.outputs[0]["execution_count"] == count
        assert cell.outputs[0]["data"] == {"text/plain": "2"}
        assert "execution_count" not in cell.outputs[1]


def test_tidy_drops_the_exact_python_and_whatever_a_viewer_left():
    assert notebooks.tidy(run_once()).metadata == {
        "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
        "language_info": {"name": "python"},
    }


def test_cell_ids_are_numbered_and_valid():
    tidied = notebooks.tidy(run_once())
    assert [cell["id"] for cell in tidied.cells] == ["cell-00", "cell-01", "cell-02"]
    nbformat.validate(tidied)


def test_tidy_twice_is_tidy_once():
    once = nbformat.writes(notebooks.tidy(run_once()))
    assert nbformat.writes(notebooks.tidy(nbformat.reads(once, as_version=4))) == once


@pytest.mark.parametrize("path", sorted(CHAPTERS.glob("*.ipynb")), ids=lambda p: p.stem)
def test_the_stored_chapters_are_tidy(path):
    stored = path.read_text(encoding="utf-8")
    assert nbformat.writes(notebooks.tidy(nbformat.reads(stored, as_version=4))) + "\n" == stored


def test_chapter_paths_are_the_notebooks_in_alphabetical_order(tmp_path):
    (tmp_path / "chapters/reference").mkdir(parents=True)
    for name in ("b.ipynb", "a.ipynb", "notes.md", "reference/c.ipynb"):
        (tmp_path / "chapters" / name).touch()
    assert [p.name for p in notebooks.chapter_paths(tmp_path)] == ["a.ipynb", "b.ipynb"]


ANSWER = [[{"output_type": "stream", "name": "stdout", "text": "42\n"}], []]


def test_outputs_are_stored_once(tmp_path):
    path = tmp_path / "chapter.ipynb"
    nbformat.write(a_notebook("print(6 * 7)", "x = 1"), path)
    assert notebooks.store(path, ANSWER) is True
    stored = nbformat.read(path, as_version=4)
    assert stored.cells[1].outputs[0]["text"] == "42\n"
    assert stored.cells[1].execution_count == 1
    assert stored.cells[2].outputs == []
    before = path.read_bytes()
    assert notebooks.store(path, ANSWER) is False
    assert path.read_bytes() == before


@pytest.mark.parametrize("outputs", [[], ANSWER[:1], [*ANSWER, []]])
def test_outputs_of_other_cells_are_refused(tmp_path, outputs):
    path = tmp_path / "chapter.ipynb"
    nbformat.write(a_notebook("print(6 * 7)", "x = 1"), path)
    before = path.read_bytes()
    with pytest.raises(ValueError, match="argument"):
        notebooks.store(path, outputs)
    assert path.read_bytes() == before


def test_outputs_put_into_a_text_take_the_place_of_its_own():
    text = nbformat.writes(run_once())
    put = nbformat.reads(notebooks.put(text, ANSWER), as_version=4)
    assert notebooks.outputs_of(put) == ANSWER
    assert put.cells[0].source == "# Title"


def test_a_notebook_is_read_with_one_more_cell_at_its_end(tmp_path):
    path = tmp_path / "chapter.ipynb"
    nbformat.write(a_notebook("6 * 7"), path)
    read = notebooks.read(path, last="x = 1")
    assert [c.source for c in read.cells] == ["# Title", "6 * 7", "x = 1"]
