"""What chapter cells call: show an exhibit, list the numbers of a chapter.

The objects returned here carry everything that a changed number, table or figure must alter: the
SVG itself, the printed table, the caption, the alternative text and digests of figure and frame.
A notebook viewer shows the SVG or the table; the site shows the full exhibit, which
`publishing.renderer` makes from the bundle of type `MIME`.
"""

from __future__ import annotations

from dataclasses import dataclass

from biometrics_china import exhibits
from biometrics_china.figures import export
from biometrics_china.publishing import made
from biometrics_china.publishing.made import printed_table

MIME = "application/vnd.biometrics-china.exhibit+json"


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


def show(exhibit_id: str) -> Shown:
    """Return an exhibit for display as the last value of a chapter cell.

    Raises KeyError for an unknown id and whatever the analysis raises for bad data.
    """
    _, label, exhibit = exhibits.get(exhibit_id)
    facts: dict[str, object] = {
        "id": exhibit_id,
        "caption": exhibits.caption(exhibit_id),
        "csv_sha256": export.digest(made.csv_of(exhibit_id)),
    }
    if exhibit.draw is None:
        printed = printed_table(exhibit, made.frame_of(exhibit_id))
        text = f"{label}. {exhibit.title}\n\n{printed.to_string(index=False)}"
        return Shown({MIME: facts, "text/plain": text})
    drawing = made.svg_of(exhibit_id)
    facts["alt"] = exhibits.alt_text(exhibit_id)
    facts["svg_sha256"] = export.digest(drawing)
    text = f"{label}. {exhibit.title}. {facts['alt']}"
    return Shown({MIME: facts, "image/svg+xml": drawing.decode(), "text/plain": text})


@dataclass(frozen=True)
class NumberList:
    """The numbers of a subject as lines ``name = printed form``, for display and comparison."""

    lines: tuple[str, ...]

    def __repr__(self) -> str:
        """Return the lines, one number each."""
        return "\n".join(self.lines)


def show_numbers(subject: str) -> NumberList:
    """Return all computed numbers of a subject, so that a changed one shows in the notebook."""
    found = exhibits.numbers_of(subject)
    return NumberList(tuple(f"{name} = {number.text}" for name, number in found.items()))
