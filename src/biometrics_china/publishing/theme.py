"""The look and frame of the site: one layout, one stylesheet, one small script.

The frame is a Sphinx theme of our own (`templates/`, on top of Sphinx's ``basic``), because the
stock theme's stylesheet alone outweighs the whole page budget and its navigation needs a script.
`setup` registers it; `_config.yml` chooses it with ``html_theme: biometrics_china``.
"""

from __future__ import annotations

import re
import zlib
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from biometrics_china import manuscript
from biometrics_china.publishing import drawings, languages, mathml, number_uses, page_markup
from biometrics_china.publishing.glossary import entries, marking
from biometrics_china.publishing.markup import bare_page

NAME = "biometrics_china"
_HERE = Path(str(files("biometrics_china.publishing")))
TEMPLATES = _HERE / "templates"
STATIC = _HERE / "static"

_REFERENCE = re.compile(r"""(?:href|src)="[^"?#]*_static/([^"?#]+)""")
#: a reference to a file that is made with the site, so that its content was not known to the page
_UNMARKED = re.compile(rf'({_REFERENCE.pattern})"')

_START_HEAD = """\
<meta http-equiv="refresh" content="0; url={target}">
<title>{title}</title>
{canonical}<link rel="icon" href="_static/icon.svg" type="image/svg+xml">"""
_START_PAGE = """\
<body>
<main>
<h1>{title}</h1>
<p><a href="{target}">Open the front page</a></p>
</main>
</body>"""
#: name in the context of a page → static file
_ASSETS = {"css": "book.css", "script": "book.js", "icon": "icon.svg"}
#: class of an element → the script of the pages that have one
_SCRIPTS = {"num": "numbers", "term": "terms", "marks": "marks"}
#: the data of the search, first part and folder of the others, which `search.parts` writes
SEARCH_DATA, SEARCH_FOLDER = "search-data.js", "search"
#: pages on which terms of the glossary are explained
CHAPTERS = {f"chapters/{subject}" for subject in manuscript.SUBJECTS}
_PARTS = "fold", "terms", "index", "rank", "ids", "show"
#: the scripts of the search page, in the order in which they run
SEARCH = [*(f"search-{name}.js" for name in _PARTS), "search.js"]


def prepare_builder(app: Sphinx) -> None:
    """Add our static files and switch off Sphinx's own search, which `search` replaces.

    Done after the builder exists, so that no path of this machine enters its configuration digest.
    """
    if not isinstance(app.builder, StandaloneHTMLBuilder) or app.builder.name != "html":
        return
    app.builder.search = False
    app.config.html_static_path.append(str(STATIC))


