"""Sentences with places for computed numbers."""

from __future__ import annotations

import string
from collections.abc import Mapping


def placeholders(template: str) -> tuple[str, ...]:
    """Return the names that a template such as ``"of {n} rules"`` asks for, in order."""
    return tuple(name for _, name, _, _ in string.Formatter().parse(template) if name)


def fill(template: str, texts: Mapping[str, str]) -> str:
    """Put the printed numbers into a template.

    Raises KeyError that names the missing number and the template, so that a sentence can never
    be printed with a hole in it.
    """
    missing = [name for name in placeholders(template) if name not in texts]
    if missing:
        raise KeyError(f"no number {', '.join(missing)} for the sentence: {template}")
    return template.format_map(texts)
