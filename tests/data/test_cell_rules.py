"""Each rule on cells: edits that are right, and edits that are wrong with the exact line."""

from __future__ import annotations

import pytest
from editing import copied, edit_cell, edit_codebook, found
from pandas._libs import parsers

from biometrics_china.validation import cells, structure

SOURCES = "sources.csv"
INSTRUMENTS = "regulation/instruments.csv"
EVENTS = "regulation/instrument_events.csv"
CONSULTATIONS = "regulation/consultations.csv"
CORRECTIONS = "corrections.csv"
CONTRADICTIONS = "contradictions.csv"

RIGHT = {
    "code": (INSTRUMENTS, "cn-pipl", "level", "notice"),
    "one item": (INSTRUMENTS, "cn-pipl", "modalities", "none"),
    "no item": (INSTRUMENTS, "cn-pipl", "modalities", ""),
    "unknown boolean": (INSTRUMENTS, "cn-pipl", "is_binding", ""),
    "leap day": (SOURCES, "npc-pipl", "date", "2024-02-29"),
    "year alone": (SOURCES, "npc-pipl", "date", "2024"),
    "no date": (SOURCES, "npc-pipl", "date", ""),
    "full date": (CONSULTATIONS, "pipl-2020", "closed_on", "2024-02-29"),
    "largest share": (CONSULTATIONS, "pipl-2020", "high", "1"),
    "equal bounds": (CONSULTATIONS, "face-2023", "low", "0.25"),
    "one bound": (CONSULTATIONS, "face-2023", "low", ""),
    "same month": (CONSULTATIONS, "pipl-2020", "end", "2020-10-01"),
    "whole number": (CONSULTATIONS, "pipl-2020", "comments", "1234567"),
    "other source": (EVENTS, "pipl-adopted", "source_id", "unread"),
    "unused event": (EVENTS, "notice-issued", "verification", "seen"),
    "used event": (EVENTS, "face-effective-news", "is_used", "true"),
    "one row, two values": (CONTRADICTIONS, "face-title", "value_b", "Regulations"),
    "word for no value where the codebook allows it": (INSTRUMENTS, "cn-notice", "note", "None"),
    "word that only looks like one": (INSTRUMENTS, "cn-notice", "title", "none"),
    "cleared value": (CORRECTIONS, "pipl-note", "corrected_value", ""),
    "several items that refer": (CONSULTATIONS, "pipl-2020", "source_ids", "unread;npc-pipl"),
    "no item that refers": (CONSULTATIONS, "pipl-2020", "source_ids", ""),
    "own table among the tables": (CONSULTATIONS, "pipl-2020", "tables", "consultations;sources"),
}

