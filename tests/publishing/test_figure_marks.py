"""Marks as links over a drawing, and the figure as a table beside it."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from biometrics_china import exhibits, made
from biometrics_china.figures.marks import Mark
from biometrics_china.publishing import as_tables, figure_marks, renderer

FIGURE, COUNTS, CURVES = "fig-regulation-fines", "fig-methods-sources", "fig-regulation-effect"
FIGURES = [i for i, (_, _, exhibit) in exhibits.catalogue().items() if exhibit.draw]


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def test_each_mark_is_a_link_with_a_name_over_the_picture() -> None:
    html = soup(renderer.exhibit_html(FIGURE, "../"))
    drawn = html.select_one(".exhibit-plot > .drawn")
    assert [child.name for child in drawn.children] == ["picture", "a", "svg"]
    links = drawn.select("svg.marks > a")
    assert [link.title.string for link in links] == [m.words for m in made.of(FIGURE).marks]
    assert links[0]["href"] == "../data/cases.html#ca011"
    svg = made.of(FIGURE).files["svg"].decode()
    assert f'viewBox="{drawn.svg["viewbox"]}"' in svg
    assert all([g["class"] for g in link.select("g")] == [["w"], ["n"]] for link in links)
    past = drawn.select_one(".past-marks")["href"]
    assert html.select_one(past) is not None


def test_marks_of_the_narrow_drawing_lie_in_the_box_of_the_wide_one() -> None:
    # a box of 400 × 100 is stretched over a drawing of 200 × 300: by a half across, by three down
    assert figure_marks._scale("0 0 400 100", "0 0 200 300") == "scale(2,0.33333)"


def test_a_figure_of_curves_has_its_table_alone() -> None:
    html = soup(renderer.exhibit_html(CURVES, "../"))
    assert html.svg is None
    assert html.select_one(".as-table")["href"].endswith(f"figures/regulation.html#{CURVES}")


def test_a_bar_that_counts_leads_to_its_row_of_the_table() -> None:
    mark = made.of(COUNTS).marks[0]
    row = mark.rows[0] + 1
    assert figure_marks.address(COUNTS, mark) == (f"figures/methods.html#{COUNTS}-{row}")


def test_a_record_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="leads to no record: cases/xyz"):
        figure_marks.address(FIGURE, Mark((0,), "A", "cases/xyz", ()))


def test_a_long_name_is_cut() -> None:
    link = figure_marks._link(FIGURE, Mark((0,), "a" * 200, "", ()), "", "")
    assert link.count("a" * 159) == 1


@pytest.fixture(scope="module")
def tables() -> dict[str, BeautifulSoup]:
    return {address: soup(html) for address, _, html in as_tables.pages()}


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_every_figure_is_a_table_with_all_its_rows(tables, exhibit_id: str) -> None:
    page, _, anchor = as_tables.address(exhibit_id).partition(".html#")
    heading = tables[page].select_one(f"#{anchor}")
    assert heading.get_text() == "{1}. {2.title}".format(*exhibits.get(exhibit_id))
    frame = exhibits.get(exhibit_id)[2].frame()
    rows = [f"#{anchor}-{n + 1}" for n in range(len(frame))]
    assert all(tables[page].select_one(row) for row in rows)
    assert not tables[page].select_one(f"#{anchor}-{len(frame) + 1}")


def test_a_table_says_codes_days_and_records_in_words(tables) -> None:
    page = tables["figures/regulation"]
    row = page.select_one("#fig-regulation-timeline-1")
    assert row.th.a["href"] == "../data/instruments.html#cn-cpl-2012"
    assert "Restricts" in row.get_text() or "Widens" in row.get_text()
    assert re.search(r"\d{1,2} \w+ \d{4}", row.get_text())


def test_the_way_to_the_table_is_named_by_its_figure() -> None:
    link = soup(as_tables.link_to(FIGURE, "../")).a
    label = exhibits.get(FIGURE)[1]
    assert link["aria-label"].startswith(label)
    assert "as a table" in link["aria-label"]
