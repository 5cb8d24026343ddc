"""What the checks pass on: the cells of a file, the problems found in them, the checked package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from biometrics_china.codebook import Field, Package, Table, choices

Row = dict[str, str]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where it stands, and what would be right; prints as one line."""

    path: str
    text: str
    line: int | None = None
    row_id: str = ""
    field: str = ""

    def __str__(self) -> str:
        """Return the line ``path:line: id x: field y: text``, without the parts that are empty."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        parts = [place, self.row_id and f"id {self.row_id}", self.field and f"field {self.field}"]
        return ": ".join([*filter(None, parts), self.text]).replace("\n", " ")


class InvalidData(Exception):
    """The data break a rule; `problems` holds them all and the text has one line for each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(p) for p in self.problems))


@dataclass(frozen=True)
class Sheet:
    """The cells of one file as text: `rows` by column, `lines` their line numbers in the file.

    `corrected` has the row number (from 0) and column of each corrected cell, with the correction.
    """

    table: Table
    path: str
    rows: list[Row] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    corrected: dict[tuple[int, str], str] = field(default_factory=dict)

    def problem(self, number: int, name: str, text: str) -> Problem:
        """Return a problem of the cell in row `number` (from 0) and column `name`."""
        if correction := self.corrected.get((number, name)):
            text = f"{text} (as corrected by {correction})"
        row_id = self.rows[number].get("id", "").strip()
        return Problem(self.path, text, self.lines[number], row_id, name)

    def cells(self) -> Iterator[tuple[int, Field, str]]:
        """Yield row number, field and text of every cell that is not empty."""
        for number, row in enumerate(self.rows):
            for described in self.table.fields:
                if row[described.name]:
                    yield number, described, row[described.name]

    def column(self, name: str) -> list[str]:
        """Return the cells of one column; all are empty if there is no such column."""
        return [row.get(name, "") for row in self.rows]

    def find(self, row_id: str) -> int | None:
        """Return the number of the row with this id, or None."""
        return next((n for n, row in enumerate(self.rows) if row.get("id") == row_id), None)


@dataclass(frozen=True, eq=False)  # one is looked up by what it is, not by what it holds
class Checked:
    """A package without a problem: its codebook and its cells, with the corrections applied.

    `day` is the day of the version, or empty where the package stands alone.
    """

    package: Package
    sheets: dict[str, Sheet]
    day: str = ""


def quote(value: str, limit: int = 80) -> str:
    """Return a value in quotation marks, cut where it is long."""
    return repr(value if len(value) <= limit else f"{value[:limit]}…")


def unknown(value: str, what: str, known: Iterable[str]) -> str:
    """Say that a value is not what it should be, which values are, and which one is near."""
    return f"{quote(value)} is {what}; {choices(value, known)}"
