"""``python -m biometrics_china check``: exit status and lines."""

from __future__ import annotations

import cProfile
import pstats
import subprocess
import sys

import pytest
from editing import copied, edit_cell

from biometrics_china import place, validation
from biometrics_china.__main__ import main


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "biometrics_china", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


NOTES = "".join(
    f"data/regulation/instruments.csv:{place}: a note, no problem: no dated event of it was read, so "
    "no count or drawing has it\n"
    for place in ("3: id cn-face-trial", "6: id cn-notice")
)


def test_no_problem():
    with copied() as root:
        done = run("check", root)
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        f"data: 6 tables, 21 rows, no problem\n{NOTES}",
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
    assert capsys.readouterr().out == f"data: 6 tables, 1,021 rows, no problem\n{NOTES}"


BROKEN = {
    "no folder": (None, "data: this folder does not exist\n"),
    "no codebook": (b"", "data/codebook.yml: this file does not exist\n"),
    "not YAML": (
        b"name: x\n  tables: y",
        "data/codebook.yml:2: cannot be read: mapping values are not allowed in this context\n",
    ),
    "not a mapping": (
        b"[]",
        "data/codebook.yml: cannot be read: it is not one mapping of keys to values\n",
    ),
    "nested deeply": (
        b"a: " + b"[" * 200_000,
        "data/codebook.yml:1: cannot be read: it is nested more than 20 deep\n",
    ),
    "not UTF-8": (
        b"name: \xe9",
        "data/codebook.yml: cannot be read: 'utf-8' codec can't decode byte "
        "0xe9 in position 6: unexpected end of data\n",
    ),
    "control character": (
        b"name: \x07",
        "data/codebook.yml: cannot be read: unacceptable character #x0007: control characters are "
        "not allowed\n",
    ),
}


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_without_a_readable_codebook_there_is_one_line(case, tmp_path, capsys):
    raw, line = case
    root = tmp_path / "data"
    if raw is not None:
        root.mkdir()
    if raw:
        (root / "codebook.yml").write_bytes(raw)
    assert main(["check", str(root)]) == 1
    assert capsys.readouterr().out == line


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"The title."', '"The name."'),
        ('"law"', '"laws"'),
        ("{", "["),
        ("{", "[" * 100_000),
        ("", ""),
    ],
)
def test_a_descriptor_that_is_not_what_the_codebook_gives_is_named(old, new, capsys):
    with copied() as root:
        path = root / "datapackage.json"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new) if old else "", encoding="utf-8")
        assert main(["check", str(root)]) == 1
        assert capsys.readouterr().out == (
            "data/datapackage.json: is not what the codebook gives; run make metadata\n"
        )


def test_a_check_imports_neither_pandas_nor_frictionless():
    code = (
        "import sys; from biometrics_china.__main__ import main; assert main(['check']) == 0; "
        "print(*{'pandas', 'numpy', 'jsonschema', 'frictionless'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "no problem\n" in done.stdout
    assert done.stdout.endswith("\n\n")


def test_a_check_costs_at_most_three_hundred_calls_a_row():
    profile = cProfile.Profile()
    checked = profile.runcall(validation.check, place.data())
    rows = sum(len(sheet.rows) for sheet in checked.sheets.values())
    assert pstats.Stats(profile).total_calls < 300 * rows  # a second takes some four million


def test_without_an_argument_the_data_of_the_book_are_checked(monkeypatch, capsys):
    with copied() as root:
        monkeypatch.setenv("BIOMETRICS_CHINA_DATA", str(root))
        assert main(["check"]) == 0
    assert capsys.readouterr().out.startswith("data: 6 tables")


def test_an_unknown_command_is_misuse(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["chekc"])
    assert stopped.value.code == 2
    assert "invalid choice" in capsys.readouterr().err
