"""The Sphinx extension of the book: computed numbers, findings, back matter, downloads.

Roles: ``{num}`subject.name``` puts a computed number into prose, linked to what it is made of;
``{exhibit}`fig-id``` names a figure or table by its number and links to it; ``{src}`table/row```
cites the source of a record; ``{holds}`predicate|words``` marks words that the build checks.
Directives: ``{show} fig-id`` and ``{findings}`` hold the words of exhibits and findings; ``{generated}
name`` puts in a generated part of the book (`codebook`, `sources`, ...).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst.states import Inliner
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from biometrics_china import exhibits, holds, provenance
from biometrics_china.publishing import (
    backmatter,
    citable,
    findings,
    gallery,
    made,
    metadata,
    register_data,
    register_pages,
    sentences,
    theme,
)
from biometrics_china.publishing.markup import text
from biometrics_china.publishing.renderer import exhibit_html, reference, root_of
from biometrics_china.versions import feed, lasting, manifest, page, releases

_PARTS: dict[str, Callable[[str], str]] = {
    "codebook": backmatter.codebook_html,
    "sources": backmatter.sources_html,
    "contradictions": backmatter.contradictions_html,
    "corrections": backmatter.corrections_html,
    "grades": backmatter.grades_html,
    "numbers": backmatter.numbers_html,
    "figures": gallery.figures_html,
    "bodies": register_pages.list_html,
    "cite": citable.book_html,
    "cite-formats": citable.formats_html,
    "cite-number": citable.number_html,
    "where-to-report": citable.report_html,
    "tombstones": lasting.tombstones_html,
    "changes": lambda root: page.html(releases.present_steps(), root),
}

RoleResult = tuple[list[nodes.Node], list[nodes.system_message]]


def number_role(
    name: str, rawtext: str, words: str, lineno: int, inliner: Inliner, *_: Any
) -> RoleResult:
    """Put a computed number into a sentence."""
    del name
    subject, _dot, number = words.partition(".")
    try:
        html = sentences.number_link(subject, number, _root(inliner))
    except (KeyError, ModuleNotFoundError):
        return _refuse(inliner, rawtext, f"there is no computed number {words!r}", lineno)
    return [nodes.raw(rawtext, html, format="html")], []


def exhibit_role(
    name: str, rawtext: str, words: str, lineno: int, inliner: Inliner, *_: Any
) -> RoleResult:
    """Name a figure or table by its number, with a link."""
    del name
    try:
        html = findings.exhibit_link(words, _root(inliner))
    except KeyError as error:
        return _refuse(inliner, rawtext, str(error), lineno)
    return [nodes.raw(rawtext, html, format="html")], []


def source_role(
    name: str, rawtext: str, words: str, lineno: int, inliner: Inliner, *_: Any
) -> RoleResult:
    """Cite the source of one row, named as ``table/row id``, or a source by its own id."""
    del name
    table, _slash, row_id = words.partition("/")
    try:
        source_id = provenance.source_of_row(table, row_id) if row_id else words
        html = reference(source_id, _root(inliner))
    except KeyError as error:
        return _refuse(inliner, rawtext, str(error), lineno)
    return [nodes.raw(rawtext, html, format="html")], []


def holds_role(
    name: str, rawtext: str, words: str, lineno: int, inliner: Inliner, *_: Any
) -> RoleResult:
    """Mark words that rest on a predicate; the build has checked it before."""
    del name
    predicate, bar, said = words.partition("|")
    page = inliner.document.settings.env.docname.rpartition("/")[2]
    if not bar or predicate not in holds.of_page(page):
        return _refuse(inliner, rawtext, f"no “predicate|words” in {words!r}", lineno)
    html = sentences.guarded(said, page, predicate, _root(inliner))
    return [nodes.raw(rawtext, html, format="html")], []


def _root(inliner: Inliner) -> str:
    return root_of(inliner.document.settings.env.docname)


def _refuse(inliner: Inliner, rawtext: str, why: str, lineno: int) -> RoleResult:
    message = inliner.reporter.error(why, line=lineno)
    return [inliner.problematic(rawtext, rawtext, message)], [message]


class Show(SphinxDirective):
    """Put an exhibit where the directive stands; its words are read by `manuscript`."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the exhibit as HTML. Raises a build error for an unknown id."""
        try:
            html = exhibit_html(self.arguments[0], root_of(self.env.docname))
        except KeyError as error:
            raise self.error(str(error.args[0])) from None
        return [nodes.raw("", html, format="html")]


class Findings(SphinxDirective):
    """Put the findings of a chapter where they are written; they are read by `manuscript`."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the findings as HTML."""
        subject = self.env.docname.rpartition("/")[2]
        return [nodes.raw("", _findings(subject, root_of(self.env.docname)), format="html")]


class Generated(SphinxDirective):
    """Put a generated part of the book where the directive stands."""

    required_arguments = 1
    optional_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {}

    def run(self) -> list[nodes.Node]:
        """Return the part as HTML. Raises a build error for an unknown name."""
        what, *rest = self.arguments
        root = root_of(self.env.docname)
        if what == "findings" and rest:
            html = _findings(rest[0], root)
        elif what == "holds":
            html = sentences.holds_html(self.env.docname.rpartition("/")[2], root)
        elif what == "screening":
            html = register_pages.search_html(root, lambda name: theme.asset(root, name))
        elif what in _PARTS:
            html = _PARTS[what](root)
        else:
            raise self.error(f"nothing generates {' '.join(self.arguments)!r}")
        return [nodes.raw("", html, format="html")]


def _findings(which: str, root: str) -> str:
    chosen = findings.select(which)
    if not chosen:
        raise ExtensionError(f"there is no finding for {which!r}")
    front, listed = which == "front", which == "all"
    return findings.findings_html(chosen, root, brief=front, anchored=not front, listed=listed)


def write_downloads(app: Sphinx, exception: Exception | None) -> None:
    """Write the files of every exhibit and the data package beside the pages."""
    if exception or app.builder.format != "html":
        return
    out = Path(app.outdir)
    for exhibit_id in exhibits.catalogue():
        for ending, data in made.of(exhibit_id).files.items():
            _write(out / "exhibits" / f"{exhibit_id}.{ending}", data)
    for path, data in backmatter.published_data().items():
        _write(out / "data" / path, data)
    for path, data in feed.published(app.config.html_baseurl or "").items():
        _write(out / path, data)
    for path, data in register_data.published().items():
        _write(out / "register" / path, data)
    script = register_data.data_script().encode()
    _write(out / "_static" / "register-data.js", script)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def body_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the static page of each body of the register for Sphinx to write."""
    if app.builder.name != "html":
        return
    for entry in register_data.entries():
        body = {"title": text(entry["name"]), "body": register_pages.body_html(entry, "../")}
        yield f"register/{entry['id']}", body, "register.html"


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
    app.add_role("num", number_role)
    app.add_role("exhibit", exhibit_role)
    app.add_role("src", source_role)
    app.add_role("holds", holds_role)
    app.add_directive("generated", Generated)
    app.add_directive("show", Show)
    app.add_directive("findings", Findings)
    app.connect("config-inited", set_version)
    app.connect("html-collect-pages", body_pages)
    app.connect("build-finished", write_downloads, priority=400)
    app.connect("build-finished", write_manifest, priority=990)
    theme.setup(app)
    citable.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
