"""No count of one stands before a plural in words that the source makes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from biometrics_china import place
from biometrics_china.counts import many
from biometrics_china.figures import mark_words
from biometrics_china.validation import grading
from plurals import NOUNS, faults

PACKAGE = place.root() / "src/biometrics_china"
#: rooms whose words readers of the book do not see
UNSEEN = ("building", "official", "validation", "versions")
#: text behind a value that counts it
COUNTED = re.compile(rf" (?:more |other |official |police )?(?:{'|'.join(NOUNS)})\b")
#: values that stand before a plural and are never one, and why
NEVER_ONE = {
    "without/briefly.py": "a single source has a sentence of its own",
    "without/lines.py": "a single source has a sentence of its own",
    "publishing/renderer.py": "only tables longer than is shown at first are counted",
    "publishing/turned.py": "all findings of the book",
    "figures/police_powers_outside.py": "of so many powers",
    "register/lead.py": "behind a test for one",
    "register/summary.py": "all lists of the register",
    "analysis/cooperation/advice.py": "behind a test for few",
    "analysis/europe_technology/numbers_size.py": "whose firms they are, no number",
    "register/changes.py": "which records they are, no number",
    "__main__.py": "all tables and rows of the book",
}


def typed(tree: ast.AST) -> Iterator[str]:
    """Yield each value that is printed before a plural, but for constants and errors."""
    raised = {
        id(n) for error in ast.walk(tree) if isinstance(error, ast.Raise) for n in ast.walk(error)
    }
    for node in ast.walk(tree):
        if id(node) in raised:
            continue
        for value, after in zip(*_pairs(node), strict=True):
            said = str(after.value) if isinstance(after, ast.Constant) else ""
            printed = ast.unparse(value.value) if isinstance(value, ast.FormattedValue) else "X"
            if not printed.rpartition(".")[2].isupper() and (found := COUNTED.match(said)):
                yield f"{{{printed}}}{found[0]}"


def _pairs(node: ast.AST) -> tuple[list[ast.expr], list[ast.expr]]:
    values = node.values if isinstance(node, ast.JoinedStr) else []
    return values[:-1], values[1:]


def seen() -> list[Path]:
    every = sorted(PACKAGE.rglob("*.py"))
    return [p for p in every if p.relative_to(PACKAGE).parts[0] not in UNSEEN]


def test_a_count_has_the_word_for_one_or_for_several() -> None:
    assert [many(n, "row") for n in (0, 1, 2, 1204)] == ["0 rows", "1 row", "2 rows", "1,204 rows"]
    assert [many(n, "body", "bodies") for n in (1, 3)] == ["1 body", "3 bodies"]


def test_a_count_in_the_words_of_a_mark_does_too() -> None:
    words = "{name}[, {n:many police body/police bodies}] of {all:many drafter}"
    said = [mark_words.said(words, {"name": "x", "n": n, "all": 1.0}) for n in (1, 2.0, None)]
    assert said == [
        "x, 1 police body of 1 drafter",
        "x, 2 police bodies of 1 drafter",
        "x of 1 drafter",
    ]


def test_uses_of_sources_are_counted_in_words() -> None:
    assert grading.poor_uses(1, 1) == "the one use of a source rests on a report or a weak host"
    assert grading.poor_uses(1, 2).startswith("1 of 2 uses of sources rests on")
    assert grading.poor_uses(2, 3).startswith("2 of 3 uses of sources rest on")


@pytest.mark.parametrize("path", seen(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_value_is_typed_before_a_plural(path: Path) -> None:
    found = [*typed(ast.parse(path.read_text(encoding="utf-8")))]
    assert bool(found) == (str(path.relative_to(PACKAGE)) in NEVER_ONE), found


def test_the_fault_is_seen_in_words_in_source_and_on_a_page() -> None:
    page = '<p><b>1</b> works behind</p><td>1</td><td>works</td><svg aria-label="1 marks"></svg>'
    assert len(faults(page)) == 2
    assert faults("<p>1 work, 21 works, 0.1 works, 1 of 3 works, 1 asks</p>") == []
    assert [*typed(ast.parse('f"{len(x):,} rows of {y}s"'))] == ["{len(x)} rows"]
