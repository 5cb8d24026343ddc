"""The index of the register below ``_build``: believed only for the very inputs it was made from."""

from __future__ import annotations

import contextlib

from biometrics_china import digests, place
from biometrics_china.building import inputs, store
from biometrics_china.building.inputs import Book
from biometrics_china.register import index
from biometrics_china.register.index import Index

PATH = "_build/.register.json"


def load() -> Index:
    """Return the index: the one that was kept, or one made from the tables.

    Raises `validation.InvalidData`.
    """
    root = place.root()
    if place.data() != root / "data":  # nothing is kept of the data of somebody else
        return index.make()
    return keep(inputs.book(root))


def keep(book: Book) -> Index:
    """Return the index of a book, and see to it that it is kept.

    Where nothing can be written it is made each time.
    """
    if kept := _kept(book):
        return kept
    made = index.make()
    if _made_from(inputs.book(book.root)) == _made_from(book):  # else it is of other data
        with contextlib.suppress(OSError):
            record = {"made_from": _made_from(book), "index": index.as_json(made)}
            store.write(book.root / PATH, record)
    return made


def _made_from(book: Book) -> str:
    """Return the digest of the data, of the code, and of what it runs on."""
    files = {n: d for n, d in book.files.items() if n.startswith(("data/", "src/"))}
    return digests.of_facts([files, inputs.machinery()])


def _kept(book: Book) -> Index | None:
    try:
        stored = store.read(book.root / PATH, {"made_from": str, "index": dict})
    except store.Damaged:
        return None
    is_of_these = stored is not None and stored["made_from"] == _made_from(book)
    return index.of_json(stored["index"]) if stored and is_of_these else None
