"""How pages begin: titles, first paragraphs and where these may be cut."""

from __future__ import annotations

import re

import pytest

from biometrics_china import manuscript, titles
from biometrics_china.publishing import head, openings


def sentences(words):
    """Return words parted where `openings` may cut them."""
    ends = [found.end() for found in openings._END.finditer(words)]
    parts = (words[a:b].strip() for a, b in zip([0, *ends], [*ends, len(words)], strict=True))
    return [part for part in parts if part]


@pytest.mark.parametrize("subject", manuscript.SUBJECTS)
def test_a_chapter_opens_with_its_title_and_plain_words(subject):
    assert f"# {titles.of(subject)}\n" in manuscript.source(subject)
    said = openings.paragraph(subject)
    assert re.search(r"[{}`*]|\]\(", said) is None
    assert not said.startswith("For Europe")
    assert said.endswith((".", "?"))


def test_the_front_page_opens_below_its_imprint():
    assert openings.paragraph("index").startswith("China has written rules")


@pytest.mark.parametrize("subject", ["index", *manuscript.SUBJECTS])
def test_the_description_of_a_chapter_is_what_it_opens_with_to_the_end_of_a_sentence(subject):
    opening = openings.paragraph(subject)
    imprint = '<p class="imprint">Version 1, 29 November 2026, by the group that made the book</p>'
    body = (
        f"<h1>T</h1>{imprint}<p>{opening}</p><p><strong>For Europe:</strong> ask. {'x ' * 40}</p>"
    )
    said = head.description(body)
    assert opening.startswith(said)
    assert openings.SHORTEST <= len(said) <= head.LONGEST
    assert said in {" ".join(sentences(opening)[:n]) for n in range(1, 9)}


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Of art. 5 and the U.S. List. Then “so.” But no.", 3),
        ("In 2020. 5 cases", 1),
        ("Elle dit « non. » Puis oui ! Oui.", 3),
        ("第一句。第二句！", 2),
        ("is it so? It is… Perhaps", 3),
    ],
)
def test_sentences_end_where_readers_end_them(words, parts):
    found = sentences(words)
    assert len(found) == parts
    assert "".join(found).replace(" ", "") == words.replace(" ", "")


def test_a_first_sentence_that_is_too_short_or_too_long_is_cut_at_a_word():
    long = f"Short. {'word ' * 30}"
    assert openings.shortened(long, 60).endswith("word …")
    assert len(openings.shortened(long, 60)) <= 60
    assert openings.shortened("All of it.", 60) == "All of it."
