"""Reading the codebook: the descriptor as it is written, and the dataclasses made of it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from biometrics_china.codebook.model import Field, Package, Table, Term

Json = dict[str, Any]


def read_descriptor(root: Path) -> Json:
    """Return `datapackage.json` of a data folder as it is written.

    Raises ValueError, in one line, if the file is missing, not UTF-8, not JSON, not an object, or
    if it has a key twice, which JSON would silently read as the last one.
    """
    path = root / "datapackage.json"
    where = f"{root.name}/{path.name}"
    if not path.is_file():
        missing = f"{where}: this file" if root.is_dir() else f"{root.name}: this folder"
        raise ValueError(f"{missing} does not exist")
    try:
        found = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise ValueError(f"{where}:{error.lineno}: is not JSON: {error.msg}") from error
    except RecursionError as error:
        raise ValueError(f"{where}: is nested too deeply") from error
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from error
    if not isinstance(found, dict):
        raise ValueError(f"{where}: is not a JSON object")
    return found


def _once(pairs: list[tuple[str, Any]]) -> Json:
    twice = [key for key, n in Counter(key for key, _ in pairs).items() if n > 1]
    if twice:
        raise ValueError(f"key {twice[0]!r} stands twice in one object")
    return dict(pairs)


def parse(descriptor: Json) -> Package:
    """Return the dataclasses of a descriptor in which `problems` found nothing."""
    return Package(
        tables=tuple(_table(r) for r in descriptor["resources"]),
        vocabularies={
            name: tuple(Term(t["value"], t["label"], t.get("description", "")) for t in terms)
            for name, terms in descriptor.get("vocabularies", {}).items()
        },
    )


def _table(resource: Json) -> Table:
    schema = resource["schema"]
    points: dict[str, str] = {}
    for key in schema.get("foreignKeys", ()):
        fields, to = names(key["fields"]), names(key["reference"]["fields"])
        if len(fields) == 1:
            points[fields[0]] = f"{key['reference']['resource']}.{to[0]}"
    return Table(
        resource["name"],
        resource["path"],
        resource["title"],
        resource["description"],
        tuple(_field(f, points.get(f["name"], "")) for f in schema["fields"]),
        tuple(resource.get("rules", ())),
    )


def _field(described: Json, points_to: str) -> Field:
    same = ("name", "type", "description", "vocabulary", "unit", "kind", "delimiter", "names")
    given = {key: described[key] for key in (*same, "constraints") if key in described}
    return Field(**given, refers_to=described.get("refers", points_to))


def names(value: str | list[str]) -> list[str]:
    """Return the fields of a key, which the standard lets stand as one name or as a list."""
    return [value] if isinstance(value, str) else value
