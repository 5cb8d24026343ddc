"""What is kept is whole or not there; digests see what they should."""

from __future__ import annotations

import errno
import hashlib
import os
import subprocess
import sys

import pytest
from scratch_book import in_place

from biometrics_china import exhibits, holds, made, observing, place, tables
from biometrics_china.building import inputs, store, working
from biometrics_china.numbers import Number, Numbers


def test_a_record_comes_back_as_it_was(tmp_path):
    record = {"text": "数据", "number": 0.1 + 0.2, "list": [1, [2.5, None]], "rows": [["a"]]}
    store.write(tmp_path / "new/x.json", record)
    assert store.read(tmp_path / "new/x.json") == record
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["x.json"]


def test_what_was_never_written_is_none(tmp_path):
    assert store.read(tmp_path / "x.json") is None


@pytest.mark.parametrize("content", [b"", b"\n", b"{}", b"\xff\xfe\n{}", b"0" * 64 + b"\n{}"])
def test_what_was_not_written_here_is_damaged(tmp_path, content):
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(store.Damaged, match=r"x\.json"):
        store.read(tmp_path / "x.json")


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b'"x"', b"{", b"\xff", b"[" * 100_000])
def test_content_that_is_no_record_is_damaged_whatever_its_digest(tmp_path, content):
    kept = f"{hashlib.sha256(content).hexdigest()}\n".encode() + content
    (tmp_path / "x.json").write_bytes(kept)
    with pytest.raises(store.Damaged, match=r"x\.json"):
        store.read(tmp_path / "x.json")


@pytest.mark.parametrize("how", ["folder", "pipe", "dangling", "link"])
@pytest.mark.parametrize("name", ["x.json", ".x.json.new"])
def test_whatever_lies_in_the_place_of_a_record_gives_way(tmp_path, name, how):
    in_place(tmp_path / name, how)
    if name == "x.json":
        with pytest.raises(store.Damaged, match=r"x\.json"):
            store.read(tmp_path / "x.json")
    store.write(tmp_path / "x.json", {"n": 1})
    assert store.read(tmp_path / "x.json") == {"n": 1}
    assert [p.name for p in tmp_path.iterdir()] == ["x.json"]


@pytest.mark.parametrize("how", ["file", "pipe", "dangling"])
def test_whatever_lies_in_the_place_of_a_folder_gives_way(tmp_path, how):
    in_place(tmp_path / "kept", how)
    store.write(tmp_path / "kept/x.json", {"n": 1})
    assert store.read(tmp_path / "kept/x.json") == {"n": 1}


def test_a_link_in_the_place_of_a_record_does_not_lead_away(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/file").touch()
    (tmp_path / "x.json").symlink_to("elsewhere")
    store.write(tmp_path / "x.json", {"n": 1})
    assert store.read(tmp_path / "x.json") == {"n": 1}
    assert (tmp_path / "elsewhere/file").exists()


@pytest.mark.parametrize("step", ["write", "replace"])
def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch, step):
    path = tmp_path / "x.json"
    store.write(path, {"n": 1})

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    owner, name = {"write": (type(path), "open"), "replace": (os, "replace")}[step]
    monkeypatch.setattr(owner, name, full)
    with pytest.raises(OSError, match="No space left"):
        store.write(path, {"n": 2})
    monkeypatch.undo()
    assert store.read(path) == {"n": 1}
    assert [p.name for p in tmp_path.iterdir()] == ["x.json"]


