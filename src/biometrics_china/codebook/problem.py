"""What is wrong with the data or the codebook, as one line: where, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


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


class InvalidData(ValueError):
    """The data break a rule; `problems` holds them all and the text has one line for each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(p) for p in self.problems))


def choices(value: str, allowed: Iterable[str]) -> str:
    """Say what would be right: ``one of a, b, c; did you mean a?``, in one line."""
    allowed = tuple(allowed)
    shown = ", ".join(allowed) if len(allowed) <= 24 else f"{len(allowed):,} known values"
    near = get_close_matches(value, allowed, n=1)
    return f"one of {shown}" + (f"; did you mean {near[0]}?" if near else "")


def quote(value: str, limit: int = 80) -> str:
    """Return a value in quotation marks, cut where it is long."""
    return repr(str(value) if len(value) <= limit else f"{value[:limit]}…")


def unknown(value: str, what: str, known: Iterable[str]) -> str:
    """Say that a value is not what it should be, which values are, and which one is near."""
    return f"{quote(value)} is {what}; {choices(value, known)}"
