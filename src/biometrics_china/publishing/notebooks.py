"""Chapters as stored notebooks: execute them, keep their outputs, keep their bytes stable."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

_KEPT_METADATA = ("kernelspec", "language_info")


def chapter_paths(root: Path) -> list[Path]:
    """Return the chapters below `root`, in alphabetical order."""
    return sorted((root / "chapters").glob("*.ipynb"))


def execute(path: Path) -> bool:
    """Execute one chapter, store its outputs, and return True if the file changed.

    Raises nbclient's CellExecutionError if a cell fails; the file is then left as it was.
    """
    before = path.read_text(encoding="utf-8")
    notebook = nbformat.reads(before, as_version=4)
    NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()
    tidy(notebook)
    after = str(nbformat.writes(notebook)) + "\n"
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
