"""A sample of the planted errors: none is silent, and the kinds that rules can see are stopped.

`make mutation` plants 1,500 and keeps the counts in the data.
"""

from __future__ import annotations

import csv
from random import Random

import planting
import pytest

from biometrics_china import place, validation

#: kinds that may pass `check` in some tables, where no rule can know; whoever mends one takes it out
MAY_PASS = {
    "a thousandth of a number", "all rows gone", "another code", "another country", "another name",
    "another source", "another unit", "day and month swapped", "day in the future",
    "day or month cut off", "file cut off after a row", "id renamed", "list with commas",
    "locators of two rows swapped", "number in place of text", "numbers of two rows swapped",
    "optional value gone", "percentage times a hundred", "row deleted", "rows in another order",
    "share for a percentage", "true for false", "two digits of a date swapped", "two digits swapped",
    "two letters swapped", "wrong address", "wrong digit", "wrong digit in a locator",
    "year off by one",
}  # fmt: skip


@pytest.fixture(scope="module")
def verdicts():
    return planting.counts(len(planting.KINDS) + 30)


def test_no_planted_error_is_silent(verdicts):
    assert [(p.kind, p.table) for p in verdicts[1]] == []


def test_what_a_rule_can_know_is_stopped(verdicts):
    passed = {kind for kind, n in verdicts[0].items() if n["seen"]}
    assert passed <= MAY_PASS


def test_an_error_in_a_row_that_is_new_is_silent_unless_a_rule_stops_it():
    """So that `seen` cannot mean less than it says: the ledger alone sees a wrong digit."""
    field = planting.Field()
    plant = next(p for p in plants(field, "wrong digit") if field.judge(p) == "seen")
    rows = field.released[plant.table]["rows"]
    field.__dict__["released"] = {
        plant.table: {"fields": field.released[plant.table]["fields"], "rows": {}}
    }
    assert rows
    assert field.judge(plant) == "silent"


def plants(field, kind):
    rng = Random(1)
    while True:
        yield field.plant(kind, rng)


def test_the_part_of_a_package_that_is_judged_decides_as_the_whole():
    """Where one table is checked for speed, nothing in the others can have become wrong."""
    field, rng = planting.Field(), Random(3)
    for kind in ("another source", "wrong digit", "unknown code", "id renamed"):
        plant = field.plant(kind, rng)
        sheets = {**field.sheets, plant.table: field._sheet(plant.table, plant.content)}
        checked = validation.Checked(field.package, field.copied(sheets), field.day)
        whole = validation.faults(checked)
        part = field.faults(plant.table, field._sheet(plant.table, plant.content))
        assert sorted(map(str, part)) == sorted(map(str, whole))


def test_the_table_of_the_methods_page_is_of_these_kinds_and_has_no_silent_error():
    with (place.data() / "methods/planted_errors.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert {r["kind"] for r in rows} == set(planting.KINDS)
    assert sum(int(r["planted"]) for r in rows) == 1500
    assert [r["kind"] for r in rows if r["silent"] != "0"] == []
