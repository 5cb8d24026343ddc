"""What a finding comes to without its sources: worked out by hand, and said in plain sentences."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from biometrics_china import exhibits, without, works
from biometrics_china.publishing import strips
from biometrics_china.without import lines, verdicts

A, B, C = list(works.all_works())[:3]


def claim(sentence: str) -> SimpleNamespace:
    return SimpleNamespace(id="claim-x", subject="x", sentence=sentence)


@pytest.fixture
def told(monkeypatch):
    """Return a function that says a finding of given runs."""

    def say(
        sentence: str, base: dict, runs: list, whole: dict, families: dict | None = None
    ) -> str:
        result = {"works": [A, B, C], "families": families or {}, "base": base}
        result |= {"runs": runs, "whole": whole}
        monkeypatch.setattr(without, "of_chapter", lambda _: {"claim-x": result})
        printed = {n: SimpleNamespace(text=a[1]) for n, a in base.items() if isinstance(a, list)}
        monkeypatch.setattr(exhibits, "numbers_of", lambda _: printed)
        return lines.plain(claim(sentence))

    return say


def test_a_number_moves_between_its_least_and_its_greatest(told):
    base = {"n": [8.3, "8.3", 9]}
    runs = [["work", A, {"n": [7.9, "7.9", 7]}], ["work", B, {"n": [8.6, "8.6", 8]}]]
    said = told("{n} a year.", base, runs, {"n": [9.0, "9.0", 7]})
    assert said == (
        "Without any one of 3 sources 8.3 becomes 7.9 to 8.6 (most without "
        f"{works.name(A)}). On originals and full copies only: 9.0 (7 rows)."
    )


def test_where_each_work_takes_one_away_none_moves_it_most(told):
    runs = [["work", work, {"n": [2.0, "2", 2]}] for work in (A, B, C)]
    said = told("{n} rules.", {"n": [3.0, "3", 3]}, runs, {"n": [3.0, "3", 3]})
    assert said == (
        "Without any one of 3 sources 3 becomes 2. On originals and full copies only: the same."
    )


def test_a_number_of_one_work_cannot_be_computed_without_it(told):
    base = {"n": [5.0, "5", 1], "m": [6.0, "6", 2]}
    said = told("{n} and {m}.", base, [["work", B, {"n": None}]], {"n": None, "m": [6.0, "6", 2]})
    assert said == (
        f"5 cannot be computed if {works.name(B)} is left out. Without any one of 3 sources 6 stays. "
        "On originals and full copies only: no 5; 6 (2 rows)."
    )


def test_words_that_fall_come_first(told):
    base = {"holds more": True, "n": [2.0, "2", 2]}
    runs = [
        ["work", A, {"holds more": False, "n": [1.0, "1", 1]}],
        ["work", C, {"holds more": None}],
    ]
    said = told("{holds}`more|More than {n}` are.", base, runs, base)
    assert said.startswith(
        f"The words “More than 2” no longer hold if {works.name(A)} is left out. "
    )
    assert f"Whether “More than 2” holds cannot be checked if {works.name(C)} is left out." in said


def test_an_author_is_told_where_all_works_do_more_than_one(told):
    base = {"n": [9.0, "9", 9]}
    runs = [["work", A, {"n": [8.0, "8", 8]}], ["family", "Author", {"n": [4.0, "4", 4]}]]
    said = told("{n}.", base, runs, base, {"Author": [A, B]})
    assert "Without all works of one author or publisher 9 becomes 4." in said


def test_nothing_moves_and_all_words_hold(told):
    base = {"holds it": True, "n": [2.0, "2", 2]}
    said = told("{holds}`it|It is` {n}.", base, [], base)
    assert said == (
        "The same without any one of 3 sources. On originals and full copies only: the same."
    )


def test_marks_of_a_drawing_stand_where_their_numbers_are():
    number = verdicts.OfNumber(
        "n",
        verdicts.Point(10.0, "10", 10),
        verdicts.Moved(
            {A: verdicts.Point(5.0, "5", 5), B: verdicts.Point(15.0, "15", 9)}, (), True
        ),
        verdicts.Moved({}, (), True),
        verdicts.Point(10.0, "10", 10),
    )
    drawn = strips.strip(number)
    # from half to one and a half times ten: 5 stands at the left end, 15 at the right, 10 between
    assert f'cx="{strips.WIDE / 2:.1f}"' in drawn
    assert f'x="{strips.EDGE - 0.8:.1f}"' in drawn
    assert f'x="{strips.WIDE - strips.EDGE - 0.8:.1f}"' in drawn
    assert "10 as printed; 5 to 15 without any one source" in drawn
