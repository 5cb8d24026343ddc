"""What a host of the site serves beside its pages: the list of pages, and the page for none."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from biometrics_china import metadata
from biometrics_china.publishing.markup import bare_page, link, text


def sitemap(address: str, pages: Iterable[str]) -> str:
    """Return the list of pages for search engines. It gives no dates, which only a clock knows."""
    lines = "".join(f"<url><loc>{escape(address + page)}</loc></url>\n" for page in sorted(pages))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{lines}</urlset>\n"
    )


_NOT_FOUND_HEAD = """\
<meta name="robots" content="noindex">
<title>Page not found – {title}</title>
<link rel="icon" href="data:,">"""


_NOT_FOUND = """\
<body>
<main>
<h1>Page not found</h1>
<p>There is no page at this address. {links}</p>
</main>
</body>"""


_PLACES = {
    "chapters/index.html": "Front page",
    "search.html": "Search",
    "chapters/reference/changes.html": "What changed between versions",
}


def not_found(facts: metadata.Metadata) -> str:
    """Return the page for addresses that lead nowhere.

    A host shows it at any depth, so its links are whole.
    """
    links = " · ".join(link(facts.address + place, words) for place, words in _PLACES.items())
    head_ = _NOT_FOUND_HEAD.format(title=text(facts.short_title))
    return bare_page(head_, _NOT_FOUND.format(links=links), facts.language)
