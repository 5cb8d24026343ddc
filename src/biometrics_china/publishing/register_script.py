"""What the search of the register loads: names for matching, then the records of what is shown.

All are scripts, since a page that was opened from a folder may load nothing else. `published` has
one with the keys of all names and the tables of the steps, so that it gives the answers of
`register.matcher`, one for each `SHARD` bodies with all that an answer shows of them, and one for
each released version with the answers that have changed since.
"""

from __future__ import annotations

import json
import zlib
from functools import cache
from typing import Any

from biometrics_china import metadata
from biometrics_china.publishing import register_matching, register_since
from biometrics_china.publishing.register_data import entries, lists_as_read
from biometrics_china.publishing.register_words import CAUTION, NO_RECORD
from biometrics_china.register import advice, elsewhere, lead, lists, opening, signs
from biometrics_china.register.entities import bodies
from biometrics_china.register.records import KINDS
from biometrics_china.register.standing import lists_now

#: the folder below the site, and the script of names in it
FOLDER, NAMES = "register/data", "names.js"
#: how many bodies share a file of records
SHARD = 32
#: what a hit is shown by before its records are loaded
BRIEF = ("id", "name", "name_en", "name_zh", "kind", "country", "page")


def _said() -> dict[str, Any]:
    """Return what every answer says beside the body: version, lists as read, fixed words.

    A body's `on` are places in `order`: the lists that it is on, the heaviest first.
    """
    return {
        "version": metadata.load().printed_version,
        "kinds": KINDS,
        "editions": list(lists_as_read().values()),
        "order": lists.ORDER,
        "caution": CAUTION,
        "no_record": NO_RECORD,
        "signs": [*elsewhere.as_data(), *signs.as_data()],
        "partly": lead.partly(),
        "opening": opening.as_data(),
        "not_shown": advice.NOT_SHOWN,
        "next_steps": advice.next_steps(),
    }


def _brief() -> list[dict[str, Any]]:
    """Return each body with what it is matched and first shown by."""
    keys = {b.id: b for b in bodies()}
    return [
        {
            **{k: e[k] for k in BRIEF},
            "shard": place // SHARD,
            "on": [lists.weight(name) for name in lists_now(e["id"])],
            "keys": list(keys[e["id"]].names),
            "sounds": list(keys[e["id"]].sounds),
            "weak": list(keys[e["id"]].weak),
            "whole": list(keys[e["id"]].whole),
            "bare": list(keys[e["id"]].bare),
            "kinds": list(keys[e["id"]].kinds),
        }
        for place, e in enumerate(entries())
    ]


def _shard(place: int) -> dict[str, Any]:
    """Return the bodies of one shard by id, with all that an answer shows."""
    some = entries()[place * SHARD : (place + 1) * SHARD]
    return {e["id"]: e | {"since": register_since.since_last(e["id"])} for e in some}


@cache
def published() -> dict[str, bytes]:
    """Return the scripts: path below the site → content."""
    names = {**register_matching.tables(), **_said(), "bodies": _brief()}
    found = {f"{FOLDER}/{NAMES}": f"window.REGISTER = {_json(names)};\n".encode()}
    for place in range(-(-len(entries()) // SHARD)):
        found[f"{FOLDER}/{place:02}.js"] = _call("keep", _shard(place))
    for version, changed in register_since.since().items():
        call = _call("keepSince", version, changed, register_since.gone(version))
        found[f"{FOLDER}/since-{version}.js"] = call
    return found


def mark() -> str:
    """Return what makes a browser drop old copies of the scripts."""
    return f"{zlib.crc32(b''.join(published().values())):08x}"


def _call(name: str, *given: object) -> bytes:
    """Return the call that gives data to the scripts of the page."""
    return f"window.registerPage.{name}({', '.join(map(_json, given))});\n".encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
