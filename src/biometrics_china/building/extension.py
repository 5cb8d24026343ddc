"""The Sphinx extension of the book: its roles, its theme, and what is written beside the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from biometrics_china import exhibits, metadata
from biometrics_china.building import roles
from biometrics_china.publishing import (
    as_tables,
    backmatter,
    cards,
    citable,
    number_pages,
    register_data,
    register_lists,
    register_pages,
    register_places,
    register_script,
    taken_away,
    theme,
    who,
)
from biometrics_china.publishing import rows as row_pages
from biometrics_china.publishing.code import pages as code_pages
from biometrics_china.publishing.glossary import entries
from biometrics_china.publishing.glossary import page as glossary
from biometrics_china.publishing.markup import text
from biometrics_china.publishing.names import pages as names
from biometrics_china.publishing.search import parts
from biometrics_china.publishing.translations import head as translated_head
from biometrics_china.publishing.translations.pages import is_translation
from biometrics_china.versions import feed, manifest, releases, row_history


def write_downloads(app: Sphinx, exception: Exception | None) -> None:
    """Write the files of every exhibit, the cards and the data package beside the pages."""
    if exception or app.builder.format != "html":
        return
    files = {
        f"exhibits/{exhibit_id}.{ending}": data
        for exhibit_id in exhibits.catalogue()
        for ending, data in taken_away.files(exhibit_id).items()
    }
    files |= cards.published()
    files |= {f"data/{path}": data for path, data in backmatter.published_data().items()}
    files |= feed.published(app.config.html_baseurl or "")
    files |= {f"register/{path}": data for path, data in register_data.published().items()}
    files |= register_script.published()
    _write(app, files)


def _write(app: Sphinx, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        path = Path(app.outdir, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def body_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the static pages of the register for Sphinx to write: of bodies, and of lists."""
    if app.builder.name != "html":
        return
    for entry in register_data.entries():
        if entry["id"] in register_places.own():
            body = {"title": text(entry["name"]), "body": register_pages.body_html(entry, "../")}
            yield f"register/{entry['id']}", body, "register.html"
    for address, title, html in register_lists.pages():
        yield address, {"title": text(title), "body": html}, "register.html"


def data_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the pages of the data, row by row, for Sphinx to write."""
    if app.builder.name != "html":
        return
    _write(app, dict(row_pages.scripts()))
    for address, title, html in row_pages.pages(row_history.of_rows(releases.present_steps())):
        yield address, {"title": text(title), "body": html}, "register.html"


def figure_tables(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the pages of figures as tables for Sphinx to write."""
    if app.builder.name != "html":
        return
    for address, title, html in as_tables.pages():
        yield address, {"title": text(title), "body": html}, "register.html"


def pages_of_code(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the pages of the code for Sphinx to write."""
    if app.builder.name != "html":
        return
    for address, title, html in code_pages.pages():
        yield address, {"title": text(title), "body": html}, "register.html"


def number_pages_of(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the pages of numbers, and put in names: once the pages that they read are written."""
    if app.builder.name != "html":
        return
    found = names.of_chapters(Path(app.outdir))
    names.put_in(Path(app.outdir), found)
    who.put_in(Path(app.outdir), found)
    # a translation uses a number in the sentences in which its original does
    written = [name for name in app.env.found_docs if not is_translation(name)]
    uses = number_pages.uses_in(Path(app.outdir), written)
    _write(app, dict(number_pages.scripts(uses)))
    for address, title, html in number_pages.pages(uses):
        yield address, {"title": text(title), "body": html}, "register.html"


def glossary_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Write the notes of the glossary, and on its page the chapters that explain each term.

    Done once the chapters are written; nothing is left for Sphinx to write.
    """
    out = Path(app.outdir)
    path = out / f"{entries.PAGE}.html"
    if app.builder.name == "html" and path.is_file():
        html = path.read_text(encoding="utf-8")
        filled = glossary.with_uses(html, glossary.uses_in(out), "../../")
        written = {f"{entries.PAGE}.html": filled.encode()}
        _write(app, written | {f"{entries.PAGE}.js": glossary.script()})
    yield from ()


def set_version(app: Sphinx, config: Config) -> None:
    """Take the version that pages print from the metadata, its only home."""
    del app
    config.version = config.release = metadata.load().printed_version


def write_manifest(app: Sphinx, exception: Exception | None) -> None:
    """Write the manifest of the site, after everything that it lists."""
    if not exception and app.builder.name == "html":
        manifest.write(Path(app.outdir))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register roles, directive, theme changes and downloads with Sphinx."""
    app.connect("config-inited", set_version)
    app.connect("html-collect-pages", body_pages)
    app.connect("html-collect-pages", data_pages)
    app.connect("html-collect-pages", pages_of_code)
    app.connect("html-collect-pages", figure_tables)
    app.connect("html-collect-pages", number_pages_of)
    app.connect("html-collect-pages", glossary_page)
    app.connect("build-finished", write_downloads, priority=400)
    app.connect("build-finished", write_manifest, priority=990)
    roles.setup(app)
    theme.setup(app)
    citable.setup(app)
    translated_head.setup(app)
    parts.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
