"""The index of the register below ``_build``: believed only for the very inputs it was made from."""

from __future__ import annotations

from contextlib import suppress

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
    path, made_from = book.root / PATH, _made_from(book)
    with suppress(store.Damaged, AttributeError, LookupError, TypeError):
        if (stored := store.read(path)) and stored["made_from"] == made_from:
            return index.of_json(stored["index"])
    made = index.make()
    if _made_from(inputs.book(book.root)) == made_from:  # else it is of other data
        with suppress(OSError):
            store.write(path, {"made_from": made_from, "index": index.as_json(made)})
    return made


def _made_from(book: Book) -> str:
    """Return the digest of the data, of the code, and of what it runs on."""
    files = {n: d for n, d in book.files.items() if n.startswith(("data/", "src/"))}
    return digests.of_facts([files, inputs.machinery()])
