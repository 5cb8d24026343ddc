"""Numbers under all readings: a line in the chapter, the drawing at the end of the book."""

from __future__ import annotations

import pytest
from browser_checks import axe_violations, out_of_reach, overflow, unfold, unseen_images
from bs4 import BeautifulSoup

from biometrics_china import exhibits

PAGE = exhibits.READINGS
IDS = [i for i, (_, _, exhibit) in exhibits.catalogue().items() if exhibit.is_of_readings]


def parsed(site, page):
    return BeautifulSoup((site / f"{page}.html").read_text(encoding="utf-8"), "html.parser")


def test_no_chapter_draws_readings_and_each_has_a_line_and_a_way_to_them(site):
    shown = parsed(site, PAGE)
    for exhibit_id in IDS:
        subject = exhibits.get(exhibit_id)[0]
        (line,) = parsed(site, f"chapters/{subject}").select(f"[id='{exhibit_id}']")
        assert line.name == "p"
        assert line.select_one(f'a[href$="reference/readings.html#{exhibit_id}"]')
        (figure,) = shown.select(f"[id='{exhibit_id}']")
        assert figure.name == "figure"
        assert shown.select(f'a[href$="{subject}.html#{exhibit_id}"]')
    drawn = [path for path in site.glob("chapters/*.html") if "-choices.svg" in path.read_text()]
    assert drawn == []
    assert len(shown.select("figure.exhibit")) == len(IDS) > 5


def test_an_old_address_is_the_line_in_the_chapter_and_one_step_from_the_drawing(reader, site):
    subject, label, exhibit = exhibits.get(IDS[0])
    base = f"{site.resolve().as_uri()}/chapters/"
    page = reader.read(f"{base}{subject}.html#{IDS[0]}").page
    line = page.locator(":target")
    assert line.inner_text().startswith(label)
    assert line.evaluate("(e) => e.getBoundingClientRect().height") < 120
    line.get_by_role("link").last.click()
    page.wait_for_url(f"**/readings.html#{IDS[0]}")
    assert exhibit.title in page.locator(":target").inner_text()
    page.get_by_role("link", name=f"{label}: back to the chapter").click()
    page.wait_for_url(f"**/{subject}.html#{IDS[0]}")
    reader.leave()


@pytest.mark.parametrize("kind", ["reader", "phone_reader"])
def test_the_page_is_whole_and_clean_at_a_desk_and_on_a_phone(kind, request, axe_source, site):
    one = request.getfixturevalue(kind)
    page = one.read(f"{site.resolve().as_uri()}/{PAGE}.html").page
    assert overflow(page) + unseen_images(page) == []
    assert page.locator(".exhibit-plot img").count() == len(IDS)
    unfold(page)
    assert out_of_reach(page) + axe_violations(page, axe_source) == []
    one.leave()
