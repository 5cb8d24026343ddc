"""Chapters: each exhibit is shown once, in order, by a cell that holds no logic; words are enough."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from biometrics_china import exhibits

ROOT = Path(__file__).parents[2]
CHAPTERS = sorted((ROOT / "chapters").glob("*.ipynb"))
#: pages that are no chapters: they open without findings and answer to no official position
PAGES = ("methods", "partner_register")
WRITTEN = tuple(s for s in exhibits.SUBJECTS if s not in PAGES)


def cells(path: Path, kind: str) -> list[str]:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == kind]


def shown(path: Path) -> list[str]:
    return [e for source in cells(path, "code") for e in re.findall(r'show\("([\w-]+)"\)', source)]


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_a_chapter_shows_each_of_its_exhibits_once_and_in_order(subject: str) -> None:
    found = shown(ROOT / "chapters" / f"{subject}.ipynb")
    registered = [e.id for e in exhibits.of_subject(subject)]
    for prefix in ("fig-", "tab-"):
        assert [e for e in found if e.startswith(prefix)] == [
            e for e in registered if e.startswith(prefix)
        ]


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda p: p.stem)
def test_cells_hold_no_logic(path: Path) -> None:
    logic = (ast.If, ast.For, ast.While, ast.FunctionDef, ast.Lambda, ast.comprehension, ast.Try)
    sources = cells(path, "code")
    assert sources, "a notebook without code cells would pass nbval unseen"
    for source in sources:
        tree = ast.parse(source)
        assert len(source.splitlines()) <= 5
        assert not [n for n in ast.walk(tree) if isinstance(n, logic)], source


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda p: p.stem)
def test_outputs_are_stored_and_hold_no_error_and_no_line_of_stderr(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        source = "".join(cell["source"])
        assert source.startswith("from ") or cell["outputs"], f"no stored output: {source}"
        kinds = {o["output_type"] for o in cell["outputs"]}
        assert kinds <= {"execute_result", "display_data"}, kinds


@pytest.mark.parametrize("subject", WRITTEN)
def test_a_chapter_has_its_parts_and_is_neither_thin_nor_endless(subject: str) -> None:
    prose = "\n\n".join(cells(ROOT / "chapters" / f"{subject}.ipynb", "markdown"))
    heads = re.findall(r"^## (.+)$", prose, re.M)
    for part in ("Limits of this chapter", "The official position", "What it means for Europe"):
        assert part in heads
    assert "{generated} findings" in prose.split("\n## ")[0]
    words = re.sub(r"\{\w+\}`[^`]*`|```.*?```", " word ", prose, flags=re.S).split()
    assert 1500 <= len(words) <= 3000, len(words)
