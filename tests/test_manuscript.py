"""Chapters as text: fences and guards are read, and what cannot be read is named with its line."""

from __future__ import annotations

import re
import sys

import pytest

from biometrics_china import exhibits, forms, holds, manuscript
from biometrics_china.manuscript import BadText

SHOW = (
    "# T\n\n```{show} tab-methods-a\ntitle: T\ncaption: >-\n  Of {n}\n  rows\ninterval: None\n```\n"
)


@pytest.fixture
def page(tmp_path, monkeypatch):
    """Let the chapters be one page of some text, and return its name."""

    def write(text: str) -> str:
        whole = text.encode() + b"\n" * (text[-1:] != "\n")
        (tmp_path / "methods.md").write_bytes(whole)
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


ROLE, BRACE = "{holds}`predicate|words` is right", "is a stray brace"
FENCE = "is not read; a fence is right"
#: text of a page, and what is said of it
WRONG = {
    "an unclosed fence with words": (SHOW.removesuffix("```\n"), "md:3: a fence begins here and"),
    "an unclosed fence": ("A\n\n```{note}\nB\n", "md:3: a fence begins here and never ends"),
    "an unclosed box": (":::{note}\nB\n", "md:1: a fence begins here and never ends"),
    "an indented fence": (" ```{show} fig-methods-a\n ```\n", FENCE),
    "a fence of colons": (":::{show} fig-methods-a\n:::\n", FENCE),
    "a fence of four": ("````{findings}\n````\n", FENCE),
    "words that stand elsewhere": (
        SHOW.replace("tab-methods-a", "tab-police-powers-a"),
        "md:3: {show} tab-police-powers-a: its words stand once, in chapters/police_powers.md",
    ),
    "words of no chapter": (SHOW.replace("tab-methods-a", "tab-a"), "this one names none"),
    "an exhibit twice": (SHOW * 2, "md:12: {show} tab-methods-a: stands twice on this page"),
    "an exhibit again at home": (SHOW + "```{show} tab-methods-a\n```\n", "stands twice"),
    "findings twice": ("```{findings}\n- a: b\n```\n" * 2, "md:4: {findings}: stands once in a"),
    "no findings": ("```{findings}\n```\n", "md:1: {findings}: holds no list of findings"),
    "one finding": ("```{findings}\nid: x\n```\n", "{findings}: holds no list of findings"),
    "findings that are words": ("```{findings}\n- x\n```\n", "{findings}: holds no fields"),
    "a title that is a list": (SHOW.replace("title: T", "title: [T]"), "md:4: {show} tab-methods-a"),
    "a title with a number": (SHOW.replace("title: T", "title: '{n}'"), "field title: has a brace"),
    "columns in a line": (SHOW.replace("title: T", "title: T\ncolumns: x"), "no list of lines"),
    "an empty column": (SHOW.replace("title: T", "title: T\ncolumns: {x: }"), "of words"),
    "a list in a list": (SHOW.replace("title: T", "title: T\ncolumns: {x: [a]}"), "of words"),
    "a stray brace in a caption": (SHOW.replace("{n}", "{n"), "md:5: {show} tab-methods-a: field cap"),
    "a number by place": (SHOW.replace("{n}", "{0}"), "field caption: has a brace"),
    "a number with a format": (SHOW.replace("{n}", "{n:>3}"), "field caption: has a brace"),
    "no number": (SHOW.replace("{n}", "{}"), "field caption: has a brace"),
    "a tab": ("A\n\tB", "md:2: '\\tB' is no character of a text"),
    "a tab in a fence": (SHOW.replace("  rows", "\trows"), "md:7: cannot be read: found a tab"),
    "a NUL": ("A\n\n\0B", "md:3: '\\x00B' is no character of a text"),
    "what is not seen": ("A\u200bB", "is no character of a text"),
    "a carriage return": ("A\r\nB\n", "md:1: has a carriage return; lines end in LF alone"),
    "a byte order mark": ("\ufeff# A", "md:1: starts with a byte order mark"),
    "a guard without a bar": ("A {holds}`a` B", ROLE),
    "a guard without words": ("A {holds}`a|` B", ROLE),
    "a guard without an end": ("A\n{holds}`a|b\n\nC", f"md:2: '{{holds}}`a|b' is not read; {ROLE}"),
    "a role without ticks": ("A {num}regulation.x B", f"'{{num}}regulation.x B' {BRACE}"),
    "a role without an end": ("A {num}`a.b, {src}`c/d` B", BRACE),
    "a brace alone": ("A } B", BRACE),
    "a script": ("A\n<script>x</script>", "md:2: '<script>x</script>' is markup that is not used"),
    "an event": ('<a href="x" onclick="y">z</a>', "is markup that is not used here"),
    "a scheme": ('<a href="javascript:x">z</a>', "is markup that is not used here"),
    "a comment": ("A <!-- B", "is markup that is not used here"),
    "a merge": ("A\n<<<<<<< HEAD\nB\n", "md:2: '<<<<<<< HEAD' is what git leaves of two versions"),
    "nothing": (" \n", "methods.md: is empty; a title and text are right"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_what_only_looks_like_text_of_the_book_is_named_in_one_line(page, text, message):
    page(text)
    with pytest.raises(BadText, match=re.escape(message)) as raised:
        manuscript.check()
    assert len({problem.line for problem in raised.value.problems}) == len(raised.value.problems)


def test_bytes_that_are_no_text_are_named(page, tmp_path):
    page("A")
    (tmp_path / "methods.md").write_bytes(b"A\nB \xe9\n")
    with pytest.raises(BadText, match=r"^chapters/methods\.md:2: byte 0xe9 is not UTF-8$"):
        manuscript.check()


def test_what_is_right_is_let_be(page):
    page(
        "A {num}`a.b` and {holds}`a|b {n}\nc`, [x](y.md){#z}.\n".replace("{#z}", "")
        + '```python\nx = {"a": 1}\n```\n:::{note}\n<a href="https://x.y">z</a>\n:::\n'
    )
    manuscript.check()


def test_all_pages_are_read_and_only_chapters_are_guarded(page, tmp_path):
    page("A {")
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference/all.md").write_text("A\n\n{holds}`a|b`\n", encoding="utf-8")
    with pytest.raises(BadText) as raised:
        manuscript.check()
    assert [str(problem).partition(": ")[0] for problem in raised.value.problems] == [
        "chapters/methods.md:1",
        "chapters/reference/all.md:3",
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title: T\n", "", "methods.md:3: {show} tab-methods-a: lacks title"),
        ("title: T", "titel: T", "methods.md:3: {show} tab-methods-a: lacks title"),
        ("title: T", "title: T\ncolour: red", "has no field colour"),
        ("title: T", "title:", "md:4: {show} tab-methods-a: field title: is empty"),
        ("title: T", "title: T\ntitle: U", "methods.md:5: key 'title' stands twice"),
        ("title: T", "title: T: U", "methods.md:4: cannot be read: "),
        ("title: T\n", "title: T\n bad\n\tworse\n", "cannot be read: "),
    ],
)
def test_what_cannot_be_read_is_named(page, old, new, message):
    with pytest.raises(BadText, match=re.escape(message)):
        manuscript.blocks(page(SHOW.replace(old, new)))


def test_a_finding_that_lacks_a_part_is_named(page):
    with pytest.raises(BadText, match=r"\{findings\}: claim-x: lacks answer, exhibits,"):
        manuscript.blocks(page("```{findings}\n- id: claim-x\n  sentence: S\n```\n"))


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (" ".join(["word"] * 31) + ".", "has 31 words; at most 30 are right"),
        ("Of {a} and {b} there are {c} and {d}.", "has 4 numbers; at most 3 are right"),
        ("{holds}`x_is_so|Of {a} and {b}` there are {c} and {d}.", "has 4 numbers"),
    ],
)
def test_a_finding_that_is_no_short_sentence_is_named(page, sentence, said):
    text = f"```{{findings}}\n- id: claim-x\n  sentence: '{sentence}'\n```\n"
    with pytest.raises(BadText, match=f"claim-x: field sentence: {said}"):
        manuscript.blocks(page(text))


