"""What the head of a page tells machines, with and without an address of the site."""

from __future__ import annotations

import html
import json
import re
import zlib
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from rdflib import RDF, SDO, BNode, Graph, Literal, URIRef
from some_metadata import ADDRESS, FULL, PLAIN
from sphinx.application import Sphinx

from biometrics_china import metadata, tables
from biometrics_china.publishing import citation, head, host_files, theme

BOTH = pytest.mark.parametrize("facts", [PLAIN, FULL], ids=["plain", "full"])
BODY = "<h1>T</h1><p>Short.</p><p>Rules for <a>faces</a> &amp; voices came late, in all.</p>"


def named(tags: str) -> dict[str, str]:
    """Return name or property → content of meta tags."""
    found = re.findall(r'<meta (?:name|property)="([^"]*)" content="([^"]*)">', tags)
    assert len(found) == tags.count("<meta")
    return {name: html.unescape(content) for name, content in found}


def test_the_first_real_paragraph_describes_a_page():
    assert head.description(BODY) == "Rules for faces & voices came late, in all."
    assert head.description("<h1>T</h1><p>Short.</p>") == ""
    long = head.description(f"<p>{'word ' * 100}</p>")
    assert long.endswith("word …")
    assert len(long) <= head.LONGEST
    whole = head.description(f"<p>{'A sentence of some more words. ' * 20}</p>")
    assert whole.endswith(" words.")
    assert 250 < len(whole) <= head.LONGEST


def test_the_imprint_describes_no_page():
    imprint = '<p class="imprint">Version 1 of the first of January, by the group that made it</p>'
    assert head.description(imprint + BODY) == head.description(BODY)
    assert head.description(imprint) == ""


def test_without_an_address_a_page_names_none():
    found = named(head.open_graph(PLAIN, "a.html", "T", BODY, is_front=False))
    assert found == {
        "description": "Rules for faces & voices came late, in all.",
        "og:title": "T",
        "og:type": "article",
        "og:site_name": "A Book",
        "og:description": "Rules for faces & voices came late, in all.",
    }


def test_with_an_address_a_page_names_itself_and_its_card():
    found = named(head.open_graph(FULL, "a.html", "T", BODY, is_front=True))
    assert found["og:type"] == "book"
    assert found["og:url"] == "https://book.example/a.html"
    assert found["og:image"] == "https://book.example/cards/book.png"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["og:image:alt"].startswith("A Book: Höhen & Tiefen. ")
    assert found["twitter:card"] == "summary_large_image"
    chapter = named(head.open_graph(FULL, "chapters/faces.html", "T", "", is_front=False))
    assert chapter["og:image"] == "https://book.example/cards/faces.png"
    assert "Faces, irises" in chapter["og:image:alt"]
    assert "description" not in chapter


def test_citation_tags_hold_what_is_known():
    plain, full = (named(head.citation_tags(f, "chapters/index.html")) for f in (PLAIN, FULL))
    assert plain["citation_title"] == PLAIN.title
    assert plain["citation_publication_date"] == "2026/11/24"
    assert not {"citation_doi", "citation_public_url"} & set(plain)
    assert full["citation_doi"] == "10.1234/book"
    assert full["citation_public_url"] == "https://book.example/v/2026.11.2/chapters/index.html"
    assert full["prism.edition"] == "Version 2026.11.2"
    assert "citation_inbook_title" not in full


def test_a_part_of_the_book_is_tagged_as_one():
    found = named(head.citation_tags(FULL, "chapters/a.html", "Faces & rules"))
    assert found["citation_title"] == "Faces & rules"
    assert found["citation_inbook_title"] == FULL.title
    assert found["citation_publication_date"] == "2026/11/24"
    assert found["prism.edition"] == "Version 2026.11.2"
    assert "citation_doi" not in found
    assert found["citation_public_url"] == "https://book.example/v/2026.11.2/chapters/a.html"


def as_zotero_cuts(name: str) -> tuple[str, str]:
    """Return last and first name as Zotero's translators make them of the text of a tag."""
    cut = name.strip(" .,/[]:")
    if "," in name:
        last, _, first = cut.partition(",")
        return last, first.strip()
    first, _, last = cut.rpartition(" ")
    return last, first


def test_a_group_is_not_taken_for_a_person():
    tags = head.citation_tags(FULL, "")
    authors = [html.unescape(a) for a in re.findall(r'citation_author" content="([^"]*)', tags)]
    assert [as_zotero_cuts(a) for a in authors] == [("The Group of A", ""), ("Doe", "Ann")]
    assert as_zotero_cuts("The Group of A") == ("A", "The Group of")


