"""What a page of the site loses and gains on its way into the PDF.

Every function changes a parsed page in place. Nothing that carries evidence is dropped without a
place where it stands: the basis of a finding stands once, in the list of all findings; a passport
is cut to the lasting id, the data tables and the kind of uncertainty.
"""

from __future__ import annotations

from collections.abc import Callable

from bs4 import BeautifulSoup
from bs4.element import Tag

from biometrics_china import place, said
from biometrics_china.publishing.markup import tag, text
from biometrics_china.publishing.names import pages as names
from biometrics_china.publishing.pdf.pages import FINDINGS, REGISTER, Page

#: parts of a page that only work on a screen, or are made to be looked up there
_SCREEN_ONLY = (
    ".headerlink, figure + .passport, .rest, script, style, noscript, form, button, .toctree-wrapper, "
    ".screening-status, .screening-results, p:has(a[download]), .rests, #retired-ids, "
    ".archived, .languages, .uses, .works summary, .marks, .past-marks, .as-table, .thumbnail"
)
#: a table with so many columns is set wider than the text
_MANY_COLUMNS = 6
_ON_THE_SITE = "The search, and a page for each body with its records, are on the site."
_KEPT = {"id", "class", "href", "src", "alt", "lang", "scope", "colspan", "rowspan"}


def mend(page: Page, article: Tag) -> None:
    """Apply every mend to the article of a page."""
    if page.name == REGISTER:
        _say_where_the_search_is(article)
    for element in article.select(_SCREEN_ONLY):
        element.decompose()
    for words in article.select("a.holds, a.term"):  # said on the screen alone
        words.unwrap()
    for unseen in article.select(".copy-mark .visually-hidden"):  # print has no words but seen ones
        unseen.replace_with(" ")
    if page.is_front:
        _shorten_front(article)
    if page.name != FINDINGS:
        _point_to_basis(article)
    if page.name == names.PAGE:
        _page_numbers(article)
    for frame in article.select(
        ".cell, .cell_output, .heading, .table-scroll, .exhibit-plot, .drawn"
    ):
        frame.unwrap()
    steps: tuple[Callable[[Tag], None], ...] = (_mend_exhibits, _unfold, _run_in, _drop_attributes)
    for step in steps:
        step(article)


def parse(html: str) -> Tag:
    """Return the first element of a stretch of HTML."""
    found = BeautifulSoup(html, "html.parser").find(True)
    assert isinstance(found, Tag)
    return found


def _say_where_the_search_is(article: Tag) -> None:
    for form in article.select("form.screening"):
        form.insert_before(parse(tag("p", _ON_THE_SITE, class_="notice")))


def _shorten_front(article: Tag) -> None:
    """Rename the front page, drop what is said on this edition and the repeated figure."""
    for heading in article.select("h1"):
        heading.string = "The book in brief"
    for ways in article.select("#ways-to-use-the-book"):
        ways.decompose()
    for figure in article.select("figure.exhibit"):
        figure.decompose()


def _page_numbers(article: Tag) -> None:
    """Put page numbers in place of sections: one a section, and one a figure or table that stands alone.

    Numbers of chapters and further paragraphs of a section are for the screen, where pages are long.
    """
    for element in article.select(".letters, .on-screen, .names b, .names .more, .names .told"):
        element.decompose()
    for item in article.select(".names li:has(a.at)"):
        links = item.select("a.at")
        is_many = names.MORE in item.get_text()
        strings = [*item.find_all(string=True, recursive=False)]
        head = next(n for n, said in enumerate(strings) if said.endswith(": "))
        for between in strings[head + 1 :]:
            between.extract()
        for link in links:
            link.string = ""
            if link is not links[-1]:
                link.insert_after(", ")
        if is_many:
            item.append(names.MORE)


def _point_to_basis(article: Tag) -> None:
    """Leave sentence and grade of a finding, with a pointer to its basis in the full list."""
    for finding in article.select("li.finding[id]"):
        meta, details = finding.select_one(".finding-meta"), finding.select_one("details")
        if meta is None or details is None:
            continue
        link = tag("a", "basis and limits", href=f"reference/findings.html#{finding['id']}")
        meta.append(" · ")
        meta.append(parse(link))
        details.decompose()
        for part in finding.select(".without"):
            part.decompose()
    for pointer in article.select('.finding-meta a[href*="findings.html#"]'):
        pointer["class"] = "paged"


def _mend_exhibits(article: Tag) -> None:
    """Put a line in place of the passport."""
    for figure in article.select("figure.exhibit"):
        caption = figure.select_one(".exhibit-caption")
        exhibit_id = str(figure["id"])
        names = said.tables_of(exhibit_id, place.root()) or ()
        words = f"{exhibit_id} · data: {', '.join(names)}"
        for name in figure.select("figcaption[id]"):
            del name["id"]
        if caption is not None:
            caption.append(parse(tag("span", text(words), class_="record")))
        if len(figure.select("thead th, thead td")) >= _MANY_COLUMNS:
            figure["class"] = "exhibit exhibit-wide"


def _unfold(article: Tag) -> None:
    """Show what is folded on the site; the line that unfolds it stays as a heading of a list only."""
    for details in article.select("details"):
        summary = details.select_one("summary")
        if summary is not None and details.select_one("ul"):
            summary.name = "p"
            summary["class"] = "list-head"
        elif summary is not None:
            summary.decompose()
        details.name = "div"
        details["class"] = "unfolded"


def _run_in(article: Tag) -> None:
    """Set each term of a definition list as the first words of a paragraph."""
    for terms in article.select("dl"):
        every = zip(terms.select("dt"), terms.select("dd"), strict=True)
        pairs = (
            (term, said) for term, said in every if not said.select_one("a[download], .as-pdf")
        )
        parts = (
            tag("p", tag("strong", f"{t.decode_contents()}."), " ", d.decode_contents())
            for t, d in pairs
        )
        terms.replace_with(parse(tag("div", *parts, class_="terms")))


def _drop_attributes(article: Tag) -> None:
    for element in [article, *article.find_all(True)]:
        element.attrs = {k: v for k, v in element.attrs.items() if k in _KEPT}
