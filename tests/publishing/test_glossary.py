"""Terms in running text, worked out by hand, and what every row of the glossary must hold."""

from __future__ import annotations

import json
import re
from html import escape

import pytest

from biometrics_china import manuscript, titles
from biometrics_china.publishing.glossary import entries, page
from biometrics_china.publishing.glossary.entries import Term
from biometrics_china.publishing.glossary.marking import mark, places

HAN = re.compile(r"[\u4e00-\u9fff]")
#: a syllable of Pinyin has one run of vowels; an apostrophe parts two that would join
VOWELS = re.compile("[aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+", re.IGNORECASE)
LINK = re.compile(
    r'<span id="use-[^"]*"><a [^>]*class="term">(?P<words>.*?)</a>'
    r'(?:<span class="term-chinese"[^>]*> \(<span lang="zh-Hans">(?P<chinese>.*?)</span>'
    r'(?:, <span lang="zh-Latn">.*?</span>)?\)</span>)?</span>',
    re.DOTALL,
)


def term(name: str, *also: str, chinese: str = "", pinyin: str = "", given: bool = True) -> Term:
    identity = name.lower().replace(" ", "-")
    return Term(identity, name, also, chinese, pinyin, "law", given, "m", "", "s", "l", "s", "l")


TERMS = {
    t.id: t
    for t in (
        term("Skynet", chinese="天网", pinyin="tiānwǎng"),
        term("handler", "handlers", chinese="处理者", pinyin="chǔlǐzhě"),
        term("Ministry", chinese="部", pinyin="bù"),
        term("institute of the Ministry", chinese="所", pinyin="suǒ"),
        term("AI Act"),
        term("quiet", chinese="静", pinyin="jìng", given=False),
        term("long", chinese="长", pinyin="á" * (entries.MOST_PINYIN + 1)),
    )
}
GIVEN = ' (<span lang="zh-Hans">天网</span>, <span lang="zh-Latn">tiānwǎng</span>)</span></span>'


def marked(body: str) -> list[str]:
    """Return the words that became links, each with the Chinese behind it."""
    html = mark(body, "../", TERMS)
    assert LINK.sub(lambda found: found["words"], html) == body
    return [" ".join(filter(None, found.groups())) for found in LINK.finditer(html)]


def test_the_first_use_alone_is_a_link_with_chinese_and_pinyin_in_their_languages():
    html = mark("<p>Of Skynet, and Skynet.</p><p>Skynet</p>", "../", TERMS)
    assert html.count('class="term"') == html.count("天网") == 1
    link = '<a href="../chapters/reference/glossary.html#term-skynet" class="term">Skynet</a>'
    assert f'<p>Of <span id="use-skynet">{link}<span class="term-chinese"' in html
    assert f"{GIVEN}, and Skynet.</p>" in html
    assert mark(html, "../", TERMS) == html


@pytest.mark.parametrize(
    "silent",
    [
        "<h2>Skynet</h2>",
        "<table><tr><td><p>Skynet</p></td></tr></table>",
        "<figure><figcaption><p>Skynet</p></figcaption></figure>",
        '<section class="findings"><ol><li><p>Skynet</p></li></ol></section>',
        "<details><p>Skynet</p></details>",
        "<blockquote><p>Skynet</p></blockquote>",
        '<p><a href="x">on Skynet</a></p>',
        "<p><code>Skynet</code></p>",
        '<p><span class="source-reference">(Skynet, 2018)</span></p>',
        '<ol class="works"><li>Skynet<ul><li>Skynet</li></ul></li></ol>',
        "<p>They said: “of Skynet”.</p>",
        "<p>They said “one <i>and</i> Skynet”.</p>",
        "<p>Skynets, a-Skynet and Skynet-like</p>",
        "<div>Skynet</div>",
        "<!-- <p>Skynet</p> -->",
    ],
)
def test_what_is_no_running_text_is_passed_over_and_the_next_use_is_marked(silent):
    assert marked(silent) == []
    assert marked(f"{silent}<p>Skynet runs.</p>") == ["Skynet 天网"]
    assert marked(f"<p>Skynet runs.</p>{silent}") == ["Skynet 天网"]


