"""Sentences on pages: computed numbers as links, and words that rest on a predicate marked as such."""

from __future__ import annotations

import re
from html import escape

from biometrics_china import exhibits, holds, manuscript
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.translations.pages import ENGLISH, Language, language
from biometrics_china.publishing.translations.printing import printed
from biometrics_china.traced import Number

REFERENCE = "chapters/reference"
_PLACE = re.compile(r"\{(\w+)\}")


def number_link(subject: str, name: str, root: str) -> str:
    """Return a computed number as it stands in a sentence, linked to what it is made of."""
    return link_of(exhibits.numbers_of(subject)[name], root)


def link_of(number: Number, root: str, language: Language = ENGLISH) -> str:
    """Return a number as a language prints it, linked to what it is made of.

    What it means is English, and is told in passing on English pages alone.
    """
    meaning = number.meaning if language is ENGLISH else None
    said = text(printed(number, language))
    return link(root + entry_address(number.id), said, class_="num", title=meaning)


def entry_address(number_id: str) -> str:
    """Return the address of the entry of a number below the site."""
    return f"{REFERENCE}/numbers/{number_id.partition('.')[0]}.html#{anchor(number_id)}"


def anchor(number_id: str) -> str:
    """Return the anchor of a number on the pages of numbers."""
    return "number-" + number_id.replace(".", "-").replace("_", "-")


def template_html(template: str, subject: str, root: str, *, linked: bool = True) -> str:
    """Return a template of a chapter with its numbers filled in and its guarded words marked.

    `linked` makes each number a link to what it is made of.
    """
    parts, end = [], 0
    for found in manuscript.GUARD.finditer(template):
        parts.append(_filled(template[end : found.start()], subject, root, linked=linked))
        parts.append(guarded(found[2], subject, found[1], root))
        end = found.end()
    return "".join([*parts, _filled(template[end:], subject, root, linked=linked)])


def _filled(template: str, subject: str, root: str, *, linked: bool) -> str:
    texts = exhibits.numbers_of(subject).texts() if subject in exhibits.SUBJECTS else {}
    return "".join(
        escape(part)
        if not place % 2
        else number_link(subject, part, root)
        if linked
        else escape(texts[part])
        for place, part in enumerate(_PLACE.split(template))
    )


def guarded(words: str, page: str, predicate: str, root: str) -> str:
    """Return guarded words, a template, as a link to what they rest on, at the end of their page."""
    target = f"{root}chapters/{page}.html#{holds_anchor(predicate)}"
    return link(target, _filled(words, page, root, linked=False), class_="holds")


def holds_anchor(predicate: str) -> str:
    """Return the anchor of a predicate in the list at the end of a page."""
    return "holds-" + predicate.replace(".", "-").replace("_", "-")


def holds_html(page: str, root: str) -> str:
    """Return the list of the guarded words of a page, each with what is checked at each build."""
    words: dict[str, list[str]] = {}
    is_english = language(page) is ENGLISH
    for guard in manuscript.guards(page):
        said = _filled(guard.words, page, root, linked=True)
        said = f"“{said if is_english else tag('span', said, lang=language(page).tag)}”"
        words[guard.predicate] = list(dict.fromkeys([*words.get(guard.predicate, []), said]))
    items = (
        tag("li", "; ".join(words[name]), text(f": {_what(checks)}"), id=holds_anchor(name))
        for name, checks in holds.of_page(page).items()
    )
    summary = tag("summary", "What the words of this page rest on")
    intro = (
        "Numbers in sentences are computed; so is whether the words around them are still true. Each "
        "build checks the following and stops if one of them no longer holds."
    )
    return tag(
        "details", summary, tag("p", intro), tag("ul", *items), class_="rests", data_search="off"
    )


def _what(checks: str) -> str:
    return checks.removeprefix("Return ")