def search_page(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    """Return the search page for Sphinx to write (none for other builders)."""
    return [("search", {"title": "Search"}, "search.html")] if app.builder.name == "html" else []


def fill_page(
    app: Sphinx,
    pagename: str,
    _template: str,
    context: dict[str, Any],
    _tree: nodes.document | None,
) -> None:
    """Put what the layout needs into the context of a page, and mend its body."""
    if app.builder.name != "html":
        return
    root = app.config.root_doc
    book = app.config.html_title or app.config.project
    page = re.sub(r"<[^>]+>", "", context.get("title", ""))
    context["root_title"] = app.env.titles[root].astext() if root in app.env.titles else book
    context["head_title"] = escape(book, quote=False) if pagename == root else f"{page} – {book}"
    context["page_kind"] = {root: "front", "search": "search"}.get(pagename, "inner")
    context["author"] = "" if app.config.author == "unknown" else app.config.author
    top = "../" * pagename.count("/")
    context |= {f"{key}_path": asset(top, name) for key, name in _ASSETS.items()}
    context["search_paths"] = [asset(top, name) for name in SEARCH]
    contents = _contents(app, pagename, context)
    contents = page_markup.mend_contents(contents, context.get("toc", ""))
    context["contents_nav"] = languages.mark(contents)
    for beside in filter(None, (context.get("prev"), context.get("next"))):
        beside["title"] = languages.mark(beside["title"])
    if "body" in context:
        body = number_uses.with_anchors(page_markup.mend_body(context["body"]))
        if pagename in CHAPTERS:
            body = page_markup.with_paragraph_ids(body)
            body = marking.mark(body, top, entries.terms())
        is_chinese = context.get("page_language") == "zh-Hans"
        context["body"] = body if is_chinese else languages.mark(body)
        for used, name in _SCRIPTS.items():
            if f'class="{used}"' in body:
                context[f"{name}_path"] = asset(top, f"{name}.js")
        if 'class="exhibit-plot"' in body:
            context["drawings_path"] = context["pathto"](drawings.address(), 1)


def _contents(app: Sphinx, pagename: str, context: dict[str, Any]) -> str | None:
    """Return the contents list; pages of one folder that are not in it share one."""
    shared: dict[str, str | None] = app.builder.__dict__.setdefault("shared_contents", {})
    folder = "" if pagename in app.env.found_docs else pagename.rpartition("/")[0]
    if folder not in shared or not folder:
        shared[folder] = context["toctree"](
            collapse=True, includehidden=True, maxdepth=3, titles_only=False
        )
    return shared[folder]


def asset(root: str, name: str) -> str:
    """Return the address of a static file from a page that lies below `root`."""
    return f"{root}_static/{name}{_mark(STATIC / name)}"


def _mark(path: Path) -> str:
    """Return what makes a browser drop an old copy; nothing yet for a file made with the site."""
    return f"?v={zlib.crc32(path.read_bytes()):08x}" if path.is_file() else ""


def mark_made_files(out: Path) -> None:
    """Give the files that were made with the site their mark, in the pages that refer to them."""
    for page in sorted(out.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        marked = _UNMARKED.sub(lambda m: f'{m[1]}{_mark(out / "_static" / m[2])}"', text)
        if marked != text:
            page.write_text(marked, encoding="utf-8")


def write_start_page(app: Sphinx, exception: Exception | None) -> None:
    """Write the page at the top of the site, which leads to the front page of the book."""
    if exception or app.builder.name != "html" or app.config.root_doc == "index":
        return
    target = f"{app.config.root_doc}.html"
    address = app.config.html_baseurl
    canonical = f'<link rel="canonical" href="{address}{target}">\n' if address else ""
    title = app.config.html_title or app.config.project
    page = start_page(target, title, canonical, app.config.language or "en")
    (Path(app.outdir) / "index.html").write_text(page, encoding="utf-8")


def start_page(target: str, title: str, canonical: str = "", language: str = "en") -> str:
    """Return the page that leads on to `target`; `canonical` is a line of its head or nothing."""
    facts = {"target": target, "title": escape(title, quote=False), "canonical": canonical}
    return bare_page(_START_HEAD.format(**facts), _START_PAGE.format(**facts), language)


def finish_static(app: Sphinx, exception: Exception | None) -> None:
    """Write the style of drawings, mark what was made; delete static files that no page names."""
    if exception or app.builder.name != "html":
        return
    out = Path(app.outdir)
    static = out / "_static"
    (static / drawings.NAME).write_text(drawings.stylesheet(), encoding="utf-8")
    mark_made_files(out)
    used = _static_files_used(out)
    for path in sorted(static.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(static).as_posix() not in used and not _is_asked_for(path):
            path.unlink()


def _is_asked_for(path: Path) -> bool:
    """Return whether a script loads a file, which no page names."""
    return path.parent.name == SEARCH_FOLDER or path.name == "search-mark.js"


def _static_files_used(out: Path) -> set[str]:
    pages = (page.read_text(encoding="utf-8") for page in out.rglob("*.html"))
    return {name for page in pages for name in _REFERENCE.findall(page)}


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the theme and its steps with Sphinx."""
    app.add_html_theme(NAME, str(TEMPLATES))
    # Jupyter Book always sets this value of an extension that the book does not load.
    app.add_config_value("comments_config", {}, "html")
    mathml.setup(app)
    app.connect("builder-inited", prepare_builder)
    app.connect("html-collect-pages", search_page)
    app.connect("html-page-context", fill_page, priority=900)
    app.connect("build-finished", write_start_page, priority=300)
    app.connect("build-finished", finish_static, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
