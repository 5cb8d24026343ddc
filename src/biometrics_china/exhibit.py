"""What a figure or a table of the book is: a recipe from the code, and words from the chapter."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd
from matplotlib.figure import Figure

_ID = re.compile(r"(fig|tab)-[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Recipe:
    """How an exhibit is made: the tidy frame, and the drawing of it (None for a table).

    `wide` lets a figure scroll on a phone instead of shrinking.
    """

    frame: Callable[[], pd.DataFrame]
    draw: Callable[[pd.DataFrame], Figure] | None = None
    wide: bool = False


@dataclass(frozen=True)
class Exhibit:
    """One figure or table with its words.

    The title is the message. Caption, note and alternative text are templates over the numbers of the
    subject, so they hold no typed numbers; the note says how to read the exhibit and what it leaves
    out, and is folded on a screen. `interval` says which kind of uncertainty is shown, or that none
    is; `columns` gives the printed heads of a table. `line` is for a drawing of all readings alone: what
    its chapter says in its place, the range and what decides it.
    """

    id: str
    recipe: Recipe
    title: str
    caption: str
    interval: str
    note: str = ""
    alt: str = ""
    line: str = ""
    columns: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise ValueError if a part of the contract is missing."""
        drawn = self.recipe.draw is not None
        missing = [p for p in ("title", "caption", "interval") if not getattr(self, p)]
        missing += [part for part in (["alt"] if drawn else ["columns"]) if not getattr(self, part)]
        if self.is_of_readings != bool(self.line):
            missing.append("line, which a drawing of readings has and nothing else")
        if missing or not _ID.fullmatch(self.id):
            raise ValueError(f"exhibit {self.id!r} lacks {', '.join(missing) or 'a proper id'}")
        if self.id.startswith("fig-") != drawn:
            raise ValueError(f"exhibit {self.id!r}: fig- ids are drawn, tab- ids are not")

    @property
    def frame(self) -> Callable[[], pd.DataFrame]:
        """Return the function that makes the tidy frame that is shown and shipped as CSV."""
        return self.recipe.frame

    @property
    def draw(self) -> Callable[[pd.DataFrame], Figure] | None:
        """Return the function that draws the frame; None for a table."""
        return self.recipe.draw

    @property
    def is_of_readings(self) -> bool:
        """Return whether this is the drawing of a number under every reading that was tried."""
        return bool(self.draw) and self.id.endswith("-choices")

    @property
    def kind(self) -> str:
        """Return ``Figure`` or ``Table``."""
        return "Figure" if self.draw else "Table"
