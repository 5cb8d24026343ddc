"""Exhibits on the page, in chapters and analyses: with caption, passport and sources."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup

from biometrics_china import exhibits, made, metadata, notebook, titles, works
from biometrics_china.figures import style
from biometrics_china.figures.meanings import MEANINGS
from biometrics_china.publishing import drawings, findings, gallery, passports, renderer, rows
from biometrics_china.publishing.code import places as code_places

FIGURE, TABLE = "fig-regulation-effect", "tab-regulation-local"
COUNTS = {
    "fig-trafficking-choices": "n_break",
    "fig-trafficking-share-choices": "n_share",
    "fig-western-china-ratio-choices": "n_ratio",
    "fig-western-china-share-choices": "n_share",
}
#: drawing of all readings of a number → how many there are, as the book prints it
READINGS = {
    i: exhibits.numbers_of(subject)[COUNTS.get(i, "n_choices")].text
    for i, (subject, _, exhibit) in exhibits.catalogue().items()
    if exhibit.is_of_readings
}


def shown(exhibit_id):
    facts = notebook.show(exhibit_id, exhibits.get(exhibit_id)[2].frame()).bundle[notebook.MIME]
    return SimpleNamespace(mime_type=notebook.MIME, content=facts)


def page(docname="chapters/regulation"):
    return SimpleNamespace(renderer=SimpleNamespace(sphinx_env=SimpleNamespace(docname=docname)))


def handle(data, *, inline=False, docname="chapters/regulation"):
    return renderer.ExhibitRenderer.handle_mime(page(docname), data, inline)


@pytest.mark.parametrize(
    ("docname", "root"),
    [("index", ""), ("chapters/regulation", "../"), ("chapters/reference/sources", "../../")],
)
def test_root_of(docname, root):
    assert renderer.root_of(docname) == root


@pytest.mark.parametrize("exhibit_id", [FIGURE, TABLE])
def test_the_page_of_an_analysis_shows_the_very_exhibit_of_the_chapter(exhibit_id):
    (node,) = handle(shown(exhibit_id), docname="chapters/analysis/regulation")
    assert node["format"] == "html"
    here = BeautifulSoup(node.astext(), "html.parser")
    there = BeautifulSoup(renderer.exhibit_html(exhibit_id, "../../"), "html.parser")
    assert here.figure["id"] == f"analysis-{exhibit_id}"
    assert here.figcaption.a["href"] == f"../../chapters/regulation.html#{exhibit_id}"
    for part in ("img", "tbody"):
        assert here.select(part) == there.select(part)
    assert bool(here.img) != bool(here.tbody)


def test_a_passport_leads_to_the_cell_that_ends_in_the_exhibit():
    html = passports.passport(FIGURE, "../")
    assert f'href="../chapters/analysis/regulation.html#analysis-{FIGURE}"' in html


def test_other_output_is_left_to_others():
    assert handle(SimpleNamespace(mime_type="text/plain", content="x")) is None
    assert handle(shown(FIGURE), inline=True) is None


def test_the_files_of_an_exhibit():
    assert set(made.of(FIGURE).files) == {
        "csv", "svg", "dark.svg", "png", "narrow.svg", "narrow.dark.svg"
    }  # fmt: skip
    assert set(made.of(TABLE).files) == {"csv"}


def test_a_figure_has_one_picture_with_its_alternative_text_and_a_caption_that_names_it():
    html = renderer.exhibit_html(FIGURE, "../")
    assert html.startswith("<figure ")
    assert f'id="{FIGURE}" aria-labelledby="name-{FIGURE}">' in html
    assert re.findall(r'src="([^"]*)"', html) == [f"../exhibits/{FIGURE}.svg"]
    assert re.findall(r'srcset="([^"]*)"', html) == [f"../exhibits/{FIGURE}.narrow.svg"]
    assert re.findall(r'alt="([^"]*)"', html) == [exhibits.alt_text(FIGURE)]
    caption = BeautifulSoup(html, "html.parser").select_one(".exhibit-caption").get_text()
    assert caption == f"{exhibits.caption(FIGURE)} As a table"
    name = BeautifulSoup(html, "html.parser").select_one(f"#name-{FIGURE}")
    _, label, exhibit = exhibits.get(FIGURE)
    assert name.get_text() == f"{label} {exhibit.title}"


@pytest.mark.parametrize("exhibit_id", [FIGURE, TABLE])
def test_the_message_opens_the_figure_and_the_passport_follows_it(exhibit_id):
    figure, passport = BeautifulSoup(renderer.exhibit_html(exhibit_id, ""), "html.parser").children
    names = [child.name for child in figure.children]
    assert (names[:2], names.count("figcaption")) == (["figcaption", "div"], 1)
    assert passport["class"] == ["passport"]


def test_what_a_caption_has_no_room_for_is_folded_below_it():
    noted = next(i for i, (_, _, e) in exhibits.catalogue().items() if e.note and e.draw)
    figure = BeautifulSoup(renderer.exhibit_html(noted, ""), "html.parser").figure
    folded = figure.select_one(":scope > details.exhibit-note")
    assert folded.p.get_text() == exhibits.note(noted)
    assert folded.find_previous_sibling()["class"] == ["exhibit-caption"]


def line_of(exhibit_id):
    return BeautifulSoup(renderer.exhibit_html(exhibit_id, "../"), "html.parser")


@pytest.mark.parametrize("exhibit_id", READINGS)
def test_in_its_chapter_a_drawing_of_readings_is_one_line_with_a_link_to_it(exhibit_id):
    (line,) = line_of(exhibit_id).children
    assert (line.name, line["class"], line["id"]) == ("p", ["readings"], exhibit_id)
    assert not line.select("img, svg, figure, details, .passport")
    _, label, _ = exhibits.get(exhibit_id)
    count = READINGS[exhibit_id]
    said = exhibits.line(exhibit_id)
    assert line.get_text() == f"{label} {said} All {count} readings, at the end of the book."
    assert len(re.findall(r"\d", said)) > 1, "the range is said"
    last = line.select("a")[-1]
    assert last["href"] == f"../chapters/reference/readings.html#{exhibit_id}"
    assert last["aria-label"] == f"{label}: All {count} readings"


def test_the_page_of_readings_has_each_of_them_once_and_whole_below_its_chapter():
    page = BeautifulSoup(gallery.readings_html("../../"), "html.parser")
    assert [figure["id"] for figure in page.select("figure")] == [*READINGS]
    for exhibit_id in READINGS:
        subject, label, exhibit = exhibits.get(exhibit_id)
        (figure,) = page.select(f"figure#{exhibit_id}")
        assert figure.select_one(".exhibit-title").get_text() == exhibit.title
        assert len(figure.select(".exhibit-plot img")) == 1
        assert not figure.find_parent("details")
        caption = figure.select_one(".exhibit-caption")
        assert caption.get_text() == f"{exhibits.caption(exhibit_id)} As a table"
        passport = figure.find_next_sibling()
        assert passport["class"] == ["passport"]
        assert len(passport.select("a[download]")) == 3
        back = passport.find_next_sibling().a
        assert back["href"] == f"../../chapters/{subject}.html#{exhibit_id}"
        assert back["aria-label"] == f"{label}: back to the chapter"
        assert figure.find_previous("h2").get_text() == titles.of(subject)


def test_every_link_to_an_exhibit_leads_to_where_it_stands_whole():
    page = "chapters/reference/readings.html"
    assert exhibits.address(FIGURE) == f"chapters/regulation.html#{FIGURE}"
    for exhibit_id in READINGS:
        assert exhibits.address(exhibit_id) == f"{page}#{exhibit_id}"
        assert f"{page}#{exhibit_id}</dd>" in passports.passport(exhibit_id, "../../")
        assert f'href="../{page}#{exhibit_id}"' in findings.exhibit_link(exhibit_id, "../")


def test_every_drawing_has_its_dark_twin_in_the_stylesheet_and_no_other():
    css = drawings.stylesheet()
    drawn = {i for i, (_, _, exhibit) in exhibits.catalogue().items() if exhibit.draw}
    twins = re.findall(
        r'img\[src\$="/(.*?)\.svg"\] \{ --dark: url\("\.\./exhibits/(.*?)\.dark\.svg"\)', css
    )
    assert {light for light, dark in twins if light == dark} == drawn
    assert {light for light, dark in twins if dark == f"{light}.narrow"} == drawn
    assert len(twins) == 2 * len(drawn)
    assert css.count("@media") == css.count("@media screen")


def test_a_patch_of_a_colour_has_the_twin_of_the_colour_on_dark_pages():
    css, patch = drawings.stylesheet(), drawings.patch(style.BLUE)
    assert f'class="patch-{style.BLUE[1:]}" fill="{style.BLUE}"' in patch
    twins = re.findall(r"\.patch-(\w+) \{ fill: light-dark\(#(\w+), (#\w+)\); \}", css)
    assert {f"#{name}": dark for name, light, dark in twins if name == light} == {
        colour: style.PALETTE[colour] for colour in MEANINGS
    }


@pytest.mark.parametrize(
    "exhibit_id", [i for i, (_, _, e) in exhibits.catalogue().items() if not e.draw]
)
def test_heads_of_a_table_have_a_scope(exhibit_id):
    html = renderer.exhibit_html(exhibit_id, "")
    _, _, exhibit = exhibits.get(exhibit_id)
    heads = [h.replace(' class="again"', "") for h in re.findall(r"<th\b([^>]*)>", html)]
    assert set(heads) == {' scope="col"', ' scope="row"'}
    assert heads.count(' scope="row"') == len(exhibit.frame())
    assert heads.count(' scope="col"') == sum(bool(h) for h in exhibit.columns.values())
    assert html.count("<tr") == len(exhibit.frame()) + 1


@pytest.mark.parametrize("exhibit_id", list(exhibits.catalogue()))
def test_a_passport_names_downloads_code_tables_sources_id_and_citation(exhibit_id):
    html = passports.passport(exhibit_id, "../")
    _, label, exhibit = exhibits.get(exhibit_id)
    endings = ("svg", "png", "csv") if exhibit.draw else ("csv",)
    downloads = re.findall(rf'href="\.\./exhibits/{exhibit_id}\.(\w+)" download>', html)
    assert tuple(downloads) == endings
    drawn, computed = code_places.of_exhibit(exhibit_id, "../")
    assert computed in html
    assert (drawn in html) if exhibit.draw else not drawn
    for table in made.of(exhibit_id).tables:
        assert rows.table_link(table, "../", passports.title_of(table)) in html
    assert f"<dd><code>{exhibit_id}</code></dd>" in html
    assert f"{label}, " in html
    assert f"({exhibit_id})." in html
    assert f"Version {metadata.load().printed_version}." in html
    assert f"{exhibits.address(exhibit_id)}</dd>" in html
    terms = re.findall(r"<dt>([^<]*)</dt>", html)
    assert {"Download", "Uncertainty shown", "Lasting id", "Cite as"} <= set(terms)
    assert ("Data tables" in terms) is bool(made.of(exhibit_id).tables)
    if made.of(exhibit_id).sources:
        assert "Sources" in terms


def test_few_works_are_named_and_many_are_listed_elsewhere(monkeypatch):
    _, _, exhibit = exhibits.get(TABLE)
    works_of_book = [ids[0] for ids in works.copies().values()]
    for count in (6, 7):
        found = tuple(works_of_book[:count])
        monkeypatch.setattr(
            made, "of", lambda _, found=found: SimpleNamespace(sources=found, tables=())
        )
        html = passports._sources(exhibit, "")
        assert html.count("sources.html#source-") == (6 if count == 6 else 0)
        assert ("7 works, listed with the figure's code" in html) is (count == 7)
