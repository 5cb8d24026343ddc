"""Typed tables, the codebook for readers, and what is published."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from editing import VALID, cells, copied, edit_cell, edit_codebook

from biometrics_china import codebook, place, tables, validation


def test_types_follow_the_codebook():
    frame = tables.load("consultations", root=VALID)
    kinds = {name: str(dtype) for name, dtype in frame.dtypes.items()}
    assert kinds == {
        "id": "str",
        "instrument_id": "str",
        "start": "str",
        "end": "str",
        "closed_on": "datetime64[us]",
        "comments": "Int64",
        "low": "Float64",
        "high": "Float64",
        "tags": "object",
        "status": "str",
        "source_ids": "object",
        "tables": "object",
    }
    assert str(tables.load("sources", root=VALID)["is_relay"].dtype) == "boolean"
    assert list(frame["tags"]) == [("cac", "public"), (), ("free text", "other")]
    assert list(frame["comments"].fillna(-1)) == [1200, 0, -1]
    assert frame["closed_on"][0] == pd.Timestamp("2023-09-07")
    assert frame.loc[2, ["start", "end", "closed_on", "comments", "low", "high"]].isna().all()
    assert frame.index.equals(pd.RangeIndex(3))
    assert frame.attrs == {}


def test_names_and_codes_are_ordinary_texts():
    labels = tables.vocabulary("level", root=VALID)
    names = [*tables.load("instruments", root=VALID).columns]
    assert {type(word) for word in (*labels, *labels.values(), *names)} == {str}


def test_an_unknown_boolean_is_neither_true_nor_false():
    flags = tables.load("instruments", root=VALID)["is_binding"]
    assert flags[1] is pd.NA
    assert list(flags.drop(1)) == [True, True, False]


def test_corrections_are_applied():
    assert tables.load("consultations", root=VALID)["start"][0] == "2023-08"
    notes = tables.load("instruments", root=VALID)["note"]
    assert notes[0] == "Adopted by the standing committee."
    assert notes[1] == "A note\nin two lines, with a comma"


def as_text(column):
    """Write a typed column back as cells."""
    if str(column.dtype).startswith("datetime64"):
        column = column.dt.strftime("%Y-%m-%d")
    words = []
    for value in column:
        if isinstance(value, tuple):
            words.append(";".join(value))
        else:
            word = "" if pd.isna(value) else str(value)
            words.append(word.lower() if column.dtype == "boolean" else word)
    return words


@pytest.mark.parametrize("table", tables.package(root=VALID).tables, ids=lambda t: t.name)
def test_round_trip_loses_nothing(table):
    frame = tables.load(table.name, root=VALID)
    header, *rows = cells(VALID / table.path)
    assert list(frame.columns) == header
    changed = {("consultations", "start"), ("instruments", "note")}
    for column, name in enumerate(header):
        written, stored = as_text(frame[name]), [row[column] for row in rows]
        assert written[1:] == stored[1:]
        assert (written[0] == stored[0]) == ((table.name, name) not in changed)


def test_a_change_of_a_frame_stays_with_its_owner():
    mine = tables.load("sources", root=VALID)
    mine.loc[0, "title"] = "Something else"
    assert tables.load("sources", root=VALID)["title"][0] == "Personal Information Protection Law"


def test_a_package_is_checked_once(monkeypatch):
    with copied() as root:
        calls = []
        check = validation.check
        monkeypatch.setattr(validation, "check", lambda r: calls.append(r) or check(r))
        tables.load("sources", root=root)
        tables.load("instruments", root=root)
        tables.vocabulary("level", root=root)
        assert len(calls) == 1


def test_bad_data_hand_out_nothing():
    with copied() as root:
        edit_cell(root, "sources.csv", "unread", "is_relay", "perhaps")
        for ask in (
            lambda: tables.load("instruments", root=root),
            lambda: tables.package(root=root),
            lambda: tables.vocabulary("level", root=root),
        ):
            with pytest.raises(validation.InvalidData, match=r"^data/sources\.csv:6: id unread: "):
                ask()


def test_the_data_folder_can_be_named(monkeypatch):
    assert place.data().name == "data"
    assert (place.data().parent / "pyproject.toml").is_file()
    monkeypatch.setenv("BIOMETRICS_CHINA_DATA", str(VALID))
    assert place.data() == VALID
    assert len(tables.load("sources")) == 5


def test_unknown_names_say_what_would_be_right():
    with pytest.raises(KeyError, match="did you mean instruments"):
        tables.load("instrument", root=VALID)
    with pytest.raises(KeyError, match="one of used, level, modality"):
        tables.vocabulary("tier", root=VALID)


def test_codebook_for_readers():
    package = tables.package(root=VALID)
    assert [t.name for t in package.tables][:2] == ["sources", "corrections"]
    fields = {f.name: f for f in package.table("consultations").fields}
    assert fields["comments"].unit == "comments"
    assert fields["comments"].allowed == ("at least 0",)
    assert fields["start"].allowed == ("YYYY, YYYY-MM or YYYY-MM-DD",)
    assert fields["tags"].allowed == ("items separated by ;",)
    assert fields["source_ids"].allowed == (
        "items separated by ;",
        "each item a value of sources.id",
    )
    assert fields["tables"].allowed == (
        "items separated by ;",
        "each item a name of one of the tables",
    )
    assert fields["instrument_id"].allowed == ("a value of instruments.id", "required")
    assert package.vocabularies["status"][0] == codebook.Term("open", "Open", "Stands for open.")
    assert tables.vocabulary("status", root=VALID) == {"open": "Open", "closed": "Closed"}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021-08-20", "2021-08-20", "2021-08-20"),
    ],
)
def test_partial_dates(text, first, last):
    dates = pd.Series([text, None], dtype="str", name="date")
    assert list(tables.earliest(dates)) == [pd.Timestamp(first), pd.NaT]
    assert list(tables.latest(dates)) == [pd.Timestamp(last), pd.NaT]


def test_full_dates_are_their_own_bounds():
    dates = tables.load("consultations", root=VALID)["closed_on"]
    assert tables.earliest(dates) is dates
    assert tables.latest(dates) is dates


@pytest.mark.parametrize("text", ["2023-02-30", "2023-13", "soon"])
def test_a_date_that_does_not_exist_raises(text):
    with pytest.raises(ValueError, match=r"match|day|month"):
        tables.latest(pd.Series([text]))


def test_the_published_descriptor_is_plain():
    made = codebook.published_descriptor(VALID)
    text = json.dumps(made)
    for key in ("vocabularies", "vocabulary", "kind", "rules", "unit", "refers", "names"):
        assert f'"{key}":' not in text
    fields = {f["name"]: f for f in made["resources"][3]["schema"]["fields"]}
    assert fields["level"]["categories"][0] == {"value": "law", "label": "Law"}
    assert fields["level"]["constraints"]["enum"] == list(tables.vocabulary("level", root=VALID))
    assert "Items: face, fingerprint, dna, iris, none." in fields["modalities"]["description"]
    lists = {f["name"]: f["description"] for f in made["resources"][5]["schema"]["fields"]}
    assert lists["source_ids"] == "Where it was read. Items: values of sources.id."
    assert lists["tables"] == "Tables it stands on. Items: names of tables."
    assert made["resources"][0]["description"].endswith(
        "Rule: relays is given where is_relay is true."
    )


def test_a_bad_codebook_is_not_published():
    with copied() as root:
        edit_codebook(root, "name: fixture", "", "")
        with pytest.raises(validation.InvalidData, match="has no name"):
            codebook.published_descriptor(root)


def test_the_codebook_of_the_book_can_be_published():
    assert codebook.published_descriptor()["name"] == "biometrics-china"
