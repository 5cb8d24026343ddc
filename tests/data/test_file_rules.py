"""The rules on files and on the codebook, each with the exact line."""

from __future__ import annotations

import pytest
import yaml
from editing import VALID, copied, edit_codebook, found, replace

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
        (root / INSTRUMENTS).unlink()
        (root / INSTRUMENTS).symlink_to("gone.csv")
        assert found(root)[0] == "data/regulation/instruments.csv: is a link that leads nowhere"

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


FAULTS = yaml.load(
    (VALID.parent / "codebook_faults.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["name"])
def test_codebook(fault):
    with copied() as root:
        replace(root, fault["file"], fault["old"].encode(), fault["new"].encode())
        assert found(root) == [f"data/{line}" for line in fault["found"]]


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
        edit_codebook(root, "what: {", "what: {pattern: Two|The, ", "")
        assert found(root)[0].endswith(
            "'Two dates of effect.' breaks the constraint pattern: Two|The"
        )
