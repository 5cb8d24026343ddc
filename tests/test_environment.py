"""Making the environment: what of a person's settings reaches it, and what is said when it fails."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from importlib import util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_spec = util.spec_from_file_location("install", ROOT / "requirements/install.py")
install = util.module_from_spec(_spec)
_spec.loader.exec_module(install)


def make(*arguments: str, **variables: str) -> subprocess.CompletedProcess:
    """Run make in the book, with variables on top of this process's own."""
    handed_on = {k: v for k, v in os.environ.items() if k not in ("MAKEFLAGS", "MAKELEVEL")}
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=handed_on | variables, capture_output=True, text=True, check=False
    )


def test_no_setting_of_a_person_for_python_or_for_another_checkout_reaches_the_book():
    theirs = {
        "PYTHONPATH": "/x",
        "PYTHONSTARTUP": "/x",
        "PYTHONOPTIMIZE": "2",
        "PYTHONWARNINGS": "error",
    }
    theirs |= {"BIOMETRICS_CHINA_DATA": "/x", "SOURCE_DATE_EPOCH": "1", "PYTHONHASHSEED": "7"}
    done = make("--eval", "print-all: ; @env", "print-all", **theirs)
    seen = dict(line.partition("=")[::2] for line in done.stdout.splitlines())
    assert {name: seen.get(name) for name in theirs} == dict.fromkeys(theirs) | {
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONHASHSEED": "0",
    }


def fake_python(folder: Path, fails_at: str) -> str:
    """Write a program that passes for a Python, but for what holds a certain text."""
    path = folder / "python"
    told = 'if [ "$1" = --version ]; then echo "Python 3.9.2"; fi'
    path.write_text(f'#!/bin/sh\n{told}\ncase "$*" in *"{fails_at}"*) exit 1;; esac\n')
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("fails_at", "said"),
    [
        (None, "error: no no-such-python here; install Python 3.11 to 3.14 with its venv module"),
        (
            "version_info",
            "error: Python 3.9.2 is not one of 3.11 to 3.14; name one: make PYTHON=python3.11 ",
        ),
        ("ensurepip", " lacks venv; install it (Debian: apt-get install python3-venv)"),
    ],
)
def test_one_line_says_what_python_is_needed(tmp_path, fails_at, said):
    python = fake_python(tmp_path, fails_at) if fails_at else "no-such-python"
    place = tmp_path / "venv"
    done = make(f"VENV={place}", f"PYTHON={python}", f"{place}/.ready")
    first, last = done.stderr.splitlines()
    assert said in first
    assert last.startswith("make: ***")
    assert done.returncode
    assert not place.exists()


@pytest.mark.parametrize(
    ("system", "machine", "libc", "said"),
    [
        ("linux", "x86_64", "glibc 2.28", None),
        ("linux", "aarch64", "glibc 2.39", None),
        ("linux", "x86_64", "glibc 2.27", "glibc is 2.27; the packages need 2.28 or newer"),
        ("linux", "x86_64", None, "no packages for musl (as in Alpine)"),
        ("linux", "x86_64", ValueError, "no packages for musl (as in Alpine)"),
        ("linux", "riscv64", "glibc 2.39", "no packages for riscv64"),
        ("darwin", "arm64", ValueError, None),
        ("win32", "AMD64", ValueError, "on Windows use WSL"),
        ("freebsd14", "amd64", ValueError, "not on freebsd14"),
    ],
)
def test_one_line_says_that_a_machine_is_unfit(monkeypatch, system, machine, libc, said):
    def confstr(_name):
        if libc is ValueError:
            raise ValueError("unrecognized configuration name")
        return libc

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    monkeypatch.setattr(os, "confstr", confstr)
    found = install.unfit()
    assert said in found if said else found is None
    assert "\n" not in (found or "")


LISTED = r"""
:env:.user='1'
global.constraint='/x'
global.extra-index-url='https://a.example/simple\nhttps://b.example/simple'
global.index-url='https://old.example/simple'
install.index-url='https://pip.example/simple'
install.target='/x'
"""


@pytest.fixture
def person(monkeypatch, tmp_path):
    """A person with settings of pip and uv of all kinds."""
    theirs = {
        "PIP_USER": "1",
        "PIP_TARGET": "/x",
        "UV_SYSTEM_PYTHON": "1",
        "UV_EXCLUDE_NEWER": "2020",
    }
    theirs |= {"PYTHONPATH": "/x", "VIRTUAL_ENV": "/x", "UV_OFFLINE": "1"}
    for name in [name for name in os.environ if name.startswith(("PIP_", "UV_"))]:
        monkeypatch.delenv(name)
    for name, value in theirs.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "uv").mkdir()
    text = 'exclude-newer = "2020-01-01"\n[pip]\ntarget = "/x"\n'
    text += '[[index]]\nurl = "https://c.example/simple"\n'
    (tmp_path / "uv/uv.toml").write_text(text)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    said = subprocess.CompletedProcess([], 0, stdout=LISTED, stderr="")
    monkeypatch.setattr(install.subprocess, "run", lambda *_, **__: said)


@pytest.mark.usefixtures("person")
def test_of_a_persons_settings_only_those_of_where_to_fetch_hold():
    handed_on = install.fetching(["pip"])
    ours = {
        n: v for n, v in handed_on.items() if n.startswith(("PIP_", "UV_", "PYTHON", "VIRTUAL"))
    }
    assert ours == {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "https://pip.example/simple",
        "PIP_EXTRA_INDEX_URL": "https://a.example/simple https://b.example/simple",
        "PYTHONUTF8": "1",
        "UV_NO_CONFIG": "1",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_DEFAULT_INDEX": "https://pip.example/simple",
        "UV_INDEX": "https://c.example/simple",
        "UV_OFFLINE": "1",
    }


def test_without_a_connection_one_line_says_so(tmp_path):
    variables = os.environ | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path), "PIP_USER": "1"}
    command = [
        sys.executable,
        ROOT / "requirements/install.py",
        tmp_path / "venv",
        "requirements.txt",
    ]
    done = subprocess.run(
        command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(
        "error: environment: could not fetch uv; is there a connection? (ERROR: "
    )
    assert not (tmp_path / "venv").exists()


def test_a_clone_that_turns_line_ends_holds_the_same_bytes(tmp_path):
    command = [
        "git",
        "clone",
        "--quiet",
        "--config",
        "core.autocrlf=true",
        "--config",
        "core.eol=crlf",
    ]
    done = subprocess.run([*command, ROOT, tmp_path / "clone"], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("no git repository here to clone")
    listed = ["git", "ls-files", "--eol"]
    lines = subprocess.check_output(listed, cwd=tmp_path / "clone", text=True).splitlines()
    assert lines
    assert [line for line in lines if "crlf" in line or "mixed" in line] == []
    check = [sys.executable, "-m", "biometrics_china", "check", tmp_path / "clone/data"]
    assert not subprocess.run(check, capture_output=True, check=False).returncode
