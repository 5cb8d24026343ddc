"""Numbers are made when they are asked for, and what raises takes down what rests on it alone."""

from __future__ import annotations

from importlib import import_module

import pandas as pd
import pytest

from biometrics_china import exhibits, numbers
from biometrics_china.without import findings, parts, statements

HELD = pd.DataFrame({"id": ["a", "b"], "value": [1, 2]}).set_index("id")


class Found(dict):
    """Numbers by name, added as an analysis adds them."""

    def count(self, name, value):
        self[name] = int(value)


def picks(found, frame):
    """Pick rows by their ids, in a loop, a branch and a list."""
    kept = []
    for name, row in {"first": "a", "third": "c", "second": "b"}.items():
        value = frame.loc[row, "value"]
        found.count(name, value)
        kept.append(value)
    found.count("after", 7)
    if frame.loc["a", "value"] == 1:
        found.count("branch", frame.loc["b", "value"])
    found.count("sum", sum(kept))
    fourth = frame.loc["d", "value"]
    found.count("fourth", fourth)
    found.count("twice", fourth * 2)


def test_a_statement_that_raises_takes_down_what_uses_what_it_names():
    found = Found()
    statements.alone(picks)(found, HELD)
    # the value of an earlier pass does not stand in for one that fails, and a list that lacks what it
    # should hold is not summed
    assert found == {"first": 1, "second": 2, "after": 7, "branch": 2}


def test_where_nothing_raises_a_function_does_what_it_did():
    frame = pd.DataFrame({"id": [*"abcd"], "value": [1, 2, 3, 4]}).set_index("id")
    plain, alone = Found(), Found()
    picks(plain, frame)
    statements.alone(picks)(alone, frame)
    assert alone == plain
    assert plain["sum"] == 6


@pytest.mark.parametrize("subject", ["faces", "trafficking", "europe_policing"])
def test_numbers_made_when_asked_for_are_those_that_are_made_at_once(subject: str) -> None:
    whole = exhibits.numbers_of(subject)
    names = {name for finding in findings.of_chapter(subject) for name in finding.names}
    compute = import_module(f"biometrics_china.analysis.{subject}.numbers").numbers
    with parts.put_off():
        made = numbers.once(compute)
        assert {name: made[name] for name in names} == {name: whole[name] for name in names}
        with pytest.raises(KeyError):
            made["no_such_number"]
    assert len(numbers.once(compute)) == len(whole)  # and afterwards all at once again
