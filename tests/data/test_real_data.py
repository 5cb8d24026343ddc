"""The book's own data: no problem; and planted faults that only its codebook can have."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from editing import edit_cell, found, line_of

from biometrics_china import codebook, tables

ROOT = codebook.data_root()
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


def test_every_source_is_used_by_a_row_a_claim_or_a_sentence() -> None:
    used: set[str] = set()
    for table in tables.package().tables:
        frame = tables.load(table.name)
        for column in (c for c in frame.columns if c.endswith(("source_id", "source_ids"))):
            for value in frame[column].dropna():
                used |= {value} if isinstance(value, str) else set(value)
    prose = "".join(
        p.read_text(encoding="utf-8") for p in (ROOT.parent / "chapters").rglob("*.ipynb")
    )
    unused = [s for s in tables.load("sources")["id"] if s not in used and f"`{s}`" not in prose]
    assert unused == []
