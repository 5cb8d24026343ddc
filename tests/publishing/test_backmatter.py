"""The generated back matter holds every table, source, number, figure and repair."""

from __future__ import annotations

import json
import re
from html import escape

import pytest
from bs4 import BeautifulSoup

from biometrics_china import exhibits, made, place, provenance, tables, titles, works
from biometrics_china.figures.meanings import MEANINGS
from biometrics_china.publishing import backmatter, gallery, number_pages, works_list
from biometrics_china.publishing.code import places as code_places


def ids(html):
    return re.findall(r'\bid="([^"]*)"', html)


PAGES = {
    "codebook": backmatter.codebook_html,
    "works": works_list.works_html,
    "contradictions": backmatter.contradictions_html,
    "corrections": backmatter.corrections_html,
    "grades": backmatter.grades_html,
    "numbers": number_pages.index_html,
    "colours": gallery.colours_html,
    "figures": gallery.figures_html,
}


@pytest.mark.parametrize("page", PAGES)
def test_no_anchor_stands_twice_and_no_cell_prints_a_hole(page):
    html = PAGES[page]("../../")
    found = ids(html)
    assert len(found) == len(set(found))
    assert not re.search(r">(nan|&lt;NA&gt;|NaT)<", html)
    # the codebook has a term that is labelled so
    assert page == "codebook" or ">None<" not in html


def test_the_codebook_describes_every_table_field_and_vocabulary():
    html = backmatter.codebook_html("")
    package = tables.package()
    for table in package.tables:
        assert f'id="table-{table.name}"' in html
        assert f'href="data/{table.path}" download' in html
        assert f"{len(tables.load(table.name)):,} rows" in html
        assert all(f"<code>{field.name}</code>" in html for field in table.fields)
    linked = set(re.findall(r'href="#(vocabulary-[^"]*)"', html))
    assert linked
    assert linked <= set(ids(html))
    assert {f"vocabulary-{name}" for name in package.vocabularies} <= set(ids(html))


def test_every_contradiction_names_both_sides_and_the_choice():
    html, frame = backmatter.contradictions_html("../"), tables.load("contradictions")
    assert set(ids(html)) == set(frame["id"])
    assert html.count("<tr id=") == len(frame)
    used = {"a": "the first", "b": "the second", "both": "both", "neither": "neither"}
    row = frame.iloc[0]
    cells = backmatter._contradiction_row(row.to_dict(), "../")
    assert len(cells) == 5
    assert cells[3] == used[row["used"]]


def test_the_source_of_a_side_is_empty_where_no_row_stands_behind_it():
    assert backmatter._source_of("instruments", float("nan")) == ""
    assert backmatter._source_of("instruments", "no-such-row") == ""
    frame = tables.load("instruments").dropna(subset=["source_id"])
    assert backmatter._source_of("instruments", frame["id"].iloc[0]) == frame["source_id"].iloc[0]


def test_every_repair_is_listed_with_the_value_it_expects():
    html, frame = backmatter.corrections_html("../"), tables.load("corrections")
    assert html.count("<tr") == len(frame) + 1
    for row in frame.to_dict("records"):
        assert f"{backmatter.title_of(row['table'])}: {row['field'].replace('_', ' ')}<" in html
        assert f'{row["row_id"]}">' in html


def test_every_grade_is_explained():
    html = backmatter.grades_html("")
    assert all(f"<strong>{grade}</strong>" in html for grade in tables.vocabulary("finding_grade"))


def test_each_colour_is_shown_and_named_with_what_it_means():
    rows = BeautifulSoup(gallery.colours_html(""), "html.parser").select("tbody tr")
    assert [(r.rect["fill"], r.th.get_text().strip()) for r in rows] == [
        (colour, meaning.name) for colour, meaning in MEANINGS.items()
    ]
    assert all(r.find_all("td")[1].get_text() for r in rows)


def test_every_exhibit_has_its_code_sources_and_downloads():
    html = gallery.figures_html("../../")
    found = set(ids(html))
    for exhibit_id, (_, _, exhibit) in exhibits.catalogue().items():
        assert {f"about-{exhibit_id}", f"code-{exhibit_id}"} <= found
        has_sources = bool(made.of(exhibit_id).sources)
        assert (f"sources-{exhibit_id}" in found) == has_sources
        endings = re.findall(rf'href="\.\./\.\./exhibits/{exhibit_id}\.([\w.]+)"', html)
        assert set(endings) == ({"csv", "svg", "png"} if exhibit.draw else {"csv"})
        drawn, computed = code_places.of_exhibit(exhibit_id, "../../")
        assert computed in html
        assert drawn in html


def test_the_list_of_figures_shows_each_below_the_title_of_its_chapter():
    html = gallery.figures_html("../../")
    named = re.findall(r"<h2 [^>]*><a [^>]*>(.*?)</a></h2>", html)
    assert named == [escape(titles.of(s)) for s in exhibits.SUBJECTS if exhibits.labelled(s)]
    for exhibit_id, (subject, label, exhibit) in exhibits.catalogue().items():
        section = html.split(f'id="about-{exhibit_id}"')[1].split("</section>")[0]
        assert escape(titles.of(subject)) in section
        shown = re.findall(
            r'<a href="([^"]*)"><img src="([^"]*)" alt="([^"]*)" (.*?)><span>(.*?)<', section
        )
        assert len(shown) == bool(exhibit.draw)
        for address, picture, said, size, words in shown:
            assert said == escape(f"In small: {exhibit.title}")
            place_of_it = f"../../{exhibits.address(exhibit_id)}"  # a page beside this one is near
            assert address == place_of_it.replace("../../chapters/reference/", "")
            assert picture == f"../../exhibits/{exhibit_id}.small.png"
            assert re.fullmatch(r'width="\d{2,3}" height="\d{2,3}" loading="lazy"', size)
            assert words == f"{label} in its place"


def test_a_table_of_the_codebook_lists_the_works_behind_it():
    codebook_page = backmatter.codebook_html("../../")
    section = codebook_page.split('id="table-instrument_events"')[1].split("<h2")[0]
    listed = section.split('id="sources-instrument_events"')[1]
    sources = provenance.sources_of_table("instrument_events")
    assert len(sources) > 100
    named = {works.of_source(s) for s in re.findall(r'sources\.html#source-([\w-]+)"', listed)}
    assert named == {works.of_source(s) for s in sources}


def test_the_published_data_are_the_files_and_their_description():
    made = backmatter.published_data()
    root = place.data()
    paths = {table.path for table in tables.package().tables}
    assert set(made) == paths | {"datapackage.json"}
    assert all(made[path] == (root / path).read_bytes() for path in paths)
    described = json.loads(made["datapackage.json"])
    assert {resource["path"] for resource in described["resources"]} == paths
