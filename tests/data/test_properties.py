"""Any corruption of one cell is reported with line, field and value, and nothing else is."""

from __future__ import annotations

import re
import string

import pandas as pd
from editing import VALID, cells, copied, edit_cell, found, line_of
from hypothesis import given, settings
from hypothesis import strategies as st

from biometrics_china import tables

PACKAGE = tables.package(root=VALID)
EXAMPLES = settings(max_examples=30)
LETTERS = string.ascii_lowercase + "-,;\"'据"
WORDS = st.text(LETTERS, min_size=1, max_size=12).map(lambda word: f"x{word}x")


def records(table):
    """Return the records of a table, as stored, as dictionaries."""
    header, *rows = cells(VALID / table.path)
    return [dict(zip(header, row, strict=True)) for row in rows]


CELLS = [(t, r, f) for t in PACKAGE.tables for r in records(t) for f in t.fields if r[f.name]]


def quoted():
    """Return the cells that a correction or a contradiction quotes, as (table, id, field)."""
    sides = ("row_id", "row_id_a", "row_id_b")
    return {
        (r["table"], r[side], r["field"])
        for name in ("corrections", "contradictions")
        for r in records(PACKAGE.table(name))
        for side in sides
        if side in r
    }


def cells_where(is_meant):
    """Return (table, record, field) of the filled cells whose corruption concerns no other."""
    return [
        (t, r, f) for t, r, f in CELLS if is_meant(f) and (t.name, r["id"], f.name) not in quoted()
    ]


VALUES = [
    item
    for t in PACKAGE.tables
    for r in records(t)
    for f in t.fields
    for item in (f.items(r[f.name]) if f.type == "list" else (r[f.name],))
]
FREE_IDS = [
    (t, r, f)
    for t, r, f in CELLS
    if f.name == "id" and VALUES.count(r["id"]) == 1 and r["id"] != records(t)[0]["id"]
]


def assert_only(table, record, field, value):
    line = line_of(VALID, table.path, record["id"])
    with copied() as root:
        edit_cell(root, table.path, record["id"], field.name, value)
        lines = found(root)
    row_id = value.strip() if field.name == "id" else record["id"]
    assert len(lines) == 1
    assert lines[0].startswith(f"data/{table.path}:{line}: id {row_id}: field {field.name}: ")
    assert repr(value) in lines[0]


def as_item(cell, word):
    """Return a word that is one item where the field is a list."""
    return word.replace(";", "") if cell[2].type == "list" else word


@EXAMPLES
@given(st.sampled_from(cells_where(lambda f: f.vocabulary or f.names)), WORDS)
def test_unknown_code(cell, word):
    assert_only(*cell, as_item(cell, word))


@EXAMPLES
@given(
    st.sampled_from(cells_where(lambda f: f.type == "date" or f.form == "partial-date")),
    st.integers(1900, 2100),
    st.sampled_from(
        [
            "-02-30",
            "-02-31",
            "-04-31",
            "-13",
            "-00",
            "-12-00",
            "-12-32",
            "-1",
            "-1-1",
            "/12/01",
            "-12-01T00:00",
            " 12",
            "-12-01-01",
            "5",
        ]
    ),
)
def test_impossible_date(cell, year, end):
    assert_only(*cell, f"{year}{end}")


@EXAMPLES
@given(st.sampled_from(FREE_IDS), st.data())
def test_duplicate_id(cell, data):
    table, record, _ = cell
    ids = [r["id"] for r in records(table)]
    before = ids[: ids.index(record["id"])]
    assert_only(*cell, data.draw(st.sampled_from(before)))


@EXAMPLES
@given(st.sampled_from(cells_where(lambda f: f.refers_to)), WORDS)
def test_dangling_reference(cell, word):
    assert_only(*cell, as_item(cell, word))


@EXAMPLES
@given(st.sampled_from(cells_where(lambda f: f.name == "low")), st.integers(51, 99))
def test_reversed_bounds(cell, share):
    assert_only(*cell, f"0.{share}")


@EXAMPLES
@given(
    st.sampled_from(CELLS),
    st.sampled_from([" ", "\t", "\n", "\u00a0", "\u3000", "\u200b", "\ufeff"]),
    st.booleans(),
)
def test_stray_blank(cell, blank, is_before):
    stored = cell[1][cell[2].name]
    if len(stored) < 70 and "\n" not in stored:
        assert_only(*cell, blank + stored if is_before else stored + blank)


PARTIAL_DATES = (
    st.dates()
    .map(str)
    .flatmap(lambda day: st.sampled_from([day[:4], day[:7], day]))
    .filter(lambda day: day >= "1700")
)


@EXAMPLES
@given(st.lists(st.one_of(st.none(), PARTIAL_DATES), max_size=8))
def test_earliest_is_never_after_latest(dates):
    series = pd.Series(dates, dtype="str", index=range(3, 3 + len(dates)))
    first, last = tables.earliest(series), tables.latest(series)
    assert first.index.equals(series.index)
    assert last.index.equals(series.index)
    assert first.dtype == last.dtype == "datetime64[us]"
    assert (first.isna() == series.isna()).all()
    assert (last.isna() == series.isna()).all()
    for text, low, high in zip(series, first, last, strict=True):
        if isinstance(text, str):
            assert low <= high
            assert (low == high) == bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text))
            assert str(low.date()).startswith(text)
            assert str(high.date()).startswith(text)
            assert not str((high + pd.Timedelta(days=1)).date()).startswith(text)
