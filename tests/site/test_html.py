"""The HTML is well formed, and its structure is one that everyone can follow."""

import pytest
from markup_checks import structure_faults, syntax_faults


def test_pages_need_no_repair(site):
    assert [f for p in sorted(site.rglob("*.html")) for f in syntax_faults(p)] == []


def test_pages_have_language_title_unique_ids_and_ordered_headings(site):
    assert [f for p in sorted(site.rglob("*.html")) for f in structure_faults(p)] == []


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
