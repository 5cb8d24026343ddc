"""Everything a build reads, by digest: what changed is seen without a clock."""

from __future__ import annotations

import hashlib
import json
import platform
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from biometrics_china import codebook

FOLDERS = ("data", "src", "chapters", "releases")
LOCK = "requirements.txt"
_MADE = ("__pycache__", ".ipynb_checkpoints")


#: prints one line of progress
Say = Callable[[str], None]


class Failed(Exception):
    """Something could not be built; one line for each reason."""


@dataclass(frozen=True)
class Book:
    """The book at the start of a build: its folder, and the digest of each file as it was then."""

    root: Path
    files: dict[str, str]


def book(folder: Path) -> Book:
    """Return the book in a folder as it is now."""
    return Book(folder, digests(folder))


def root() -> Path:
    """Return the folder of the book."""
    return codebook.data_root().resolve().parent


def digests(folder: Path) -> dict[str, str]:
    """Return path below `folder` → SHA-256 of the files that a build may read.

    These are all files below `FOLDERS` and, of the top folder, all that are not hidden.
    """
    found = [path for path in folder.iterdir() if path.is_file() and path.name[0] != "."]
    for name in FOLDERS:
        found += [path for path in (folder / name).rglob("*") if path.is_file() and not _made(path)]
    return {p.relative_to(folder).as_posix(): digest(p.read_bytes()) for p in sorted(found)}


def _made(path: Path) -> bool:
    return any(part in _MADE or part.endswith(".egg-info") for part in path.parts)


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of(facts: object) -> str:
    """Return the SHA-256 of lists, dictionaries, numbers and strings."""
    return digest(json.dumps(facts).encode())


@cache
def machinery() -> str:
    """Return a digest of Python's version and of the name and version of each installed package."""
    folder = Path(sysconfig.get_path("purelib"))
    installed = sorted(path.name for path in folder.glob("*.dist-info"))
    return digest_of([platform.python_implementation(), platform.python_version(), installed])
