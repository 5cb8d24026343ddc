"""The summary in four languages on the built site: each page says its own and leads to the others."""

import re
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup

from biometrics_china import metadata
from biometrics_china.publishing.translations import pages

PAGES = pages.versions("summary")
each_page = pytest.mark.parametrize("name", PAGES)


def parsed(site, name):
    return BeautifulSoup((site / f"chapters/{name}.html").read_text("utf-8"), "html.parser")


@each_page
def test_article_and_title_carry_the_language_and_english_parts_theirs(site, name):
    page, language = parsed(site, name), PAGES[name].tag
    assert page.html["lang"] == "en"
    if language == "en":
        assert not page.article.get("lang")
        return
    assert page.article["lang"] == page.title["lang"] == language
    for part in page.select("details.rests, details.cite"):
        assert part["lang"] == "en"
    for words in page.select("details.rests li span[lang]"):
        assert words["lang"] == language
    assert page.find("meta", attrs={"name": "citation_language"})["content"] == language


@each_page
def test_the_head_names_all_languages_and_the_switch_leads_to_them(site, name):
    page, address = parsed(site, name), metadata.load().address
    start = f"{address}chapters/" if address else ""
    found = {link["hreflang"]: link["href"] for link in page.select("link[hreflang]")}
    wanted = {of.tag: f"{start}{other}.html" for other, of in PAGES.items()}
    assert found == wanted | {"x-default": f"{start}summary.html"}
    switch = page.select_one("article nav.languages")
    assert switch.find_previous("h1") is page.h1
    assert [a["href"] for a in switch.select("a")] == [f"{n}.html" for n in PAGES if n != name]
    assert switch.select_one("[aria-current=page]").get_text() == PAGES[name].name


def test_neighbours_pass_translations_over(site):
    def beside(name):
        return [a["href"] for a in parsed(site, name).select("nav.prev-next a")]

    assert beside("summary") == ["index.html", "regulation.html"]
    assert beside("regulation")[0] == "summary.html"
    assert all(beside(name) == [] for name in PAGES if name != "summary")


def test_titles_of_translations_carry_their_language_in_the_contents(site):
    contents = parsed(site, "regulation").select_one("nav.book-nav")
    for name, of in PAGES.items():
        link = contents.select_one(f'a[href$="{name}.html"]')
        assert link.get("lang", "en") == of.tag


def test_numbers_are_printed_by_the_rules_of_each_language(site):
    said = {name: parsed(site, name).article.get_text() for name in PAGES}
    in_english = re.search(r"report (\d+),(\d{3}) people", said["summary"])
    assert in_english
    thousands, rest = in_english.groups()
    for name, mark in (("summary_de", "."), ("summary_fr", "\u202f"), ("summary_zh", ",")):
        assert f"{thousands}{mark}{rest}" in said[name]
    assert re.search(r"\d+,\d bis \d+,\d Prozent", " ".join(said["summary_de"].split()))


def test_no_blank_is_left_between_chinese_characters(site):
    page = parsed(site, "summary_zh")
    for part in page.select("details, .languages"):
        part.decompose()
    # a heading and its number stand in blocks of their own
    texts = [p.get_text() for p in page.article.select("p, li, dt, h1, h2")]
    assert [t for t in texts if re.search(r"[\u4e00-\u9fff，；。]\s+[\u4e00-\u9fff]", t)] == []
    described = page.find("meta", attrs={"name": "description"})["content"]
    assert not re.search(r"[\u4e00-\u9fff，；。] [\u4e00-\u9fff]", described)


@pytest.mark.parametrize(
    "query", ["刘诉波兰案", "网络监控物项", "Polizeiprogramme", "empreintes digitales"]
)
def test_the_search_finds_a_translation_by_its_own_words(browser, site, query):
    page = browser.new_page()
    page.goto(f"{site.resolve().as_uri()}/search.html?q={quote(query)}")
    page.locator(".search-results[aria-busy=false]").wait_for(state="attached")
    links = page.locator(".search-results a")
    found = links.evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    page.close()
    assert any("chapters/summary_" in address for address in found[:3])


@each_page
def test_a_page_is_no_wider_than_a_phone(browser, site, name):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{site.resolve().as_uri()}/chapters/{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()
