"""Which bodies of the register a typed name may mean, and how sure that is.

A body is *named* only if the typed name and one of its names have the same key and no other body
has it too. Everything weaker is shown for a person to judge and never counted as a match: the same
sound in Hanyu Pinyin, a part of a name, a name inside what was typed, a similar spelling.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from biometrics_china.register.names import compact, is_han, is_short, key

#: ways in which a name can agree, strongest first
GRADES = ("same", "sound", "part", "inside", "similar")
#: share of letter pairs that two spellings must have in common to be shown as similar
SIMILAR = 0.72


@dataclass(frozen=True)
class Body:
    """A body as the search sees it: its id, the keys of its names, and of their Pinyin."""

    id: str
    names: tuple[str, ...]
    sounds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hit:
    """A body that a typed name may mean: how the name agrees, and with which key."""

    id: str
    grade: str
    key: str


@dataclass(frozen=True)
class Answer:
    """All hits of a typed name, strongest first, and the verdict on them.

    `verdict` is ``named`` (one body, by a name that is not short), ``check`` (there is something
    to judge) or ``none``.
    """

    query: str
    verdict: str
    hits: tuple[Hit, ...]


def body(entity_id: str, names: Iterable[str], sounds: Iterable[str] = ()) -> Body:
    """Return a body for the search from its names as written."""
    return Body(entity_id, _keys(names), _keys(sounds))


def _keys(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(k for n in names if (k := key(n))))


def find(query: str, bodies: Iterable[Body]) -> Answer:
    """Return which of the bodies a typed name may mean."""
    asked = key(query)
    found = [hit for b in bodies if (hit := _best(asked, b))] if asked else []
    found.sort(key=lambda h: (GRADES.index(h.grade), abs(len(h.key) - len(asked)), h.id))
    same = [h for h in found if h.grade == "same"]
    named = len(same) == 1 and not is_short(asked)
    verdict = "named" if named else "check" if found else "none"
    return Answer(query, verdict, tuple(found))


def _best(asked: str, candidate: Body) -> Hit | None:
    """Return the strongest way in which a body agrees, or None."""
    graded = [(_grade(asked, k), k) for k in candidate.names]
    graded += [("sound", k) for k in candidate.sounds if compact(k) == compact(asked)]
    known = [(GRADES.index(g), k) for g, k in graded if g]
    if not known:
        return None
    grade, best = min(known)
    return Hit(candidate.id, GRADES[grade], best)


def _grade(asked: str, name: str) -> str:
    """Return how a typed key agrees with the key of a name, or an empty text."""
    if compact(asked) == compact(name):
        return "same"
    if _is_part(asked, name):
        return "part"
    if _is_inside(asked, name):
        return "inside"
    return "similar" if _is_similar(compact(asked), compact(name)) else ""


def _is_part(asked: str, name: str) -> bool:
    """Return True if what was typed begins words of the name, or is a run of its characters."""
    if is_han(asked):
        return len(compact(asked)) > 1 and compact(asked) in compact(name)
    words = name.split()
    begun = all(any(word.startswith(a) for word in words) for a in asked.split())
    return begun and len(compact(asked)) > 2


def _is_inside(asked: str, name: str) -> bool:
    """Return True if a name stands whole within what was typed."""
    if is_han(name):
        return compact(name) in compact(asked)
    return f" {name} " in f" {asked} "


def _is_similar(asked: str, name: str) -> bool:
    if is_han(asked) or is_han(name):
        return min(len(asked), len(name)) > 3 and _one_edit(asked, name)
    return min(len(asked), len(name)) > 3 and _shared_pairs(asked, name) >= SIMILAR


def _one_edit(a: str, b: str) -> bool:
    """Return True if one character put in, left out or changed makes one text of the other."""
    if abs(len(a) - len(b)) > 1:
        return False
    short, long = sorted((a, b), key=len)
    start = next((i for i, c in enumerate(short) if c != long[i]), len(short))
    skip = 1 if len(short) == len(long) else 0
    return short[start + skip :] == long[start + 1 :]


def _shared_pairs(a: str, b: str) -> float:
    """Return the Dice coefficient of neighbouring letters, 0 to 1 (Dice 1945)."""
    left = [a[i : i + 2] for i in range(len(a) - 1)]
    right = [b[i : i + 2] for i in range(len(b) - 1)]
    total = len(left) + len(right)
    shared = 0
    for pair in left:
        if pair in right:
            right.remove(pair)
            shared += 1
    return 2 * shared / total
