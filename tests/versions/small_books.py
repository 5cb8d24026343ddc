"""Two small built sites in the book's own frame, of the two versions of the rehearsal."""

from __future__ import annotations

import shutil
from pathlib import Path

import rehearsal
import sites
from jinja2 import Environment, FileSystemLoader

from biometrics_china.publishing import theme
from biometrics_china.versions import compare, feed, page

START = theme.start_page("chapters/index.html", "The book")
PAGES = {
    "chapters/index.html": "<p>The front page.</p>",
    "chapters/regulation.html": "<p>There are 40 rules.</p>",
    "chapters/partner_register.html": "<p>The register.</p>",
}
#: pages that only the old version has: one moved, one of a body, one without a successor
ONLY_OLD = {
    "chapters/detention.html": "<p>It was moved.</p>",
    "register/body-a.html": "<p>A body.</p>",
    "chapters/essay.html": "<p>It was dropped.</p>",
}
MOVES = {"chapters/detention.html": "chapters/target_populations.html"}


def build(folder: Path, version: str, pages: dict[str, str], files: dict[str, bytes]) -> None:
    """Write a site: pages in the real frame, the real stylesheet and script, and a manifest."""
    layout = Environment(loader=FileSystemLoader(theme.TEMPLATES), autoescape=False).from_string(
        '{% extends "layout.html" %}{% block body %}{{ text }}{% endblock %}'
    )
    written = {"index.html": START}
    for name, text in pages.items():
        root = "../" * name.count("/")
        written[name] = layout.render(
            text=f"<h1>{name}</h1>{text}",
            head_title=name,
            css_path=f"{root}_static/book.css",
            script_path=f"{root}_static/book.js",
            icon_path=f"{root}_static/icon.svg",
            pathto=lambda target, resource=0, root=root: (
                f"{root}{target}{'' if resource else '.html'}"
            ),
            root_doc="chapters/index",
            pagename=name.removesuffix(".html"),
            page_kind="inner",
            docstitle="The book",
            root_title="The book",
            contents_nav=f'<ul><li><a href="{root}chapters/regulation.html">Rules</a></li></ul>',
            copyright="2026",
            version=version,
            metatags="",
        )
    for name in ("book.css", "book.js", "icon.svg"):
        (folder / "_static").mkdir(parents=True, exist_ok=True)
        shutil.copy(theme.STATIC / name, folder / "_static" / name)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    written["search.html"] = written["chapters/index.html"].replace("../", "")
    sites.write(folder, files=dict.fromkeys(sites.FILES) | written, version=version)


def both(folder: Path) -> Path:
    """Write the two releases, the second with its page, file and feed of changes; return the folder."""
    new = rehearsal.new_version()
    step = {"is_released": True, **compare.compare(rehearsal.OLD, new)}
    listed = [{k: v[k] for k in ("version", "date")} for v in (rehearsal.OLD, new)]
    about = {"title": "The book", "author": "Its authors", "date": "2026-11-24"}
    of_old = {"changes/feed.xml": feed.atom(listed[:1], [], **about)}
    of_new = {
        "changes/feed.xml": feed.atom(listed, [step], **about),
        "changes/changes.json": feed.as_json([step]),
    }
    build(folder / "2026.11.0/site", "2026.11.0", PAGES | ONLY_OLD, of_old)
    changed = PAGES | {
        "chapters/regulation.html": "<p>There are 41 rules.</p>",
        "chapters/target_populations.html": "<p>Here it is now.</p>",
        "chapters/reference/changes.html": page.html([step], "../../"),
        "chapters/reference/numbers.html": "<p>Numbers.</p>",
    }
    build(folder / "2026.12.0/site", "2026.12.0", changed, of_new)
    return folder
