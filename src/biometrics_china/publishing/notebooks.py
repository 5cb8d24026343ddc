"""Chapters as stored notebooks: where they are, their outputs, and how their bytes stay stable."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

#: outputs of each code cell of a notebook
Outputs = list[list[dict[str, Any]]]

_KEPT_METADATA = ("kernelspec", "language_info")


def chapter_paths(root: Path) -> list[Path]:
    """Return the chapters below `root`, in alphabetical order."""
    return sorted((root / "chapters").glob("*.ipynb"))


def read(path: Path, *, last: str) -> NotebookNode:
    """Return a notebook with one more code cell at its end."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell(last))
    return NotebookNode(notebook)


def put(text: str, outputs: Outputs) -> str:
    """Return the text of a notebook with these outputs of its code cells in place of its own.

    Raises ValueError if there are not as many as code cells.
    """
    notebook = nbformat.reads(text, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for cell, its in zip(code, outputs, strict=True):
        cell.outputs = [nbformat.from_dict(output) for output in its]
    return str(nbformat.writes(tidy(notebook))) + "\n"


def outputs_of(notebook: NotebookNode) -> Outputs:
    """Return the outputs of each code cell, numbered and without what differs between runs."""
    return [cell.outputs for cell in tidy(notebook).cells if cell.cell_type == "code"]


def store(path: Path, outputs: Outputs) -> bool:
    """Store the outputs of a chapter in its notebook, and return True if the file changed."""
    before = path.read_text(encoding="utf-8")
    after = put(before, outputs)
    if after != before:
        path.write_text(after, encoding="utf-8")
    return after != before


def tidy(notebook: NotebookNode) -> NotebookNode:
    """Drop what differs from run to run: timings, the exact Python; number cells and executions.

    The counters of executed cells stay, from 1 on, because nbval takes a cell with outputs and
    without a counter for one that was never run.
    """
    kept = {k: notebook.metadata[k] for k in _KEPT_METADATA if k in notebook.metadata}
    kept["language_info"] = {"name": "python"}
    notebook.metadata = NotebookNode(kept)
    count = 0
    for place, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{place:02d}"
        if cell.cell_type != "code":
            continue
        count += 1
        cell.metadata.pop("execution", None)
        cell.execution_count = count
        for output in cell.outputs:
            if "execution_count" in output:
                output["execution_count"] = count
    return notebook
