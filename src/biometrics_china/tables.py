"""The only door to the data: typed tables, the codebook, vocabularies and partial dates.

The whole package is validated once in a process, before the first table is handed out. What was
handed out is noted (`observing`), so that a build knows which tables a chapter stands on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pandas as pd

from biometrics_china import digests, observing, place, validation
from biometrics_china.codebook import Field, Package
from biometrics_china.partial_dates import decimal_year, earliest, latest, middle

__all__ = ["check", "decimal_year", "digest", "earliest", "instead", "latest", "load", "middle"]
__all__ += ["names", "package", "vocabulary"]

#: Table Schema type → pandas type; the nullable ones keep a missing value apart from 0 and False
DTYPES = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}
PARSERS: dict[str, Callable[[str], object]] = {
    "integer": int,
    "number": float,
    "boolean": "true".__eq__,
}


def load(name: str, *, root: Path | None = None) -> pd.DataFrame:
    """Return one table: columns and rows in the order of the file, corrections applied.

    Types follow the codebook: strings are `str`, whole numbers `Int64`, numbers `Float64`, booleans
    `boolean`, full dates `datetime64[us]`, lists tuples of strings (an empty cell is the empty
    tuple); partial dates stay strings (see `earliest` and `latest`). An empty cell is missing. The
    frame is a copy and may be changed.

    `root` names another data folder than `place.data()`. Raises `validation.InvalidData` if any
    table of the package breaks a rule, and KeyError for an unknown table.
    """
    _note("table", name, root)
    if root is None and name in _instead:
        return _instead[name].copy()
    return _typed(_folder(root or place.data()), name).copy()


#: frames that stand for the book's own tables for a while, by name
_instead: dict[str, pd.DataFrame] = {}


@contextmanager
def instead(frames: Mapping[str, pd.DataFrame]) -> Iterator[None]:
    """Let `load` hand out these frames inside, and keep no result that rests on what they replace."""
    with observing.forgotten({f"table {name}" for name in frames}):
        _instead.update(frames)
        try:
            yield
        finally:
            _instead.clear()


def is_replaced(name: str) -> bool:
    """Return whether another frame stands for a table at present."""
    return name in _instead


def package(*, root: Path | None = None) -> Package:
    """Return the codebook of the validated package. Raises `validation.InvalidData`."""
    _note("codebook", "", root)
    return check(root=root)


def names() -> tuple[str, ...]:
    """Return the names of all tables, for those who need nothing else of the codebook."""
    _note("names", "", None)
    return tuple(table.name for table in check().tables)


def vocabulary(name: str, *, root: Path | None = None) -> dict[str, str]:
    """Return value → label of one vocabulary, in the order of the codebook.

    Raises KeyError for an unknown vocabulary and `validation.InvalidData` for bad data.
    """
    _note("vocabulary", name, root)
    return check(root=root).labels(name)


def check(*, root: Path | None = None) -> Package:
    """Validate the package, once in a process. Raises `validation.InvalidData`."""
    return _checked(_folder(root or place.data())).package


def checked() -> validation.Checked:
    """Return the book's own package with its cells as text. Raises `validation.InvalidData`.

    What is read of it is for the caller to note.
    """
    return _checked(_folder(place.data()))


def cells(*names: str) -> dict[str, validation.Sheet]:
    """Return tables as text, validated and corrected. Raises KeyError for an unknown one."""
    for name in names:
        _note("table", name, None)
    held = checked()
    return {held.package.table(name).name: held.sheets[name] for name in names}


def digest(asked_for: str) -> str:
    """Return the SHA-256 of what `asked` names, as the data give it now.

    Of a table it covers the cells after corrections, what types them and where they point, so it stays
    the same when only a description in the codebook changes. Raises KeyError if there is no such
    thing.
    """
    return _digest(place.data(), asked_for)


@cache
def _digest(root: Path, asked_for: str) -> str:
    checked = _checked(root)
    kind, _, name = asked_for.partition(" ")
    held: object
    if kind == "table":
        fields = [
            (f.name, f.type, f.delimiter, f.refers_to, f.names, f.constraints.get("required"))
            for f in checked.package.table(name).fields
        ]
        held = fields, [list(row.items()) for row in checked.sheets[name].rows]
    elif kind == "vocabulary":
        held = list(checked.package.labels(name).items())
    else:
        whole = repr(checked.package)
        held = {"codebook": whole, "names": [t.name for t in checked.package.tables]}[kind]
    return digests.of_facts(held)


def _note(kind: str, name: str, root: Path | None) -> None:
    if root is None:
        observing.note(f"{kind} {name}".strip())


@cache
def _folder(named: Path) -> Path:
    return named.resolve()


@cache
def _checked(root: Path) -> validation.Checked:
    return validation.check(root)


@cache
def _typed(root: Path, name: str) -> pd.DataFrame:
    checked = _checked(root)
    table, rows = checked.package.table(name), checked.sheets[name].rows
    columns = {f.name: _column([row[f.name] for row in rows], f) for f in table.fields}
    return pd.DataFrame(columns, index=pd.RangeIndex(len(rows)))


def _column(cells: list[str], described: Field) -> pd.Series:
    """Return validated cells as a typed column; nothing here can fail or fall back."""
    if described.type == "list":
        return pd.Series([described.items(cell) for cell in cells], dtype="object")
    values = pd.Series([cell or None for cell in cells], dtype="str")
    if described.type == "date":
        return pd.to_datetime(values, format="%Y-%m-%d").astype("datetime64[us]")
    if described.type == "string":
        return values
    parsed = [PARSERS[described.type](cell) if cell else None for cell in cells]
    return pd.Series(parsed, dtype=DTYPES[described.type])
