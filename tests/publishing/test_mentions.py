"""Works as pages name them: in running text, in lists, with the mark of a copy."""

from __future__ import annotations

import pytest

from biometrics_china import works
from biometrics_china.publishing import mentions

TARGET = "chapters/reference/sources.html#source-"
COPY = '<sup class="copy-mark"><span class="visually-hidden"> read in a </span>copy</sup>'
OF = {"s1": "law", "s2": "law", "s3": "news"}


@pytest.fixture(autouse=True)
def _two_works(monkeypatch):
    named = {"law": "A & B Law", "news": "Xinhua, 2021"}
    told = {
        "law": {"id": "law", "kind": "legislation", "title": "法", "title_en": "Law of A & B"},
        "news": {"id": "news", "kind": "article_newspaper", "title": "Xinhua", "title_en": ""},
    }
    monkeypatch.setattr(works, "of_source", OF.__getitem__)
    monkeypatch.setattr(works, "name", named.__getitem__)
    monkeypatch.setattr(works, "all_works", lambda: told)
    monkeypatch.setattr(works, "mark", {"s1": "copy", "s2": "", "s3": "report"}.__getitem__)


def test_running_text_names_work_and_article_with_the_mark_inside_the_link():
    assert mentions.reference("s1", "", "art. 3") == (
        f'<span class="source-reference">(<a href="{TARGET}s1">A &amp; B Law, art. 3{COPY}</a>)</span>'
    )
    assert COPY not in mentions.reference("s2", "")
    assert ">report</sup>" in mentions.reference("s3", "")


def together_of(first: str, second: str) -> str:
    return f"{first.removesuffix(')</span>')}; {second[second.index('<a') :]}"


def test_neighbouring_citations_share_brackets_and_equal_ones_stand_once():
    law, news = mentions.reference("s2", ""), mentions.reference("s3", "")
    assert mentions.joined(f"a {news} {news}.") == f"a {news}."
    together = together_of(law, news)
    assert mentions.joined(f"a {law}\n{news} {law} b") == f"a {together} b"
    apart = f"{law}, {news} and {law}. {news} <b>c</b>"
    assert mentions.joined(apart) == apart
    # what stands between a citation and a later pair of neighbours, on one line, is kept
    assert mentions.joined(f"{law} one {news} {law}") == f"{law} one {together_of(news, law)}"


def test_lists_name_the_title_too_unless_the_name_holds_it():
    assert mentions.source_link("s2", "../") == (
        f'<a href="../{TARGET}s2">A &amp; B Law: Law of A &amp; B</a>'
    )
    assert ">Xinhua, 2021<sup" in mentions.source_link("s3", "")


def test_a_work_that_was_read_in_two_copies_is_listed_once():
    assert mentions.one_each(["s2", "s1", "s3", "s2"]) == ("s2", "s3")
    assert mentions.one_each([]) == ()
