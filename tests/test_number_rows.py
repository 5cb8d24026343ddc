"""Every number names the rows it is made of, and what can be made again from them is."""

from __future__ import annotations

import datetime
import math
import operator
import re
import statistics
from functools import cache
from typing import Any

import pandas as pd
import pytest
from statsmodels.stats.proportion import proportion_confint

from biometrics_china import exhibits, origins, tables
from biometrics_china.numbers import Numbers
from biometrics_china.publishing.number_rows import place_of
from biometrics_china.traced import Number, Origin

#: numbers that have rows, or say that they come from none, of all: it may only rise
LEAST_SHARE = 1.0
#: numbers that only the analysis can compute, from a model, a bound, a simulation or a rule
MOST_ALONE = 150
#: what a number of one row may be divided by before it is printed (millions, per cent)
SCALES = (1, 1e-6, 1e-2)

FRAME = pd.DataFrame({"id": ["a", "b", "c", "d"], "persons": [1, 2, 3, 10]})


@cache
def held(table: str) -> pd.DataFrame:
    return tables.load(table).set_index("id")


def value(number: Number, row_id: str, field: str) -> Any:
    table, key = place_of(number, row_id)
    return held(table).at[key, field]


SIGNS = {
    "+": operator.add,
    "\u2212": operator.sub,
    "×": operator.mul,
    "/": operator.truediv,
    "days": lambda start, end: (pd.Timestamp(end) - pd.Timestamp(start)).days,
    "size": abs,
    "up": math.ceil,
    "whole": round,
}
OF_SEVERAL = {"least": min, "most": max, "middle": statistics.median}


def made_again(number: Number, made: Origin | Number) -> Any:
    """Return a number, or a term of one, of a named kind from nothing but the rows that it names."""
    kind, *fields = made.kind.split(" ")
    if made.kind.startswith("wilson"):
        ends = proportion_confint(len(made.part), len(made.rows), method="wilson")
        return ends[fields == ["high"]]
    if made.terms:
        terms = [made_again(number, one) for one in made.terms]
        if kind == "span":
            return {min(terms), max(terms)}
        return OF_SEVERAL[kind](terms) if kind in OF_SEVERAL else SIGNS[kind](*terms)
    if kind == "set":
        return made.value
    if kind in ("count", "chosen"):
        return len(made.part if kind == "chosen" else made.rows)
    if kind == "share":
        return len(made.part) / len(made.rows)
    return of_cells(number, made.rows, kind, fields)


PARTS = {
    "": lambda cell: cell,
    "year": lambda cell: str(cell)[:4],
    "first": lambda cell: next(iter(cell), None),
    "stem": lambda cell: cell.split(" (")[0],
}


def of_cells(number: Number, rows: tuple[str, ...], kind: str, fields: list[str]) -> Any:
    columns = {}
    for name in fields:
        part, _, either = name.rpartition(":")
        cells = pd.Series([None] * len(rows), dtype=object)
        for field in either.split("|"):
            cells = cells.fillna(pd.Series([value(number, i, field) for i in rows], dtype=object))
        columns[name] = cells.dropna().map(PARTS[part]).dropna()
    if kind == "distinct":
        return len(pd.DataFrame(columns).dropna().drop_duplicates())
    (values,) = columns.values()
    if kind == "each":
        return sorted(map(str, values))
    if kind == "common":
        return values.mode().iloc[0]
    return values.iloc[0] if kind == "value" else values.infer_objects().agg(kind)


def agrees(number: Number, again: Any) -> bool:
    if isinstance(again, set):
        return {int(i) for i in re.findall(r"\d+", str(number.value))} == again
    if isinstance(again, list):
        return sorted(re.split(", | and ", str(number.value))) == again
    if isinstance(again, datetime.date):
        again = again.date().isoformat()
    if isinstance(number.value, str) or isinstance(again, str):
        return str(again).startswith(str(number.value))
    if isinstance(number.value, int) and number.value == int(again):
        return True
    return any(number.value == pytest.approx(float(again) * scale, rel=1e-9) for scale in SCALES)


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_every_number_of_a_named_kind_is_made_again_from_its_rows(subject: str) -> None:
    numbers = [
        n for n in exhibits.numbers_of(subject).values() if n.kind not in ("", "set", "tables")
    ]
    wrong = {n.id: (n.value, again) for n in numbers if not agrees(n, again := made_again(n, n))}
    assert wrong == {}


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_every_row_of_a_number_is_a_row_of_the_data_that_was_read(subject: str) -> None:
    numbers = [n for n in exhibits.numbers_of(subject).values() if n.kind not in ("count", "share")]
    for number in numbers:
        for table, row_id in (place_of(number, i) for i in number.rows):
            was_read = held(table).get("verification", pd.Series(dtype=str)).get(row_id, "seen")
            assert was_read == "seen", f"{number.id}: {table}/{row_id} was not read"


