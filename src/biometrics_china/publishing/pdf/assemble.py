"""One HTML document of the whole book, from the pages of the built site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import Tag

from biometrics_china.publishing import languages
from biometrics_china.publishing.markup import tag, text
from biometrics_china.publishing.pdf import front
from biometrics_china.publishing.pdf.mend import mend, parse
from biometrics_china.publishing.pdf.pages import Page, PrintError, target


def articles(site: Path, pages: Sequence[Page]) -> dict[Page, Tag]:
    """Return pages of the book as articles, with ids and links made those of the PDF.

    Raises PrintError for a page that is missing or that holds what cannot be printed.
    """
    book = {page.name: page for page in pages}
    found = {page: _article(site, page, book) for page in pages}
    for page, article in found.items():
        _open_chapter(page, article)
    _check_links(found)
    return found


def _check_links(found: Mapping[Page, Tag]) -> None:
    """Raise PrintError for an id that stands twice, or a link to an id that is not there."""
    ids = [str(e["id"]) for a in found.values() for e in [a, *a.select("[id]")]]
    twice = sorted(i for i, n in Counter(ids).items() if n > 1)
    if twice:
        raise PrintError(f"the id {twice[0]} stands twice in the book")
    known = set(ids)
    for page, article in found.items():
        for link in article.select("a[href^='#']"):
            if str(link["href"])[1:] not in known:
                raise PrintError(
                    f"{page.name}.html: a link leads to {link['href']}, which is not there"
                )


def document(parts: Mapping[Page, Tag]) -> str:
    """Return the whole book, or a single page of it, as HTML.

    Pictures are named by their place below the site.
    """
    if len(parts) == 1:
        (article,) = parts.values()
        assert article.h1 is not None  # looked at when the page was read
        body = article.decode(formatter="minimal")
        name = article.h1.get_text(" ", strip=True)
        return html([front.slip(), body], name, str(article.get("lang", "en")))
    first, *rest = (article.decode(formatter="minimal") for article in parts.values())
    lists = [front.contents(parts), front.exhibit_list(parts)]
    return html([front.cover(), front.about(), first, *lists, *rest])


def html(parts: Iterable[str], title: str = "", language: str = "en") -> str:
    """Return an HTML document with the book's metadata and these parts; `title` is that of a part."""
    head = tag("meta", charset="utf-8") + front.metadata_html(title)
    body = languages.mark("".join(parts))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head><body>{body}</body></html>\n'
    )


def _article(site: Path, page: Page, book: dict[str, Page]) -> Tag:
    """Return the article of a page, mended, its ids and links made those of the PDF."""
    path = site / f"{page.name}.html"
    if not path.is_file():
        raise PrintError(f"{path}: no such page; build the site first (make book)")
    found = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select_one("article")
    if found is None or found.h1 is None:
        raise PrintError(f"{path}: no article with a heading in it; is this a site of the book?")
    if found.find("math"):
        raise PrintError(f"{path}: a formula, which the PDF cannot show yet; write it in words")
    mend(page, found)
    for element in found.select("[id]"):
        element["id"] = page.anchor(str(element["id"]))
    for picture in found.select("img"):
        picture["src"] = str(picture["src"]).replace("../", "")
        if not (site / str(picture["src"])).is_file():
            raise PrintError(f"{path}: the picture {picture['src']} is not there")
    for link in found.select("a"):
        _lead(link, page, book)
    return found


def _lead(link: Tag, page: Page, book: dict[str, Page]) -> None:
    """Lead a link to its place in the PDF, or leave its words without one."""
    place = target(str(link.get("href", "")), page, book)
    if place is None:
        link.unwrap()
    else:
        link["href"] = place


def _open_chapter(page: Page, article: Tag) -> None:
    """Give the page its anchor, its number and the name of its part."""
    language = {k: v for k, v in article.attrs.items() if k == "lang"}
    kind = "front" if page.is_front else "chapter"
    article.attrs = {"id": page.anchor(), "class": kind, **language}
    assert article.h1 is not None  # looked at when the page was read
    if page.number:
        article.h1.insert(0, parse(tag("span", text(page.number), class_="chapter-number")))
        article.h1.insert(1, " ")
    if page.part:
        article.h1.insert_before(parse(tag("p", text(page.part), class_="part")))
