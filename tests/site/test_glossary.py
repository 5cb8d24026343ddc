"""Terms in the built site: marked once a chapter, explained in place, and found from the glossary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from browser_checks import Reader, axe_violations, overflow
from bs4 import BeautifulSoup
from playwright.sync_api import Page

from biometrics_china import exhibits, tables, works
from biometrics_china.publishing.glossary import entries, marking

MARK = re.compile(r'<span id="use-([a-z0-9-]+)"><a href="([^"]+)" class="term">')
USE = re.compile(r'<span id="use-([a-z0-9-]+)">')
HAN = re.compile("[\u4e00-\u9fff]")
#: what is set apart from the running text
APART = (
    *("h1", "h2", "h3", "figure", "table", "details", "blockquote", "nav", "form", "dl", "sup"),
    *("script", "style", ".findings", ".works", ".walk", ".notice", ".screening-status"),
    "a:not(.holds, .term, .num, .source-reference a)",
)
FORMS = entries.by_form(entries.terms())
#: kinds of works that are Chinese law
LAW = {"legislation", "regulation"}
GIVEN = re.compile(r'<span class="term-chinese"[^>]*> [(\[]<span lang="zh-Hans">([^<]+)</span>')
NOTE = ".term-note:popover-open"


@cache
def law_names() -> dict[str, str]:
    """Return each English name of a Chinese law or rule → its Chinese title, of two tables."""
    known = [w for w in works.all_works().values() if w["language"] == "zh" and w["kind"] in LAW]
    made = [(w[name], w["title"]) for w in known for name in ("short", "title_en")]
    held = tables.load("instruments").query("jurisdiction == 'CN'").dropna(subset=["title_zh"])
    made += list(held[["title_en", "title_zh"]].itertuples(index=False, name=None))
    short = ((re.sub(r"^draft | \(.*|, \d{4}$", "", str(n)), str(c)) for n, c in made)
    return {
        name.replace("'", "’"): title for name, title in short if " " in name and HAN.search(title)
    }


def is_of(chinese: str, title: str) -> bool:
    """Return whether Chinese of a term is that of a title, which may add its year or state."""
    return chinese in re.sub(r"（.*?）", "", title) or title in chinese


def chapter_of(site: Path, subject: str) -> str:
    html = (site / f"chapters/{subject}.html").read_text(encoding="utf-8")
    return html[html.index("<article") : html.index("</article>")]


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_a_chapter_marks_each_term_once_and_its_link_leads_to_an_entry(site, subject):
    html = chapter_of(site, subject)
    glossary = (site / f"{entries.PAGE}.html").read_text(encoding="utf-8")
    found = MARK.findall(html)
    assert found
    assert max(Counter(i for i, _ in found).values()) == 1
    for term_id, address in found:
        assert address == f"../{entries.PAGE}.html#{entries.anchor(term_id)}"
        assert f'id="{entries.anchor(term_id)}"' in glossary


def read_text(site: Path, subject: str, *, with_chinese: bool = True) -> str:
    """Return the paragraphs and items of a chapter as they are read, without exhibits and findings."""
    page = BeautifulSoup(chapter_of(site, subject), "html.parser")
    left_out = [*APART, *(() if with_chinese else (".term-chinese",))]
    for element in page.select(", ".join(left_out)):
        element.decompose()
    parts = (p for p in page.select("p, li") if not p.select("p, li"))
    return "\n".join(" ".join(p.get_text().split()) for p in parts)


def first_uses(text: str) -> dict[str, re.Match[str]]:
    """Return term → its first form outside quotation marks."""
    unquoted = re.sub("“[^”\n]*”", lambda said: "_" * len(said[0]), text)
    every = [*entries.pattern(entries.terms()).finditer(unquoted)]
    return {FORMS[entries.plain(found[0])]: found for found in reversed(every)}


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_each_term_has_its_chinese_and_its_pinyin_at_its_first_use(site, subject):
    text = read_text(site, subject)
    bare = []
    for term_id, place in first_uses(text).items():
        term = entries.terms()[term_id]
        behind = re.sub("^[’']s", "", text[place.end() :])
        said = tuple(f" {a}{term.chinese}, {term.pinyin}{b}" for a, b in ("()", "[]"))
        is_given = behind.startswith(said) or term.chinese in text[: place.start()]
        if term.chinese and not is_given:
            bare.append(text[place.start() - 30 : place.end() + 30])
    assert bare == []


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_no_chinese_law_that_a_chapter_names_is_without_a_term(site, subject):
    """Names of laws are those of the tables: English titles of instruments and works, short ones too."""
    text = read_text(site, subject, with_chinese=False)
    finds = entries.pattern(entries.terms())
    bare = []
    for name, chinese in law_names().items():
        for found in re.finditer(rf"\b{re.escape(name)}\b", text):
            inside = finds.search(text, found.start(), found.end() + 1)
            term = inside and entries.terms()[FORMS[entries.plain(inside[0])]]
            if not term or not is_of(term.chinese, chinese):
                bare.append(name)
    assert bare == []


@pytest.mark.parametrize(
    ("law", "chinese", "named"),
    [("Extradition Law", "引渡法", "europe_policing"), ("Civil Code", "民法典", "regulation")],
)
def test_a_law_is_known_by_the_names_of_the_tables(site, law, chinese, named):
    assert is_of(chinese, law_names()[law])
    assert law in read_text(site, named)


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_no_chinese_is_given_twice_in_running_text(site, subject):
    html = chapter_of(site, subject)
    given = Counter(GIVEN.findall(html))
    assert not given or max(given.values()) == 1
    own = read_text(site, subject, with_chinese=False)
    assert [chinese for chinese in given if chinese in own] == []


def test_paragraphs_stay_readable(site):
    """What the glossary adds is little: a twelfth of a chapter's running words at most."""
    for subject in exhibits.SUBJECTS:
        html = chapter_of(site, subject)
        words = sum(len(w.split()) for _, w, _ in marking.running(html))
        added = re.findall(r'<span class="term-chinese".*?</span>[)\]]</span>', html, re.DOTALL)
        more = sum(len(re.sub(r"<[^>]+>", "", part).split()) for part in added)
        assert more < words / 12, subject


