"""What the head of a page tells machines: description, Open Graph, ``citation_*``, schema.org.

Everything is text in the page itself, and reading it asks nothing of another site. Addresses of the
book stand there only where it has one; without one they are relative to the page, or left out where
the format knows no relative address.
"""

from __future__ import annotations

import html
import json
import re
from typing import Any

from biometrics_china import tables
from biometrics_china.figures import card
from biometrics_china.metadata import Author, Metadata, known
from biometrics_china.publishing import cards, openings
from biometrics_china.publishing.citation import edition, lasting_address
from biometrics_china.publishing.markup import tag

_PARAGRAPH = re.compile(r"<p\b([^>]*)>(.*?)</p>", re.DOTALL)
_DESCRIPTOR = {"datapackage.json": "application/json"}

#: what stands for the book and for its data wherever either is named
BOOK = "chapters/index.html#book"
DATA = "chapters/reference/codebook.html#data"

#: characters of a description
LONGEST = 300


def description(body: str) -> str:
    """Return the first paragraph of a page that says enough as plain text, cut at a sentence."""
    for attributes, found in _PARAGRAPH.findall(body):
        words = " ".join(html.unescape(re.sub(r"<[^>]+>", "", found)).split())
        if len(words) >= openings.SHORTEST and "imprint" not in attributes:
            return openings.shortened(words, LONGEST)
    return ""


def open_graph(facts: Metadata, page: str, title: str, body: str, *, is_front: bool) -> str:
    """Return the description and the Open Graph tags of a page.

    `page` is its address within the site. Address and image must be absolute there, so both are
    left out while the site has no address; the image is the card of the page.
    """
    words = description(body)
    pairs = [
        ("og:title", title),
        ("og:type", "book" if is_front else "article"),
        ("og:site_name", facts.short_title),
        ("og:description", words),
    ]
    named = [("description", words)]
    if facts.address:
        pairs += [("og:url", facts.address + page), *_image(facts, page)]
        named.append(("twitter:card", "summary_large_image"))
    tags = [tag("meta", name_=name, content=value) for name, value in named if value]
    tags += [tag("meta", property=name, content=value) for name, value in pairs if value]
    return "\n".join(tags)


def _image(facts: Metadata, page: str) -> list[tuple[str, str]]:
    return [
        ("og:image", facts.address + cards.address(page)),
        ("og:image:type", "image/png"),
        ("og:image:width", str(card.WIDTH)),
        ("og:image:height", str(card.HEIGHT)),
        ("og:image:alt", cards.alt_text(page, facts)),
    ]


def citation_tags(facts: Metadata, page: str, part: str = "") -> str:
    """Return the tags that indexes of literature and reference managers read.

    They are of the whole book, or of a `part` of it by its title. Zotero knows a part by
    ``citation_inbook_title`` (it reads ``citation_book_title`` as another vocabulary), and the
    edition by its name in PRISM; the DOI is that of the book, so no part has it.
    """
    pairs = [
        ("citation_title", part or facts.title),
        ("citation_inbook_title", part and facts.title),
        *(("citation_author", _tag_author(author)) for author in facts.authors),
        ("citation_publication_date", facts.date.replace("-", "/")),
        ("citation_language", facts.language),
        ("citation_keywords", "; ".join(facts.keywords)),
        ("citation_doi", "" if part else facts.doi),
        ("citation_public_url", facts.address and lasting_address(page, facts)),
        ("prism.edition", edition(facts)),
    ]
    return "\n".join(tag("meta", name_=name, content=value) for name, value in pairs if value)


def _tag_author(author: Author) -> str:
    """Return an author for a tag.

    Zotero cuts a name at its comma, else before its last word; the comma behind a group, which it
    drops, keeps the name whole.
    """
    return f"{author.name}," if author.name else author.cited


def book_data(facts: Metadata, root: str) -> str:
    """Return the book and its data for schema.org, as a script element that nothing runs.

    `root` is the way from the page up to the top of the site. The front page names the descriptor
    of the data; the codebook, all its files.
    """
    book = {
        "@type": ["ScholarlyArticle", "Book"],
        "@id": _address(facts, root, BOOK),
        "headline": facts.title,
        "abstract": facts.abstract,
        "license": facts.licences["text"].address,
        "isBasedOn": {"@id": _address(facts, root, DATA)},
        **_shared(facts),
    }
    return _script(book, _dataset(facts, root, _DESCRIPTOR))


def dataset_data(facts: Metadata, root: str) -> str:
    """Return the data with every file of theirs for schema.org, as `book_data` does."""
    files = _DESCRIPTOR | {table.path: "text/csv" for table in tables.package().tables}
    return _script(_dataset(facts, root, files))


def _dataset(facts: Metadata, root: str, files: dict[str, str]) -> dict[str, Any]:
    return {
        "@type": "Dataset",
        "@id": _address(facts, root, DATA),
        "description": tables.package().description,
        "license": facts.licences["data"].address,
        **_shared(facts),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": path,
                "encodingFormat": kind,
                "contentUrl": _address(facts, root, f"data/{path}"),
            }
            for path, kind in files.items()
        ],
    }


def _shared(facts: Metadata) -> dict[str, Any]:
    fields = {
        "name": facts.title,
        "alternateName": facts.short_title,
        "version": facts.version,
        "creativeWorkStatus": "Published" if facts.is_released else "In preparation",
        "datePublished" if facts.is_released else "dateModified": facts.date,
        "inLanguage": facts.language,
        "keywords": list(facts.keywords),
        "isAccessibleForFree": True,
        "author": [author_data(author) for author in facts.authors],
        "creator": [author_data(author) for author in facts.authors],
        "identifier": facts.doi and f"https://doi.org/{facts.doi}",
        "url": facts.address,
    }
    return known(fields)


def author_data(author: Author) -> dict[str, str]:
    """Return an author for schema.org."""
    if author.name:
        return {"@type": "Organization", "name": author.name}
    made = {
        "@type": "Person",
        "name": f"{author.given} {author.family}",
        "familyName": author.family,
        "givenName": author.given,
        "identifier": author.orcid and f"https://orcid.org/{author.orcid}",
    }
    return known(made)


def _address(facts: Metadata, root: str, path: str) -> str:
    return f"{facts.address or root}{path}"


def _script(*things: dict[str, Any]) -> str:
    graph = {"@context": "https://schema.org", "@graph": list(things)}
    # a "</" inside would end the element early
    words = json.dumps(graph, ensure_ascii=False).replace("</", "<\\/")
    return f'<script type="application/ld+json">{words}</script>'
