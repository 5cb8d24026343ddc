"""Marks as links over a drawing, and the figure as a table beside it."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from biometrics_china import exhibits, made
from biometrics_china.codebook import Field
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
    assert links[0]["href"] == "../data/cases.html#ca018"
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


NUMBER = re.compile(r"-?[\d,]+(\.\d+)?")


@pytest.mark.parametrize("exhibit_id", FIGURES)
def test_years_have_no_comma_and_days_no_clock(tables, exhibit_id: str) -> None:
    page, _, anchor = as_tables.address(exhibit_id).partition(".html#")
    body = tables[page].select_one(f"#{anchor}-1").parent
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in body.select("tr")]
    for column in zip(*rows, strict=True):
        assert not [cell for cell in column if re.search(r"\d\d:\d\d:\d\d", cell)]
        numbers = [float(c.replace(",", "")) for c in column if NUMBER.fullmatch(c)]
        written = [c for c in column if re.fullmatch(r"(1,9|2,0)\d\d|(19|20)\d\d\.\d+", c)]
        assert not written or not all(1900 <= number < 2100 for number in numbers)


def test_numbers_of_a_column_are_years_by_its_field_or_by_all_of_them() -> None:
    field = {form: Field("x", form) for form in ("integer", "partial-date", "string")}
    assert as_tables.are_years("x", ["2019", "2020.5", "", "about 3"], field["string"])
    assert not as_tables.are_years("x", ["2019", "7"])
    assert not as_tables.are_years("x", ["2019"], field["integer"])
    assert as_tables.are_years("year", ["2019"], field["integer"])
    assert as_tables.are_years("x", ["2019"], field["partial-date"])
    said = [
        as_tables.number_html(c, is_dated=d) for c in ("2019.49", "2019") for d in (True, False)
    ]
    assert said == ["2019", "2,019", "2019", "2,019"]
    assert as_tables.number_html("1234567", is_dated=True) == "1,234,567"


def test_of_a_computed_day_the_year_is_said_which_alone_may_be_known() -> None:
    said = [as_tables._cell(FIGURE, "day", f"2011-04-15{at}", None) for at in (" 12:00:00", "")]
    assert said == ["2011", "15 April 2011"]


def test_the_way_to_the_table_is_named_by_its_figure() -> None:
    link = soup(as_tables.link_to(FIGURE, "../")).a
    label = exhibits.get(FIGURE)[1]
    assert link["aria-label"].startswith(label)
    assert "as a table" in link["aria-label"]
