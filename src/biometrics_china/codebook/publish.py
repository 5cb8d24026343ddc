"""The published descriptor: plain Data Package 2.0, without a key of our own."""

from __future__ import annotations

from pathlib import Path

from biometrics_china.codebook.profile import OWN, OWN_TOP
from biometrics_china.codebook.read import Json, data_root, names, read_descriptor
from biometrics_china.codebook.rules import problems
from biometrics_china.codebook.structure import structure

PARTIAL_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"


def published_descriptor(root: Path | None = None) -> Json:
    """Return the descriptor for download: plain Data Package 2.0, vocabularies written out.

    A vocabulary becomes `categories` and an `enum` constraint; what the standard has no key for
    (units, rules, what the items of lists may be) goes into the descriptions. Raises ValueError,
    one line a problem, if the codebook or the result is not valid.
    """
    descriptor = read_descriptor(root or data_root())
    found = problems(descriptor) or structure(made := expand(descriptor), own=False)
    if found:
        raise ValueError("\n".join(found))
    return made


def expand(descriptor: Json) -> Json:
    """Return a descriptor without our own keys; what they said is kept in standard ones."""
    terms = descriptor.get("vocabularies", {})
    plain = {key: value for key, value in descriptor.items() if key not in OWN_TOP}
    return plain | {"resources": [_resource(r, terms) for r in descriptor["resources"]]}


def _resource(resource: Json, terms: Json) -> Json:
    plain = {key: value for key, value in resource.items() if key != "rules"}
    rules = [_rule_words(rule) for rule in resource.get("rules", ())]
    schema = dict(resource["schema"])
    schema["fields"] = [_field(f, terms) for f in schema["fields"]]
    schema["primaryKey"] = names(schema["primaryKey"])
    if "foreignKeys" in schema:
        schema["foreignKeys"] = [_foreign_key(k) for k in schema["foreignKeys"]]
    said = " ".join([resource["description"], *rules])
    return plain | {"type": "table", "description": said, "schema": schema}


def _foreign_key(key: Json) -> Json:
    reference = key["reference"] | {"fields": names(key["reference"]["fields"])}
    return {"fields": names(key["fields"]), "reference": reference}


#: kind of rule → what the description of its table says of it, a sentence
RULES = {
    "order": "{fields[0]} is at most {fields[1]}",
    "requires": "{field} is given{where}",
    "empty": "{field} is empty{where}",
    "planned": "{field} may lie after the day of its source{where}",
    "lets": "{field} may have what is a fault elsewhere: {fault}",
    "series": "{field} changes at most {factor}-fold from one {along} to the next, or a note says why",
    "same": "{field} is the same in all rows with the same {together}",
    "sum": "{field} of the {part} {items} adds up to that of {total}",
    "sequence": "{field} keeps to the order of the {step}",
}


def _rule_words(rule: Json) -> str:
    when = rule.get("when")
    where = f" where {when['field']} is {as_cell(when['equals'])}" if when else ""
    joined = {
        "items": " and ".join(rule.get("of", ())),
        "together": " and ".join(rule.get("by", ())),
    }
    words = RULES[rule["kind"]].format(**rule, **joined, where=where)
    return f"Rule: {words}."


def as_cell(value: object) -> str:
    """Return a value of the codebook as it stands in a cell (``true`` for True)."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _field(described: Json, terms: Json) -> Json:
    plain = {key: value for key, value in described.items() if key not in OWN}
    constraints = dict(described.get("constraints", {}))
    codes = terms.get(described.get("vocabulary", ""), [])
    if codes and described["type"] != "list":
        plain["categories"] = [{"value": t["value"], "label": t["label"]} for t in codes]
        constraints["enum"] = [t["value"] for t in codes]
    if described.get("kind") == "partial-date":
        constraints.setdefault("pattern", PARTIAL_DATE)
    if described["type"] == "boolean":
        plain |= {"trueValues": ["true"], "falseValues": ["false"]}
    said = [described["description"], *_field_words(described, codes)]
    return (
        plain
        | {"description": " ".join(said)}
        | ({"constraints": constraints} if constraints else {})
    )


def _field_words(described: Json, codes: list[Json]) -> list[str]:
    """Return what our own keys say and no key of the standard can, a sentence each."""
    words = [f"Unit: {described['unit']}."] if "unit" in described else []
    if codes and described["type"] == "list":
        words.append(f"Items: {', '.join(t['value'] for t in codes)}.")
    if "refers" in described:
        words.append(f"Items: values of {described['refers']}.")
    if "names" in described:
        words.append(f"Items: names of {described['names']}.")
    return words
