"""What of the data a piece of work was handed: noted while it runs, and listed nowhere by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

#: what this process was handed from the book's own data folder, as `tables.digest` names it
_asked: set[str] = set()
#: the same for each part of the work that is observed
_observers: list[dict[str, None]] = []
#: forgets what a function has kept, one for each function that `kept` wraps
_forgetters: list[Callable[[], None]] = []


def note(asked_for: str) -> None:
    """Note that something was handed out, such as ``table x`` or ``vocabulary y``."""
    _asked.add(asked_for)
    for seen in _observers:
        seen[asked_for] = None


def asked() -> tuple[str, ...]:
    """Return what this process was handed so far, such as ``table x`` or ``vocabulary y``."""
    return tuple(sorted(_asked))


@contextmanager
def observed() -> Iterator[dict[str, None]]:
    """Collect what is handed out inside, in the order in which it is first asked for.

    Only what is asked for inside is seen; nothing that was loaded before and kept.
    """
    seen: dict[str, None] = {}
    _observers.append(seen)
    try:
        yield seen
    finally:
        _observers.pop()


def kept(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Let a function of hashable arguments compute each result once, and be observed each time.

    `functools.cache` would hide from `observed` what the function was handed the first time.
    """
    results: dict[tuple[object, ...], tuple[Result, tuple[str, ...]]] = {}

    @wraps(function)
    def once(*given: Given.args, **named: Given.kwargs) -> Result:
        key = (*given, *named.items())
        if key not in results:
            with observed() as seen:
                results[key] = function(*given, **named), tuple(seen)
        result, asked_for = results[key]
        for observer in _observers:
            observer |= dict.fromkeys(asked_for)
        return result

    once.cache_clear = results.clear  # type: ignore[attr-defined]
    _forgetters.append(results.clear)
    return once


def forget() -> None:
    """Forget what `kept` functions computed, for a process whose tables have changed."""
    for clear in _forgetters:
        clear()
