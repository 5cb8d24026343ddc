"""What a clumsy or hostile hand does to words and made files ends in a line, and writes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from biometrics_china import manuscript, place, tables
from biometrics_china.__main__ import main
from biometrics_china.building import chapters

ROOT = Path(__file__).parents[2]
CHAPTER, TABLE = "chapters/regulation.md", "data/claims.csv"
CACHES = (manuscript.source, manuscript.blocks, tables._checked)


@pytest.fixture
def book(tmp_path, monkeypatch):
    """Return a copy of the words and data of the book, none of whose chapters computes anything."""
    for name in ("chapters", "data"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("_toc.yml", "metadata.yml"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("src", "releases"):
        (tmp_path / name).mkdir()
    monkeypatch.delenv(place.VARIABLE, raising=False)
    monkeypatch.setattr(place, "root", lambda: tmp_path)
    monkeypatch.setattr(chapters, "computed_pages", list)
    for kept in CACHES:
        kept.cache_clear()
    yield tmp_path
    for kept in CACHES:
        kept.cache_clear()


def change(path: Path, old: str, new: str) -> int:
    """Exchange the first place of a text, and return its line."""
    text = path.read_text(encoding="utf-8")
    before, found, after = text.partition(old)
    assert found
    path.write_text(before + new + after, encoding="utf-8")
    return before.count("\n") + 1


def as_bytes(book: Path) -> dict[Path, bytes]:
    return {p: p.read_bytes() for p in book.rglob("*") if p.is_file() and p.name != ".lock"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("- instruments.jurisdiction=CN", "- x.y=z", ": field rows: 'x' is no table of the find"),
        ("front_page: true", "front_page: yes", ": field front_page: 'yes' is not true or false"),
        ("- id: claim-regulation-collection-first", "- id: claim-regulation-ethnicity", " stands alr"),
        ("- id: claim-regulation-ethnicity", "- id: claim regulation", ": field id: 'claim regulation"),
        ("tables: [", "tables: [lost, ", ": field tables: 'lost' is "),
        ("official_source: ", "official_source: lost-", ": field official_source: 'lost-"),
        ("  not_shown: >-", "  not_shown: |", ": field not_shown: "),
    ],
)  # fmt: skip
def test_a_wrong_finding_is_named_in_its_chapter_and_locks_nothing(book, capsys, old, new, said):
    right = (book / CHAPTER).read_bytes()
    line = change(book / CHAPTER, old, new)
    before = as_bytes(book)
    for command in ("notebooks", "build", "check"):
        tables._checked.cache_clear()
        assert main([command]) == 1
        out, err = capsys.readouterr()
        (first, *_) = (out + err).splitlines()
        assert first.startswith(f"{CHAPTER}:{line}: id claim")
        assert said in first
    assert as_bytes(book) == before
    (book / CHAPTER).write_bytes(right)
    for kept in CACHES:
        kept.cache_clear()
    assert main(["notebooks"]) == 0
    assert capsys.readouterr().out.endswith("notebooks: changed files: none\n")


def spoil(path: Path, how: str) -> None:
    if how == "deleted":
        path.unlink()
    elif how == "bytes":
        path.write_bytes(b"\xff\x00")
    else:
        change(path, "\n", {"marker": "\n<<<<<<< HEAD\n", "edited": "\n\n"}[how])


@pytest.mark.parametrize("how", ["deleted", "bytes", "marker", "edited"])
def test_a_spoilt_table_of_findings_is_made_anew(book, capsys, how):
    right = (book / TABLE).read_bytes()
    spoil(book / TABLE, how)
    assert main(["check"]) == 1
    said = f"{TABLE}: is not what the chapters say; “make notebooks” stores it anew\n"
    assert capsys.readouterr().out == said
    assert main(["notebooks"]) == 0
    assert capsys.readouterr().out.endswith(f"notebooks: changed files: {TABLE}\n")
    assert (book / TABLE).read_bytes() == right
    assert main(["check"]) == 0


CONTENTS = "        sections:\n          - file: chapters/analysis/regulation\n"


@pytest.mark.parametrize(
    ("removed", "line", "said"),
    [
        (CHAPTER, "", "chapters/regulation: there is no such page; the book needs its file"),
        ("chapters/analysis/regulation.ipynb", CONTENTS, "chapters/analysis/regulation: there is no"),
        ("", CONTENTS, "chapters/analysis/regulation: is not in _toc.yml; a page stands there once"),
        ("", "root: chapters/index\n", "chapters/index: is not in _toc.yml; a page stands there once"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", ["notebooks", "build"])
def test_a_page_that_is_missing_is_named(book, capsys, command, removed, line, said):
    if removed:
        (book / removed).unlink()
    if line:
        change(book / "_toc.yml", line, "")
    before = as_bytes(book)
    assert main([command]) == 1
    assert said in capsys.readouterr().err
    assert as_bytes(book) == before


def test_a_page_in_no_list_and_one_that_stands_twice_are_named(book, capsys):
    (book / "chapters/reference/more.md").write_text("# More\n", encoding="utf-8")
    line = "      - file: chapters/reference/findings\n"
    change(book / "_toc.yml", line, line * 2)
    assert main(["notebooks"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "chapters/reference/more: is not in _toc.yml; a page stands there once",
        "chapters/reference/findings: stands twice in _toc.yml",
    ]
