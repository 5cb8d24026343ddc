"""Two sites are compared byte by byte, and a difference is named by file and place."""

from __future__ import annotations

import ast
import os
import subprocess
import sys

import pytest

from biometrics_china.building import chapters, conditions, inputs, store, twice
from biometrics_china.building.inputs import Failed


@pytest.fixture
def two(tmp_path):
    for side in ("one", "other"):
        (tmp_path / side / "deep").mkdir(parents=True)
        (tmp_path / side / "a.html").write_text(
            "<p>\nfirst\nsecond 12 and more\n", encoding="utf-8"
        )
        (tmp_path / side / "deep/b.png").write_bytes(b"\x89PNG\x00\x01")
    return tmp_path / "one", tmp_path / "other"


def test_equal_folders_have_no_difference(two):
    assert twice.compare(*two) == []


def test_a_difference_is_named_by_file_line_and_byte(two):
    (two[1] / "a.html").write_text("<p>\nfirst\nsecond 13 and more\n", encoding="utf-8")
    said = r"'second 12 and more\n' | 'second 13 and more\n'"
    assert twice.compare(*two) == [f"a.html: line 3, byte 9: {said}"]


def test_a_difference_in_length_or_of_bytes_is_seen_too(two):
    (two[1] / "a.html").write_text("<p>\nfirst\nsecond 12 and more\n\n", encoding="utf-8")
    (two[1] / "deep/b.png").write_bytes(b"\x89PNG\x00\x02")
    found = twice.compare(*two)
    assert [line.partition(" ")[0] for line in found] == ["a.html:", "deep/b.png:"]


def test_line_ends_alone_are_a_difference(two):
    (two[1] / "a.html").write_bytes(b"<p>\r\nfirst\nsecond 12 and more\n")
    assert twice.compare(*two) == ["a.html: line 1, byte 4: '<p>\\n' | '<p>\\r\\n'"]


def test_a_file_that_only_one_has_is_named(two):
    (two[0] / "a.html").unlink()
    (two[1] / "deep/b.png").unlink()
    assert twice.compare(*two) == [
        "a.html: missing in the first build",
        "deep/b.png: missing in the other build",
    ]


def test_conditions_differ_in_everything_that_must_not_matter():
    for name in ("TZ", "LC_ALL", "PYTHONHASHSEED"):
        assert len({one.variables[name] for one in twice.OTHERS}) == len(twice.OTHERS)
    assert len({(one.umask, one.jobs) for one in twice.OTHERS}) == len(twice.OTHERS)
    assert [one.keeps for one in twice.OTHERS] == [False, True, False]
    assert [one.beside for one in twice.OTHERS] == [True, False, False]
    assert str(twice.OTHERS[0]).endswith("umask 077, jobs 3, nothing kept, last bits moved")


def test_an_older_processor_is_feigned_in_numpy_in_linear_algebra_and_in_the_c_library(monkeypatch):
    monkeypatch.setattr(conditions, "_instruction_sets", lambda: ["X86_V3", "X86_V4"])
    monkeypatch.setattr(conditions.platform, "machine", lambda: "x86_64")
    assert conditions.older_processor("Nehalem", "AVX2 FMA", 1) == {
        "NPY_DISABLE_CPU_FEATURES": "X86_V4",
        "OPENBLAS_CORETYPE": "Nehalem",
        "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA",
    }
    monkeypatch.setattr(conditions.platform, "machine", lambda: "arm64")
    assert conditions.older_processor("Nehalem", "FMA", 0) == {
        "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4"
    }
    monkeypatch.setattr(conditions, "_instruction_sets", list)
    assert conditions.older_processor("Nehalem", "FMA", 0) == {}


def test_numpy_obeys_on_this_machine():
    """The floor leaves numpy no loop but those that it cannot do without, and it does not complain."""
    code = "from biometrics_china.building import conditions; print(conditions._instruction_sets())"
    floor = twice.OTHERS[2].variables
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=os.environ | floor, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "[]\n"
    assert floor.get("NPY_DISABLE_CPU_FEATURES", "").split() == conditions._instruction_sets()


def test_a_site_that_was_not_built_cannot_be_compared(tmp_path):
    with pytest.raises(Failed, match="no site in _build/html"):
        twice.differences(tmp_path, tmp_path, print)


@pytest.fixture
def small(tmp_path):
    """Return a book of one file whose build writes what its conditions say."""
    root = tmp_path / "small"
    package = root / "src/biometrics_china"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(
        "import os, pathlib\n"
        "site = pathlib.Path('_build/html')\n"
        "site.mkdir(parents=True)\n"
        "(site / 'a.txt').write_text(pathlib.Path('leak.txt').read_text().format(**os.environ))\n",
        encoding="utf-8",
    )
    (root / "_build/html").mkdir(parents=True)
    (root / "_build/html/a.txt").write_text("the same", encoding="utf-8")
    for name in "abc":
        store.write(root / chapters.FOLDER / f"{name}.json", {})
    return root


@pytest.mark.parametrize(("leak", "lines"), [("the same", 0), ("the same {TZ}", 3)])
def test_what_leaks_from_the_conditions_into_the_site_is_found(small, tmp_path, leak, lines):
    (small / "leak.txt").write_text(leak, encoding="utf-8")
    said: list[str] = []
    found = twice.differences(small, tmp_path / "scratch", said.append)
    assert len(found) == lines
    folders = [one.folder for one in twice.OTHERS][:lines]
    assert [line.partition(": a.txt: line 1, byte 9: ")[0] for line in found] == folders
    assert len(said) == len(twice.OTHERS)
    kept = tmp_path / "scratch/third" / chapters.FOLDER
    assert sorted(path.name for path in kept.iterdir()) == ["a.json", "c.json"]


def test_settings_of_a_home_and_moved_bits_reach_a_build(small, tmp_path):
    (small / "leak.txt").write_text("the same {HOME}", encoding="utf-8")
    (small / "src/biometrics_china/building").mkdir()
    marks = "import builtins\ndef move(upwards): builtins.moved = upwards\n"
    (small / "src/biometrics_china/building/last_bits.py").write_text(marks, encoding="utf-8")
    (small / "src/biometrics_china/__main__.py").write_text(
        "import builtins, pathlib\n"
        "rc = pathlib.Path.home() / '.config/matplotlib/matplotlibrc'\n"
        "said = [(pathlib.Path.home() / '.docutils').read_text(), rc.read_text()]\n"
        "site = pathlib.Path('_build/html')\n"
        "site.mkdir(parents=True)\n"
        "(site / 'a.txt').write_text(repr([*said, getattr(builtins, 'moved', False)]))\n",
        encoding="utf-8",
    )
    found = twice.differences(small, tmp_path / "scratch", print)
    written = [(tmp_path / "scratch" / f.folder / "_build/html/a.txt") for f in twice.OTHERS]
    said = [ast.literal_eval(path.read_text("utf-8")) for path in written]
    assert [one[2] for one in said] == [True, False, False]
    assert all("smart_quotes: no" in one[0] and "date.epoch" in one[1] for one in said)
    assert len(found) == 3


def test_a_copy_holds_what_a_build_reads(small, tmp_path):
    (small / "leak.txt").touch()
    twice.copy_book(small, tmp_path / "copy")
    assert inputs.digests(tmp_path / "copy") == inputs.digests(small)
    assert not (tmp_path / "copy/_build").exists()


def test_a_copy_that_cannot_be_built_is_an_error(small, tmp_path):
    with pytest.raises(Failed, match="the copy was not built: folder 'elsewhere"):
        twice.differences(small, tmp_path / "scratch", print)
