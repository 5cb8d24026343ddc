"""The rules on files and on the codebook, each with the exact line."""

from __future__ import annotations

import pytest
from editing import copied, edit_codebook, found

INSTRUMENTS = "regulation/instruments.csv"


def replace(root, path, old, new):
    raw = (root / path).read_bytes()
    assert old in raw
    (root / path).write_bytes(raw.replace(old, new, 1))


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
        "data/sources.csv:1: has a carriage return; lines end in LF alone",
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
        (root / INSTRUMENTS).unlink()
        (root / INSTRUMENTS).symlink_to("gone.csv")
        (root / "stray.csv").symlink_to("gone.csv")
        assert found(root) == [
            "data/regulation/instruments.csv: is a link that leads nowhere; a file is right",
            "data/regulation/instruments.csv: the file of table instruments does not exist",
            "data/stray.csv: is a link that leads nowhere; a file is right",
        ]


def fields(descriptor, table=3):
    return descriptor["resources"][table]["schema"]["fields"]


CODEBOOK = {
    "vocabulary not defined": (
        lambda d: fields(d)[2].update(vocabulary="levels"),
        [
            "table instruments: field level: vocabulary 'levels' is not one of level, modality, "
            "verification, used, status, precision; did you mean level?",
            "vocabulary level: no field uses it",
        ],
    ),
    "vocabulary not used": (
        lambda d: d["vocabularies"].update(grade=[{"value": "a", "label": "A"}]),
        ["vocabulary grade: no field uses it"],
    ),
    "value twice": (
        lambda d: d["vocabularies"]["used"].append({"value": "a", "label": "A"}),
        ["vocabulary used: 'a' stands in it 2 times"],
    ),
    "vocabulary of a boolean": (
        lambda d: fields(d)[4].update(vocabulary="level"),
        [
            "table instruments: field is_binding: a boolean field has no vocabulary; string or "
            "list has"
        ],
    ),
    "list that refers to no table": (
        lambda d: fields(d, 5)[10].update(refers="source.id"),
        [
            "table consultations: field source_ids: refers: table 'source' is not one of sources, "
            "corrections, contradictions, instruments, instrument_events, consultations; did you "
            "mean sources?"
        ],
    ),
    "list that refers to no field": (
        lambda d: fields(d, 5)[10].update(refers="sources.ids"),
        [
            "table consultations: field source_ids: refers: field 'ids' is not one of id, title, "
            "date, is_relay, relays; did you mean id?"
        ],
    ),
    "list that refers to a table alone": (
        lambda d: fields(d, 5)[10].update(refers="sources"),
        [
            "table consultations: field source_ids: refers: 'sources' does not match "
            r"'^[a-z][a-z0-9_-]*\\.[a-z][a-z0-9_-]*$'"
        ],
    ),
    "string that refers": (
        lambda d: fields(d)[1].update(refers="sources.id"),
        ["table instruments: field title: a string field has no refers; list has"],
    ),
    "names of something else": (
        lambda d: fields(d, 5)[11].update(names="fields"),
        ["table consultations: field tables: names: 'fields' is not one of ['tables']"],
    ),
    "unknown key": (
        lambda d: fields(d)[2].update(vocabulry="level"),
        [
            "table instruments: field level: Additional properties are not allowed ('vocabulry' "
            "was unexpected)"
        ],
    ),
    "unknown type": (
        lambda d: fields(d)[2].update(type="text"),
        [
            "table instruments: field level: type: 'text' is not one of ['string', 'integer', "
            "'number', 'boolean', 'date', 'list']"
        ],
    ),
    "no description": (
        lambda d: fields(d)[2].pop("description"),
        ["table instruments: field level: 'description' is a required property"],
    ),
    "name with capitals": (
        lambda d: d["resources"][3].update(name="Instruments"),
        ["table Instruments: name: 'Instruments' does not match '^[a-z][a-z0-9_-]*$'"],
    ),
    "another standard": (
        lambda d: d.update({"$schema": "https://datapackage.org/profiles/1.0/datapackage.json"}),
        ["$schema: 'https://datapackage.org/profiles/2.0/datapackage.json' was expected"],
    ),
    "no tables": (lambda d: d.update(resources=[]), ["[] should be non-empty"]),
    "two tables of one name": (
        lambda d: d["resources"].append(d["resources"][1] | {"path": "other.csv"}),
        ["table corrections: 2 tables have this name"],
    ),
    "two tables of one file": (
        lambda d: d["resources"].append(d["resources"][1] | {"name": "other"}),
        ["table corrections.csv: 2 tables have this path"],
    ),
    "path out of the folder": (
        lambda d: d["resources"][0].update(path="../sources.csv"),
        [
            r"table sources: path: '../sources.csv' does not match "
            r"'^(?!/)(?!.*\\.\\.)[a-z0-9_./-]+\\.csv$'"
        ],
    ),
    "field twice": (
        lambda d: fields(d).append(fields(d)[1]),
        ["table instruments: field title: is defined 2 times"],
    ),
    "foreign key to no table": (
        lambda d: d["resources"][3]["schema"]["foreignKeys"][0]["reference"].update(resource="x"),
        [
            "table instruments: foreign key: table 'x' is not one of sources, corrections, "
            "contradictions, instruments, instrument_events, consultations"
        ],
    ),
    "foreign key to no field": (
        lambda d: d["resources"][3]["schema"]["foreignKeys"][0]["reference"].update(fields=["ids"]),
        [
            "table instruments: foreign key: field 'ids' is not one of id, title, date, is_relay, "
            "relays; did you mean id?"
        ],
    ),
    "primary key of no field": (
        lambda d: d["resources"][0]["schema"].update(primaryKey="key"),
        ["table sources: primary key: field 'key' is not one of id, title, date, is_relay, relays"],
    ),
    "rule on no field": (
        lambda d: d["resources"][0]["rules"][0].update(field="relay"),
        [
            "table sources: rule requires: field 'relay' is not one of id, title, date, is_relay, "
            "relays; did you mean relays?"
        ],
    ),
    "order of words": (
        lambda d: d["resources"][5]["rules"][1].update(fields=["low", "status"]),
        ["table consultations: rule order: field status is neither a number nor a date"],
    ),
    "broken pattern": (
        lambda d: fields(d)[1].update(constraints={"pattern": "("}),
        ["table instruments: field title: its pattern is not a regular expression"],
    ),
    "constraint that the type cannot have": (
        lambda d: fields(d)[4].update(constraints={"minimum": 1}),
        ['Field is not valid: constraint "minimum" is not supported by type "boolean"'],
    ),
}


@pytest.mark.parametrize("change", CODEBOOK.values(), ids=CODEBOOK)
def test_codebook(change):
    edit, lines = change
    with copied() as root:
        edit_codebook(root, edit)
        assert found(root) == [f"data/datapackage.json: {line}" for line in lines]


def test_a_field_of_the_codebook_that_is_not_in_the_file():
    with copied() as root:
        edit_codebook(
            root,
            lambda d: fields(d).append(
                {"name": "place", "type": "string", "description": "Where."}
            ),
        )
        assert found(root) == [
            "data/regulation/instruments.csv:1: field place: is in the codebook and not in the file"
        ]


def test_a_key_that_stands_twice():
    with copied() as root:
        replace(root, "datapackage.json", b'"used": [', b'"level": [], "used": [')
        assert found(root) == ["data/datapackage.json: key 'level' stands twice in one object"]


def test_alternatives_of_a_pattern_are_anchored_on_both_sides():
    with copied() as root:
        edit_codebook(root, lambda d: fields(d, 2)[7].update(constraints={"pattern": "Two|The"}))
        assert found(root)[0].endswith(
            "'Two dates of effect.' breaks the constraint pattern: Two|The"
        )