WRONG = {
    "unknown code": (
        INSTRUMENTS,
        "cn-pipl",
        "level",
        "lawe",
        "data/regulation/instruments.csv:2: id cn-pipl: field level: 'lawe' is not in the "
        "vocabulary level; one of law, ministerial_rule, national_standard, notice; did you mean "
        "law?",
    ),
    "unknown code after a line break in a cell": (
        INSTRUMENTS,
        "cn-face",
        "level",
        "rule",
        "data/regulation/instruments.csv:5: id cn-face: field level: 'rule' is not in the "
        "vocabulary level; one of law, ministerial_rule, national_standard, notice",
    ),
    "unknown item": (
        INSTRUMENTS,
        "cn-pipl",
        "modalities",
        "face;iriss",
        "data/regulation/instruments.csv:2: id cn-pipl: field modalities: 'iriss' is not in the "
        "vocabulary modality; one of face, fingerprint, dna, iris, none; did you mean iris?",
    ),
    "item twice": (
        INSTRUMENTS,
        "cn-pipl",
        "modalities",
        "face;iris;face",
        "data/regulation/instruments.csv:2: id cn-pipl: field modalities: 'face;iris;face' has "
        "the item 'face' twice",
    ),
    "empty item": (
        CONSULTATIONS,
        "face-2023",
        "tags",
        "cac;",
        "data/regulation/consultations.csv:2: id face-2023: field tags: 'cac;' has an item that is "
        "empty or has blanks; a;b is right",
    ),
    "blank in a list": (
        INSTRUMENTS,
        "cn-pipl",
        "modalities",
        "face; iris",
        "data/regulation/instruments.csv:2: id cn-pipl: field modalities: 'face; iris' has an item "
        "that is empty or has blanks; a;b is right",
    ),
    "boolean in capitals": (
        INSTRUMENTS,
        "cn-pipl",
        "is_binding",
        "TRUE",
        "data/regulation/instruments.csv:2: id cn-pipl: field is_binding: 'TRUE' is not true or "
        "false",
    ),
    "impossible partial date": (
        SOURCES,
        "npc-pipl",
        "date",
        "2023-02-30",
        "data/sources.csv:2: id npc-pipl: field date: '2023-02-30' is not a date of the calendar, "
        "YYYY, YYYY-MM or YYYY-MM-DD",
    ),
    "impossible month": (
        EVENTS,
        "face-draft",
        "date",
        "2023-13",
        "data/regulation/instrument_events.csv:3: id face-draft: field date: '2023-13' is not a "
        "date of the calendar, YYYY, YYYY-MM or YYYY-MM-DD",
    ),
    "impossible full date": (
        CONSULTATIONS,
        "pipl-2020",
        "closed_on",
        "2023-02-29",
        "data/regulation/consultations.csv:3: id pipl-2020: field closed_on: '2023-02-29' is not a "
        "day of the calendar, YYYY-MM-DD",
    ),
    "short form of a date": (
        CONSULTATIONS,
        "pipl-2020",
        "closed_on",
        "2023-2-9",
        "data/regulation/consultations.csv:3: id pipl-2020: field closed_on: '2023-2-9' is not a "
        "day of the calendar, YYYY-MM-DD",
    ),
    "number with a comma": (
        CONSULTATIONS,
        "face-2023",
        "comments",
        "1,200",
        "data/regulation/consultations.csv:2: id face-2023: field comments: '1,200' is not a whole "
        "number such as 12",
    ),
    "number with an underscore": (
        CONSULTATIONS,
        "face-2023",
        "comments",
        "1_200",
        "data/regulation/consultations.csv:2: id face-2023: field comments: '1_200' is not a whole "
        "number such as 12",
    ),
    "not a number": (
        CONSULTATIONS,
        "face-2023",
        "low",
        "NaN",
        "data/regulation/consultations.csv:2: id face-2023: field low: 'NaN' is not a number such "
        "as 12 or 0.5",
    ),
    "below the minimum": (
        CONSULTATIONS,
        "face-2023",
        "comments",
        "-1",
        "data/regulation/consultations.csv:2: id face-2023: field comments: '-1' breaks the "
        "constraint minimum: 0",
    ),
    "above the maximum": (
        CONSULTATIONS,
        "face-2023",
        "high",
        "1.5",
        "data/regulation/consultations.csv:2: id face-2023: field high: '1.5' breaks the "
        "constraint maximum: 1",
    ),
    "pattern": (
        SOURCES,
        "unread",
        "id",
        "Un_read",
        "data/sources.csv:6: id Un_read: field id: 'Un_read' breaks the constraint pattern: "
        "[a-z0-9]+(-[a-z0-9]+)*",
    ),
    "word for no value": (
        INSTRUMENTS,
        "cn-notice",
        "title",
        "NA",
        "data/regulation/instruments.csv:6: id cn-notice: field title: 'NA' is read as no value by "
        "pandas and others; an empty cell, or a sentence, is right",
    ),
    "required": (
        INSTRUMENTS,
        "cn-notice",
        "title",
        "",
        "data/regulation/instruments.csv:6: id cn-notice: field title: is empty; a value is "
        "required",
    ),
    "no id": (
        SOURCES,
        "unread",
        "id",
        "",
        "data/sources.csv:6: field id: is empty; a value is required",
    ),
    "duplicate id": (
        SOURCES,
        "unread",
        "id",
        "news-face",
        "data/sources.csv:6: id news-face: field id: 'news-face' stands already in line 5",
    ),
    "dangling source": (
        EVENTS,
        "pipl-adopted",
        "source_id",
        "npc-pippl",
        "data/regulation/instrument_events.csv:2: id pipl-adopted: field source_id: 'npc-pippl' is "
        "no id of sources; one of npc-pipl, cac-face-draft, cac-face-final, news-face, unread; did "
        "you mean npc-pipl?",
    ),
    "dangling row of the same table": (
        INSTRUMENTS,
        "cn-pipl",
        "replaced_by",
        "eu-gdpr",
        "data/regulation/instruments.csv:2: id cn-pipl: field replaced_by: 'eu-gdpr' is no id of "
        "instruments; one of cn-pipl, cn-face-trial, cn-face, cn-notice",
    ),
    "blank before": (
        INSTRUMENTS,
        "cn-pipl",
        "level",
        " law",
        "data/regulation/instruments.csv:2: id cn-pipl: field level: ' law' has blanks at its "
        "ends; 'law' has none",
    ),
    "ideographic blank after": (
        INSTRUMENTS,
        "cn-notice",
        "title",
        "通知\u3000",
        "data/regulation/instruments.csv:6: id cn-notice: field title: '通知\\u3000' has blanks at "
        "its ends; '通知' has none",
    ),
    "blank in an id that others point to": (
        INSTRUMENTS,
        "cn-pipl",
        "id",
        "cn-pipl ",
        "data/regulation/instruments.csv:2: id cn-pipl: field id: 'cn-pipl ' has blanks at its "
        "ends; 'cn-pipl' has none",
    ),
    "reversed numbers": (
        CONSULTATIONS,
        "face-2023",
        "low",
        "0.3",
        "data/regulation/consultations.csv:2: id face-2023: field low: '0.3' is above '0.25' in "
        "field high; at most that is right",
    ),
    "reversed partial dates": (
        CONSULTATIONS,
        "pipl-2020",
        "end",
        "2020-09-30",
        "data/regulation/consultations.csv:3: id pipl-2020: field start: '2020-10' is above "
        "'2020-09-30' in field end; at most that is right",
    ),
    "required where closed": (
        CONSULTATIONS,
        "face-2023",
        "closed_on",
        "",
        "data/regulation/consultations.csv:2: id face-2023: field closed_on: is empty; a value is "
        "required where status is closed",
    ),
    "required where a relay": (
        SOURCES,
        "news-face",
        "relays",
        "",
        "data/sources.csv:5: id news-face: field relays: is empty; a value is required where "
        "is_relay is true",
    ),
    "used from memory": (
        EVENTS,
        "notice-issued",
        "is_used",
        "true",
        "data/regulation/instrument_events.csv:6: id notice-issued: field is_used: 'true' needs "
        "verification 'seen' and not 'recalled'; false is right, or read the source",
    ),
    "precision of another date": (
        EVENTS,
        "pipl-adopted",
        "precision",
        "month",
        "data/regulation/instrument_events.csv:2: id pipl-adopted: field precision: 'month' does "
        "not fit the date '2021-08-20'; day is right",
    ),
    "precision of a year": (
        EVENTS,
        "notice-issued",
        "date",
        "2019-03",
        "data/regulation/instrument_events.csv:6: id notice-issued: field precision: 'year' does "
        "not fit the date '2019-03'; month is right",
    ),
    "date without its precision": (
        EVENTS,
        "face-draft",
        "precision",
        "",
        "data/regulation/instrument_events.csv:3: id face-draft: field precision: is empty and "
        "does not fit the date '2023-08'; month is right",
    ),
    "word that is no precision": (
        EVENTS,
        "face-draft",
        "precision",
        "week",
        "data/regulation/instrument_events.csv:3: id face-draft: field precision: 'week' is not in "
        "the vocabulary precision; one of day, month, year",
    ),
    "dangling item": (
        CONSULTATIONS,
        "face-2023",
        "source_ids",
        "news-face;cac-face",
        "data/regulation/consultations.csv:2: id face-2023: field source_ids: 'cac-face' is no id "
        "of sources; one of npc-pipl, cac-face-draft, cac-face-final, news-face, unread; did you "
        "mean cac-face-final?",
    ),
    "item that is no table": (
        CONSULTATIONS,
        "face-2023",
        "tables",
        "instruments;events",
        "data/regulation/consultations.csv:2: id face-2023: field tables: 'events' is no table of "
        "the codebook; one of sources, corrections, contradictions, instruments, "
        "instrument_events, consultations",
    ),
    "correction expects another value": (
        CORRECTIONS,
        "face-start",
        "expected_value",
        "2023-10",
        "data/corrections.csv:2: id face-start: field expected_value: '2023-10' is not what stands "
        "there: '2023-09'",
    ),
    "correction of an unknown table": (
        CORRECTIONS,
        "face-start",
        "table",
        "consultation",
        "data/corrections.csv:2: id face-start: field table: 'consultation' is not one of sources, "
        "instruments, instrument_events, consultations; did you mean consultations?",
    ),
    "correction of an unknown field": (
        CORRECTIONS,
        "pipl-note",
        "field",
        "notes",
        "data/corrections.csv:3: id pipl-note: field field: 'notes' is not one of id, title, "
        "level, modalities, is_binding, replaced_by, source_id, note; did you mean note?",
    ),
    "correction to a bad value": (
        CORRECTIONS,
        "face-start",
        "corrected_value",
        "2023-00",
        "data/regulation/consultations.csv:2: id face-2023: field start: '2023-00' is not a date "
        "of the calendar, YYYY, YYYY-MM or YYYY-MM-DD (as corrected by face-start)",
    ),
    "contradiction with another value": (
        CONTRADICTIONS,
        "face-effect",
        "value_a",
        "2025-06-02",
        "data/contradictions.csv:2: id face-effect: field value_a: '2025-06-02' is not what stands "
        "in face-effective: '2025-06-01'",
    ),
    "contradiction of an unknown field": (
        CONTRADICTIONS,
        "face-effect",
        "field",
        "day",
        "data/contradictions.csv:2: id face-effect: field field: 'day' is not one of id, "
        "instrument_id, date, precision, is_used, source_id, verification",
    ),
    "contradiction within a row without the stored value": (
        CONTRADICTIONS,
        "face-title",
        "value_a",
        "Measures",
        "data/contradictions.csv:3: id face-title: field value_a: 'Measures' is not what stands in "
        "cn-face: 'Measures on face recognition'",
    ),
}


