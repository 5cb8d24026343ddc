"""Results of the analysis that runs share: two runs that leave a table alike need its results once.

What a function of `analysis` made is kept with what each table that it was handed lacked then, and
given again in every run in which these tables lack the same. Predicates, what makes numbers, and what
asks for numbers run each time.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import cache, wraps
from types import FunctionType
from typing import Any, cast

import pandas as pd

from biometrics_china import observing
from biometrics_china.without import waiting

#: function and arguments → what it was handed → what that lacked → the result
_shared: dict[tuple[object, ...], dict[tuple[str, ...], dict[Hashable, Any]]] = {}
#: what each table lacks in the present run, by the name that `observing` notes
_lacking: dict[str, Hashable] = {}

_PLAIN = (str, int, float, bool, pd.Timestamp, type(None), type(pd.NA))


@contextmanager
def lacking(changes: Mapping[str, Hashable]) -> Iterator[None]:
    """Say what tables lack inside, by their names."""
    _lacking.update({f"table {name}": change for name, change in changes.items()})
    try:
        yield
    finally:
        _lacking.clear()


def lack(handed: tuple[str, ...]) -> Hashable:
    """Return what is lacking at present of something that was handed out."""
    return tuple((name, _lacking[name]) for name in handed if name in _lacking)


def forget() -> None:
    """Forget all results."""
    _shared.clear()


def is_shared(held: Any) -> bool:
    """Return whether something is a function of the analysis whose results runs share."""
    if not inspect.isfunction(held) or inspect.isgeneratorfunction(held):
        return False
    where = held.__module__.split(".")
    return where[:2] == ["biometrics_china", "analysis"] and not (
        len(where) > 3 and where[3].startswith(("numbers", "holds"))
    )


@cache
def shared(function: FunctionType) -> Callable[..., Any]:
    """Return the function, such that runs share its results while `put_off` lasts."""

    @wraps(function)
    def once(*given: Any, **named: Any) -> Any:
        if not all(map(_is_plain, [*given, *named.values()])):
            return function(*given, **named)
        held = _shared.setdefault((function, given, *named.items()), {})
        for handed, results in held.items():
            if (missing := lack(handed)) in results:
                observing.note_again(handed)
                return _again(results[missing])
        with observing.observed() as seen, waiting.asked() as numbers:
            made = function(*given, **named)
        if not numbers and _can_be_kept(made):
            handed = tuple(sorted(seen))
            held.setdefault(handed, {})[lack(handed)] = _again(made)
        return made

    return once


def _is_plain(value: object) -> bool:
    if isinstance(value, tuple):
        return all(map(_is_plain, value))
    return isinstance(value, _PLAIN)


def _can_be_kept(made: object) -> bool:
    """Return whether nobody can change a result, or `_again` gives one of its own to each."""
    if isinstance(made, pd.DataFrame | pd.Series) or _is_plain(made):
        return True
    if type(made) in (tuple, list, frozenset, set):
        return all(map(_can_be_kept, cast(Iterable[object], made)))
    if type(made) is dict:
        return all(map(_can_be_kept, made.values()))
    if is_dataclass(made) and not isinstance(made, type):
        frozen = made.__dataclass_params__.frozen  # type: ignore[attr-defined]
        return frozen and all(_is_plain(getattr(made, f.name)) for f in fields(made))
    return False


def _again(made: Any) -> Any:
    """Return a result to be given away: a frame shares its cells until one of the two is changed."""
    if isinstance(made, pd.DataFrame | pd.Series):
        return made.copy(deep=False)
    if type(made) in (tuple, list):
        return type(made)(map(_again, made))
    if type(made) is set:
        return {*made}
    if type(made) is dict:
        return {key: _again(value) for key, value in made.items()}
    return made
