"""Exhibits on the page: figures and tables with their words, in chapters and analyses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docutils import nodes

from biometrics_china import exhibits, made, notebook
from biometrics_china.exhibit import Exhibit
from biometrics_china.figures import export
from biometrics_china.publishing import as_tables, drawings, figure_marks
from biometrics_china.publishing.cells import cell_html
from biometrics_china.publishing.findings import exhibit_link
from biometrics_china.publishing.markup import (
    Attribute,
    link,
    scrolling,
    table,
    tag,
    text,
)
from biometrics_china.publishing.passports import passport
from biometrics_china.publishing.sentences import template_html


class ExhibitRenderer:
    """MyST-NB plug-in for bundles of type `notebook.MIME`, which a page of the analysis shows."""

    mime_priority_overrides = (("html", notebook.MIME, 1),)

    @staticmethod
    def handle_mime(renderer: Any, data: Any, inline: bool) -> list[nodes.Node] | None:
        """Return the exhibit of a cell as HTML; None for anything else, as MyST-NB wants it."""
        if inline or data.mime_type != notebook.MIME:
            return None
        root = root_of(renderer.renderer.sphinx_env.docname)
        return [nodes.raw("", in_analysis(data.content["id"], root), format="html")]


def in_analysis(exhibit_id: str, root: str) -> str:
    """Return an exhibit as the page of its analysis ends in it, with a link to its place."""
    place = exhibit_link(exhibit_id, root)
    return _figure(exhibit_id, root, place, class_="exhibit", id=f"analysis-{exhibit_id}")


def root_of(docname: str) -> str:
    """Return the way from a page up to the top of the site, ``../`` for each level."""
    return "../" * docname.count("/")


def exhibit_html(exhibit_id: str, root: str) -> str:
    """Return an exhibit as its chapter shows it: whole, or a line for a drawing of all readings."""
    is_line = exhibits.get(exhibit_id)[2].is_of_readings
    return _line(exhibit_id, root) if is_line else _whole(exhibit_id, root)


def _line(exhibit_id: str, root: str) -> str:
    """Return the range over all readings and what decides it, with the way to their drawing."""
    subject, label, exhibit = exhibits.get(exhibit_id)
    number = tag("span", text(label), class_="exhibit-number")
    every = f"All {_readings(exhibit_id)} readings"
    place = root + exhibits.address(exhibit_id)
    way = link(place, every, class_="paged", aria_label=f"{label}: {every}")
    said = template_html(exhibit.line, subject, root)
    whole = f"{number} {said} {way}, at the end of the book."
    return tag("p", whole, class_="readings", id=exhibit_id)


def _readings(exhibit_id: str) -> int:
    """Return how many readings are drawn: rows of the frame, or their names where it has any."""
    heads, *rows = as_tables.frame(exhibit_id)
    return len({row[0] if heads[0] == "choice" else tuple(row) for row in rows})


def with_way_back(exhibit_id: str, root: str) -> str:
    """Return a drawing of all readings, whole, and the way back to its line in the chapter."""
    subject, label, _ = exhibits.get(exhibit_id)
    place, words = f"{root}chapters/{subject}.html#{exhibit_id}", "Back to the chapter"
    back = link(place, words, class_="paged", aria_label=f"{label}: {words.lower()}")
    return _whole(exhibit_id, root) + tag("p", back, class_="back")


def _whole(exhibit_id: str, root: str) -> str:
    """Return a figure under its message, then its passport.

    The passport is no part of the figure: there it would be read out with the caption.
    """
    subject, label, exhibit = exhibits.get(exhibit_id)
    number = tag("span", text(label), class_="exhibit-number")
    said = [template_html(exhibit.caption, subject, root)]
    note = [_note(label, template_html(exhibit.note, subject, root))] if exhibit.note else []
    classes = _classes(exhibit)
    figure = _figure(exhibit_id, root, number, said, note, class_=classes, id=exhibit_id)
    return figure + passport(exhibit_id, root)


def _note(label: str, said: str) -> str:
    summary = tag("summary", f"How to read {text(label)}, and what it leaves out")
    return tag("details", summary, tag("p", said), class_="exhibit-note")


def _figure(
    exhibit_id: str,
    root: str,
    number: str,
    said: Sequence[str] = (),
    note: Sequence[str] = (),
    **attributes: Attribute,
) -> str:
    """Return drawing or table in a figure: number and title above, what is said of it below."""
    _, label, exhibit = exhibits.get(exhibit_id)
    body = _plot(exhibit, label, root) if exhibit.draw else _table(exhibit, label, root)
    title = tag("strong", text(exhibit.title), class_="exhibit-title")
    name = tag("figcaption", number, " ", title, id=f"name-{exhibit_id}")
    below = [*said, as_tables.link_to(exhibit_id, root)] if exhibit.draw else said
    caption = [tag("p", " ".join(below), class_="exhibit-caption")] if below else []
    attributes |= {"aria_labelledby": f"name-{exhibit_id}"}
    return tag("figure", name, body, *caption, *note, **attributes)


def _classes(exhibit: Exhibit) -> str:
    """Return the classes of a figure; one that is higher than wide fills a printed page."""
    width, height = export.size(made.of(exhibit.id).files["svg"]) if exhibit.draw else (1, 0)
    chosen = {"exhibit": True, "exhibit-wide": exhibit.recipe.wide, "exhibit-tall": height > width}
    return " ".join(name for name, holds in chosen.items() if holds)


def _plot(exhibit: Exhibit, label: str, root: str) -> str:
    width, height = export.size(made.of(exhibit.id).files["svg"])
    narrow_width, narrow_height = export.size(made.of(exhibit.id).files["narrow.svg"])
    narrow = tag(
        "source",
        media=drawings.NARROW,
        srcset=f"{root}exhibits/{exhibit.id}.narrow.svg",
        width=narrow_width,
        height=narrow_height,
    )
    image = tag(
        "img",
        src=f"{root}exhibits/{exhibit.id}.svg",
        alt=exhibits.alt_text(exhibit.id),
        width=width,
        height=height,
        loading="lazy",
    )
    picture = tag("picture", narrow, image)
    drawn = tag("div", picture, figure_marks.overlay(exhibit.id, root), class_="drawn")
    return scrolling("div", drawn, label=label, class_="exhibit-plot")


def _table(exhibit: Exhibit, label: str, root: str) -> str:
    body = [[cell_html(cell, root) for cell in row] for row in made.of(exhibit.id).rows]
    heads = list(exhibit.columns.values())
    named = f"name-{exhibit.id}"
    grid = table(heads, body, label=label, labelled_by=named, stacked=True, in_groups=True)
    return grid + rest(len(body))


def rest(count: int) -> str:
    """Return what opens the rows after the first of a long table, and says how many they are.

    It stands behind the table; the stylesheet leaves those rows out on a screen while it is closed.
    """
    if count <= WHOLE:
        return ""
    closed = tag("span", f"Show all {count} rows: {count - SHOWN} more follow", class_="collapsed")
    opened = tag("span", f"Show the first {SHOWN} rows only", class_="expanded")
    return tag("details", tag("summary", closed, opened), class_="rest", data_search="off")


#: rows up to which a table stands whole, and rows of a longer one that are shown first (book.css)
WHOLE, SHOWN = 16, 8
