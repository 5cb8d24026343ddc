"""The profile: which keys the codebook may have and what may stand in them, as JSON Schema.

No installed package ships the profile of Data Package 2.0, so what the standard requires of the
parts used here is stated, and the lists of keys are closed, so that a misspelt key is an error.
"""

from __future__ import annotations

from biometrics_china.codebook.read import Json

TEXT: Json = {"type": "string", "minLength": 1}
NAME: Json = {"type": "string", "pattern": "^[a-z][a-z0-9_-]*$"}
PATH: Json = {"type": "string", "pattern": r"^(?!/)(?!.*\.\.)[a-z0-9_./-]+\.csv$"}
PLACE: Json = {"type": "string", "pattern": r"^[a-z][a-z0-9_-]*\.[a-z][a-z0-9_-]*$"}
STANDARD: Json = {"const": "https://datapackage.org/profiles/2.0/datapackage.json"}
TYPES: Json = {"enum": ["string", "integer", "number", "boolean", "date", "list"]}
ITEMS: Json = {"type": "array", "minItems": 1}
NAMES: Json = {"anyOf": [TEXT, ITEMS | {"items": TEXT, "uniqueItems": True}]}

#: our own keys on a field, which the published descriptor does not have
OWN: dict[str, Json] = {
    "vocabulary": NAME,
    "unit": TEXT,
    "kind": {"enum": ["partial-date"]},
    "refers": PLACE,
    "names": {"enum": ["tables"]},
}

#: our own keys at the top: the vocabularies, and which other fields there are made from what
OWN_TOP = ("vocabularies", "made_from")


def profile(*, own: bool) -> Json:
    """Return the JSON Schema of the codebook (`own`), or of what is published."""
    rules = {"rules": {"type": "array", "items": _rule()}} if own else {}
    resource = _object(
        "name path title description schema",
        "type format mediatype encoding dialect licenses sources",
        name=NAME,
        path=PATH,
        title=TEXT,
        description=TEXT,
        **{"schema": _schema(own=own), **rules},
    )
    term = _object("value label", value=TEXT, label=TEXT, description={"type": "string"})
    terms = {"type": "object", "additionalProperties": ITEMS | {"items": term}}
    return _object(
        "$schema name resources",
        "id title description homepage version created contributors keywords image licenses "
        "sources",
        **{"$schema": STANDARD, "name": NAME, "resources": ITEMS | {"items": resource}},
        **({"vocabularies": terms, "made_from": TEXT} if own else {}),
    )


def _object(needed: str, may_have: str = "", /, **properties: Json) -> Json:
    names: Json = {name: {} for name in [*needed.split(), *may_have.split()]}
    return {
        "type": "object",
        "required": needed.split(),
        "additionalProperties": False,
        "properties": names | properties,
    }


def _schema(*, own: bool) -> Json:
    reference = _object("resource fields", resource={"type": "string"}, fields=NAMES)
    keys = _object("fields reference", fields=NAMES, reference=reference)
    return _object(
        "fields primaryKey",
        "$schema",
        fields=ITEMS | {"items": _field(own=own)},
        primaryKey=NAMES,
        foreignKeys={"type": "array", "items": keys},
        fieldsMatch={"const": "exact"},
        missingValues={"const": [""]},
    )


def _field(*, own: bool) -> Json:
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
        **(OWN if own else {}),
    )


def _rule() -> Json:
    pair = {"type": "array", "minItems": 2, "maxItems": 2}
    when, names = _object("field equals"), ITEMS | {"items": TEXT}
    factor, steps = {"type": "number", "exclusiveMinimum": 1}, ITEMS | {"items": names}
    return {
        "oneOf": [
            _object("kind fields", kind={"const": "order"}, fields=pair),
            _object("kind field when", kind={"const": "requires"}, when=when),
            _object("kind field when", kind={"const": "empty"}, when=when),
            _object("kind field", "when", kind={"const": "planned"}, when=when),
            _object("kind field fault", kind={"const": "lets"}, fault=TEXT),
            _object(
                "kind field by along factor", kind={"const": "series"}, by=names, factor=factor
            ),
            _object("kind field by", kind={"const": "same"}, by=names),
            _object("kind field by part total of", kind={"const": "sum"}, by=names, of=names),
            _object("kind field by step order", kind={"const": "sequence"}, order=steps),
        ]
    }
