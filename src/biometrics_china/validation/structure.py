"""Structure by frictionless: types, required, unique, vocabularies, patterns, bounds, keys."""

from __future__ import annotations

import re
from collections.abc import Iterator

import frictionless

from biometrics_china import codebook
from biometrics_china.codebook import Field, Package
from biometrics_china.validation.model import Checked, Problem, Sheet, quote, unknown


def problems(descriptor: codebook.Json, checked: Checked, root: str) -> Iterator[Problem]:
    """Yield what frictionless finds in the cells, in our words and with lines of the files."""
    where = f"{root}/datapackage.json"
    inline = codebook.expand(descriptor)
    inline["resources"] = [_inline(r, checked.sheets[r["name"]]) for r in inline["resources"]]
    inline["resources"] += _keys(inline["resources"], checked.sheets)
    try:
        package = frictionless.Package.from_descriptor(inline)
        report = package.validate(limit_errors=1_000_000)
    except frictionless.FrictionlessException as error:
        yield from (Problem(where, e.message) for e in error.to_errors())
        return
    yield from (Problem(where, error.message) for error in report.errors)
    for task in report.tasks:
        if task.name in checked.sheets:
            yield from (_translate(error, task.name, checked, where) for error in task.errors)


def _inline(resource: codebook.Json, sheet: Sheet) -> codebook.Json:
    """Return a resource that holds its cells, so that frictionless neither reads nor guesses."""
    for described in resource["schema"]["fields"]:
        constraints = described.get("constraints", {})
        if "pattern" in constraints:  # frictionless would anchor a|b as ^a or b$
            constraints["pattern"] = f"(?:{constraints['pattern']})"
    data = [list(sheet.table.columns), *(list(row.values()) for row in sheet.rows)]
    return {"name": resource["name"], "type": "table", "schema": resource["schema"], "data": data}


def _keys(resources: list[codebook.Json], sheets: dict[str, Sheet]) -> list[codebook.Json]:
    """Return resources that hold only referenced columns, and point the foreign keys at them.

    For each foreign key frictionless copies and reads the table that is referred to; with one
    column instead of twenty the whole check takes half the time.
    """
    made: dict[str, codebook.Json] = {}
    for resource in resources:
        for key in resource["schema"].get("foreignKeys", ()):
            reference = key["reference"]
            table, names = reference["resource"], reference["fields"]
            reference["resource"] = f"{table}/{'/'.join(names)}"
            fields = [{"name": name, "type": "string"} for name in names]
            data = [names, *([row[name] for name in names] for row in sheets[table].rows)]
            made[reference["resource"]] = {
                "name": reference["resource"],
                "type": "table",
                "schema": {"fields": fields},
                "data": data,
            }
    return list(made.values())


def _translate(error: frictionless.Error, table: str, checked: Checked, where: str) -> Problem:
    sheet = checked.sheets[table]
    number = getattr(error, "row_number", 0) - 2  # rows count from 1 and the header is row 1
    if number < 0:
        return Problem(where, f"table {table}: {error.message}")
    name = (getattr(error, "field_names", None) or [getattr(error, "field_name", "id")])[0]
    cell = sheet.rows[number].get(name, "")
    same = re.search(r"the same as in the row at position (\d+)", error.note)
    if not cell:
        text = "is empty; a value is required"
    elif same:
        text = f"{quote(cell)} stands already in line {sheet.lines[int(same[1]) - 2]}"
    elif isinstance(error, frictionless.errors.ForeignKeyError):
        other, key = error.reference_name.split("/")[:2]
        text = unknown(cell, f"no {key} of {other}", checked.sheets[other].column(key))
    else:
        described = next(f for f in sheet.table.fields if f.name == name)
        text = _constraint(error.note, cell, described, checked.package)
    return sheet.problem(number, name, text)


def _constraint(note: str, cell: str, described: Field, package: Package) -> str:
    broken = re.match(r'constraint "(\w+)"', note)
    if not broken:
        return f"{quote(cell)}: {note}"
    if broken[1] == "enum" and described.vocabulary:
        codes = package.labels(described.vocabulary)
        return unknown(cell, f"not in the vocabulary {described.vocabulary}", codes)
    limit = described.constraints.get(broken[1], "see the codebook")
    return f"{quote(cell)} breaks the constraint {broken[1]}: {limit}"
