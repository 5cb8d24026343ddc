"""Which bodies of the register a typed name may mean, and how sure that is.

A body is *named* only if the typed name and one of its names have the same key, no other body has
it too, the name is not one that bodies elsewhere bear as well, no letter of the typed name was left
out, and its legal form is none of another country. Everything weaker is shown for a person to judge
and never counted as a match: the same sound in Hanyu Pinyin, a part of a name, a name inside what
was typed, a similar spelling.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from biometrics_china.register.names import (
    compact,
    countries,
    is_han,
    is_short,
    key,
    loses_letters,
    whole,
)
from biometrics_china.register.similar import is_similar

#: ways in which a name can agree, strongest first
GRADES = ("same", "sound", "part", "inside", "similar")
#: a word in the names of so many bodies tells none of them apart
MANY = 5
#: letters of Pinyin from which on a part of a sound is shown
LONG_SOUND = 6
_CAPITALS = re.compile(r"[(（]([A-Z]{3,})[)）]")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")


@dataclass(frozen=True)
class Body:
    """A body as the search sees it.

    `names` are the keys of its names and `sounds` those of their Pinyin; `weak` the keys that other
    bodies may well bear; `whole` its short names with their legal form; `country` its seat.
    """

    id: str
    names: tuple[str, ...]
    sounds: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    country: str = ""


@dataclass(frozen=True)
class Hit:
    """A body that a typed name may mean: how the name agrees, and with which key."""

    id: str
    grade: str
    key: str


@dataclass(frozen=True)
class Answer:
    """All hits of a typed name, strongest first, and the verdict on them.

    `verdict` is ``named`` (one body, for certain), ``check`` (there is something to judge), ``none``,
    or ``unread`` for a name in letters that cannot be compared.
    """

    query: str
    verdict: str
    hits: tuple[Hit, ...]


def body(
    entity_id: str,
    names: Iterable[str],
    sounds: Iterable[str] = (),
    *,
    weak: Iterable[str] = (),
    country: str = "",
) -> Body:
    """Return a body for the search from its names as written.

    A name with something in brackets is known without it too, and by capitals in brackets. Weak are
    these capitals, a name without what narrowed it in brackets, and one without its plus.
    """
    given = list(dict.fromkeys(names))
    bare = {n: _BRACKETS.sub(" ", n) for n in given if _BRACKETS.search(n)}
    own = {key(n) for n in given}
    narrowed = [b for n, b in bare.items() if not _CAPITALS.search(n) and key(b) not in own]
    short = [whole(n) for n in given if is_short(key(n)) and whole(n) != key(n)]
    capitals = [c for n in given for c in _CAPITALS.findall(n)]
    weakened = [*weak, *(n for n in given if "+" in n), *capitals, *narrowed]
    return Body(
        entity_id,
        _keys([*given, *bare.values(), *capitals]),
        _keys(sounds),
        _keys(weakened),
        tuple(short),
        country,
    )


def common_words(bodies: Iterable[Body]) -> frozenset[str]:
    """Return the Latin words that stand in names of many bodies and so tell none of them apart."""
    counts = Counter(w for b in bodies for w in {w for n in b.names for w in n.split()})
    return frozenset(w for w, n in counts.items() if n >= MANY and not is_han(w))


def _keys(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(k for n in names if (k := key(n))))


def find(query: str, bodies: Iterable[Body], common: frozenset[str] = frozenset()) -> Answer:
    """Return which of the bodies a typed name may mean; `common` words make no two names similar."""
    asked, partly = key(query), loses_letters(query)
    known = {b.id: b for b in bodies}
    found = [hit for b in known.values() if (hit := _best(asked, b, common))] if asked else []
    if partly:
        found = [Hit(h.id, "inside", h.key) for h in found if h.grade in ("same", "inside")]
    found.sort(key=lambda h: (GRADES.index(h.grade), abs(len(h.key) - len(asked)), h.id))
    same = [known[h.id] for h in found if h.grade == "same"]
    named = len(same) == 1 and _is_certain(query, same[0])
    empty = "unread" if partly else "none"
    return Answer(query, "named" if named else "check" if found else empty, tuple(found))


def _is_certain(query: str, one: Body) -> bool:
    """Return True if a name that only one body of the register bears is no other body's either."""
    asked, full = key(query), whole(query)
    abroad = countries(full)
    return (
        compact(asked) not in map(compact, one.weak)
        and (not is_short(asked) or full in one.whole)
        and not (abroad and one.country not in abroad)
    )


def _best(asked: str, candidate: Body, common: frozenset[str]) -> Hit | None:
    """Return the strongest way in which a body agrees, or None."""
    graded = [(_grade(asked, k, common), k) for k in candidate.names]
    graded += [("sound", k) for k in candidate.sounds if _sounds(compact(asked), compact(k))]
    known = [(GRADES.index(g), k) for g, k in graded if g]
    if not known:
        return None
    grade, best = min(known)
    return Hit(candidate.id, GRADES[grade], best)


def _sounds(asked: str, sound: str) -> bool:
    """Return True for a whole sound or a long part of one."""
    return asked == sound or (len(asked) >= LONG_SOUND and asked in sound)


def _grade(asked: str, name: str, common: frozenset[str]) -> str:
    """Return how a typed key agrees with the key of a name, or an empty text."""
    if compact(asked) == compact(name):
        return "same"
    if _is_part(asked, name):
        return "part"
    if _is_inside(asked, name):
        return "inside"
    return "similar" if is_similar(_telling(asked, common), _telling(name, common)) else ""


def _telling(words: str, common: frozenset[str]) -> str:
    """Return the words of a key that tell bodies apart, without blanks."""
    return "".join(w for w in words.split() if w not in common)


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
