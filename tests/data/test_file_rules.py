"""The rules on files and on the codebook, each with the exact line."""

from __future__ import annotations

import pytest
from editing import copied, edit_codebook, found, replace

INSTRUMENTS = "regulation/instruments.csv"


FILES = {
    "byte order mark": (
        b"id,title",
        b"\xef\xbb\xbfid,title",
        "data/sources.csv:1: starts with a byte order mark; UTF-8 without one is right",
    ),
    "another encoding": (
        b"Measures on",
        b"Mesur\xe9s on",
        "data/sources.csv:4: byte 0xe9 is not UTF-8",
    ),
    "carriage return": (
        b"relays\n",
        b"relays\r\n",
        "data/sources.csv:1: has a carriage return; lines end in LF alone (git puts the others in "
        "where core.autocrlf is set)",
    ),
    "missing column": (
        b",date,",
        b",",
        "data/sources.csv:1: field date: is in the codebook and not in the file",
    ),
    "extra column": (
        b"is_relay,relays",
        b"is_relay,relays,relay",
        "data/sources.csv:1: field relay: is in the file and not in the codebook; one of id, "
        "title, date, is_relay, relays; did you mean relays?",
    ),
    "order of columns": (
        b"title,date",
        b"date,title",
        "data/sources.csv:1: the columns are not id, title, date, is_relay, relays, in this order",
    ),
    "long row": (
        b"2021-08-20,false,",
        b"2021-08-20,false,,",
        "data/sources.csv:2: this row has 6 cells; the codebook has 5 columns",
    ),
    "short row": (
        b"2021-08-20,false,",
        b"2021-08-20,false",
        "data/sources.csv:2: this row has 4 cells; the codebook has 5 columns",
    ),
    "blank line": (
        b"cac-face-draft",
        b"\ncac-face-draft",
        "data/sources.csv:3: this row has no value; the codebook has 5 columns",
    ),
    "row without a value": (
        b"cac-face-draft",
        b",,,,\ncac-face-draft",
        "data/sources.csv:3: this row has no value; the codebook has 5 columns",
    ),
    "open quotation mark": (
        b"News on",
        b'"News on',
        "data/sources.csv:5: is not CSV: unexpected end of data",
    ),
}


@pytest.mark.parametrize("edit", FILES.values(), ids=FILES)
def test_form_of_a_file(edit):
    old, new, line = edit
    with copied() as root:
        replace(root, "sources.csv", old, new)
        assert found(root) == [line]


def test_an_empty_file_lacks_all_columns():
    with copied() as root:
        (root / "sources.csv").write_bytes(b"")
        assert found(root) == [
            f"data/sources.csv:1: field {name}: is in the codebook and not in the file"
            for name in ("id", "title", "date", "is_relay", "relays")
        ]


def test_a_table_without_rows_is_right():
    with copied() as root:
        path = root / "contradictions.csv"
        path.write_text(path.read_text().split("\n")[0] + "\n")
        assert found(root) == []


def test_a_file_without_a_table_and_a_table_without_a_file():
    with copied() as root:
        (root / INSTRUMENTS).rename(root / "regulation" / "instrument.csv")
        (root / ".DS_Store").write_bytes(b"")
        assert found(root) == [
            "data/regulation/instrument.csv: no table of the codebook has this file",
            "data/regulation/instruments.csv: the file of table instruments does not exist",
        ]


def test_a_link_that_leads_nowhere_is_named():
    with copied() as root:
        (root / "regulation" / "more.csv").symlink_to("nowhere.csv")
        (root / "sources.csv").unlink()
        (root / "sources.csv").symlink_to("elsewhere.csv")
        assert found(root) == [
            "data/regulation/more.csv: is a link that leads nowhere",
            "data/sources.csv: is a link that leads nowhere",
        ]


def test_a_codebook_in_a_folder_that_the_first_does_not_name():
    with copied() as root:
        (root / "extra").mkdir()
        (root / "extra/codebook.yml").write_text("tables:\n")
        assert found(root) == ["data/extra/codebook.yml: no table of the codebook has this file"]


