"""A chapter with findings opens with an answer of at most 60 words, and what it means for Europe."""

from __future__ import annotations

import re

import pytest

from biometrics_china import exhibits, manuscript, place

MOST_WORDS = 60
#: in the line that says what it means for Europe
MOST_FOR_EUROPE = 27
CHAPTERS = sorted({row["subject"] for row in manuscript.findings()})
_NUMBER = re.compile(r"\{num\}`(\w+)\.(\w+)`")


def words(text: str) -> list[str]:
    """Return the words as they are read: those that a guard guards, and numbers as they are printed."""
    guarded = re.sub(r"\{holds\}`[^|`]*\|([^`]*)`", r"\1", text)
    return _NUMBER.sub(lambda m: exhibits.numbers_of(m[1])[m[2]].text, guarded).split()


def test_words_are_those_that_are_read() -> None:
    said = "By {num}`trafficking.total_2021_date` {holds}`a.b|none says when`."
    assert words(said) == ["By", "17", "September", "2021", "none", "says", "when."]


@pytest.mark.parametrize("subject", CHAPTERS)
def test_a_chapter_opens_with_its_answer(subject: str) -> None:
    text = (place.root() / f"chapters/{subject}.md").read_text(encoding="utf-8")
    head = text.partition("\n```{findings}")[0].partition("\n\n")[2].strip()
    opening, *others = head.split("\n\n")
    assert 20 <= len(words(opening)) <= MOST_WORDS, len(words(opening))
    assert "{num}" in opening or "{holds}" in opening, "an answer rests on the data"
    (for_europe,) = others
    assert for_europe.startswith("**For Europe:** ")
    assert len(words(for_europe)) <= MOST_FOR_EUROPE
