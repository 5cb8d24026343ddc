"""Words that the data must go on supporting, and the predicates that say whether they do.

A predicate is a function without arguments in `analysis/<subject>/holds.py` that returns True while
the words that name it are true. Its docstring says to readers what is checked ("Return whether …").
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

import numpy as np

from biometrics_china import exhibits, manuscript, templates

#: predicates that were checked in another process: page → name → what each checks
_handed_over: dict[str, dict[str, str]] = {}


def hand_over(page: str, found: dict[str, str]) -> None:
    """Let `of_page` return these from now on, in place of checking them."""
    _handed_over[page] = found
    of_page.cache_clear()


@cache
def of_page(page: str) -> dict[str, str]:
    """Check the guarded words of a page; return predicate → what it checks, in order of the page.

    What was checked in another process is not checked again, but for predicates named since.
    Raises BadText for words that do not hold, and for a predicate that is not there or says nothing.
    """
    known = _handed_over.get(page, {})
    return {
        guard.predicate: known.get(guard.predicate) or _checked(page, guard)
        for guard in manuscript.guards(page)
    }


def _checked(page: str, guard: manuscript.Guard) -> str:
    *other, name = guard.predicate.split(".")
    subject = other[0] if other else page
    try:
        predicate = getattr(import_module(f"biometrics_china.analysis.{subject}.holds"), name)
    except (ModuleNotFoundError, AttributeError):
        raise _bad(page, guard, f": {subject} has no predicate {name!r}") from None
    checks = " ".join((predicate.__doc__ or "").split())
    if not checks.startswith("Return whether "):
        raise _bad(page, guard, f": {name} does not say “Return whether …” what it checks")
    try:
        result = predicate()
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())
        raise _bad(page, guard, f": {name} could not say whether they hold: {said}") from error
    if not isinstance(result, bool | np.bool_):
        raise _bad(page, guard, f": {name} returns {result!r}, not True or False")
    if not result:
        raise _bad(page, guard, f" no longer hold; {name}: {checks}")
    names = templates.placeholders(guard.words)
    known = exhibits.numbers_of(page) if names and page in exhibits.SUBJECTS else {}
    if unknown := ", ".join(name for name in names if name not in known):
        raise _bad(page, guard, f": there is no number {unknown} of {page}")
    return checks


def _bad(page: str, guard: manuscript.Guard, said: str) -> manuscript.BadText:
    return manuscript.bad(page, f"the words “{guard.words}”{said}", guard.line)
