"""Search works from a folder and from a server, in English and in Chinese."""

import re
import unicodedata
from urllib.parse import quote

import pytest
from browser_checks import Reader, away_requests, complaints
from markup_checks import elements, text_of

from biometrics_china.publishing import theme
from biometrics_china.publishing.search import pages as pages_of
from biometrics_china.publishing.search import parts
from built import ALIKE

HAN = re.compile(r"[\u4e00-\u9fff]{3,}")
LEFT_OUT = re.compile(
    r'<(details|section|span)\b[^>]*data-search="off".*?</\1>|<pre.*?</pre>', re.S
)


@pytest.fixture(scope="session")
def headings(site, pages):
    """Return the title of each page, without the sign of its permalink."""
    return {
        name: text_of(next(e for e in elements(site / name) if e.tag == "h1")).rstrip("§")
        for name in pages
        # bodies are found by the register, rows and numbers by what they say
        if name != "search.html" and not name.startswith(ALIKE)
    }


def settled(page):
    """Wait until a search has shown all that it finds."""
    page.locator(".search-results[aria-busy=false]").wait_for(state="attached")


def search(reader: Reader, base: str, query: str) -> list[str]:
    """Return the addresses found for a query, typed into the field at the top of a page."""
    page = reader.read(base + "search.html").page
    field = page.get_by_role("searchbox", name=re.compile("all of them must occur"))
    field.fill(query)
    visit = reader._visit
    with page.expect_navigation():
        page.get_by_role("search", name="Full search").get_by_role("button", name="Search").click()
    assert complaints(visit) == []
    settled(page)
    assert away_requests(visit, base) + complaints(visit) == []
    found = page.locator(".search-results a").evaluate_all("(all) => all.map((a) => a.href)")
    found = [re.sub(r"\?[^#]*", "", address) for address in found]  # the words to mark there
    status = page.get_by_role("status").inner_text()
    whole = status.startswith(f"{len(found)} place" if found else "Nothing found")
    assert whole or f"the first {len(found)} are shown" in status
    reader.leave()
    return found


def test_words_of_a_title_lead_to_its_page(reader, base, headings):
    for name, title in headings.items():
        found = search(reader, base, title)
        assert any(a.split("#")[0] == base + name for a in found), title


def test_chinese_words_of_two_and_three_characters_are_found(reader, base, site, headings):
    # what cells of an analysis print is not searched
    names = [name for name in headings if "/analysis/" not in name]
    pages = {name: HAN.findall(searched(site / name)) for name in names}
    name, words = next((n, w) for n, w in pages.items() if w)
    for length in (2, 3):
        found = search(reader, base, words[0][:length])
        assert any(a.split("#")[0] == base + name for a in found)


def searched(path):
    """Return the article of a page as text, without what the search leaves out."""
    article = path.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
    return re.sub(r"<[^>]*>", " ", LEFT_OUT.sub("", article))


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
    settled(page)
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


def test_a_browser_that_cannot_run_the_search_says_so(reader, site, tmp_path):
    page = (site / "search.html").read_text(encoding="utf-8")
    (tmp_path / "search.html").write_text(page.replace("search.js", "old.js"), encoding="utf-8")
    (tmp_path / "_static").mkdir()
    for path in (site / "_static").iterdir():
        (tmp_path / "_static" / path.name).symlink_to(path)
    (tmp_path / "_static/old.js").write_text('/(?<broken/.test("");', encoding="utf-8")
    status = reader.read(f"{tmp_path.as_uri()}/search.html?q=face").page.get_by_role("status")
    assert "this browser cannot run it" in status.inner_text()
    reader.leave()
    status = reader.read(f"{site.resolve().as_uri()}/search.html").page.get_by_role("status")
    assert status.inner_text() == ""
    reader.leave()


# ------------------------------------------------------------------- ways of asking, on a made-up page