def test_few_numbers_are_known_to_the_analysis_alone_and_each_says_how_it_is_made(
    capsys: pytest.CaptureFixture[str],
) -> None:
    numbers = [n for s in exhibits.SUBJECTS for n in exhibits.numbers_of(s).values()]
    alone = [n for n in numbers if not n.kind]
    with capsys.disabled():
        print(f" {len(alone)} of {len(numbers):,} numbers are models, bounds or rules", end=" ")
    assert len(alone) <= MOST_ALONE
    assert [n.id for n in alone if len(n.how) < len("at least")] == []


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_nought_says_among_which_rows_it_was_looked_for(subject: str) -> None:
    for number in exhibits.numbers_of(subject).values():
        if number.kind == "count" and not number.rows:
            assert number.among, f"{number.id}: 0 of what?"
        assert all(place_of(number, row_id) for row_id in number.among)


def test_numbers_with_rows_become_no_fewer(capsys: pytest.CaptureFixture[str]) -> None:
    numbers = [n for s in exhibits.SUBJECTS for n in exhibits.numbers_of(s).values()]
    share = sum(bool(n.rows or n.kind) for n in numbers) / len(numbers)
    with capsys.disabled():
        print(f" {share:.3f} of {len(numbers):,} numbers know their rows", end=" ")
    assert share >= LEAST_SHARE


def test_a_value_carries_its_rows_and_its_formula() -> None:
    found = Numbers("x", ["t"])
    found.count("n", FRAME, "all")
    found.count("two", FRAME["persons"].iloc[1], "no origin")
    found.percent("share", origins.share(FRAME[FRAME["persons"].gt(2)], FRAME), "share")
    found.million("cell", origins.cell(FRAME, "d", "persons"), "one field", digits=6)
    found.count("sum", origins.over(FRAME, "persons"), "sum")
    found.made_of(FRAME, how="a fit").decimal("fit", 1.5, "a fit", bound="low")
    found.count("least", origins.fixed(3), "set")
    two = origins.cell(FRAME, "b", "persons") / origins.over(FRAME[:1], "persons")
    found.decimal("twice", two, "ratio")
    assert found["n"].value == 4
    assert found["n"].rows == ("a", "b", "c", "d")
    assert found["two"].rows == ()
    assert (found["share"].value, found["share"].part) == (0.5, ("c", "d"))
    assert found["share"].how == "2 / 4 rows"
    assert (found["cell"].value, found["cell"].rows) == (1e-5, ("d",))
    assert (found["sum"].value, found["sum"].kind) == (16, "sum persons")
    assert (found["fit"].rows, found["fit"].how) == (("a", "b", "c", "d"), "a fit")
    assert found["fit"].bound == "low"
    assert (found["least"].rows, found["least"].kind) == ((), "set")
    assert (found["twice"].value, found["twice"].rows) == (2, ("b", "a"))
    assert found["twice"].how == "2 / 1"


def test_what_has_no_ids_or_counts_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="without ids: persons"):
        origins.ids(FRAME[["persons"]])
    with pytest.raises(ValueError, match="twice"):
        origins.count(pd.concat([FRAME, FRAME[:1]]))
    with pytest.raises(ValueError, match="not looked through"):
        origins.count(FRAME, FRAME[:2])
    assert origins.count(FRAME[:0], FRAME).among == ("a", "b", "c", "d")
    with pytest.raises(ValueError, match="not in the whole"):
        origins.share(FRAME, FRAME[:2])


@pytest.mark.parametrize(
    ("rows", "ids"),
    [
        ("a", ("a",)),
        (FRAME.set_index("id")[:2], ("a", "b")),
        (FRAME.iloc[2], ("c",)),
        (FRAME.set_index("id").loc["d"], ("d",)),
        ({"id": "b", "persons": 2}, ("b",)),
        ({"a": {}, "b": {}}, ("a", "b")),
        ([FRAME[:1], "d", origins.count(FRAME[:2])], ("a", "d", "b")),
    ],
)
def test_ids_come_out_of_whatever_holds_them(rows: Any, ids: tuple[str, ...]) -> None:
    assert origins.ids(rows) == ids
