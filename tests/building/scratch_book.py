"""A copy of the whole book in a scratch folder, to change things in and build."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_STALE = """
from biometrics_china import place
from biometrics_china.building import chapters, inputs
book = inputs.book(place.root())
kept = chapters.fresh(book, print)
print(*sorted(page for page in chapters.computed_pages(book) if page not in kept))
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
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.root,
            env=environment | more.pop("env", {}),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **more,
        )

    def build(self, *options: str, status: int = 0, **more) -> list[str]:
        """Build, check the exit status, and return the lines that were printed."""
        started = self.start("-m", "biometrics_china", "build", "--jobs", "2", *options, **more)
        said, _ = started.communicate(timeout=300)
        assert started.returncode == status, said
        return said.splitlines()

    def renew(self) -> None:
        """Store what notebooks and chapters say now."""
        started = self.start("-m", "biometrics_china", "notebooks", "--jobs", "2")
        said, _ = started.communicate(timeout=300)
        assert started.returncode == 0, said

    def kept(self, name: str) -> list[Path]:
        """Return the kept records of a chapter, the latest first."""
        paths = (self.root / "_build/.chapters").glob(f"{name}-*.json")
        return sorted(paths, key=lambda path: -path.stat().st_mtime_ns)

    def stale(self) -> set[str]:
        """Return the chapters that would run now."""
        said, _ = self.start("-c", _STALE).communicate(timeout=100)
        return set(said.split())

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


def ran(lines: list[str]) -> set[str]:
    """Return the chapters that a build says it ran."""
    (line,) = [line for line in lines if line.startswith("chapters: ") and "to run: " in line]
    names = line.partition("to run: ")[2]
    return set() if names == "none" else set(names.split(", "))


def copy_to(folder: Path) -> Copy:
    """Copy the book with what its chapters made, so that a copy runs only what a test changes."""
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info", ".ipynb_checkpoints")
    for name in ("data", "src", "chapters", "releases", "_build/.chapters"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for path in ROOT.iterdir():
        if path.is_file() and path.name[0] != ".":
            shutil.copy(path, folder / path.name)
    return Copy(folder)
