"""Notebooks of the analysis: what they store, what is dropped, and that they are read like text."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from biometrics_china import exhibits, manuscript
from biometrics_china.building import running
from biometrics_china.publishing import notebooks

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / notebooks.FOLDER).glob("*.ipynb"))
each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)


def a_notebook(*code):
    cells = [new_markdown_cell("# Title"), *(new_code_cell(c) for c in code)]
    return new_notebook(cells=cells, metadata={"widgets": {"state": {}}})


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


def test_tidy_drops_times_and_keeps_outputs_and_tags():
    tidied = notebooks.tidy(run_once())
    for count, cell in enumerate(tidied.cells[1:], start=1):
        # counted from 1 on, whatever the run's counters were
        assert cell.execution_count == count
        assert cell.metadata == {"tags": ["hide-input"]}
        assert cell.outputs[0]["execution_count"] == count
        assert "execution_count" not in cell.outputs[1]
    assert set(tidied.metadata) == {"kernelspec", "language_info"}
    assert [cell["id"] for cell in tidied.cells] == ["cell-00", "cell-01", "cell-02"]
    nbformat.validate(tidied)


def test_outputs_are_stored_once_and_those_of_other_cells_refused(tmp_path):
    path = tmp_path / "analysis.ipynb"
    nbformat.write(a_notebook("6 * 7", "x = 1"), path)
    found = running.outputs(path)
    assert notebooks.store(path, found) is True
    assert notebooks.stored(path) == found
    before = path.read_bytes()
    assert notebooks.store(path, found) is False
    for other in ([], found[:1], [*found, []]):
        with pytest.raises(ValueError, match="argument"):
            notebooks.store(path, other)
    assert path.read_bytes() == before


def test_a_cell_shows_its_last_expression_as_a_kernel_would(tmp_path):
    path = tmp_path / "analysis.ipynb"
    nbformat.write(a_notebook("x = {'b': 1}", "y = 2; x", "None"), path)
    first, second, third = running.outputs(path)
    assert first == third == []
    assert second[0]["data"] == {"text/plain": "{'b': 1}"}
    assert second[0]["execution_count"] == 2


def test_a_cell_that_raises_is_named(tmp_path):
    path = tmp_path / "analysis.ipynb"
    nbformat.write(a_notebook("1", "{}['lost']"), path)
    with pytest.raises(
        running.CellFailed, match=r"analysis/analysis\.ipynb: cell 2: KeyError: 'lost'"
    ):
        running.outputs(path)


@pytest.mark.parametrize("cell", ["print(1)", "1;", "raise SystemExit", "%time 1"])
def test_a_cell_that_a_kernel_would_show_otherwise_is_refused(tmp_path, cell):
    path = tmp_path / "analysis.ipynb"
    nbformat.write(a_notebook("1", cell), path)
    with pytest.raises(running.CellFailed, match=r"analysis/analysis\.ipynb: cell 2: "):
        running.outputs(path)


def test_there_is_a_notebook_for_each_chapter_with_exhibits_and_for_no_other():
    assert [path.stem for path in NOTEBOOKS] == sorted(exhibits.SUBJECTS)


@each
def test_a_stored_notebook_is_tidy_and_holds_text_alone(path):
    text = path.read_text(encoding="utf-8")
    assert nbformat.writes(notebooks.tidy(nbformat.reads(text, as_version=4))) + "\n" == text
    outputs = [output for cell in notebooks.stored(path) for output in cell]
    assert outputs
    assert {output["output_type"] for output in outputs} == {"execute_result"}
    forms = {form for output in outputs for form in output["data"]}
    assert forms <= {"text/plain", "application/vnd.biometrics-china.exhibit+json"}


def test_all_notebooks_together_can_be_read_in_a_diff():
    assert sum(len(p.read_text(encoding="utf-8").splitlines()) for p in NOTEBOOKS) <= 20_000


@each
def test_cells_load_call_and_show(path):
    logic = (ast.If, ast.For, ast.While, ast.FunctionDef, ast.Try, ast.comprehension)
    for source in notebooks.code_of(path):
        tree = ast.parse(source)
        assert len(source.splitlines()) <= 25
        assert not [n for n in ast.walk(tree) if isinstance(n, logic)], source


@each
def test_a_notebook_ends_in_each_exhibit_once_in_the_order_of_the_chapter_and_in_all_numbers(path):
    shown = [
        node.args[0].value
        for source in notebooks.code_of(path)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "show"
    ]
    described = [b.argument for b in manuscript.blocks(path.stem) if b.kind == "show"]
    assert sorted(shown) == sorted(described)
    assert notebooks.code_of(path)[-1] == f'numbers("{path.stem}")'


@each
def test_most_cells_are_explained_and_the_first_words_name_the_chapter(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    words = ["".join(c["source"]) for c in cells if c["cell_type"] == "markdown"]
    assert words[0].startswith("# The analysis: ")
    assert f"(../{path.stem}.md)" in words[0]
    assert len(words) >= len(notebooks.code_of(path)) / 3
