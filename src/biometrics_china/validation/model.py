"""What the checks pass on: the cells of a file, and the checked package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from biometrics_china.codebook import Field, InvalidData, Package, Problem, Table
from biometrics_china.codebook.problem import quote, unknown

__all__ = ["Checked", "InvalidData", "Problem", "Row", "Sheet", "place", "quote", "unknown"]

Row = dict[str, str]


def was_read(row: Row) -> bool:
    """Return whether the source of a row was read; a table that does not say holds what was."""
    return row.get("verification", "seen") == "seen"


def place(row: Row) -> tuple[str, ...]:
    """Return table, row and field of the cell that a row of a register points to."""
    return row["table"], row["row_id"], row["field"]


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
    _numbers: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    def problem(self, number: int, name: str, text: str) -> Problem:
        """Return a problem of the cell in row `number` (from 0) and column `name`."""
        if correction := self.corrected.get((number, name)):
            text = f"{text} (as corrected by {correction})"
        row_id = self.rows[number].get("id", "").strip()
        return Problem(self.path, text, self.lines[number], row_id, name)

    def line(self, number: int) -> str:
        """Return where row `number` (from 0) stands, as other lines of the file name it."""
        return f"line {self.lines[number]}"

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
        if not self._numbers:  # of ids that stand twice, the first
            self._numbers.update(
                (r["id"], n) for n, r in [*enumerate(self.rows)][::-1] if "id" in r
            )
        number = self._numbers.get(row_id)
        if number is not None and self.rows[number]["id"] == row_id:
            return number
        # an id that a correction has changed, or none
        return next((n for n, row in enumerate(self.rows) if row.get("id") == row_id), None)


@dataclass(frozen=True, eq=False)  # one is looked up by what it is, not by what it holds
class Checked:
    """A package without a problem: its codebook and its cells, with the corrections applied.

    `day` is the day of the version, or empty where the package stands alone.
    """

    package: Package
    sheets: dict[str, Sheet]
    day: str = ""
