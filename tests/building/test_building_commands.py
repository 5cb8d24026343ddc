"""What a user, a disk or the data did wrong is one line; an error in the code is a traceback."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from biometrics_china import place
from biometrics_china.__main__ import main
from biometrics_china.building import inputs, site

ROOT = Path(__file__).parents[2]


def one_line(capsys) -> str:
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1, said.err
    return said.err.rstrip("\n")


@pytest.fixture
def book(tmp_path, monkeypatch):
    """Return a folder that is taken for the book."""
    for name in ("data", "chapters", "src"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(place, "root", lambda: tmp_path)
    monkeypatch.delenv(place.VARIABLE, raising=False)
    return tmp_path


@pytest.mark.parametrize("jobs", ["0", "-3", "100000", "1025", "2.5", "two", "", "1e3"])
@pytest.mark.parametrize("command", ["build", "notebooks", "preview"])
def test_a_number_of_jobs_that_makes_no_sense_is_refused(command, jobs, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([command, "--jobs", jobs])
    assert stopped.value.code == 2
    assert f"argument --jobs: '{jobs}': a number from 1 to 1024 is right" in one_line(capsys)


@pytest.mark.parametrize("port", ["-1", "65536", "99999", "abc", "80.5"])
def test_a_port_that_is_none_is_refused(port, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["preview", "--port", port])
    assert stopped.value.code == 2
    assert f"argument --port: '{port}': a number from 0 to 65535 is right" in one_line(capsys)


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "/x/a"), "/x/a: Permission denied"),
        (OSError(errno.EROFS, "Read-only file system", "a\nb"), "a b: Read-only file system"),
        (OSError(errno.ENOSPC, "No space left on device"), "No space left on device"),
        (FileNotFoundError("there is no book here"), "there is no book here"),
        (
            UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
            "some text has not the encoding it should have: 'utf-8' codec can't decode byte 0xff in "
            "position 0: invalid start byte",
        ),
        (inputs.Failed("a reason"), "a reason"),
        (KeyboardInterrupt(), "interrupted"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("book")
def test_what_is_no_error_of_the_code_is_one_line(monkeypatch, capsys, raised, said):
    def stopped(*_):
        raise raised

    monkeypatch.setattr(site, "renew", stopped)
    assert main(["notebooks", "--jobs", "1"]) == 1
    assert one_line(capsys) == said


@pytest.mark.parametrize("raised", [KeyError("x"), ValueError("x"), AssertionError(), TypeError()])
@pytest.mark.usefixtures("book")
def test_an_error_of_the_code_is_not_swallowed(monkeypatch, raised):
    def stopped(*_):
        raise raised

    monkeypatch.setattr(site, "renew", stopped)
    with pytest.raises(type(raised)):
        main(["notebooks", "--jobs", "1"])


NOTEBOOK = b'{"cells": [%s], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty; a notebook is right"),
        (b" \n", "is empty; a notebook is right"),
        (b"{", "is no notebook, it is not JSON: "),
        (b"\xff\xfe", "is no notebook, it is not JSON: "),
        (b"[" * 100_000, "is no notebook, it is not JSON: "),
        (b"[]", "is no notebook, it has no cells"),
        (b'{"cells": []}', "is no notebook, it has no cells"),
        (b'{"cells": "x"}', "is no notebook, it has no cells"),
        (
            b'{"cells": [1]}',
            "is no notebook as Jupyter writes them: the whole: 'metadata' is a req",
        ),
        (NOTEBOOK % b"1", "is no notebook as Jupyter writes them: cells 0: 1 is not"),
        (
            NOTEBOOK % b'{"cell_type": "code"}',
            "as Jupyter writes them: cells 0: 'id' is a required",
        ),
    ],
)
@pytest.mark.parametrize("command", ["build", "notebooks", "preview"])
def test_what_is_no_notebook_is_named(book, capsys, command, content, said):
    (book / "chapters/a.ipynb").write_bytes(content)
    more = ["--port", "0"] if command == "preview" else []
    assert main([command, "--jobs", "1", *more]) == 1
    line = one_line_of_errors(capsys)
    assert "chapters/a.ipynb: " in line
    assert said in line
    if command == "build":
        assert line.endswith("; there is no earlier site")


def one_line_of_errors(capsys) -> str:
    (line,) = capsys.readouterr().err.splitlines()
    return line


@pytest.mark.parametrize("command", ["build", "notebooks", "preview", "twice"])
def test_data_of_another_book_are_not_built(book, monkeypatch, capsys, command):
    monkeypatch.setenv(place.VARIABLE, str(ROOT / "tests/data/fixtures/valid"))
    assert main([command]) == 1
    assert one_line(capsys).startswith("BIOMETRICS_CHINA_DATA names the data of another book")
    assert not (book / "_build").exists()


def test_what_lies_in_the_way_below_build_is_named(book, capsys):
    (book / "_build").touch()
    for command in ("build", "notebooks", "twice"):
        assert main([command]) == 1
        assert f"{book / '_build'}" in one_line(capsys)


@pytest.mark.parametrize(("closed", "lines"), [("/dev/full", 1), ("pipe", 0)])
def test_an_answer_that_cannot_be_printed_is_one_line_and_a_closed_pipe_none(closed, lines):
    reading, writing = os.pipe()
    os.close(reading)
    out = os.open(closed, os.O_WRONLY) if closed != "pipe" else writing
    command = [sys.executable, "-m", "biometrics_china", "screen", "BGI"]
    done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, lines)
    os.close(writing)


def test_scratch_is_left_by_nobody(book):
    (book / site.SCRATCH / "old").mkdir(parents=True)
    with site.scratch(book, print) as folder:
        assert list(folder.iterdir()) == []
        (folder / "new").mkdir()
    assert not (book / site.SCRATCH).exists()
    with pytest.raises(KeyError), site.scratch(book, print) as folder:
        raise KeyError
    assert not (book / site.SCRATCH).exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_cleans_up(book, monkeypatch, capsys, number):
    from biometrics_china.building import twice

    def differences(_root, folder, _say):
        (folder / "copy").mkdir()
        os.kill(os.getpid(), number)
        raise AssertionError("the signal ended this")

    def outer(_number, _frame):
        raise AssertionError("the command did not take the signal")

    monkeypatch.setattr(twice, "differences", differences)
    # a shell ignores SIGINT for what it runs in the background, and what is ignored stays so
    outside = signal.signal(number, outer)
    try:
        assert main(["twice"]) == 1
        assert one_line(capsys) == "interrupted"
        assert not (book / site.SCRATCH).exists()
        assert signal.getsignal(number) == outer
    finally:
        signal.signal(number, outside)


def test_make_builds_this_checkout_whatever_the_person_has_set(tmp_path):
    if not shutil.which("make"):
        pytest.skip("there is no make here")
    probe = "probe: ; @echo $$PYTHONPATH:$${BIOMETRICS_CHINA_DATA-}:$${SOURCE_DATE_EPOCH-}"
    set_ = {
        "PYTHONPATH": "/other/src",
        "BIOMETRICS_CHINA_DATA": "/other/data",
        "SOURCE_DATE_EPOCH": "1",
    }
    shutil.copy(ROOT / "Makefile", tmp_path)
    command = ["make", "--no-print-directory", "-C", str(tmp_path), "--eval", probe, "probe"]
    done = subprocess.run(
        command, env=os.environ | set_, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{tmp_path}/src::\n"
