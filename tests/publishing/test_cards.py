"""Cards to share: which page has which, and what they say."""

from __future__ import annotations

import pytest
from some_metadata import FULL

from biometrics_china import claims, exhibits, manuscript, metadata, titles
from biometrics_china.figures import card
from biometrics_china.publishing import cards, citable

WITH_FINDINGS = sorted({row["subject"] for row in manuscript.findings()})


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("chapters/index.html", "book"),
        ("chapters/summary_de.html", "book"),
        ("chapters/faces.html", "faces"),
        ("chapters/analysis/faces.html", "faces"),
        ("chapters/cooperation/police.html", "cooperation"),
        ("search.html", "book"),
    ],
)
def test_a_page_is_shared_with_the_card_of_its_chapter_or_of_the_book(page, name):
    assert cards.address(page) == f"cards/{name}.png"


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_a_chapter_has_its_title_and_a_whole_sentence_on_its_card(subject):
    facts = metadata.load()
    one = cards.of(subject, facts)
    assert one.title == titles.of(subject)
    assert one.book == facts.short_title
    assert one.sentence.endswith((".", "?")), "cut behind a sentence"
    assert facts.printed_version in one.left + one.right
    assert "29 November 2026" in one.right or facts.date != "2026-11-29"
    assert len(card.drawn(one)) < cards.MOST_BYTES


@pytest.mark.parametrize("subject", WITH_FINDINGS)
def test_a_finding_on_a_card_carries_its_grade(subject):
    first = claims.of_subject(subject)[0]
    one = cards.of(subject, metadata.load())
    assert first.text.replace("'", "’").startswith(one.sentence)
    assert one.left.startswith(f"Finding. Evidence {first.grade}: ")


def test_the_card_of_the_book_says_what_it_is_about():
    one = cards.of("book", metadata.load())
    assert " ".join(one.title.split()) == metadata.load().title.replace("'", "’")
    assert metadata.load().abstract.startswith(one.sentence)
    assert len(card.drawn(one)) < cards.MOST_BYTES


def test_every_page_names_its_card_with_words_for_those_who_do_not_see_it():
    for page, name in (("chapters/faces.html", "faces"), ("chapters/a.html", "book")):
        html = citable.page_html("T", page, "../")
        assert "<dt>Card to share</dt>" in html
        assert f'href="../cards/{name}.png" download' in html
        alt = cards.alt_text(page, metadata.load())
        assert metadata.load().printed_version in alt
        assert ".." not in alt
    assert cards.alt_text("a.html", FULL).startswith("A Book: Höhen & Tiefen. What </script>")
