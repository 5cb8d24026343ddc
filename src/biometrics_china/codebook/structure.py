"""The structure of a descriptor: where it departs from the profile, in words a person can use."""

from __future__ import annotations

import jsonschema

from biometrics_china.codebook.profile import profile
from biometrics_china.codebook.read import Json


def structure(descriptor: Json, *, own: bool) -> list[str]:
    """Return where a descriptor departs from the profile, with or without our own keys."""
    validator = jsonschema.Draft202012Validator(profile(own=own))
    found = sorted(validator.iter_errors(descriptor), key=lambda e: [str(p) for p in e.path])
    return [f"{_place(descriptor, list(e.absolute_path))}{_short(e.message)}" for e in found]


def _short(message: str, limit: int = 240) -> str:
    return message if len(message) <= limit else f"…{message[-limit:]}"


def _place(descriptor: Json, path: list[str | int]) -> str:
    """Return ``table x: field y: `` for the path of an error inside the descriptor."""
    words, node = [], descriptor
    kinds = {"resources": "table", "fields": "field", "vocabularies": "vocabulary"}
    for before, key in zip([None, *path], path, strict=False):
        node = node[key]  # type: ignore[index]
        if isinstance(key, int):
            name = node.get("name", node.get("value")) if isinstance(node, dict) else None
            words.append(f"{kinds.get(str(before), before)} {name or f'number {key + 1}'}")
        elif key not in ("resources", "schema", "fields"):
            words.append(str(key))
    return "".join(f"{w}: " for w in words)
