"""The static page of a body of the register, so that nothing depends on a script."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from biometrics_china.capitals import lower_first
from biometrics_china.publishing import register_places, rows, theme
from biometrics_china.publishing.markup import definitions, link, tag, text
from biometrics_china.publishing.mentions import source_link
from biometrics_china.publishing.register_data import lists_as_read, names_of
from biometrics_china.publishing.register_words import CAUTION, NO_RECORD, REPORT
from biometrics_china.register import advice
from biometrics_china.register.records import KINDS

Json = Mapping[str, Any]
_ADDRESS = re.compile(r"https://[^\s()]+(?<![.;,:])")


def facts_html(entry: Json, link_to: Callable[[str], str]) -> str:
    """Return names, kind and kin of a body; `link_to(id)` gives a link to another body."""
    pairs = [
        ("Chinese name", text(entry["name_zh"])),
        ("Pinyin", text(entry["name_pinyin"])),
        ("Other names", text("; ".join(entry["aliases"]))),
        ("Kind", text(entry["kind"])),
        ("Country", text(entry["country"])),
        ("Part of", ", ".join(link_to(i) for i in entry["part_of"])),
        ("Has parts in the register", ", ".join(link_to(i) for i in entry["parts"])),
        ("Lasting id", tag("code", text(entry["id"]))),
    ]
    return definitions(pairs)


def body_link(entity_id: str) -> str:
    """Return a link from a page of the register to another body."""
    return link(register_places.page(entity_id), text(names_of()[entity_id]))


def body_html(entry: Json, root: str) -> str:
    """Return the static page of one body: how it stands on lists, then its records by kind."""
    parts = [tag("h1", text(entry["name"]))]
    parts += [
        _section(s["heading"], s["kind"], _sentences(s["lines"], root)) for s in entry["sections"]
    ]
    parts.append(_section("Names and kind", "names", facts_html(entry, body_link)))
    parts.append(tag("p", text(CAUTION), class_="notice"))
    parts += [
        _section(title, f"records-{kind}", _records(entry, kind, root))
        for kind, title in KINDS.items()
        if any(r["kind"] == kind for r in entry["records"])
    ]
    if not entry["records"]:
        parts.append(tag("p", text(NO_RECORD)))
    parts.append(_section("What the records do not show", "not-shown", _not_shown(entry, root)))
    parts.append(_section("Next steps", "next-steps", _sentences(advice.next_steps(), root)))
    if entry["lists"]:
        read = tag("ul", *(tag("li", edition_html(i)) for i in entry["lists"]))
        parts.append(_section("The lists as they were read", "lists", read))
    return "".join(parts) + closing_html(root)


def closing_html(root: str) -> str:
    """Return what a page of the register ends with: how to report an error, and the search."""
    search = link(f"{root}chapters/partner_register.html", "Screen another name")
    script = tag("script", src=theme.asset(root, "register-age.js"), defer=True)
    return tag("p", text(REPORT)) + tag("p", search) + script


def edition_html(list_id: str) -> str:
    """Return which edition of a list was read, up to which day, and how often it changes."""
    found = lists_as_read()[list_id]
    name = link(found["address"], text(found["name"])) if found["address"] else text(found["name"])
    day = tag("time", text(found["read_to_said"]), datetime=found["read_to"], class_="read-to")
    who = text(f"{found['authority']}, {found['country']}")
    read = f"{name} ({who}): {text(found['edition'])}, known up to {day}"
    return f"{read}; changes {text(found['changes'])}"


def record_html(record: Mapping[str, str], root: str, *, known: str = "") -> str:
    """Return a record as a line; the source `known` is not named again."""
    day = tag("b", text(record["date_said"])) + " " if record["date"] else ""
    is_named = record["source_id"] not in ("", known)
    source = source_link(record["source_id"], root) if is_named else ""
    basis = f"{source} ({text(lower_first(record['source_kind']))}) · " if source else ""
    table, _, row_id = record["record"].partition("/")
    name = rows.row_link(table, row_id, root, record["record"])
    return f"{day}{text(record['text'])}. {tag('small', f'{basis}record {name}')}"


def _section(title: str, anchor: str, *content: str) -> str:
    return tag("section", tag("h2", text(title), id=anchor), *content)


def _sentences(said: list[str], root: str) -> str:
    return tag("ul", *(tag("li", linked(s.rstrip("."), root) + ".") for s in said))


def linked(said: str, root: str) -> str:
    """Return a sentence as HTML in which each address leads there, and each lasting id to its row."""
    with_rows = rows.linked(said, root)
    return _ADDRESS.sub(lambda found: link(found.group(), found.group()), with_rows)


def _records(entry: Json, kind: str, root: str) -> str:
    rows = [r for r in entry["records"] if r["kind"] == kind]
    return tag("ul", *(tag("li", record_html(r, root)) for r in rows), class_="records")


def _not_shown(entry: Json, root: str) -> str:
    empty = [t for k, t in KINDS.items() if not any(r["kind"] == k for r in entry["records"])]
    held = (
        [f"The book holds no record under: {', '.join(map(lower_first, empty))}."] if empty else []
    )
    return _sentences([*held, *advice.NOT_SHOWN], root)
