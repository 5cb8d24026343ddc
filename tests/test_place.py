"""One home for "where is the book", and one for digests."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from biometrics_china import digests, place

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/biometrics_china"


def test_the_book_and_its_data_are_where_the_package_lies(monkeypatch, tmp_path):
    monkeypatch.delenv(place.VARIABLE, raising=False)
    assert (place.root(), place.data()) == (ROOT, ROOT / "data")
    monkeypatch.setenv(place.VARIABLE, str(tmp_path))
    assert (place.root(), place.data()) == (ROOT, tmp_path)
    monkeypatch.setenv(place.VARIABLE, "")
    assert place.data() == ROOT / "data"


def test_a_data_folder_that_is_not_there_is_named_with_who_named_it(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    for name in ("none", "file"):
        monkeypatch.setenv(place.VARIABLE, str(tmp_path / name))
        with pytest.raises(FileNotFoundError, match=f"^BIOMETRICS_CHINA_DATA=.*{name}: there is"):
            place.data()


def run(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"} | variables
    command = [sys.executable, "-m", "biometrics_china", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command", [["check"], ["metadata"], ["screen", "BGI"], ["build"], ["pdf"]]
)
def test_a_package_that_was_taken_out_of_its_book_says_so_in_one_line(tmp_path, command):
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(SOURCE, tmp_path / "lib/site/biometrics_china", ignore=ignored)
    done = run(tmp_path / "lib/site", *command)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{tmp_path / 'lib'}: is not the folder of the book")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [["check"], ["screen", "BGI"]])
def test_a_data_folder_that_is_not_there_ends_a_command_in_one_line(tmp_path, command):
    done = run(ROOT / "src", *command, BIOMETRICS_CHINA_DATA=str(tmp_path / "none"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("BIOMETRICS_CHINA_DATA=")
    assert done.stderr.count("\n") == 1


def test_digests_are_those_of_sha256sum(tmp_path):
    (tmp_path / "file").write_bytes(b"abc")
    known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert digests.of_bytes(b"abc") == digests.of_text("abc") == known
    assert digests.of_file(tmp_path / "file") == known


def test_digests_of_facts_see_values_and_order_of_lists_but_not_of_keys():
    facts = {"b": [1, "数"], "a": 0.5}
    assert digests.of_facts(facts) == digests.of_facts(dict(reversed(facts.items())))
    assert (
        digests.of_facts(facts) == hashlib.sha256('{"a": 0.5, "b": [1, "数"]}'.encode()).hexdigest()
    )
    others = [{"b": ["数", 1], "a": 0.5}, {"b": [1, "数"], "a": 1}, {"b": [1, "数"]}]
    assert len({digests.of_facts(f) for f in [facts, *others]}) == 4


@pytest.mark.parametrize(
    ("what", "home"),
    [
        (r"hashlib|sha256\(", {"digests.py"}),
        (r"__file__\)\.resolve\(\)\.parents\[|BIOMETRICS_CHINA_DATA\"\)", {"place.py"}),
    ],
)
def test_there_is_one_home(what, home):
    found = {p.relative_to(SOURCE).as_posix() for p in SOURCE.rglob("*.py")
             if re.search(what, p.read_text(encoding="utf-8"))}  # fmt: skip
    assert found == home
