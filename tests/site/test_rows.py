"""The pages of the data in the built site: every row is there, and no page is heavy."""

from __future__ import annotations

import re

import pytest
from browser_checks import Reader, axe_violations
from playwright.sync_api import Page

from biometrics_china import metadata
from biometrics_china.days import date_in_words
from biometrics_china.publishing.rows import places

MOST = 300 * 1024


def test_every_row_has_one_anchor(site):
    for table in places.known() - places.WITHOUT_PAGE:
        for number, part in enumerate(places.parts(table)):
            html = (site / f"data/{places.page(table, number)}.html").read_text(encoding="utf-8")
            found = re.findall(r'<section class="record" id="([^"]+)"', html)
            assert found == [row["id"] for row in part], table


def test_no_page_of_the_data_is_heavy(site):
    heavy = {p.name: p.stat().st_size for p in (site / "data").glob("*.html")}
    assert len(heavy) > len(places.known()) - len(places.WITHOUT_PAGE)
    assert {name: size for name, size in heavy.items() if size > MOST} == {}


@pytest.fixture
def opened(browser, site):
    """Return what opens a page of the data from the folder."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, has_touch=True)

    def open_page(table: str) -> Page:
        page = context.new_page()
        page.goto(f"{site.resolve().as_uri()}/data/{table}.html")
        return page

    yield open_page
    context.close()


def words(page):
    return page.get_by_role("searchbox", name="Show records with the words")


def test_records_are_found_by_words_and_taken_away(opened):
    page = opened("measures")
    words(page).fill("forced labour")
    shown = page.locator("section.record:visible")
    assert 0 < shown.count() < len(places.sheet("measures").rows)
    assert all("forced labour" in said.lower() for said in shown.all_inner_texts())
    lines = taken(page)
    assert lines[0].startswith('"Id","Name"')
    assert len(lines) == shown.count() + 1


def taken(page):
    with page.expect_download() as waited:
        page.get_by_role("button", name="Take them as CSV").click()
    return waited.value.path().read_text(encoding="utf-8-sig").splitlines()


def test_records_are_shown_as_a_table_in_an_order_and_with_columns_of_choice(opened, axe_source):
    page = opened("measures")
    page.get_by_role("button", name="Show as a table").tap()
    assert page.locator("section.record:visible").count() == 0
    rows = page.locator(".row-sheet tbody tr")
    assert rows.count() == len(places.sheet("measures").rows)
    page.get_by_role("button", name="Adopted").click()
    assert page.locator("th[aria-sort=ascending]").inner_text().strip().startswith("Adopted")
    assert page.evaluate("document.activeElement.textContent") == "Adopted"
    page.keyboard.press("Enter")
    newest = max(row["adopted"] for row in places.sheet("measures").rows)
    column = page.locator(".row-sheet thead th").all_inner_texts()
    at = next(n for n, head in enumerate(column) if head.startswith("Adopted"))
    assert rows.nth(0).locator("th, td").nth(at).inner_text() == date_in_words(newest)
    page.get_by_text("Columns", exact=True).click()
    page.get_by_label("Family").uncheck()
    assert '"Family"' not in taken(page)[0]
    assert axe_violations(page, axe_source) == []
    page.get_by_role("button", name="Show as records").click()
    assert page.locator("section.record:visible").count() == rows.count() or rows.count() == 0


def test_the_whole_of_a_table_of_several_pages_is_searched_from_the_folder(opened):
    page = opened("listings")
    every = places.sheet("listings").rows
    here = page.locator("section.record").count()
    assert here < len(every)
    page.get_by_label(f"All {len(every):,} records of the table").check()
    page.get_by_text(f"{len(every):,} of {len(every):,} in the table.").wait_for()
    words(page).fill("hikvision")
    hits = page.locator(".row-sheet tbody tr")
    assert 0 < hits.count() < 100
    assert len(taken(page)) == hits.count() + 1
    address = hits.last.get_by_role("link").get_attribute("href")
    page.goto(page.url.rpartition("/")[0] + "/" + address)
    assert page.locator(f'[id="{address.partition("#")[2]}"]').is_visible()


@pytest.mark.parametrize(
    ("act", "said"), [("Cite", "Record measures/me-001: "), ("Report as wrong", "What is wrong")]
)
def test_a_record_is_cited_or_reported_in_one_step(opened, act, said):
    page = opened("measures")
    page.get_by_role("button", name=f"{act}: me-001", exact=True).click()
    text = page.locator("#me-001 .row-said").inner_text()
    assert said in text
    assert metadata.load().printed_version in text
    assert text.count("data/measures.html#me-001") == 1
    assert page.evaluate("String(getSelection())") == text


def test_a_record_that_is_asked_for_is_shown_whatever_the_words(opened):
    page = opened("measures")
    words(page).fill("no such words")
    assert page.locator("section.record:visible").count() == 0
    page.evaluate("location.hash = 'me-001'")
    page.locator("#me-001").wait_for(state="visible")


def test_the_first_page_of_a_table_leads_on_to_every_record(opened):
    last = places.sheet("listings").rows[-1]["id"]
    page = opened("listings")
    page.evaluate("(id) => { location.hash = id; }", last)
    page.wait_for_url(f"**/listings-{len(places.parts('listings'))}.html#{last}")
    assert page.locator(f'[id="{last}"]').is_visible()
    page.goto(page.url.replace(f"-{len(places.parts('listings'))}.html", "-2.html"))
    page.wait_for_url(f"**/listings-{len(places.parts('listings'))}.html#{last}")


def test_without_script_nothing_but_the_records_stands_there(browser, site):
    reader = Reader(browser, java_script_enabled=False)
    page = reader._page
    page.goto(f"{site.resolve().as_uri()}/data/measures.html#me-001")
    assert page.locator("#me-001").is_visible()
    assert page.get_by_role("button", name="Cite").count() == 0
    assert "cited, or reported as wrong, by its table" in page.locator("main").inner_text()
    reader.close()
