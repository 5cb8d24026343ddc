"""Rows of the data in words: a cell by its field, what points to a row, and where the row stands."""

from __future__ import annotations

import re

import pytest

from biometrics_china import tables
from biometrics_china.codebook import Field
from biometrics_china.publishing import rows
from biometrics_china.publishing.rows import cells, places, uses


def field(form: str = "string", name: str = "what", **given: object) -> Field:
    return Field(name=name, form=form, **given)


@pytest.mark.parametrize(
    ("described", "cell", "said"),
    [
        (field(), "a < b", "a &lt; b"),
        (field("boolean"), "true", "yes"),
        (field("boolean"), "false", "no"),
        (field("partial-date"), "2019-02-20", "20 February 2019"),
        (field("partial-date"), "2016-09", "September 2016"),
        (field("integer"), "1206962", "1,206,962"),
        (field("integer", unit="persons"), "612", "612 persons"),
        (field("integer", "year"), "2019", "2019"),
        (field("number"), "0.4060", "0.4060"),
        (field("number"), "-1234.5", "-1,234.5"),
        (field("list"), "a;b", "a; b"),
        (field(vocabulary="cooperation_stage"), "during", "During"),
        (field("list", vocabulary="cooperation_stage"), "before;after", "Before; After"),
        (field(), "", ""),
    ],
)
def test_a_cell_is_said_as_its_field_asks(described, cell, said):
    assert cells.html("measures", described, {described.name: cell}, "../") == said


@pytest.mark.parametrize(
    ("name", "said"), [("is_binding", "Is binding"), ("source_id", "Source"), ("id", "Id")]
)
def test_a_field_is_named_in_words(name, said):
    assert cells.words(name) == said


def test_a_key_leads_to_the_row_that_it_names():
    key = field(name="instrument_id", refers_to="instruments.id")
    html = cells.html("instrument_events", key, {"instrument_id": "cn-pipl-2021"}, "../")
    assert re.fullmatch(
        r'<a href="\.\./data/instruments(-\d+)?\.html#cn-pipl-2021">[^<]+</a>', html
    )


def test_rows_named_in_a_list_are_pointed_to():
    listed = field("list", "rows")
    found = uses.points(listed, {"rows": "measures/me-001;provisions/pv144;no_table/x"})
    assert list(found) == [("measures", "me-001"), ("provisions", "pv144")]


def test_a_row_named_beside_its_table_is_pointed_to():
    row = {"table": "measures", "row_id_a": "me-001"}
    assert list(uses.points(field(name="row_id_a"), row)) == [("measures", "me-001")]


def test_what_points_to_a_row_is_told():
    used = uses.of_rows()[("measures", "me-001")]
    assert "cq-08" in used["cooperation_questions"]
    assert "claim-europe-measures-export" in uses.of_findings()[("measures", "me-001")]
    assert "claim-europe-measures-share" in uses.of_tables()["measures"]


def test_a_link_to_what_is_no_row_is_plain_text():
    assert rows.row_link("measures", "me-999", "../") == "me-999"
    assert rows.row_link("no_table", "x<", "../") == "x&lt;"


@pytest.mark.parametrize(
    ("table", "address"),
    [
        ("claims", "chapters/reference/findings.html#claim-europe-measures-export"),
        ("sources", "chapters/reference/sources.html#source-just-laws-pipl"),
    ],
)
def test_rows_that_stand_elsewhere_are_linked_there(table, address):
    row_id = address.partition("#")[2].removeprefix("source-")
    assert f'href="../{address}"' in rows.row_link(table, row_id, "../")


def test_every_row_stands_on_one_page_under_its_id():
    made = dict.fromkeys(t.name for t in tables.package().tables)
    for name in made.keys() - places.ELSEWHERE.keys():
        ids = [row["id"] for part in places.parts(name) for row in part]
        assert ids == [row["id"] for row in places.sheet(name).rows]


def test_what_became_of_a_row_is_said_in_its_versions():
    found = {a: html for a, _, html in rows.pages({("measures", "me-104"): "new in 1.0"})}
    assert found["data/measures"].count("new in 1.0") == 1
    assert 'id="me-104"' in found["data/measures"]
