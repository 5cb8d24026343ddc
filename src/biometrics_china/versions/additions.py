"""What is added to the pages of released sites, and the pages about versions.

An old version leads to the same page of the latest one. Search engines are told apart: where the
address of the site is known and the page lives on, the latest is named canonical, so that both count
as one and the new one is found; else the copy asks not to be indexed, because an outdated figure
should not be found before the present one. A canonical link that a page was released with stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

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
class Context:
    """What is to be known of one page in the assembled site.

    `root` leads to the top of the site; `is_below` is False for the copy at the top; `target` is the
    page of the latest version that stands for this one; `versions` has version, date and the page
    of each (empty where it lacks this page), newest first.
    """

    page: str
    root: str
    version: str
    latest: str
    is_below: bool
    target: str
    versions: Sequence[tuple[str, str, str]]
    address: str = ""


def added_to(html: str, context: Context) -> str:
    """Return a page with its additions, each between marks; nothing else of it changes."""
    html = _before("</head>", marked(_head(html, context)), html)
    if context.version != context.latest:
        html = _banner_into(html, marked(_banner(context)))
    return _before(("</footer>", "</body>"), marked(_list(context)), html)


def _before(places: str | tuple[str, ...], addition: str, html: str) -> str:
    """Put an addition before the last of the first place that is there, else at the end."""
    for place in (places,) if isinstance(places, str) else places:
        start, found, end = html.rpartition(place)
        if found:
            return f"{start}{addition}{found}{end}"
    return html + addition


def _banner_into(html: str, addition: str) -> str:
    """Put the banner below the header of a page, else at the start of its body."""
    found = re.search(r"</header>", html) or re.search(r"<body\b[^>]*>", html)
    place = found.end() if found else 0
    return html[:place] + addition + html[place:]


def _head(html: str, context: Context) -> str:
    style = f'<link rel="stylesheet" href="{context.root}versions.css">'
    if not context.is_below:
        return style
    lives_on = context.target == context.page
    if 'rel="canonical"' in html and lives_on:
        return style
    if context.address and lives_on:
        address = escape(f"{context.address.rstrip('/')}/{context.page}")
        return f'{style}<link rel="canonical" href="{address}">'
    return style + '<meta name="robots" content="noindex">'


def _banner(context: Context) -> str:
    same = context.target == context.page
    where = "this page in the latest version" if same else "the latest version"
    to = link(f"{context.root}{context.target}", f"{where}, {text(context.latest)}")
    gone = "" if same else " This page is not in it under this name."
    said = f"This is version {text(context.version)}, kept as it was released. See {to}.{gone}"
    return tag("aside", tag("p", said), class_="versions-banner", aria_label="Old version")


def _list(context: Context) -> str:
    items = [tag("li", _item(context, *row)) for row in context.versions]
    every = link(f"{context.root}versions.html", "About the versions")
    summary = tag("summary", f"Version {text(context.version)} · other versions")
    body = tag("ul", *items) + tag("p", every)
    return tag("nav", tag("details", summary, body), class_="versions-list", aria_label="Versions")


def _item(context: Context, version: str, date: str, page: str) -> str:
    below = "" if version == context.latest else f"v/{version}/"
    words = f"{text(version)}, {text(date)}"
    said = link(f"{context.root}{below}{page or 'index.html'}", words)
    note = " (latest)" if version == context.latest else ""
    return said + note + ("" if page else ", which lacks this page")


def list_page(versions: Sequence[tuple[str, str]]) -> str:
    """Return the page that lists all versions, newest first."""
    items = [
        tag("li", link(f"v/{v}/index.html", f"Version {text(v)}"), f", released on {text(d)}")
        for v, d in versions
    ]
    latest = link("index.html", f"The latest version, {text(versions[0][0])}")
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
