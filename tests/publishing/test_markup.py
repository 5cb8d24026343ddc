"""HTML helpers: what comes from data is escaped, tables are reachable and have heads."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china.publishing.markup import definitions, link, repeated, table, tag, text, valid


def test_tag_escapes_attributes_and_keeps_children() -> None:
    assert tag("p", "<b>x</b>", title='a "quote"', class_="k") == (
        '<p title="a &quot;quote&quot;" class="k"><b>x</b></p>'
    )


def test_tag_attributes_of_true_false_and_none() -> None:
    assert tag("a", "x", download=True, hidden=False, id=None) == "<a download>x</a>"
    assert tag("img", src="a.svg", alt="A") == '<img src="a.svg" alt="A">'
    assert tag("div", aria_label="region") == '<div aria-label="region"></div>'


def test_missing_values_are_empty() -> None:
    assert [text(v) for v in (None, pd.NA, float("nan"), "a<b")] == ["", "", "", "a&lt;b"]


def test_definitions_leave_out_what_is_empty() -> None:
    assert definitions([("A", "1"), ("B", "")]) == "<dl><dt>A</dt><dd>1</dd></dl>"


def test_link() -> None:
    assert link("a.html?x=1&y=2", "go") == '<a href="a.html?x=1&amp;y=2">go</a>'


def test_table_has_heads_scope_and_a_named_region() -> None:
    html = table(["Name", ""], [["a", "1"]], label="Names", row_ids=["row-a"])
    region = 'tabindex="0" role="region" aria-label="Names, scrollable"'
    assert html.startswith(f'<div class="table-scroll" {region}>')
    assert '<table class="exhibit-table" aria-label="Names">' in html
    assert '<th scope="col">Name</th><td></td>' in html
    assert '<tr id="row-a"><th scope="row">a</th><td>1</td></tr>' in html


def test_a_table_may_be_named_by_its_caption():
    html = table(["A"], [["a"]], label="Table 1.2", labelled_by="name-tab-a")
    assert '<table class="exhibit-table" aria-labelledby="name-tab-a">' in html


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("http://e.cn/2022/html\\0308-0.htm", "http://e.cn/2022/html/0308-0.htm"),
        ("https://e.org/a b|c?d={e}&f=^`", "https://e.org/a%20b%7Cc?d=%7Be%7D&f=%5E%60"),
        ("https://e.org/%E6%96%B0?x=[1]#新", "https://e.org/%E6%96%B0?x=[1]#新"),
    ],
)
def test_an_address_holds_nothing_that_the_standard_forbids(address, written):
    assert valid(address) == written


@given(st.text())
def test_no_text_from_data_can_open_an_element(value: str) -> None:
    assert "<" not in text(value)
    assert ">" not in text(value)


def test_what_leads_several_rows_is_seen_once_and_stays_for_who_hears_the_table():
    rows = [
        ["Law A", "2019", "x"],
        ["Law A", "2019", "x"],
        ["Law A", "2020", "x"],
        ["B", "2020", "x"],
    ]
    assert repeated(rows) == [0, 3, 1, 0]
    html = table(["Law", "Year", "What"], rows[1:3], label="Laws", in_groups=True)
    assert '<th scope="row" class="again"><span>Law A</span></th><td>2020</td>' in html
    assert "again" not in table(["Law", "Year", "What"], rows, label="Laws")


def test_fields_of_a_table_of_several_columns_carry_their_names_for_a_phone():
    html = table(["A", "B & C", "D", "E"], [["1", "2", "3", "4"]], label="T", stacked=True)
    assert '<table class="exhibit-table stacked"' in html
    assert '<th scope="row">1</th><td data-label="B &amp; C">2</td>' in html
    assert "data-label" not in table(["A", "B", "C"], [["1", "2", "3"]], label="T", stacked=True)
