"""Where each body of the register stands on the site.

A body has a page of its own if a record beyond list entries names it, or if an entry of a list was
coded as one of the book's subject. All others share a page by list, under an anchor each, on the
first of their lists in the order of `lists.csv`.
"""

from __future__ import annotations

from functools import cache

from biometrics_china import provenance
from biometrics_china.register import standing
from biometrics_china.register.entities import bodies, entity_ids
from biometrics_china.register.records import records


@cache
def lists_of() -> dict[str, tuple[str, ...]]:
    """Return entity id → ids of the lists it is or was on, in the order of `lists.csv`."""
    order = [str(e["id"]) for e in standing.editions()]
    ids = {e["name"]: e["id"] for e in standing.editions()}
    found: dict[str, set[str]] = {}
    for row in provenance.read_rows("listings").to_dict("records"):
        for entity_id in entity_ids(str(row["entity"])):
            found.setdefault(entity_id, set()).add(ids.get(str(row["list_name"]), ""))
    return {i: tuple(name for name in order if name in lists) for i, lists in found.items()}


@cache
def own() -> frozenset[str]:
    """Return the ids of the bodies that have a page of their own."""
    frame, rows = records(), provenance.read_rows("listings")
    coded = rows[rows["technologies"].map(len).gt(0)]["entity"]
    known = set(frame[frame["kind"].ne("list")]["entity_id"])
    known |= {i for name in coded for i in entity_ids(str(name))}
    return frozenset(b.id for b in bodies() if b.id in known or not lists_of().get(b.id))


def page(entity_id: str) -> str:
    """Return the address of a body below `register/`."""
    if entity_id in own():
        return f"{entity_id}.html"
    return f"{list_page(lists_of()[entity_id][0])}#body-{entity_id}"


def list_page(list_id: str) -> str:
    """Return the address of the page of a list below `register/`."""
    return f"list-{list_id}.html"
