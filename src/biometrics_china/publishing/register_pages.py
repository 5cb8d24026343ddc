"""The register as pages: a static one for each body, so that nothing depends on a script."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from biometrics_china import tables
from biometrics_china.publishing.markup import definitions, link, tag, text
from biometrics_china.publishing.register_data import CAUTION, entries, names_of
from biometrics_china.publishing.renderer import source_link
from biometrics_china.register.records import KINDS

REPORT = (
    "To report an error, name the record by its id and the source that shows what is wrong, as "
    "CONTRIBUTING.md in the book’s repository describes. A body that is named here may do so too; "
    "its answer is printed beside the record."
)


def facts_html(entry: Mapping[str, Any], link_to: Callable[[str], str]) -> str:
    """Return names, kind and kin of a body; `link_to(id)` gives a link to another body."""
    pairs = [
        ("Chinese name", text(entry["name_zh"])),
        ("Pinyin", text(entry["name_pinyin"])),
        ("Other names", text("; ".join(entry["aliases"]))),
        ("Kind", text(entry["kind"])),
        ("Country", text(entry["country"])),
        ("Part of", link_to(entry["part_of"]) if entry["part_of"] else ""),
        ("Has parts in the register", ", ".join(link_to(i) for i in entry["parts"])),
        ("Lasting id", tag("code", text(entry["id"]))),
    ]
    return definitions(pairs)


def body_html(entry: Mapping[str, Any], root: str) -> str:
    """Return the static page of one body."""
    names = names_of()
    facts = facts_html(entry, lambda i: link(f"{i}.html", text(names[i])))
    parts = [tag("h1", text(entry["name"])), facts, tag("p", text(CAUTION), class_="notice")]
    parts += [
        tag("section", tag("h2", text(title), id=f"records-{kind}"), _list(entry, kind, root))
        for kind, title in KINDS.items()
        if any(r["kind"] == kind for r in entry["records"])
    ]
    if not entry["records"]:
        parts.append(tag("p", "No record names this body itself; it stands here for its parts."))
    search = link(f"{root}chapters/partner_register.html", "Screen another name")
    parts += [tag("p", text(REPORT)), tag("p", search)]
    return "".join(parts)


def _list(entry: Mapping[str, Any], kind: str, root: str) -> str:
    rows = [r for r in entry["records"] if r["kind"] == kind]
    return tag("ul", *(tag("li", _line(r, root)) for r in rows), class_="records")


def _line(record: Mapping[str, str], root: str) -> str:
    day = tag("b", text(record["date"])) + " " if record["date"] else ""
    relay = ", a relay" if record["is_relay"] == "yes" else ""
    source = source_link(record["source_id"], root) if record["source_id"] else ""
    basis = f"{source} ({text(record['source_kind'].lower())}{relay})" if source else ""
    name = tag("code", text(record["record"]))
    return f"{day}{text(record['text'])}. {tag('small', f'{basis} · record {name}')}"


def search_html(root: str, address: Callable[[str], str]) -> str:
    """Return the search of the register and the list of all bodies.

    `address(file)` gives the address of a static file.
    """
    form = (
        '<form class="search-form screening" role="search" aria-label="Screen a name">'
        '<label for="screened">A name in English or Chinese, an alias, or a part of one.</label>'
        '<div class="search-row"><input id="screened" type="search" name="name" autocomplete="off" '
        'spellcheck="false"><button type="submit">Screen</button></div></form>'
    )
    noscript = tag(
        "noscript",
        tag(
            "p",
            "The search needs JavaScript, which is switched off here. The list below leads to the "
            "same records of every body.",
            class_="notice",
        ),
    )
    answer = '<p class="screening-status" role="status"></p><ol class="screening-results"></ol>'
    scripts = "".join(
        f'<script src="{address(name)}" defer></script>'
        for name in ("register-data.js", "register.js")
    )
    take = (
        f"Take the register away: {link(f'{root}register/register.csv', 'CSV', download=True)}, "
        f"{link(f'{root}register/register.json', 'JSON', download=True)}."
    )
    notice = tag("p", text(CAUTION), class_="notice")
    return notice + form + noscript + answer + tag("p", take) + scripts


def list_html(root: str) -> str:
    """Return the list of all bodies with links to their pages, by kind."""
    kinds = tables.vocabulary("entity_kind").values()
    parts = []
    for kind in kinds:
        chosen = sorted(
            (e for e in entries() if e["kind"] == kind), key=lambda e: e["name"].casefold()
        )
        items = [tag("li", _item(e, root)) for e in chosen]
        summary = tag("summary", f"{text(kind)} ({len(chosen)})")
        parts.append(tag("details", summary, tag("ul", *items, class_="bodies")) if items else "")
    return "".join(parts)


def _item(entry: Mapping[str, Any], root: str) -> str:
    shown = link(f"{root}register/{entry['id']}.html", text(entry["name"]))
    zh = entry["name_zh"] if entry["name_en"] else ""
    chinese = f" {text(zh)}" if zh else ""
    return f"{shown}{chinese} ({len(entry['records'])})"
