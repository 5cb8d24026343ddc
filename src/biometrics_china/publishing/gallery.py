"""The page of figures and tables: what colours mean, what makes each exhibit, sources, downloads."""

from __future__ import annotations

from biometrics_china import exhibits, made, tables
from biometrics_china.exhibit import Exhibit
from biometrics_china.figures.meanings import MEANINGS
from biometrics_china.publishing import drawings
from biometrics_china.publishing.backmatter import listed_sources, nearby
from biometrics_china.publishing.code import places
from biometrics_china.publishing.findings import exhibit_link
from biometrics_china.publishing.markup import definitions, link, table, tag, text
from biometrics_china.publishing.passports import is_of_whole_tables, those_of_tables


def colours_html(root: str) -> str:
    """Return the table of what each colour of the figures means, with a patch of the colour."""
    del root
    rows = [
        [f"{drawings.patch(colour)} {text(name)}", text(place), text(other)]
        for colour, (name, place, other) in MEANINGS.items()
    ]
    return table(["Colour", "Of places", "Of anything else"], rows, label="What each colour means")


def figures_html(root: str) -> str:
    """Return the list of figures and tables with what makes them, sources and downloads."""
    code = link(f"{root}{places.FOLDER}/index.html", "all modules, each function with its tests")
    sections = "".join(_exhibit_section(e, root) for e in exhibits.catalogue())
    return tag("p", "The code: ", code, ".") + nearby(sections, root)


def _exhibit_section(exhibit_id: str, root: str) -> str:
    subject, label, exhibit = exhibits.get(exhibit_id)
    chapter = tables.vocabulary("subject")[subject]
    endings = [e for e in made.of(exhibit_id).files if e in ("csv", "svg", "png")]
    downloads = " · ".join(
        link(f"{root}exhibits/{exhibit_id}.{e}", e.upper(), download=True) for e in endings
    )
    drawn, computed = places.of_exhibit(exhibit_id, root)
    return tag(
        "section",
        tag("h2", f"{text(label)}. {text(exhibit.title)}", id=f"about-{exhibit_id}"),
        definitions(
            [
                ("Stands in", f"{text(chapter)}, {exhibit_link(exhibit_id, root)}"),
                ("Computed by", tag("span", computed, id=f"code-{exhibit_id}")),
                ("Drawn by", drawn),
                ("Download", downloads),
                ("Lasting id", tag("code", text(exhibit_id))),
            ]
        ),
        _exhibit_sources(exhibit, label, root),
    )


def _exhibit_sources(exhibit: Exhibit, label: str, root: str) -> str:
    """Return the sources of an exhibit; where they are those of whole tables, links to these."""
    ids = made.of(exhibit.id).sources
    if is_of_whole_tables(exhibit, ids):
        return tag(
            "p", those_of_tables(ids, made.of(exhibit.id).tables, root), id=f"sources-{exhibit.id}"
        )
    return listed_sources(exhibit.id, ids, root, label)
