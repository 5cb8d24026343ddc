"""The rules of the data: every table against the codebook, before anything is computed from it.

Structure (types, required, unique, vocabularies, patterns, bounds, keys) is checked by frictionless
over cells that are read here, so that every problem has its line in the file. The rest is ours:
the form of the files, the exact form of numbers and dates, items of lists, rules between fields,
corrections and contradictions. Nothing is repaired: `check` returns everything or raises.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from biometrics_china import codebook
from biometrics_china.validation import (
    between,
    cells,
    files,
    hygiene,
    plausible,
    registers,
    series,
    structure,
)
from biometrics_china.validation.model import Checked, InvalidData, Problem, Sheet

__all__ = ["Checked", "InvalidData", "Problem", "Sheet", "check", "faults"]


def check(root: Path) -> Checked:
    """Return the checked package in a data folder.

    Checks go in three steps (codebook, form of the files, contents), and each is reported whole,
    since a later one cannot be read before the earlier are right. Raises InvalidData.
    """
    root = root.resolve()
    descriptor = files.descriptor(root)
    package = codebook.parse(descriptor)
    _stop(files.present(root, package))
    checked = Checked(package, {}, plausible.day_of(root))
    for table in package.tables:
        checked.sheets[table.name] = Sheet(table, f"{root.name}/{table.path}")
    sheets = checked.sheets.values()
    _stop(p for sheet in sheets for p in files.read(root / sheet.table.path, sheet))
    _stop(faults(checked, descriptor))
    return checked


def faults(
    checked: Checked, descriptor: codebook.Json, of: Iterable[str] | None = None
) -> list[Problem]:
    """Apply the corrections to cells as read, and return what is wrong in the tables `of` (or all).

    A package in which one table has changed can so be judged without looking at all of it again.
    """
    sheets = [checked.sheets[name] for name in of or checked.sheets]
    part = [r for r in descriptor["resources"] if r["name"] in {s.table.name for s in sheets}]
    found = [p for sheet in sheets for p in cells.blanks(sheet)]
    found += registers.corrections(checked.sheets)
    for sheet in sheets:
        found += [*cells.forms(sheet), *cells.items(sheet, checked)]
        found += between.rules(sheet, checked.package)
    found += registers.contradictions(checked.sheets)
    structural = structure.problems(descriptor | {"resources": part}, checked, "data")
    found = _first_of_each_cell(found, structural)
    for rule in (hygiene.problems, plausible.problems, series.problems):
        found = _first_of_each_cell(found, (p for sheet in sheets for p in rule(sheet, checked)))
    return found


def _stop(problems: Iterable[Problem]) -> None:
    found = sorted(problems, key=lambda p: (p.path, p.line or 0))
    if found:
        raise InvalidData(found)


def _first_of_each_cell(ours: Iterable[Problem], theirs: Iterable[Problem]) -> list[Problem]:
    found = list(ours)
    places = {(p.path, p.line, p.field) for p in found}
    for problem in theirs:
        place = (problem.path, problem.line, problem.field)
        if place not in places:
            found.append(problem)
            places.add(place)
    return found