def test_the_glossary_leads_back_to_each_use(site):
    glossary = (site / f"{entries.PAGE}.html").read_text(encoding="utf-8")
    back = set(re.findall(r'href="\.\./\.\./chapters/(\w+)\.html#use-([a-z0-9-]+)"', glossary))
    marked = {(s, i) for s in exhibits.SUBJECTS for i in USE.findall(chapter_of(site, s))}
    assert back == marked
    assert "data-uses" not in glossary


@pytest.fixture(params=["light", "dark"])
def chapter(browser, site, request) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, has_touch=True, color_scheme=request.param
    )
    page = context.new_page()
    page.goto(f"{site.resolve().as_uri()}/chapters/faces.html")
    yield page
    context.close()


def test_a_pointer_shows_the_meaning_and_may_rest_on_it(chapter: Page, axe_source):
    term = chapter.locator("a.term", has_text="Skynet").first
    term.hover()
    note = chapter.locator(NOTE)
    note.wait_for()
    assert "cameras" in note.inner_text()
    assert note.locator('[lang="zh-Hans"]').inner_text() == "天网"
    assert term.get_attribute("aria-describedby") == note.get_attribute("id")
    note.hover()
    chapter.wait_for_timeout(500)
    assert note.is_visible()
    assert axe_violations(chapter, axe_source) == []
    chapter.mouse.move(5, 5)
    note.wait_for(state="detached")
    term.click()
    chapter.wait_for_url("**/reference/glossary.html#term-skynet")


def test_the_keyboard_shows_it_on_focus_and_escape_takes_it_away(chapter: Page):
    term = chapter.locator("a.term").nth(1)
    chapter.keyboard.press("Tab")
    term.focus()
    chapter.locator(NOTE).wait_for()
    assert term.evaluate("a => a === document.activeElement")
    chapter.keyboard.press("Escape")
    chapter.locator(NOTE).wait_for(state="detached")
    assert term.evaluate("a => a === document.activeElement")
    assert term.get_attribute("aria-describedby") is None
    chapter.keyboard.press("Enter")
    chapter.wait_for_url("**/reference/glossary.html#term-*")


def test_leaving_a_term_takes_its_note_away(chapter: Page):
    chapter.keyboard.press("Tab")
    chapter.locator("a.term").first.focus()
    chapter.locator(NOTE).wait_for()
    chapter.keyboard.press("Shift+Tab")
    chapter.locator(NOTE).wait_for(state="detached")


def test_a_tap_shows_it_on_a_phone_and_a_second_tap_leads_on(browser, site, axe_source):
    context = browser.new_context(viewport={"width": 390, "height": 780}, has_touch=True)
    page = context.new_page()
    page.goto(f"{site.resolve().as_uri()}/chapters/regulation.html")
    term = page.locator("a.term", has_text="National People’s Congress")
    term.tap()
    note = page.locator(NOTE)
    note.wait_for()
    box = note.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] + box["height"] <= 780
    assert "Tap the term again" in note.inner_text()
    assert overflow(page) == []
    assert axe_violations(page, axe_source) == []
    page.locator("h1").tap()
    note.wait_for(state="detached")
    term.tap()
    note.wait_for()
    term.tap()
    page.wait_for_url("**/reference/glossary.html#term-npc")
    context.close()


def test_without_script_a_term_leads_to_its_entry(browser, site):
    reader = Reader(browser, java_script_enabled=False)
    page = reader._page
    page.goto(f"{site.resolve().as_uri()}/chapters/faces.html")
    page.locator("a.term").first.click()
    page.wait_for_url("**/reference/glossary.html#term-*")
    reader.close()


def test_print_keeps_the_chinese_and_no_note(chapter: Page):
    chapter.locator("a.term", has_text="Skynet").first.hover()
    chapter.locator(NOTE).wait_for()
    chapter.emulate_media(media="print")
    assert not chapter.locator(".term-note").is_visible()
    assert chapter.locator(".term-chinese").first.is_visible()
    line = chapter.locator("a.term").first.evaluate("a => getComputedStyle(a).textDecorationLine")
    assert line == "none"
