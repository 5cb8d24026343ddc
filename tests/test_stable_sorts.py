"""No order is left to the processor: a sort by one key keeps the order of the table where it ties.

A sort by several keys is stable in pandas. The default for one key is not, and with it the order of
ties depends on the instructions that the processor has.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pandas as pd
import pytest

SOURCE = Path(__file__).parents[1] / "src"
SORTS = ("sort_values", "sort_index", "argsort", "nlargest", "nsmallest")


def unstable(text: str) -> list[int]:
    """Return the lines that sort by one key without saying that ties keep their order."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in SORTS
        and not has_several_keys(node)
        and not any(k.arg == "kind" and ast.unparse(k.value) == "'stable'" for k in node.keywords)
    ]


def has_several_keys(node: ast.Call) -> bool:
    return bool(node.args) and isinstance(node.args[0], ast.List) and len(node.args[0].elts) > 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("f.sort_values('a')", [1]),
        ("f.sort_values(['a'])", [1]),
        ("f.sort_values(key)", [1]),
        ("f.sort_values('a', kind='quicksort')", [1]),
        ("f.nlargest(3, 'a')", [1]),
        ("f.sort_values('a', kind='stable')", []),
        ("f.sort_values(['a', 'b'])", []),
    ],
)
def test_a_sort_that_leaves_ties_to_chance_is_found(text: str, lines: list[int]) -> None:
    assert unstable(text) == lines


def test_every_sort_is_stable() -> None:
    found = {p.relative_to(SOURCE): unstable(p.read_text("utf-8")) for p in SOURCE.rglob("*.py")}
    assert found
    assert {str(path): lines for path, lines in found.items() if lines} == {}


def test_pandas_sorts_by_several_keys_stably() -> None:
    frame = pd.DataFrame({"a": [1.0, 0.0] * 500, "b": [2.0] * 1000, "place": range(1000)})
    for ascending in (True, False):
        kept = frame.sort_values(["a", "b"], ascending=ascending)
        assert all(part["place"].is_monotonic_increasing for _, part in kept.groupby("a"))
