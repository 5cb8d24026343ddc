"""The codebook as dataclasses: terms, fields, tables, and the package that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar

from biometrics_china.codebook.problem import choices

Thing = TypeVar("Thing")
#: field of the same row → values; a condition holds where the field has one of them
Where = Mapping[str, tuple[str, ...]]

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
    """One column: `form` is how a cell is written, `vocabulary` and `unit` are empty where none.

    `refers_to` is the table and field (``sources.id``) that the value points to, or each item of a
    list; `names` is ``tables`` where the items of a list are names of tables. `constraints` are
    those of Table Schema. A value is required where another field has one of the values that
    `required_where` gives for it, is not there in `empty_where`, and is at most that of each field of
    `at_most`. A day that is `planned`, always or there, may come after its source. Where `bare_words`,
    words such as None and NA are values; `lets` names other faults of text that are none here.
    """

    delimiter: ClassVar[str] = ";"

    name: str
    form: str
    description: str = ""
    vocabulary: str = ""
    unit: str = ""
    refers_to: str = ""
    names: str = ""
    at_most: tuple[str, ...] = ()
    bare_words: bool = False
    lets: tuple[str, ...] = ()
    planned: bool = False
    constraints: Mapping[str, Any] = field(default_factory=dict)
    required_where: Where = field(default_factory=dict)
    empty_where: Where = field(default_factory=dict)
    planned_where: Where = field(default_factory=dict)

    @property
    def type(self) -> str:
        """Return the type of Table Schema, which has none for a date known in part."""
        return "string" if self.form == "partial-date" else self.form

    @property
    def allowed(self) -> tuple[str, ...]:
        """Return the constraints in words, without the vocabulary."""
        each = "each item " if self.type == "list" else ""
        found = ["YYYY, YYYY-MM or YYYY-MM-DD"] if self.form == "partial-date" else []
        found += [f"items separated by {self.delimiter}"] if self.type == "list" else []
        found += [f"{each}a value of {self.refers_to}"] if self.refers_to else []
        found += [f"{each}a name of one of the {self.names}"] if self.names else []
        found += [WORDS[name].format(value) for name, value in self.constraints.items()]
        return tuple(found)

    def items(self, cell: str) -> tuple[str, ...]:
        """Return the items of a cell of a list field; an empty cell has none."""
        return tuple(cell.split(self.delimiter)) if cell else ()


@dataclass(frozen=True)
class Rule:
    """What holds of a field between the rows that agree in the fields `by`.

    `same`: its value is one. `series`: from one value of `along` to the next it changes at most
    `factor`-fold. `sum`: its values at the codes `of` in `along` add up to that at `total`. `steps`:
    its day is not before that of an earlier one of the codes `of` in `along`; a/b are one step.
    """

    kind: str
    field: str
    by: tuple[str, ...]
    along: str = ""
    factor: str = ""
    total: str = ""
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """One table; `path` is relative to the data folder."""

    name: str
    path: str
    title: str
    description: str
    fields: tuple[Field, ...]
    rules: tuple[Rule, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns in the order of the file."""
        return tuple(f.name for f in self.fields)


@dataclass(frozen=True)
class Package:
    """The whole codebook: tables and vocabularies in the order of its files, which `files` names."""

    name: str
    description: str
    tables: tuple[Table, ...]
    vocabularies: Mapping[str, tuple[Term, ...]]
    files: tuple[str, ...] = ()

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
