"""The pages that bodies share which are known from official lists alone, one page a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from biometrics_china.counts import many
from biometrics_china.publishing import register_places
from biometrics_china.publishing.markup import link, tag, text
from biometrics_china.publishing.mentions import source_link
from biometrics_china.publishing.register_data import entries, lists_as_read
from biometrics_china.publishing.register_pages import (
    body_link,
    closing_html,
    edition_html,
    record_html,
)
from biometrics_china.publishing.register_words import CAUTION

Json = Mapping[str, Any]


@cache
def shared() -> dict[str, list[Json]]:
    """Return list id → the bodies that stand on its page, by name; no list without bodies."""
    found: dict[str, list[Json]] = {i: [] for i in lists_as_read()}
    for entry in sorted(entries(), key=lambda e: e["name"].casefold()):
        if entry["id"] not in register_places.own():
            found[entry["lists"][0]].append(entry)
    return {i: bodies for i, bodies in found.items() if bodies}


def pages() -> Iterator[tuple[str, str, str]]:
    """Yield address without ending, title and HTML of each shared page."""
    for list_id, bodies in shared().items():
        title = f"Bodies known from the {lists_as_read()[list_id]['name']}"
        address = f"register/{register_places.list_page(list_id).removesuffix('.html')}"
        yield address, title, _page(list_id, title, bodies, "../")


def _page(list_id: str, title: str, bodies: list[Json], root: str) -> str:
    sources = Counter(r["source_id"] for e in bodies for r in e["records"])
    most = sources.most_common(1)[0][0]
    about = (
        f"This book knows {many(len(bodies), 'body', 'bodies')} of this list by entries on lists alone. "
        f"Whatever it records of {'it' if len(bodies) == 1 else 'them'} stands here; a body that it "
        "knows from more sides has a page of its own."
    )
    head = [
        tag("h1", text(title)),
        tag("p", edition_html(list_id) + "."),
        tag("p", text(about)),
        tag("p", f"Source, unless another is named: {source_link(most, root)}."),
        tag("p", text(CAUTION), class_="notice"),
    ]
    items = (_body(entry, root, most) for entry in bodies)
    return (
        "".join(head) + tag("ul", *items, class_="listed") + _others(list_id) + closing_html(root)
    )


def _body(entry: Json, root: str, known: str) -> str:
    chinese = f" {text(entry['name_zh'])}" if entry["name_en"] else ""
    aliases = "; ".join(entry["aliases"])
    small = tag("small", f"also {text(aliases)}") if aliases else ""
    records = (tag("li", record_html(r, root, known=known)) for r in entry["records"])
    said = "".join(text(s.rstrip(".")) + ". " for s in _said(entry))
    return tag(
        "li",
        tag("p", f"{tag('b', text(entry['name']))}{chinese} {small}"),
        tag("p", said.strip()),
        tag("ul", *records, class_="records"),
        id=f"body-{entry['id']}",
    )


def _said(entry: Json) -> list[str]:
    """Return what stands before the records; of rules on ownership the pages of bodies tell."""
    return [line for s in entry["sections"] if s["kind"] != "rules" for line in s["lines"]]


def _others(list_id: str) -> str:
    """Return links to the bodies of a list that stand elsewhere."""
    elsewhere = [
        e
        for e in entries()
        if list_id in e["lists"] and (e["lists"][0] != list_id or e["id"] in register_places.own())
    ]
    if not elsewhere:
        return ""
    links = (tag("li", body_link(e["id"])) for e in elsewhere)
    return tag("h2", "Bodies of this list that stand on other pages", id="others") + tag(
        "ul", *links, class_="bodies"
    )


def links_html(root: str) -> str:
    """Return the list of the shared pages."""
    items = (
        tag(
            "li",
            link(
                f"{root}register/{register_places.list_page(i)}", text(lists_as_read()[i]["name"])
            ),
            f" ({len(bodies):,})",
        )
        for i, bodies in shared().items()
    )
    return tag("ul", *items, class_="bodies")