# ------------------------------------------------------------------------------------ schema.org

BASE = "https://here.example/chapters/index.html"
#: what schema.org's consumers ask of a type
NEEDED = {
    SDO.ScholarlyArticle: (SDO.headline, SDO.author, SDO.license, SDO.version),
    SDO.Book: (SDO.name, SDO.author, SDO.inLanguage),
    SDO.Dataset: (SDO.name, SDO.description, SDO.license, SDO.creator, SDO.distribution),
    SDO.DataDownload: (SDO.contentUrl, SDO.encodingFormat),
    SDO.Organization: (SDO.name,),
    SDO.Person: (SDO.name, SDO.familyName),
}


def linked(script: str) -> Graph:
    """Return the statements of a script element; fail for a term schema.org does not have."""
    text = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', script, re.S)[1]
    assert "</" not in text
    data = json.loads(text)
    assert data.pop("@context") == "https://schema.org"
    graph = Graph().parse(
        data=json.dumps({"@context": {"@vocab": str(SDO)}, **data}), format="json-ld", publicID=BASE
    )
    terms = {p for p in graph.predicates() if p != RDF.type} | set(graph.objects(None, RDF.type))
    unknown = [str(t) for t in terms if t not in SDO]
    assert unknown == []
    return graph


def lacks(graph: Graph) -> list[str]:
    return [
        f"{kind} without {wanted}"
        for kind, properties in NEEDED.items()
        for thing in graph.subjects(RDF.type, kind)
        for wanted in properties
        if not list(graph.objects(thing, wanted))
    ]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@BOTH
def test_the_front_page_describes_book_and_data_for_schema_org(facts):
    graph = linked(head.book_data(facts, "../"))
    top = facts.address or "https://here.example/"
    book, data = URIRef(f"{top}{head.BOOK}"), URIRef(f"{top}{head.DATA}")
    assert set(graph.objects(book, RDF.type)) == {SDO.ScholarlyArticle, SDO.Book}
    assert graph.value(data, RDF.type) == SDO.Dataset
    assert lacks(graph) == []
    assert (book, SDO.isBasedOn, data) in graph
    assert (book, SDO.abstract, Literal("What </script> it is about.")) in graph
    released = graph.value(book, SDO.datePublished)
    assert (str(released) == "2026-11-24") == facts.is_released
    assert (graph.value(book, SDO.dateModified) is None) == facts.is_released
    (file,) = graph.objects(data, SDO.distribution)
    assert str(graph.value(file, SDO.contentUrl)) == (
        f"{facts.address}data/datapackage.json" if facts.address else "../data/datapackage.json"
    )
    assert isinstance(file, BNode)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@BOTH
def test_the_codebook_names_every_file_of_the_data(facts):
    graph = linked(head.dataset_data(facts, "../../"))
    assert lacks(graph) == []
    files = {
        str(name)
        for f in graph.subjects(RDF.type, SDO.DataDownload)
        for name in graph.objects(f, SDO.name)
    }
    paths = {table.path for table in tables.package().tables}
    assert files == paths | {"datapackage.json"}
    words = tables.package().description
    assert Literal(words) in set(graph.objects(None, SDO.description))
    assert 50 <= len(words) <= 5000


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_check_sees_wrong_terms_and_missing_ones():
    script = head.book_data(FULL, "../")
    with pytest.raises(AssertionError, match="headlin"):
        linked(script.replace('"headline"', '"headlin"'))
    assert lacks(linked(script.replace('"license"', '"keywords"')))


# ------------------------------------------------------------------------------- a small real build

PAGES = {
    "chapters/index": "# The book\n\nA book on rules for faces, voices, and other traits of people.\n"
    "\n```{toctree}\none\n```\n",
    "chapters/one": "# One\n\nThe first chapter says what the rules are, and whom they bind.\n",
}
CONF = """\
extensions = ["myst_parser", "biometrics_china.publishing.theme", "biometrics_china.publishing.citable"]
root_doc = "chapters/index"
project = html_title = "A Book"
html_theme = "biometrics_china"
html_use_index = False
"""


