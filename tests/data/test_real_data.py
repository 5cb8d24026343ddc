"""The book's own data: no problem; and planted faults that only its codebook can have."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from editing import copied, edit_cell, found, line_of

from biometrics_china import place, tables, validation

ROOT = place.data()
EVENTS = "regulation/instrument_events.csv"


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
            "text_changes;provision",
            "'provision' is no table of the codebook; one of",
        ),
        (
            "claims.csv",
            "claim-regulation-ethnicity",
            "official_source_id",
            "nobody",
            "'nobody' is no id of sources; one of",
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
    """Return the sources that no row refers to and no chapter beside the data folder cites."""
    used: set[str] = set()
    for table in tables.package(root=root).tables:
        frame = tables.load(table.name, root=root)
        for field in (f for f in table.fields if f.refers_to == "sources.id"):
            for value in frame[field.name].dropna():
                used |= {value} if isinstance(value, str) else set(value)
    chapters = [p for p in (root.parent / "chapters").rglob("*") if p.suffix in (".ipynb", ".md")]
    for chapter in chapters:
        used |= set(re.findall(r"\{src\}`([^`]+)`", chapter.read_text(encoding="utf-8")))
    return [source for source in tables.load("sources", root=root)["id"] if source not in used]


def test_every_source_is_used_by_a_row_a_claim_or_a_sentence() -> None:
    assert unused(ROOT) == []


def test_a_source_is_used_once_a_list_or_a_chapter_names_it() -> None:
    with copied() as root:
        assert unused(root) == ["unread"]
        (root.parent / "chapters").mkdir()
        (root.parent / "chapters" / "a.md").write_text("As it says {src}`unread`.")
        assert unused(root) == []
    with copied() as root:
        edit_cell(root, "regulation/consultations.csv", "pipl-2020", "source_ids", "unread")
        assert unused(root) == []