def test_a_finding_of_thirty_words_and_three_numbers_is_short_enough():
    sentence = "{holds}`x_is_so|" + " ".join(["word"] * 27) + "` {a} {b} {c}"
    assert forms.too_long(sentence) == ""
    assert forms.too_long(f"{sentence} more") == (
        "has 31 words; at most 30 are right, the rest below the sentence"
    )


def test_one_name_where_a_list_is_asked_for_is_named(page):
    text = "```{findings}\n- id: claim-x\n  exhibits: fig-a\n```\n"
    with pytest.raises(BadText, match=r"claim-x: field exhibits: “fig-a” is no list, such as"):
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


def breaks() -> bool:
    """Return whether it breaks."""
    raise KeyError("lost\nrow")


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
        (
            "breaks",
            "methods.md:1: the words “so it is”: breaks could not say whether they hold: "
            r"KeyError: 'lost\nrow'",
        ),
    ],
)
def test_words_without_ground_stop_the_build(page, monkeypatch, name, message):
    monkeypatch.setattr(holds, "import_module", lambda _: sys.modules[__name__])
    with pytest.raises(BadText, match=re.escape(message)):
        holds.of_page.__wrapped__(page(f"{{holds}}`{name}|so it is`"))


def test_guarded_words_ask_for_numbers_that_are_there(page, monkeypatch):
    monkeypatch.setattr(holds, "import_module", lambda _: sys.modules[__name__])
    monkeypatch.setattr(exhibits, "numbers_of", lambda _: {"n": 1})
    said = r"md:1: the words “{n} of {m}”: there is no number m of methods$"
    with pytest.raises(BadText, match=said):
        holds.of_page.__wrapped__(page("{holds}`stands|{n} of {m}`"))


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