@pytest.fixture
def build(tmp_path, monkeypatch):
    """Return a function that builds a book of two pages for given metadata."""

    def run(facts):
        for module in (citation, metadata):
            monkeypatch.setattr(module, "load", lambda: facts)
        source = tmp_path / "source"
        (source / "chapters").mkdir(parents=True)
        (source / "conf.py").write_text(CONF, encoding="utf-8")
        for name, text in PAGES.items():
            (source / f"{name}.md").write_text(text, encoding="utf-8")
        out = tmp_path / "out"
        app = Sphinx(source, source, out, tmp_path / "trees", "html", status=None, warning=None)
        app.build(force_all=True)
        return {p.relative_to(out).as_posix(): p for p in out.rglob("*") if p.is_file()}

    return run


def text(path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_book_without_an_address_has_no_canonical_address_and_no_sitemap(build):
    files = build(PLAIN)
    assert not {"sitemap.xml", "robots.txt", "404.html"} & set(files)
    assert ".nojekyll" in files
    pages = [text(path) for name, path in files.items() if name.endswith(".html")]
    assert len(pages) == 4
    for page in pages:
        assert "canonical" not in page
        assert "og:url" not in page
        assert "book.example" not in page
    assert text(files["cite/book.ris"]).startswith("TY  - EBOOK")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_book_with_an_address_has_both(build):
    files = build(FULL)
    for name in ("chapters/index.html", "chapters/one.html"):
        page = text(files[name])
        assert f'<link rel="canonical" href="{ADDRESS}{name}">' in page
        assert named_in(page)["og:url"] == f"{ADDRESS}{name}"
    start = text(files["index.html"])
    assert f'<link rel="canonical" href="{ADDRESS}chapters/index.html">' in start
    root = ElementTree.fromstring(text(files["sitemap.xml"]))
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert root.tag == f"{space}urlset"
    assert {child.tag for child in root} == {f"{space}url"}
    found = [loc.text for loc in root.iter(f"{space}loc")]
    assert found == [f"{ADDRESS}chapters/index.html", f"{ADDRESS}chapters/one.html"]
    assert f"Sitemap: {ADDRESS}sitemap.xml\n" in text(files["robots.txt"])
    assert re.findall('(?:href|src)="(?!data:)([^"]*)"', text(files["404.html"])) == [
        f"{ADDRESS}{place}"
        for place in ("chapters/index.html", "search.html", "chapters/reference/changes.html")
    ]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_below_a_path_there_is_no_robots_txt_for_nobody_asks_for_it(build):
    files = build(replace(FULL, address=f"{ADDRESS}our/book/"))
    assert "robots.txt" not in files
    assert f"{ADDRESS}our/book/chapters/one.html" in text(files["sitemap.xml"])
    assert f'href="{ADDRESS}our/book/search.html"' in text(files["404.html"])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_is_made_with_the_site_is_asked_for_by_its_content(build):
    files = build(PLAIN)
    (out,) = {p.parent for name, p in files.items() if name == "search.html"}
    data = out / "_static" / theme.SEARCH_DATA
    data.write_text("window.SEARCH = 1;", encoding="utf-8")
    theme.mark_made_files(out)
    mark = f"?v={zlib.crc32(data.read_bytes()):08x}"
    assert f'src="_static/search-data.js{mark}"' in text(files["search.html"])
    data.write_text("window.SEARCH = 2;", encoding="utf-8")
    files["search.html"].write_text(text(files["search.html"]).replace(mark, ""), encoding="utf-8")
    theme.mark_made_files(out)
    assert "search-data.js?v=" in text(files["search.html"])
    assert mark not in text(files["search.html"])


def named_in(page: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]*)" content="([^"]*)">', page)
    return dict(found)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@BOTH
def test_pages_of_the_book_have_citation_tags_and_all_but_the_front_say_how_to_cite(build, facts):
    files = build(facts)
    front, one, search = (
        text(files[name]) for name in ("chapters/index.html", "chapters/one.html", "search.html")
    )
    assert named_in(front)["citation_title"] == html.escape(facts.title)
    assert named_in(one)["citation_title"] == "One"
    assert named_in(one)["citation_inbook_title"] == html.escape(facts.title)
    assert "citation_" not in search
    assert front.count("ld+json") == 1
    assert "ld+json" not in one + search
    assert "“One”." in one
    assert "Cite this page" not in front + search
    assert 'href="../cards/book.png" download' in one
    assert ("twitter:card" in one) == ("og:image" in one) == bool(facts.address)
    assert named_in(one)["og:description"].startswith("The first chapter says")


def test_addresses_in_a_sitemap_are_escaped():
    made = host_files.sitemap("https://a.example/?b&", ["c.html"])
    assert ElementTree.fromstring(made)[0][0].text == "https://a.example/?b&c.html"
