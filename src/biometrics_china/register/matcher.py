"""The matcher: all bodies, made ready once, and the answer to any number of typed names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property, lru_cache

from biometrics_china.register.certain import by_its_form, is_its_own
from biometrics_china.register.loose import placeless, renamed
from biometrics_china.register.match import GRADES, LONG_SOUND, Answer, Body, Hit
from biometrics_china.register.names import (
    compact,
    is_foreign,
    is_han,
    is_short,
    is_traditional,
    key,
    pieces,
    whole,
)
from biometrics_china.register.near import Keys
from biometrics_china.register.texts import Runs, grouped
from biometrics_china.register.vocabulary import is_university_of_many, tells_nothing

#: answers that are remembered, for names that come again
REMEMBERED = 50_000
#: grades that are left out where a body bears the very name
_GUESSES = ("abbreviation", "similar")
#: grades that are left out beside a certain name
_LESS = ("sound", "inside")
#: grades of which all hits are shown, and hits after which others are not
_ALL_SHOWN, MOST = ("same", "part"), 10
_TONE = re.compile("([a-z])[1-5]")
#: how the legal forms at the end of a Chinese name sound, written in one word with it
FORM_SOUND = "(?:gufen|zeren)?youxian(?:zeren)?gongsi$"


class Matcher:
    """Finds the bodies that a typed name may mean; `common` words make no two names similar."""

    def __init__(self, bodies: Iterable[Body], common: frozenset[str]) -> None:
        self._bodies = {b.id: b for b in bodies}
        self._common = common
        self.find = lru_cache(REMEMBERED)(self._find)

    def _find(self, query: str) -> Answer:
        """Return which of the bodies a typed name may mean."""
        asked = key(query)
        hits = self._hits(query, asked) if asked else {}
        found = sorted(hits.values(), key=lambda h: self._order(h, asked))
        same = [h.id for h in found if h.grade == "same"]
        if same:
            found = [h for h in found if h.grade not in _GUESSES]
        if only := by_its_form(query, [self._bodies[i] for i in same]):
            kin = [replace(h, grade="similar") for h in found if h.id in same and h.id != only]
            found = [*(h for h in found if h.id == only or h.id not in same), *kin]
            same = [only]
        named = len(same) == 1 and self._is_certain(query, self._bodies[same[0]])
        found = [h for n, h in enumerate(found) if _is_shown(h, n, named)]
        if named:
            return Answer(query, "named", tuple(found))
        verdict = "check" if found else "unread" if is_foreign(asked) else "none"
        return Answer(query, verdict, tuple(found))

    def without(self, query: str, entity_id: str) -> tuple[Hit, ...]:
        """Return the hits of a typed name as they are if one body did not bear that very name."""
        asked = key(query)
        hits = self._hits(query, asked, entity_id)
        return tuple(sorted(hits.values(), key=lambda h: self._order(h, asked)))

    def _order(self, hit: Hit, asked: str) -> tuple[int, bool, int, str]:
        is_less = hit.grade == "same" and hit.key in self._bodies[hit.id].weak
        is_less |= hit.grade == "inside" and compact(hit.key) not in compact(asked)
        return GRADES.index(hit.grade), is_less, abs(len(hit.key) - len(asked)), hit.id

    def _hits(self, query: str, asked: str, stripped: str = "") -> dict[str, Hit]:
        """Return for each body how it agrees at best; one is stripped of the very name."""
        best: dict[str, tuple[int, str]] = {}
        alone = {*pieces(query), *placeless(asked)}
        for grade, name, bearers in self._agreements(query, asked):
            rank = GRADES.index(grade), name
            is_little = grade == "inside" and is_short(name) and name not in alone
            is_it = grade == "same" and compact(name) == compact(asked)
            for i in (b for b in bearers if not is_it or b != stripped):
                if not (is_little and name in self._bodies[i].weak):
                    best[i] = min(best.get(i, rank), rank)
        return {i: Hit(i, GRADES[grade], name) for i, (grade, name) in best.items()}

    def _agreements(self, query: str, asked: str) -> Iterator[tuple[str, str, list[str]]]:
        """Yield grade, key and bodies that bear it, for every key that agrees."""
        graded: dict[str, str] = {}
        for grade, names in (
            ("same", self._same(asked)),
            ("order", self._keys.reordered(asked)),
            ("part", self._keys.holding(asked)),
            ("inside", self._inside(asked)),
            ("abbreviation", self._keys.shortened(asked) if _is_short_for(query, asked) else ()),
            ("similar", self._keys.alike(asked)),
        ):
            for name in names:
                graded.setdefault(name, grade)
        for name in () if graded else self._part_of_others(asked):
            graded[name] = "part"
        yield from ((grade, name, self._bearers[name]) for name, grade in graded.items())
        run = re.sub(FORM_SOUND, "", _TONE.sub(r"\1", compact(asked)))
        for sound in () if tells_nothing(asked) else self._sounding(run):
            yield "sound", sound, self._sounds[sound]
        several = pieces(query)
        for one in self._bearing_all(several) if len(several) > 1 else ():
            yield "same", several[0], [one]

    def _same(self, asked: str) -> Iterator[str]:
        yield from (k for name in (asked, *renamed(asked)) for k in self._keys.same(name))

    def _inside(self, asked: str) -> Iterator[str]:
        yield from self._keys.within(asked)
        for other in placeless(asked):
            yield from self._keys.same(other)

    def _part_of_others(self, asked: str) -> Iterator[str]:
        """Yield the keys of which what was typed is a part, but for what others leave out."""
        for other in (*renamed(asked), *placeless(asked)):
            yield from self._keys.holding(other)

    def _bearing_all(self, several: tuple[str, ...]) -> set[str]:
        """Return the bodies that bear each of several keys."""
        return set.intersection(
            *({i for k in self._keys.same(piece) for i in self._bearers[k]} for piece in several)
        )

    def _sounding(self, asked: str) -> Iterator[str]:
        """Yield whole sounds, and those that what was typed begins or is most of."""
        for run in self._runs.holding(asked) if len(asked) >= LONG_SOUND else (asked,):
            is_most = 2 * len(asked) >= len(run) or len(asked) >= 2 * LONG_SOUND - 2
            if len(asked) > 3 and (run.startswith(asked) or is_most):
                yield from self._heard.get(run, ())

    def _is_certain(self, query: str, one: Body) -> bool:
        """Return True if a name that only one body of the register bears is no other body's either."""
        names = {compact(k) for k in one.names}
        if compact(key(query)) not in names:
            return any(is_its_own(piece, piece, one) for piece in pieces(query))
        if is_traditional(query) and is_university_of_many(compact(key(query))):
            return False
        return is_its_own(key(query), whole(query), one)

    @cached_property
    def _bearers(self) -> dict[str, list[str]]:
        return grouped((name, b.id) for b in self._bodies.values() for name in b.names)

    @cached_property
    def _sounds(self) -> dict[str, list[str]]:
        return grouped((sound, b.id) for b in self._bodies.values() for sound in b.sounds)

    @cached_property
    def _heard(self) -> dict[str, list[str]]:
        return grouped((compact(sound), sound) for sound in self._sounds)

    @cached_property
    def _runs(self) -> Runs:
        return Runs(self._heard)

    @cached_property
    def _keys(self) -> Keys:
        return Keys(self._bearers, self._common)


def _is_shown(hit: Hit, place: int, named: bool) -> bool:
    """Return True for a name or a part of one, and for the first of others.

    Beside a certain name none is shown that sounds like it or stands inside it.
    """
    return hit.grade in _ALL_SHOWN or (place < MOST and not (named and hit.grade in _LESS))


def _is_short_for(query: str, asked: str) -> bool:
    """Return True if what was typed can be an abbreviation; three letters are one only as capitals."""
    if is_han(asked):
        return 2 < len(compact(asked)) < 9 or asked.endswith("大")
    return 3 < len(asked) < 9 or (len(asked) == 3 and query == query.upper())
