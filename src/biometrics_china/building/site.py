"""The site: built aside, and put in place of the last good one when it is whole.

Imports nothing that is slow until something is to be built.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from biometrics_china import digests
from biometrics_china.building import inputs, register_index, signals, store
from biometrics_china.building.inputs import Book, Failed, Say
from biometrics_china.building.signals import Ending

BUILT = "_build"
SITE = f"{BUILT}/html"
LAST = f"{BUILT}/.last"
FRESH = f"{BUILT}/.fresh"
SCRATCH = f"{BUILT}/.scratch"
STAMP = f"{BUILT}/.stamp.json"
KEPT = f"the last good site stays in {SITE}"


def build(root: Path, jobs: int, say: Say, *, cached: bool = True) -> bool:
    """Bring the site up to date and return True if anything had to be done.

    Raises Failed, and then leaves the last good site as it was. A second build of the same folder
    waits for the first.
    """
    with signals.terminable() as ending:
        try:
            with alone(root, say):
                return _build(root, jobs, say, ending, cached=cached)
        except BaseException as error:
            if not (ending.asked or isinstance(error, OSError | Failed)):
                raise
            raise Failed(_said("interrupted" if ending.asked else str(error), root)) from error


def _said(reasons: str, root: Path) -> str:
    *lines, why = reasons.split("\n")
    kept = KEPT if (root / SITE).is_dir() else "there is no earlier site"
    return "\n".join([*lines, f"book: not built: {why}; {kept}"])


def _build(root: Path, jobs: int, say: Say, ending: Ending, *, cached: bool) -> bool:
    _recover(root)
    book = inputs.book(root)
    if cached and _is_up_to_date(book):
        return False
    from biometrics_china.building import chapters, storing

    records = chapters.refresh(book, jobs, say, cached=cached)
    ending.heed()
    storing.hand_over(records)
    storing.check(book, records)
    say("book: writing the pages")
    from biometrics_china.building import pages  # chapters are forked before Sphinx is here

    try:
        pages.write(root, root / FRESH)
        ending.heed()
        _put_in_place(root)
    finally:
        shutil.rmtree(root / FRESH, ignore_errors=True)
    register_index.keep(book)
    store.write(root / STAMP, _stamp(book))
    return True


def renew(root: Path, jobs: int, say: Say) -> list[str]:
    """Store anew what is stored of the chapters, and return the names of changed files.

    Raises Failed, and then leaves all of them as they were.
    """
    from biometrics_china.building import chapters, storing

    with alone(root, say):
        book = inputs.book(root)
        records = chapters.refresh(book, jobs, say)
        storing.hand_over(records)
        return storing.store(book, records)


@contextmanager
def alone(root: Path, say: Say) -> Iterator[None]:
    """Hold the folder's lock, which ends with this process however it ends."""
    (root / BUILT).mkdir(exist_ok=True)
    with (root / BUILT / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("book: another build of this folder is at work; waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def scratch(root: Path, say: Say) -> Iterator[Path]:
    """Yield an empty folder below the book, while no build is at work; remove it afterwards.

    What a process leaves there that was killed, the next one or the next build removes.
    """
    with alone(root, say):
        _recover(root)
        (root / SCRATCH).mkdir()
        try:
            yield root / SCRATCH
        finally:
            shutil.rmtree(root / SCRATCH, ignore_errors=True)


def _stamp(book: Book) -> dict[str, str]:
    """Return what the site is made from, and what it consists of."""
    site = book.root / SITE
    pages = {p.relative_to(site).as_posix(): p for p in site.rglob("*") if p.is_file()}
    held = {name: digests.of_file(pages[name]) for name in sorted(pages)}
    made_from = [book.files, inputs.machinery()]
    return {"inputs": digests.of_facts(made_from), "site": digests.of_facts(held)}


def _is_up_to_date(book: Book) -> bool:
    try:
        return store.read(book.root / STAMP) == _stamp(book)
    except store.Damaged:
        return False


def _put_in_place(root: Path) -> None:
    """Exchange the last site for the fresh one; a signal waits until both have their place."""
    shutil.rmtree(root / LAST, ignore_errors=True)
    with signals.held():
        if (root / SITE).is_dir():
            os.rename(root / SITE, root / LAST)
        os.rename(root / FRESH / "html", root / SITE)
    shutil.rmtree(root / LAST, ignore_errors=True)


def _recover(root: Path) -> None:
    """Undo what a build left that was killed, if need be between the two steps of an exchange."""
    if (root / LAST).is_dir() and not (root / SITE).is_dir():
        os.rename(root / LAST, root / SITE)
    for left in (FRESH, SCRATCH):
        shutil.rmtree(root / left, ignore_errors=True)
