"""The kept index answers as the tables do, is never stale, and makes one name cheap."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from biometrics_china import place
from biometrics_china.building import inputs, register_index, store
from biometrics_china.register import index
from biometrics_china.register.entities import screen
from biometrics_china.register.records import records

NAMES = ("Hikvision", "海康威視", "Dahua Bank", "BGI", "ETH Zurich", "Sichuan University")


@pytest.fixture
def book(tmp_path, monkeypatch):
    """Return a book of two files; the index is that of the real tables, made how often is counted."""
    for name in ("data/a.csv", "src/a.py", "chapters/a.md"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(name, encoding="utf-8")
    made = []
    real = index.make()
    monkeypatch.setattr(index, "make", lambda: made.append(1) or real)
    monkeypatch.setattr(place, "root", lambda: tmp_path)
    monkeypatch.delenv(place.VARIABLE, raising=False)
    return tmp_path, made


def test_what_was_kept_is_what_was_made(book):
    root, made = book
    first = register_index.load()
    assert register_index.load() == first
    assert len(made) == 1
    assert sum(len(rows) for rows in first.records.values()) == len(records())
    assert {row["source_id"] for rows in first.records.values() for row in rows} == set(
        records()["source_id"]
    )
    for name in NAMES:
        assert first.matcher.find(name) == screen(name)
    assert (root / register_index.PATH).is_file()


@pytest.mark.parametrize("name", ["data/a.csv", "src/a.py", "data/new.csv"])
def test_a_change_of_data_or_code_makes_it_anew(book, name):
    root, made = book
    register_index.load()
    (root / name).write_text("other", encoding="utf-8")
    register_index.load()
    assert len(made) == 2


def test_a_comma_in_a_chapter_does_not(book):
    root, made = book
    register_index.load()
    (root / "chapters/a.md").write_text("other", encoding="utf-8")
    register_index.load()
    assert len(made) == 1


def spoiled(path, how):
    content = path.read_bytes()
    if how == "folder":
        path.unlink()
        path.mkdir()
        (path / "x").touch()
    elif how == "shape":
        store.write(path, {"made_from": "x"})
    else:
        path.write_bytes({"cut": content[:1000], "empty": b"", "null": b"0\nnull"}[how])


@pytest.mark.parametrize("how", ["folder", "shape", "cut", "empty", "null"])
def test_what_was_spoiled_is_made_anew(book, how):
    root, made = book
    first = register_index.load()
    spoiled(root / register_index.PATH, how)
    assert register_index.load() == first == register_index.load()
    assert len(made) == 2


def test_data_that_change_meanwhile_are_not_kept(book):
    root, _ = book
    before = inputs.book(root)
    (root / "data/a.csv").write_text("other", encoding="utf-8")
    register_index.keep(before)
    assert not (root / register_index.PATH).exists()


def test_a_checkout_that_cannot_be_written_is_answered_all_the_same(book, monkeypatch):
    _, made = book

    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(store, "write", refuse)
    assert register_index.load() == register_index.load()
    assert len(made) == 2


def test_other_data_are_not_answered_from_what_is_kept(book, tmp_path, monkeypatch):
    _, made = book
    register_index.load()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.setenv(place.VARIABLE, str(tmp_path / "elsewhere"))
    register_index.load()
    assert len(made) == 2


def test_an_answer_is_printed_on_a_terminal_without_its_characters():
    command = [sys.executable, "-m", "biometrics_china", "screen", "Hikvision"]
    environment = {k: v for k, v in os.environ.items() if k != place.VARIABLE}
    environment["PYTHONIOENCODING"] = "latin-1"
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert rb"\u6d77\u5eb7" in done.stdout
    assert done.stderr == b""
