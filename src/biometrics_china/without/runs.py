"""The findings of a chapter computed again without each of their sources.

One run leaves out one work, in all its copies that were read; or all works of one author or publisher;
or all but originals and full copies. The analysis of the chapter then runs as always, on tables without
the rows that fall (`rows`), makes the numbers of a sentence and checks its guarded words.
"""

from __future__ import annotations

import gc
import warnings
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from biometrics_china import numbers, observing, tables, works
from biometrics_china.without import answers, findings, makers, parts, pointers, sharing, waiting
from biometrics_china.without.answers import Answer, Base
from biometrics_china.without.findings import Finding
from biometrics_china.without.rows import Change, Fallen, Rows

Json = dict[str, Any]

#: kinds of runs: one work, all works of one author or publisher, all that is no original or full copy
WORK, FAMILY, WHOLE = "work", "family", "whole"


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
    gc.freeze()  # what was imported lives as long as the process: a collection need not look at it
    with parts.put_off(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of fits to few points, which is what a run may leave
        return _results(subject, listed) if listed else {}


def _results(subject: str, listed: tuple[Finding, ...]) -> Json:
    """Return the results; rows fall in the tables that the runs were handed and what they point to."""
    base = answers.on_all_data(subject, listed)
    names = _tables(base.every) | {table for finding in listed for table in finding.tables}
    while True:
        held = Rows(names)
        with observing.observed() as seen:
            found = _of_all(subject, listed, base, held)
        if _tables(seen) <= {*held.tables}:
            return found
        names |= _tables(seen)


def _tables(handed: Iterable[str]) -> set[str]:
    """Return the tables of facts among what was handed out."""
    held = {*handed}
    return {name for name in pointers.facts() if f"table {name}" in held}


def _of_all(subject: str, listed: tuple[Finding, ...], base: Base, held: Rows) -> Json:
    found: Json = {}
    fallen = {work: held.fallen(of) for work, of in works.copies().items()}
    for finding in listed:
        of_numbers = (held.of_number(base.made[name]) for name in finding.names)
        rests_on = findings.sources_of(finding, frozenset().union(*of_numbers), fallen)
        found[finding.id] = {
            "works": rests_on,
            "families": {maker: list(of) for maker, of in makers.families(rests_on).items()},
            "base": {name: base.answers[name] for name in finding.asked},
            "runs": [],
        }
    known: dict[Hashable, Answer] = {}
    for leaving in _leavings(listed, found, held):
        told = _answers(subject, leaving, base, held, known)
        for finding in leaving.findings:
            own = {name: told.get(name, base.answers[name]) for name in finding.asked}
            if leaving.kind == WHOLE:
                found[finding.id][WHOLE] = own
            moved = {n: a for n, a in own.items() if not answers.is_same(a, base.answers[n])}
            if moved:
                found[finding.id]["runs"].append([leaving.kind, leaving.key, moved])
    return found


def _answers(
    subject: str, leaving: Leaving, base: Base, held: Rows, known: dict[Hashable, Answer]
) -> dict[str, Answer]:
    """Return the answers that are made of a table that changes, by name.

    `known` has those of earlier runs, in which what the name is made of changed alike.
    """
    changes = held.changes(leaving.gone)
    asked = {name for finding in leaving.findings for name in finding.asked}
    keys: dict[str, Hashable] = {}
    with sharing.lacking(changes):
        for name in (name for name in base.answers if name in asked):
            if missing := sharing.lack(base.handed[name]):
                keys[name] = name, missing
    left = [name for name, key in keys.items() if key not in known]
    waiting.expect(number for name in left for number in base.numbers_of[name])
    known |= {keys[name]: a for name, a in _again(subject, held, changes, left).items()}
    return {name: known[key] for name, key in keys.items()}


def _leavings(listed: tuple[Finding, ...], found: Json, held: Rows) -> Iterator[Leaving]:
    """Yield the runs of a chapter: each work, each author or publisher, and the whole texts alone."""
    copies = works.copies()

    def resting(field: str, key: str) -> tuple[Finding, ...]:
        return tuple(finding for finding in listed if key in found[finding.id][field])

    for work in _each(found, "works"):
        yield Leaving(WORK, work, held.fallen(copies[work]), resting("works", work))
    for maker in _each(found, "families"):
        pages = (page for work in makers.works_of(maker) for page in copies.get(work, ()))
        yield Leaving(FAMILY, maker, held.fallen(pages), resting("families", maker))
    yield Leaving(WHOLE, "", held.fallen(findings.not_whole()), listed)


def _each(found: Json, field: str) -> list[str]:
    return sorted({key for result in found.values() for key in result[field]})


def _again(
    subject: str, held: Rows, changes: dict[str, Change], asked: Iterable[str]
) -> dict[str, Answer]:
    """Return the answers on tables that lack something."""
    names = [*asked]
    if not names:
        return {}
    numbers.once.cache_clear()
    try:
        with tables.instead(held.frames(changes)), sharing.lacking(changes):
            return {name: answers.of_name(subject, name) for name in names}
    finally:
        numbers.once.cache_clear()
