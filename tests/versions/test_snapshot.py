"""A snapshot holds whatever has a lasting id, and is the same each time it is taken."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from pathlib import Path

import pytest

from biometrics_china import claims, exhibits, made, place, tables
from biometrics_china.__main__ import main
from biometrics_china.versions import snapshot

ROOT = Path(__file__).parents[2]


def test_everything_with_a_lasting_id_is_there(present):
    assert set(present["exhibits"]) == set(exhibits.catalogue())
    assert set(present["claims"]) == {c.id for c in claims.register()}
    found = {n.id for s in exhibits.SUBJECTS for n in exhibits.numbers_of(s).values()}
    assert set(present["numbers"]) == found
    for name, part in present["tables"].items():
        assert list(part["rows"]) == list(tables.load(name)["id"])
        assert set(map(len, part["rows"].values())) <= {len(part["fields"])}
    assert len(present["tables"]) == len(tables.package().tables)


def test_digests_are_those_of_the_files_that_readers_download(present):
    for exhibit_id in ("fig-methods-sources", "tab-methods-records"):
        files = made.of(exhibit_id).files
        for ending in {"csv", "svg"} & set(files):
            digest = hashlib.sha256(files[ending]).hexdigest()
            assert present["exhibits"][exhibit_id][ending] == digest


def test_what_was_written_is_read_back_and_stays_small(present, tmp_path):
    snapshot.write(tmp_path / "a.json.gz", present)
    assert snapshot.read(tmp_path / "a.json.gz") == present
    n_rows = sum(len(part["rows"]) for part in present["tables"].values())
    assert (tmp_path / "a.json.gz").stat().st_size < 50 * n_rows


def test_another_checkout_is_read_as_it_is_stored(tmp_path, present):
    for folder in ("data", "chapters/said"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "metadata.yml", tmp_path)
    path = tmp_path / "chapters/said/methods.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("sources listed", "sources read"))
    found = snapshot.take(tmp_path)
    assert found["numbers"]["methods.n_sources"]["meaning"] == "sources read"
    assert found["exhibits"] == present["exhibits"]
    assert found["tables"] == present["tables"]


def test_the_inputs_are_the_files_without_what_a_run_leaves_behind(tmp_path):
    for name in ("data/a.csv", "src/p/m.py", "src/p/__pycache__/m.pyc", "requirements.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    found = snapshot.inputs(tmp_path)
    assert list(found["data"]) == ["data/a.csv"]
    assert found["data"]["data/a.csv"] == hashlib.sha256(b"data/a.csv").hexdigest()
    assert list(found["code"]) == ["src/p/m.py"]
    assert list(found["lock"]) == ["requirements.txt"]


def test_the_outputs_of_a_notebook_are_no_input(tmp_path):
    path = tmp_path / "a.ipynb"
    cell = {"cell_type": "code", "source": ["1"], "metadata": {}, "outputs": []}

    def digest(**other):
        path.write_text(json.dumps({"cells": [cell | other]}))
        return snapshot._digest(path)

    assert digest() == digest(outputs=[{"text": "1"}], execution_count=3)
    assert digest() != digest(source=["2"])


WHOLE = gzip.compress(b'{"format": 1}' * 99)
BROKEN = {
    "no archive": b"{}",
    "cut off": WHOLE[:-12],
    "damaged": WHOLE[:12] + b"\xff" * 9 + WHOLE[21:],
    "no JSON": gzip.compress(b"x"),
    "a list": gzip.compress(b"[]"),
    "nested deeply": gzip.compress(b"[" * 100_000),
    "without its parts": gzip.compress(b'{"format": 1}'),
    "of another format": gzip.compress(b'{"format": 99}'),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_or_unknown_snapshot_is_one_line(tmp_path, monkeypatch, capsys, content):
    path = tmp_path / "releases/2026.12.0/snapshot.json.gz"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    monkeypatch.setattr(place, "root", lambda: tmp_path)
    assert main(["changes", "2026.12.0"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"error: {path}: is no stored snapshot: ")
    assert said.count("\n") == 1
