"""A chapter has one name: that of its heading, and one short form of its words for narrow columns."""

from __future__ import annotations

import re

import pytest

from biometrics_china import manuscript, place, tables, titles

#: the words of a short form are of the title, in its order
WORD = re.compile(r"[\w-]+")
PUBLISHING = place.root() / "src/biometrics_china/publishing"


@pytest.mark.parametrize("subject", manuscript.SUBJECTS)
def test_the_short_form_of_a_title_has_its_words(subject: str) -> None:
    title, short = titles.of(subject), tables.vocabulary("subject")[subject]
    rest = iter(WORD.findall(title.casefold()))
    assert all(word in rest for word in WORD.findall(short.casefold())), (title, short)
    assert len(short) <= len(title)


def test_the_codebook_names_each_chapter_by_its_title() -> None:
    said = tables.package().vocabularies["subject"]
    told = {term.value: term.description for term in said}
    for subject, title in titles.every().items():
        if subject != "partner_register":
            assert told[subject] == f'The chapter "{title}".'


def test_generated_pages_take_the_title_from_the_chapter() -> None:
    found = [
        str(path.relative_to(PUBLISHING))
        for path in sorted(PUBLISHING.rglob("*.py"))
        if re.search(r"vocabulary\([\"']subject", path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_a_page_without_a_title_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manuscript, "source", lambda _: "Words.\n")
    with pytest.raises(manuscript.BadText, match="does not begin with its title"):
        titles.of("regulation")
