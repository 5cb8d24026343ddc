"""The numbers of a chapter, each made when it is asked for, so that a run makes no more than it needs.

The functions of `analysis/<subject>/numbers*.py` that only add numbers (the first argument is a
`Numbers`, and nothing is returned) are put off. A number that is asked for runs those that make it; one
that raises takes down what it would still have added, and nothing else.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from types import FunctionType, ModuleType
from typing import Any

from biometrics_china import numbers
from biometrics_china.numbers import Numbers
from biometrics_china.without import sharing
from biometrics_china.without.waiting import Waiting


class _Lazy(Numbers):
    """The numbers of a chapter while its parts wait."""

    def __init__(self, subject: str, tables: Any) -> None:
        super().__init__(subject, tables)
        self._numbers = Waiting(subject)


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
        sharing.forget()
        yield
    finally:
        for module, name, held in changed:
            setattr(module, name, held)
        numbers.once.cache_clear()
        sharing.forget()


def _modules() -> list[ModuleType]:
    """Return the modules of the analysis that are loaded."""
    names = sorted(n for n in sys.modules if n.startswith("biometrics_china.analysis."))
    return [sys.modules[name] for name in names]


def _other(held: Any) -> Any:
    """Return what stands in for something in a module of the analysis; None where it stays."""
    if held is Numbers:
        return _Lazy
    if sharing.is_shared(held):
        return sharing.shared(held)
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
        if isinstance(held, Waiting):
            held.put_off(part, (found, *given), named)
        else:
            part(found, *given, **named)

    return late
