"""The codebook: what `data/datapackage.json` says of every table, field and vocabulary.

The file is a Data Package (version 2.0) with five keys of our own: `vocabularies` at the top,
`rules` on a table, `vocabulary`, `kind` and `unit` on a field. Here it is read, checked and turned
into small dataclasses, and into the plain descriptor that is published, which has no key of ours.
No installed package ships the JSON Schema profile of version 2, so `_profile` states what the
standard requires of the parts used here, and closes the lists of keys, so that a misspelt key is
an error.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import jsonschema

Json = dict[str, Any]

PARTIAL_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"


@dataclass(frozen=True)
class Term:
    """One code of a vocabulary: the stored value, the label a reader sees, and its meaning."""

    value: str
    label: str
    description: str


@dataclass(frozen=True)
class Field:
    """One column: `type` is a Table Schema type, `vocabulary` and `unit` are empty where none.

    `refers_to` is the table and field a foreign key points to (``sources.id``), or empty.
    """

    name: str
    type: str
    description: str
    vocabulary: str = ""
    unit: str = ""
    kind: str = ""
    delimiter: str = ";"
    refers_to: str = ""
    constraints: Mapping[str, Any] = field(default_factory=dict)

    @property
    def allowed(self) -> tuple[str, ...]:
        """Return the constraints in words, without the vocabulary."""
        words = {
            "required": "required",
            "unique": "unique",
            "pattern": "pattern {}",
            "minimum": "at least {}",
            "maximum": "at most {}",
        }
        found = ["YYYY, YYYY-MM or YYYY-MM-DD"] if self.kind == "partial-date" else []
        found += [f"items separated by {self.delimiter}"] if self.type == "list" else []
        found += [f"a value of {self.refers_to}"] if self.refers_to else []
        found += [
            words.get(name, f"{name} {{}}").format(value)
            for name, value in self.constraints.items()
            if value is not False
        ]
        return tuple(found)


@dataclass(frozen=True)
class Table:
    """One table; `path` is relative to the data folder, `rules` are as written in the codebook."""

    name: str
    path: str
    title: str
    description: str
    fields: tuple[Field, ...]
    rules: tuple[Mapping[str, Any], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns in the order of the file."""
        return tuple(f.name for f in self.fields)


@dataclass(frozen=True)
class Package:
    """The whole codebook: tables and vocabularies in the order of the file."""

    tables: tuple[Table, ...]
    vocabularies: Mapping[str, tuple[Term, ...]]

    def table(self, name: str) -> Table:
        """Return one table. Raises KeyError that says which names there are."""
        return {t.name: t for t in self.tables}[known(name, (t.name for t in self.tables))]

    def labels(self, vocabulary: str) -> dict[str, str]:
        """Return value → label of one vocabulary. Raises KeyError for an unknown one."""
        terms = self.vocabularies[known(vocabulary, self.vocabularies)]
        return {term.value: term.label for term in terms}


def known(name: str, names: Iterable[str]) -> str:
    """Return the name if it is one of the names; raise KeyError with the nearest one if not."""
    names = tuple(names)
    if name not in names:
        raise KeyError(f"{name!r} is not {choices(name, names)}")
    return name


def choices(value: str, allowed: Iterable[str]) -> str:
    """Say what would be right: ``one of a, b, c; did you mean a?``, in one line."""
    allowed = tuple(allowed)
    shown = ", ".join(allowed) if len(allowed) <= 24 else f"{len(allowed):,} known values"
    near = get_close_matches(value, allowed, n=1)
    return f"one of {shown}" + (f"; did you mean {near[0]}?" if near else "")


def data_root() -> Path:
    """Return the data folder: of the checkout, or `BIOMETRICS_CHINA_DATA` where that is set."""
    named = os.environ.get("BIOMETRICS_CHINA_DATA")
    return Path(named) if named else Path(__file__).resolve().parents[2] / "data"


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
    keys = [k for k in schema.get("foreignKeys", []) if len(_names(k["fields"])) == 1]
    refers = {
        _names(k["fields"])[0]: f"{k['reference']['resource']}."
        f"{_names(k['reference']['fields'])[0]}"
        for k in keys
    }
    own = ("vocabulary", "unit", "kind", "delimiter", "constraints")
    fields = tuple(
        Field(
            f["name"],
            f["type"],
            f["description"],
            refers_to=refers.get(f["name"], ""),
            **{key: f[key] for key in own if key in f},
        )
        for f in schema["fields"]
    )
    return Table(
        resource["name"],
        resource["path"],
        resource["title"],
        resource["description"],
        fields,
        tuple(resource.get("rules", ())),
    )


