"""Two sites are compared byte by byte, and a difference is named by file and place."""

from __future__ import annotations

import pytest

from biometrics_china.building import chapters, inputs, store, twice
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
    one, other = twice.OTHERS
    for name in ("TZ", "LC_ALL", "PYTHONHASHSEED"):
        assert one.variables[name] != other.variables[name]
    assert (one.umask, one.jobs, one.keeps) != (other.umask, other.jobs, other.keeps)
    assert "umask 077" in str(one)


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


@pytest.mark.parametrize(("leak", "lines"), [("the same", 0), ("the same {TZ}", 2)])
def test_what_leaks_from_the_conditions_into_the_site_is_found(small, tmp_path, leak, lines):
    (small / "leak.txt").write_text(leak, encoding="utf-8")
    said: list[str] = []
    found = twice.differences(small, tmp_path / "scratch", said.append)
    assert len(found) == lines
    assert all(line.startswith("a.txt: line 1, byte 9: ") for line in found)
    assert len(said) == len(twice.OTHERS)
    kept = tmp_path / "scratch/third" / chapters.FOLDER
    assert sorted(path.name for path in kept.iterdir()) == ["a.json", "c.json"]


def test_a_copy_holds_what_a_build_reads(small, tmp_path):
    (small / "leak.txt").touch()
    twice.copy_book(small, tmp_path / "copy")
    assert inputs.digests(tmp_path / "copy") == inputs.digests(small)
    assert not (tmp_path / "copy/_build").exists()


def test_a_copy_that_cannot_be_built_is_an_error(small, tmp_path):
    with pytest.raises(Failed, match="the copy was not built: folder 'elsewhere"):
        twice.differences(small, tmp_path / "scratch", print)
