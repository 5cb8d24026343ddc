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
    assert main(["screen", "ETH Zurich"]) == 3
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
        (b"who\nA\n", "name", "line 1: no column 'name'; its columns are 'who'"),
        (b"", "name", "line 1: no column 'name'; its columns are none"),
        (b"name\n\xff\n", "name", "byte 5 is not UTF-8; save the file as UTF-8"),
        (b"a\x1b[2J\nA\n", "name", "line 1: no column 'name'; its columns are 'a\\x1b[2J'"),
        (b"name;x\nA;1\n", "name", "line 1: no column 'name'; its columns are 'name;x'"),
        (
            b"name,name\nA,B\n",
            "name",
            "line 1: column 'name' stands twice; its columns are 'name',",
        ),
        # an unclosed quote would swallow the rest: the line is that on which it opens
        (b'name\nA\n"B\nC\nD\n', "name", "line 3: is not CSV: unexpected end of data; a quote"),
        (b'name\n"B\nC\n"D"\n', "name", "line 2: is not CSV: ',' expected after '\"'; a quote"),
        (b'x,name\n1,A\n"2,B\n3,C\n', "name", "line 3: is not CSV: unexpected end of data"),
        (b'name\nA\n"B\nC"\n', "name", "line 3, field name: holds the character '\\n'; a name on"),
        (b"name\nA\x00B\n", "name", "line 2, field name: holds the character '\\x00'; a name on"),
        (b"name\nA\x1b[31mB\n", "name", "line 2, field name: holds the character '\\x1b'"),
        (b"name\nA\nx,y\n  \n", "name", "line 4, field name: is empty; a name is right"),
        (b"name\n\xe3\x80\x80\n", "name", "line 2, field name: is empty; a name is right"),
        (b"name\n\xe2\x80\x8b\n", "name", "line 2, field name: holds no letter; a name is right"),
        (b"name\n-\n", "name", "line 2, field name: holds no letter; a name is right"),
        (b"x,name\n1,A\n2\n", "name", "line 3, field name: is empty; a name is right"),
        (b"name\n" + b"x" * 301, "name", "line 2, field name: has 301 characters; at most 300 are"),
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


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", "the name is empty; a name is right"),
        (" \u3000\t", "the name is empty; a name is right"),
        ("!?", "the name holds no letter; a name is right"),
        ("x" * 100_000, "the name has 100,000 characters; at most 300 are right"),
        ("海" * 301, "the name has 301 characters; at most 300 are right"),
        ("BGI\nverified: no record", "the name holds the character '\\n'; a name on one line of"),
        ("BGI\x1b[2J", "the name holds the character '\\x1b'; a name on one line of text is right"),
        (
            "BGI\u2028x",
            "the name holds the character '\\u2028'; a name on one line of text is right",
        ),
        ("\udcff", "the name holds the character '\\udcff'; a name on one line of text is right"),
    ],
)
def test_what_is_no_name_is_not_answered(name: str, expected: str, capsys) -> None:
    assert main(["screen", name]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(expected)
    assert captured.err.count("\n") == 1


def test_the_longest_name_is_answered() -> None:
    assert main(["screen", "x" * 300]) == 3


@pytest.mark.parametrize(("content", "status"), [("name\n", 3), ("name\nNone\nBGI\n", 0)])
def test_a_file_is_found_if_one_of_its_names_is(tmp_path: Path, capsys, content, status) -> None:
    (tmp_path / "names.csv").write_text(content, encoding="utf-8")
    assert main(["screen", "--file", str(tmp_path / "names.csv")]) == status
    assert capsys.readouterr().out.startswith("line,name,verdict,")


def test_the_help_says_what_the_exit_status_means(capsys) -> None:
    for arguments in (["--help"], ["screen", "--help"]):
        with pytest.raises(SystemExit):
            main(arguments)
        assert "exit status: 0 if" in capsys.readouterr().out


def test_a_missing_file_gets_one_line(tmp_path: Path, capsys) -> None:
    assert main(["screen", "--file", str(tmp_path / "none.csv")]) == 1
    assert "No such file" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["x", "--file", "y.csv"]])
def test_a_name_or_a_file_is_needed(arguments: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["screen", *arguments])
    assert stopped.value.code == 2
    assert "give one name, or --file" in capsys.readouterr().err
