"""The pages of the data in the built site: every row is there, and no page is heavy."""

from __future__ import annotations

import re

from biometrics_china.publishing.rows import places

MOST = 300 * 1024


def test_every_row_has_one_anchor(site):
    for table in places.known() - places.ELSEWHERE.keys():
        for number, part in enumerate(places.parts(table)):
            html = (site / f"data/{places.page(table, number)}.html").read_text(encoding="utf-8")
            found = re.findall(r'<section class="record" id="([^"]+)"', html)
            assert found == [row["id"] for row in part], table


def test_no_page_of_the_data_is_heavy(site):
    heavy = {p.name: p.stat().st_size for p in (site / "data").glob("*.html")}
    assert len(heavy) > len(places.known()) - len(places.ELSEWHERE)
    assert {name: size for name, size in heavy.items() if size > MOST} == {}


def test_records_are_found_by_words_and_taken_away(browser, site_server):
    page = browser.new_page()
    page.goto(f"{site_server}data/measures.html")
    page.get_by_role("searchbox", name="Show records with the words").fill("forced labour")
    shown = page.locator(".record:visible")
    assert 0 < shown.count() < len(places.sheet("measures").rows)
    assert all("forced labour" in words.lower() for words in shown.all_inner_texts())
    with page.expect_download() as waited:
        page.get_by_role("button", name="take them as CSV").click()
    lines = waited.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith('"id","')
    assert len(lines) == shown.count() + 1
    page.close()


def test_a_record_that_is_asked_for_is_shown_whatever_the_words(browser, site_server):
    page = browser.new_page()
    page.goto(f"{site_server}data/measures.html")
    page.get_by_role("searchbox", name="Show records with the words").fill("no such words")
    assert page.locator(".record:visible").count() == 0
    page.evaluate("location.hash = 'me-001'")
    page.locator("#me-001").wait_for(state="visible")
    page.close()
