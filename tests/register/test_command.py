"""The command line gives the answers of the page, and refuses bad files in one line."""

import csv
import io
from pathlib import Path

import pytest

from biometrics_china.__main__ import main
from biometrics_china.register.command import CAUTION, HEADS


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("name", ["Hikvision", "海康威視"])
def test_a_name_shows_every_record(name: str, capsys) -> None:
    assert main(["screen", name]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{name}: one body of the register bears this name")
    assert "Entity List" in out
    assert "record standard_drafters/" in out
    assert out.rstrip().endswith(CAUTION)


def test_words_of_a_name_need_no_quotes(capsys) -> None:
    assert main(["screen", "Dahua", "Bank"]) == 0
    out = capsys.readouterr().out
    assert "Dahua Bank: no single body is meant for certain" in out
    assert "Entity List" not in out


def test_a_name_that_is_not_there_is_not_cleared(capsys) -> None:
    assert main(["screen", "ETH Zurich"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "ETH Zurich: the register holds nothing under this name",
        "",
        CAUTION,
    ]


def test_a_file_of_names_is_answered_line_by_line(tmp_path: Path, capsys) -> None:
    path = tmp_path / "names.csv"
    path.write_text('partner,x\nHikvision,1\n"BGI",2\nETH Zurich,3\n', encoding="utf-8-sig")
    assert main(["screen", "--file", str(path), "--column", "partner"]) == 0
    rows = lines(capsys.readouterr().out)
    assert list(rows[0]) == HEADS
    first = rows[0]
    assert (first["line"], first["verdict"], first["entity_id"]) == ("2", "named", "hikvision")
    assert {r["entity_id"] for r in rows if r["name"] == "BGI" and r["agreement"] == "same"} > {
        "bgi-genomics"
    }
    assert rows[-1]["verdict"] == "none"
    assert rows[-1]["entity_id"] == ""


@pytest.mark.parametrize(
    ("content", "column", "expected"),
    [
        (b"name\nA\n\nB\n,\n", "name", "line 5, field name: is empty; a name is right"),
        (b"who\nA\n", "name", "line 1: no column 'name'; its columns are who"),
        (b"", "name", "line 1: no column 'name'; its columns are none"),
        (b"name\n\xff\n", "name", "byte 5 is not UTF-8; save the file as UTF-8"),
    ],
)
def test_a_bad_file_gets_one_line(tmp_path: Path, capsys, content, column, expected) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(content)
    assert main(["screen", "--file", str(path), "--column", column]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [captured.err.strip()]
    assert captured.err.startswith(str(path))
    assert expected in captured.err


def test_a_missing_file_gets_one_line(tmp_path: Path, capsys) -> None:
    assert main(["screen", "--file", str(tmp_path / "none.csv")]) == 1
    assert "No such file" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["x", "--file", "y.csv"]])
def test_a_name_or_a_file_is_needed(arguments: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["screen", *arguments])
    assert stopped.value.code == 2
    assert "give one name, or --file" in capsys.readouterr().err
