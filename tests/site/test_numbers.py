"""From a number to its rows in the built site: in place with a script, on a page without."""

from __future__ import annotations

import re

import pytest
from browser_checks import Reader, axe_violations
from playwright.sync_api import Page

MOST = 340 * 1024
ENTRY = re.compile(r'<section class="record number" id="([^"]+)"')
LINK = re.compile(r'<a id="at-[^"]+" href="([^"#]+)#([^"]+)" class="num"')


def test_no_page_of_numbers_is_heavy(site) -> None:
    sizes = {p.name: p.stat().st_size for p in (site / "chapters/reference").glob("numbers*/*")}
    assert len(sizes) >= 30
    assert {name: size for name, size in sizes.items() if size > MOST} == {}


def test_every_number_of_every_page_leads_to_an_entry_and_on_to_a_row(site) -> None:
    entries: dict[str, set[str]] = {}
    seen = 0
    for page in sorted(site.rglob("*.html")):
        for address, anchor in LINK.findall(page.read_text(encoding="utf-8")):
            target = (page.parent / address).resolve()
            if target.name not in entries:
                html = target.read_text(encoding="utf-8")
                entries[target.name] = set(
                    re.findall(r'<section class="record number" id="([^"]+)"', html)
                )
            assert anchor in entries[target.name], f"{page}: {anchor}"
            seen += 1
    assert seen > 1500


@pytest.fixture
def chapter(browser, site):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, has_touch=True)
    page = context.new_page()
    page.goto(f"{site.resolve().as_uri()}/chapters/dna_databases.html")
    yield page
    context.close()


def opened(page: Page):
    return page.locator(".number-entry:popover-open")


def test_the_keyboard_opens_the_entry_and_comes_back(chapter: Page, axe_source) -> None:
    number = chapter.locator("main a.num").first
    number.focus()
    chapter.keyboard.press("Enter")
    opened(chapter).wait_for()
    assert chapter.evaluate("document.activeElement.className") == "record number-entry"
    assert number.inner_text() in opened(chapter).inner_text()
    row = opened(chapter).locator('a[href*="/data/"], a[href*="../data/"]').first
    assert row.evaluate("a => a.href").startswith("file:")
    assert axe_violations(chapter, axe_source) == []
    chapter.keyboard.press("Escape")
    opened(chapter).wait_for(state="detached")
    assert number.evaluate("a => a === document.activeElement")


def test_touch_opens_it_and_the_button_closes_it(chapter: Page) -> None:
    chapter.locator("main a.num").nth(2).tap()
    opened(chapter).wait_for()
    opened(chapter).get_by_role("button", name="Close").tap()
    opened(chapter).wait_for(state="detached")


def test_a_way_back_leads_to_the_sentence(chapter: Page) -> None:
    chapter.locator("main a.num").first.click()
    opened(chapter).wait_for()
    opened(chapter).locator('a[href*="#at-"]').first.click()
    opened(chapter).wait_for(state="detached")
    assert "#at-" in chapter.url


def test_without_script_the_link_leads_to_the_entry(browser, site) -> None:
    reader = Reader(browser, java_script_enabled=False)
    page = reader._page
    page.goto(f"{site.resolve().as_uri()}/chapters/dna_databases.html")
    page.locator("main a.num").first.click()
    page.wait_for_url("**/reference/numbers/dna_databases.html#number-*")
    reader.close()
