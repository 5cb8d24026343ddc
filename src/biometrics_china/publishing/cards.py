"""Cards for those who share a page: one of the book, and one of each chapter with its first finding.

A page below a chapter is shared with the card of the chapter, any other with that of the book.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from biometrics_china import claims, exhibits, metadata, tables, titles
from biometrics_china.days import date_in_words
from biometrics_china.figures import card
from biometrics_china.metadata import Metadata
from biometrics_china.publishing import openings
from biometrics_china.publishing.citation import edition
from biometrics_china.publishing.markup import link, text

BOOK = "book"
#: characters of a sentence on a card, and bytes of a card
_LONGEST, MOST_BYTES = 240, 80_000


def name(page: str) -> str:
    """Return the card that a page is shared with; `page` is its address within the site.

    >>> name("chapters/faces.html"), name("chapters/analysis/faces.html"), name("search.html")
    ('faces', 'faces', 'book')
    """
    parts = PurePosixPath(page).with_suffix("").parts
    return next((part for part in parts if part in exhibits.SUBJECTS), BOOK)


def address(page: str) -> str:
    """Return the address of the card of a page below the site."""
    return f"cards/{name(page)}.png"


def of(chosen: str, facts: Metadata) -> card.Card:
    """Return the words of a card: of a chapter its first finding, else what it opens with."""
    below = edition(facts), date_in_words(facts.date)
    if chosen == BOOK:
        said = openings.shortened(facts.abstract, _LONGEST)
        title = _printed(facts.title).replace(": ", ":\n")
        return card.Card("", title, _printed(said), *below)
    found = claims.of_subject(chosen)
    if found:
        graded = tables.vocabulary("finding_grade")[found[0].grade].lower()
        below = f"Finding. Evidence {found[0].grade}: {graded}", f"{below[0]}, {below[1]}"
    said = found[0].text if found else openings.paragraph(chosen)
    sentence = openings.shortened(said, _LONGEST)
    return card.Card(facts.short_title, titles.of(chosen), _printed(sentence), *below)


def _printed(words: str) -> str:
    """Return words with the apostrophe that is printed."""
    return words.replace("'", "’")


def alt_text(page: str, facts: Metadata) -> str:
    """Return what the card of a page says, for those who do not see it."""
    one = of(name(page), facts)
    head = ". ".join(filter(None, (one.book, " ".join(one.title.split()))))
    return f"{head}{'' if head[-1] in '?!' else '.'} {one.sentence} {one.left}. {one.right}."


def link_to(page: str, root: str, facts: Metadata) -> str:
    """Return a link to the card of a page, and its text for those who do not see it."""
    size = f"PNG, {card.WIDTH} × {card.HEIGHT} points"
    way = link(root + address(page), size, download=True)
    return f"{way}. Alternative text: {text(alt_text(page, facts))}"


def published() -> dict[str, bytes]:
    """Return every card: path within the site → bytes."""
    facts = metadata.load()
    return {f"cards/{n}.png": card.drawn(of(n, facts)) for n in (BOOK, *exhibits.SUBJECTS)}
