"""``python -m biometrics_china check``: exit status and lines."""

from __future__ import annotations

import subprocess
import sys

import pytest
from editing import VALID, copied, edit_cell

from biometrics_china.__main__ import main


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "biometrics_china", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_problem():
    done = run("check", VALID)
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "valid: 6 tables, 21 rows, no problem\n",
        "",
    )


def test_one_line_a_problem():
    with copied() as root:
        edit_cell(root, "sources.csv", "unread", "is_relay", "perhaps")
        edit_cell(root, "sources.csv", "news-face", "date", "2025-02-29")
        done = run("check", root)
    assert done.returncode == 1
    assert done.stderr == ""
    assert done.stdout == (
        "data/sources.csv:5: id news-face: field date: '2025-02-29' is not a date of the calendar, "
        "YYYY, YYYY-MM or YYYY-MM-DD\n"
        "data/sources.csv:6: id unread: field is_relay: 'perhaps' is not true or false\n"
    )


def test_many_rows_have_a_comma(capsys):
    with copied() as root:
        rows = "".join(f"s{n},Title {n},,false,\n" for n in range(1000))
        with (root / "sources.csv").open("a", encoding="utf-8") as file:
            file.write(rows)
        assert main(["check", str(root)]) == 0
    assert capsys.readouterr().out == "data: 6 tables, 1,021 rows, no problem\n"


BROKEN = {
    "no folder": (None, "data: this folder does not exist\n"),
    "no codebook": (b"", "data/datapackage.json: this file does not exist\n"),
    "not JSON": (
        b'{\n  "name": "x",\n}',
        "data/datapackage.json:3: is not JSON: Expecting property name enclosed in double quotes\n",
    ),
    "nested": (b"[" * 100_000, "data/datapackage.json: is nested too deeply\n"),
    "not an object": (b"[]", "data/datapackage.json: is not a JSON object\n"),
    "not UTF-8": (
        b'{"name": "\xe9"}',
        "data/datapackage.json: 'utf-8' codec can't decode byte "
        "0xe9 in position 10: invalid continuation byte\n",
    ),
}


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_without_a_readable_codebook_there_is_one_line(case, tmp_path, capsys):
    raw, line = case
    root = tmp_path / "data"
    if raw is not None:
        root.mkdir()
    if raw:
        (root / "datapackage.json").write_bytes(raw)
    assert main(["check", str(root)]) == 1
    assert capsys.readouterr().out == line


def test_without_an_argument_the_data_of_the_book_are_checked(monkeypatch, capsys):
    monkeypatch.setenv("BIOMETRICS_CHINA_DATA", str(VALID))
    assert main(["check"]) == 0
    assert capsys.readouterr().out.startswith("valid: ")


def test_an_unknown_command_is_misuse(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["chekc"])
    assert stopped.value.code == 2
    assert "invalid choice" in capsys.readouterr().err
