"""The numbers of a chapter, each made when it is asked for, so that a run makes no more than it needs.

The functions of `analysis/<subject>/numbers*.py` that only add numbers (the first argument is a
`Numbers`, and nothing is returned) are put off. A number that is asked for runs those that make it; one
that raises takes down what it would still have added, and nothing else.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from types import FunctionType, ModuleType
from typing import Any

from biometrics_china import numbers, observing
from biometrics_china.numbers import Numbers
from biometrics_china.traced import Number
from biometrics_china.without.statements import alone

#: functions that a part was put off by, the outermost first, and its own
Chain = tuple[FunctionType, ...]
#: which functions made a number, by its id, in any run of this process
_made_by: dict[str, Chain] = {}


class _Waiting(dict[str, Number]):
    """Numbers by name; what is not there yet is made when it is asked for.

    Whoever observes sees what of the data a number was handed, whether it is made then or was before.
    """

    def __init__(self, subject: str) -> None:
        super().__init__()
        self.subject = subject
        self.parts: list[_Part] = []
        self.running: Chain = ()
        self.seen: tuple[Mapping[str, None], ...] = ()
        self.handed: dict[str, dict[str, None]] = {}

    def put_off(self, part: FunctionType, given: tuple[Any, ...], named: dict[str, Any]) -> None:
        self.parts.append(_Part((*self.running, part), self.seen, given, named))

    def __setitem__(self, name: str, number: Number) -> None:
        _made_by[number.id] = self.running
        self.handed[name] = {table: None for seen in self.seen for table in seen}
        super().__setitem__(name, number)

    def __getitem__(self, name: str) -> Number:
        found = super().__getitem__(name)
        observing.note_again(self.handed[name])
        return found

    def __missing__(self, name: str) -> Number:
        known = _made_by.get(f"{self.subject}.{name}")
        while waiting := [part for part in self.parts if known is None or part.function in known]:
            part = max(waiting, key=lambda one: _hint(one.chain[-1], name))
            self.parts.remove(part)
            self._run(part)
            if name in self:
                return super().__getitem__(name)
        raise KeyError(name)

    def _run(self, part: _Part) -> None:
        before = self.running, self.seen
        with observing.observed() as seen:
            self.running, self.seen = part.chain, (*part.seen, seen)
            try:
                alone(part.function)(*part.given, **part.named)
            finally:
                self.running, self.seen = before


@dataclass(frozen=True, eq=False)
class _Part:
    """A function that waits, what put it off, what these saw of the data, and its arguments."""

    chain: Chain
    seen: tuple[Mapping[str, None], ...]
    given: tuple[Any, ...]
    named: dict[str, Any]

    @property
    def function(self) -> FunctionType:
        """Return the function itself."""
        return self.chain[-1]


class _Lazy(Numbers):
    """The numbers of a chapter while its parts wait."""

    def __init__(self, subject: str, tables: Any) -> None:
        super().__init__(subject, tables)
        self._numbers = _Waiting(subject)


@contextmanager
def put_off() -> Iterator[None]:
    """Inside, what the numbers of a chapter are made by waits until one of them is asked for."""
    changed: list[tuple[ModuleType, str, Any]] = []
    try:
        for module in _modules():
            for name, held in list(vars(module).items()):
                if other := _other(held):
                    changed.append((module, name, held))
                    setattr(module, name, other)
        numbers.once.cache_clear()
        yield
    finally:
        for module, name, held in changed:
            setattr(module, name, held)
        numbers.once.cache_clear()


def _modules() -> list[ModuleType]:
    """Return the modules of numbers that are loaded."""
    found = [
        name.split(".") for name in sys.modules if name.startswith("biometrics_china.analysis.")
    ]
    names = sorted(".".join(n) for n in found if len(n) > 3 and n[3].startswith("numbers"))
    return [sys.modules[name] for name in names]


def _other(held: Any) -> Any:
    """Return what stands in for something in a module of numbers; None where it stays."""
    if held is Numbers:
        return _Lazy
    return _late(held) if inspect.isfunction(held) and _only_adds(held) else None


def _only_adds(function: Callable[..., Any]) -> bool:
    where = function.__module__.split(".")
    if len(where) < 4 or not where[3].startswith("numbers"):
        return False
    described = inspect.signature(function)
    first = next(iter(described.parameters.values()), None)
    return (
        first is not None
        and first.annotation == "Numbers"
        and described.return_annotation == "None"
    )


def _late(part: FunctionType) -> Callable[..., None]:
    @wraps(part)
    def late(found: Numbers, *given: Any, **named: Any) -> None:
        held = found._numbers
        if isinstance(held, _Waiting):
            held.put_off(part, (found, *given), named)
        else:
            part(found, *given, **named)

    return late


def _hint(part: FunctionType, name: str) -> int:
    """Return how much of a name stands among the texts in a function: which one to try first."""
    texts = (text for text in part.__code__.co_consts if isinstance(text, str))
    return max((len(text) for text in texts if text and text in name), default=0)
