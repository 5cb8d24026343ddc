"""The index: word → numbers of the blocks that hold it, as text that the page reads in parts.

A posting is the step from the block before it, to the base 36, so that a script of a few hundred
kilobytes holds all chapters. Blocks are counted over all units: first the names of a unit, then its
paragraphs. Words stand in the order in which JavaScript compares them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from biometrics_china.publishing.search.folding import Folding
from biometrics_china.publishing.search.unit import Unit

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
#: shards of words that begin with no Latin letter
DIGITS, OTHERS = "0", "zh"


def postings(units: Iterable[Unit], folding: Folding) -> dict[str, list[int]]:
    """Return word → numbers of the blocks that hold it, rising, each once."""
    found: dict[str, list[int]] = {}
    number = 0
    for unit in units:
        # a place without a name keeps the room of one; its last block takes the unseen words
        blocks = [*(unit.heads or [""]), *unit.blocks]
        blocks[-1] = f"{blocks[-1]} {unit.unseen}"
        for said in blocks:
            for word in dict.fromkeys(folding.words(said)):
                found.setdefault(word, []).append(number)
            number += 1
    return found


def written(found: Mapping[str, list[int]]) -> str:
    """Return postings as text: ``word step,step;word step``, words in the order of JavaScript."""
    order = sorted(found, key=lambda word: word.encode("utf-16-be"))
    return ";".join(f"{word} {_steps(found[word])}" for word in order)


def _steps(numbers: list[int]) -> str:
    return ",".join(base36(b - a) for a, b in pairwise([0, *numbers]))


def base36(number: int) -> str:
    """Return a number that is not negative in the digits of base 36."""
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"


def shards(found: Mapping[str, list[int]]) -> dict[str, dict[str, list[int]]]:
    """Return the postings by the shard that holds a word: a Latin letter, ``0`` or ``zh``."""
    parts: dict[str, dict[str, list[int]]] = {}
    for word, numbers in found.items():
        parts.setdefault(shard(word), {})[word] = numbers
    return parts


def shard(word: str) -> str:
    """Return the shard of a word."""
    first = word[0]
    if first.isascii():
        return DIGITS if first.isdigit() else first
    return OTHERS
