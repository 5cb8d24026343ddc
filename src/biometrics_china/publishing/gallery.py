"""The page of figures and tables: colours, how each looks, what makes it, sources, downloads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from biometrics_china import exhibits, made, titles
from biometrics_china.exhibit import Exhibit
from biometrics_china.figures import raster
from biometrics_china.figures.meanings import MEANINGS
from biometrics_china.publishing import drawings, renderer
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
    """Return all figures and tables by chapter, with what makes them, sources and downloads."""
    code = link(f"{root}{places.FOLDER}/index.html", "all modules, each function with its tests")
    sections = "".join(
        _chapter(s, [*exhibits.labelled(s)], _section, root) for s in exhibits.SUBJECTS
    )
    return tag("p", "The code: ", code, ".") + nearby(sections, root)


def readings_html(root: str) -> str:
    """Return the drawings of all readings by chapter, each whole and with the way back to its line."""
    return "".join(
        tag("div", _chapter(subject, found, renderer.with_way_back, root))
        for subject in exhibits.SUBJECTS
        if (found := [e.id for e in exhibits.of_subject(subject) if e.is_of_readings])
    )


def _chapter(
    subject: str, ids: Sequence[str], section: Callable[[str, str], str], root: str
) -> str:
    """Return some figures and tables of a chapter below its title, '' for none."""
    title = link(f"{root}chapters/{subject}.html", text(titles.of(subject)))
    head = tag("h2", title, id=f"of-{subject.replace('_', '-')}")
    return head + "".join(section(e, root) for e in ids) if ids else ""


def _section(exhibit_id: str, root: str) -> str:
    subject, label, exhibit = exhibits.get(exhibit_id)
    endings = [e for e in made.of(exhibit_id).files if e in ("csv", "svg", "png")]
    downloads = " · ".join(
        link(f"{root}exhibits/{exhibit_id}.{e}", e.upper(), download=True) for e in endings
    )
    drawn, computed = places.of_exhibit(exhibit_id, root)
    chapter = text(titles.of(subject))
    return tag(
        "section",
        tag("h3", f"{text(label)}. {text(exhibit.title)}", id=f"about-{exhibit_id}"),
        _thumbnail(exhibit, label, root) if exhibit.draw else "",
        definitions(
            [
                ("Stands in", f"{chapter}, {exhibit_link(exhibit_id, root)}"),
                ("Computed by", tag("span", computed, id=f"code-{exhibit_id}")),
                ("Drawn by", drawn),
                ("Download", downloads),
                ("Lasting id", tag("code", text(exhibit_id))),
            ]
        ),
        _exhibit_sources(exhibit, label, root),
        class_="listed",
    )


def _thumbnail(exhibit: Exhibit, label: str, root: str) -> str:
    """Return the small picture of a figure as a link to its place.

    What the figure shows is told there to those who do not see it; here the words below it are the
    name of the link. All drawings themselves would weigh four megabytes.
    """
    width, height = raster.small_size(made.of(exhibit.id).files["png"])
    # on a screen of fine points three dots stand where four are
    width, height = width * 3 // 4, height * 3 // 4
    address = f"{root}exhibits/{exhibit.id}.small.png"
    image = tag(
        "img",
        src=address,
        alt=f"In small: {exhibit.title}",
        width=width,
        height=height,
        loading="lazy",
    )
    words = tag("span", text(f"{label} in its place"))
    place = root + exhibits.address(exhibit.id)
    return tag("p", link(place, image + words), class_="thumbnail")


def _exhibit_sources(exhibit: Exhibit, label: str, root: str) -> str:
    """Return the sources of an exhibit; where they are those of whole tables, links to these."""
    ids = made.of(exhibit.id).sources
    if is_of_whole_tables(exhibit, ids):
        return tag(
            "p", those_of_tables(ids, made.of(exhibit.id).tables, root), id=f"sources-{exhibit.id}"
        )
    return listed_sources(exhibit.id, ids, root, label)
