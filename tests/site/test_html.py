"""The HTML is well formed, and its structure is one that everyone can follow."""

import pytest
from markup_checks import content_faults, structure_faults, syntax_faults, unmarked_words


def test_pages_need_no_repair(site):
    assert [f for p in sorted(site.rglob("*.html")) for f in syntax_faults(p)] == []


def test_pages_have_language_title_unique_ids_and_ordered_headings(site):
    assert [f for p in sorted(site.rglob("*.html")) for f in structure_faults(p)] == []


def test_pages_hold_nothing_that_the_standard_forbids_and_say_nothing_twice(site):
    assert [f for p in sorted(site.rglob("*.html")) for f in content_faults(p)] == []


@pytest.mark.parametrize(
    "fault",
    [
        "a href 'http://e.cn/a\\\\b' is no address",
        "form action '' is no address",
        "figure planted: its caption stands in the middle",
        "unnamed figure planted",
        "unnamed table None",
        "th 'Head' says not what it heads",
        "h2 'Part§' has a name within its name",
        "the icon is no file",
        "alternative text 'The same' stands 2 times",
    ],
)
def test_the_check_sees_what_the_standard_forbids(broken, fault):
    found = content_faults(broken / "content.html")
    assert f"content.html: {fault}" in found
    assert len(found) == 9


def test_every_word_in_chinese_carries_its_language(site):
    assert [f for p in sorted(site.rglob("*.html")) for f in unmarked_words(p)] == []


def test_the_check_sees_words_without_their_language(broken):
    assert unmarked_words(broken / "content.html") == [
        "content.html: 人脸",
        "content.html: behind の",
    ]


@pytest.mark.parametrize(
    "fault",
    [
        "no language",
        "no title",
        "id 'twice' stands 2 times",
        "id 'a b' is empty or has blanks",
        "aria-labelledby names 'gone'",
        "2 headings of the first level",
        "h4 'Too deep' follows h2",
        "empty h2",
    ],
)
def test_the_check_sees_faults_of_structure(broken, fault):
    assert any(fault in found for found in structure_faults(broken / "structure.html"))


def test_the_check_sees_faults_of_syntax(broken):
    assert syntax_faults(broken / "structure.html")
    assert syntax_faults(broken / "links.html") == []
