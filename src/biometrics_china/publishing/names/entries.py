"""What an index may hold: bodies, laws, places and terms, under the names that the data give them.

Nothing is typed here. People are in no table that is read: bodies are organisations, and who wrote a
work stands in the list of works.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from biometrics_china import tables, works
from biometrics_china.capitals import upper_first
from biometrics_china.publishing import register_places
from biometrics_china.publishing.register_lists import shared
from biometrics_china.publishing.rows import places
from biometrics_china.register import entities

#: kinds of works that are law or a standard
_LAW = {"legislation", "regulation", "bill", "treaty", "standard"}
#: fields that hold names of places, one or several
_PLACES = {
    "instruments": ("place",),
    "collection_events": ("place", "province"),
    "procurement": ("place", "province"),
    "populations": ("place", "province"),
    "prefectures": ("name",),
    "public_voices": ("place",),
    "reunion_counts": ("place",),
    "dna_database_sizes": ("country_name",),
    "biometric_holdings": ("place",),
    "joined_file_steps": ("place",),
    "technology_supplies": ("place",),
    "deployments": ("place",),
    "surveillance_papers": ("name",),
}
#: fields that hold names of programmes, of sets of data, and defined terms
_TERMS = {
    "joined_file_steps": "system",
    "definitions": "term",
    "training_sets": "name",
    "dna_database_sizes": "database",
}
#: vocabularies whose labels are terms of the fields that the book is about, and those of which just the
#: labels of several words are, since one word alone says too little
_LABELS = ("measure_family", "police_treaty_kind")
_LONGER_LABELS = ("programme", "technology", "safeguard", "police_link_kind", "cooperation_risk")
_BRACKETS = re.compile(r"\s*[(（]([^()（）]*)[)）]")
_HAN = re.compile(r"[\u3400-\u9fff]")
#: a name of a place: words that begin with a capital letter, and small ones between them
_PLACE = re.compile(r"[A-Z][\w’'-]+(?: (?:(?:of|the|and|da|upon) )*[A-Z][\w’'-]*)*")


@dataclass(frozen=True)
class Entry:
    """One thing that may be named: kind, what it is called, and all names it is found under.

    `names` are found as they are written, `loose` ones in capitals or not and with an s behind them.
    `zh` is the Chinese name and `sound` that in Pinyin where the data have it; `address` leads to the
    page or row of the thing below the site, if it has one.
    """

    kind: str
    name: str
    names: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    zh: str = ""
    sound: str = ""
    address: str = ""


def every() -> tuple[Entry, ...]:
    """Return all that the index may hold. What shares a name with one before it is joined to that."""
    found: list[Entry] = []
    owner: dict[str, int] = {}
    for entry in (*laws(), *bodies(), *lists(), *places_named(), *terms()):
        keys = [_key(n) for n in (*entry.names, *entry.loose)]
        is_joined = entry.kind == "term" or not owner.keys().isdisjoint(keys[:1])
        at = next((owner[k] for k in keys if k in owner), None) if is_joined else None
        if at is None:
            at = len(found)
            found.append(entry)
        else:
            found[at] = _joined(found[at], entry)
        for key in keys:
            owner.setdefault(key, at)
    return tuple(found)


def _key(name: str) -> str:
    return name.casefold().removesuffix("s")


def _joined(one: Entry, other: Entry) -> Entry:
    names, loose = _each((*one.names, *other.names)), _each((*one.loose, *other.loose))
    zh, address = one.zh or other.zh, one.address or other.address
    return replace(one, names=names, loose=loose, zh=zh, address=address)


def bodies() -> Iterator[Entry]:
    """Yield the bodies of the register, by id, under the names that are theirs alone."""
    sounds = tables.load("entities").set_index("id")["name_pinyin"]
    named = entities.named()
    for one in entities.written():
        row = named.loc[one.id]
        names = [" ".join(n.split()) for n in one.names if n not in one.weak]
        name, zh = _first(row["name_en"], row["name_zh"]), _first(row["name_zh"])
        where = f"register/{register_places.page(one.id)}"
        yield Entry("body", name, _each([name, *names]), (), zh, _first(sounds[one.id]), where)


def lists() -> Iterator[Entry]:
    """Yield the official lists by their names."""
    for row in tables.load("lists").to_dict("records"):
        name = str(row["name"])
        page = f"register/{register_places.list_page(str(row['id']))}"
        address = page if row["id"] in shared() else ""
        yield Entry("list", name, _each([name, _bare(name)]), address=address)


def laws() -> Iterator[Entry]:
    """Yield laws, rules and standards: the instruments first, then other works that are law."""
    abbreviations = tables.load("synonyms").query("kind == 'law'")
    short = {r["instrument_id"]: list(r["words"]) for r in abbreviations.to_dict("records")}
    texts = [work for work in works.all_works().values() if work["kind"] in _LAW]
    called: dict[str, list[str]] = {}
    for work in texts:
        called.setdefault(str(work["instrument_id"]), []).extend(_titles(work))
    for row in tables.load("instruments").to_dict("records"):
        zh, title = _bare(_first(row["title_zh"])), _first(row["title_en"])
        names = [_bare(title), title, zh, *short.get(row["id"], ()), *called.get(row["id"], ())]
        where = f"{places.FOLDER}/{places.rows('instruments')[row['id']][0]}.html#{row['id']}"
        yield Entry("law", _bare(title), _each(names), (), zh, "", where)
    for work in texts:
        titles = _titles(work)
        plain = [t for t in titles if not _HAN.search(t)]
        if plain and not work["instrument_id"]:
            zh = next((t for t in titles if _HAN.search(t)), "")
            yield Entry("law", plain[0], _each([*plain, zh]), (), zh)


def _titles(work: Mapping[Hashable, Any]) -> list[str]:
    """Return the titles of a work without what stands in brackets: English, as it is, and short."""
    titles = (_bare(_first(work[key])) for key in ("title_en", "title", "short"))
    return [title for title in titles if title]


def places_named() -> Iterator[Entry]:
    """Yield the places that records name, each part of a name by itself.

    Left out are the last words of a body's name, such as “Production and Construction Corps”.
    """
    tails = {n.partition(" ")[2] for one in entities.written() for n in one.names}
    tails = {tail for tail in tails if " " in tail}
    found: dict[str, None] = {}
    for table, fields in _PLACES.items():
        frame = tables.load(table)
        for cell in (cell for field in fields for cell in frame[field]):
            items = cell if isinstance(cell, tuple | list) else [_first(cell)]
            for parts in (_BRACKETS.sub(r", \1", item).split(", ") for item in items):
                if _PLACE.fullmatch(parts[0]):
                    found |= dict.fromkeys(n for n in parts if _PLACE.fullmatch(n))
    yield from (Entry("place", name, (name,)) for name in found if name not in tails)


def terms() -> Iterator[Entry]:
    """Yield words that stand for the same in English and Chinese, programmes, and defined terms."""
    for row in tables.load("synonyms").query("kind in ('same', 'short')").to_dict("records"):
        words = list(row["words"])
        zh = next((w for w in words if _HAN.search(w)), "")
        plain = [w for w in words if not _HAN.search(w)]
        if zh and plain:
            exact = [w for w in words if w.isupper() or _HAN.search(w)]
            loose = [w for w in plain if not w.isupper()]
            called = loose if row["kind"] == "short" and loose else plain
            name = upper_first(called[0])
            yield Entry("term", name, _each(exact), _each(loose), zh)
    said = [str(n) for t, field in _TERMS.items() for n in tables.load(t)[field].dropna().unique()]
    labels = [label for name in _LABELS for label in tables.vocabulary(name).values()]
    longer = [label for name in _LONGER_LABELS for label in tables.vocabulary(name).values()]
    for name in (*said, *labels, *(label for label in longer if " " in label)):
        short = tuple(w for w in _BRACKETS.findall(name) if w.isupper())
        yield Entry("term", _bare(name), short, _each([_bare(name), name]))


def _first(*values: Any) -> str:
    return next((v for v in values if isinstance(v, str) and v), "")


def _bare(title: str) -> str:
    """Return a title without what stands in brackets, and without a year behind a comma."""
    return re.sub(r", \d{4}$", "", _BRACKETS.sub("", title)).strip()


def _each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
