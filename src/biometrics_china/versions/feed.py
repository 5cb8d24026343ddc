"""What changed from version to version, as an Atom feed (RFC 4287) and as JSON.

The ids of feed and entries are derived from the names of book and version, so that they last and
need no address. Unless an address of the site is known, links are relative to the feed, which the
standard allows and some readers do not resolve; so each entry says what changed in its own words.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from biometrics_china import metadata
from biometrics_china.versions import releases, words
from biometrics_china.versions.snapshot import Json

ATOM = "http://www.w3.org/2005/Atom"
PAGE = "chapters/reference/changes.html"
_NAMES = uuid.uuid5(uuid.NAMESPACE_OID, "biometrics-china")


def published(address: str) -> dict[str, bytes]:
    """Return the files beside the page of changes: path below the site → content."""
    steps, facts = releases.present_steps(), metadata.load()
    made = atom(
        releases.index(),
        steps,
        title=facts.title,
        author="; ".join(author.cited for author in facts.authors),
        date=facts.date,
        address=address,
    )
    return {"changes/feed.xml": made, "changes/changes.json": as_json(steps)}


def as_json(steps: Sequence[Json]) -> bytes:
    """Return the steps from version to version as JSON, newest first."""
    return (json.dumps({"steps": list(steps)}, ensure_ascii=False, indent=1) + "\n").encode()


def atom(
    released: Sequence[Json],
    steps: Sequence[Json],
    *,
    title: str,
    author: str,
    date: str,
    address: str = "",
) -> bytes:
    """Return the feed: an entry for each release (`version`, `date`), newest first.

    `steps` say what a release changed; the first one has none. `date` (ISO) stands for the feed
    while nothing is released. `address` is that of the site, if it is known.
    """
    base = address.rstrip("/") + "/" if address else "../"
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _add(feed, "id", _urn("feed"))
    _add(feed, "title", f"What changed: {title}")
    _add(feed, "updated", _moment(max([r["date"] for r in released] or [date])))
    _add(ET.SubElement(feed, "author"), "name", author)
    here = f"{base}changes/feed.xml" if address else "feed.xml"
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": here})
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": base + PAGE})
    by_version = {s["to"]["version"]: s for s in steps if s["is_released"]}
    for release in reversed(released):
        _entry(feed, release, by_version.get(release["version"]), base)
    ET.indent(feed)
    written: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(feed: ET.Element, release: Json, step: Json | None, base: str) -> None:
    version = release["version"]
    entry = ET.SubElement(feed, "entry")
    _add(entry, "id", _urn(f"version/{version}"))
    _add(entry, "title", f"Version {version}")
    _add(entry, "updated", _moment(release["date"]))
    here = f"{base}{PAGE}" + (f"#changes-{version.replace('.', '-')}" if step else "")
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": here})
    summary = f"{words.summary(step)}." if step else "The first version."
    _add(entry, "summary", summary)
    _add(entry, "content", "\n".join([summary, *(_headlines(step) if step else [])]))


def _headlines(step: Json) -> list[str]:
    changed = step["numbers"]["changed"]
    chosen = [n for n in changed if n["is_headline"]] or changed[:10]
    return [f"{n['meaning']}: {words.movement(n)}" for n in chosen]


def _add(parent: ET.Element, name: str, content: str) -> None:
    ET.SubElement(parent, name).text = content


def _urn(name: str) -> str:
    """Return the lasting id of the feed or of a version."""
    return uuid.uuid5(_NAMES, name).urn


def _moment(date: str) -> str:
    """Return a date as the moment that Atom wants."""
    return f"{date}T00:00:00Z"
