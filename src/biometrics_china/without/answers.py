"""The answers of a chapter: its numbers as they are printed, and whether its guarded words hold."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from biometrics_china import numbers, observing
from biometrics_china.numbers import Numbers
from biometrics_china.without import waiting
from biometrics_china.without.findings import Finding

#: of a number its value, its printed form and how many rows it is made of, of a guard whether it
#: holds; None where it cannot be told
Answer = list[Any] | bool | None


@dataclass
class Base:
    """The answers on all data.

    `handed` is what of the data each was handed, `numbers_of` the ids of the numbers that it asked for,
    `made` the numbers of the chapter, and `every` what was handed out altogether.
    """

    made: Numbers
    answers: dict[str, Answer] = field(default_factory=dict)
    handed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    numbers_of: dict[str, set[str]] = field(default_factory=dict)
    every: dict[str, None] = field(default_factory=dict)


def is_same(one: Answer, other: Answer) -> bool:
    """Return whether two answers print alike and are alike to ten digits."""
    if not isinstance(one, list) or not isinstance(other, list):
        return one == other
    return one[:2] == other[:2]


def on_all_data(subject: str, listed: tuple[Finding, ...]) -> Base:
    """Return the answers on all data."""
    with observing.observed() as body:
        found = Base(numbers.once(compute_of(subject)))
    found.every |= body
    for name in dict.fromkeys(name for finding in listed for name in finding.asked):
        with observing.observed() as seen, waiting.asked() as found.numbers_of[name]:
            found.answers[name] = of_name(subject, name)
        found.handed[name] = tuple(sorted({**body, **seen}))
        found.every |= seen
        if not found.answers[name]:
            raise ValueError(f"{subject}: {name} has no answer on all data")
    return found


def of_name(subject: str, name: str) -> Answer:
    """Return a number by name, or whether a guard (``holds name``) holds; None if that raises."""
    kind, _, predicate = name.partition(" ")
    try:
        if predicate:
            return bool(_predicate(subject, predicate)())
        made = numbers.once(compute_of(subject))[kind]
    except Exception:
        return None
    if isinstance(made.value, str):
        return [made.value, made.text, len(made.rows)]
    value = float(f"{made.value:.10g}")
    return None if math.isnan(value) else [value, made.text, len(made.rows)]


def compute_of(subject: str) -> Callable[[], Numbers]:
    """Return the function that makes the numbers of a chapter."""
    module = import_module(f"biometrics_china.analysis.{subject}.numbers")
    compute: Callable[[], Numbers] = module.numbers
    return compute


def _predicate(subject: str, named: str) -> Callable[[], bool]:
    *other, name = named.split(".")
    module = import_module(f"biometrics_china.analysis.{other[0] if other else subject}.holds")
    predicate: Callable[[], bool] = getattr(module, name)
    return predicate
