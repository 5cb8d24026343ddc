"""Whether two spellings are so alike that a person should compare them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from biometrics_china.register.names import is_han
from biometrics_china.register.vocabulary import place

#: share of letter pairs that two long spellings must have in common to be shown as similar
SIMILAR = 0.6
#: letters of a long spelling for each slip that is allowed in it, and slips that are ever allowed
LETTERS_A_SLIP, SLIPS = 5, 3
#: letters that a scan of a page takes for each other → letters that stand for both
SCANNED = {"rn": "m", "vv": "w", "cl": "d", "0": "o", "1": "l", "i": "l", "5": "s"}


class Spellings:
    """Texts without blanks, made ready to be asked which of them are spelt like a typed one.

    What is left of a text when one letter is dropped is kept with the texts that leave it: two texts
    that are one slip apart have such a rest in common (Garbe's symmetric deletion).
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._leaving: dict[str, list[str]] = defaultdict(list)
        self._scanned: dict[str, list[str]] = defaultdict(list)
        for text in texts:
            if len(text) > 3:
                self._scanned[scanned(text)].append(text)
                for rest in rests(text):
                    self._leaving[rest].append(text)

    def like(self, asked: str) -> set[str]:
        """Return the texts that differ from one by a slip, or as a scan of a page may."""
        if len(asked) < 4:
            return set()
        near = {text for rest in rests(asked) for text in self._leaving.get(rest, ())}
        return {t for t in near if is_one_slip(asked, t)} | {*self._scanned.get(scanned(asked), ())}


class LongSpellings:
    """Long Latin texts by the pairs of letters that they have."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._having: dict[str, list[str]] = defaultdict(list)
        for text in texts:
            if len(text) >= 2 * LETTERS_A_SLIP and not is_han(text):
                for pair in pairs(text):
                    self._having[pair].append(text)

    def like(self, asked: str) -> set[str]:
        """Return the texts that share most letter pairs with one, and differ by few slips."""
        if len(asked) < 2 * LETTERS_A_SLIP - 1:
            return set()
        shared: Counter[str] = Counter()
        for pair in pairs(asked):
            shared.update(self._having.get(pair, ()))
        more = len(asked) - 2
        # Dice 1945: twice the shared pairs by all pairs
        near = [t for t, n in shared.items() if 2 * n >= SIMILAR * (len(t) + more)]
        return {t for t in near if is_few_slips(asked, t)}


def pairs(text: str) -> Iterator[str]:
    """Yield the pairs of neighbouring letters; one that comes again is numbered."""
    seen: Counter[str] = Counter()
    for i in range(len(text) - 1):
        pair = text[i : i + 2]
        seen[pair] += 1
        yield f"{pair}{seen[pair]}" if seen[pair] > 1 else pair


def rests(text: str) -> set[str]:
    """Return a text and what is left of it when any one letter is dropped."""
    return {text, *(text[:i] + text[i + 1 :] for i in range(len(text)))}


def scanned(text: str) -> str:
    """Return a text with one letter for all that a scan of a page takes for each other."""
    for letters, one in SCANNED.items():
        text = text.replace(letters, one)
    return text


def digits(text: str) -> str:
    """Return the digits of a text: numbers are not misspelt names of each other."""
    return "".join(c for c in text if c in "0123456789")


def is_one_slip(a: str, b: str) -> bool:
    """Return True for two texts, one the other with a letter more, less, changed or swapped.

    Latin texts of four letters may be swapped only; numbers must agree, and a place that the first
    begins with, as Chinese names do.
    """
    if is_han(a) != is_han(b) or digits(a) != digits(b) or a == b:
        return False
    if is_han(a):
        return place(a) in ("", place(b)) and slips(a, b, 1) == 1
    return slips(a, b, 1) == 1 and (max(len(a), len(b)) > 4 or sorted(a) == sorted(b))


def is_few_slips(a: str, b: str) -> bool:
    """Return True for two texts with a slip in at most each fifth letter, and no other number."""
    allowed = min(SLIPS, min(len(a), len(b)) // LETTERS_A_SLIP)
    return digits(a) == digits(b) and slips(a, b, allowed) <= allowed


def slips(a: str, b: str, most: int) -> int:
    """Return how many letters are more, less, changed or swapped with a neighbour.

    It is the restricted Damerau-Levenshtein distance; any number over `most` where it is over that.
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, c in enumerate(a, 1):
        row = [i]
        for j, d in enumerate(b, 1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (c != d))
            if i > 1 and j > 1 and c == b[j - 2] and d == a[i - 2]:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]
