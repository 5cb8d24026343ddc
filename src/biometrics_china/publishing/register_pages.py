"""The register as pages, as data for its search, and as files to take away.

Each body has a static page, so that nothing depends on a script. The search of the page "Screening
a partner" works on `data_script`, which holds the same records, the keys of all names and the steps'
tables, so that it gives the answers of `register.match`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Hashable, Mapping
from functools import cache
from typing import Any

from biometrics_china import provenance, tables
from biometrics_china.analysis.partner_register.holdings import display_name
from biometrics_china.publishing.markup import definitions, link, tag, text
from biometrics_china.publishing.renderer import source_link
from biometrics_china.register.entities import bodies
from biometrics_china.register.match import SIMILAR
from biometrics_china.register.names import FORMS, variants
from biometrics_china.register.records import KINDS, of_body

#: what every answer of the register is to be read with
CAUTION = (
    "A record is a record and not a verdict: it says what a source reports, not that the body broke "
    "a law or meant harm. Absence from the register is not clearance: it holds what this book "
    "found, and no more."
)
REPORT = (
    "To report an error, name the record by its id and the source that shows what is wrong, as "
    "CONTRIBUTING.md in the book’s repository describes. A body that is named here may do so too; "
    "its answer is printed beside the record."
)

Row = Mapping[Hashable, Any]


@cache
def entries() -> tuple[dict[str, Any], ...]:
    """Return every body with its names, kind, kin and records, by id, ready for JSON."""
    frame = tables.load("entities").sort_values("id")
    kinds = tables.vocabulary("entity_kind")
    parents = dict(zip(frame["id"], frame["parent_id"], strict=True))
    return tuple(_entry(r, kinds, parents) for r in frame.to_dict("records"))


def _entry(row: Row, kinds: Mapping[str, str], parents: Mapping[str, Any]) -> dict[str, Any]:
    entity_id = str(row["id"])
    return {
        "id": entity_id,
        "name": display_name(row),
        "name_en": _plain(row["name_en"]),
        "name_zh": _plain(row["name_zh"]),
        "name_pinyin": _plain(row["name_pinyin"]),
        "aliases": list(row["aliases"] or ()),
        "kind": kinds[str(row["kind"])],
        "country": _plain(row["country"]),
        "part_of": _plain(row["parent_id"]),
        "parts": [i for i, parent in parents.items() if parent == entity_id],
        "records": [_record(r) for r in of_body(entity_id).to_dict("records")],
    }


def _plain(value: object) -> str:
    return value if isinstance(value, str) else ""


def _record(row: Row) -> dict[str, str]:
    source = provenance.source(str(row["source_id"])) if row["source_id"] else {}
    return {
        "kind": str(row["kind"]),
        "date": str(row["date"]),
        "text": str(row["text"]),
        "record": f"{row['table']}/{row['row_id']}",
        "source_id": str(row["source_id"]),
        "source": _plain(source.get("publisher")),
        "source_kind": tables.vocabulary("tier")[str(source["tier"])] if source else "",
        "is_relay": "yes" if source.get("is_relay") else "no",
    }


def names_of() -> dict[str, str]:
    """Return entity id → name as it is shown."""
    return {entry["id"]: entry["name"] for entry in entries()}


def facts_html(entry: Mapping[str, Any], link_to: Any) -> str:
    """Return names, kind and kin of a body; `link_to(id)` gives a link to another body."""
    pairs = [
        ("Chinese name", text(entry["name_zh"]) and tag("span", text(entry["name_zh"]), lang="zh")),
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


def search_html(root: str, address: Any) -> str:
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
    chinese = f" {tag('span', text(zh), lang='zh')}" if zh else ""
    return f"{shown}{chinese} ({len(entry['records'])})"


def data_script() -> str:
    """Return the script that the search of the register reads."""
    keys = {b.id: b for b in bodies()}
    held = set("".join("".join(b.names) for b in bodies()))
    data = {
        "similar": SIMILAR,
        "forms": sorted(FORMS),
        "variants": {a: b for a, b in variants().items() if b in held},
        "kinds": KINDS,
        "bodies": [
            {**e, "keys": list(keys[e["id"]].names), "sounds": list(keys[e["id"]].sounds)}
            for e in entries()
        ],
    }
    return f"window.REGISTER = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def published() -> dict[str, bytes]:
    """Return the files to take away: path → content."""
    whole = {"caution": CAUTION, "kinds": KINDS, "bodies": list(entries())}
    text_ = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    return {"register.json": text_.encode(), "register.csv": _csv().encode()}


def _csv() -> str:
    heads = ["entity_id", "name", "name_zh", "kind_of_body", "country", "kind", "date", "text"]
    heads += ["record", "source_id", "source", "source_kind", "is_relay"]
    out = io.StringIO()
    writer = csv.DictWriter(out, heads, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    for e in entries():
        about = {"entity_id": e["id"], "kind_of_body": e["kind"]}
        about |= {k: e[k] for k in ("name", "name_zh", "country")}
        writer.writerows({**about, **r} for r in e["records"])
    return out.getvalue()
