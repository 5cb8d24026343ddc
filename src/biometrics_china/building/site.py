"""The site: built aside, and put in place of the last good one when it is whole.

Imports nothing that is slow until something is to be built.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from biometrics_china import digests
from biometrics_china.building import inputs, register_index, signals, store
from biometrics_china.building.inputs import Book, Failed, Say

BUILT = "_build"
SITE = f"{BUILT}/html"
LAST = f"{BUILT}/.last"
FRESH = f"{BUILT}/.fresh"
SCRATCH = f"{BUILT}/.scratch"
STAMP = f"{BUILT}/.stamp.json"
KEPT = f"the last good site stays in {SITE}"


def build(root: Path, jobs: int, say: Say, *, cached: bool = True) -> bool:
    """Bring the site up to date and return True if anything had to be done.

    Raises Failed or Interrupted, and then leaves the last good site as it was. A second build of the
    same folder waits for the first.
    """
    try:
        with alone(root, say):
            return _build(root, jobs, say, cached=cached)
    except BaseException as error:
        if signals.came():
            raise signals.Interrupted(_said("interrupted", root)) from error
        if isinstance(error, OSError | Failed):
            raise Failed(_said(str(error), root)) from error
        raise


def _said(reasons: str, root: Path) -> str:
    *lines, why = reasons.split("\n")
    kept = KEPT if (root / SITE).is_dir() else "there is no earlier site"
    return "\n".join([*lines, f"book: not built: {why}; {kept}"])


def _build(root: Path, jobs: int, say: Say, *, cached: bool) -> bool:
    book = inputs.book(root)
    if cached and _is_up_to_date(book):
        return False
    from biometrics_china.building import chapters, storing

    records = chapters.refresh(book, jobs, say, cached=cached)
    signals.heed()
    storing.check(book, records)
    say("book: writing the pages")
    from biometrics_china.building import pages  # chapters are forked before Sphinx is here

    with _emptied(root / FRESH) as fresh:
        pages.write(root, fresh)
        signals.heed()
        _put_in_place(root, fresh / "html")
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
        return storing.store(book, chapters.refresh(book, jobs, say))


@contextmanager
def alone(root: Path, say: Say) -> Iterator[None]:
    """Hold the folder's lock, which ends with this process however it ends; clear what was left."""
    (root / BUILT).mkdir(exist_ok=True)
    lock = os.open(root / BUILT / ".lock", os.O_RDWR | os.O_CREAT, 0o666)  # waits for no pipe
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("book: another build of this folder is at work; waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        _recover(root)
        yield
    finally:
        os.close(lock)


@contextmanager
def scratch(root: Path, say: Say) -> Iterator[Path]:
    """Yield an empty folder below the book, while no build is at work; remove it afterwards."""
    with alone(root, say), _emptied(root / SCRATCH) as folder:
        yield folder


@contextmanager
def _emptied(folder: Path) -> Iterator[Path]:
    """Yield an empty folder and remove it afterwards; if this is killed, `_recover` does."""
    folder.mkdir()
    try:
        yield folder
    finally:
        store.remove(folder)


def _stamp(book: Book) -> dict[str, str]:
    """Return what the site is made from, and what it consists of."""
    site = book.root / SITE
    held = {
        path.relative_to(site).as_posix(): digests.of_file(path) if path.is_file() else "no file"
        for path in site.rglob("*")
        if not path.is_dir()
    }
    made_from = [book.files, inputs.machinery()]
    return {"inputs": digests.of_facts(made_from), "site": digests.of_facts(held)}


def _is_up_to_date(book: Book) -> bool:
    try:
        return store.read(book.root / STAMP) == _stamp(book)
    except (store.Damaged, OSError):  # a page that cannot be read is written again
        return False


def _put_in_place(root: Path, site: Path) -> None:
    """Exchange the last site for a fresh one; a signal waits until both have their place."""
    with signals.held():
        if (root / SITE).is_dir():
            os.rename(root / SITE, root / LAST)
        store.remove(root / SITE)  # anything but a folder
        os.rename(site, root / SITE)
    store.remove(root / LAST)


def _recover(root: Path) -> None:
    """Undo what a build left that was killed, if need be between the two steps of an exchange."""
    if (root / LAST).is_dir() and not (root / SITE).is_dir():
        store.remove(root / SITE)
        os.rename(root / LAST, root / SITE)
    for left in (LAST, FRESH, SCRATCH):
        store.remove(root / left)
