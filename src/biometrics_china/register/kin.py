"""Which bodies belong to which, and what an answer says of lists that kin of a body are on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from biometrics_china import observing, provenance
from biometrics_china.capitals import upper_first
from biometrics_china.days import date_in_words
from biometrics_china.register.entities import named
from biometrics_china.register.lists import weight
from biometrics_china.register.standing import lists_now
from biometrics_china.register.words import Row, said

#: how a tie is put into words, by its kind
TIE = {
    "owned": "belongs to {} (owned or controlled, says a source{})",
    "affiliate": "is an affiliate of {} (says a source{})",
    "subordinate": "stands under {} (says a source{})",
    "by_name": "belongs to {} by its name; how was not read",
}
#: how small numbers are written
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
#: so many kin are named in a sentence before the rest is counted
NAMED = 8

Tree = Mapping[str, tuple[str, ...]]


@observing.kept
def ties() -> tuple[Row, ...]:
    """Return the ties whose source was read, one row each."""
    return tuple(provenance.read_rows("kin").to_dict("records"))


@observing.kept
def wholes() -> Tree:
    """Return entity id → the bodies that it belongs to itself, in order of their ids."""
    return _grouped((str(t["part_id"]), str(t["whole_id"])) for t in ties())


@observing.kept
def parts() -> Tree:
    """Return entity id → the bodies that belong to it itself, in order of their ids."""
    return _grouped((str(t["whole_id"]), str(t["part_id"])) for t in ties())


def _grouped(pairs: Iterable[tuple[str, str]]) -> Tree:
    found: dict[str, list[str]] = {}
    for of, kin in sorted(pairs):
        found.setdefault(of, []).append(kin)
    return {of: tuple(kin) for of, kin in found.items()}


def reach(start: str, tree: Tree) -> tuple[str, ...]:
    """Return all bodies above or below one at any depth, nearest first, each once, without itself."""
    found: dict[str, None] = {}
    level = [start]
    while level:
        level = [k for at in level for k in tree.get(at, ()) if k != start and k not in found]
        level = list(dict.fromkeys(level))
        found |= dict.fromkeys(level)
    return tuple(found)


def listed_kin(entity_id: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return list → the wholes and the parts of a body that are on it now, the heaviest list first."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for place, tree in enumerate((wholes(), parts())):
        for kin in reach(entity_id, tree):
            for name in lists_now(kin):
                found.setdefault(name, ([], []))[place].append(kin)
    ordered = sorted(found, key=lambda name: (weight(name), name))
    return {name: (tuple(found[name][0]), tuple(found[name][1])) for name in ordered}


@observing.kept
def sentences() -> dict[str, list[str]]:
    """Return entity id → what is said of its kin: what it belongs to, then the lists of its kin."""
    bodies = sorted({*wholes(), *parts()})
    return {i: [*_ties_of(i), *_above(i), *_below(i)] for i in bodies}


def _ties_of(entity_id: str) -> list[str]:
    return [_tie(t) for t in ties() if t["part_id"] == entity_id]


def _tie(tie: Row) -> str:
    day = said(tie, "date")
    when = f" of {date_in_words(day)}" if day else ""
    text = TIE[str(tie["kind"])].format(_name(str(tie["whole_id"])), when)
    told = f"{upper_first(text)} (record kin/{tie['id']}, {said(tie, 'source_id')})"
    note = said(tie, "note").rstrip(".")
    return f"{told}. {note}" if note else told


def _above(entity_id: str) -> list[str]:
    """Return one sentence for each listed body that one belongs to, at any depth."""
    on = {kin: lists_now(kin) for kin in reach(entity_id, wholes())}
    return [f"{_name(kin)} is on: {'; '.join(lists)}" for kin, lists in on.items() if lists]


def _below(entity_id: str) -> list[str]:
    """Return one sentence for each list that parts of a body are on, at any depth."""
    found = {name: below for name, (_, below) in listed_kin(entity_id).items() if below}
    return [_parts_on(name, name in lists_now(entity_id), below) for name, below in found.items()]


def _parts_on(name: str, is_on: bool, below: tuple[str, ...]) -> str:
    count = WORDS[len(below)] if len(below) < len(WORDS) else str(len(below))
    verb = "is" if len(below) == 1 else "are"
    names = "; ".join(map(_name, below[:NAMED]))
    more = f"; and {len(below) - NAMED} more" if len(below) > NAMED else ""
    if is_on:
        return f"On the {name} itself, and so {verb} {count} of its parts: {names}{more}"
    return f"Not on the {name} itself; {count} of its parts {verb}: {names}{more}"


def _name(entity_id: str) -> str:
    return _shown()[entity_id]


@observing.kept
def _shown() -> dict[str, str]:
    frame = named()
    return dict(zip(frame["id"], frame["name_en"].fillna(frame["name_zh"]), strict=True))
