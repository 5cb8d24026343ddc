"""Printing numbers and filling sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biometrics_china.days import date_in_words
from biometrics_china.numbers import Numbers, printed, steady
from biometrics_china.templates import fill, placeholders


@pytest.fixture
def some() -> Numbers:
    found = Numbers("subject", ["instruments"])
    found.count("n", 12345, "things")
    found.percent("share", 0.1249, "share of things")
    found.percent("fine_share", 0.1249, "the same", digits=1)
    found.decimal("mean", 1234.56, "days", "passages")
    found.million("size", 68_040_000, "people, million", digits=2)
    found.date("day", "2021-11-01", "a day")
    return found


def test_printed_forms(some: Numbers) -> None:
    assert some.texts() == {
        "n": "12,345",
        "share": "12",
        "fine_share": "12.5",
        "mean": "1,234.6",
        "size": "68.04",
        "day": "1 November 2021",
    }


def test_a_number_knows_its_id_and_tables(some: Numbers) -> None:
    assert some["n"].id == "subject.n"
    assert some["n"].tables == ("instruments",)
    assert some["mean"].tables == ("passages",)


@pytest.mark.parametrize(
    ("value", "printed"),
    [(0.0004, "p < 0.001"), (0.0042, "p = 0.004"), (0.0312, "p = 0.03"), (0.5, "p = 0.50")],
)
def test_p_values(value: float, printed: str) -> None:
    found = Numbers("s", [])
    found.p_value("p", value, "test")
    assert found["p"].text == printed.replace(" ", "\u00a0")


def read(shown: str) -> float:
    return float(shown.replace(",", "").replace("\u2212", "-"))


def test_nought_can_be_a_word() -> None:
    found = Numbers("s", [])
    found.count("n", 0, "things", nought="none")
    found.count("m", 3, "things", nought="none")
    assert [(one.value, one.text) for one in found.values()] == [(0, "none"), (3, "3")]


def test_a_minus_is_a_minus_and_nothing_has_none() -> None:
    assert printed(-1234.5, 1) == "\u22121,234.5"
    assert printed(-0.3) == "0"


def test_a_number_cannot_be_defined_twice(some: Numbers) -> None:
    with pytest.raises(ValueError, match="twice"):
        some.count("n", 1, "again")


@pytest.mark.parametrize(
    ("date", "words"),
    [("2014", "2014"), ("2018-08", "August 2018"), ("2021-11-01", "1 November 2021")],
)
def test_dates_keep_their_precision(date: str, words: str) -> None:
    assert date_in_words(date) == words


def test_fill_and_placeholders() -> None:
    template = "of {n} rules {m} restrict"
    assert placeholders(template) == ("n", "m")
    assert fill(template, {"n": "7", "m": "3"}) == "of 7 rules 3 restrict"


def test_a_sentence_is_never_printed_with_a_hole() -> None:
    with pytest.raises(KeyError, match=r"no number m for the sentence: of \{n\} rules \{m\}"):
        fill("of {n} rules {m}", {"n": "7"})


@given(st.integers(-(10**9), 10**9))
def test_a_count_reads_back(value: int) -> None:
    found = Numbers("s", [])
    found.count("n", value, "things")
    assert read(found["n"].text) == value


@given(st.floats(-1e9, 1e9, allow_nan=False), st.integers(0, 3), st.sampled_from(["low", "high"]))
def test_a_bound_is_rounded_outwards_and_by_less_than_a_step(
    value: float, digits: int, bound: str
) -> None:
    shown = read(printed(value, digits, bound))
    gap = (steady(value) - shown) * (1 if bound == "low" else -1)
    assert -1e-9 * abs(value) - 1e-12 <= gap < 10**-digits + 1e-9 * abs(value) + 1e-12


def test_a_bound_keeps_what_it_says() -> None:
    found = Numbers("x", ["t"])
    found.percent("least", 0.4593, "at least", bound="low")
    found.million("most", 9_180_000, "at most", bound="high")
    found.decimal("sure", 0.3, "a bound that is printed as it is", bound="low")
    assert list(found.texts().values()) == ["45", "9.2", "0.3"]
