"""The register as data: what its pages show of each body, and files to take away."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from biometrics_china import provenance, tables, works
from biometrics_china.analysis.partner_register.holdings import display_name
from biometrics_china.days import date_in_words
from biometrics_china.publishing import register_places
from biometrics_china.publishing.register_words import CAUTION
from biometrics_china.register import kin, standing, summary
from biometrics_china.register.entities import named, written
from biometrics_china.register.index import Index, make
from biometrics_china.register.records import KINDS

Row = Mapping[Hashable, Any]
#: columns of the CSV file of records
_HEADS = ["entity_id", "name", "name_zh", "kind_of_body", "country", "kind", "date", "text"]
_HEADS += ["record", "source_id", "source", "source_kind", "read_in"]


@cache
def index() -> Index:
    """Return what the command answers from."""
    return make()


@cache
def entries() -> tuple[dict[str, Any], ...]:
    """Return every body with its names, kind, kin and records, by id, ready for JSON."""
    frame = named()
    kinds = tables.vocabulary("entity_kind")
    return tuple(_entry(r, kinds) for r in frame.to_dict("records"))


def _entry(row: Row, kinds: Mapping[str, str]) -> dict[str, Any]:
    entity_id = str(row["id"])
    return {
        "id": entity_id,
        "name": display_name(row),
        "name_en": _plain(row["name_en"]),
        "name_zh": _plain(row["name_zh"]),
        "name_pinyin": _plain(row["name_pinyin"]),
        "aliases": [name for name in _written()[entity_id] if name not in _names(row)],
        "kind": kinds[str(row["kind"])],
        "country": _plain(row["country"]),
        "part_of": list(kin.wholes().get(entity_id, ())),
        "parts": list(kin.parts().get(entity_id, ())),
        "page": register_places.page(entity_id),
        "lists": list(register_places.lists_of().get(entity_id, ())),
        "lead": index().leads[entity_id],
        "standing": summary.standing(index(), entity_id),
        "sections": [
            {"kind": s.kind, "heading": s.heading, "lines": list(s.lines)}
            for s in summary.about(index(), entity_id)
        ],
        "records": [_record(r) for r in index().records.get(entity_id, ())],
    }


@cache
def _written() -> dict[str, tuple[str, ...]]:
    """Return entity id → every name under which the search of the register finds a body."""
    return {body.id: body.names for body in written()}


def _names(row: Row) -> tuple[object, ...]:
    return row["name_en"], row["name_zh"], display_name(row)


def _plain(value: object) -> str:
    return value if isinstance(value, str) else ""


def _record(row: Mapping[str, str]) -> dict[str, str]:
    source = provenance.source(row["source_id"]) if row["source_id"] else {}
    return {
        "kind": row["kind"],
        "date": row["date"],
        "date_said": date_in_words(row["date"]) if row["date"] else "",
        "text": row["text"],
        "record": f"{row['table']}/{row['row_id']}",
        "source_id": row["source_id"],
        "source": works.cited(row["source_id"]) if source else "",
        "source_kind": tables.vocabulary("tier")[str(source["tier"])] if source else "",
        "read_in": works.mark(row["source_id"]) if source else "",
    }


@cache
def lists_as_read() -> dict[str, dict[str, str]]:
    """Return list id → the list as it was read (`standing.EDITION`), with its day in words."""
    return {e["id"]: e | {"read_to_said": date_in_words(e["read_to"])} for e in standing.editions()}


@cache
def names_of() -> dict[str, str]:
    """Return entity id → name as it is shown."""
    return {entry["id"]: entry["name"] for entry in entries()}


def published() -> dict[str, bytes]:
    """Return the files to take away: path → content."""
    lists = standing.editions()
    whole = {"caution": CAUTION, "lists": lists, "kinds": KINDS, "bodies": list(entries())}
    text_ = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    return {
        "register.json": text_.encode(),
        "register.csv": _csv(_HEADS, _lines()).encode(),
        "lists.csv": _csv(standing.EDITION, lists).encode(),
    }


def _lines() -> Iterator[dict[str, str]]:
    """Yield each record with what stands of its body, by `_HEADS`."""
    for e in entries():
        about = {"entity_id": e["id"], "kind_of_body": e["kind"]}
        about |= {k: e[k] for k in ("name", "name_zh", "country")}
        yield from ({**about, **r} for r in e["records"])


def _csv(heads: list[str], rows: Iterable[Mapping[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, heads, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
