"""Rows of the data in words: a cell by its field, what points to a row, and where the row stands."""

from __future__ import annotations

import json
import re
from importlib import import_module

import pytest

from biometrics_china import tables
from biometrics_china.codebook import Field
from biometrics_china.codebook.labels import label
from biometrics_china.publishing import rows
from biometrics_china.publishing.rows import cells, places, used, uses

record = import_module(
    "biometrics_china.publishing.rows.pages"
)._record  # the room has one of that name


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
    ("name", "said"),
    [
        ("is_binding", "Binding"),
        ("source_id", "Source"),
        ("id", "Id"),
        ("share_pct", "Share"),
        ("name_zh", "Chinese name"),
        ("n_persons", "Persons"),
        ("is_western_china", "Western China"),
        ("qualifier", "How exact"),
    ],
)
def test_a_field_is_named_in_words(name, said):
    assert label(name) == said


def test_no_two_fields_of_a_table_have_one_name():
    for described in tables.package().tables:
        said = [label(f.name) for f in described.fields]
        assert sorted(set(said)) == sorted(said), described.name


@pytest.mark.parametrize(
    ("described", "said"),
    [
        (field("integer", "entities", unit="entities"), "12"),
        (field("number", "share_pct", unit="per cent"), "12 per cent"),
        (field("integer", "value", unit="as the measure says"), "12"),
        (field("integer", "samples_persons", unit="persons"), "12 persons"),
    ],
)
def test_a_unit_stands_behind_a_number_unless_the_name_says_it(described, said):
    assert cells.html("measures", described, {described.name: "12"}, "../") == said


def test_every_country_and_every_table_is_named_in_words():
    codes = re.compile(r"[A-Z]{2,3}|[a-z]+(_[a-z]+)+")
    raw = set()
    for table in tables.package().tables:
        fields = [f for f in table.fields if re.search(r"country$|^tables?$|^field$", f.name)]
        for row in places.sheet(table.name).rows:
            said = (cells.plain(table.name, f, row) for f in fields)
            raw |= {word for cell in said for word in cell.split("; ") if codes.fullmatch(word)}
    assert raw == set()


def test_ids_in_a_text_are_links_to_their_rows():
    said = places.linked("as in provisions/pv144 & me-001, not in me-999 or 2019", "../")
    assert said.count("<a ") == 2
    assert '.html#pv144">provisions/pv144</a> &amp; <a href="../data/measures.html#me-001">' in said
    assert said.endswith("not in me-999 or 2019")


def test_a_key_that_names_the_row_stays_a_link():
    key = field(name="entity", refers_to="entity_names.name")
    assert not cells.is_told(key, {"entity": "Dahua"}, "Dahua")
    assert cells.is_told(field(name="entity"), {"entity": "Dahua"}, "Dahua")


def test_a_key_leads_to_the_row_that_it_names():
    key = field(name="instrument_id", refers_to="instruments.id")
    html = cells.html("instrument_events", key, {"instrument_id": "cn-pipl-2021"}, "../")
    assert re.fullmatch(
        r'<a href="\.\./data/instruments(-\d+)?\.html#cn-pipl-2021">[^<]+</a>', html
    )


def test_each_name_of_a_list_is_a_link_of_its_own():
    makers = field("list", "makers", refers_to="entity_names.name")
    said = cells.html("deployments", makers, {"makers": "Hikvision;nobody;Dahua"}, "../")
    assert re.sub("<[^>]+>", "", said) == "Hikvision; nobody; Dahua"
    assert re.findall(r">([^<]+)</a>", said) == ["Hikvision", "Dahua"]


def test_a_value_is_said_as_the_field_that_its_row_names():
    value = field(name="value")
    coded = {"table": "provisions", "field": "function", "value": "private_or_general_restriction"}
    label_of = tables.vocabulary("provision_function")["private_or_general_restriction"]
    assert cells.html("second_codings", value, coded, "../") == label_of
    day = {"table": "census", "field": "version_date", "value": "2013-07-12"}
    assert cells.html("second_codings", value, day, "../") == "12 July 2013"


def test_a_finding_is_named_by_its_sentence():
    key = field(name="finding", refers_to="claims.id")
    said = cells.plain("recommendations", key, {"finding": "claim-regulation-passage"})
    assert said.startswith("“")
    assert "claim-" not in said


def test_nearly_every_row_has_a_name_that_is_not_its_id():
    named_by_id = {"glossary", "gathering", "planted_errors", "sources", "tombstones", "works"}
    named_by_id |= {"agreed_terms", "translations", "translated_passages"}
    without = [
        f"{table}/{row_id}"
        for table in places.known() - named_by_id
        for row_id in places.rows(table)
        if places.name(table, row_id) == row_id
    ]
    assert len(without) < 3


