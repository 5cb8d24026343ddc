"""The bodies of the register and the names under which other tables know them."""

from __future__ import annotations

from biometrics_china import observing, tables
from biometrics_china.register.match import Answer, Body, body, find


@observing.kept
def bodies() -> tuple[Body, ...]:
    """Return every body of the register as the search sees it, by id.

    Its names are those of `entities` and those that records write and `entity_names` ties to it
    alone.
    """
    frame = tables.load("entities").sort_values("id", kind="stable")
    written = _written()
    found = []
    for row in frame.to_dict("records"):
        entity_id = str(row["id"])
        own = [row["name_en"], row["name_zh"], *(row["aliases"] or ())]
        names = [str(n) for n in own if isinstance(n, str) and n]
        sounds = [row["name_pinyin"]] if isinstance(row["name_pinyin"], str) else []
        found.append(body(entity_id, [*names, *written.get(entity_id, ())], sounds))
    return tuple(found)


@observing.kept
def _written() -> dict[str, tuple[str, ...]]:
    """Return entity id → names as written that stand for this body and no other."""
    found: dict[str, tuple[str, ...]] = {}
    for name, ids in _readings().items():
        if len(ids) == 1:
            found[ids[0]] = (*found.get(ids[0], ()), name)
    return found


@observing.kept
def entity_ids(name: str) -> tuple[str, ...]:
    """Return the bodies that a name as written stands for; none for a name tied to nobody.

    Raises KeyError for a name that `entity_names` does not know.
    """
    return _readings()[name]


@observing.kept
def _readings() -> dict[str, tuple[str, ...]]:
    rows = tables.load("entity_names").to_dict("records")
    return {
        str(r["name"]): tuple(r["entity_ids"] or ()) if r["reading"] == "body" else () for r in rows
    }


def screen(query: str) -> Answer:
    """Return which bodies of the register a typed name may mean."""
    return find(query, bodies())
