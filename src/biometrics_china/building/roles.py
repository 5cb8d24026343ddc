"""What chapters may write beside Markdown: roles and directives of the book.

Roles: ``{num}`subject.name``` puts a computed number into prose, linked to what it is made of;
``{exhibit}`fig-id``` names a figure or table by its number and links to it; ``{src}`table/row```
cites the work behind a record; ``{holds}`predicate|words``` marks words that the build checks.
Directives: ``{show} fig-id`` and ``{findings}`` hold the words of exhibits and findings; ``{generated}
name`` puts in a generated part of the book (`codebook`, `works`, ...).
"""

from __future__ import annotations

from collections.abc import Callable

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective, SphinxRole

from biometrics_china import exhibits, holds, provenance
from biometrics_china.publishing import (
    backmatter,
    citable,
    cooperation_pages,
    findings,
    gallery,
    number_pages,
    quoted,
    register_form,
    role_sheets,
    sentences,
    theme,
    turned,
    walks,
    who,
    works_list,
)
from biometrics_china.publishing.glossary import laws
from biometrics_china.publishing.glossary import page as glossary
from biometrics_china.publishing.mentions import reference
from biometrics_china.publishing.names import pages as names
from biometrics_china.publishing.renderer import exhibit_html, root_of
from biometrics_china.publishing.translations.pages import language, switch_html
from biometrics_china.versions import lasting, page, releases

_PARTS: dict[str, Callable[[str], str]] = {
    "codebook": backmatter.codebook_html,
    "works": works_list.works_html,
    "contradictions": backmatter.contradictions_html,
    "corrections": backmatter.corrections_html,
    "grades": backmatter.grades_html,
    "numbers": number_pages.index_html,
    "glossary": glossary.glossary_html,
    "laws": laws.laws_html,
    "colours": gallery.colours_html,
    "figures": gallery.figures_html,
    "readings": gallery.readings_html,
    "names": names.placeholder_html,
    "who": who.placeholder_html,
    "bodies": register_form.list_html,
    "pairs": cooperation_pages.pairs_html,
    "cite": citable.book_html,
    "imprint": citable.imprint_html,
    "cite-formats": citable.formats_html,
    "cite-number": citable.number_html,
    "where-to-report": citable.report_html,
    "tombstones": lasting.tombstones_html,
    "turned": turned.html,
    "changes": lambda root: page.html(releases.present_steps(), root),
}


def _number(words: str, page: str) -> str:
    """Return a computed number, to be put into a sentence."""
    subject, _dot, number = words.partition(".")
    try:
        found = exhibits.numbers_of(subject)[number]
    except (KeyError, ModuleNotFoundError):
        raise KeyError(f"there is no computed number {words!r}") from None
    return sentences.link_of(found, root_of(page), language(page))


def _exhibit(words: str, page: str) -> str:
    """Return the number of a figure or table, with a link."""
    return findings.exhibit_link(words, root_of(page))


def _source(words: str, page: str) -> str:
    """Return the work behind one row, named as ``table/row id``, or behind a source of that id.

    Articles of a law are those that stand after a bar (``instruments/x|art. 3``), else those of the
    row's locator.
    """
    named, _bar, place = words.partition("|")
    table, _slash, row_id = named.partition("/")
    if not row_id:
        return reference(table, root_of(page), place)
    source_id, locator = provenance.place_of_row(table, row_id)
    return reference(source_id, root_of(page), place or locator)


def _guarded(words: str, page: str) -> str:
    """Return words that rest on a predicate; the build has checked it before."""
    predicate, bar, said = words.partition("|")
    name = page.rpartition("/")[2]
    if not bar or predicate not in holds.of_page(name):
        raise KeyError(f"no “predicate|words” in {words!r}")
    return sentences.guarded(said, name, predicate, root_of(page))


def _show(page: str, root: str, *named: str) -> str:
    """Return the exhibit of an id; its words are read by `manuscript`."""
    del page
    return exhibit_html(" ".join(named), root)


def _findings(page: str, root: str, *named: str) -> str:
    """Return the findings of the chapter, or those that are named; they are read by `manuscript`."""
    which = named[0] if named else page
    chosen = findings.select(which)
    if not chosen:
        raise KeyError(f"there is no finding for {which!r}")
    front, listed = which == "front", which == "all"
    return findings.findings_html(chosen, root, brief=front, anchored=not front, listed=listed)


def _generated(page: str, root: str, *named: str) -> str:
    """Return a part of the book by its name."""
    match named:
        case ("findings", which):
            return _findings(page, root, which)
        case ("holds",):
            return sentences.holds_html(page, root)
        case ("recommendations",):
            return cooperation_pages.recommendations_html(root, language(page))
        case ("languages",):
            return switch_html(page)
        case ("screening",):
            return register_form.search_html(root, lambda name: theme.asset(root, name))
        case ("quoted", row_id):
            return quoted.html(row_id, page, root)
        case ("sheet", role):
            return role_sheets.sheet_html(role, root)
        case ("walk", walk):
            return walks.walk_html(walk, root)
        case (what,) if what in _PARTS:
            return _PARTS[what](root)
    raise KeyError(f"nothing generates {' '.join(named)!r}")


#: what makes the HTML; each raises KeyError, with a line that says why, if there is none
_ROLES = {"num": _number, "exhibit": _exhibit, "src": _source, "holds": _guarded}
_DIRECTIVES = {"show": _show, "findings": _findings, "generated": _generated}


class Inline(SphinxRole):
    """A role of the book."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the HTML of the words of the role, or an error in their place."""
        try:
            html = _ROLES[self.name](self.text, self.env.docname)
        except KeyError as error:
            message = self.inliner.reporter.error(error.args[0], line=self.lineno)
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        return [nodes.raw(self.rawtext, html, format="html")], []


class Part(SphinxDirective):
    """A directive of the book."""

    optional_arguments = 2
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the HTML that the directive names. Raises a build error if there is none."""
        page = self.env.docname
        try:
            html = _DIRECTIVES[self.name](page.rpartition("/")[2], root_of(page), *self.arguments)
        except KeyError as error:
            raise self.error(error.args[0]) from None
        return [nodes.raw("", html, format="html")]


def setup(app: Sphinx) -> None:
    """Register roles and directives with Sphinx."""
    for name in _ROLES:
        app.add_role(name, Inline())
    for name in _DIRECTIVES:
        app.add_directive(name, Part)
