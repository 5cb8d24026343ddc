"""Texts made ready to be asked which of them hold something."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator


class Runs:
    """Texts in one long text, so that those that hold some characters are found at once."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(dict.fromkeys(texts))
        self._long = "\n".join(self._texts)
        self._starts = [0]
        for text in self._texts:
            self._starts.append(self._starts[-1] + len(text) + 1)

    def holding(self, run: str) -> Iterator[str]:
        """Yield the texts that hold a run of characters."""
        at = self._long.find(run)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            yield self._texts[place]
            at = self._long.find(run, self._starts[place + 1])


def is_in_order(some: str, text: str) -> bool:
    """Return True if the characters of one text stand in another in their order."""
    rest = iter(text)
    return all(c in rest for c in some)


def is_short_for(run: str, text: str) -> bool:
    """Return True if a text in Chinese has the characters of a shorter one in order.

    The full name of a university is short for nothing.
    """
    return 2 < len(run) < len(text) and not run.endswith("大学") and is_in_order(run, text)


def is_run(starts: list[str], words: list[str]) -> bool:
    """Return True if several starts begin words that follow each other, the first being whole."""
    places = range(len(words) - len(starts) + 1) if len(starts) > 1 else ()
    return any(
        words[i] == starts[0]
        and all(w.startswith(a) for a, w in zip(starts, words[i:], strict=False))
        for i in places
    )


def sorted_words(words: str) -> str:
    """Return the words of a key in the order of the alphabet."""
    return " ".join(sorted(words.split()))


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return first → its seconds, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for group, one in pairs:
        found[group].append(one)
    return dict(found)
