"""Which bodies of the register a typed name may mean, and how sure that is.

A body is *named* only if the typed name and one of its names have the same key, no other body has
it too, the name is not one that bodies elsewhere bear as well, and its legal form is none of another
country or kind. Everything weaker is shown for a person to judge and never counted as a match: the
same sound in Hanyu Pinyin, the same words in another order, a part of a name, a name inside what was
typed, initials, a similar spelling.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from biometrics_china.register.forms import forms, kinds
from biometrics_china.register.loose import half_translated, loosened
from biometrics_china.register.names import compact, is_han, is_short, key, whole
from biometrics_china.register.vocabulary import (
    FEW_HAN,
    GENERIC,
    PLACES,
    has_place_of_china,
    tells_nothing,
)

#: ways in which a name can agree, strongest first
GRADES = ("same", "sound", "order", "part", "inside", "abbreviation", "similar")
#: a word in the names of so many bodies tells none of them apart
MANY = 5
#: words up to which a name of words that many names have may be borne by other bodies
FEW = 3
#: words up to which a name is that of its own country and kind of company alone
FEW_LATIN = 2
#: letters of Pinyin from which on a part of a sound is shown
LONG_SOUND = 6
_CAPITALS = re.compile(r"[(（]([A-Z]{3,})[)）](?=[\s,.]*(?:$|(?:Co|Corp|Inc|Ltd|Limited)\b))")
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")


@dataclass(frozen=True)
class Body:
    """A body as the search sees it.

    `names` are the keys of its names and `sounds` those of their Pinyin; `weak` the keys that other
    bodies may well bear; `whole` its names with their legal form, as far as they are short, others
    bear them too, or the form is one of few countries; `country` its seat; `bare` the keys that are
    its name with a legal form alone, and `kinds` the legal forms of its names.
    """

    id: str
    names: tuple[str, ...]
    sounds: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    country: str = ""
    bare: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


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
    from_list: bool = False,
) -> Body:
    """Return a body for the search from its names as written.

    A name with something in brackets is known without it too, and by capitals in brackets at its
    end. Weak are these capitals, a name without what narrowed it in brackets, one without its plus,
    one of words that many names have, and what a name is loosened to. A name that tells nothing is
    left out. Of a firm that a list alone names, a short name is bare.
    """
    given = list(dict.fromkeys(names))
    bare = {n: _BRACKETS.sub(" ", n) for n in given if _BRACKETS.search(n)}
    own = {key(n) for n in given}
    narrowed = [b for n, b in bare.items() if not _CAPITALS.search(n) and key(b) not in own]
    capitals = [c for n in given for c in _CAPITALS.findall(n)]
    loose = [k for n in own for k in loosened(n) if k not in own]
    weakened = [*weak, *(n for n in given if "+" in n or _is_of_many(key(n))), *capitals, *narrowed]
    weakened += sorted(loose)
    return Body(
        entity_id,
        _keys([*given, *bare.values(), *capitals, *weakened]),
        _keys([*(heard := _keys(sounds)), *(h for s in heard for h in half_translated(s))]),
        _keys(weakened),
        tuple(w for n in given if (w := whole(n)) != key(n) and (is_short(key(n)) or forms(w))),
        country,
        tuple(k for k in _keys(given) if from_list and _is_of_few_words(k)),
        tuple(sorted(frozenset[str]().union(*(kinds(whole(n)) for n in given)))),
    )


def _is_of_many(words: str) -> bool:
    """Return True for a few words, none a place, that names of many bodies have."""
    return words.count(" ") < FEW and {*words.split()} <= GENERIC


def _is_of_few_words(words: str) -> bool:
    """Return True for one or two Latin words, three without a place of China, few characters."""
    if is_han(words):
        return len(compact(words)) <= FEW_HAN
    few = words.split()
    return len(few) <= FEW_LATIN or (len(few) <= FEW and not has_place_of_china(few))


def common_words(bodies: Iterable[Body]) -> frozenset[str]:
    """Return the Latin words that stand in names of many bodies and so tell none of them apart.

    A word that is by itself the name of a body tells it.
    """
    known = list(bodies)
    counts = Counter(w for b in known for w in {w for n in b.names for w in n.split()})
    telling = {n for b in known for n in b.names}
    many = {w for w, n in counts.items() if n >= MANY and not is_han(w)}
    return frozenset((many - telling) | GENERIC | PLACES)


def _keys(names: Iterable[str]) -> tuple[str, ...]:
    found = dict.fromkeys(k for n in names if (k := key(n)))
    return tuple(k for k in found if is_han(k) or not tells_nothing(k))
