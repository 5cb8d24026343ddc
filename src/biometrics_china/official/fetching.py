"""Getting official files from a folder, an address or the places kept, never more than they may be."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable
from http.client import HTTPException
from pathlib import Path

from biometrics_china.official import kept, ofac
from biometrics_china.official.entry import BadFile

#: bytes of one file; the largest as issued has about 50 million
MOST_BYTES = 200_000_000
#: seconds until a server must have answered, and for a whole file
WAIT, MOST_SECONDS = 60.0, 600.0
_SCHEMES = ("http", "https", "file")
#: some servers turn away a program that does not name itself
_AGENT = "biometrics-china lists (reads official lists once a week)"
_CHUNK = 1 << 16


def files(source: str | None) -> tuple[dict[str, bytes], list[BadFile]]:
    """Return name or address → bytes, and what could not be read.

    A source is a folder, a file, or an address; without one it is all places that are kept.
    """
    if source is None:
        return _of_places()
    if "://" in source:
        return _each(_with_siblings(source))
    path = Path(source)
    if not path.exists():
        raise BadFile(source, "is not there", "a folder, a file or an address")
    found = sorted(p for p in path.iterdir() if _is_meant(p)) if path.is_dir() else [path]
    if not found:
        raise BadFile(source, "holds no file", "a folder of official files")
    if not path.is_dir() and path.name.lower() in ofac.FILES:
        others = ofac.FILES[path.name.lower()]
        found += [p for p in path.parent.iterdir() if p.name.lower() in others]
    return _each(found)


def _is_meant(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")


def _each(places: Iterable[str | Path]) -> tuple[dict[str, bytes], list[BadFile]]:
    found, bad = dict[str, bytes](), list[BadFile]()
    for place in places:
        try:
            found[str(place if isinstance(place, str) else place.name)] = _read(place)
        except BadFile as error:
            bad.append(error)
    return found, bad


def _of_places() -> tuple[dict[str, bytes], list[BadFile]]:
    found, bad = dict[str, bytes](), list[BadFile]()
    for place in kept.PLACES:
        try:
            addresses = [_dated(address) for address in place.addresses]
        except BadFile as error:
            bad.append(error)
            continue
        got, wrong = _each(addresses)
        found |= {} if wrong else got
        bad += wrong
    return found, bad


def _dated(address: str) -> str:
    """Return an address with the day up to which the electronic code has been brought."""
    if kept.CODE_DAY not in address:
        return address
    right = "a list of titles with number and up_to_date_as_of"
    try:
        titles = json.loads(_read(kept.CODE_DAYS))["titles"]
        day = next(t["up_to_date_as_of"] for t in titles if t["number"] == kept.CODE_TITLE)
    except (ValueError, LookupError, TypeError, StopIteration):
        raise BadFile(kept.CODE_DAYS, "does not say the day of title 15", right) from None
    return address.replace(kept.CODE_DAY, str(day))


def _with_siblings(address: str) -> list[str]:
    """Return an address, and for a main file of the Treasury those of the files beside it."""
    head, stroke, last = address.rpartition("/")
    others = ofac.FILES.get(last.lower(), ())
    return [address, *(head + stroke + (n.upper() if last.isupper() else n) for n in others)]


def _read(place: str | Path) -> bytes:
    """Return the bytes of a file or an address. Raises BadFile."""
    try:
        if isinstance(place, Path):
            if place.stat().st_size > MOST_BYTES:
                raise BadFile(str(place), "is too large", f"at most {MOST_BYTES:,} bytes")
            return place.read_bytes()
        return _download(place)
    except (OSError, HTTPException, ValueError) as error:
        said = getattr(error, "reason", None) or getattr(error, "strerror", None) or error
        if isinstance(error, urllib.error.HTTPError):
            said = f"{error.code} {said}"
            error.close()
        raise BadFile(str(place), f"cannot be read ({said})", "an official file at hand") from None


def _download(address: str) -> bytes:
    if urllib.parse.urlsplit(address).scheme not in _SCHEMES:
        raise BadFile(address, "is no address of a file", "http, https or file")
    request = urllib.request.Request(address, headers={"User-Agent": _AGENT})
    until, found = time.monotonic() + MOST_SECONDS, bytearray()
    with urllib.request.urlopen(request, timeout=WAIT) as answer:
        while chunk := answer.read(_CHUNK):
            found += chunk
            if len(found) > MOST_BYTES or time.monotonic() > until:
                right = f"at most {MOST_BYTES:,} bytes in {MOST_SECONDS:.0f} seconds"
                raise BadFile(address, "is too large or too slow", right)
        wanted = answer.headers.get("Content-Length")
    if wanted and wanted.isdigit() and int(wanted) != len(found):
        wrong = f"was cut off after {len(found):,} of {int(wanted):,} bytes"
        raise BadFile(address, wrong, "the whole file")
    return bytes(found)
