"""The findings of a chapter computed again without each of their sources.

One run leaves out one work, in all its copies that were read; or all works of one author or publisher;
or all but originals and full copies. The analysis of the chapter then runs as always, on tables without
the rows that fall (`rows`), makes the numbers of a sentence and checks its guarded words.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from biometrics_china import numbers, observing, tables, works
from biometrics_china.numbers import Numbers
from biometrics_china.without import findings, makers, parts, rows, waiting
from biometrics_china.without.findings import Finding
from biometrics_china.without.rows import Fallen

Json = dict[str, Any]

#: kinds of runs: one work, all works of one author or publisher, all that is no original or full copy
WORK, FAMILY, WHOLE = "work", "family", "whole"
#: of a number its value, its printed form and how many rows it is made of, of a guard whether it
#: holds; None where it cannot be told
Answer = list[Any] | bool | None


@dataclass(frozen=True)
class Leaving:
    """One run: its kind, the work or the maker that is left out, the rows that fall, for whom."""

    kind: str
    key: str
    gone: Fallen
    findings: tuple[Finding, ...]


def of_chapter(subject: str) -> Json:
    """Return what each finding of a chapter comes to, by its id, as JSON.

    Of each there are `works`, those that it rests on; `families`, author or publisher → their works,
    where there are several; `base`, name of a number or guard → answer; `runs`, in which an answer
    differs: kind, key, and these answers; and `whole`, name → answer on originals and full copies.
    """
    listed = findings.of_chapter(subject)
    for name in ("numbers", "holds") if listed else ():
        import_module(f"biometrics_china.analysis.{subject}.{name}")
    with parts.put_off(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of fits to few points, which is what a run may leave
        return _results(subject, listed) if listed else {}


def _results(subject: str, listed: tuple[Finding, ...]) -> Json:
    base, handed, made, numbers_of = _base(subject, listed)
    found: Json = {}
    for finding in listed:
        of_numbers = (rows.of_number(made[name]) for name in finding.names)
        held = findings.sources_of(finding, frozenset().union(*of_numbers))
        found[finding.id] = {
            "works": list(held),
            "families": {maker: list(of) for maker, of in makers.families(held).items()},
            "base": {name: base[name] for name in finding.asked},
            "runs": [],
        }
    for leaving in _leavings(listed, found):
        asked = {name for finding in leaving.findings for name in finding.asked}
        gone = {f"table {table}" for table in leaving.gone}
        reached = [name for name in base if name in asked and not gone.isdisjoint(handed[name])]
        waiting.expect(number for name in reached for number in numbers_of[name])
        answers = _again(subject, leaving.gone, reached)
        for finding in leaving.findings:
            own = {name: answers.get(name, base[name]) for name in finding.asked}
            if leaving.kind == WHOLE:
                found[finding.id][WHOLE] = own
            moved = {name: a for name, a in own.items() if not _is_same(a, base[name])}
            if moved:
                found[finding.id]["runs"].append([leaving.kind, leaving.key, moved])
    return found


def _is_same(one: Answer, other: Answer) -> bool:
    """Return whether two answers print alike and are alike to ten digits."""
    if not isinstance(one, list) or not isinstance(other, list):
        return one == other
    return one[:2] == other[:2]


def _base(
    subject: str, listed: tuple[Finding, ...]
) -> tuple[dict[str, Answer], dict[str, set[str]], Numbers, dict[str, set[str]]]:
    """Return the answers on all data, what of the data each was handed, the numbers, and ids.

    These are of the numbers that each answer asked for.
    """
    answers: dict[str, Answer] = {}
    handed: dict[str, set[str]] = {}
    numbers_of: dict[str, set[str]] = {}
    with observing.observed() as body:
        made = numbers.once(_compute(subject))
    for name in dict.fromkeys(name for finding in listed for name in finding.asked):
        with observing.observed() as seen, waiting.asked() as numbers_of[name]:
            answers[name] = _answer(subject, name)
        handed[name] = {*body, *seen}
        if not answers[name]:
            raise ValueError(f"{subject}: {name} has no answer on all data")
    return answers, handed, made, numbers_of


def _leavings(listed: tuple[Finding, ...], found: Json) -> Iterator[Leaving]:
    """Yield the runs of a chapter: each work, each author or publisher, and the whole texts alone."""
    copies = works.copies()

    def resting(field: str, key: str) -> tuple[Finding, ...]:
        return tuple(finding for finding in listed if key in found[finding.id][field])

    for work in _each(found, "works"):
        yield Leaving(WORK, work, rows.fallen(copies[work]), resting("works", work))
    for maker in _each(found, "families"):
        pages = (page for work in makers.works_of(maker) for page in copies.get(work, ()))
        yield Leaving(FAMILY, maker, rows.fallen(pages), resting("families", maker))
    yield Leaving(WHOLE, "", rows.fallen(findings.not_whole()), listed)


def _each(found: Json, field: str) -> list[str]:
    return sorted({key for result in found.values() for key in result[field]})


def _again(subject: str, gone: Fallen, names: Iterable[str]) -> dict[str, Answer]:
    """Return the answers on tables without some rows."""
    asked = [*names]
    if not asked:
        return {}
    frames = rows.frames(gone)
    numbers.once.cache_clear()
    try:
        with tables.instead(frames):
            return {name: _answer(subject, name) for name in asked}
    finally:
        numbers.once.cache_clear()


def _answer(subject: str, name: str) -> Answer:
    """Return a number by name, or whether a guard (``holds name``) holds; None if that raises."""
    kind, _, predicate = name.partition(" ")
    try:
        if predicate:
            return bool(_predicate(subject, predicate)())
        made = numbers.once(_compute(subject))[kind]
    except Exception:
        return None
    if isinstance(made.value, str):
        return [made.value, made.text, len(made.rows)]
    value = float(f"{made.value:.10g}")
    return None if math.isnan(value) else [value, made.text, len(made.rows)]


def _compute(subject: str) -> Callable[[], Numbers]:
    module = import_module(f"biometrics_china.analysis.{subject}.numbers")
    compute: Callable[[], Numbers] = module.numbers
    return compute


def _predicate(subject: str, named: str) -> Callable[[], bool]:
    *other, name = named.split(".")
    module = import_module(f"biometrics_china.analysis.{other[0] if other else subject}.holds")
    predicate: Callable[[], bool] = getattr(module, name)
    return predicate
