"""The built site says how to cite it, offers the formats, and tells machines what it is."""

from __future__ import annotations

import html
import json
import re
import zlib

from bs4 import BeautifulSoup
from PIL import Image

from biometrics_china import exhibits, metadata
from biometrics_china.publishing import cards, citation, head
from built import all_page_names

LANDING = "chapters/index.html"
CODEBOOK = "chapters/reference/codebook.html"


def meta(page: str) -> list[tuple[str, str]]:
    found = re.findall(r'<meta (?:name|property)="([^"]*)" content="([^"]*)"', page)
    return [(name, html.unescape(content)) for name, content in found]


def test_the_book_and_its_pages_can_be_saved_with_author_date_and_version(site):
    facts = metadata.load()
    for name in all_page_names(site):
        tags = dict(meta((site / name).read_text(encoding="utf-8")))
        assert ("citation_title" in tags) == name.startswith("chapters/"), name
        if name.startswith("chapters/"):
            assert tags["citation_author"] == f"{facts.authors[0].name},", name
            assert tags["prism.edition"] == f"Version {facts.printed_version}"
            assert tags.get("citation_inbook_title", "") == ("" if name == LANDING else facts.title)
    assert dict(meta((site / LANDING).read_text(encoding="utf-8")))["citation_title"] == facts.title


def test_every_static_file_is_asked_for_by_its_content(site):
    for name in all_page_names(site):
        page = (site / name).read_text(encoding="utf-8")
        asked = re.findall(r'="[^"?#]*(_static/[^"?#]+)([^"]*)"', page)
        assert asked, name
        for path, mark in asked:
            assert mark == f"?v={zlib.crc32((site / path).read_bytes()):08x}", (name, path)


def test_every_page_has_a_title_and_a_description_for_those_who_share_it(site):
    for name in all_page_names(site):
        tags = meta((site / name).read_text(encoding="utf-8"))
        values = dict(tags)
        assert values["og:title"], name
        assert values["og:type"] == ("book" if name == LANDING else "article")
        if name != "search.html":
            assert 40 <= len(values["og:description"]) <= head.LONGEST, name
        shared = [n for n, _ in tags if n.startswith("og:") or n == "description"]
        assert len(shared) == len(set(shared)), name


def test_a_chapter_is_described_by_what_it_opens_with(site):
    for subject in ("index", *exhibits.SUBJECTS):
        page = (site / f"chapters/{subject}.html").read_text(encoding="utf-8")
        said = dict(meta(page))["description"]
        body = BeautifulSoup(page, "html.parser").select_one("article")
        for term in body.select(".term-chinese"):  # put in where a chapter explains a term
            term.decompose()
        first = next(p for p in body.select("p") if "imprint" not in p.get("class", []))
        assert " ".join(first.get_text().split()).startswith(said), subject
        assert said.endswith((".", "?")), subject


def test_the_card_of_every_page_is_a_small_file_of_the_site(site):
    held = {f"cards/{name}.png" for name in ("book", *exhibits.SUBJECTS)}
    assert {p.relative_to(site).as_posix() for p in (site / "cards").iterdir()} == held
    for name in held:
        assert (site / name).stat().st_size < cards.MOST_BYTES
        with Image.open(site / name) as picture:
            assert picture.size == (1200, 630)
    for name in all_page_names(site):
        assert cards.address(name) in held
        if name.startswith("chapters/") and name != LANDING:
            page = (site / name).read_text(encoding="utf-8")
            assert f'{cards.address(name)}" download' in page, name


def test_addresses_stand_in_the_pages_only_if_the_book_has_one(site):
    address = metadata.load().address
    assert (site / "sitemap.xml").is_file() == (site / "404.html").is_file() == bool(address)
    assert (site / ".nojekyll").read_bytes() == b""
    for name in ["index.html", *all_page_names(site)]:
        page = (site / name).read_text(encoding="utf-8")
        assert ('rel="canonical"' in page) == bool(address), name
        assert ("og:url" in page) == (bool(address) and name != "index.html"), name


def test_machines_are_told_of_book_and_data_where_they_look(site):
    for name in all_page_names(site):
        page = (site / name).read_text(encoding="utf-8")
        scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
        assert len(scripts) == (name in {LANDING, CODEBOOK}), name
        for script in scripts:
            graph = json.loads(script)["@graph"]
            files = [f for thing in graph for f in thing.get("distribution", [])]
            assert files
            for file in files:
                way = file["contentUrl"].removeprefix(metadata.load().address)
                assert ((site / name).parent / way).resolve().is_file() or (site / way).is_file()


def test_every_page_of_the_book_says_how_to_cite_it(site):
    for path in sorted((site / "chapters").rglob("*.html")):
        name = path.relative_to(site).as_posix()
        page = html.unescape(path.read_text(encoding="utf-8"))
        wanted = citation.of_book() if name == LANDING else f"”. {citation.lasting_address(name)}<"
        assert wanted in page, name
        assert f"Version {metadata.load().printed_version}." in page


def test_the_formats_can_be_taken_away(site):
    for path, data in citation.downloads().items():
        assert (site / path).read_bytes() == data
