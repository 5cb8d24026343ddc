"""The summary in other languages says what the English says: numbers, guards, sentences, terms."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest
from babel import Locale

from biometrics_china import exhibits, manuscript, tables
from biometrics_china.publishing import cooperation_pages, sentences
from biometrics_china.publishing.translations import head, pages, passages, printing, typed, words
from biometrics_china.traced import Number

PAGES = [other for others in pages.TRANSLATED.values() for other in others]
each_page = pytest.mark.parametrize("page", PAGES)
GERMAN, FRENCH, CHINESE = (pages.LANGUAGES[end] for end in ("de", "fr", "zh"))


def beside(page: str) -> list[tuple[str, str]]:
    """Return each passage of a translated page behind the English one, of equal number."""
    english, other = passages.of(pages.original(page)), passages.of(page)
    assert len(english) == len(other) > 20
    return [*zip(english, other, strict=True)]


# ------------------------------------------------------------------------------- page against page


@each_page
@pytest.mark.parametrize(
    "part", [passages.numbers, passages.guards, passages.links, passages.sentences]
)
def test_each_passage_has_the_same_numbers_guards_links_and_sentences(page, part):
    differing = [(e[:40], part(e), part(o)) for e, o in beside(page) if part(e) != part(o)]
    assert differing == []


@each_page
def test_headings_lists_and_generated_parts_stand_alike(page):
    shape = re.compile(r"^(#+ |- |```(?:\{.*)?)", re.M)
    assert shape.findall(manuscript.source(page)) == shape.findall(
        manuscript.source(pages.original(page))
    )


@each_page
def test_a_translation_is_made_from_the_english_of_today(page):
    rows = tables.load("translated_passages").query("page == @page").sort_values("passage")
    now = [passages.digest(passage) for passage in passages.of(pages.original(page))]
    kept = dict(zip(rows["passage"], rows["english_digest"], strict=True))
    due = {n: d for n, d in enumerate(now, start=1) if kept.get(n) != d}
    assert due == {}, f"translate these passages of {page} anew and put the digest into their row"
    assert len(kept) == len(now)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("One. Two, in Liu v. Poland; still two.", 2),
        ("Nach Liu gegen Polen (0) nicht. Das ist „Stopp“. Eins.", 3),
        ("Liu c. Pologne (0), non ; si. Voilà !", 2),
        ("一；二。三？“停止”不是。", 3),
        ("**Head.** Said [the list. Of](x.md) all.", 3),
    ],
)
def test_sentences_are_counted(text, number):
    assert passages.sentences(text) == number


def test_numbers_and_guards_are_read_from_a_passage():
    text = "{num}`a.x` and {holds}`b.y|two` {num}`a.x` [l](m.md)"
    assert passages.numbers(text) == ["a.x", "a.x"]
    assert passages.guards(text) == ["b.y"]
    assert passages.links(text) == ["m.md"]


# ------------------------------------------------------------------------------- agreed terms


def forms(cell: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, cell)))


def told(page: str) -> list[tuple[str, str]]:
    """Return English and other words of a page: its passages, and what the code puts into it."""
    column = pages.language(page).column
    rows = tables.load("translations").to_dict("records")
    said = [(passages.plain(e), passages.plain(o)) for e, o in beside(page)]
    return said + [(str(row["english"]), str(row[column])) for row in rows]


@each_page
def test_agreed_terms_are_used(page):
    column, missing = pages.language(page).column, []
    for term in tables.load("agreed_terms").to_dict("records"):
        asks, has = forms(term["english"]), forms(term[column])
        asks = re.compile(rf"\b(?:{asks.pattern})\b")
        held = [(e, o) for e, o in told(page) if asks.search(e)]
        assert held, f"{term['id']} stands nowhere in the English"
        missing += [(term["id"], o[:60]) for _, o in held if not has.search(o)]
    assert missing == []


def test_terms_with_an_entry_in_the_glossary_have_its_chinese():
    chinese = tables.load("glossary").set_index("id")["chinese"].dropna()
    terms = tables.load("agreed_terms").dropna(subset=["glossary_id"])
    # the law's full words, or the part of them that a sentence needs
    short = {"at-procuratorate": "检察"}
    for term in terms[terms["glossary_id"].isin(chinese.index)].to_dict("records"):
        held = chinese[term["glossary_id"]]
        assert term["chinese"][0] in held or short.get(term["id"], "·") in held, term["id"]


# ------------------------------------------------------------------------------- what the code says


def test_every_sentence_of_the_code_has_its_translation_and_none_is_left_over():
    kept = set(tables.load("translations")["english"])
    asked = words.asked_for()
    assert {place: said for place, said in asked.items() if said not in kept} == {}
    assert kept - set(asked.values()) == set()


def test_a_sentence_without_translation_is_an_error_and_english_needs_none():
    assert words.said("Say so.", pages.ENGLISH) == "Say so."
    with pytest.raises(KeyError, match="no row for"):
        words.said("Say so.", GERMAN)


def test_recommendations_keep_addressees_order_and_links():
    plain = cooperation_pages.recommendations_html("../")
    for language in (GERMAN, FRENCH, CHINESE):
        other = cooperation_pages.recommendations_html("../", language)
        for part in (r"<dt>", r"<li>", r'href="[^"]*"'):
            assert re.findall(part, other) == re.findall(part, plain)
        assert "the finding behind it" not in other


# ------------------------------------------------------------------------------- numbers


def number(value, text):
    return Number("x.y", value, text, "meaning", ())


@pytest.mark.parametrize(
    ("value", "text", "german", "french", "chinese"),
    [
        (10764, "10,764", "10.764", "10\u202f764", "10,764"),
        (1234567.8, "1,234,567.8", "1.234.567,8", "1\u202f234\u202f567,8", "1,234,567.8"),
        (0.251989, "25.1", "25,1", "25,1", "25.1"),
        (-3.5, "\u22123.5", "\u22123,5", "\u22123,5", "\u22123.5"),
        (7, "7", "7", "7", "7"),
        ("2012", "2012", "2012", "2012", "2012"),
        ("2019-02-20", "20 February 2019", "20. Februar 2019", "20 février 2019", "2019年2月20日"),
        ("2022-10-01", "1 October 2022", "1. Oktober 2022", "1er octobre 2022", "2022年10月1日"),
        ("2018-08", "August 2018", "August 2018", "août 2018", "2018年8月"),
    ],
)
def test_a_number_is_printed_by_the_rules_of_the_language(value, text, german, french, chinese):
    one = number(value, text)
    assert printing.printed(one, pages.ENGLISH) == text
    printed = [printing.printed(one, language) for language in (GERMAN, FRENCH, CHINESE)]
    assert printed == [german, french, chinese]


@pytest.mark.parametrize(("value", "text"), [(0, "none"), ("GB/T 1", "GB/T 1"), (0.01, "p = 0.01")])
def test_words_are_not_printed_as_a_number(value, text):
    with pytest.raises(KeyError, match="not translated"):
        printing.printed(number(value, text), GERMAN)


def test_a_year_alone_is_a_date_too():
    assert printing.date("2019", Locale("de")) == "2019"


def test_a_link_tells_its_meaning_in_passing_on_english_pages_alone():
    one = replace(number(10764, "10,764"), id="trafficking.total_2021")
    assert 'title="meaning">10,764<' in sentences.link_of(one, "../")
    assert sentences.link_of(one, "../", GERMAN).endswith('class="num">10.764</a>')


@each_page
def test_every_number_of_a_page_can_be_printed(page):
    for name in {n for passage in passages.of(page) for n in passages.numbers(passage)}:
        subject, _, rest = name.partition(".")
        assert printing.printed(exhibits.numbers_of(subject)[rest], pages.language(page))


# ------------------------------------------------------------------------------- pages and head


def test_pages_know_their_language_and_original():
    assert pages.language("chapters/summary_zh").tag == "zh-Hans"
    assert pages.language("chapters/regulation") is pages.ENGLISH
    assert pages.original("chapters/summary_fr") == "summary"
    assert [*pages.versions("chapters/summary")] == ["summary", *PAGES]
    assert pages.versions("chapters/regulation") == {}


def test_alternates_name_all_four_and_a_default():
    links = pages.alternates("chapters/summary_de", "https://example.org/")
    tags = [re.search('hreflang="([^"]+)"', one)[1] for one in links]
    assert tags == ["en", "de", "fr", "zh-Hans", "x-default"]
    assert 'href="https://example.org/chapters/summary.html"' in links[-1]
    assert 'href="summary_fr.html"' in pages.alternates("chapters/summary", "")[2]


def test_titles_in_the_contents_carry_their_language():
    listed = '<a href="summary_de.html">Kurz</a><a href="#text">Ici</a><a href="x.html">x</a>'
    assert head.with_languages(listed, "chapters/regulation") == (
        '<a href="summary_de.html" lang="de">Kurz</a><a href="#text">Ici</a><a href="x.html">x</a>'
    )
    own = head.with_languages(listed, "chapters/summary_fr")
    assert '<a lang="fr" href="#text">Ici</a>' in own


def test_parts_in_english_say_so_and_mark_what_is_chinese_in_them():
    cited = '<p>摘</p><details class="passport cite" data-search="off"><p>“摘要”. a</p></details>'
    assert head.with_english(cited) == (
        '<p>摘</p><details lang="en" class="passport cite" data-search="off">'
        '<p>“<span lang="zh">摘要</span>”. a</p></details>'
    )


def test_blanks_are_those_of_the_language():
    assert (
        head.mended("<p>一，\n二<a>3</a>\n年 a\nb</p>", "zh-Hans") == "<p>一，二<a>3</a>年 a\nb</p>"
    )
    assert head.mended("<p>a ; « b » : c ?</p>", "fr") == (
        "<p>a\u202f; «\u00a0b\u00a0»\u00a0: c\u202f?</p>"
    )
    assert head.mended("<p>a ;\nb</p>", "de") == "<p>a ;\nb</p>"


def test_a_line_of_the_chinese_ends_where_no_blank_is_left():
    han = r"[\u3001-\u3011\u4e00-\u9fff\uff01-\uff60”“]"
    for passage in re.split(r"\n\s*\n", manuscript.source("summary_zh")):
        if "```" in passage or passage.startswith("#"):
            continue
        lines = [line.strip() for line in passage.strip().split("\n")]
        for line, after in itertools.pairwise(lines):
            if not after.startswith("- "):
                assert re.search(rf"{han}`?$", line) or re.match(han, after), line


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Es sind dreizehn.", GERMAN),
        ("Sie fanden 12.", GERMAN),
        ("Il y en a douze.", FRENCH),
        ("找到五项规定。", CHINESE),
    ],
)
def test_a_typed_number_is_caught_in_every_language(text, language):
    assert typed.typed_numbers(text, language)