TOP, REGULATION = "", "regulation"
CODEBOOK = {
    "vocabulary not defined": (
        REGULATION,
        "vocabulary: level,",
        "vocabulary: levels,",
        "data/regulation/codebook.yml:8: table instruments: field level: vocabulary "
        "'levels' is not one of used, level, modality, verification, status, precision; "
        "did you mean level?",
        "data/regulation/codebook.yml:43: vocabulary level: no field uses it",
    ),
    "vocabulary not used": (
        TOP,
        "vocabularies:",
        "vocabularies:\n  grade:\n    a: {label: A, description: First.}",
        "data/codebook.yml:52: vocabulary grade: no field uses it",
    ),
    "code twice": (
        TOP,
        "    both:",
        "    a:",
        "data/codebook.yml:55: key 'a' stands twice in one mapping",
    ),
    "code without a label": (
        TOP,
        "{label: A,",
        "{",
        "data/codebook.yml:53: vocabulary used: code a: has no label",
    ),
    "code that says yes or no in YAML": (
        REGULATION,
        "{label: Law,",
        "{labels: no,",
        "data/regulation/codebook.yml:44: vocabulary level: code law: key 'labels' is not "
        "known; one of label, description; did you mean label?",
        "data/regulation/codebook.yml:44: vocabulary level: code law: has no label",
    ),
    "vocabulary of a boolean": (
        REGULATION,
        "type: boolean,",
        "type: boolean, vocabulary: level,",
        "data/regulation/codebook.yml:10: table instruments: field is_binding: a boolean "
        "field has no vocabulary; string or list has",
    ),
    "list that refers to no table": (
        REGULATION,
        "list, refers: sources.id",
        "list, refers: source.id",
        "data/regulation/codebook.yml:39: table consultations: field source_ids: refers: "
        "table 'source' is not one of sources, corrections, contradictions, instruments, "
        "instrument_events, consultations; did you mean sources?",
    ),
    "list that refers to no field": (
        REGULATION,
        "list, refers: sources.id",
        "list, refers: sources.ids",
        "data/regulation/codebook.yml:39: table consultations: field source_ids: refers: "
        "field 'ids' is not one of id, title, date, is_relay, relays; did you mean id?",
    ),
    "list that refers to a table alone": (
        REGULATION,
        "list, refers: sources.id",
        "list, refers: sources",
        "data/regulation/codebook.yml:39: table consultations: field source_ids: refers: "
        "'sources' is not a table and its field, such as sources.id",
    ),
    "names in a string": (
        REGULATION,
        "note: {bare_words: true, description: The note.}",
        "note: {names: tables, description: The note.}",
        "data/regulation/codebook.yml:13: table instruments: field note: a string field "
        "has no names; list has",
    ),
    "names of something else": (
        REGULATION,
        "names: tables",
        "names: fields",
        "data/regulation/codebook.yml:40: table consultations: field tables: names: "
        "'fields' is not right; one of tables",
    ),
    "unknown key": (
        REGULATION,
        "vocabulary: level",
        "vocabulry: level",
        "data/regulation/codebook.yml:8: table instruments: field level: key 'vocabulry' "
        "is not known; one of shared, type, refers, bare_words, description, vocabulary, "
        "unit, names, at_most, required, unique, pattern, minimum, maximum; did you mean "
        "vocabulary?",
    ),
    "key twice": (
        REGULATION,
        "type: list, vocabulary",
        "type: list, type: string, vocabulary",
        "data/regulation/codebook.yml:9: key 'type' stands twice in one mapping",
    ),
    "unknown type": (
        REGULATION,
        "vocabulary: level,",
        "type: text, vocabulary: level,",
        "data/regulation/codebook.yml:8: table instruments: field level: type: 'text' is "
        "not right; one of string, integer, number, boolean, date, partial-date, list",
    ),
    "no description": (
        REGULATION,
        "note: {bare_words: true, description: The note.}",
        "note:",
        "data/regulation/codebook.yml:13: table instruments: field note: has no description",
    ),
    "only other keys": (
        REGULATION,
        ", description: The level.",
        "",
        "data/regulation/codebook.yml:8: table instruments: field level: has no description",
    ),
    "name with capitals": (
        REGULATION,
        "  instruments:",
        "  Instruments:",
        "data/regulation/codebook.yml:2: table 'Instruments': only small letters, digits, "
        "_ and - are right",
    ),
    "no tables": (
        REGULATION,
        "tables:",
        "table:",
        "data/regulation/codebook.yml:1: the codebook: key 'table' is not known; one of "
        "tables, shared, vocabularies; did you mean tables?",
        "data/regulation/codebook.yml:1: the codebook: has no tables",
    ),
    "table in two files": (
        REGULATION,
        "  consultations:",
        "  sources:",
        "data/regulation/codebook.yml:25: table sources: stands in two files",
    ),
    "field twice": (
        REGULATION,
        "      note:",
        "      title:",
        "data/regulation/codebook.yml:13: key 'title' stands twice in one mapping",
    ),
    "table without a field id": (
        REGULATION,
        "      id: shared\n      title",
        "      title",
        "data/regulation/codebook.yml:2: table instruments: has no field id",
        "data/regulation/codebook.yml:10: table instruments: field replaced_by: refers: "
        "field 'id' is not one of title, level, modalities, is_binding, replaced_by, "
        "source_id, note",
        "data/codebook.yml:11: table instrument_events: field instrument_id: refers: "
        "field 'id' is not one of title, level, modalities, is_binding, replaced_by, "
        "source_id, note",
        "data/codebook.yml:11: table consultations: field instrument_id: refers: field "
        "'id' is not one of title, level, modalities, is_binding, replaced_by, source_id, "
        "note",
    ),
    "key to no table": (
        TOP,
        "refers: sources.id",
        "refers: x.id",
        "data/codebook.yml:6: table corrections: field source_id: refers: table 'x' is "
        "not one of sources, corrections, contradictions, instruments, instrument_events, "
        "consultations",
        "data/codebook.yml:6: table instruments: field source_id: refers: table 'x' is "
        "not one of sources, corrections, contradictions, instruments, instrument_events, "
        "consultations",
        "data/codebook.yml:6: table instrument_events: field source_id: refers: table 'x' "
        "is not one of sources, corrections, contradictions, instruments, "
        "instrument_events, consultations",
    ),
    "key to no field": (
        TOP,
        "refers: sources.id",
        "refers: sources.ids",
        "data/codebook.yml:6: table corrections: field source_id: refers: field 'ids' is "
        "not one of id, title, date, is_relay, relays; did you mean id?",
        "data/codebook.yml:6: table instruments: field source_id: refers: field 'ids' is "
        "not one of id, title, date, is_relay, relays; did you mean id?",
        "data/codebook.yml:6: table instrument_events: field source_id: refers: field "
        "'ids' is not one of id, title, date, is_relay, relays; did you mean id?",
    ),
    "rule on no field": (
        TOP,
        "{is_relay: true}",
        "{is_relays: true}",
        "data/codebook.yml:22: table sources: field relays: required: field 'is_relays' "
        "is not one of id, title, date, is_relay, relays; did you mean is_relay?",
    ),
    "rule on no value": (
        TOP,
        "{is_relay: true}",
        "{is_relay: yes}",
        "data/codebook.yml:22: table sources: field relays: required: 'yes' is no value "
        "of is_relay; one of true, false",
    ),
    "rule on no code": (
        REGULATION,
        "{status: closed}",
        "{status: [open, close]}",
        "data/regulation/codebook.yml:33: table consultations: field closed_on: required: "
        "'close' is no value of status; one of open, closed; did you mean closed?",
    ),
    "rule without a value": (
        REGULATION,
        "{status: closed}",
        "{status: []}",
        "data/regulation/codebook.yml:33: table consultations: field closed_on: required: "
        "is no mapping of fields to a value, or to a list of values",
    ),
    "required perhaps": (
        REGULATION,
        "level, required: true",
        "level, required: yes",
        "data/regulation/codebook.yml:8: table instruments: field level: required: 'yes' "
        "is not right; one of true, false",
    ),
    "order of words": (
        REGULATION,
        "at_most: high",
        "at_most: status",
        "data/regulation/codebook.yml:35: table consultations: field low: at_most: a "
        "number and a string cannot be compared",
    ),
    "order with a date": (
        REGULATION,
        "at_most: high",
        "at_most: closed_on",
        "data/regulation/codebook.yml:35: table consultations: field low: at_most: a "
        "number and a date cannot be compared",
    ),
    "order with no field": (
        REGULATION,
        "at_most: high",
        "at_most: higher",
        "data/regulation/codebook.yml:35: table consultations: field low: at_most: field "
        "'higher' is not one of id, instrument_id, start, end, closed_on, comments, low, "
        "high, tags, status, source_ids, tables; did you mean high?",
    ),
    "broken pattern": (
        REGULATION,
        "note: {bare_words: true, description: The note.}",
        "note: {pattern: (, description: The note.}",
        "data/regulation/codebook.yml:13: table instruments: field note: pattern: is not "
        "a regular expression",
    ),
    "constraint that the type cannot have": (
        REGULATION,
        "type: boolean,",
        "type: boolean, minimum: 1,",
        "data/regulation/codebook.yml:10: table instruments: field is_binding: a boolean "
        "field has no minimum; integer or number or date or partial-date has",
    ),
    "bound that is no number": (
        REGULATION,
        "minimum: 0,",
        "minimum: none,",
        "data/regulation/codebook.yml:34: table consultations: field comments: minimum "
        "'none' is not written as its values are",
    ),
    "shared column that is none": (
        REGULATION,
        "id: shared",
        "id: {shared: ids}",
        "data/regulation/codebook.yml:6: table instruments: field id: 'ids' is no shared "
        "column; one of id, source_id, title, table, field, reason, instrument_id; did "
        "you mean id?",
    ),
    "shared column that no table has": (
        REGULATION,
        "tables:",
        "shared: {x: X.}\ntables:",
        "data/regulation/codebook.yml:1: shared column x: no table has it",
    ),
    "shared column twice": (
        REGULATION,
        "tables:",
        "shared: {id: The id.}\ntables:",
        "data/regulation/codebook.yml:1: shared column id: stands in two files",
    ),
    "folder that is none": (
        TOP,
        "regulation: folder",
        "regulations: folder",
        "data/regulations/codebook.yml: this file does not exist",
    ),
    "table that is no mapping": (
        TOP,
        "regulation: folder",
        "regulation: folders",
        "data/codebook.yml:49: table regulation: is not a mapping with the keys title, "
        "description, fields",
    ),
    "alias": (
        REGULATION,
        "note: {bare_words: true, description: The note.}",
        "note: *note",
        "data/regulation/codebook.yml:13: an alias is used; write the value out",
    ),
    "key of the whole": (
        TOP,
        "name: fixture",
        "title: fixture",
        "data/codebook.yml:1: the codebook: key 'title' is not known; one of name, "
        "description, tables, shared, vocabularies",
        "data/codebook.yml:1: the codebook: has no name",
    ),
    "nested deeply": (
        REGULATION,
        "note: {bare_words: true, description: The note.}",
        f"note: {'[' * 30}",
        "data/regulation/codebook.yml:13: is nested more than 20 deep",
    ),
    "not YAML": (
        REGULATION,
        "note: {bare_words: true, description: The note.}",
        "note: The: note.",
        "data/regulation/codebook.yml:13: is not YAML: mapping values are not allowed in "
        "this context",
    ),
    "a list": (
        REGULATION,
        "tables:",
        "- tables\n- ",
        "data/regulation/codebook.yml:43: is not YAML: did not find expected '-' indicator",
    ),
    "two documents": (
        REGULATION,
        "\nvocabularies:",
        "\n---\nvocabularies:",
        "data/regulation/codebook.yml: is not one mapping of keys to values",
    ),
}


@pytest.mark.parametrize("change", CODEBOOK.values(), ids=CODEBOOK)
def test_codebook(change):
    folder, old, new, *lines = change
    with copied() as root:
        edit_codebook(root, old, new, folder)
        assert found(root) == lines


def test_a_field_of_the_codebook_that_is_not_in_the_file():
    with copied() as root:
        edit_codebook(
            root,
            "note: {bare_words: true, description: The note.}",
            "note: The note.\n      place: Where.",
        )
        assert found(root) == [
            "data/regulation/instruments.csv:1: field place: is in the codebook and not in the file"
        ]


def test_alternatives_of_a_pattern_are_anchored_on_both_sides():
    with copied() as root:
        edit_codebook(root, "what: {", "what: {pattern: Two|The, ", TOP)
        assert found(root)[0].endswith(
            "'Two dates of effect.' breaks the constraint pattern: Two|The"
        )
