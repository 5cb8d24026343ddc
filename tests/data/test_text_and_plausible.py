"""Text that a slip left behind, and what cannot be: each kind with its exact line."""

from __future__ import annotations

from pathlib import Path

import pytest
from editing import cells, copied, edit_cell, edit_codebook, found, replace

from biometrics_china import place, validation
from biometrics_china.codebook import Field, Rule, Table
from biometrics_china.validation import hygiene, plausible, series

SOURCES = "sources.csv"
EVENTS = "regulation/instrument_events.csv"
CONSULTATIONS = "regulation/consultations.csv"

#: what stands in a title → what is said of it
TITLES = {
    "a\u00a0b": r"'\xa0' is no plain blank",
    "a  b": "'  ' is more than one blank; one is right",
    "a\u200bb": r"'\u200b' is a character that is not seen; none is right",
    "a\tb": r"'\t' is a character that is not seen; none is right",
    "caf\ufffd": r"'\ufffd' stands for a character that was lost; the one of the source is right",
    "café".encode().decode("cp1252"): (
        r"'\xc3\xa9' is UTF-8 read as another encoding; what the source prints is right"
    ),
    "海康".encode().decode("latin-1"): (
        r"'\xe6\xb5\xb7' is UTF-8 read as another encoding; what the source prints is right"
    ),
    "pаper": r"'p\u0430' mixes two alphabets in a word; letters of one are right",
    "cοde": r"'c\u03bf' mixes two alphabets in a word; letters of one are right",
    "cafe\u0301": r"'\u0301' is not composed; NFC is right",
    "of ２０２１": r"'\uff12' is full-width; plain ASCII is right",
    "a <b>law</b>": "'<b>' is markup; plain text is right",
    "law &amp; order": "'&amp;' is markup; plain text is right",
    "half of {n_rules}": "'{n_rules}' is a placeholder; the text is right",
    "=SUM(A1)": "'=' starts a formula in a spreadsheet; none is right",
    "2021": "'2021' has no letter; words are right",
}
CLEAN = [
    "България и ЕС",
    "α-synuclein, 5 µm, „MENÜ“",
    "人脸识别{（第151号）转载}",
    "<kes>",
    "R&D; AT&T",
    "Ægir’s café – naïve “word”…",
    "None of them",
    "ＤＮＡ",
]


@pytest.mark.parametrize(("title", "said"), TITLES.items(), ids=map(ascii, TITLES))
def test_text_with_a_fault_is_one_line(title, said):
    with copied() as root:
        edit_cell(root, SOURCES, "unread", "title", title)
        assert found(root) == [f"data/sources.csv:6: id unread: field title: {title!r}: {said}"]


@pytest.mark.parametrize("title", CLEAN[:-1])
def test_clean_text_of_any_script_passes(title):
    with copied() as root:
        edit_cell(root, SOURCES, "unread", "title", title)
        assert found(root) == []


def test_the_codebook_can_let_a_field_have_what_is_a_fault_elsewhere():
    with copied() as root:
        edit_cell(root, SOURCES, "unread", "title", CLEAN[-1])
        assert len(found(root)) == 1
        replace(root, "codebook.yml", b"title: {", b"title: {lets: wide, ")
        assert found(root) == []


def test_a_file_that_is_cut_off_in_its_last_row_is_refused():
    with copied() as root:
        raw = (root / SOURCES).read_bytes()
        (root / SOURCES).write_bytes(raw[:-1])
        assert found(root) == [
            "data/sources.csv:6: does not end with a line end; the last line may be cut off"
        ]


def dated(root: Path, day: str) -> None:
    (root.parent / "metadata.yml").write_text(f'version: "1"\ndate: "{day}"\n', encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "row_id", "field", "value", "said"),
    [
        (SOURCES, "npc-pipl", "date", "1921-08-20", "is before 1979, when what is told begins"),
        (SOURCES, "npc-pipl", "date", "2025-07", "is after the day of this version, 2025-06-30"),
        (SOURCES, "npc-pipl", "date", "2026", "is after the day of this version, 2025-06-30"),
        (EVENTS, "pipl-adopted", "date", "2036-08-20", "is after 2035; an earlier day is right"),
    ],
)
def test_days_lie_in_the_life_of_what_is_told(path, row_id, field, value, said):
    with copied() as root:
        dated(root, "2025-06-30")
        assert found(root) == []
        edit_cell(root, path, row_id, field, value)
        (line,) = found(root)
        assert f"id {row_id}: field {field}: {value!r} {said}" in line


def test_what_is_seen_in_a_source_is_not_later_than_the_source_unless_planned():
    with copied() as root:
        edit_codebook(root, "planned: true", "planned: {is_used: false}")
        edit_cell(root, EVENTS, "face-effective-news", "date", "2025")
        edit_cell(root, EVENTS, "face-effective-news", "precision", "year")
        edit_cell(root, "contradictions.csv", "face-effect", "value_b", "2025")
        assert found(root) == [
            "data/regulation/instrument_events.csv:4: id face-effective: field date: '2025-06-01' "
            "is after 2025-03-21, the day of its source cac-face-final; at most that is right"
        ]


