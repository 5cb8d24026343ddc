"""The descriptor of the data, made from the codebook: plain Data Package 2.0, no key of ours.

A vocabulary becomes `categories` and an `enum` constraint; what the standard has no key for (units,
rules, what the items of lists may be) goes into the descriptions.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from biometrics_china import place
from biometrics_china.codebook.model import Field, Package, Rule, Table
from biometrics_china.codebook.read import read

Json = dict[str, Any]

DESCRIPTOR = "datapackage.json"
STANDARD = "https://datapackage.org/profiles/2.0/datapackage.json"
#: kind of rule between rows → what it says
BETWEEN = {
    "same": "{field} is the same in all rows with the same {by}",
    "series": "{field} changes at most {factor}-fold from one {along} to the next, or a note says why",
    "sum": "{field} of the {along} {of} adds up to that of {total}",
    "steps": "{field} keeps to the order of the {along}",
}
PARTIAL_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"


def published_descriptor(root: Path | None = None) -> Json:
    """Return the descriptor of a data folder: what its file says of the whole, the codebook of all.

    Raises InvalidData if the codebook is not valid.
    """
    root = root or place.data()
    return _descriptor(read(root), _there(root))


def stale(root: Path, package: Package) -> str:
    """Return a line if `datapackage.json` is not what the codebook of its folder gives."""
    text = f"{root.name}/{DESCRIPTOR}: is not what the codebook gives; run make metadata"
    there = _there(root)
    return "" if there == _descriptor(package, there) else text


def _descriptor(package: Package, there: Json) -> Json:
    made = expand(package)
    head = {key: value for key, value in there.items() if key not in made}
    return {key: made.pop(key) for key in ("$schema", "name")} | head | made


def _there(root: Path) -> Json:
    """Return the descriptor as it stands, or an empty one where it is not an object of JSON."""
    try:
        found = json.loads((root / DESCRIPTOR).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


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
    rules += [_between(rule) for rule in table.rules]
    points = [(f.name, f.refers_to.split(".")) for f in table.fields if f.type != "list"]
    keys = [
        {"fields": [name], "reference": {"resource": to[0], "fields": to[1:]}}
        for name, to in points
        if len(to) > 1
    ]
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


def _rules(field: Field) -> list[str]:
    """Return what a field asks of the other fields of its row, a sentence each."""
    later = "may lie after the day of its source"
    conditions = {
        "is given": field.required_where, "is empty": field.empty_where, later: field.planned_where,
    }  # fmt: skip
    said = [f"is at most {other}" for other in field.at_most] + [later] * field.planned
    said += [
        f"{words} where {other} is {value}"
        for words, where in conditions.items()
        for other, values in where.items()
        for value in values
    ]
    return [f"Rule: {field.name} {words}." for words in said]


def _between(rule: Rule) -> str:
    joined = {"by": " and ".join(rule.by), "of": " and ".join(rule.of)}
    return f"Rule: {BETWEEN[rule.kind].format(**vars(rule) | joined)}."


def _field(field: Field, package: Package) -> Json:
    codes = package.vocabularies[field.vocabulary] if field.vocabulary else ()
    constraints = dict(field.constraints)
    if field.form in ("integer", "number"):
        constraints |= {k: json.loads(v) for k, v in constraints.items() if k.endswith("imum")}
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