def _names(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


# what is published


def published_descriptor(root: Path | None = None) -> Json:
    """Return the descriptor for download: plain Data Package 2.0, vocabularies written out.

    A vocabulary becomes `categories` and an `enum` constraint; what the standard has no key for
    (units, rules, vocabularies of list items) goes into the descriptions. Raises ValueError, one
    line a problem, if the codebook or the result is not valid.
    """
    descriptor = read_descriptor(root or data_root())
    found = problems(descriptor) or _structure(made := expand(descriptor), own=False)
    if found:
        raise ValueError("\n".join(found))
    return made


def expand(descriptor: Json) -> Json:
    """Return a descriptor without our own keys; what they said is kept in standard ones."""
    terms = descriptor.get("vocabularies", {})
    plain = {key: value for key, value in descriptor.items() if key != "vocabularies"}
    return plain | {"resources": [_resource(r, terms) for r in descriptor["resources"]]}


def _resource(resource: Json, terms: Json) -> Json:
    plain = {key: value for key, value in resource.items() if key != "rules"}
    rules = [_rule_words(rule) for rule in resource.get("rules", ())]
    schema = dict(resource["schema"])
    schema["fields"] = [_field(f, terms) for f in schema["fields"]]
    schema["primaryKey"] = _names(schema["primaryKey"])
    if "foreignKeys" in schema:
        schema["foreignKeys"] = [_foreign_key(k) for k in schema["foreignKeys"]]
    said = " ".join([resource["description"], *rules])
    return plain | {"type": "table", "description": said, "schema": schema}


def _foreign_key(key: Json) -> Json:
    reference = key["reference"] | {"fields": _names(key["reference"]["fields"])}
    return {"fields": _names(key["fields"]), "reference": reference}


def _rule_words(rule: Json) -> str:
    if rule["kind"] == "order":
        return "Rule: {} is at most {}.".format(*rule["fields"])
    when = rule["when"]
    return f"Rule: {rule['field']} is given where {when['field']} is {as_cell(when['equals'])}."


def as_cell(value: object) -> str:
    """Return a value of the codebook as it stands in a cell (``true`` for True)."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _field(described: Json, terms: Json) -> Json:
    own = ("vocabulary", "unit", "kind")
    plain = {key: value for key, value in described.items() if key not in own}
    constraints = dict(described.get("constraints", {}))
    codes = terms.get(described.get("vocabulary", ""), [])
    values = [t["value"] for t in codes]
    said = [described["description"]]
    said += [f"Unit: {described['unit']}."] if "unit" in described else []
    if codes and described["type"] == "list":
        said += [f"Items: {', '.join(values)}."]
    elif codes:
        plain["categories"] = [{"value": t["value"], "label": t["label"]} for t in codes]
        constraints["enum"] = values
    if described.get("kind") == "partial-date":
        constraints.setdefault("pattern", PARTIAL_DATE)
    if described["type"] == "boolean":
        plain |= {"trueValues": ["true"], "falseValues": ["false"]}
    return (
        plain
        | {"description": " ".join(said)}
        | ({"constraints": constraints} if constraints else {})
    )


# what is checked


def problems(descriptor: Json) -> list[str]:
    """Return what is wrong with a codebook, one line a problem; an empty list if it is right."""
    return _structure(descriptor, own=True) or [
        *_vocabulary_problems(descriptor),
        *_name_problems(descriptor["resources"]),
    ]


def _structure(descriptor: Json, *, own: bool) -> list[str]:
    validator = jsonschema.Draft202012Validator(_profile(own=own))
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


def _vocabulary_problems(descriptor: Json) -> Iterator[str]:
    vocabularies = descriptor.get("vocabularies", {})
    used = set()
    for resource in descriptor["resources"]:
        for described in resource["schema"]["fields"]:
            name = described.get("vocabulary")
            used.add(name)
            place = f"table {resource['name']}: field {described['name']}: "
            if name and name not in vocabularies:
                yield f"{place}vocabulary {name!r} is not {choices(name, vocabularies)}"
            elif name and described["type"] not in ("string", "list"):
                yield f"{place}a {described['type']} field has no vocabulary; string or list has"
    for name, terms in vocabularies.items():
        if name not in used:
            yield f"vocabulary {name}: no field uses it"
        for value, n in Counter(t["value"] for t in terms).items():
            if n > 1:
                yield f"vocabulary {name}: {value!r} stands in it {n} times"


def _name_problems(resources: list[Json]) -> Iterator[str]:
    for key in ("name", "path"):
        for value, n in Counter(r[key] for r in resources).items():
            if n > 1:
                yield f"table {value}: {n} tables have this {key}"
    columns = {r["name"]: [f["name"] for f in r["schema"]["fields"]] for r in resources}
    for resource in resources:
        yield from (
            f"table {resource['name']}: {text}" for text in _table_problems(resource, columns)
        )


def _table_problems(resource: Json, columns: dict[str, list[str]]) -> Iterator[str]:
    schema, own = resource["schema"], columns[resource["name"]]
    yield from (f"field {name}: is defined {n} times" for name, n in Counter(own).items() if n > 1)
    named = [("primary key", name) for name in _names(schema["primaryKey"])]
    for rule in resource.get("rules", ()):
        fields = rule.get("fields") or [rule["field"], rule["when"]["field"]]
        named += [(f"rule {rule['kind']}", name) for name in fields]
    for key in schema.get("foreignKeys", ()):
        named += [("foreign key", name) for name in _names(key["fields"])]
        table = key["reference"]["resource"]
        if table not in columns:
            yield f"foreign key: table {table!r} is not {choices(table, columns)}"
            continue
        yield from (
            f"foreign key: field {name!r} is not {choices(name, columns[table])}"
            for name in _names(key["reference"]["fields"])
            if name not in columns[table]
        )
    yield from (
        f"{place}: field {name!r} is not {choices(name, own)}"
        for place, name in named
        if name not in own
    )
    kinds = {f["name"]: f.get("kind", f["type"]) for f in schema["fields"]}
    yield from (
        f"rule order: field {name} is neither a number nor a date"
        for rule in resource.get("rules", ())
        for name in rule.get("fields", ())
        if kinds.get(name) in ("string", "boolean", "list")
    )
    yield from (
        f"field {f['name']}: its pattern is not a regular expression"
        for f in schema["fields"]
        if not _compiles(f.get("constraints", {}))
    )


def _compiles(constraints: Json) -> bool:
    try:
        re.compile(constraints.get("pattern", ""))
    except re.error:
        return False
    return True


def _object(needed: str, may_have: str = "", /, **properties: Json) -> Json:
    names: Json = {name: {} for name in [*needed.split(), *may_have.split()]}
    return {
        "type": "object",
        "required": needed.split(),
        "additionalProperties": False,
        "properties": names | properties,
    }


TEXT: Json = {"type": "string", "minLength": 1}
NAME: Json = {"type": "string", "pattern": "^[a-z][a-z0-9_-]*$"}
PATH: Json = {"type": "string", "pattern": r"^(?!/)(?!.*\.\.)[a-z0-9_./-]+\.csv$"}
STANDARD: Json = {"const": "https://datapackage.org/profiles/2.0/datapackage.json"}
TYPES: Json = {"enum": ["string", "integer", "number", "boolean", "date", "list"]}
ITEMS: Json = {"type": "array", "minItems": 1}
NAMES: Json = {"anyOf": [TEXT, ITEMS | {"items": TEXT, "uniqueItems": True}]}


def _profile(*, own: bool) -> Json:
    """Return the JSON Schema of the codebook (`own`), or of what is published."""
    rules = {"rules": {"type": "array", "items": _rule_profile()}} if own else {}
    resource = _object(
        "name path title description schema",
        "type format mediatype encoding dialect licenses sources",
        name=NAME,
        path=PATH,
        title=TEXT,
        description=TEXT,
        **{"schema": _schema_profile(own=own), **rules},
    )
    term = _object("value label", value=TEXT, label=TEXT, description={"type": "string"})
    terms = {"type": "object", "additionalProperties": ITEMS | {"items": term}}
    return _object(
        "$schema name resources",
        "id title description homepage version created contributors keywords image licenses "
        "sources",
        **{"$schema": STANDARD, "name": NAME, "resources": ITEMS | {"items": resource}},
        **({"vocabularies": terms} if own else {}),
    )


def _schema_profile(*, own: bool) -> Json:
    reference = _object("resource fields", resource={"type": "string"}, fields=NAMES)
    keys = _object("fields reference", fields=NAMES, reference=reference)
    return _object(
        "fields primaryKey",
        "$schema",
        fields=ITEMS | {"items": _field_profile(own=own)},
        primaryKey=NAMES,
        foreignKeys={"type": "array", "items": keys},
        fieldsMatch={"const": "exact"},
        missingValues={"const": [""]},
    )


def _field_profile(*, own: bool) -> Json:
    truth, number = {"type": "boolean"}, {"type": "integer"}
    constraints = _object(
        "",
        "minimum maximum exclusiveMinimum exclusiveMaximum",
        required=truth,
        unique=truth,
        pattern=TEXT,
        enum=ITEMS | {"uniqueItems": True},
        minLength=number,
        maxLength=number,
    )
    ours = {"vocabulary": NAME, "unit": TEXT, "kind": {"enum": ["partial-date"]}} if own else {}
    return _object(
        "name type description",
        "title format example itemType rdfType categoriesOrdered missingValues",
        name=NAME,
        type=TYPES,
        description=TEXT,
        constraints=constraints,
        delimiter=TEXT,
        trueValues=ITEMS,
        falseValues=ITEMS,
        categories=ITEMS,
        **ours,
    )


def _rule_profile() -> Json:
    pair = {"type": "array", "minItems": 2, "maxItems": 2}
    when = _object("field equals")
    return {
        "oneOf": [
            _object("kind fields", kind={"const": "order"}, fields=pair),
            _object("kind field when", kind={"const": "requires"}, when=when),
        ]
    }
