"""What the runs of a finding say of each of its numbers and of its guarded words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from biometrics_china import exhibits, manuscript, tables, templates, without
from biometrics_china.claims import Claim
from biometrics_china.manuscript import GUARD
from biometrics_china.numbers import steady

Json = dict[str, Any]

DATE = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True)
class Point:
    """A number in one run: its value, its printed form, and how many rows it is made of."""

    value: float | str
    text: str
    rows: int

    @property
    def place(self) -> float:
        """Return where it lies on a line: the number, or the date as a year with decimals."""
        if isinstance(self.value, str):
            return tables.decimal_year(self.value) if DATE.fullmatch(self.value) else 0.0
        return steady(self.value)


@dataclass(frozen=True)
class Moved:
    """A number in the runs of one kind.

    `points` has each key (a work, or a maker) without which it is another number, `gone` those
    without which there is none; `others` says whether it stays as it is without others.
    """

    points: Mapping[str, Point]
    gone: tuple[str, ...]
    others: bool

    def ends(self, base: Point) -> tuple[Point, Point] | None:
        """Return the least and the greatest that it comes to; None if it does not move."""
        if not self.points:
            return None
        every = sorted([*self.points.values(), *([base] if self.others else [])], key=_place)
        return every[0], every[-1]

    def most(self, base: Point) -> str:
        """Return the key without which it moves most; empty if several move it as far."""
        far = {key: abs(point.place - base.place) for key, point in self.points.items()}
        first = [key for key, by in far.items() if by >= steady(max(far.values()) * (1 - 1e-9))]
        return first[0] if len(first) == 1 else ""


def _place(point: Point) -> float:
    return point.place


@dataclass(frozen=True)
class OfNumber:
    """What becomes of one number of a finding, without a work, a maker, or all but whole texts."""

    name: str
    base: Point
    works: Moved
    makers: Moved
    whole: Point | None


@dataclass(frozen=True)
class OfWords:
    """What becomes of guarded words: keys without which they do not hold, or cannot be checked."""

    words: str
    false: tuple[str, ...]
    untold: tuple[str, ...]
    false_makers: tuple[str, ...]
    whole: bool | None


@dataclass(frozen=True)
class Verdict:
    """What becomes of a finding: `works` it rests on, its numbers and its guarded words."""

    works: tuple[str, ...]
    makers: tuple[str, ...]
    numbers: tuple[OfNumber, ...]
    words: tuple[OfWords, ...]

    @property
    def turned_by(self) -> tuple[str, ...]:
        """Return the works without one of which words of it no longer hold."""
        return _each(words.false for words in self.words)

    @property
    def carried_by(self) -> tuple[str, ...]:
        """Return the works without one of which a number or the check of words cannot be made."""
        gone = [number.works.gone for number in self.numbers]
        return _each([*gone, *(words.untold for words in self.words)])


def of_claim(claim: Claim) -> Verdict:
    """Return what becomes of a finding."""
    found = without.of_chapter(claim.subject)[claim.id]
    names = templates.placeholders(manuscript.plain(claim.sentence))
    texts = {name: answer[1] for name, answer in found["base"].items() if isinstance(answer, list)}
    guards: dict[str, str] = {}
    for guard in GUARD.finditer(claim.sentence):
        guards.setdefault(guard[1], templates.fill(" ".join(guard[2].split()), texts))
    return Verdict(
        tuple(found["works"]),
        tuple(found["families"]),
        tuple(_number(found, claim.subject, name) for name in dict.fromkeys(names)),
        tuple(_words(found, f"holds {name}", said) for name, said in guards.items()),
    )


def _number(found: Json, subject: str, name: str) -> OfNumber:
    base = Point(*found["base"][name])
    if base.text != (printed := exhibits.numbers_of(subject)[name].text):
        raise ValueError(f"{subject}.{name} is {printed}, and {base.text} where it is made alone")
    works, makers = (
        _moved(found, name, kind, len(found[field]))
        for kind, field in (("work", "works"), ("family", "families"))
    )
    whole = found["whole"][name]
    return OfNumber(name, base, works, makers, Point(*whole) if whole else None)


def _moved(found: Json, name: str, kind: str, total: int) -> Moved:
    answers = {key: a[name] for of, key, a in found["runs"] if of == kind and name in a}
    points = {key: Point(*answer) for key, answer in answers.items() if answer is not None}
    gone = tuple(key for key, answer in answers.items() if answer is None)
    return Moved(points, gone, len(answers) < total)


def _words(found: Json, name: str, said: str) -> OfWords:
    def without_one(kind: str, answer: bool | None) -> tuple[str, ...]:
        runs = (run for run in found["runs"] if run[0] == kind and name in run[2])
        return tuple(key for _, key, answers in runs if answers[name] is answer)

    return OfWords(
        said,
        without_one("work", False),
        without_one("work", None),
        without_one("family", False),
        found["whole"][name],
    )


def _each(keys: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for some in keys for key in some))
