"""What is added to the pages of released sites, and the pages about versions.

An old version leads to the same page of the latest one. Search engines are told apart: where the
address of the site is known and the page lives on, the latest is named canonical, so that both count
as one and the new one is found; else the copy asks not to be indexed, because an outdated figure
should not be found before the present one. A canonical link that a page was released with stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from biometrics_china.publishing.markup import bare_page, link, tag, text
from biometrics_china.versions.marks import marked

#: colours come from the book's own stylesheet; the fallbacks are those of its light page
STYLE = """\
.versions-banner, .versions-list { font: 0.9rem/1.5 var(--sans, sans-serif); }
.versions-banner {
  margin: 0; padding: 0.6rem var(--gutter, 1.25rem);
  background: var(--mark, #fbe8a6); color: var(--ink, #1c1f23);
  border-bottom: 2px solid var(--accent, #8f2d1f);
}
.versions-banner p { margin: 0; }
.versions-banner a, .versions-banner a:visited { color: inherit; font-weight: 650; }
.versions-list ul { margin: 0.3rem 0 0; padding-left: 1.2rem; }
.versions-list summary { cursor: pointer; }
@media print { .versions-list { display: none; } }
"""

_PAGE = """\
<body class="inner">
<div class="shell">
<main class="page">
<article class="article">
<h1>{title}</h1>
{body}
</article>
</main>
</div>
</body>"""


@dataclass(frozen=True)
class Release:
    """One released site: its version, its date, the folder of its site, and its pages."""

    version: str
    date: str
    site: Path
    pages: frozenset[str]


@dataclass(frozen=True)
class Whole:
    """All releases, newest first, the pages that moved (old → new), and the address, if there is one."""

    releases: Sequence[Release]
    moves: Mapping[str, str]
    address: str = ""

    @property
    def latest(self) -> Release:
        """Return the release that stands at the top."""
        return self.releases[0]

    def successor(self, page: str) -> str:
        """Return the page of the latest version that stands for a page of an old one.

        The same page, else where it moved, else the page that leads to its kind, else the front page.
        """
        of_body = "chapters/partner_register.html" if page.startswith("register/") else ""
        choices = (page, self.moves.get(page, ""), of_body, "chapters/index.html")
        return next((choice for choice in choices if choice in self.latest.pages), "index.html")


def added_to(html: str, page: str, release: Release, whole: Whole, top: str) -> str:
    """Return a page with its additions, each between marks; nothing else of it changes.

    `top` leads from the copy of the release to the whole site; it is empty for the copy at the top.
    """
    root = "../" * page.count("/") + top
    head = _canonical(html, page, whole) if top else ""
    style = f'<link rel="stylesheet" href="{root}versions.css">'
    html = _before(("</head>",), marked(style + head), html)
    if release != whole.latest:
        html = _banner_into(html, marked(_banner(page, release, whole, root)))
    return _before(("</footer>", "</body>"), marked(_list(page, release, whole, root)), html)


def _before(places: Sequence[str], addition: str, html: str) -> str:
    """Put an addition before the last of the first place that is there, else at the end."""
    for place in places:
        start, found, end = html.rpartition(place)
        if found:
            return f"{start}{addition}{found}{end}"
    return html + addition


def _banner_into(html: str, addition: str) -> str:
    """Put the banner below the header of a page, else at the start of its body."""
    found = re.search(r"</header>", html) or re.search(r"<body\b[^>]*>", html)
    place = found.end() if found else 0
    return html[:place] + addition + html[place:]


def _canonical(html: str, page: str, whole: Whole) -> str:
    lives_on = page in whole.latest.pages
    if lives_on and 'rel="canonical"' in html:
        return ""
    if lives_on and whole.address:
        address = f"{whole.address.rstrip('/')}/{page}"
        return f'<link rel="canonical" href="{escape(address)}">'
    return '<meta name="robots" content="noindex">'


def _banner(page: str, release: Release, whole: Whole, root: str) -> str:
    target = whole.successor(page)
    where = "this page in the latest version" if target == page else "the latest version"
    to = link(f"{root}{target}", f"{where}, {text(whole.latest.version)}")
    gone = "" if target == page else " This page is not in it under this name."
    said = f"This is version {text(release.version)}, kept as it was released. See {to}.{gone}"
    return tag("aside", tag("p", said), class_="versions-banner", aria_label="Old version")


def _list(page: str, release: Release, whole: Whole, root: str) -> str:
    items = [tag("li", _item(page, other, whole, root)) for other in whole.releases]
    every = link(f"{root}versions.html", "About the versions")
    summary = tag("summary", f"Version {text(release.version)} · other versions")
    body = tag("ul", *items) + tag("p", every)
    return tag("nav", tag("details", summary, body), class_="versions-list", aria_label="Versions")


def _item(page: str, other: Release, whole: Whole, root: str) -> str:
    below, note = ("", " (latest)") if other == whole.latest else (f"v/{other.version}/", "")
    has_page = page in other.pages
    words = f"{text(other.version)}, {text(other.date)}"
    said = link(f"{root}{below}{page if has_page else 'index.html'}", words)
    return said + note + ("" if has_page else ", which lacks this page")


def list_page(whole: Whole) -> str:
    """Return the page that lists all versions, newest first."""
    items = [
        tag(
            "li",
            link(f"v/{r.version}/index.html", f"Version {text(r.version)}"),
            f", released on {text(r.date)}",
        )
        for r in whole.releases
    ]
    latest = link("index.html", f"The latest version, {text(whole.latest.version)}")
    body = (
        tag(
            "p", f"{latest}, stands at the top of this site. Each version stays as it was released:"
        )
        + tag("ul", *items)
        + tag("p", "Cite the version that you used. Its own address does not change.")
    )
    style = '<link rel="stylesheet" href="_static/book.css">\n'
    return _page(style, "Versions of the book", body)


def moved_page(target: str) -> str:
    """Return a page that leads on to the new place of a page that moved; it is all addition."""
    refresh = f'<meta http-equiv="refresh" content="0; url={target}">\n'
    body = tag("p", link(target, "This page has moved"))
    return marked(_page(refresh, "This page has moved", body))


def _page(head: str, title: str, body: str) -> str:
    page = _PAGE.format(title=title, body=body)
    return bare_page(f"{head}<title>{title}</title>", page)
