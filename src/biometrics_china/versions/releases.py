"""The released versions: `releases/index.json` lists them; each left a snapshot and lasting names."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from biometrics_china import place
from biometrics_china.versions import compare, snapshot
from biometrics_china.versions.snapshot import Json

#: calendar versions: year, month, number
VERSION = re.compile(r"(20\d\d)\.(1[0-2]|[1-9])\.(\d+)")

SNAPSHOT = "snapshot.json.gz"
#: names that last and are in no snapshot, beside it, one a line
_NAMES = "lasting.txt"


class BadRelease(ValueError):
    """The list of releases is wrong, or a version cannot be added; the message is one line."""


def key(version: str) -> tuple[int, ...]:
    """Return what versions are ordered by. Raises BadRelease if it is no calendar version."""
    found = VERSION.fullmatch(version)
    if not found:
        raise BadRelease(f"version {version!r}: year, month and number are right, as in 2026.12.0")
    return tuple(map(int, found.groups()))


def index(at: Path | None = None) -> list[Json]:
    """Return `version` and `date` of each release, oldest first. Raises BadRelease."""
    path = (at or place.root() / "releases") / "index.json"
    if not path.is_file():
        return []
    try:
        listed: list[Json] = json.loads(path.read_text(encoding="utf-8"))["releases"]
        versions = [r["version"] for r in listed if r["date"]]
        ordered = sorted(set(versions), key=key)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadRelease(f"{path.name}: is no list of releases: {error!r}") from None
    if versions != ordered or len(versions) != len(listed):
        raise BadRelease(f"{path.name}: each version once, with a date, oldest first, is right")
    return listed


def load(version: str, at: Path | None = None) -> Json:
    """Return the snapshot of a released version. Raises BadRelease if there is none."""
    key(version)
    path = (at or place.root() / "releases") / version / SNAPSHOT
    if not path.is_file():
        raise BadRelease(f"version {version!r} left no snapshot; {path.name} is missing")
    found, names = snapshot.read(path), path.with_name(_NAMES)
    if names.is_file():
        found["lasting"] = names.read_text(encoding="utf-8").splitlines()
    return found


def keep(present: Json, at: Path | None = None) -> Path:
    """Store the snapshot of a version that is being released, list it, and return its path.

    Raises BadRelease if the version is released already, or is not later than the last one.
    """
    where, version = at or place.root() / "releases", present["version"]
    listed = index(where)
    if listed and key(version) <= key(listed[-1]["version"]):
        last = listed[-1]["version"]
        raise BadRelease(f"version {version!r} is not later than {last}, which is released")
    key(version)
    path: Path = where / version / SNAPSHOT
    snapshot.write(path, {k: v for k, v in present.items() if k != "lasting"})
    if "lasting" in present:
        path.with_name(_NAMES).write_text("\n".join([*present["lasting"], ""]), encoding="utf-8")
    listed.append({"version": version, "date": present["date"]})
    content = json.dumps({"releases": listed}, indent=1) + "\n"
    (where / "index.json").write_text(content, encoding="utf-8")
    return path


def steps(present: Json, at: Path | None = None) -> list[Json]:
    """Return the comparisons of each version with the one before it, newest first.

    The present state comes first, unless it says what the last release says; it has `is_released`
    False, and of all others it is True. The first version of all has nothing before it.
    """
    known = [load(r["version"], at) for r in index(at)]
    found = [_step(old, new, True) for old, new in pairwise(known)]
    if known:
        since = _step(known[-1], present, False)
        found += [] if compare.is_empty(since) else [since]
    return found[::-1]


def _step(old: Json, new: Json, is_released: bool) -> Json:
    return {"is_released": is_released, **compare.compare(old, new)}


@cache
def present_steps() -> tuple[Json, ...]:
    """Return the steps up to the present state, as it is stored in this checkout."""
    return tuple(steps(snapshot.take())) if index() else ()
