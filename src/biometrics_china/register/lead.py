"""What the first line of an answer says of a body: the official lists that it is on, or that none is."""

from __future__ import annotations

from biometrics_china import observing
from biometrics_china.capitals import lower_first
from biometrics_china.register import kin, standing
from biometrics_china.register.entities import named
from biometrics_china.register.standing import Standing, lists_now

#: whose list it is, where the name of a list may not say so
_STATES = {"US": "United States", "CA": "Canada"}


@observing.kept
def leads() -> dict[str, str]:
    """Return entity id → one sentence: how many lists the body is on, the heaviest and since when."""
    countries = named()["country"].fillna("")
    return {str(i): lead(str(i), standing.seat(str(c))) for i, c in countries.items()}


def lead(entity_id: str, seat: str) -> str:
    """Return the sentence on one body; `seat` as in `standing.seat`."""
    known = standing.standings().get(entity_id, ())
    on = [s for s in known if s.is_on]
    if on:
        count = f"{len(on)} official lists, first" if len(on) > 1 else "one official list,"
        return f"It is on {count} the {_list(on[0])}."
    if known:
        first = known[0].sentence.rstrip(".")
        verb = "was " if known[0].is_on is None else ""
        none = f"On no official list by what was read; it {verb}{lower_first(first)}"
        return f"{none}{_of_kin(entity_id, ' on lists')}."
    if seat == "other":
        return f"No official list was read for bodies of its seat{_of_kin(entity_id, ' on lists')}."
    of_seat = "" if seat == "chinese" else " for bodies of its seat"
    return f"It is on none of the official lists that were read{of_seat}{_of_kin(entity_id)}."


def _list(first: Standing) -> str:
    """Return the list with its state, and since when."""
    country = next((e["country"] for e in standing.editions() if e["name"] == first.list_name), "")
    state = _STATES.get(country, "")
    return f"{_of_state(first.list_name, state)} {first.start}"


def _of_state(name: str, state: str) -> str:
    if not state or state in name:
        return name
    return f"{name[:-1]}, {state})" if name.endswith(")") else f"{name} ({state})"


def _of_kin(entity_id: str, what: str = "") -> str:
    """Return that parts of a body, or else bodies above it, are on lists, if any are."""
    for tree, some in ((kin.parts(), "of its parts"), (kin.wholes(), "of the bodies above it")):
        if count := sum(bool(lists_now(i)) for i in kin.reach(entity_id, tree)):
            return f"; {count} {some} {'is' if count == 1 else 'are'}{what}"
    return ""


def partly() -> list[str]:
    """Return the lists of which a part was read only, each with what was read of it."""
    found: dict[str, list[str]] = {}
    for read in standing.editions():
        if not read["holds"].startswith(standing.WHOLE):
            found.setdefault(read["holds"], []).append(read["name"])
    return [f"{'; '.join(names)}: {holds}" for holds, names in found.items()]
