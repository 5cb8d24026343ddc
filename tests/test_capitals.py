"""Words put into a sentence keep the capitals of names and abbreviations."""

from __future__ import annotations

import ast
import re

import pytest

from biometrics_china import place, tables
from biometrics_china.capitals import lower_first, upper_first

PACKAGE = place.root() / "src/biometrics_china"
#: what makes small letters of a whole label, or of the first letter whatever the word
CUT = re.compile(
    r"\.capitalize\(\)|\[0\]\.(lower|upper)\(\)|vocabulary\([^)]*\)\[[^\]]*\]+\.lower\(\)"
)
#: rooms that put words on pages of the book and of the register
ROOMS = ("publishing", "register")
#: where letters are compared, or numbers stand in words
NO_WORDS = (
    "publishing/search",
    "publishing/names/finding.py",
    "publishing/glossary/page.py",
    "publishing/spelled.py",
    "publishing/findings.py",
    "register/reading",
)


@pytest.mark.parametrize(
    ("words", "within", "first"),
    [
        ("EU directive", "EU directive", "EU directive"),
        ("National law", "national law", "National law"),
        ("DNA", "DNA", "DNA"),
        ("iFLYTEK sells", "iFLYTEK sells", "iFLYTEK sells"),
        ("Uyghurs in Xinjiang", "Uyghurs in Xinjiang", "Uyghurs in Xinjiang"),
        ("cameras in Europe", "cameras in Europe", "Cameras in Europe"),
        ("A number", "a number", "A number"),
        ("", "", ""),
    ],
)
def test_the_first_letter_alone_changes(words, within, first):
    assert (lower_first(words), upper_first(words)) == (within, first)


def test_no_label_loses_the_capitals_of_its_abbreviations():
    codes = tables.package().vocabularies
    for name in codes:
        for label in tables.vocabulary(name).values():
            held = re.findall(r"\b\w*[A-Z]\w*[A-Z]\w*|(?<=\S )[A-Z]\w+", label)
            said = lower_first(label)
            assert all(word in said for word in held), label


def test_no_words_are_made_small_but_by_these_functions():
    found = []
    for room in ROOMS:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            name = str(path.relative_to(PACKAGE))
            code = ast.unparse(ast.parse(path.read_text(encoding="utf-8")))
            if not name.startswith(NO_WORDS):
                found += [f"{name}: {m[0]}" for m in CUT.finditer(code)]
    assert found == []
