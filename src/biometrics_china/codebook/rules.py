"""What a codebook must keep to beyond its structure: names and types that fit each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from biometrics_china.codebook.model import choices
from biometrics_china.codebook.read import Json, names
from biometrics_china.codebook.structure import structure

#: our keys that say what a value or item may be → the types of field that may have them
TYPES = {"vocabulary": ("string", "list"), "refers": ("list",), "names": ("list",)}


def problems(descriptor: Json) -> list[str]:
    """Return what is wrong with a codebook, one line a problem; an empty list if it is right."""
    return structure(descriptor, own=True) or [
        *_vocabulary_problems(descriptor),
        *_name_problems(descriptor["resources"]),
    ]


def _vocabulary_problems(descriptor: Json) -> Iterator[str]:
    vocabularies = descriptor.get("vocabularies", {})
    used = set()
    for resource in descriptor["resources"]:
        for described in resource["schema"]["fields"]:
            used.add(name := described.get("vocabulary"))
            if name and name not in vocabularies:
                place = f"table {resource['name']}: field {described['name']}"
                yield f"{place}: vocabulary {name!r} is not {choices(name, vocabularies)}"
    for name, terms in vocabularies.items():
        if name not in used:
            yield f"vocabulary {name}: no field uses it"
        yield from (
            f"vocabulary {name}: {value!r} stands in it {n} times"
            for value, n in _repeated(t["value"] for t in terms)
        )


def _repeated(values: Iterable[str]) -> list[tuple[str, int]]:
    return [(value, n) for value, n in Counter(values).items() if n > 1]


def _name_problems(resources: list[Json]) -> Iterator[str]:
    for key in ("name", "path"):
        for value, n in _repeated(r[key] for r in resources):
            yield f"table {value}: {n} tables have this {key}"
    columns = {r["name"]: [f["name"] for f in r["schema"]["fields"]] for r in resources}
    for resource in resources:
        found = (_own_names(resource), _references(resource, columns), _fields(resource))
        yield from (f"table {resource['name']}: {text}" for text in chain(*found))


def _own_names(resource: Json) -> Iterator[str]:
    """Yield what keys and rules name that is not a field of the table."""
    schema = resource["schema"]
    own = [f["name"] for f in schema["fields"]]
    yield from (f"field {name}: is defined {n} times" for name, n in _repeated(own))
    named = [("primary key", name) for name in names(schema["primaryKey"])]
    for rule in resource.get("rules", ()):
        named += [(f"rule {rule['kind']}", name) for name in _named(rule)]
    for key in schema.get("foreignKeys", ()):
        named += [("foreign key", name) for name in names(key["fields"])]
    yield from (
        f"{place}: field {name!r} is not {choices(name, own)}"
        for place, name in named
        if name not in own
    )


def _named(rule: Json) -> Iterator[str]:
    """Yield the fields that a rule of a table names."""
    yield from rule.get("fields", ())
    yield from (rule[key] for key in ("field", "along", "part", "step") if key in rule)
    yield from names(rule.get("by", ()))
    yield from (rule["when"]["field"] for _ in range("when" in rule))


def _references(resource: Json, columns: dict[str, list[str]]) -> Iterator[str]:
    """Yield what foreign keys and lists refer to that is not a field of the codebook."""
    schema = resource["schema"]
    made = [
        ("foreign key", key["reference"]["resource"], names(key["reference"]["fields"]))
        for key in schema.get("foreignKeys", ())
    ]
    for described in schema["fields"]:
        if "refers" in described:
            table, field = described["refers"].split(".")
            made.append((f"field {described['name']}: refers", table, [field]))
    for place, table, fields in made:
        if table not in columns:
            yield f"{place}: table {table!r} is not {choices(table, columns)}"
            continue
        yield from (
            f"{place}: field {name!r} is not {choices(name, columns[table])}"
            for name in fields
            if name not in columns[table]
        )


def _fields(resource: Json) -> Iterator[str]:
    """Yield what the type of a field does not allow, and patterns that cannot be read."""
    kinds = {f["name"]: f.get("kind", f["type"]) for f in resource["schema"]["fields"]}
    yield from (
        f"rule order: field {name} is neither a number nor a date"
        for rule in resource.get("rules", ())
        for name in rule.get("fields", ())
        if kinds.get(name) in ("string", "boolean", "list")
    )
    for field in resource["schema"]["fields"]:
        for key, types in TYPES.items():
            if key in field and field["type"] not in types:
                right = " or ".join(types)
                yield f"field {field['name']}: a {field['type']} field has no {key}; {right} has"
        if not _compiles(field.get("constraints", {})):
            yield f"field {field['name']}: its pattern is not a regular expression"


def _compiles(constraints: Json) -> bool:
    try:
        re.compile(constraints.get("pattern", ""))
    except re.error:
        return False
    return True
