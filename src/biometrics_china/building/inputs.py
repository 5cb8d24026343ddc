"""Everything a build reads, by digest: what changed is seen without a clock."""

from __future__ import annotations

import json
import platform
import sysconfig
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from biometrics_china.digests import of_facts, of_file

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


def must_hold_notebooks(book: Book) -> None:
    """Raise Failed, with one line for each, for notebooks among the chapters that are none."""
    names = [n for n in book.files if n.startswith("chapters/") and n.endswith(".ipynb")]
    if faults := [f"{n}: {why}" for n in names if (why := _no_notebook(book.root / n))]:
        raise Failed("\n".join(faults))


def _no_notebook(path: Path) -> str:
    """Return why a file is no notebook; empty if it is one."""
    content = path.read_bytes()
    if not content.strip():
        return "is empty; a notebook is right"
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        return f"is no notebook, it is not JSON: {error}"
    is_one = isinstance(found, dict) and isinstance(found.get("cells"), list) and found["cells"]
    return "" if is_one else "is no notebook, it has no cells"


def digests(folder: Path) -> dict[str, str]:
    """Return path below `folder` → SHA-256 of the files that a build may read."""
    return {p.relative_to(folder).as_posix(): of_file(p) for p in sorted(sources(folder))}


def sources(folder: Path) -> Iterator[Path]:
    """Yield all files below `FOLDERS` and, of the top folder, all that are not hidden."""
    yield from (path for path in folder.iterdir() if path.is_file() and path.name[0] != ".")
    for name in FOLDERS:
        found = (folder / name).rglob("*")
        yield from (path for path in found if path.is_file() and not _made(path))


def _made(path: Path) -> bool:
    return any(part in _MADE or part.endswith(".egg-info") for part in path.parts)


@cache
def machinery() -> str:
    """Return a digest of Python's version and of the name and version of each installed package."""
    folder = Path(sysconfig.get_path("purelib"))
    installed = sorted(path.name for path in folder.glob("*.dist-info"))
    return of_facts([platform.python_implementation(), platform.python_version(), installed])
