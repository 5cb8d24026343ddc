"""The codebook as dataclasses: terms, fields, tables, and the package that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, TypeVar

Thing = TypeVar("Thing")

WORDS = {
    "required": "required",
    "unique": "unique",
    "pattern": "pattern {}",
    "minimum": "at least {}",
    "maximum": "at most {}",
}


@dataclass(frozen=True)
class Term:
    """One code of a vocabulary: the stored value, the label a reader sees, and its meaning."""

    value: str
    label: str
    description: str


@dataclass(frozen=True)
class Field:
    """One column: `type` is a Table Schema type, `vocabulary` and `unit` are empty where none.

    `refers_to` is the table and field (``sources.id``) that the value points to, or each item of a
    list; `names` is ``tables`` where the items of a list are names of tables. Both may be empty.
    """

    name: str
    type: str
    description: str
    vocabulary: str = ""
    unit: str = ""
    kind: str = ""
    delimiter: str = ";"
    refers_to: str = ""
    names: str = ""
    constraints: Mapping[str, Any] = field(default_factory=dict)

    @property
    def form(self) -> str:
        """Return how a cell is written: the kind where there is one, else the type."""
        return self.kind or self.type

    @property
    def allowed(self) -> tuple[str, ...]:
        """Return the constraints in words, without the vocabulary."""
        each = "each item " if self.type == "list" else ""
        found = ["YYYY, YYYY-MM or YYYY-MM-DD"] if self.kind == "partial-date" else []
        found += [f"items separated by {self.delimiter}"] if self.type == "list" else []
        found += [f"{each}a value of {self.refers_to}"] if self.refers_to else []
        found += [f"{each}a name of one of the {self.names}"] if self.names else []
        found += [
            WORDS.get(name, f"{name} {{}}").format(value)
            for name, value in self.constraints.items()
            if value is not False
        ]
        return tuple(found)

    def items(self, cell: str) -> tuple[str, ...]:
        """Return the items of a cell of a list field; an empty cell has none."""
        return tuple(cell.split(self.delimiter)) if cell else ()


@dataclass(frozen=True)
class Table:
    """One table; `path` is relative to the data folder, `rules` are as written in the codebook."""

    name: str
    path: str
    title: str
    description: str
    fields: tuple[Field, ...]
    rules: tuple[Mapping[str, Any], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns in the order of the file."""
        return tuple(f.name for f in self.fields)


@dataclass(frozen=True)
class Package:
    """The whole codebook: tables and vocabularies in the order of the file."""

    tables: tuple[Table, ...]
    vocabularies: Mapping[str, tuple[Term, ...]]

    def table(self, name: str) -> Table:
        """Return one table. Raises KeyError that says which names there are."""
        return _named(name, {t.name: t for t in self.tables})

    def labels(self, vocabulary: str) -> dict[str, str]:
        """Return value → label of one vocabulary. Raises KeyError for an unknown one."""
        return {term.value: term.label for term in _named(vocabulary, self.vocabularies)}


def _named(name: str, things: Mapping[str, Thing]) -> Thing:
    if name not in things:
        raise KeyError(f"{name!r} is not {choices(name, things)}")
    return things[name]


def choices(value: str, allowed: Iterable[str]) -> str:
    """Say what would be right: ``one of a, b, c; did you mean a?``, in one line."""
    allowed = tuple(allowed)
    shown = ", ".join(allowed) if len(allowed) <= 24 else f"{len(allowed):,} known values"
    near = get_close_matches(value, allowed, n=1)
    return f"one of {shown}" + (f"; did you mean {near[0]}?" if near else "")
