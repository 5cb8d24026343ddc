"""What the register says of a body now that it did not say in an earlier release, in sentences.

Each release keeps what its register held (`PATH` below its folder): the names of the bodies, the lists
that they were on, and which records there were. A typed name is looked up in it by the steps of now,
so a change of the steps alone is no change; nor is what is said of kin, or another word within a
record, which the page "What changed" shows. For releases before 2026.12.2 the file was made
afterwards, from the tables they kept.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from biometrics_china import place
from biometrics_china.register.index import Index
from biometrics_china.register.match import common_words
from biometrics_china.register.matcher import Matcher
from biometrics_china.register.written import Written, bodies

PATH = "register.json.gz"
#: what is said first of a body that a release did not hold
NEW = "New in the register"
FORMAT = 1
#: what is not compared, for every answer on changes
LIMITS = (
    "Names are looked up in both by the steps of matching of now. What is said of kin, and another word "
    "or day within a record, is not compared; the page “What changed” shows it."
)
#: name of a list → True if a body is on it, False if it was
Lists = dict[str, bool]
Json = dict[str, Any]


class NoPast(ValueError):
    """A release whose register cannot be compared with; the message is one line."""


@dataclass(frozen=True)
class Past:
    """What a register held: names as written, lists, and records as ``table/row`` with their kind."""

    version: str
    written: tuple[Written, ...]
    shown: dict[str, str]
    lists: dict[str, Lists]
    records: dict[str, dict[str, str]]

    @cached_property
    def matcher(self) -> Matcher:
        """What finds the bodies by a typed name, by the steps of now."""
        held = bodies(self.written)
        return Matcher(held, common_words(held))


def of_index(index: Index, version: str, written: tuple[Written, ...] = ()) -> Past:
    """Return what an index holds, as far as it is compared; to look names up, with those as written."""
    records = {
        entity_id: {f"{row['table']}/{row['row_id']}": row["kind"] for row in rows}
        for entity_id, rows in index.records.items()
    }
    lists = {
        entity_id: known
        for entity_id, stands in index.lists.items()
        if (known := {name: is_on for name, is_on in stands.items() if is_on is not None})
    }
    return Past(version, written, index.shown, lists, records)


def keep(past: Past, path: Path) -> None:
    """Store what a register held as gzipped JSON without a time stamp, one body a line."""
    bodies = (json.dumps(_stored(past, one), ensure_ascii=False) for one in past.written)
    head = f'{{"format": {FORMAT}, "version": "{past.version}", "bodies": ['
    content = f"{head}\n" + ",\n".join(bodies) + "\n]}\n"
    path.write_bytes(gzip.compress(content.encode(), compresslevel=9, mtime=0))


def _stored(past: Past, one: Written) -> Json:
    held = {
        **asdict(one),
        "shown": past.shown[one.id],
        "lists": past.lists.get(one.id),
        "records": past.records.get(one.id),
    }
    return {name: value for name, value in held.items() if value}


def read(version: str) -> Past:
    """Return what the register of a release held. Raises NoPast."""
    path = place.root() / "releases" / version / PATH
    known = ", ".join(versions()) or "none"
    if version not in versions():
        raise NoPast(f"no release {version!r} kept what its register held; known are: {known}")
    try:
        stored = json.loads(gzip.decompress(path.read_bytes()))
        if stored["format"] != FORMAT:
            raise ValueError(f"format {stored['format']!r} is not known; {FORMAT} is")
        return _of_json(stored)
    except (OSError, EOFError, ValueError, LookupError, TypeError, zlib.error) as error:
        raise NoPast(f"{path}: is not what a release keeps of its register: {error}") from None


def _of_json(stored: Json) -> Past:
    held = {body["id"]: body for body in stored["bodies"]}
    return Past(
        stored["version"],
        tuple(_written(body) for body in held.values()),
        {i: body["shown"] for i, body in held.items()},
        {i: body["lists"] for i, body in held.items() if "lists" in body},
        {i: body["records"] for i, body in held.items() if "records" in body},
    )


def _written(held: Json) -> Written:
    names, sounds, weak = (tuple(held.get(part, ())) for part in ("names", "sounds", "weak"))
    country, from_list = held.get("country", ""), held.get("from_list", False)
    return Written(held["id"], names, sounds, weak, country, from_list)


def versions() -> list[str]:
    """Return the releases that kept what their register held, oldest first."""
    found = (place.root() / "releases").glob(f"*/{PATH}")
    return sorted((p.parent.name for p in found), key=lambda v: [int(n) for n in v.split(".")])


def changed(old: Past, index: Index) -> dict[str, list[str]]:
    """Return entity id → sentences, for each body of which something else is said than before."""
    new = of_index(index, "")
    ids = dict.fromkeys([*new.shown, *old.shown])
    found = {i: list(_sentences(i, old, new, index)) for i in ids}
    return {i: sentences for i, sentences in found.items() if sentences}


def released(index: Index) -> dict[str, dict[str, list[str]]]:
    """Return version → what has changed since (see `changed`), for each release that can be read."""
    return {version: changed(read(version), index) for version in versions()}


def _sentences(entity_id: str, old: Past, new: Past, index: Index) -> Iterator[str]:
    if entity_id not in new.shown:
        yield "No longer in the register under this id"
        return
    if entity_id not in old.shown:
        yield NEW
    before, now = old.lists.get(entity_id, {}), new.lists.get(entity_id, {})
    said = dict(zip(index.lists.get(entity_id, ()), index.standing.get(entity_id, ()), strict=True))
    for name in now:
        if name not in before:
            yield f"Not said before: {said[name]}"
        elif now[name] != before[name]:
            yield f"{'Listed again' if now[name] else 'Ended'}: {said[name]}"
    yield from (f"No longer said: on the {name}" for name in before if name not in now)
    yield from _of_records(
        old.records.get(entity_id, {}), new.records.get(entity_id, {}), index.kinds
    )


def _of_records(
    before: Mapping[str, str], now: Mapping[str, str], kinds: dict[str, str]
) -> Iterator[str]:
    for what, some, others in (("New", now, before), ("No longer held", before, now)):
        count = Counter(kind for row, kind in some.items() if row not in others)
        if count:
            parts = (f"{kinds.get(kind, kind)}, {number:,}" for kind, number in count.items())
            yield f"{what} records: {'; '.join(parts)}"
