"""The register as data: for the search of its page, and as files to take away.

The search works on `data_script`, which holds the records, the keys of all names and the tables of
the steps, so that it gives the answers of `register.match`.
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
from biometrics_china.register.entities import bodies, common, named
from biometrics_china.register.match import LONG_SOUND
from biometrics_china.register.names import FORMS, FORMS_OF, LETTERS, variants
from biometrics_china.register.records import KINDS, of_body
from biometrics_china.register.similar import SIMILAR

#: what every answer of the register is to be read with
CAUTION = (
    "A record is a record and not a verdict: it says what a source reports, not that the body broke "
    "a law or meant harm. Absence from the register is not clearance: it holds what this book "
    "found, and no more."
)

Row = Mapping[Hashable, Any]


@cache
def entries() -> tuple[dict[str, Any], ...]:
    """Return every body with its names, kind, kin and records, by id, ready for JSON."""
    frame = named()
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


def data_script() -> str:
    """Return the script that the search of the register reads."""
    keys = {b.id: b for b in bodies()}
    held = set("".join("".join(b.names) for b in bodies()))
    data = {
        "similar": SIMILAR,
        "forms": sorted(FORMS),
        "forms_of": {form: where.split() for form, where in FORMS_OF.items()},
        "letters": LETTERS,
        "common": sorted(common()),
        "long_sound": LONG_SOUND,
        "variants": {a: b for a, b in variants().items() if b in held},
        "kinds": KINDS,
        "bodies": [
            {
                **e,
                "keys": list(keys[e["id"]].names),
                "sounds": list(keys[e["id"]].sounds),
                "weak": list(keys[e["id"]].weak),
                "whole": list(keys[e["id"]].whole),
            }
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
