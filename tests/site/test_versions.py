"""A second version is rehearsed: two small releases side by side, clicked through from a folder."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
import small_books
from browser_checks import away_requests, axe_violations, complaints, contrast, overflow
from markup_checks import structure_faults, syntax_faults

from biometrics_china.versions import assemble, feed

OLD = "v/2026.11.0/"
READ = (
    f"{OLD}chapters/regulation.html",
    f"{OLD}chapters/essay.html",
    "chapters/regulation.html",
    "chapters/reference/changes.html",
    "versions.html",
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rehearsal")
    books = small_books.both(folder / "releases")
    assemble.assemble(books, folder / "site", folder / "scratch", moves=small_books.MOVES)
    return folder / "site"


@pytest.fixture(scope="module")
def address(whole):
    return f"{whole.resolve().as_uri()}/"


@pytest.fixture(params=["with script", "without script"])
def any_reader(request, reader, scriptless_reader):
    return reader if request.param == "with script" else scriptless_reader


def test_an_old_page_says_so_and_leads_to_the_same_page_of_the_latest(any_reader, address):
    page = any_reader.read(f"{address}{OLD}chapters/regulation.html").page
    assert page.locator("main").inner_text().count("40 rules") == 1
    banner = page.get_by_role("complementary", name="Old version")
    assert "This is version 2026.11.0, kept as it was released" in banner.inner_text()
    assert banner.bounding_box()["y"] < 120
    banner.get_by_role("link").click()
    assert page.url == f"{address}chapters/regulation.html"
    assert "41 rules" in page.locator("main").inner_text()
    assert page.get_by_role("complementary", name="Old version").count() == 0
    any_reader.leave()


def test_the_list_of_versions_leads_to_the_same_page_and_back(any_reader, address):
    page = any_reader.read(f"{address}chapters/regulation.html").page
    for version, there in (("2026.11.0", f"{OLD}chapters"), ("2026.12.0", "chapters")):
        versions = page.get_by_role("navigation", name="Versions")
        versions.locator("summary").click()
        versions.get_by_role("link", name=version).click()
        assert page.url == f"{address}{there}/regulation.html"
    page.get_by_role("navigation", name="Versions").locator("summary").click()
    page.get_by_role("link", name="About the versions").click()
    page.get_by_role("link", name="Version 2026.11.0").click()
    page.wait_for_url(f"**/{OLD}chapters/index.html")
    any_reader.leave()


def test_a_page_that_moved_leads_on(any_reader, address):
    page = any_reader.read(f"{address}versions.html").page
    page.goto(f"{address}chapters/detention.html")
    page.wait_for_url(f"{address}chapters/target_populations.html")
    assert "Here it is now" in page.locator("main").inner_text()
    any_reader.leave()


def test_a_page_that_is_gone_leads_to_the_front_page_and_says_so(any_reader, address):
    page = any_reader.read(f"{address}{OLD}chapters/essay.html").page
    banner = page.get_by_role("complementary", name="Old version")
    assert "This page is not in it under this name." in banner.inner_text()
    banner.get_by_role("link").click()
    assert page.url == f"{address}chapters/index.html"
    any_reader.leave()


def test_the_page_of_changes_shows_before_and_after(any_reader, address):
    page = any_reader.read(f"{address}chapters/reference/changes.html").page
    assert page.get_by_role("heading", name="From 2026.11.0 to 2026.12.0").is_visible()
    row = page.get_by_role("row").filter(has_text="rules listed")
    assert row.get_by_role("cell").all_inner_texts() == ["rules listed", "40", "41", "+1", "+2.5"]
    records = page.locator("details").filter(has_text="1 added, 1 removed, 1 changed")
    records.locator("summary").click()
    assert records.get_by_text("date: 2015 → 2016-02").is_visible()
    any_reader.leave()


def test_the_feed_of_the_page_leads_back_to_its_section(reader, address, whole):
    page = reader.read(f"{address}chapters/reference/changes.html").page
    link = page.get_by_role("link", name="feed.xml").get_attribute("href")
    head = page.locator("link[type='application/atom+xml']").get_attribute("href")
    assert link == head == "../../changes/feed.xml"
    root = ET.parse(whole / "changes/feed.xml").getroot()
    first = root.find(f"{{{feed.ATOM}}}entry/{{{feed.ATOM}}}link").get("href")
    page.goto(f"{address}changes/{first}")
    assert page.locator(":target").inner_text() == "From 2026.11.0 to 2026.12.0"
    reader.leave()


@pytest.mark.parametrize("name", READ)
def test_axe_finds_nothing_and_nothing_leaves_the_folder(
    reader, phone_reader, axe_source, address, name
):
    found = []
    for kind, other in ((reader, "dark"), (phone_reader, "light")):
        visit = kind.read(f"{address}{name}")
        found += away_requests(visit, address) + complaints(visit) + overflow(visit.page)
        found += axe_violations(visit.page, axe_source)
        visit.page.emulate_media(color_scheme=other)
        found += contrast(visit.page)
        visit.page.emulate_media(color_scheme="light" if other == "dark" else "dark")
        kind.leave()
    assert found == []


def test_axe_finds_nothing_on_a_page_that_leads_on(reader, axe_source, address, whole):
    html = (whole / "chapters/detention.html").read_text(encoding="utf-8")
    page = reader.read(f"{address}versions.html").page
    page.set_content(re.sub(r'<meta http-equiv="refresh"[^>]*>', "", html))
    assert axe_violations(page, axe_source) == []
    reader.leave()


def test_the_pages_need_no_repair(whole):
    paths = [whole / name for name in (*READ, "chapters/detention.html", f"{OLD}index.html")]
    assert [f for p in paths for f in syntax_faults(p) + structure_faults(p)] == []
