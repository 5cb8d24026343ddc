"""A chapter with findings opens with an answer of at most 60 words, above them."""

from __future__ import annotations

import re

import pytest

from biometrics_china import manuscript, place

MOST_WORDS = 60
CHAPTERS = sorted({row["subject"] for row in manuscript.findings()})


def words(text: str) -> list[str]:
    """Return the words as they are read: a guard is the words that it guards, a number is one."""
    guarded = re.sub(r"\{holds\}`[^|`]*\|([^`]*)`", r"\1", text)
    return re.sub(r"\{\w+\}`[^`]*`", "1", guarded).split()


def test_words_are_those_that_are_read() -> None:
    assert words("Of {num}`a.n` rules {holds}`a.b|none says when`.") == [
        *["Of", "1", "rules", "none", "says", "when."]
    ]


@pytest.mark.parametrize("subject", CHAPTERS)
def test_a_chapter_opens_with_its_answer(subject: str) -> None:
    text = (place.root() / f"chapters/{subject}.md").read_text(encoding="utf-8")
    opening = text.partition("\n```{findings}")[0].partition("\n\n")[2].strip()
    assert "\n\n" not in opening, "one paragraph between title and findings"
    assert 20 <= len(words(opening)) <= MOST_WORDS
    assert "{num}" in opening or "{holds}" in opening, "an answer rests on the data"
