"""The page on methods lists every test that the code makes."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from biometrics_china import manuscript, tables
from biometrics_china.analysis.methods import tests_made as made
from biometrics_china.statistics import MADE

ROOT = Path(__file__).parents[2]
ANALYSIS = sorted((ROOT / "src/biometrics_china/analysis").rglob("*.py"))
#: calls that make a test
TESTS = {
    "log_rank", "permuted_log_rank", "fisher_exact", "test_homogeneity", "chi2_contingency",
    "ttest_ind", "mannwhitneyu", "ks_2samp", "kruskal", "spearmanr", "kendalltau", "binomtest",
}  # fmt: skip


def unregistered(source: str) -> list[str]:
    """Return the functions of a module that make a test and do not say so."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            called = {getattr(c.func, "attr", getattr(c.func, "id", "")) for c in ast.walk(node)
                      if isinstance(c, ast.Call)}  # fmt: skip
            says = any("makes_test" in ast.dump(decorator) for decorator in node.decorator_list)
            if called & TESTS and not says:
                found.append(node.name)
    return found


def test_a_test_that_is_not_registered_is_found() -> None:
    assert unregistered("def f(x):\n    return statistics.fisher_exact(x)\n") == ["f"]
    assert unregistered("@makes_test('t', 'q')\ndef f(x):\n    return fisher_exact(x)\n") == []


@pytest.mark.parametrize("path", ANALYSIS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_every_test_is_registered_where_it_is_made(path: Path) -> None:
    assert unregistered(path.read_text(encoding="utf-8")) == []


def test_every_module_that_registers_a_test_is_listed() -> None:
    named = {module.__name__ for module in made.MODULES}
    asks = {
        ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)
        for path in ANALYSIS
        if "makes_test(" in path.read_text(encoding="utf-8")
    }
    assert named == asks


def test_the_list_is_in_the_order_of_the_book_and_holds_all() -> None:
    frame = made.tests_made()
    labels = tables.vocabulary("subject")
    order = [labels[subject] for subject in manuscript.SUBJECTS if subject in labels]
    assert frame["chapter"].map(order.index).is_monotonic_increasing
    registered = {(m.asks, m.test) for m in MADE if m.module.startswith(made.PACKAGE)}
    assert set(zip(frame["asks"], frame["test"], strict=True)) == registered
    assert frame["asks"].str.endswith("?").all()
