"""What opens the PDF: cover, words on this edition, contents, list of figures and tables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bs4.element import Tag

from biometrics_china import metadata
from biometrics_china.publishing import citation
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.pdf.pages import LEFT_OUT, Page


def version() -> str:
    """Return version and date as they are printed on every page."""
    facts = metadata.load()
    day = date.fromisoformat(facts.date)
    return f"Version {facts.printed_version}, {day.day} {day:%B %Y}"


def _authors() -> str:
    return "; ".join(author.cited for author in metadata.load().authors)


def metadata_html(title: str = "") -> str:
    """Return the facts that the PDF's own metadata come from; `title` is that of a part alone."""
    facts = metadata.load()
    named = {
        "author": _authors(),
        "description": version(),
        "keywords": ", ".join(facts.keywords),
        "dcterms.created": facts.date,
        "dcterms.modified": facts.date,
        "version": facts.version,
    }
    metas = (f'<meta name="{k}" content="{text(v)}">' for k, v in named.items())
    named_as = f"{title}. {facts.short_title}" if title else facts.title
    return tag("title", text(named_as)) + "".join(metas)


def cover() -> str:
    """Return the cover: title, authors, version and date."""
    facts = metadata.load()
    title, _colon, subtitle = facts.title.replace("'", "’").partition(": ")
    return tag(
        "section",
        tag("p", text(title), class_="cover-title"),
        tag("p", text(subtitle), class_="cover-subtitle") if subtitle else "",
        tag("p", text(_authors()), class_="cover-authors"),
        tag("p", text(version()), class_="cover-version"),
        class_="cover",
        data_version=version(),
    )


def slip() -> str:
    """Return what opens the PDF of a single page: book, authors, version, and where the rest is."""
    facts = metadata.load()
    rest = (
        "Links to other parts of the book are left out here; the site and the whole PDF have them."
    )
    return tag(
        "section",
        tag("p", text(facts.short_title), class_="slip-title"),
        tag("p", text(f"{_authors()}. {version()}. {rest}")),
        class_="slip",
        lang="en",
        data_version=version(),
    )


def about() -> str:
    """Return the page that says what this edition holds, where the rest is, and how to cite."""
    facts = metadata.load()
    address = facts.address
    site = f"the site of the same version{f' ({text(address)})' if address else ''}"
    elsewhere = [
        *LEFT_OUT.values(),
        "the code that computes and draws, with its tests",
        "the ids that were retired",
        "a page for each body in the register, and the search",
    ]
    return tag(
        "section",
        tag("h1", "About this edition"),
        tag(
            "p",
            "This is the whole text of the book with all figures, tables, findings and sources. "
            f"Some things stand only on {site}, because they are made to be looked up:",
        ),
        tag("ul", *(tag("li", text(words)) for words in elsewhere)),
        tag(
            "p",
            "On the site each number in a sentence leads to what it is made of. The archive of the "
            "version holds the site, the data and the code, and rebuilds all of them.",
        ),
        tag("p", tag("strong", "Cite the book as: "), text(citation.of_book())),
        tag(
            "p",
            "To cite a figure, a table or a finding, add its number and its lasting id, which is "
            "printed below it and does not change between versions; its number can.",
        ),
        tag("p", "Licences: text, figures and data CC BY 4.0, code MIT."),
        class_="about",
    )


def contents(articles: Mapping[Page, Tag]) -> str:
    """Return the table of contents: parts, chapters and their sections, each with its page."""
    out, part = [], None
    for page, article in articles.items():
        if page.part and page.part != part:
            out.append(tag("p", text(page.part), class_="contents-part"))
        part = page.part
        out.append(_chapter_entry(page, article))
    return tag("section", tag("h1", "Contents"), *out, class_="contents", id="contents")


def _chapter_entry(page: Page, article: Tag) -> str:
    assert article.h1 is not None  # assembled pages have one
    rows = [tag("p", link(f"#{page.anchor()}", article.h1.decode_contents()), class_="chapter")]
    for heading in article.select("section[id] > h2"):
        section = heading.parent
        if section is not None:
            rows.append(tag("p", link(f"#{section['id']}", heading.decode_contents())))
    return "".join(rows)


def exhibit_list(articles: Mapping[Page, Tag]) -> str:
    """Return the list of figures and the list of tables, each entry with its page."""
    figures = [f for a in articles.values() for f in a.select("figure.exhibit")]
    parts = []
    for kind, start in (("Figures", "fig-"), ("Tables", "tab-")):
        entries = (_exhibit_entry(f) for f in figures if str(f["id"]).startswith(start))
        parts.append(tag("section", tag("h1", kind), *entries, class_="contents"))
    return "".join(parts)


def _exhibit_entry(figure: Tag) -> str:
    number, title = (figure.select_one(f".exhibit-{k}") for k in ("number", "title"))
    assert number is not None  # every exhibit has both: the renderer writes them
    assert title is not None
    words = f"{text(number.get_text())} {text(title.get_text())}"
    return tag("p", link(f"#{figure['id']}", words))
