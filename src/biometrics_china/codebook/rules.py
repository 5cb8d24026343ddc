"""What a codebook must keep to beyond the shape of its files: names and types that fit each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from biometrics_china.codebook.forms import ORDERED, has_form
from biometrics_china.codebook.forms import TYPES as ALL
from biometrics_china.codebook.model import Field, Package, Rule, Term, Where
from biometrics_china.codebook.problem import Problem, choices, quote, unknown
from biometrics_china.codebook.words import wrong

Fields = dict[str, Field]
Names = dict[str, tuple[str, ...]]
Terms = Mapping[str, tuple[Term, ...]]

#: keys that say where: the other fields of the row, and their values
WHERE = ("required", "empty", "planned")
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
    "lets": ("string", "list"),
    "planned": ("date", "partial-date"),
    "same": ALL,
    "series": ("integer", "number"),
    "sum": ("integer", "number"),
    "steps": ("date", "partial-date"),
}


def problems(package: Package) -> Iterator[Problem]:
    """Yield what is wrong with a codebook."""
    used, tables = set(), {t.name: t.columns for t in package.tables}
    for table in package.tables:
        own = {f.name: f for f in table.fields}
        if "id" not in own:
            yield wrong(table.name, f"table {table.name}: has no field id")
        for field in table.fields:
            used.add(field.vocabulary)
            for word, text in (
                *_types(field),
                *_names(field, own, tables, package.vocabularies),
                *_row(field, own),
            ):
                yield wrong(word, f"table {table.name}: field {field.name}: {text}")
        for rule in table.rules:
            for word, text in _between(rule, own, package.vocabularies):
                yield wrong(word, f"table {table.name}: rules: {rule.kind}: {text}")
    spare = (name for name in package.vocabularies if name not in used)
    yield from (wrong(name, f"vocabulary {name}: no field uses it") for name in spare)


def _types(field: Field) -> Iterator[tuple[str, str]]:
    """Yield the word and text of each key that the type of a field does not allow."""
    if not field.description:
        yield field.name, "has no description"
    given = {key: getattr(field, key) for key in ("vocabulary", "names")}
    given |= {key: next(iter(getattr(field, key)), "") for key in ("at_most", "lets")}
    given |= {"refers": field.refers_to, "bare_words": field.bare_words and field.name}
    given |= {"planned": (field.planned or field.planned_where) and field.name}
    for key, said in (given | dict(field.constraints)).items():
        types = TYPES.get(key, (field.form,))
        if said and field.form not in types:
            yield said, f"a {field.form} field has no {key}; {' or '.join(types)} has"
        elif key in ("minimum", "maximum") and not has_form(said, field.form):
            yield said, f"{key} {quote(said)} is not written as its values are"


def _names(field: Field, own: Fields, tables: Names, terms: Terms) -> Iterator[tuple[str, str]]:
    """Yield what a field names that is no vocabulary, table or field of the codebook."""
    to, (table, _, name) = field.refers_to, field.refers_to.partition(".")
    named = [
        (field.vocabulary, "vocabulary", field.vocabulary, terms),
        (to, "refers: table", table, tables),
        (to, "refers: field", name, tables.get(table, (name,))),
        *((word, "at_most: field", word, own) for word in field.at_most),
        *((word, f"{key}: field", word, own) for key in WHERE for word in _where(field, key)),
    ]
    for place, what, word, known in named:
        if word and word not in known:
            yield place, f"{what} {quote(word)} is not {choices(word, known)}"
    for key in WHERE:
        for word, values in _where(field, key).items():
            yield from _codes(key, values, own.get(word), terms)


def _where(field: Field, key: str) -> Where:
    return cast("Where", getattr(field, f"{key}_where"))


def _codes(
    key: str, values: Iterable[str], other: Field | None, terms: Terms
) -> Iterator[tuple[str, str]]:
    """Yield the values that another field of the row, or of its group, cannot have."""
    if not other:
        return
    codes = [t.value for t in terms.get(other.vocabulary, ())]
    codes = ["true", "false"] if other.form == "boolean" else codes
    for value in values if codes else ():
        if value not in codes:
            yield value, f"{key}: {unknown(value, f'no value of {other.name}', codes)}"


def _row(field: Field, own: Fields) -> Iterator[tuple[str, str]]:
    """Yield the limits of a field by others that cannot be compared with it."""
    for word in field.at_most:
        high = own.get(word, field)
        if ("date" in field.form, True) != ("date" in high.form, high.form in ORDERED):
            yield word, f"at_most: a {field.form} and a {high.form} cannot be compared"


def _between(rule: Rule, own: Fields, terms: Terms) -> Iterator[tuple[str, str]]:
    """Yield what a rule between rows names that is not there, or cannot be asked of its field."""
    for word in filter(None, (rule.field, *rule.by, rule.along)):
        if word not in own:
            yield word, f"field {quote(word)} is not {choices(word, own)}"
    field = own.get(rule.field)
    if field and field.form not in TYPES[rule.kind]:
        yield rule.field, f"a {field.form} field has no {rule.kind}"
    for step in filter(None, (*rule.of, rule.total)):
        for _, text in _codes(rule.along, step.split("/"), own.get(rule.along), terms):
            yield step, text
