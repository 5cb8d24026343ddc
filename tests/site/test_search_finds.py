"""The search finds: 60 queries with their right first answers, and a hit opens where its words stand."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from biometrics_china import tables
from biometrics_china.publishing.search.folding import Folding
from biometrics_china.publishing.search.unit import KINDS
from biometrics_china.publishing.search.words import table

#: of the queries whose right page is first, and among the first three
FIRST, OF_THREE = 0.9, 0.98
PART = re.compile(r"-\d+(?=\.html)")


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def search_page(site):
    return f"{site.resolve().as_uri()}/search.html"


def found(page: Page, address: str, query: str) -> list[str]:
    """Return the addresses below the site that a query finds, in order, without words to mark."""
    page.goto(f"{address}?q={quote(query)}")
    page.locator(".search-results[aria-busy=false]").wait_for(state="attached")
    links = page.locator(".search-results a")
    addresses = links.evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    return [re.sub(r"\?[^#]*", "", a) for a in addresses]


def is_right(address: str, query: dict) -> bool:
    """Return whether an address answers a query: its page, or its row where one is asked for."""
    shown = PART.sub("", address)
    for wanted in (query["target"], *(query["also"] or ())):
        wanted = PART.sub("", wanted)
        if wanted.startswith("data/") and "#" in wanted:
            if shown == wanted:
                return True
        elif shown.partition("#")[0] == wanted.partition("#")[0]:
            return True
    return False


def test_the_right_page_comes_first(page, search_page, capsys):
    queries = tables.load("search_queries").to_dict("records")
    places = {}
    for query in queries:
        right = [is_right(a, query) for a in found(page, search_page, query["query"])]
        places[query["id"]] = right.index(True) + 1 if True in right else 0
    first = sum(place == 1 for place in places.values())
    three = sum(place in (1, 2, 3) for place in places.values())
    with capsys.disabled():
        print(f"\n {len(queries)} queries: right page first {first}, in the first three {three}")
        for query in queries:
            place = places[query["id"]] or "–"
            print(f" {place:>3}  {query['kind']:<13} {query['query']}")
    assert first >= FIRST * len(queries)
    assert three >= OF_THREE * len(queries)


def test_targets_of_the_queries_stand_on_the_site(site):
    for query in tables.load("search_queries").to_dict("records"):
        for address in (query["target"], *(query["also"] or ())):
            name, _, anchor = address.partition("#")
            # the first page of a table leads on to the part on which a row stands by now
            stem = PART.sub("", name).removesuffix(".html")
            parts = [site / name, *site.glob(f"{stem}-[0-9]*.html")] if anchor else []
            texts = (part.read_text(encoding="utf-8") for part in parts)
            assert not anchor or any(f'id="{anchor}"' in text for text in texts), address


@pytest.mark.parametrize(
    ("query", "words"), [("Gompertz", "Gompertz"), ("qianwei county murder", "Qianwei")]
)
def test_a_hit_opens_at_the_words_and_marks_them(page, search_page, query, words):
    found(page, search_page, query)
    page.locator(".search-results a").first.click()
    mark = page.locator("main mark").first
    mark.wait_for()
    assert mark.inner_text() == words
    top = mark.evaluate("(m) => m.getBoundingClientRect().top")
    assert 0 < top < page.viewport_size["height"]


def test_a_lasting_id_leads_to_its_row(page, search_page):
    assert found(page, search_page, "dn-028")[0] == "data/dna_database_sizes.html#dn-028"
    page.locator(".search-results a").first.click()
    page.locator("main mark").first.wait_for()
    assert "80,000,000" in page.locator(":target").inner_text()


def test_a_body_shows_how_it_stands(page, search_page):
    assert found(page, search_page, "Hikvision")[0] == "register/hikvision.html"
    assert "Entity List since" in page.locator(".search-results li").first.inner_text()


def test_a_letter_that_is_wrong_is_mended_and_said(page, search_page):
    assert found(page, search_page, "Hikvsion")[0] == "register/hikvision.html"
    assert "one letter was changed" in page.get_by_role("status").inner_text()


def test_words_in_quotes_stand_as_they_were_typed(page, search_page):
    assert found(page, search_page, '"family of the family of"') == []


def test_a_letter_is_answered_while_it_is_typed(page, search_page):
    page.goto(search_page)
    page.locator("#query").press_sequentially("f")
    page.locator(".search-results li").first.wait_for()
    assert page.locator(".search-results li").count() > 10


@pytest.mark.parametrize(
    ("query", "addresses"),
    [
        # a law by its name in another language, in its own script, or nearly by its name
        ("DSGVO", {"data/instruments-2.html#eu-gdpr"}),
        ("KI-Verordnung", {"data/instruments-2.html#eu-aiact"}),
        ("人脸识别技术应用安全管理办法", {"data/instruments.html#cn-frt-2025"}),
        ("China cybersecurity law", {"data/instruments.html#cn-csl-2016"}),
        ("human genetic resources regulation", {"data/instruments.html#cn-hgr-reg-2019"}),
        # a body by a name that others have nearly, or that only the second part holds
        ("中国人民公安大学", {"register/peoples-public-security-university-china.html"}),
        ("USTC", {"register/list-us-entity-list.html#body-university-science-technology-china"}),
        ("BGI", {"register/bgi-group.html"}),
        # a page by a word that it does not write
        ("recommendations", {"chapters/summary.html#what-could-be-done-by-whom"}),
        ("checklist", {"chapters/cooperation.html#on-two-pages-by-role"}),
        ("errata", {"chapters/reference/corrections.html#report-an-error"}),
        ("Xinjang", {"chapters/western_china.html"}),
        # what a word means stands behind where the book writes of it
        ("glossary", {"chapters/reference/glossary.html#glossary"}),
        ("Fig 9.1", {"chapters/cooperation.html#fig-cooperation-grid"}),
    ],
)
def test_kinds_of_questions_that_missed(page, search_page, query, addresses):
    first = found(page, search_page, query)[0]
    assert PART.sub("", first) in {PART.sub("", a) for a in addresses} or (
        first.partition("#")[0] in addresses
    )


@pytest.mark.parametrize("typed", ["emotion recognition", "gait", "voiceprint", "Y-STR"])
def test_the_meaning_of_a_word_stands_behind_a_chapter_that_uses_it(page, search_page, typed):
    assert "glossary" not in found(page, search_page, typed)[0]


def test_what_only_rows_hold_as_it_was_typed_is_not_mended(page, search_page):
    found(page, search_page, "USTC")
    assert "one letter" not in page.get_by_role("status").inner_text()


def test_build_and_browser_fold_alike(page, search_page, site):
    page.goto(search_page)
    texts = [
        (site / n).read_text(encoding="utf-8")
        for n in ("chapters/regulation.html", "data/kin.html")
    ]
    tokens = sorted({token for text in texts for token in re.sub(r"<[^>]*>", " ", text).split()})
    tokens += [
        "ＧＢ／Ｔ",
        "naïve",
        "Straße",
        "1,125,962",
        "organisations’",
        "İstanbul",
        "個人信息",
        "co-operate",
    ]
    given = page.evaluate("SEARCH.words")
    folding = Folding(given)
    in_browser = page.evaluate(
        "(t) => t.map((x) => SearchFold(SEARCH.words).words(x))", tokens[:50]
    )
    in_browser = page.evaluate(
        "(t) => { const f = SearchFold(SEARCH.words); return t.map((x) => f.words(x)); }", tokens
    )
    mixed = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")
    assert {
        token: (ours, theirs)
        for token, theirs in zip(tokens, in_browser, strict=True)
        if not mixed.search(token) and (ours := folding.plain(token)) != theirs
    } == {}
    assert folding.plain("個人信息") == "个人信息"
    assert given["spellings"] == [list(pair) for pair in table("")["spellings"]]


@pytest.mark.parametrize(
    ("a", "b", "near"),
    [
        ("hikvison", "hikvision", True),  # one left out
        ("extradiction", "extradition", True),  # one too many
        ("megvii", "megvij", True),  # another
        ("recieve", "receive", True),  # two exchanged
        ("dahua", "dahua", True),
        ("uyghur", "uigur", False),
        ("abcd", "badc", False),
    ],
)
def test_one_letter_apart(page, search_page, a, b, near):
    page.goto(search_page)
    assert page.evaluate("([a, b]) => SearchIndex.isNear(a, b)", [a, b]) is near


def test_the_whole_of_a_name_counts_most(page, search_page):
    page.goto(search_page)
    covers = page.evaluate("[1, 2, 4, 8].map((words) => SearchRank.cover(1, words))")
    assert covers == sorted(covers, reverse=True)
    assert covers[0] == pytest.approx(3.0)


def test_an_index_answers_whole_words_beginnings_and_numbers(page, search_page):
    page.goto(search_page)
    held = page.evaluate(
        """() => {
            const text = "12 1;123 2;ab 0,2;abc 1;abcdef 4;人脸 3";
            const index = SearchIndex(text, /[\\u4e00-\\u9fff]/);
            const of = (word, isWhole = false) => Array.from(index.blocks(word, isWhole).entries());
            return [of("ab"), of("ab", true), of("12"), of("人脸"), of("人")];
        }"""
    )
    assert held == [
        [[0, 1], [2, 1], [1, 0.95], [4, 0.7]],
        [[0, 1], [2, 1]],
        [[1, 1]],
        [[3, 1]],
        [[3, 0.95]],
    ]


def test_chapters_and_bodies_come_before_what_the_book_rests_on():
    first = [KINDS[kind] for kind in ("chapter", "body", "finding", "exhibit")]
    assert min(first) > max(KINDS[kind] for kind in ("reference", "hub", "row", "work", "aside"))


REFERENCE = "chapters/reference"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("number-regulation-n-china", f"{REFERENCE}/numbers/regulation.html#{{}}"),
        ("regulation.n_china", f"{REFERENCE}/numbers/regulation.html#number-regulation-n-china"),
        ("Fig-DNA-databases-growth", "chapters/dna_databases.html#fig-dna-databases-growth"),
        ("claim-faces-cameras", "chapters/faces.html#{}"),
        ("provisions-pv057-function", "data/second_codings.html#{}"),
        ("camera_counts/cc-01", "data/camera_counts.html#cc-01"),
        ("cooperation_cells/cc-01", "data/cooperation_cells.html#cc-01"),
        ("ev-p001", "data/collection_events.html#{}"),
        ("source-11bz-ga-470-2004", f"{REFERENCE}/sources.html#{{}}"),
        ("aarhus-uris-guidelines-2024", f"{REFERENCE}/sources.html#work-{{}}"),
        ("instrument_events", f"{REFERENCE}/codebook.html#table-{{}}"),
        ("15th-research-institute-cetc", "register/list-us-1260h.html#body-{}"),
    ],
)
def test_a_lasting_id_of_any_kind_comes_first(page, search_page, site, typed, address):
    first = found(page, search_page, typed)[0]
    assert PART.sub("", first) == PART.sub("", address.format(typed))
    name, _, anchor = first.partition("#")
    assert f'id="{anchor}"' in (site / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("typed", ["law", "instruments", "y-str", "re-education"])
def test_a_word_is_not_taken_for_an_id(page, search_page, typed):
    first = found(page, search_page, typed)[0]
    assert not first.startswith(("data/corpora", "data/gathering"))
