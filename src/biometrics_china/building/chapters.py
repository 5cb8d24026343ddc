"""Which chapters are stale, and running just those.

A chapter is fresh if everything it used the last time is as it was: its code cells, the modules it
imported, what it was handed of the data, other files it read, the lock, Python and the packages. The
words of a chapter are not among them: pages take words from the notebook as it is, and outputs and
numbers from here.
"""

from __future__ import annotations

import atexit
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Semaphore
from typing import Any

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from biometrics_china import digests, tables
from biometrics_china.building import inputs, kernels, store
from biometrics_china.building.inputs import Book, Failed, Say
from biometrics_china.publishing import notebooks
from biometrics_china.validation import InvalidData

TIMEOUT = 300
FOLDER = "_build/.chapters"

Record = dict[str, Any]
#: what every record holds
SHAPE = {"needs": dict, "outputs": list, "numbers": list, "exhibits": dict}


def paths(book: Book) -> list[Path]:
    """Return the notebooks, largest first, so that the longest runs begin early."""
    found = notebooks.chapter_paths(book.root)
    return sorted(found, key=lambda path: (-path.stat().st_size, path.name))


def stored(book: Book, path: Path) -> Path:
    """Return where the record of a chapter is kept."""
    return book.root / FOLDER / f"{path.stem}.json"


def now(book: Book, need: str) -> str:
    """Return the digest of something that a chapter used, as it is now; empty if it is gone."""
    kind, _, name = need.partition(" ")
    if kind == "file":
        return book.files.get(name, "")
    try:
        return tables.digest(need)
    except KeyError:
        return ""


def base(book: Book, path: Path) -> dict[str, str]:
    """Return what every chapter needs: its cells, the lock, Python and the packages."""
    cells = digests.of_facts(code_cells(path))
    lock = book.files.get(inputs.LOCK, "")
    return {"cells": cells, "lock": lock, "machinery": inputs.machinery()}


def code_cells(path: Path) -> list[str]:
    """Return the sources of the code cells of a notebook."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(c["source"]) for c in cells if c["cell_type"] == "code"]


def refresh(book: Book, jobs: int, say: Say, *, cached: bool = True) -> dict[str, Record]:
    """Return name → record of every chapter; those that are stale are run first.

    Records are kept one by one, so that what ran is not lost if another chapter fails. Raises
    Failed for bad data and for cells that raise, and OSError if a record cannot be written.
    """
    try:
        tables.check()
    except InvalidData as error:
        raise Failed(f"{error}\nthe data break their rules") from error
    found = fresh(book, say) if cached else {}
    stale = [path for path in paths(book) if path.stem not in found]
    names = ", ".join(sorted(path.stem for path in stale)) or "none"
    say(f"chapters: {len(found)} as before, {len(stale)} to run: {names}")
    return found | _run(book, stale, jobs)


def fresh(book: Book, say: Say) -> dict[str, Record]:
    """Return name → record of the chapters that need not run."""
    found: dict[str, Record] = {}
    for path in paths(book):
        try:
            record = store.read(stored(book, path), SHAPE)
        except store.Damaged:
            say(f"chapters: what was kept of {path.stem} is damaged; it runs again")
            continue
        if record and _is_fresh(record, book, path):
            found[path.stem] = record
    return found


def store_outputs(book: Book, jobs: int, say: Say) -> list[str]:
    """Store the outputs of all chapters in their notebooks; return the names of changed files.

    Raises as `refresh`, and then leaves all of them as they were.
    """
    records = refresh(book, jobs, say)
    found = notebooks.chapter_paths(book.root)
    return [p.name for p in found if notebooks.store(p, records[p.stem]["outputs"])]


def _is_fresh(record: Record, book: Book, path: Path) -> bool:
    always = base(book, path)
    needs = {name: digest for name, digest in record["needs"].items() if name not in always}
    if any(record["needs"].get(name) != digest for name, digest in always.items()):
        return False
    # what had no digest when it was used, such as a file elsewhere, cannot be known to be the same
    return all(digest and now(book, name) == digest for name, digest in needs.items())


def _run(book: Book, stale: list[Path], jobs: int) -> dict[str, Record]:
    if len(stale) > jobs:
        kernels.import_what_most_chapters_need()
    # twice as many threads as may compute: a kernel comes up, mostly waiting, while others compute
    pool, may_compute = ThreadPoolExecutor(2 * jobs), Semaphore(jobs)
    # the kernels end before the pool waits for its threads, so an interruption ends both
    with pool, kernels.waiting(len(stale), book.root) as managers:
        pairs = zip(stale, managers, strict=True)
        runs = [pool.submit(_run_one, book, *pair, may_compute) for pair in pairs]
        from biometrics_china.building import pages  # noqa: F401  # slow; meanwhile kernels work

        failures = [str(f) for run in runs if isinstance(f := run.exception(), Failed)]
    if failures:
        raise Failed("\n".join(failures))
    return {path.stem: run.result() for path, run in zip(stale, runs, strict=True)}


def _run_one(book: Book, path: Path, manager: Any, may_compute: Semaphore) -> Record:
    """Run one chapter in a waiting kernel, keep its record, and return it."""
    needs = base(book, path)  # before reading: a change in between makes the record stale
    made = stored(book, path).with_suffix(".made")
    last = f"keep({path.stem!r}, {str(book.root)!r}, {str(made)!r})"
    last = f"from biometrics_china.building.keeping import keep\n{last}"
    notebook = notebooks.read(path, last=last)
    client = NotebookClient(notebook, km=manager, timeout=TIMEOUT, shutdown_kernel="immediate")
    try:
        client.start_new_kernel()
        client.start_new_kernel_client()
        with may_compute:
            kernels.must_live(manager)
            client.execute(cleanup_kc=True)
    except CellExecutionError as error:
        said = " ".join(f"{error.ename}: {error.evalue}".split())
        raise Failed(f"{path.name}: {said}") from error
    except TimeoutError as error:
        raise Failed(f"{path.name}: a cell took more than {TIMEOUT} seconds") from error
    except RuntimeError as error:  # nbclient's way to say that the process is gone
        atexit.unregister(client._cleanup_kernel)
        raise Failed(f"{path.name}: its kernel died; was there enough memory?") from error
    notebook.cells.pop()
    record = store.read(made)
    assert record is not None, "the last cell writes it or raises"
    made.unlink()
    needs |= {need: now(book, need) for need in record.pop("used")}
    record |= {"needs": needs, "outputs": notebooks.outputs_of(notebook)}
    store.write(stored(book, path), record)
    return record
