"""Frictionless as the outsider: it reads the published package, and sees what `check` sees."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import frictionless
import pytest
from editing import cells, edit_cell

from biometrics_china import codebook, place, tables, validation

ROOT = place.data()
TABLES = {t.path: t for t in tables.package().tables}
AIMED_AT = {f.refers_to for t in TABLES.values() for f in t.fields}

#: kind of fault → which fields can have it, and what to write into one of their cells; rare first
FAULTS: dict[str, tuple[Callable[[codebook.Field], Any], Callable[[str], str]]] = {
    "no day": (lambda f: f.type == "date", lambda _: "2026-02-30"),
    "too large": (lambda f: "maximum" in f.constraints, lambda _: "9" * 15),
    "too small": (lambda f: str(f.constraints.get("minimum", "-"))[0] != "-", lambda _: "-1"),
    "no number": (lambda f: f.type in ("integer", "number"), lambda cell: f"{cell} or so"),
    "no truth": (lambda f: f.type == "boolean", lambda _: "perhaps"),
    "no date": (lambda f: f.form == "partial-date", lambda _: "2026-13"),
    "no code": (lambda f: f.vocabulary and f.type == "string", lambda cell: f"{cell}x"),
    "no such row": (lambda f: f.refers_to and f.type == "string", lambda cell: f"{cell}-not"),
    "no value": (lambda f: "required" in f.constraints and f.name != "id", lambda _: ""),
    "against the pattern": (lambda f: f.name == "id", lambda cell: f"{cell} !"),
    "id twice": (lambda f: f.name == "id", lambda _: "first"),
}

#: file, row of it (from 1) and field
Place = tuple[str, int, str]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT, tmp_path / "data"))


def by_outsider(folder: Path) -> set[Place]:
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert not report.errors
    found = set()
    for task in report.tasks:
        for error in task.errors:
            names = getattr(error, "field_names", None) or [getattr(error, "field_name", "id")]
            found.add((task.place, error.row_number - 1, names[0]))
    return found


def by_check(folder: Path) -> set[Place]:
    try:
        validation.check(folder)
    except validation.InvalidData as error:
        sheets = validation.check(ROOT).sheets
        lines = {f"data/{path}": sheets[t.name].lines for path, t in TABLES.items()}
        return {
            (p.path.removeprefix("data/"), lines[p.path].index(p.line) + 1, p.field)
            for p in error.problems
        }
    return set()


def planted(folder: Path, kind: str, spared: set[str], chance: random.Random) -> Place | None:
    """Put a fault into a cell that no other table points to; return where, or None without one."""
    fits, spoil = FAULTS[kind]
    held = {path: cells(folder / path)[1:] for path in TABLES.keys() - spared}
    places = [
        (path, number, place)
        for path, rows in sorted(held.items())
        for place, field in enumerate(TABLES[path].fields)
        if fits(field) and f"{TABLES[path].name}.{field.name}" not in AIMED_AT
        for number, row in enumerate(rows)
        if number and row[place]
    ]
    if not places:
        return None
    path, number, place = chance.choice(places)
    row, field = held[path][number], TABLES[path].fields[place].name
    value = spoil(row[place])
    edit_cell(folder, path, row[0], field, held[path][0][0] if value == "first" else value)
    return path, number + 1, field


def test_the_outsider_reads_the_published_package_and_finds_no_fault(copy: Path) -> None:
    assert by_outsider(copy) == by_check(copy) == set()


def test_both_see_the_same_planted_faults(copy: Path) -> None:
    chance = random.Random(20261128)
    # cells that these tables quote, and lists, are for our own rules alone
    wanted: dict[Place, str] = {}
    spared = {"corrections.csv", "contradictions.csv", "tombstones.csv", "claims.csv"}
    for kind in [*FAULTS] * 3:
        if place := planted(copy, kind, spared, chance):
            wanted[place] = kind
            spared.add(place[0])
    assert set(wanted.values()) == FAULTS.keys()
    assert wanted.keys() - by_check(copy) == set()
    assert by_outsider(copy) == wanted.keys()