def test_the_valid_package_has_no_problem():
    with copied() as root:
        assert found(root) == []


@pytest.mark.parametrize("edit", RIGHT.values(), ids=RIGHT)
def test_right(edit):
    with copied() as root:
        edit_cell(root, *edit)
        assert found(root) == []


@pytest.mark.parametrize("edit", WRONG.values(), ids=WRONG)
def test_wrong_is_one_exact_line(edit):
    *cell, line = edit
    with copied() as root:
        edit_cell(root, *cell)
        assert found(root) == [line]


def test_a_precision_without_a_date():
    with copied() as root:
        edit_codebook(root, "partial-date, required: true", "partial-date")
        edit_cell(root, EVENTS, "face-draft", "date", "")
        assert found(root) == [
            "data/regulation/instrument_events.csv:3: id face-draft: field precision: 'month' "
            "stands without a date; empty is right"
        ]
        edit_cell(root, EVENTS, "face-draft", "precision", "")
        assert found(root) == []


def test_a_correction_of_an_unknown_row_says_which_is_near():
    with copied() as root:
        edit_cell(root, CORRECTIONS, "face-start", "row_id", "face-2024")
        assert found(root) == [
            "data/corrections.csv:2: id face-start: field row_id: 'face-2024' is not an id of "
            "consultations; one of face-2023, pipl-2020, notice-2019; did you mean face-2023?"
        ]


