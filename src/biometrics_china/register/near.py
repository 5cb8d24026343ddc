"""The keys of all names, made ready to be asked which of them agree with what was typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

from biometrics_china.register.loose import in_english
from biometrics_china.register.names import compact, is_han
from biometrics_china.register.similar import LongSpellings, Spellings
from biometrics_china.register.texts import Runs, grouped, is_short_for, sorted_words
from biometrics_china.register.told import is_told
from biometrics_china.register.vocabulary import begins_or_ends, core, in_two, tells_nothing

#: letters from which on a word that no name has is taken for a misspelt one: of a name, within more
MENDED, MENDED_WITHIN = 4, 7
#: letters from which on a name may lack the common words at its end
HEAD = 6


class Keys:
    """Distinct keys of names; `common` words alone make no two agree. All is made when asked first."""

    def __init__(self, keys: Iterable[str], common: frozenset[str]) -> None:
        self._common = common
        self.keys = tuple(dict.fromkeys(keys))
        self._latin = [k for k in self.keys if not is_han(k)]
        self._spelt = grouped((compact(k), k) for k in self.keys)

    def same(self, asked: str) -> Iterable[str]:
        """Return the keys with the same characters."""
        return self._spelt.get(compact(asked), ())

    def reordered(self, asked: str) -> Iterable[str]:
        """Return the keys with the same words in another order, or in another language of Europe."""
        return self._sorted.get(sorted_words(in_english(asked)), ()) if " " in asked else ()

    def holding(self, asked: str) -> Iterable[str]:
        """Return the keys of which what was typed is a telling part."""
        run = compact(asked)
        if tells_nothing(asked):
            return ()
        if is_han(asked):
            held = (s for s in self._runs.holding(run) if run[2:] or begins_or_ends(run, s))
            return [k for s in held for k in self._spelt[s]] if run[1:] else ()
        return (
            [k for k in self._begun(asked.split()) if is_told(asked, k, self._common)]
            if run[2:]
            else ()
        )

    def within(self, asked: str) -> Iterator[str]:
        """Yield the keys that stand within what was typed, but for common words at their end."""
        words, run = asked.split(), compact(asked)
        for i in range(len(words)):
            text = ""
            for word in words[i:]:
                text += word
                yield from self._heads.get(text, ())
            if words[i].isdigit():  # the words of a numbered body may stand in any order
                held = self._by_word.get(words[i], ())
                yield from (k for k in held if " " in k and {*k.split()} <= {*words})
        for i in range(len(run) - 1):
            for text in self._by_start.get(run[i : i + 2], ()):
                if run.startswith(text, i):
                    yield from self._cores[text]

    def shortened(self, asked: str) -> Iterable[str]:
        """Return the keys that what was typed may be the initials of, or some characters in order."""
        if not is_han(asked):
            return self._initials.get(asked, ())
        run = compact(asked)
        near = [s for s in self._by_start.get(run[:1], ()) if is_short_for(run, s)]
        return [k for s in near + self._in_two.get(run, []) for k in self._spelt.get(s, ())]

    def alike(self, asked: str) -> Iterator[str]:
        """Yield the keys that are spelt like what was typed, or like its Latin words."""
        words = [w for w in asked.split() if not is_han(w)]
        texts = self._han_spellings.like(compact(asked)) if is_han(asked) else set()
        for text in texts | self._long_spellings.like(self._telling(words)):
            yield from self._told[text]
        for better in self._mended(words, MENDED):
            yield from self.same(better)
            yield from self.reordered(better)
        for better in self._mended(words, MENDED_WITHIN):
            yield from self.within(better)

    def _mended(self, words: list[str], least: int) -> Iterator[str]:
        """Yield what was typed with words that no name has replaced by one that is spelt alike.

        Words of fewer letters than `least` are left as they are.
        """
        odd = [len(w) >= least and w not in self._by_word for w in words]
        like = self._word_spellings.like
        better = [like(w) if o else () for w, o in zip(words, odd, strict=True)]
        for i, some in enumerate(better):
            rest = [min(b, default=w) for b, w in zip(better, words, strict=True)]
            for one in some:
                yield " ".join([*rest[:i], one, *rest[i + 1 :]])

    def _telling(self, words: list[str]) -> str:
        """Return the words of a key that tell bodies apart, without blanks."""
        return "".join(w for w in words if w not in self._common)

    def _begun(self, starts: list[str]) -> set[str]:
        """Return the keys of which each start begins a word; short starts and numbers are words."""
        found: set[str] | None = None
        for start in sorted(starts, key=lambda s: (-len(s), s)):
            keys = {k for w in self._beginning(start) for k in self._by_word[w]}
            found = keys if found is None else found & keys
            if not found:
                break
        return found or set()

    def _beginning(self, start: str) -> Iterator[str]:
        if len(start) < 3 or start.isdigit():
            yield from [start] if start in self._by_word else []
            return
        for i in range(bisect_left(self._words, start), len(self._words)):
            if not self._words[i].startswith(start):
                return
            yield self._words[i]

    def _head(self, name: str) -> str:
        """Return a key without the common words at its end, if two words are left of it."""
        words = name.split()
        while len(words) > 2 and words[-1] in self._common:
            words.pop()
        head = " ".join(words)
        return head if len(compact(head)) >= HEAD and not set(words) <= self._common else name

    @cached_property
    def _sorted(self) -> dict[str, list[str]]:
        return grouped((sorted_words(k), k) for k in self._latin if " " in k)

    @cached_property
    def _heads(self) -> dict[str, list[str]]:
        names = [k for k in self._latin if k not in self._common and len(k) > 2]
        return grouped((compact(h), k) for k in names for h in dict.fromkeys([k, self._head(k)]))

    @cached_property
    def _initials(self) -> dict[str, list[str]]:
        names = [k for k in self._latin if k.count(" ") > 1]
        return grouped(("".join(w[0] for w in k.split()), k) for k in names)

    @cached_property
    def _in_two(self) -> dict[str, list[str]]:
        return grouped((in_two(s), s) for s in self._spelt if in_two(s))

    @cached_property
    def _told(self) -> dict[str, list[str]]:
        return grouped((self._telling(k.split()) or compact(k), k) for k in self.keys)

    @cached_property
    def _han_spellings(self) -> Spellings:
        return Spellings(t for t in self._told if is_han(t))

    @cached_property
    def _long_spellings(self) -> LongSpellings:
        return LongSpellings(self._told)

    @cached_property
    def _word_spellings(self) -> Spellings:
        return Spellings(w for w in self._by_word if not is_han(w))

    @cached_property
    def _runs(self) -> Runs:
        return Runs(s for s in self._spelt if is_han(s))

    @cached_property
    def _cores(self) -> dict[str, list[str]]:
        runs = [s for s in self._spelt if is_han(s)]
        found = ((c, s) for s in runs for c in dict.fromkeys([s, core(s)]))
        told = [(c, s) for c, s in found if c == s or (len(c) > 3 and not tells_nothing(c))]
        return grouped((c, k) for c, s in told for k in self._spelt[s])

    @cached_property
    def _by_start(self) -> dict[str, list[str]]:
        return grouped((s[:n], s) for s in self._cores for n in (1, 2))

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        return grouped((w, k) for k in self.keys for w in dict.fromkeys(k.split()))

    @cached_property
    def _words(self) -> list[str]:
        return sorted(self._by_word)
