"""Whose answer has changed since a released version: for each answer, and as a list on the page."""

from __future__ import annotations

from functools import cache

from biometrics_china import metadata
from biometrics_china.publishing.markup import tag, text
from biometrics_china.publishing.register_data import index
from biometrics_china.register import changes


@cache
def since() -> dict[str, dict[str, list[str]]]:
    """Return version → entity id → what is said now and was not said then, newest version first."""
    found = {v: c for v, c in changes.released(index()).items() if v != metadata.load().version}
    return {version: _brief(found[version]) for version in reversed(found)}


def _brief(changed: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return what has changed; that a body is new is all that needs to be said of it."""
    new = changes.NEW
    return {i: [new] if said[0] == new else said for i, said in changed.items()}


def since_last(entity_id: str) -> dict[str, object]:
    """Return the version before and what has changed in the answer on a body since then."""
    for version, changed in since().items():
        return {"version": version, "lines": changed.get(entity_id, [])}
    return {}


def gone(version: str) -> dict[str, str]:
    """Return the names of the bodies that a version held and this one does not, by id."""
    past, now = changes.read(version).shown, index().shown
    return {i: name for i, name in past.items() if i not in now}


def part_html() -> str:
    """Return the part of the page that lists changed answers; shown where a script runs."""
    if not since():
        return ""
    options = "".join(tag("option", text(version), value=version) for version in since())
    form = tag(
        "p",
        tag("label", "Since version ", for_="since-version"),
        tag("select", options, id="since-version"),
    )
    status = tag("p", role="status", class_="since-status")
    summary = tag("summary", "Whose answer has changed")
    return tag(
        "details",
        summary,
        form,
        status,
        tag("p", text(changes.LIMITS)),
        tag("div", class_="since-results"),
        class_="since",
        data_new=changes.NEW,
        hidden=True,
    )
