"""What a codebook must keep to beyond the shape of its files: names and types that fit each other."""

from __future__ import annotations

from collections.abc import Iterator

from biometrics_china.codebook.forms import ORDERED, has_form
from biometrics_china.codebook.model import Field, Package
from biometrics_china.codebook.problem import Problem, choices, quote, unknown
from biometrics_china.codebook.words import wrong

#: what says what a value or item may be → the types of field that may have it
TYPES = {
    "vocabulary": ("string", "list"),
    "refers": ("string", "list"),
    "names": ("list",),
    "pattern": ("string",),
    "minimum": ORDERED,
    "maximum": ORDERED,
    "at_most": ORDERED,
    "bare_words": ("string", "list"),
}


def problems(package: Package) -> Iterator[Problem]:
    """Yield what is wrong with a codebook."""
    used = set()
    for table in package.tables:
        own = {f.name: f for f in table.fields}
        if "id" not in own:
            yield wrong(table.name, f"table {table.name}: has no field id")
        for field in table.fields:
            used.add(field.vocabulary)
            if not field.description:
                yield wrong(
                    field.name, f"table {table.name}: field {field.name}: has no description"
                )
            for word, text in (*_types(field), *_names(field, package), *_row(field, own, package)):
                yield wrong(word, f"table {table.name}: field {field.name}: {text}")
    for name in package.vocabularies:
        if name not in used:
            yield wrong(name, f"vocabulary {name}: no field uses it")


def _types(field: Field) -> Iterator[tuple[str, str]]:
    """Yield the word and text of each key that the type of a field does not allow."""
    said = dict(field.constraints) | {
        "vocabulary": field.vocabulary,
        "refers": field.refers_to,
        "names": field.names,
        "at_most": field.at_most,
        "bare_words": field.bare_words and field.name,
    }
    for key, types in TYPES.items():
        if said.get(key) and field.form not in types:
            right = " or ".join(types)
            yield said[key], f"a {field.form} field has no {key}; {right} has"
        elif key in ("minimum", "maximum") and key in said and not has_form(said[key], field.form):
            yield said[key], f"{key} {quote(said[key])} is not written as its values are"


def _names(field: Field, package: Package) -> Iterator[tuple[str, str]]:
    """Yield what a field names that is no vocabulary, table or field of the codebook."""
    if field.vocabulary and field.vocabulary not in package.vocabularies:
        known = package.vocabularies
        yield (
            field.vocabulary,
            f"vocabulary {quote(field.vocabulary)} is not {choices(field.vocabulary, known)}",
        )
    if field.refers_to:
        table, name = field.refers_to.split(".")
        tables = {t.name: t.columns for t in package.tables}
        if table not in tables:
            yield field.refers_to, f"refers: table {quote(table)} is not {choices(table, tables)}"
        elif name not in tables[table]:
            text = f"refers: field {quote(name)} is not {choices(name, tables[table])}"
            yield field.refers_to, text


def _row(field: Field, own: dict[str, Field], package: Package) -> Iterator[tuple[str, str]]:
    """Yield what a field says of other fields of its row that these do not allow."""
    high = own.get(field.at_most)
    if field.at_most and not high:
        yield (
            field.at_most,
            f"at_most: field {quote(field.at_most)} is not {choices(field.at_most, own)}",
        )
    elif high and ("date" in field.form, True) != ("date" in high.form, high.form in ORDERED):
        yield field.at_most, f"at_most: a {field.form} and a {high.form} cannot be compared"
    for name, values in field.required_where.items():
        if name not in own:
            yield name, f"required: field {quote(name)} is not {choices(name, own)}"
            continue
        other = own[name]
        known = package.labels(other.vocabulary) if other.vocabulary in package.vocabularies else {}
        codes = ("true", "false") if other.form == "boolean" else known
        for value in values:
            if codes and value not in codes:
                yield value, f"required: {unknown(value, f'no value of {name}', codes)}"