SECTIONS = {
    "faces": "The rules on face recognition are of 2021. Cameras of the police recognise people.",
    "hyphen": "A face-recognition system, for China's organisations' licences and 125,962 files.",
    "apart": "Recognition came late, in the face of doubt; the face was not recognition’s object.",
    "law": "The Personal Information Protection Law (个人信息保护法) binds handlers.",
    "city": "In Ürümqi, 海康威视 and 商汤 sold cameras; the behaviour of 12 firms was analysed.",
    "body": "The Ministry of Public Security, and the Production and Construction Corps, answer.",
    "figure": "Figure 1.1 shows a fingerprint. Article 28(2) of GB/T 35273-2020; 5.1 per cent.",
    "other": "Figure 1.12 shows cases. A colour programme in the centre of co-operation: 1,125,962.",
    "corps": "The Xinjiang Production and Construction Corps keeps databases of voice.",
    "quote": "She said “consent is not needed” in the studies – it is nowhere needed by consent.",
}
#: what is typed, and the sections that answer it
ASKED = {
    "face recognition": "faces hyphen apart",
    '"face recognition"': "faces hyphen",
    "“face recognition”": "faces hyphen",
    "„face recognition“": "faces hyphen",
    "«face recognition»": "faces hyphen",
    '"face recognition': "faces hyphen apart",
    "face\u2011recognition": "faces hyphen apart",
    "face-recognition": "faces hyphen apart",
    "face–recognition": "faces hyphen apart",
    "ｆａｃｅ　ｒｅｃｏｇｎｉｔｉｏｎ": "faces hyphen apart",
    "FACE RECOGNITION": "faces hyphen apart",
    "facial recognition": "faces hyphen apart",
    "faces": "faces hyphen apart",
    '"facial recognition"': "",
    '"recognition face"': "",
    "China's": "hyphen",
    "China’s": "hyphen",
    "China`s": "hyphen",
    "chinas": "hyphen",
    "recognition's": "apart",
    "recognize": "faces",
    "recognise": "faces",
    "recogni": "faces hyphen apart",
    "organization": "hyphen",
    "organizations": "hyphen",
    "organis": "hyphen",
    "license": "hyphen",
    "licenses": "hyphen",
    "licens": "hyphen",
    "125962": "hyphen",
    "125,962": "hyphen",
    "125.962": "hyphen",
    "125 962": "hyphen",
    "125'962": "hyphen",
    "１２５，９６２": "hyphen",
    "1125962": "other",
    "PIPL": "law",
    "個人信息保護法": "law",
    "个人 信息": "law",
    "《个人信息保护法》": "law",
    "Urumqi": "city",
    "ürümqi": "city",
    unicodedata.normalize("NFD", "Ürümqi"): "city",
    "海康威視": "city",
    "Hikvision": "city",
    "商汤科技": "city",
    "商湯": "city",
    "behavior": "city",
    "behaviou": "city",
    "analyzed": "city",
    "MPS": "body",
    "XPCC": "corps",
    "Bingtuan": "corps",
    "data base": "corps",
    "database": "corps",
    "voiceprint": "corps",
    "Fig. 1.1": "figure",
    "fig 1.1": "figure",
    "Figure 1.1": "figure",
    "Figure 1.12": "other",
    "fingerprints": "figure",
    "GB／T 35273—2020": "figure",
    "28(2)": "figure",
    "percent": "figure",
    "color": "other",
    "program": "other",
    "center": "other",
    "cooperation": "other",
    "co-operation": "other",
    "case": "other",
    "study": "quote",
    "studies": "quote",
    "“consent is not needed”": "quote",
    '"not needed" consent': "quote",
    '"needed consent"': "",
    "con\u00adsent": "quote",
    "con\u200bsent": "quote",
    "%": "",
}


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    """Return the address of a search page over the made-up sections."""
    out = tmp_path_factory.mktemp("search")
    sections = "".join(f'<h2 id="{k}">Part</h2><p>{words}</p>' for k, words in SECTIONS.items())
    html = f'<article><section id="top"><h1>A book</h1>{sections}</section></article>'
    units = pages_of.units_of(html, "chapter", "page.html")
    (out / "_static/search").mkdir(parents=True)
    for name, text in parts.files(units, []).items():
        (out / "_static" / name).write_text(text, encoding="utf-8")
    for name in theme.SEARCH:
        (out / "_static" / name).write_bytes((theme.STATIC / name).read_bytes())
    scripts = "".join(
        f'<script src="_static/{n}"></script>' for n in (theme.SEARCH_DATA, *theme.SEARCH)
    )
    (out / "search.html").write_text(
        '<!DOCTYPE html><meta charset="utf-8"><input id="query"><p class="search-status"></p>'
        f'<ol class="search-results" aria-busy="true"></ol>{scripts}',
        encoding="utf-8",
    )
    return f"{out.as_uri()}/search.html"


@pytest.mark.parametrize("asked", ASKED)
def test_everyday_ways_of_asking_find_what_is_meant(browser_page, made_up, asked):
    browser_page.goto(f"{made_up}?q={quote(asked)}")
    settled(browser_page)
    found = browser_page.locator(".search-results a").evaluate_all(
        "(all) => all.map((a) => a.hash.slice(1))"
    )
    assert set(found) == set(ASKED[asked].split())


@pytest.mark.parametrize(
    ("asked", "marked"),
    [
        ("facial recognition doubt", ["Recognition", "face", "doubt", "face", "recognition’s"]),
        ("125962", ["125,962"]),
        ("PIPL", ["Personal Information Protection Law", "个人信息保护法"]),
        ("urumqi", ["Ürümqi"]),
        ("“consent is not needed”", ["consent is not needed"]),
    ],
)
def test_what_was_found_is_marked_as_it_is_written(browser_page, made_up, asked, marked):
    browser_page.goto(f"{made_up}?q={quote(asked)}")
    settled(browser_page)
    first = browser_page.locator(".search-results li").first.locator("mark").all_inner_texts()
    assert first[: len(marked)] == marked


@pytest.fixture(scope="module")
def browser_page(browser):
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("facial recognition", "face-recognition"),
        ("125962", "125,962"),
        ("個人信息保護法", "PIPL"),
        ("Fig. 1.1", "Figure 1.1"),
        ("Urumqi", "Ürümqi"),
    ],
)
def test_the_book_answers_everyday_ways_of_asking(browser_page, site, asked, meant):
    counts = []
    for query in (asked, meant):
        browser_page.goto(f"{site.resolve().as_uri()}/search.html?q={quote(query)}")
        settled(browser_page)
        counts.append(browser_page.get_by_role("status").inner_text().partition(" found")[0])
    assert counts[0] == counts[1] != ""