@pytest.mark.parametrize("table", ["passages", "safeguards", "national_safeguards"])
def test_a_row_that_names_no_source_leads_to_those_of_what_it_rests_on(table):
    row = next(iter(places.rows(table).values()))[1]
    found = uses.sources(table, row["id"])
    assert found
    fields = [f for f in tables.package().table(table).fields if f.name != "id"]
    html = record(table, fields, row, {})
    assert "Sources of what it rests on" in html
    assert f"#source-{found[0]}" in html


@pytest.mark.parametrize(
    ("table", "row_id", "said"),
    [
        ("passages", "pass-cn-atfl-2022", "Anti-Telecom and Online Fraud Law"),
        ("instrument_events", "ev068", "Anti-Telecom and Online Fraud Law, First reading"),
        ("cases", "ca002", "Guo Bing v Hangzhou Safari Park, First-instance judgment"),
        ("transfer_rules", "tr-001", "Personal Information Protection Law, art. 41"),
    ],
)
def test_a_row_without_a_name_is_called_by_what_tells_it_apart(table, row_id, said):
    assert places.name(table, row_id) == said


@pytest.mark.parametrize("table", tables.names())
def test_no_row_is_called_by_a_number_or_an_article_alone(table):
    alone = re.compile(
        r"(?!(19|20)\d\d$)(art(icle|s?\.) |recital )?[\d(][\d()., ]*[a-z]?\)?|第[一-鿿]+条|nan",
        re.I,
    )
    named = [(row_id, places.name(table, row_id)) for row_id in places.rows(table)]
    assert [(row_id, name) for row_id, name in named if alone.fullmatch(name)] == []


def test_the_rows_that_a_question_rests_on_are_told_apart():
    for rests in tables.load("cooperation_questions")["rows"]:
        named = [places.name(*row.split("/")) for row in rests]
        assert len({*named}) == len(named), named


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


def test_a_row_names_the_numbers_that_are_made_of_it_and_a_table_its_figures():
    made_of = uses.of_numbers()[("published_estimates", "pe-01")]
    assert "western_china.tibet_low" in made_of
    html = used.of_row("published_estimates", "pe-01")
    assert re.search(
        r'numbers/western_china\.html#number-western-china-[a-z-]+">919,282</a> \(DNA', html
    )
    drawn = used.of_table("instruments")
    assert re.search(r'regulation\.html#fig-regulation-timeline">Figure \d', drawn)


def test_what_a_second_reader_did_is_told_by_its_number():
    assert "checked by a second reader in" in used.of_row("measures", "me-001")


def test_a_work_names_the_rows_that_rest_on_what_was_read_of_it():
    source = next(r for r in places.sheet("sources").rows if r["id"] == "just-laws-pipl")
    work = source["work_id"]
    html = used.of_row("works", work)
    assert "#source-just-laws-pipl" in html
    assert "Provisions: " in html
    assert "Provisions: " in used.of_row("sources", "just-laws-pipl")


def test_all_records_of_a_table_of_several_pages_stand_in_its_script():
    scripts = dict(rows.scripts())
    name = "listings"
    assert f"data/{name}.js" in scripts
    assert "data/measures.js" not in scripts or len(places.parts("measures")) > 1
    held = json.loads(scripts[f"data/{name}.js"].decode()[len("bookRows(") : -3])
    assert len(held["rows"]) == len(places.sheet(name).rows)
    assert held["heads"][:2] == ["Id", "Name"]
    last = held["rows"][-1]
    assert last[0] == len(places.parts(name)) - 1
    assert last[1] == places.sheet(name).rows[-1]["id"]
    assert all(len(row) == len(held["heads"]) + 1 for row in held["rows"])


def test_a_page_has_the_words_of_a_citation_and_of_a_report():
    found = {a: html for a, _, html in rows.pages({})}
    tools = re.search(r'<div class="row-tools"[^>]+>', found["data/measures"])[0]
    assert "Record measures/{id}: {name}" in tools
    assert "What is wrong" in tools


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
    for name in made.keys() - places.WITHOUT_PAGE:
        ids = [row["id"] for part in places.parts(name) for row in part]
        assert ids == [row["id"] for row in places.sheet(name).rows]


def test_what_became_of_a_row_is_said_in_its_versions():
    found = {a: html for a, _, html in rows.pages({("measures", "me-104"): "new in 1.0"})}
    assert found["data/measures"].count("new in 1.0") == 1
    assert 'id="me-104"' in found["data/measures"]
