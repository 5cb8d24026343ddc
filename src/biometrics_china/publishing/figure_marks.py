"""The marks of a figure as links that lie over its drawing: each with its name and its way to a row.

The drawing itself stays a picture, which loads when it comes near and has a twin for dark pages; of it
only the outlines of the marks are in the page, so that the two cannot differ by more than rounding.
Paper and the PDF show the picture alone.
"""

from __future__ import annotations

from biometrics_china import exhibits, made
from biometrics_china.counts import many
from biometrics_china.figures import export
from biometrics_china.figures.marks import Mark
from biometrics_china.publishing import as_tables, rows
from biometrics_china.publishing.markup import link, tag, text

#: a longer name is cut: more is in the row that it leads to
_LONGEST = 160


def overlay(exhibit_id: str, root: str) -> str:
    """Return the marks of a figure as links, to be laid over its picture; nothing if it has none.

    Without a script each is a stop of the keyboard, so a link before them leads past them. With one
    they are one stop, and arrows go from mark to mark.
    """
    marks = made.of(exhibit_id).marks
    if not marks:
        return ""
    label = exhibits.get(exhibit_id)[1]
    box = export.view_box(made.of(exhibit_id).files["svg"])
    past = link(
        f"#name-{exhibit_id}", f"Past {_all(len(marks))} of {text(label)}", class_="past-marks"
    )
    scale = _scale(box, export.view_box(made.of(exhibit_id).files["narrow.svg"]))
    links = "".join(_link(exhibit_id, mark, root, scale) for mark in marks)
    named = f"{label}: {many(len(marks), 'mark with its record', 'marks with their records')}"
    svg = tag(
        "svg", links, viewBox=box, preserveAspectRatio="none", class_="marks", role="group",
        aria_label=named,
    )  # fmt: skip
    return past + svg


def _all(number: int) -> str:
    return "the only mark" if number == 1 else f"the {many(number, 'mark')}"


def _scale(box: str, narrow: str) -> str:
    """Return what brings the points of the narrow drawing into the box of the wide one.

    The box is stretched over the drawing that is shown, whichever it is. It is no style, which a strict
    server would not run.
    """
    pairs = zip(box.split()[2:], narrow.split()[2:], strict=True)
    return "scale({})".format(",".join(f"{float(a) / float(b):.5g}" for a, b in pairs))


def _link(exhibit_id: str, mark: Mark, root: str, scale: str) -> str:
    name = mark.words if len(mark.words) <= _LONGEST else f"{mark.words[: _LONGEST - 1].rstrip()}…"
    wide = tag("g", *mark.shapes, class_="w")
    small = tag("g", *mark.narrow, class_="n", transform=scale)
    return link(root + address(exhibit_id, mark), tag("title", text(name)) + wide + small)


def address(exhibit_id: str, mark: Mark) -> str:
    """Return where a mark leads, below the site: to a record, or to its row of the figure's table.

    Raises ValueError for a record that is not there.
    """
    name, _, row_id = mark.to.partition("/")
    if not mark.to and len(mark.rows) == 1:
        heads, *body = as_tables.frame(exhibit_id)
        row_id = body[mark.rows[0]][heads.index("id")] if "id" in heads else ""
        name = as_tables.place(exhibit_id, row_id) if row_id else ""
    if not name:
        return as_tables.address(exhibit_id, mark.rows[0])
    found = rows.address(name, row_id)
    if not found:
        raise ValueError(f"{exhibit_id}: {mark.words!r} leads to no record: {name}/{row_id}")
    return found
