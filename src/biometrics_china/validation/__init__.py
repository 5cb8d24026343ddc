"""The rules of the data: every table against the codebook, before anything is computed from it.

First the codebook itself, then the form of the files, then their cells: structure (types, required,
unique, vocabularies, patterns, bounds, keys), items of lists, rules between fields, corrections and
contradictions; then what is plausible: text, days, rows that stand twice, series. Every problem has
its line in the file. Nothing is repaired: `check` returns everything or raises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from biometrics_china import codebook
from biometrics_china.validation import (
    between,
    cells,
    files,
    findings,
    hygiene,
    plausible,
    registers,
    series,
    structure,
    walks,
)
from biometrics_china.validation.findings import stale
from biometrics_china.validation.model import Checked, InvalidData, Problem, Sheet
from biometrics_china.validation.notes import notes

__all__ = ["Checked", "InvalidData", "Problem", "Sheet", "check", "faults", "notes", "stale"]

#: what looks at the cells of a sheet, in this order; of a cell that is wrong, only the first tells
RULES: tuple[Callable[[Sheet, Checked], Iterable[Problem]], ...] = (
    structure.problems,
    cells.items,
    cells.bare_words,
    between.rules,
    registers.contradictions,
    registers.second_codings,
    registers.resolutions,
    registers.printed_forms,
    registers.questions,
    findings.problems,
    walks.problems,
    hygiene.problems,
    plausible.problems,
    series.problems,
)


def check(root: Path) -> Checked:
    """Return the checked package in a data folder.

    Checks go in three steps (codebook, form of the files, contents), and each is reported whole,
    since a later one cannot be read before the earlier are right. Raises InvalidData.
    """
    root = root.resolve()
    package = codebook.read(root)
    sheets = {t.name: Sheet(t, f"{root.name}/{t.path}") for t in package.tables}
    if made := findings.made(root, package):
        sheets[findings.TABLE] = made
    _stop(p for p in files.present(root, package) if not (made and p.path == made.path))
    checked = Checked(package, sheets, plausible.day_of(root))
    held = (sheet for sheet in sheets.values() if sheet is not made)
    _stop(p for sheet in held for p in files.read(root / sheet.table.path, sheet))
    if made:
        findings.derive(sheets)
    _stop(faults(checked))
    return checked


def faults(checked: Checked, of: Iterable[str] | None = None) -> list[Problem]:
    """Apply the corrections to cells as read, and return what is wrong in the tables `of` (or all).

    A package in which one table has changed can so be judged without looking at all of it again;
    the contradictions, which quote cells of any table, are looked at in any case.
    """
    names = checked.sheets if of is None else {*of, *({"contradictions"} & checked.sheets.keys())}
    sheets = [checked.sheets[name] for name in names]
    found = [p for sheet in sheets for p in cells.blanks(sheet)]
    found += registers.corrections(checked.sheets)
    for rule in RULES:
        places = {(p.path, p.line, p.field) for p in found}
        new = [p for sheet in sheets for p in rule(sheet, checked)]
        found += [p for p in new if (p.path, p.line, p.field) not in places]
    return found


def _stop(problems: Iterable[Problem]) -> None:
    found = sorted(problems, key=lambda p: (p.path, p.line or 0))
    if found:
        raise InvalidData(found)
