"""Search works from a folder and from a server, in English and in Chinese."""

import re

import pytest
from browser_checks import Reader, away_requests, complaints
from markup_checks import elements, text_of

HAN = re.compile(r"[\u4e00-\u9fff]{3,}")
LEFT_OUT = re.compile(r'<details[^>]*data-search="off".*?</details>|<pre.*?</pre>', re.S)


@pytest.fixture(scope="session", params=["folder", "server"])
def base(request, site, site_server):
    return f"{site.resolve().as_uri()}/" if request.param == "folder" else site_server


@pytest.fixture(scope="session")
def headings(site, pages):
    """Return the title of each page, without the sign of its permalink."""
    return {
        name: text_of(next(e for e in elements(site / name) if e.tag == "h1")).rstrip("§")
        for name in pages
        if name != "search.html" and not name.startswith("register/")  # found by the register
    }


def search(reader: Reader, base: str, query: str) -> list[str]:
    """Return the addresses found for a query, typed into the field at the top of a page."""
    page = reader.read(base + "search.html").page
    field = page.get_by_role("searchbox", name=re.compile("all of them must occur"))
    field.fill(query)
    visit = reader._visit
    with page.expect_navigation():
        page.get_by_role("search", name="Full search").get_by_role("button", name="Search").click()
    assert away_requests(visit, base) + complaints(visit) == []
    found = page.locator(".search-results a").evaluate_all("(all) => all.map((a) => a.href)")
    status = page.get_by_role("status").inner_text()
    whole = status.startswith(f"{len(found)} section" if found else "Nothing found")
    assert whole or f"the first {len(found)} are shown" in status
    reader.leave()
    return found


def test_words_of_a_title_lead_to_its_page(reader, base, headings):
    for name, title in headings.items():
        found = search(reader, base, title)
        assert any(a.split("#")[0] == base + name for a in found), title


def test_chinese_words_of_two_and_three_characters_are_found(reader, base, site, headings):
    pages = {name: HAN.findall(searched(site / name)) for name in headings}
    name, words = next((n, w) for n, w in pages.items() if w)
    for length in (2, 3):
        found = search(reader, base, words[0][:length])
        assert any(a.split("#")[0] == base + name for a in found)


def searched(path):
    """Return the article of a page as text, without what the search leaves out."""
    article = path.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
    return re.sub(r"<[^>]*>", " ", LEFT_OUT.sub("", article))


def main_of(path):
    return next(e for e in elements(path) if e.tag == "article")


def test_results_lead_to_sections_that_exist(reader, base):
    found = search(reader, base, "the")
    assert found
    for address in found[:5]:
        page = reader.read(address).page
        fragment = address.partition("#")[2]
        assert not fragment or page.locator(f"[id='{fragment}']").count() == 1
    reader.leave()


def test_what_is_not_there_is_not_found(reader, base):
    assert search(reader, base, "xyzzyplugh") == []


def test_markup_in_a_query_stays_text(reader, base):
    page = reader.read(base + "search.html?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E").page
    assert page.locator("main img").count() == 0
    assert "<img src=x" in page.get_by_role("status").inner_text()
    reader.leave()


def test_the_field_in_the_header_leads_to_the_results(reader, base, headings):
    name, title = next(iter(headings.items()))
    page = reader.read(base + name).page
    page.get_by_role("searchbox", name="Search the book").fill(title)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".search-results li").count() >= 1
    reader.leave()


def test_the_check_sees_a_search_without_data(reader, site, tmp_path):
    page = (site / "search.html").read_text(encoding="utf-8")
    page = page.replace("search-data.js", "gone.js")
    (tmp_path / "search.html").write_text(page, encoding="utf-8")
    (tmp_path / "_static").symlink_to(site / "_static")
    with pytest.raises(AssertionError):
        search(reader, f"{tmp_path.as_uri()}/", "the")
    reader.leave()
