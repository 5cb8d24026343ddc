"""One column of the codebook: the keys it may have, what may stand in them, and the field made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from biometrics_china.codebook.forms import TYPES
from biometrics_china.codebook.model import WORDS, Field
from biometrics_china.codebook.problem import Problem, quote, unknown
from biometrics_china.codebook.words import Word, wrong

Keys = dict[str, Any]

TRUTH = ("true", "false")
#: keys of which the values are counted
CHOICES = {"type": TYPES, "names": ("tables",), "unique": TRUTH, "bare_words": TRUTH}
TEXTS = ("description", "vocabulary", "unit", "names", "at_most")
KEYS = ("type", "refers", "bare_words", *TEXTS, *WORDS)
PLACE = re.compile(r"[a-z][a-z0-9_-]*\.[a-z][a-z0-9_-]*")


def keys_of(place: str, value: Any, found: list[Problem]) -> Keys:
    """Return the keys of a column that are right; add what is wrong with others to `found`.

    `place` says, at its place, which column it is. A word alone is its description.
    """
    if isinstance(value, Word):
        return {"description": value} if value else {}
    keys = known_keys(place, value, (), ("shared", *KEYS), found)
    complaints = {key: _wrong(key, said) for key, said in keys.items() if key in ("shared", *KEYS)}
    found += [wrong(key, f"{place}: {key}: {text}") for key, text in complaints.items() if text]
    return {key: keys[key] for key, text in complaints.items() if not text}


def known_keys(
    place: str, value: Any, needed: Iterable[str], may: Iterable[str], found: list[Problem]
) -> Keys:
    """Return a mapping; add to `found` its keys that are unknown, and the needed ones it lacks."""
    known = tuple(dict.fromkeys((*needed, *may)))
    if not isinstance(value, dict):
        found.append(wrong(place, f"{place}: is not a mapping with the keys {', '.join(known)}"))
        return {}
    found += [
        wrong(key, f"{place}: key {unknown(key, 'not known', known)}")
        for key in value
        if key not in known
    ]
    found += [wrong(place, f"{place}: has no {key}") for key in needed if not value.get(key)]
    return value


def field_of(name: str, keys: Keys) -> Field:
    """Return the field of keys in which nothing was wrong."""
    required = keys.get("required", "")
    where = required if isinstance(required, dict) else {}
    return Field(
        name,
        keys.get("type", "string"),
        refers_to=keys.get("refers", ""),
        bare_words=keys.get("bare_words") == "true",
        constraints={key: limit for key in WORDS if (limit := _limit(key, keys))},
        required_where={k: (v,) if isinstance(v, str) else tuple(v) for k, v in where.items()},
        **{key: keys.get(key, "") for key in TEXTS},
    )


def _limit(key: str, keys: Keys) -> Any:
    said = keys.get(key)
    return said == "true" if key in ("required", "unique") else said


def _wrong(key: str, said: Any) -> str:
    """Say what is wrong with the value of a key, or nothing."""
    if key == "required" and isinstance(said, dict):
        lists = [v if isinstance(v, list) else [v] for v in said.values()]
        fits = said and all(v and all(isinstance(word, Word) for word in v) for v in lists)
        return "" if fits else "is no mapping of fields to a value, or to a list of values"
    if not isinstance(said, Word) or not said:
        return "is not a text"
    if key in CHOICES or key == "required":
        right = CHOICES.get(key, TRUTH)
        return "" if said in right else unknown(said, "not right", right)
    if key == "refers" and not PLACE.fullmatch(said):
        return f"{quote(said)} is not a table and its field, such as sources.id"
    return "is not a regular expression" if key == "pattern" and not _compiles(said) else ""


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
