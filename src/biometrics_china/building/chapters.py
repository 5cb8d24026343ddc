"""Which chapters are stale, and computing just those, side by side.

A chapter is fresh if everything it used the last time is as it was: its exhibits and checked words,
the cells of its notebook, the modules it imported, what it was handed of the data, other files it
read, the lock, Python and the packages. Its prose is not among them: pages take it from the chapter
as it is. Records are kept by content, a few for each chapter, so that going back costs nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from multiprocessing import connection, get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from biometrics_china import digests, manuscript, tables
from biometrics_china.building import inputs, signals, store, working
from biometrics_china.building.inputs import Book, Failed, Say
from biometrics_china.building.store import Record
from biometrics_china.validation import InvalidData

FOLDER = "_build/.chapters"
#: records that are kept of a chapter
_MOST_KEPT = 4
#: whether processes are forked from this one, which is quick; macOS forbids it
FORKS = os.environ.get("BIOMETRICS_CHINA_FORKS", str(int(sys.platform == "linux"))) == "1"
_LIBRARIES = (
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "nbformat",
    "scipy.stats",
    "statsmodels.stats.proportion",
    "IPython.core.formatters",
)


def refresh(book: Book, jobs: int, say: Say, *, cached: bool = True) -> dict[str, Record]:
    """Return name → record of every chapter; those that are stale are computed first.

    From then on this process uses what the chapters made.
    Records are kept one by one, so that what was computed is not lost if another chapter fails.
    Raises Failed for bad data, for a notebook that is none, for text that cannot be read and for
    whatever a chapter raises, and OSError if a record cannot be written.
    """
    try:
        inputs.must_be_whole(book)
        manuscript.check()
    except InvalidData as error:
        raise Failed(str(error)) from error
    try:
        tables.check()
    except InvalidData as error:
        raise Failed(f"{error}\nthe data break their rules") from error
    found = fresh(book, say) if cached else {}
    stale = [page for page in _jobs() if page not in found]
    named = ", ".join(sorted(stale)) or "none"
    say(f"chapters: {len(found)} as before, {len(stale)} to run: {named}")
    found |= _compute(book, stale, jobs)
    for page, record in found.items():
        working.hand_over(page, record)
    return {page: record for page, record in found.items() if not working.without_of(page)}


def _jobs() -> list[str]:
    """Return what is to be computed, the longest first."""
    return [name for page in computed_pages() for name in working.jobs(page)]


def computed_pages() -> list[str]:
    """Return the names of the pages that have something to compute, longest first."""
    found = [p for p in manuscript.pages() if manuscript.blocks(p) or manuscript.guards(p)]
    return sorted(found, key=lambda page: (-len(manuscript.source(page)), page))


def fresh(book: Book, say: Say) -> dict[str, Record]:
    """Return name → record of the chapters that need not be computed."""
    found: dict[str, Record] = {}
    for page in _jobs():
        always, is_damaged = _base(book, page), False
        for path in _kept(book, page):
            try:
                record = _read(book, page, path)
            except store.Damaged:
                is_damaged = True
                store.remove(path)
                continue
            if _is_fresh(record["needs"], always, book):
                found[page] = record
                break
        if is_damaged and page not in found:
            say(f"chapters: what was kept of {page} is damaged; it runs again")
    return found


def _base(book: Book, page: str) -> dict[str, str]:
    """Return what every chapter needs: its structure and cells, the lock, Python, the packages."""
    return {
        "structure": working.structure(page, book.root),
        "lock": book.files.get(inputs.LOCK, ""),
        "machinery": inputs.machinery(),
    }


def _is_fresh(needs: dict[str, str], always: dict[str, str], book: Book) -> bool:
    # what had no digest when it was used, such as a file elsewhere, cannot be known to be the same
    return all(
        digest and (always[name] if name in always else _now(book, name)) == digest
        for name, digest in needs.items()
    )


def _now(book: Book, need: str) -> str:
    """Return the digest of something that a chapter used, as it is now; empty if it is gone."""
    kind, _, name = need.partition(" ")
    if kind == "file":
        return book.files.get(name, "")
    try:
        return tables.digest(need)
    except KeyError:
        return ""


def _kept(book: Book, page: str) -> list[Path]:
    """Return the files of the kept records of a chapter, the latest first."""
    paths = (book.root / FOLDER).glob(f"{page}-*.json")
    return sorted(paths, key=lambda path: (-path.lstat().st_mtime_ns, path.name))


def _read(book: Book, page: str, path: Path) -> Record:
    """Return a kept record. Raises Damaged for anything but what was kept there."""
    record = store.read(path) or {}
    if path != _place(book, page, record):
        raise store.Damaged(path.name)
    return record


def _place(book: Book, page: str, record: Record) -> Path:
    """Return where a record is kept: its name says what it holds, whoever wrote it."""
    return book.root / FOLDER / f"{page}-{digests.of_facts(record)[:16]}.json"


def _compute(book: Book, stale: list[str], jobs: int) -> dict[str, Record]:
    if len(stale) > 1:
        for name in _LIBRARIES:  # here, so that not each process does
            import_module(name)
    store.folder(book.root / FOLDER)
    needs = {page: _base(book, page) for page in stale}
    made = {page: book.root / FOLDER / f".{page}.made" for page in stale}
    failures, found = [], {}
    for page in _run(book, made, jobs):
        try:
            found[page] = _keep(book, page, made[page], needs[page])
        except Failed as error:
            failures.append(str(error))
    if failures:
        raise Failed("\n".join(sorted(failures)))
    return found


def _run(book: Book, made: dict[str, Path], jobs: int) -> Iterator[str]:
    """Compute chapters in processes of their own, and yield the name of each one that has ended."""
    context: Any = get_context("fork" if FORKS else "spawn")
    waiting, running = list(made), dict[Any, tuple[str, BaseProcess]]()
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                page = waiting.pop(0)
                store.remove(made[page])
                process = context.Process(target=working.main, args=(page, book.root, made[page]))
                signals.start(process)
                running[process.sentinel] = page, process
            for sentinel in connection.wait(list(running)):
                page, process = running.pop(sentinel)
                process.join()
                yield page
    finally:
        for _, process in running.values():
            process.kill()


def _keep(book: Book, page: str, made: Path, needs: dict[str, str]) -> Record:
    """Keep what a process made of a chapter, and return it. Raises Failed if it made nothing."""
    try:
        record = store.read(made)
    except store.Damaged:
        record = None
    store.remove(made)
    if record is None:
        raise Failed(f"{page}: its process died; was there enough memory?")
    if "failed" in record:
        raise Failed(record["failed"])
    record["needs"] = needs | {need: _now(book, need) for need in record.pop("used")}
    for old in _kept(book, page)[_MOST_KEPT - 1 :]:
        store.remove(old)
    store.write(_place(book, page, record), record)
    return record
