"""Every number names the rows it is made of, and what can be made again from them is."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Any

import pandas as pd
import pytest

from biometrics_china import exhibits, origins, tables
from biometrics_china.numbers import Numbers
from biometrics_china.origins import Number
from biometrics_china.publishing.number_entries import place_of

#: numbers that have rows, or say that they come from none, of all: it may only rise
LEAST_SHARE = 1.0
#: what a number of one row may be divided by before it is printed (millions, per cent)
SCALES = (1, 1e-6, 1e-2)

FRAME = pd.DataFrame({"id": ["a", "b", "c", "d"], "persons": [1, 2, 3, 10]})


@cache
def held(table: str) -> pd.DataFrame:
    return tables.load(table).set_index("id")


def value(number: Number, row_id: str, field: str) -> Any:
    table, key = place_of(number, row_id)
    return held(table).at[key, field]


def made_again(number: Number) -> Any:
    """Return a number of a named kind, computed from nothing but the rows that it names."""
    kind, *fields = number.kind.split(" ")
    rest = [i for i in number.rows if i not in number.part]
    if kind == "count":
        return len(number.rows)
    if kind == "share":
        return len(number.part) / len(number.rows)
    if kind == "ratio":
        sides = zip((number.part, rest), (fields[0], fields[-1]), strict=True)
        above, below = (sum(value(number, i, f) for i in ids) for ids, f in sides)
        return above / below
    values = pd.Series([value(number, i, fields[0]) for i in number.rows])
    return values.iloc[0] if kind == "value" else values.agg(kind)


def agrees(number: Number, again: Any) -> bool:
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
    wrong = {n.id: (n.value, again) for n in numbers if not agrees(n, again := made_again(n))}
    assert wrong == {}


@pytest.mark.parametrize("subject", exhibits.SUBJECTS)
def test_every_row_of_a_number_is_a_row_of_the_data_that_was_read(subject: str) -> None:
    numbers = [n for n in exhibits.numbers_of(subject).values() if n.kind not in ("count", "share")]
    for number in numbers:
        for table, row_id in (place_of(number, i) for i in number.rows):
            was_read = held(table).get("verification", pd.Series(dtype=str)).get(row_id, "seen")
            assert was_read == "seen", f"{number.id}: {table}/{row_id} was not read"


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
    two = origins.ratio(origins.cell(FRAME, "b", "persons"), origins.over(FRAME[:1], "persons"))
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