def test_the_longest_form_wins_and_forms_may_begin_a_sentence_or_break_over_lines():
    assert marked("<p>Handlers of the institute of\nthe Ministry.</p>") == [
        "Handlers 处理者",
        "institute of\nthe Ministry 所",
    ]


def test_chinese_stands_where_it_reads_well():
    assert marked("<p>the Ministry’s rule, the Ministry</p>") == ["Ministry 部"]
    assert marked("<p>the Ministry’s rule</p>") == ["Ministry"]
    assert marked("<p>(by the Ministry) and the Ministry</p>") == ["Ministry 部"]
    assert marked("<p>(by the Ministry)</p>") == ["Ministry"]
    cited = '<span class="source-reference">(a)</span>'
    assert marked(f"<p>Skynet {cited} and Skynet</p>") == ["Skynet 天网"]
    assert [p.grade for p in places("<p>Skynet (a), Skynet</p>", TERMS)] == [1, 0]


def test_chinese_that_the_text_gives_is_not_given_twice():
    assert marked("<p>Skynet (天网) runs.</p>") == ["Skynet"]
    assert marked("<p>Skynet</p><p>called 天网</p>") == ["Skynet"]
    assert marked("<p>Skynet</p><table><tr><td>天网</td></tr></table>") == ["Skynet 天网"]


def test_no_chinese_where_there_is_none_or_none_is_wanted_and_no_pinyin_that_is_long():
    assert marked("<p>The AI Act is quiet.</p>") == ["AI Act", "quiet"]
    assert "zh-Latn" not in mark("<p>It is long.</p>", "", TERMS)
    assert marked("<p>It is long.</p>") == ["long 长"]


def test_every_chinese_was_read_somewhere_and_its_pinyin_has_a_syllable_for_each_character():
    for found in entries.terms().values():
        assert bool(found.chinese) == bool(found.chinese_source_id), found.id
        assert not found.is_given or found.chinese, found.id
        assert all((found.source_id, found.locator, found.meaning.endswith("."))), found.id
        assert not HAN.search(found.meaning + found.term), found.id
        if found.pinyin:
            assert len(VOWELS.findall(found.pinyin)) == len(found.chinese), found.id
            assert not re.search(r"[v0-9']", found.pinyin), found.id
            assert re.search(r"[^\x00-\x7f’ü]", found.pinyin), found.id


def test_no_two_terms_share_a_form():
    named: dict[str, set[str]] = {}
    for found in entries.terms().values():
        for form in found.forms:
            named.setdefault(entries.plain(form), set()).add(found.id)
    assert {form: ids for form, ids in named.items() if len(ids) > 1} == {}


def test_a_meaning_is_short():
    words = {t.id: len(t.meaning.split()) for t in entries.terms().values()}
    assert {i: n for i, n in words.items() if n > 35} == {}


def test_page_and_script_hold_every_term_once():
    html = page.glossary_html("../../")
    held = json.loads(page.script().decode().removeprefix("bookTerms(").removesuffix(");\n"))
    assert "</" not in page.script().decode()
    for found in entries.terms().values():
        assert html.count(f'id="{entries.anchor(found.id)}"') == 1
        assert found.term in re.sub("<[^>]+>", "", held[entries.anchor(found.id)])
    assert set(held) == {entries.anchor(i) for i in entries.terms()}


def test_uses_are_filled_in_as_links_or_said_to_be_none():
    html = '<dd><span data-uses="skynet"></span></dd><dd><span data-uses="quiet"></span></dd>'
    filled = page.with_uses(html, {"skynet": ["faces"]}, "../../")
    assert '<dd><a href="../../chapters/faces.html#use-skynet">' in filled
    assert "no chapter’s running text" in filled
    assert "data-uses" not in filled


def test_a_chapter_that_explains_a_term_is_named_by_its_title():
    said = page._linked("skynet", manuscript.SUBJECTS, "../")
    assert re.findall(r">([^<]+)</a>", said) == [escape(t) for t in titles.every().values()]
