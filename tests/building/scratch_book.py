"""A copy of the whole book in a scratch folder, to change things in and build."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
#: reads changes (file, old text, new text), and prints for each what would run; a forked process
#: looks at each, so that what they import is imported once
_STALE = """
import json, os, sys
import pandas
from biometrics_china import place, tables
from biometrics_china.building import chapters, inputs, working
for name, old, new in json.load(sys.stdin):
    path = place.root() / name
    before = path.read_bytes()
    path.write_bytes(before.replace(old.encode(), new.encode(), 1))
    if child := os.fork():
        os.waitpid(child, 0)
        path.write_bytes(before)
        continue
    tables.check()
    found = chapters.fresh(inputs.book(place.root()), print)
    every = [job for page in chapters.computed_pages() for job in working.jobs(page)]
    print(json.dumps(sorted({*every} - {*found})), flush=True)
    os._exit(0)
"""


@dataclass(frozen=True)
class Copy:
    """The copy, with what its chapters made the last time."""

    root: Path

    @property
    def site(self) -> Path:
        return self.root / "_build/html"

    def start(self, *arguments: str, **more) -> subprocess.Popen[str]:
        environment = os.environ | {"PYTHONPATH": str(self.root / "src"), "PYTHONWARNINGS": ""}
        environment.pop("BIOMETRICS_CHINA_DATA", None)
        if "preexec_fn" in more:  # with a limit on files, or half a compiled module stays
            environment["PYTHONDONTWRITEBYTECODE"] = "1"
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **more,
        )

    def run(self, *arguments: str, status: int = 0, **more) -> list[str]:
        """Run a command of the book, check the exit status, and return the lines that were printed."""
        started = self.start("-m", "biometrics_china", *arguments, **more)
        said, _ = started.communicate(timeout=900)
        assert started.returncode == status, said
        return said.splitlines()

    def build(self, *options: str, **more) -> list[str]:
        return self.run("build", "--jobs", "2", *options, **more)

    def renew(self) -> None:
        """Store what notebooks and chapters say now."""
        self.run("notebooks", "--jobs", "2")

    def kept(self, name: str) -> list[Path]:
        """Return the kept records of a chapter, the latest first."""
        paths = (self.root / "_build/.chapters").glob(f"{name}-*.json")
        return sorted(paths, key=lambda path: -path.stat().st_mtime_ns)

    def stale(self, *changes: tuple[str, str, str]) -> list[set[str]]:
        """Return the chapters that each change of a file (name, old text, new text) makes stale."""
        return [{job for job in found if "." not in job} for found in self.stale_jobs(*changes)]

    def stale_jobs(self, *changes: tuple[str, str, str]) -> list[set[str]]:
        """Return the same, and with ``.without`` those whose findings run again without sources."""
        for name, old, _ in changes:
            held = old in (self.root / name).read_text(encoding="utf-8")
            assert held, f"{old!r} is no longer in {name}; change something else"
        said, _ = self.start("-c", _STALE, stdin=subprocess.PIPE).communicate(json.dumps(changes))
        found = [set(json.loads(line)) for line in said.splitlines()]
        assert len(found) == len(changes), said
        return found

    def bytes(self) -> dict[str, str]:
        """Return path → digest of every file of the site."""
        paths = sorted(path for path in self.site.rglob("*") if path.is_file())
        names = [path.relative_to(self.site).as_posix() for path in paths]
        digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
        return dict(zip(names, digests, strict=True))

    @contextmanager
    def changed(self, name: str, old: str, new: str) -> Iterator[None]:
        """Exchange the first place where a file has some text, for the length of a test."""
        path = self.root / name
        before = path.read_bytes()
        assert old.encode() in before, f"{old!r} is no longer in {name}; change something else"
        path.write_bytes(before.replace(old.encode(), new.encode(), 1))
        try:
            yield
        finally:
            path.write_bytes(before)


def in_place(path, how):
    """Put something that is no file of ours where one is kept."""
    if how == "folder":
        (path / "deep").mkdir(parents=True)
        (path / "deep/file").touch()
    elif how == "pipe":
        os.mkfifo(path)
    elif how == "file":
        path.touch()
    else:
        path.symlink_to({"dangling": "nowhere", "link": "."}[how])


def ran(lines: list[str]) -> set[str]:
    """Return the chapters that a build says it ran; of findings without sources it says it too."""
    (line,) = [line for line in lines if line.startswith("chapters: ") and "to run: " in line]
    names = line.partition("to run: ")[2]
    return {name for name in names.split(", ") if name != "none" and not name.endswith(".without")}


def copy_to(folder: Path) -> Copy:
    """Copy the book with what it made, so that a copy makes only what a test changes."""
    made = ["_build/.chapters", "_build/html", "_build/.stamp.json"]
    for name in ("data", "src", "chapters", "releases", "tests", *made):
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "*.egg-info", ".ipynb_checkpoints")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        elif (ROOT / name).is_file():
            shutil.copy(ROOT / name, folder / name)
    for path in ROOT.iterdir():
        if path.is_file() and path.name[0] != ".":
            shutil.copy(path, folder / path.name)
    return Copy(folder)
