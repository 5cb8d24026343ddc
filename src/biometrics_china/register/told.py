"""Whether words that begin words of a name are a telling part of it."""

from __future__ import annotations

from collections.abc import Set

from biometrics_china.register.names import compact
from biometrics_china.register.texts import is_run
from biometrics_china.register.vocabulary import INSTITUTIONS, is_beginning

#: letters of the beginning of a word from which on it may stand for the word
BEGINNING = 4


def is_told(asked: str, name: str, common: Set[str]) -> bool:
    """Return True if a telling word is among those typed, or most of the name, or its beginning.

    Words that only names of one house share, such as Fudan, tell at the beginning of a name. One word
    and what it is, such as Northwestern University, are no part of a name that has a word between.
    """
    typed, words = asked.split(), name.split()
    if len(typed) == 2 and typed[1] in INSTITUTIONS and not is_run(typed, words):
        return False
    if is_beginning(typed, words) or any(a in words and a not in common for a in typed):
        return True
    telling = [w for w in words if w not in common]
    begun = [a for a in typed if len(a) >= BEGINNING and a not in common]
    if any(w.startswith(a) and 5 * len(a) >= 2 * len(w) for a in begun for w in telling):
        return True
    is_most = 5 * len(compact(asked)) >= 3 * len(compact(name))
    all_told = all(any(w.startswith(a) for a in typed) for w in telling)
    return is_most and all_told and is_run(typed, words)
