"""The descriptor of the data, made from the codebook: plain Data Package 2.0, no key of ours.

A vocabulary becomes `categories` and an `enum` constraint; what the standard has no key for (units,
rules, what the items of lists may be) goes into the descriptions.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from biometrics_china.codebook.model import Field, Package, Table
from biometrics_china.codebook.read import data_root, read

Json = dict[str, Any]

DESCRIPTOR = "datapackage.json"
STANDARD = "https://datapackage.org/profiles/2.0/datapackage.json"
PARTIAL_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"


def published_descriptor(root: Path | None = None) -> Json:
    """Return the descriptor of a data folder: what its file says of the whole, the codebook of all.

    Raises InvalidData if the codebook is not valid.
    """
    root = root or data_root()
    made = expand(read(root))
    try:
        there = json.loads((root / DESCRIPTOR).read_text(encoding="utf-8"))
        head = {key: there[key] for key in there if key not in made}
    except (OSError, ValueError, TypeError, RecursionError):
        head = {}
    return {key: made.pop(key) for key in ("$schema", "name")} | head | made


def stale(root: Path) -> str:
    """Return a line if `datapackage.json` is not what the codebook of its folder gives."""
    path, right = root / DESCRIPTOR, published_descriptor(root)
    try:
        is_right = json.loads(path.read_text(encoding="utf-8")) == right
    except (OSError, ValueError, RecursionError):
        is_right = False
    text = f"{root.name}/{DESCRIPTOR}: is not what the codebook gives; run make metadata"
    return "" if is_right else text


def expand(package: Package) -> Json:
    """Return what the codebook says, as a descriptor."""
    return {
        "$schema": STANDARD,
        "name": package.name,
        "description": package.description,
        "resources": [_resource(table, package) for table in package.tables],
    }


def _resource(table: Table, package: Package) -> Json:
    rules = [text for field in table.fields for text in _rules(field)]
    keys = [_foreign_key(f) for f in table.fields if f.refers_to and f.type != "list"]
    schema = {
        "fields": [_field(field, package) for field in table.fields],
        "missingValues": [""],
        "primaryKey": ["id"],
    } | ({"foreignKeys": keys} if keys else {})
    return {
        "name": table.name,
        "path": table.path,
        "type": "table",
        "title": table.title,
        "description": " ".join([table.description, *rules]),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _foreign_key(field: Field) -> Json:
    table, name = field.refers_to.split(".")
    return {"fields": [field.name], "reference": {"resource": table, "fields": [name]}}


def _rules(field: Field) -> list[str]:
    """Return what a field asks of the other fields of its row, a sentence each."""
    order = [f"Rule: {field.name} is at most {field.at_most}."] if field.at_most else []
    return order + [
        f"Rule: {field.name} is given where {other} is {value}."
        for other, values in field.required_where.items()
        for value in values
    ]


def _field(field: Field, package: Package) -> Json:
    codes = package.vocabularies[field.vocabulary] if field.vocabulary else ()
    constraints = {key: _limit(field, key) for key in field.constraints}
    made: Json = {"name": field.name, "type": field.type}
    if field.type == "list":
        made |= {"delimiter": field.delimiter, "itemType": "string"}
    elif codes:
        made["categories"] = [{"value": t.value, "label": t.label} for t in codes]
        constraints["enum"] = [t.value for t in codes]
    if field.form == "partial-date":
        constraints = {k: v for k, v in constraints.items() if "imum" not in k}
        constraints["pattern"] = PARTIAL_DATE
    if field.type == "boolean":
        made |= {"trueValues": ["true"], "falseValues": ["false"]}
    made["description"] = " ".join([field.description, *_words(field, [t.value for t in codes])])
    return made | ({"constraints": constraints} if constraints else {})


def _limit(field: Field, key: str) -> object:
    """Return a limit as JSON has it: numbers are numbers."""
    limit = field.constraints[key]
    is_number = key in ("minimum", "maximum") and field.form in ("integer", "number")
    return json.loads(limit) if is_number else limit


def _words(field: Field, codes: list[str]) -> list[str]:
    """Return what no key of the standard can say of a field, a sentence each."""
    words = [f"Unit: {field.unit}."] if field.unit else []
    if field.form == "partial-date":
        bounds = {"minimum": "Not before", "maximum": "Not after"}
        words += [
            f"{said} {field.constraints[k]}."
            for k, said in bounds.items()
            if k in field.constraints
        ]
    if field.type == "list":
        words += [f"Items: {', '.join(codes)}."] if codes else []
        words += [f"Items: values of {field.refers_to}."] if field.refers_to else []
        words += [f"Items: names of {field.names}."] if field.names else []
    return words
