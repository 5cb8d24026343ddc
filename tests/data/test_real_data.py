"""The book's own data: no problem; and planted faults that only its codebook can have."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from editing import copied, edit_cell, found, line_of

from biometrics_china import place, tables, validation
from biometrics_china.validation import registers

ROOT = place.data()
EVENTS = "regulation/instrument_events.csv"
SECOND = "methods/second_codings.csv"
RESOLVED = "methods/resolutions.csv"
PRINTED = "methods/printed_forms.csv"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(ROOT, tmp_path_factory.mktemp("real") / "data"))


def test_the_data_of_the_book_have_no_problem() -> None:
    assert found(ROOT) == []


@pytest.mark.parametrize(
    ("path", "row_id", "field", "value", "text"),
    [
        (
            EVENTS,
            "ev001",
            "precision",
            "month",
            "'month' does not fit the date '2011-10-24'; day is right",
        ),
        (
            "claims.csv",
            "claim-regulation-ethnicity",
            "source_ids",
            "theonefkguy-face-recognition-measure",
            "'theonefkguy-face-recognition-measure' is no id of sources; one of",
        ),
        (
            "claims.csv",
            "claim-regulation-ethnicity",
            "tables",
            "text_changes;provisions;provision",
            "'provision' is no table of the codebook; one of",
        ),
        (
            "claims.csv",
            "claim-regulation-ethnicity",
            "official_source_id",
            "nobody",
            "'nobody' is no id of sources; one of",
        ),
        (
            SECOND,
            "provisions-pv057-function",
            "row_id",
            "pv999",
            "'pv999' is not an id of provisions; one of",
        ),
        (
            SECOND,
            "provisions-pv057-function",
            "value",
            "state_restricted",
            "'state_restricted' is no code of function; one of",
        ),
        (
            SECOND,
            "provisions-pv057-function",
            "field",
            "paraphrase",
            "'paraphrase' has no codes; a field with a vocabulary is right",
        ),
        (
            SECOND,
            "provisions-pv057-is-binding-state",
            "value",
            "yes",
            "'yes' is no code of is_binding_state; one of",
        ),
        (
            SECOND,
            "census-bc002-modality",
            "value",
            "face;fingers",
            "'fingers' is no code of modality; one of",
        ),
        (
            SECOND,
            "safeguards-pw09-erasure-value",
            "value",
            "stated",
            "'stated' stands where extent is not_read; an empty cell is right",
        ),
        (
            RESOLVED,
            "provisions-pv056-function",
            "value",
            "private_or_general_restriction",
            "'private_or_general_restriction' is not what stands there: 'scope'",
        ),
        (
            RESOLVED,
            "provisions-pv056-function",
            "first",
            "scope",
            "'scope' is no disagreement: the second reader said 'scope'; two codes that differ",
        ),
        (
            RESOLVED,
            "provisions-pv056-function",
            "first",
            "restriction",
            "'restriction' is no code of function; one of",
        ),
        (
            RESOLVED,
            "census-bc002-modality",
            "row_id",
            "bc999",
            "'bc999' is not an id of census; one of",
        ),
        # a wrong digit, a shifted year, a wrong unit, a swapped source
        (
            PRINTED,
            "dna-database-sizes-dn-011-value",
            "printed",
            "8,531,090",
            "'8,531,090' is not what stands there: '8531099'",
        ),
        (
            PRINTED,
            "dna-database-sizes-dn-013-as-of",
            "printed",
            "May 2014",
            "'May 2014' is not what stands there: '2013-05'",
        ),
        (
            PRINTED,
            "dna-database-sizes-dn-013-value",
            "printed",
            "20 thousand",
            "'20 thousand' is not what stands there: '20000000'",
        ),
        (
            PRINTED,
            "dna-database-sizes-dn-013-value",
            "source",
            "sikaile-net-thesis",
            "'sikaile-net-thesis' is not the source there: 'forensic-genetics-policy-2017-05-17'",
        ),
        (
            PRINTED,
            "dna-database-sizes-dn-013-value",
            "printed",
            "20 million of 40 million",
            "'20 million of 40 million' holds 2 numbers; one is right",
        ),
        (
            PRINTED,
            "dna-database-sizes-dn-013-value",
            "field",
            "metric",
            "'metric' holds no number or day; a field that does is right",
        ),
    ],
)
def test_a_planted_fault_is_one_line(
    copy: Path, path: str, row_id: str, field: str, value: str, text: str
) -> None:
    before = edit_cell(copy, path, row_id, field, value)
    lines = found(copy)
    line = line_of(copy, path, row_id)
    edit_cell(copy, path, row_id, field, before)
    assert len(lines) == 1, lines
    assert lines[0].startswith(f"data/{path}:{line}: id {row_id}: field {field}: {text}")


def test_a_text_without_a_vocabulary_holds_more_than_dates_or_numbers() -> None:
    form = re.compile(r"\d{4}(-\d\d(-\d\d)?)?|-?\d+(\.\d+)?").fullmatch
    checked = validation.check(ROOT)
    found = [
        (table.name, field.name)
        for table in checked.package.tables
        for field in table.fields
        if field.form == "string" and not field.vocabulary
        if (cells := list(filter(None, checked.sheets[table.name].column(field.name))))
        if all(map(form, cells))
    ]
    assert found == [], "such a field is a partial-date, an integer or a number"


def unused(root: Path) -> list[str]:
    """Return the sources that no row refers to or names in words, and no chapter cites."""
    used: set[str] = set()
    for table in tables.package(root=root).tables:
        frame = tables.load(table.name, root=root)
        for field in (f for f in table.fields if f.refers_to == "sources.id"):
            for value in frame[field.name].dropna():
                used |= {value} if isinstance(value, str) else set(value)
        for field in {"locator", "note"} & set(frame.columns):
            used |= set(re.findall(r"[a-z0-9-]+", " ".join(frame[field].dropna())))
    chapters = [p for p in (root.parent / "chapters").rglob("*") if p.suffix in (".ipynb", ".md")]
    for chapter in chapters:
        used |= set(re.findall(r"\{src\}`([^`|]+)", chapter.read_text(encoding="utf-8")))
    return [source for source in tables.load("sources", root=root)["id"] if source not in used]


def test_every_source_is_used_by_a_row_a_claim_or_a_sentence() -> None:
    assert unused(ROOT) == []


def test_a_source_is_used_once_a_list_or_a_chapter_names_it() -> None:
    with copied() as root:
        assert unused(root) == ["unread"]
        (root.parent / "chapters").mkdir()
        for cited in ("{src}`unread`", "{src}`unread|article 5`"):
            (root.parent / "chapters" / "a.md").write_text(f"As it says {cited}.")
            assert unused(root) == []
    with copied() as root:
        edit_cell(root, "regulation/consultations.csv", "pipl-2020", "source_ids", "unread")
        assert unused(root) == []


@pytest.mark.parametrize("register", ["second_codings", "resolutions", "printed_forms"])
def test_no_cell_is_read_a_second_time_twice(register: str) -> None:
    rows = validation.check(ROOT).sheets[register].rows
    for row in rows:
        name = f"{row['table']}-{row['row_id']}-{row['field']}"
        assert row["id"] == name.replace("_", "-")


@pytest.mark.parametrize(
    ("path", "row_id", "field", "value"),
    [
        ("dna_databases/dna_database_sizes.csv", "dn-011", "value", "8531090"),
        ("dna_databases/dna_database_sizes.csv", "dn-013", "as_of", "2014-05"),
        ("dna_databases/dna_database_sizes.csv", "dn-013", "source_id", "sikaile-net-thesis"),
        ("trafficking/reunion_counts.csv", "rc-071", "value", "10923"),
    ],
)
def test_an_error_in_a_cell_that_was_entered_twice_is_stopped(
    copy: Path, path: str, row_id: str, field: str, value: str
) -> None:
    before = edit_cell(copy, path, row_id, field, value)
    lines = found(copy)
    edit_cell(copy, path, row_id, field, before)
    assert any(line.startswith(f"data/{PRINTED}:") for line in lines), lines


@pytest.mark.parametrize("named", ["research_links/rl-977", "no_table/rl-007", "rl-007"])
def test_a_question_that_rests_on_no_row_is_named(named):
    checked = validation.check(place.data())
    sheet = checked.sheets["cooperation_questions"]
    assert registers.questions(sheet, checked) == []
    sheet.rows[0]["rows"] = f"research_links/rl-010;{named}"
    (found,) = registers.questions(sheet, checked)
    assert f"field rows: {named!r} is no row; table/row is right" in str(found)
