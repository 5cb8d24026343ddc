"""Terms in the built site: marked once a chapter, explained in place, and found from the glossary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_checks import Reader, axe_violations, overflow
from playwright.sync_api import Page

from biometrics_china import exhibits
from biometrics_china.publishing.glossary import entries, marking

MARK = re.compile(r'<span id="use-([a-z0-9-]+)"><a href="([^"]+)" class="term">')
GIVEN = re.compile(r'<span class="term-chinese"[^>]*> \(<span lang="zh-Hans">([^<]+)</span>')
NOTE = ".term-note:popover-open"


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


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_no_earlier_use_would_have_read_as_well(site, subject):
    html = chapter_of(site, subject)
    marks = {found[1]: found.start() for found in MARK.finditer(html)}
    others = marking.places(html, entries.terms())
    assert {p.term_id for p in others} <= set(marks), "a term in running text is not explained"
    early = [p for p in others if p.start < marks[p.term_id]]
    assert [p.term_id for p in early if p.grade == 0] == []


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_no_chinese_is_given_twice_in_running_text(site, subject):
    html = chapter_of(site, subject)
    given = Counter(GIVEN.findall(html))
    assert not given or max(given.values()) == 1
    said = "".join(words for _, words, _ in marking.running(html))
    whole = Counter(re.findall("[\u4e00-\u9fff]+", said))
    assert {chinese: whole[chinese] for chinese in given} == dict.fromkeys(given, 1)


def test_paragraphs_stay_readable(site):
    """What the glossary adds is little: a twelfth of a chapter's running words at most."""
    for subject in exhibits.SUBJECTS:
        html = chapter_of(site, subject)
        words = sum(len(w.split()) for _, w, _ in marking.running(html))
        added = re.findall(r'<span class="term-chinese".*?</span>\)</span>', html, re.DOTALL)
        more = sum(len(re.sub(r"<[^>]+>", "", part).split()) for part in added)
        assert more < words / 12, subject


def test_the_glossary_leads_back_to_each_use(site):
    glossary = (site / f"{entries.PAGE}.html").read_text(encoding="utf-8")
    back = set(re.findall(r'href="\.\./\.\./chapters/(\w+)\.html#use-([a-z0-9-]+)"', glossary))
    marked = {(s, i) for s in exhibits.SUBJECTS for i, _ in MARK.findall(chapter_of(site, s))}
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