def add_row(root: Path, path: str, like: str, **values: str) -> None:
    header, *rows = cells(root / path)
    row = dict(zip(header, next(r for r in rows if r[0] == like), strict=True)) | values
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(",".join(row.values()) + "\n")


def test_a_source_stands_only_where_it_was_read():
    with copied() as root:
        rule = "      source_id: {shared: source_id, empty: {verification: recalled}}\n"
        shared = "      source_id: shared\n      verification"
        edit_codebook(root, shared, f"{rule}      verification")
        assert found(root) == [
            "data/regulation/instrument_events.csv:6: id notice-issued: field source_id: 'news-face' "
            "stands where verification is recalled; an empty cell is right"
        ]


def test_a_row_with_the_content_of_another_is_named():
    with copied() as root:
        add_row(root, EVENTS, "face-draft", id="face-draft-again")
        assert found(root) == [
            "data/regulation/instrument_events.csv:7: id face-draft-again: field id: this row says "
            "what face-draft in line 3 says; one row is right"
        ]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("note", "as in ev003", "'ev003' looks like an id and is none; one that is is right"),
        ("note", "as in ev002, GB 2024", ""),
        ("tags", "instruments/cn-pipls", "'instruments/cn-pipls' is no row of a table; "),
        ("tags", "instruments/cn-pipl;TC100/SC2", ""),
    ],
)
def test_mentions_of_rows_lead_to_rows(field, value, said):
    path = "regulation/instruments.csv" if field == "note" else CONSULTATIONS
    with copied() as root:
        for row_id in ("ev001", "ev002"):
            add_row(root, SOURCES, "unread", id=row_id, title=f"Page {row_id}")
        edit_cell(root, path, "cn-notice" if field == "note" else "notice-2019", field, value)
        lines = found(root)
    assert len(lines) == bool(said)
    assert all(f"field {field}: {said}" in line for line in lines)


def sheet(rule, *rows):
    """Return the sheet of a table with id, kind, value, at, note, this rule and these rows."""
    names = ("id", "kind", "value", "at", "note")
    forms = {"value": "integer", "at": "partial-date"}
    fields = tuple(Field(name, forms.get(name, "string")) for name in names)
    made = validation.Sheet(Table("t", "t.csv", "", "", fields, (rule,)), "data/t.csv")
    for number, row in enumerate(rows):
        made.rows.append(dict(zip(names, row, strict=True)))
        made.lines.append(number + 2)
    return made


def said(made):
    return [str(p) for p in series.problems(made, validation.Checked(None, {"t": made}))]


def test_a_leap_of_a_series_needs_a_note():
    rule = Rule("series", "value", ("kind",), "at", factor="1.6")
    rows = [
        ("b", "x", "150", "2011", ""),
        ("a", "x", "100", "2010", ""),
        ("c", "y", "9", "2010", ""),
    ]
    assert said(sheet(rule, *rows)) == []
    rows[0] = ("b", "x", "1500", "2011", "")
    assert said(sheet(rule, *rows)) == [
        "data/t.csv:2: id b: field value: '1500' is more than 1.6 times up or down from 100 in a; "
        "a near value or a note that says why is right"
    ]
    rows[0] = ("b", "x", "1500", "2011", "new boundaries")
    assert said(sheet(rule, *rows)) == []


def test_a_total_is_the_sum_of_its_parts():
    rule = Rule("sum", "value", ("at",), "kind", total="all", of=("men", "women"))
    rows = [
        ("a", "men", "3", "2010", ""),
        ("b", "women", "4", "2010", ""),
        ("c", "all", "7", "2010", ""),
    ]
    assert said(sheet(rule, *rows)) == []
    assert said(sheet(rule, rows[0], rows[2])) == []
    rows[2] = ("c", "all", "70", "2010", "")
    assert said(sheet(rule, *rows)) == [
        "data/t.csv:4: id c: field value: '70' is no total; 7, the sum of men and women, is right"
    ]


def test_steps_keep_their_order_as_far_as_dates_can_tell():
    rule = Rule("steps", "at", ("note",), "kind", of=("draft/proposal", "adopted", "effective"))
    rows = [("a", "draft", "", "2010-05", "x"), ("b", "adopted", "", "2010-05-03", "x")]
    assert said(sheet(rule, *rows)) == []
    rows.append(("c", "effective", "", "2009", "x"))
    assert said(sheet(rule, *rows)) == [
        "data/t.csv:4: id c: field at: '2009' is before the step draft of 2010-05 in a; "
        "a later day is right"
    ]


def test_what_belongs_together_is_the_same_in_all_rows():
    rule = Rule("same", "note", ("kind",))
    rows = [
        ("a", "x", "", "", "m"),
        ("b", "x", "", "", "km"),
        ("c", "", "", "", "n"),
        ("d", "", "", "", "o"),
    ]
    assert said(sheet(rule, rows[0], *rows[2:])) == []
    assert said(sheet(rule, *rows)) == [
        "data/t.csv:3: id b: field note: 'km' is not as in other rows with kind 'x'; 'm' is right"
    ]


def test_the_data_of_the_book_break_none_of_these_rules():
    checked = validation.check(place.data())
    for rule in (hygiene.problems, plausible.problems, series.problems):
        assert [p for s in checked.sheets.values() for p in rule(s, checked)] == []
