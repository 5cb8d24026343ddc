"""Files that are whole or not there."""

import pytest

from biometrics_china import whole


def broken():
    yield b"half"
    raise OSError("no space")


def test_a_file_is_put_in_place_of_the_one_before(tmp_path):
    path = tmp_path / "a.csv"
    whole.write(path, [b"old"])
    whole.write(path, iter([b"new ", b"text"]))
    assert path.read_bytes() == b"new text"
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


def test_what_was_there_stays_if_writing_fails_and_nothing_lies_beside_it(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    with pytest.raises(OSError, match="no space"):
        whole.write(path, broken())
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


def test_a_folder_in_the_way_stays_and_nothing_lies_beside_it(tmp_path):
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(OSError, match=r"a\.csv"):
        whole.write(tmp_path / "a.csv", [b"x"])
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]
