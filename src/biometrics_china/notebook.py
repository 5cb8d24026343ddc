"""What the notebooks of the analysis call: show an exhibit from its frame, list the numbers.

Importing this module sets how frames are printed, the same on every machine. A notebook stores
frames as text and the digests of drawings; a living notebook shows the drawing too, and so does the
site, which takes it from the same exhibit (`MIME`).
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from biometrics_china import exhibits, made
from biometrics_china.counts import many
from biometrics_china.figures import export

MIME = "application/vnd.biometrics-china.exhibit+json"

_PRINTING = {
    "display.width": 100,
    "display.max_columns": 9,
    "display.max_colwidth": 36,
    "display.max_rows": 14,
    "display.min_rows": 8,
    "display.precision": 4,
    "display.show_dimensions": True,
    "display.notebook_repr_html": False,
    "display.unicode.east_asian_width": True,
}
for _option, _value in _PRINTING.items():
    pd.set_option(_option, _value)


@dataclass(frozen=True)
class Shown:
    """A bundle of representations, as Jupyter's display protocol wants it."""

    bundle: dict[str, object]

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, object]:
        """Return the representations by type; the viewer's wishes are not needed."""
        del include, exclude
        return self.bundle


def show(exhibit_id: str, frame: pd.DataFrame) -> Shown:
    """Return an exhibit, made of the frame at hand, as the last value of a cell.

    Raises ValueError if this frame is not the one that the chapter shows, and KeyError for an
    unknown id.
    """
    _, label, exhibit = exhibits.get(exhibit_id)
    one = made.of(exhibit_id)
    if export.csv(frame) != one.files["csv"]:
        raise ValueError(f"{exhibit_id}: the chapter shows another frame than this one")
    digests = one.digests()
    lines = [f"{label}. {exhibit.title}", f"{many(len(frame), 'row')}, SHA-256 {digests['csv']}"]
    bundle: dict[str, object] = {MIME: {"id": exhibit_id, **digests}}
    if exhibit.draw:
        lines.append(f"drawing, SHA-256 {digests['svg']}")
        bundle["image/png"] = one.files["png"]
    return Shown(bundle | {"text/plain": "\n".join(lines)})


@dataclass(frozen=True)
class NumberList:
    """The numbers of a subject as lines ``name = printed form``, for display and comparison."""

    lines: tuple[str, ...]

    def __repr__(self) -> str:
        """Return the lines, one number each."""
        return "\n".join(self.lines)


def numbers(subject: str) -> NumberList:
    """Return all computed numbers of a subject, so that a changed one shows in the notebook."""
    found = exhibits.numbers_of(subject)
    return NumberList(tuple(f"{name} = {number.text}" for name, number in found.items()))