def test_one_cell_is_corrected_once():
    with copied() as root:
        with (root / CORRECTIONS).open("a", encoding="utf-8") as file:
            file.write("again,consultations,face-2023,start,2023-08,2023-07,Why,npc-pipl\n")
        assert found(root) == [
            "data/corrections.csv:4: id again: field field: this cell is corrected already by "
            "face-start"
        ]


def test_a_contradiction_of_an_unknown_row_and_of_two_equal_values():
    with copied() as root:
        edit_cell(root, CONTRADICTIONS, "face-effect", "row_id_b", "face-effect")
        edit_cell(root, CONTRADICTIONS, "face-title", "value_b", "Measures on face recognition")
        assert found(root) == [
            "data/contradictions.csv:2: id face-effect: field row_id_b: 'face-effect' is not an id "
            "of instrument_events; one of pipl-adopted, face-draft, face-effective, "
            "face-effective-news, notice-issued; did you mean face-effective?",
            "data/contradictions.csv:3: id face-title: field value_b: 'Measures on face "
            "recognition' is value_a too; two values that differ are right",
        ]


def test_every_problem_is_reported_at_once_in_the_order_of_files_and_lines():
    with copied() as root:
        edit_cell(root, SOURCES, "unread", "is_relay", "no")
        edit_cell(root, INSTRUMENTS, "cn-notice", "level", "x")
        edit_cell(root, INSTRUMENTS, "cn-pipl", "source_id", "x")
        places = [line.split(": id ")[0] for line in found(root)]
        assert places == [
            "data/regulation/instruments.csv:2",
            "data/regulation/instruments.csv:6",
            "data/sources.csv:6",
        ]


def test_words_for_no_value_are_those_of_pandas():
    assert cells.NO_VALUE == parsers.STR_NA_VALUES


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|a)*b", "(.*)*b"])
def test_a_pattern_that_does_not_end_is_one_line(pattern, monkeypatch):
    monkeypatch.setattr(structure, "PATIENCE", 0.1)
    with copied() as root:
        edit_codebook(root, "closed_on: {", f"closed_on: {{pattern: {pattern}, ")
        edit_codebook(root, "type: date, ", "")
        edit_cell(root, CONSULTATIONS, "pipl-2020", "closed_on", "a" * 60)
        assert found(root) == [
            "data/regulation/consultations.csv: field closed_on: the pattern of the codebook takes "
            "more than 0.1 s for this column"
        ]
