"""Chapters as text: fences and guards are read, and what cannot be read is named with its line."""

from __future__ import annotations

import re
import sys

import pytest

from biometrics_china import exhibits, holds, manuscript
from biometrics_china.manuscript import BadText

SHOW = (
    "# T\n\n```{show} tab-methods-a\ntitle: T\ncaption: >-\n  Of {n}\n  rows\ninterval: None\n```\n"
)


@pytest.fixture
def page(tmp_path, monkeypatch):
    """Let the chapters be one page of some text, and return its name."""

    def write(text: str) -> str:
        (tmp_path / "methods.md").write_text(text, encoding="utf-8")
        manuscript.source.cache_clear()
        manuscript.blocks.cache_clear()
        return "methods"

    monkeypatch.setattr(manuscript, "folder", lambda: tmp_path)
    yield write
    manuscript.source.cache_clear()
    manuscript.blocks.cache_clear()


def test_a_fence_is_read_with_its_line_and_all_values_are_text(page):
    (block,) = manuscript.blocks(page(SHOW))
    assert (block.kind, block.argument, block.line) == ("show", "tab-methods-a", 3)
    assert block.content == {"title": "T", "caption": "Of {n} rows", "interval": "None"}


def test_an_exhibit_can_be_shown_again_without_words(page):
    (block,) = manuscript.blocks(page("```{show} fig-regulation-effect\n```\n"))
    assert block.content == {}


def test_other_fences_are_left_to_others(page):
    assert manuscript.blocks(page("```{generated} holds\n```\n\n```python\ntitle: x\n```\n")) == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title: T\n", "", "methods.md:3: {show} tab-methods-a: lacks title"),
        ("title: T", "titel: T", "methods.md:3: {show} tab-methods-a: lacks title"),
        ("title: T", "title: T\ncolour: red", "has no field colour"),
        ("title: T", "title:", "is empty in title"),
        ("title: T", "title: T\ntitle: U", "methods.md:5: key 'title' stands twice"),
        ("title: T", "title: T: U", "methods.md:4: cannot be read: "),
        ("title: T\n", "title: T\n bad\n\tworse\n", "cannot be read: "),
    ],
)
def test_what_cannot_be_read_is_named(page, old, new, message):
    with pytest.raises(BadText, match=re.escape(message)):
        manuscript.blocks(page(SHOW.replace(old, new)))


def test_a_finding_that_lacks_a_part_is_named(page):
    with pytest.raises(BadText, match=r"\{findings\}: claim-x: lacks exhibits, grade,"):
        manuscript.blocks(page("```{findings}\n- id: claim-x\n  sentence: S\n```\n"))


def test_one_name_where_a_list_is_asked_for_is_named(page):
    text = "```{findings}\n- id: claim-x\n  exhibits: fig-a\n```\n"
    with pytest.raises(BadText, match=r"claim-x: field exhibits: “fig-a” is text; a list is right"):
        manuscript.blocks(page(text))


def test_guards_are_read_wherever_they_stand(page):
    text = "A {holds}`first|word\nthat holds`.\n\n" + SHOW.replace("rows", "{holds}`other.b|rows`")
    found = manuscript.guards(page(text))
    assert [(g.predicate, g.words, g.line) for g in found] == [
        ("first", "word that holds", 1),
        ("other.b", "rows", 10),
    ]
    assert manuscript.plain("Of {n} {holds}`b|rows`") == "Of {n} rows"


def test_prose_is_no_part_of_what_running_depends_on_and_exhibits_and_predicates_are(page):
    before = manuscript.structure(page(SHOW))
    assert manuscript.structure(page("More prose.\n" + SHOW)) == before
    assert manuscript.structure(page(SHOW.replace("title: T", "title: U"))) != before
    assert manuscript.structure(page(SHOW + "{holds}`a|b`")) != before


def says_nothing() -> bool:
    return True


def falls() -> bool:
    """Return whether the sky stands."""
    return False


def gives_a_list() -> list[int]:
    """Return whether there are any."""
    return [1]


def stands() -> bool:
    """Return whether the
    ground stands."""
    return True


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("lost", "methods.md:1: the words “so it is”: methods has no predicate 'lost'"),
        ("says_nothing", "says_nothing does not say “Return whether …” what it checks"),
        ("falls", "the words “so it is” no longer hold; falls: Return whether the sky stands."),
        ("gives_a_list", "gives_a_list returns [1], not True or False"),
    ],
)
def test_words_without_ground_stop_the_build(page, monkeypatch, name, message):
    monkeypatch.setattr(holds, "import_module", lambda _: sys.modules[__name__])
    with pytest.raises(BadText, match=re.escape(message)):
        holds.of_page.__wrapped__(page(f"{{holds}}`{name}|so it is`"))


def test_words_that_hold_say_what_they_rest_on(page, monkeypatch):
    monkeypatch.setattr(holds, "import_module", lambda _: sys.modules[__name__])
    found = holds.of_page.__wrapped__(page("{holds}`stands|so it is` and {holds}`stands|more`"))
    assert found == {"stands": "Return whether the ground stands."}


@pytest.mark.parametrize("name", manuscript.pages())
def test_a_page_with_guarded_words_says_at_its_end_what_they_rest_on(name):
    said = "```{generated} holds\n```" in manuscript.source(name)
    assert said == bool(manuscript.guards(name))


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_the_guards_of_a_chapter_hold(subject):
    assert set(holds.of_page(subject)) == {g.predicate for g in manuscript.guards(subject)}
