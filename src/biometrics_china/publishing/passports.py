"""The passport of a figure or table: downloads, code, data, sources, lasting id, citation."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from biometrics_china import exhibits, made, provenance, tables
from biometrics_china.counts import many
from biometrics_china.exhibit import Exhibit
from biometrics_china.publishing import citation, mentions, rows
from biometrics_china.publishing.code import places as code_places
from biometrics_china.publishing.markup import (
    definitions,
    link,
    tag,
    text,
)
from biometrics_china.publishing.sentences import REFERENCE


def passport(exhibit_id: str, root: str) -> str:
    """Return the passport of an exhibit: downloads, code, data, sources, lasting id, citation."""
    subject, label, exhibit = exhibits.get(exhibit_id)
    place = exhibits.address(exhibit_id)
    address = f"{root}exhibits/{exhibit_id}"
    endings = ["svg", "png", "csv"] if exhibit.draw else ["csv"]
    downloads = " · ".join(link(f"{address}.{e}", e.upper(), download=True) for e in endings)
    drawn, computed = code_places.of_exhibit(exhibit_id, root)
    cell = f"{root}chapters/analysis/{subject}.html#analysis-{exhibit_id}"
    pairs = [
        ("Download", downloads),
        ("Computed in", link(cell, "the analysis of this chapter")),
        ("Computed by", computed),
        ("Drawn by", drawn),
        ("Data tables", table_links(made.of(exhibit_id).tables, root)),
        ("Uncertainty shown", text(exhibit.interval)),
        ("Sources", _sources(exhibit, root)),
        ("Lasting id", tag("code", text(exhibit_id))),
        ("Cite as", text(citation.of_part(f"{label}, {exhibit.title} ({exhibit_id})", place))),
    ]
    summary = tag("summary", f"Passport of {text(label)}: download, code, sources, citation")
    # the list of figures says the same, and the search finds it there
    return tag("details", summary, definitions(pairs), class_="passport", data_search="off")


def table_links(names: Iterable[str], root: str) -> str:
    """Return the titles of tables, each a link to its rows."""
    return ", ".join(rows.table_link(name, root, title_of(name)) for name in names)


def title_of(table: str) -> str:
    """Return what readers call a table of the data."""
    return tables.package().table(table).title


#: more sources than these are not named one by one
MOST_SOURCES = 6


def _sources(exhibit: Exhibit, root: str) -> str:
    ids = made.of(exhibit.id).sources
    chosen = mentions.one_each(ids)
    if len(chosen) <= MOST_SOURCES:
        return "; ".join(mentions.source_link(s, root) for s in chosen)
    if is_of_whole_tables(exhibit, ids):
        return those_of_tables(ids, made.of(exhibit.id).tables, root)
    target = f"{root}{REFERENCE}/figures.html#sources-{exhibit.id}"
    return link(target, f"{many(len(chosen), 'work')}, listed with the figure's code")


def is_of_whole_tables(exhibit: Exhibit, ids: Collection[str]) -> bool:
    """Return whether an exhibit has many sources and they are just those of its tables."""
    whole = set(provenance.sources_of_tables(made.of(exhibit.id).tables))
    return len(ids) > MOST_SOURCES and set(ids) == whole


def those_of_tables(ids: Collection[str], names: Iterable[str], root: str) -> str:
    """Return the number of works among some sources, with links to the tables they stand behind."""
    named = (
        link(f"{root}{REFERENCE}/codebook.html#sources-{name}", f"“{text(title_of(name))}”")
        for name in names
        if provenance.sources_of_table(name)
    )
    return f"{many(len(mentions.one_each(ids)), 'work')}, those behind {', '.join(named)}"