def test_the_digests_of_a_book_name_sources_and_leave_out_what_was_made(tmp_path):
    made = ("src/p/__pycache__/m.pyc", "tests/site/test_b.py", "tests/helper.py")
    for name in ("data/a.csv", "src/p/m.py", "chapters/a.ipynb", "tests/test_a.py", *made):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    for name in ("requirements.txt", ".hidden", "_build/x", "chapters/.ipynb_checkpoints/a.ipynb"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    wanted = ["chapters/a.ipynb", "data/a.csv", "requirements.txt", "src/p/m.py", "tests/test_a.py"]
    assert sorted(inputs.digests(tmp_path)) == wanted
    before = inputs.digests(tmp_path)
    (tmp_path / "data/a.csv").write_text("other", encoding="utf-8")
    after = inputs.digests(tmp_path)
    assert {name for name in wanted if before[name] != after[name]} == {"data/a.csv"}


def test_what_a_chapter_makes_is_handed_over_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(exhibits, "_handed_over", {})
    monkeypatch.setattr(made, "_handed_over", {})
    monkeypatch.setattr(holds, "_handed_over", {})
    made.of.cache_clear()
    numbers, shown = exhibits.numbers_of("methods"), made.of("fig-methods-sources")
    table, checked = made.of("tab-methods-records"), holds.of_page("methods")
    store.write(tmp_path / "made", working.compute("methods", place.root()))
    record = store.read(tmp_path / "made")
    working.hand_over("methods", record)
    assert exhibits.numbers_of("methods") is not numbers
    assert dict(exhibits.numbers_of("methods")) == dict(numbers)
    assert made.of("fig-methods-sources") is not shown
    assert made.of("fig-methods-sources") == shown
    assert made.of("tab-methods-records") == table
    assert holds.of_page("methods") == checked
    assert "table sources" in record["used"]
    assert "file src/biometrics_china/figures/methods.py" in record["used"]
    monkeypatch.undo()
    for kept in (exhibits.numbers_of, made.of, holds.of_page):
        kept.cache_clear()


def test_a_page_that_is_no_subject_makes_nothing_of_its_own():
    record = working.compute("index", place.root())
    assert (record["numbers"], record["exhibits"], record["outputs"]) == ([], {}, [])


def test_a_chapter_that_cannot_be_computed_says_why_in_one_line(tmp_path, monkeypatch):
    def wrong(page, _):
        raise KeyError(f"no\nnumber in {page}")

    monkeypatch.setattr(working, "compute", wrong)
    monkeypatch.setattr(working, "watch", lambda _: None)
    monkeypatch.setattr(working.signals, "reset", lambda: None)
    working.main("methods", tmp_path, tmp_path / "made")
    assert store.read(tmp_path / "made") == {
        "failed": "methods: KeyError: 'no\\nnumber in methods'"
    }


def test_numbers_of_before_keep_their_names_and_order():
    given = [Number(f"s.{name}", 1, "1", "m", ("t",)) for name in "ba"]
    assert list(Numbers.of("s", given)) == ["b", "a"]


def test_what_was_handed_out_is_noted_and_has_a_digest():
    tables.load("licences")
    tables.vocabulary("stance")
    tables.package()
    tables.names()
    wanted = {"table licences", "vocabulary stance", "codebook", "names"}
    assert wanted <= set(observing.asked())
    digests = {tables.digest(name) for name in wanted}
    assert len(digests) == 4
    with pytest.raises(KeyError, match="nothing"):
        tables.digest("table nothing")


def test_what_is_read_is_noted_and_what_is_written_or_is_code_is_not(tmp_path):
    (tmp_path / "p").mkdir()
    (tmp_path / "p/module.py").write_text("", encoding="utf-8")
    for name in ("read", "appended", "changed"):
        (tmp_path / name).touch()
    code = f"""
import os, pathlib, sys
from biometrics_china.building import working
root = pathlib.Path({str(tmp_path)!r})
working.watch(root)
sys.path.insert(0, str(root / "p"))
import module  # its bytecode is written beside it, under another name first
(root / "read").read_text()
(root / "appended").open("a").close()
(root / "changed").open("r+").close()
(root / "written").write_text("x")
os.close(os.open(root / "made", os.O_WRONLY | os.O_CREAT))
print(*sorted(os.path.relpath(path, root) for path in working._opened))
"""
    unset = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert list((tmp_path / "p/__pycache__").glob("module.*.pyc"))
    assert done.stdout == "changed read\n"
