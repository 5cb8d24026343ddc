"""Notebooks of the analysis: where they are, what they store, and how their bytes stay stable."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

#: outputs of each code cell of a notebook
Outputs = list[list[dict[str, Any]]]

FOLDER = "chapters/analysis"


def path(root: Path, subject: str) -> Path:
    """Return where the notebook of a subject is, or would be."""
    return root / FOLDER / f"{subject}.ipynb"


def code_of(notebook: Path) -> list[str]:
    """Return the sources of the code cells of a notebook; none if there is no notebook."""
    return [cell.source for cell in _code(_read(notebook))] if notebook.is_file() else []


def stored(notebook: Path) -> Outputs:
    """Return the outputs that a notebook stores, of each of its code cells."""
    return [[_plain(output) for output in cell.outputs] for cell in _code(_read(notebook))]


def store(notebook: Path, outputs: Outputs) -> bool:
    """Store outputs in a notebook in place of its own, and return True if the file changed."""
    before, content = notebook.read_text(encoding="utf-8"), _read(notebook)
    for cell, its in zip(_code(content), outputs, strict=True):
        cell.outputs = [nbformat.from_dict(output) for output in its]
    after = str(nbformat.writes(tidy(content))) + "\n"
    if after != before:
        notebook.write_text(after, encoding="utf-8")
    return after != before


def tidy(notebook: NotebookNode) -> NotebookNode:
    """Drop what differs from run to run: times, the exact Python; number cells and executions.

    The counters of executed cells stay, from 1 on, because nbval takes a cell with outputs and
    without a counter for one that was never run.
    """
    notebook.metadata = NotebookNode(
        kernelspec={"display_name": "Python 3", "language": "python", "name": "python3"},
        language_info={"name": "python"},
    )
    for place, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{place:02d}"
    for count, cell in enumerate(_code(notebook), start=1):
        cell.metadata.pop("execution", None)
        cell.execution_count = count
        for output in cell.outputs:
            if "execution_count" in output:
                output["execution_count"] = count
    return notebook


def _read(notebook: Path) -> NotebookNode:
    return NotebookNode(nbformat.read(notebook, as_version=4))


def _code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _plain(node: Any) -> Any:
    """Return a notebook node as plain dictionaries and lists, for comparing."""
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items()}
    return [_plain(item) for item in node] if isinstance(node, list) else node
