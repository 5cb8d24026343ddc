"""Which pages are translations of which, in which languages, and the switch between them.

A translation is a page of its own in `chapters/`, named after the page it translates. Its words are
written there; numbers, guards and what is generated come from where the English has them.
"""

from __future__ import annotations

from dataclasses import dataclass

from biometrics_china.publishing.markup import link, tag, text


@dataclass(frozen=True)
class Language:
    """A language: its tag (BCP 47), its name in itself, and the column of tables that holds it.

    `brackets` are what stands before and behind words in brackets at the end of a sentence.
    """

    tag: str
    name: str
    column: str
    brackets: tuple[str, str] = (" (", ")")


ENGLISH = Language("en", "English", "english")
#: end of a page's name → its language, in the order of the switch
LANGUAGES = {
    "de": Language("de", "Deutsch", "german"),
    "fr": Language("fr", "Français", "french"),
    "zh": Language("zh-Hans", "中文", "chinese", ("（", "）")),
}
#: page → its translations
TRANSLATED = {"summary": tuple(f"summary_{end}" for end in LANGUAGES)}


def original(page: str) -> str:
    """Return the page of which a page is a translation; of any other page, the page itself."""
    name = page.rpartition("/")[2]
    return next((of for of, others in TRANSLATED.items() if name in others), name)


def language(page: str) -> Language:
    """Return the language of a page, with or without its folder."""
    name = page.rpartition("/")[2]
    return ENGLISH if original(name) == name else LANGUAGES[name.rpartition("_")[2]]


def is_translation(page: str) -> bool:
    """Return whether a page is a translation of another."""
    return language(page) is not ENGLISH


def versions(page: str) -> dict[str, Language]:
    """Return the pages that say the same, the English one first; none for a page that stands alone."""
    first = original(page)
    others = TRANSLATED.get(first, ())
    return {name: language(name) for name in (first, *others)} if others else {}


def switch_html(page: str) -> str:
    """Return the switch between the languages of a page."""
    name = page.rpartition("/")[2]
    items = [
        tag("li", link(f"{other}.html", text(of.name), hreflang=of.tag, lang=of.tag))
        if other != name
        else tag("li", tag("span", text(of.name), lang=of.tag, aria_current="page"))
        for other, of in versions(name).items()
    ]
    listed = tag("ul", *items)
    # its name is English on every page, as that of the other ways through the book
    return tag("nav", listed, class_="languages", aria_label="Languages", data_search="off")


def alternates(page: str, address: str) -> list[str]:
    """Return the links of a head to all languages of a page, and to the one for any other reader.

    `address` is that of the site, which such links should hold; without one they are relative.
    """
    pages = versions(page)
    named = [(of.tag, other) for other, of in pages.items()]
    named += [("x-default", other) for other in list(pages)[:1]]
    start = f"{address}chapters/" if address else ""
    return [
        f'<link rel="alternate" hreflang="{tag_}" href="{start}{other}.html">'
        for tag_, other in named
    ]
