"""What a codebook must keep to beyond the shape of its files: names and types that fit each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from biometrics_china.codebook.forms import ORDERED, has_form
from biometrics_china.codebook.model import Field, Package, Term
from biometrics_china.codebook.problem import Problem, choices, quote, unknown
from biometrics_china.codebook.words import wrong

Fields = dict[str, Field]
Names = dict[str, tuple[str, ...]]
Terms = Mapping[str, tuple[Term, ...]]

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
    spare = (name for name in package.vocabularies if name not in used)
    yield from (wrong(name, f"vocabulary {name}: no field uses it") for name in spare)


def _types(field: Field) -> Iterator[tuple[str, str]]:
    """Yield the word and text of each key that the type of a field does not allow."""
    if not field.description:
        yield field.name, "has no description"
    given = {key: getattr(field, key) for key in ("vocabulary", "names", "at_most")}
    given |= {"refers": field.refers_to, "bare_words": field.bare_words and field.name}
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
        (field.at_most, "at_most: field", field.at_most, own),
        (to, "refers: table", table, tables),
        (to, "refers: field", name, tables.get(table, (name,))),
        *((word, "required: field", word, own) for word in field.required_where),
    ]
    for place, what, word, known in named:
        if word and word not in known:
            yield place, f"{what} {quote(word)} is not {choices(word, known)}"
    for word, values in field.required_where.items():
        other = own.get(word, field)
        codes = [t.value for t in terms.get(other.vocabulary, ())]
        codes = ["true", "false"] if other.form == "boolean" else codes
        for value in values if codes and word in own else ():
            if value not in codes:
                yield value, f"required: {unknown(value, f'no value of {word}', codes)}"


def _row(field: Field, own: Fields) -> Iterator[tuple[str, str]]:
    """Yield the limit of a field by another one that cannot be compared with it."""
    high = own.get(field.at_most)
    if high and ("date" in field.form, True) != ("date" in high.form, high.form in ORDERED):
        yield field.at_most, f"at_most: a {field.form} and a {high.form} cannot be compared"
