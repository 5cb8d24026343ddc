"""What makes the site citable: how to cite each page, tags in its head, files for indexes.

Canonical addresses, ``sitemap.xml``, ``robots.txt`` and ``404.html`` are made only where the metadata
hold the address of the site, ``robots.txt`` only where that is the top of its host, for nobody asks
for it elsewhere.
"""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from biometrics_china import exhibits, metadata
from biometrics_china.days import date_in_words
from biometrics_china.publishing import cards, citation, head, mentions, reference_files, works_list
from biometrics_china.publishing.host_files import not_found, sitemap
from biometrics_china.publishing.markup import definitions, link, tag, text
from biometrics_china.publishing.pdf.pages import Page, file_name
from biometrics_china.publishing.sentences import REFERENCE, anchor

CODEBOOK = "chapters/reference/codebook"
HOW_TO_CITE = "chapters/reference/corrections.html#how-to-cite"
_FORMATS = {"book.bib": "BibTeX", "book.ris": "RIS", "book.json": "CSL-JSON"}


def book_html(root: str) -> str:
    """Return how to cite the book, with its formats for download and the way to more."""
    return _cited(citation.of_book()) + tag("p", f"{_formats(root)} · {_how(root)}")


def imprint_html(root: str) -> str:
    """Return version, day and makers, whom to write to, how to cite, and the names of the PDFs."""
    facts = metadata.load()
    made = "; ".join(author.cited for author in facts.authors)
    words = f"Version {facts.printed_version}, {date_in_words(facts.date)} · {made} · "
    write = f"{_mail(facts.contact)} · " if facts.contact else ""
    return tag("p", text(words), write, _how(root), f" · {_printed_both()}", class_="imprint")


def _printed_both() -> str:
    """Return where the PDF of the book and that of its summary are."""
    address, short = metadata.load().address, file_name(Page("chapters/summary", ""))
    if not address:
        return "PDF of the book and of the summary in the release of this version"
    both = (link(f"{address}pdf/{n}", w) for n, w in ((file_name(), "book"), (short, "summary")))
    return f"PDF: {', '.join(both)}"


def _mail(contact: str) -> str:
    return link(f"mailto:{contact}", text(contact))


def formats_html(root: str) -> str:
    """Return how to cite the book, with its formats for download."""
    return _cited(citation.of_book()) + tag("p", _formats(root))


def number_html(root: str) -> str:
    """Return how to cite a number, by the example of the first number of the book."""
    del root
    number = next(iter(exhibits.numbers_of(exhibits.SUBJECTS[0]).values()))
    place = f"chapters/reference/numbers.html#{anchor(number.id)}"
    return _cited(citation.of_part(f"Number {number.id}", place))


def report_html(root: str) -> str:
    """Return where a report of an error goes; while there is no public place, that is said."""
    del root
    facts = metadata.load()
    address = facts.repository
    if facts.contact and not address:
        return tag("p", f"Reports go to {_mail(facts.contact)}.")
    if not address:
        words = "The repository has no public address yet. Until it has one, tell whoever gave you "
        return tag("p", words + "this copy of the book.")
    listed = link(address, text(address))
    return tag("p", f"Reports go to the list of issues of the repository, {listed}.")


def page_html(title: str, page: str, root: str) -> str:
    """Return how to cite one page of this version; `page` is its address within the site."""
    facts = metadata.load()
    pairs = [
        ("Cite as", text(citation.of_part(f"“{title}”", page))),
        ("Version", text(facts.printed_version)),
        ("Lasting address", tag("code", text(citation.lasting_address(page)))),
        ("The book", f"{_formats(root)} · {_how(root)}"),
    ]
    one = Page(page.removesuffix(".html"), "")
    if one.is_apart:
        pairs.append(("As PDF", tag("span", _printed(file_name(one)), class_="as-pdf")))
    pairs.append(("Card to share", cards.link_to(page, root, facts)))
    summary = tag("summary", "Cite this page")
    return tag("details", summary, definitions(pairs), class_="passport cite", data_search="off")


def _printed(name: str) -> str:
    """Return where a PDF of this version is: below the address of the site, or in its release."""
    address = metadata.load().address
    if address:
        return link(f"{address}pdf/{name}", name)
    return f"{tag('code', name)}, in the release of this version"


def _cited(words: str) -> str:
    return tag("p", text(words), class_="citation")


def _formats(root: str) -> str:
    return " · ".join(link(f"{root}cite/{n}", f, download=True) for n, f in _FORMATS.items())


def _how(root: str) -> str:
    return link(root + HOW_TO_CITE, "how to cite a figure, a table or a number")


def set_address(app: Sphinx, config: Config) -> None:
    """Let Sphinx write canonical addresses below the address of the site, if there is one."""
    del app
    config.html_baseurl = metadata.load().address


def fill_page(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    _tree: nodes.document | None,
) -> None:
    """Put the tags into the head of a page, and how to cite it at the foot of a chapter."""
    if app.builder.name != "html":
        return
    facts, is_front = metadata.load(), pagename == app.config.root_doc
    page, root = app.builder.get_target_uri(pagename), "../" * pagename.count("/")
    title = html.unescape(re.sub(r"<[^>]+>", "", context.get("title", "")))
    context["body"] = body = mentions.joined(context.get("body", ""))
    tags = [head.open_graph(facts, page, title, body, is_front=is_front)]
    if pagename.startswith("chapters/"):
        tags.append(head.citation_tags(facts, page, "" if is_front else title))
    if is_front:
        tags.append(head.book_data(facts, root))
    elif pagename == CODEBOOK:
        tags.append(head.dataset_data(facts, root))
    context["metatags"] = "\n".join([context.get("metatags", ""), *tags])
    if pagename.startswith("chapters/") and not is_front:
        cited = "" if REFERENCE in pagename else works_list.cited_html(body)
        context["body"] = body + cited + page_html(title, page, root)


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write the citation of the book in each format, and what indexes look for."""
    if exception or app.builder.name != "html":
        return
    out, facts = Path(app.outdir), metadata.load()
    address = facts.address
    # without it, GitHub Pages drops folders that begin with an underscore, and with them the style
    made = citation.downloads() | reference_files.downloads() | {".nojekyll": b""}
    if address:
        # the start page only leads on, and the search page is empty until it is asked
        found = (path.relative_to(out).as_posix() for path in out.rglob("*.html"))
        pages = (page for page in found if page not in {"404.html", "index.html", "search.html"})
        made["sitemap.xml"] = sitemap(address, pages).encode()
        made["404.html"] = not_found(facts).encode()
        if urlsplit(address).path == "/":
            robots = f"User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n"
            made["robots.txt"] = robots.encode()
    for path, data in made.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(data)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the steps with Sphinx."""
    app.connect("config-inited", set_address)
    app.connect("html-page-context", fill_page, priority=850)
    app.connect("build-finished", write_files, priority=450)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
