"""Terms in running text, worked out by hand, and what every row of the glossary must hold."""

from __future__ import annotations

import json
import re
from html import escape

import pytest

from biometrics_china import manuscript, titles
from biometrics_china.publishing.glossary import entries, page
from biometrics_china.publishing.glossary.entries import Term
from biometrics_china.publishing.glossary.marking import mark

HAN = re.compile(r"[\u4e00-\u9fff]")
#: a syllable of Pinyin has one run of vowels; an apostrophe parts two that would join
VOWELS = re.compile("[aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+", re.IGNORECASE)
LINK = re.compile(r'<a [^>]*class="term">(?P<words>.*?)</a>', re.DOTALL)
CHINESE = re.compile(
    r'<span class="term-chinese"[^>]*> (?P<said>[(\[]<span lang="zh-Hans">.*?</span>'
    r'(?:, <span lang="zh-Latn">.*?</span>)?[)\]])</span>'
)


def term(name: str, *also: str, chinese: str = "", pinyin: str = "") -> Term:
    identity = name.lower().replace(" ", "-")
    return Term(identity, name, also, chinese, pinyin, "law", "m", "", "s", "l", "s", "l")


TERMS = {
    t.id: t
    for t in (
        term("Skynet", chinese="天网", pinyin="tiānwǎng"),
        term("handler", "handlers", chinese="处理者", pinyin="chǔlǐzhě"),
        term("Ministry", chinese="部", pinyin="bù"),
        term("institute of the Ministry", chinese="所", pinyin="suǒ"),
        term("AI Act"),
    )
}
GIVEN = ' (<span lang="zh-Hans">天网</span>, <span lang="zh-Latn">tiānwǎng</span>)</span></span>'


def marked(body: str) -> str:
    """Return the words of a marked page, links in braces and Chinese in its brackets."""
    html = mark(body, "../", TERMS)
    assert mark(html, "../", TERMS) == html
    said = CHINESE.sub(lambda found: f" {found['said']}", html)
    return re.sub("<[^>]+>", "", LINK.sub(r"{\g<words>}", said))


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
        '<ol class="works"><li>Skynet<ul><li>Skynet</li></ul></li></ol>',
        "<p>They said: “of Skynet”.</p>",
        "<p>They said “one <i>and</i> Skynet”.</p>",
        "<p>Skynets, a-Skynet and Skynet-like</p>",
        "<div>Skynet</div>",
        "<!-- <p>Skynet</p> -->",
    ],
)
def test_what_is_no_running_text_is_passed_over_and_the_next_use_is_marked(silent):
    runs = "{Skynet} (天网, tiānwǎng) runs."
    assert mark(silent, "../", TERMS) == silent
    assert marked(f"{silent}<p>Skynet runs.</p>").endswith(runs)
    assert marked(f"<p>Skynet runs.</p>{silent}").startswith(runs)


def test_the_longest_form_wins_and_forms_may_begin_a_sentence_or_break_over_lines():
    assert marked("<p>Handlers of the institute of\nthe Ministry.</p>") == (
        "{Handlers} (处理者, chǔlǐzhě) of the {institute of\nthe Ministry} (所, suǒ)."
    )


def test_chinese_stands_at_the_first_use_wherever_that_is():
    assert marked("<p>the Ministry’s rule, the Ministry</p>") == (
        "the {Ministry}’s (部, bù) rule, the Ministry"
    )
    assert marked("<p>(by the Ministry) and (it)</p>") == "(by the {Ministry} [部, bù]) and (it)"
    cited = '<span class="source-reference">(<a href="s">Wu, 2018</a>)</span>'
    assert marked(f"<p>Skynet {cited}, Skynet</p>") == (
        "{Skynet} (天网, tiānwǎng) (Wu, 2018), Skynet"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('<a class="holds" href="h">Of Skynet</a>', "Of Skynet (天网, tiānwǎng)"),
        (
            '<span class="source-reference">(<a href="s">Skynet, art. 1</a>)</span>',
            "(Skynet [天网, tiānwǎng], art. 1)",
        ),
    ],
)
def test_words_that_are_a_link_bear_chinese_and_no_second_link(words, said):
    assert marked(f"<p>{words}.</p>") == f"{said}."
    assert marked(f"<p>{words}, Skynet.</p>") == f"{said}, {{Skynet}}."
    assert marked(f"<p>Skynet, {words}.</p>").startswith("{Skynet} (天网, tiānwǎng), ")
    html = mark(f"<p>{words}, Skynet, {words}</p>", "../", TERMS)
    assert html.count('id="use-skynet"') == html.count("天网") == 1
    assert 'id="use-skynet"' in mark(f"<p>{words}</p>", "../", TERMS)


def test_a_heading_that_speaks_of_use_stops_nothing():
    assert (
        marked('<section id="use-in-china"><p>Skynet</p></section>') == "{Skynet} (天网, tiānwǎng)"
    )


def test_chinese_that_the_text_gives_is_not_given_twice():
    assert marked("<p>Skynet (天网) runs.</p>") == "{Skynet} (天网) runs."
    assert marked("<p>Skynet</p><p>called 天网</p>") == "{Skynet}called 天网"
    assert marked("<p>Skynet</p><table><tr><td>天网</td></tr></table>") == (
        "{Skynet} (天网, tiānwǎng)天网"
    )


def test_a_term_without_chinese_is_a_link_alone():
    assert marked("<p>The AI Act is so.</p>") == "The {AI Act} is so."
    assert marked('<p><a class="holds" href="h">The AI Act</a></p>') == "The AI Act"


def test_every_chinese_was_read_somewhere_and_its_pinyin_has_a_syllable_for_each_character():
    for found in entries.terms().values():
        assert bool(found.chinese) == bool(found.chinese_source_id), found.id
        assert all((found.source_id, found.locator, found.meaning.endswith("."))), found.id
        assert not HAN.search(found.meaning + found.term), found.id
        assert bool(found.pinyin) == bool(found.chinese), found.id
        if found.pinyin:
            said = re.sub("App|DNA", "", found.pinyin)
            assert len(VOWELS.findall(said)) == len(HAN.findall(found.chinese)), found.id
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
