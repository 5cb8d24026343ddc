"""What chapters may write beside Markdown: roles and directives of the book.

Roles: ``{num}`subject.name``` puts a computed number into prose, linked to what it is made of;
``{exhibit}`fig-id``` names a figure or table by its number and links to it; ``{src}`table/row```
cites the source of a record; ``{holds}`predicate|words``` marks words that the build checks.
Directives: ``{show} fig-id`` and ``{findings}`` hold the words of exhibits and findings; ``{generated}
name`` puts in a generated part of the book (`codebook`, `sources`, ...).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst.states import Inliner
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from biometrics_china import holds, provenance
from biometrics_china.publishing import (
    backmatter,
    citable,
    findings,
    gallery,
    register_pages,
    sentences,
    theme,
)
from biometrics_china.publishing.renderer import exhibit_html, reference, root_of
from biometrics_china.versions import lasting, page, releases

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


def setup(app: Sphinx) -> None:
    """Register roles and directives with Sphinx."""
    app.add_role("num", number_role)
    app.add_role("exhibit", exhibit_role)
    app.add_role("src", source_role)
    app.add_role("holds", holds_role)
    app.add_directive("generated", Generated)
    app.add_directive("show", Show)
    app.add_directive("findings", Findings)
