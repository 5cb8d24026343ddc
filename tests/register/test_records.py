"""Every name in another table is judged, and every record leads back to its row."""

import pandas as pd
import pytest

from biometrics_china import provenance, tables
from biometrics_china.register import advice, kin, words
from biometrics_china.register.entities import bodies, entity_ids, named, screen
from biometrics_china.register.records import KINDS, READINGS, records
from biometrics_china.register.standing import lists_now


def test_every_field_that_names_bodies_points_to_the_table_of_names() -> None:
    for reading in READINGS:
        frame = tables.load(reading.table)
        for value in frame[reading.field].dropna():
            for name in value if isinstance(value, (list, tuple)) else [value]:
                entity_ids(str(name))  # raises for a name that nobody judged


def test_a_name_nobody_judged_is_refused() -> None:
    with pytest.raises(KeyError, match="no such body"):
        entity_ids("no such body")


def test_only_names_read_as_bodies_are_tied() -> None:
    names = tables.load("entity_names")
    tied = names["reading"].eq("body")
    assert names.loc[tied, "entity_ids"].map(len).gt(0).all()
    for row in names[~tied].to_dict("records"):
        assert entity_ids(row["name"]) == ()


def test_no_person_is_in_the_register() -> None:
    officials = tables.load("entity_names").query("reading == 'official'")
    assert len(officials) > 0
    for name in officials["name"]:
        assert screen(name).verdict == "none"


def test_a_record_leads_back_to_a_row_that_was_read() -> None:
    frame = records()
    assert set(frame["kind"]) <= set(KINDS)
    for table, part in frame.groupby("table"):
        read = provenance.read_rows(str(table))
        assert set(part["row_id"]) <= set(read["id"])
    assert not frame.duplicated(["entity_id", "table", "row_id"]).any()
    assert frame["text"].str.len().gt(0).all()
    assert not frame["text"].str.endswith(".").any()  # the page puts the full stop


def test_records_stand_in_the_order_of_their_kinds() -> None:
    order = list(KINDS)
    for _, part in records().groupby("entity_id"):
        places = [order.index(k) for k in part["kind"]]
        assert places == sorted(places)


def test_a_row_that_names_supplier_and_maker_is_one_record() -> None:
    row = {"item": "cameras", "buyer": "a county", "stage": "award"}
    row |= {"suppliers": ["A"], "makers": ["A"]}
    line = words.purchase("Supplier", "buyer")(row)
    assert line == "Supplier and maker: cameras; buyer: a county; read in: award notice"


def test_every_listed_body_is_found_under_the_name_of_its_list() -> None:
    listings = tables.load("listings")
    singles = listings[listings["entities"].eq(1)]
    missing = []
    for name in singles["entity"].unique():
        if ids := entity_ids(name):
            found = {hit.id for hit in screen(name).hits if hit.grade == "same"}
            missing += [name] if not set(ids) & found else []
    assert missing == []


def test_a_body_without_records_is_there_for_its_parts_or_a_listed_owner() -> None:
    named = set(records()["entity_id"])
    for b in bodies():
        if b.id not in named:
            of_listed = any(lists_now(i) for i in kin.reach(b.id, kin.wholes()))
            assert b.id in kin.parts() or of_listed, b.id


def test_missing_values_leave_no_trace_in_words() -> None:
    row = pd.Series({"a": None, "b": float("nan"), "c": pd.NA, "d": ["x", "y"], "e": 3}).to_dict()
    assert [words.said(row, k) for k in "abcdef"] == ["", "", "", "x, y", "3", ""]
    assert words.joined("", "a", "", "b") == "a; b"
    assert words.labelled("answer", "") == ""


def test_supervision_is_said_with_what_such_a_body_is_called() -> None:
    row = {"supervisor": "Ministry of Industry and Information Technology", "group": "industry"}
    assert words.supervised(row) == (
        "Under the Ministry of Industry and Information Technology, by the list of the education "
        "ministry; one of the Seven Sons of National Defence"
    )


def test_a_misprint_of_a_list_is_found_and_the_right_name_is_shown():
    shown = named()["name_en"]
    for body, print_, right in (
        ("xi-an-jiao-tong-da-xue", "Xi'an Jiatong University", "Xi'an Jiaotong University"),
        ("hangzhao-dianzi-university", "Hangzhao Dianzi University", "Hangzhou Dianzi University"),
    ):
        assert shown[body] == right
        assert screen(print_).hits[0].id == screen(right).hits[0].id == body


def test_what_is_not_here_names_entries_with_seats_elsewhere():
    assert any("seats outside China" in line for line in advice.NOT_SHOWN)
