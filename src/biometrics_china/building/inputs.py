"""Everything a build reads, by digest: what changed is seen without a clock."""

from __future__ import annotations

import json
import platform
import sysconfig
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from packaging import requirements, utils

from biometrics_china import manuscript, place
from biometrics_china.codebook import words
from biometrics_china.digests import of_facts, of_file
from biometrics_china.publishing.code.reading import TESTS

FOLDERS = ("data", "src", "chapters", "releases")
LOCK = "requirements.txt"
CONTENTS = "_toc.yml"
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


def must_be_whole(book: Book) -> None:
    """Raise Failed, with a line for each, for what is no notebook and for pages that are not there.

    A page stands in `_toc.yml` and has its file; a subject has its chapter and its notebook.
    """
    names = [n for n in book.files if n.startswith("chapters/") and n.endswith((".md", ".ipynb"))]
    faults = [
        f"{name}: {why}"
        for name in names
        if name.endswith(".ipynb") and (why := _no_notebook(book.root / name))
    ]
    if not faults:
        there = {name.rpartition(".")[0] for name in names}
        listed = _listed(words.load(book.root / CONTENTS, CONTENTS))
        needed = {f"chapters{at}/{s}" for s in manuscript.SUBJECTS for at in ("", "/analysis")}
        for missing, said in (
            ((needed | {*listed}) - there, "there is no such page; the book needs its file"),
            ((needed | there) - {*listed}, f"is not in {CONTENTS}; a page stands there once"),
            ({n for n in listed if listed.count(n) > 1}, f"stands twice in {CONTENTS}"),
        ):
            faults += [f"{name}: {said}" for name in sorted(missing)]
    if faults:
        raise Failed("\n".join(faults))


def _listed(contents: object) -> list[str]:
    """Return the pages that a contents list names, at whatever depth."""
    if isinstance(contents, list):
        return [name for item in contents for name in _listed(item)]
    if not isinstance(contents, dict):
        return []
    own = [str(contents[key]) for key in ("root", "file") if key in contents]
    return own + [name for value in contents.values() for name in _listed(value)]


def _no_notebook(path: Path) -> str:
    """Return why a file is no notebook; empty if it is one."""
    from nbformat import validator  # slow to import, so only where something is built

    content = path.read_bytes()
    if not content.strip():
        return "is empty; a notebook is right"
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        return f"is no notebook, it is not JSON: {error}"
    cells = found.get("cells") if isinstance(found, dict) else None
    if not cells or not isinstance(cells, list):
        return "is no notebook, it has no cells"
    # the form in which notebooks are stored, whatever form this one says it has
    faults: Iterator[Any] = validator.iter_validate(found, version=4, version_minor=5)  # type: ignore[no-untyped-call]
    for fault in faults:
        where = " ".join(map(str, fault.relative_path)) or "the whole"
        return f"is no notebook as Jupyter writes them: {where}: {fault.message[:200]}"
    return ""


def digests(folder: Path) -> dict[str, str]:
    """Return path below `folder` → SHA-256 of the files that a build may read."""
    return {p.relative_to(folder).as_posix(): of_file(p) for p in sorted(sources(folder))}


def sources(folder: Path) -> Iterator[Path]:
    """Yield the files below `FOLDERS`, the tests that pages show, and those of the top not hidden."""
    yield from (path for path in folder.iterdir() if path.is_file() and path.name[0] != ".")
    for name in FOLDERS:
        found = (folder / name).rglob("*")
        yield from (path for path in found if path.is_file() and not _made(path))
    for name in TESTS:
        yield from (folder / name).glob("test_*.py")


def _made(path: Path) -> bool:
    return any(part in _MADE or part.endswith(".egg-info") for part in path.parts)


@cache
def machinery() -> str:
    """Return a digest of Python's version and of each installed package that the book needs.

    What tests and releases bring along makes no chapter stale. Without a lock no package counts.
    """
    path = place.root() / LOCK
    lock = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = packages(Path(sysconfig.get_path("purelib")), lock)
    return of_facts([platform.python_implementation(), platform.python_version(), found])


def packages(folder: Path, lock: str) -> list[str]:
    """Return name and version of the packages in a folder that a lock names for this Python."""
    lines = (line.rstrip(" \\") for line in lock.splitlines() if line[:1].isalnum())
    named = [requirements.Requirement(line) for line in lines]
    needed = {
        utils.canonicalize_name(r.name) for r in named if r.marker is None or r.marker.evaluate()
    }
    installed = sorted(path.name for path in folder.glob("*.dist-info"))
    return [n for n in installed if utils.canonicalize_name(n.partition("-")[0]) in needed]
