"""The search of the register on its page, and the list of all bodies below it."""

from __future__ import annotations

from collections.abc import Callable

from biometrics_china import tables
from biometrics_china.publishing import (
    register_lists,
    register_places,
    register_script,
    register_since,
)
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.register_data import entries
from biometrics_china.publishing.register_words import CAUTION
from biometrics_china.register.reading import decoding

#: scripts that come with the page; names, their matching and records come when they are needed
AT_ONCE = (
    "register-age.js",
    "register-parts.js",
    "register-answer.js",
    "register-file.js",
    "register-decode.js",
    "register-read.js",
    "register-xlsx.js",
    "register-table.js",
    "register-batch.js",
    "register-since.js",
    "register.js",
)
#: what matches names, loaded after them
MATCHING = "register-match.js"
#: many names at once; shown where a script runs
_BATCH = (
    f'<details class="batch" data-in-names="{"".join(sorted(decoding.IN_NAMES))}" hidden>'
    "<summary>Many names at once</summary>"
    '<form aria-label="Many names at once">'
    '<p><label for="batch-names">Names, one a line</label>'
    '<textarea id="batch-names" name="names" rows="5" spellcheck="false"></textarea></p>'
    '<p><label for="batch-file">Or a file from your disk: CSV, TSV, TXT or XLSX</label>'
    '<input id="batch-file" name="file" type="file" accept=".csv,.tsv,.txt,.xlsx"></p>'
    '<div class="batch-choice" hidden>'
    '<p><label for="batch-column">Column with the names</label>'
    '<select id="batch-column" name="column"></select></p>'
    '<p><input id="batch-heads" name="heads" type="checkbox">'
    '<label for="batch-heads">The first row has the heads of the columns</label></p></div>'
    '<p class="filing-buttons"><button type="submit" class="tool">Screen all</button>'
    '<button type="button" class="tool batch-stop" hidden>Stop</button></p></form>'
    "<p>Names and files are read in this browser and sent nowhere.</p>"
    '<progress max="1" value="0" aria-label="Names compared" hidden></progress>'
    '<p class="batch-status" role="status"></p><div class="batch-results"></div></details>'
)


def search_html(root: str, address: Callable[[str], str]) -> str:
    """Return the search of the register.

    `address(file)` gives the address of a static file.
    """
    notice = tag("p", text(CAUTION), class_="notice")
    noscript = tag(
        "noscript",
        tag(
            "p",
            "The search needs JavaScript, which is switched off here. The list below leads to the "
            "same records of every body.",
            class_="notice",
        ),
    )
    answer = (
        '<p class="screening-status" role="status"></p>'
        '<section class="filing" aria-label="Answer" hidden></section>'
    )
    scripts = "".join(tag("script", src=address(name), defer=True) for name in AT_ONCE)
    many = _BATCH + register_since.part_html()
    parts = (notice, _form(root, address), noscript, answer, many, _take_away(root), scripts)
    return "".join(parts)


def _form(root: str, address: Callable[[str], str]) -> str:
    fields = (
        '<label for="screened">A name in English or Chinese, an alias, or a part of one.</label>'
        '<div class="search-row"><input id="screened" type="search" name="name" autocomplete="off" '
        'spellcheck="false"><button type="submit">Screen</button></div>'
        "<small>Names are compared in this browser and sent nowhere. To link to an answer, use the "
        "address with #name=, which browsers keep from the server; ?name= works too, but a server "
        "may log it.</small>"
    )
    return tag(
        "form",
        fields,
        class_="search-form screening",
        role="search",
        aria_label="Screen a name",
        data_folder=f"{root}{register_script.FOLDER}/",
        data_mark=register_script.mark(),
        data_match_src=address(MATCHING),
    )


def _take_away(root: str) -> str:
    def file(name: str, words: str) -> str:
        return link(f"{root}register/{name}", words, download=True)

    csv, json, lists = file("register.csv", "CSV"), file("register.json", "JSON"), "lists.csv"
    read = file(lists, "the lists as they were read")
    return tag("p", f"Take the register away: {csv}, {json}, and {read}.")


def list_html(root: str) -> str:
    """Return links to all bodies: by kind, and by list those that are known from lists alone."""
    kinds = tables.vocabulary("entity_kind").values()
    chosen = [e for e in entries() if e["id"] in register_places.own()]
    chosen.sort(key=lambda e: e["name"].casefold())
    parts = [_fold(root, kind, [e for e in chosen if e["kind"] == kind]) for kind in kinds]
    rest = tag("p", "Bodies that are known from official lists alone share a page by list:")
    return "".join(parts) + rest + register_lists.links_html(root)


def _fold(root: str, kind: str, some: list[dict[str, object]]) -> str:
    items = [tag("li", _item(e, root)) for e in some]
    summary = tag("summary", f"{text(kind)} ({len(some)})")
    return tag("details", summary, tag("ul", *items, class_="bodies")) if items else ""


def _item(entry: dict[str, object], root: str) -> str:
    shown = link(f"{root}register/{entry['page']}", text(entry["name"]))
    chinese = f" {text(entry['name_zh'])}" if entry["name_en"] and entry["name_zh"] else ""
    return f"{shown}{chinese} ({len(list(entry['records']))})"  # type: ignore[call-overload]
