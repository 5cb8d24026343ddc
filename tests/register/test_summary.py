"""The whole answer on a body: what stands in it, in which order, and what is left out where empty."""

import subprocess
import sys
from dataclasses import replace

import pytest

from biometrics_china.register import advice, summary
from biometrics_china.register.index import Index
from biometrics_china.register.records import KINDS


def record(kind, number, date="2020"):
    row = {"entity_id": "a", "kind": kind, "date": date, "text": f"Text {number}"}
    return row | {"table": "t", "row_id": f"r{number}", "source_id": "s"}


@pytest.fixture
def index():
    return Index(
        bodies=(),
        common=frozenset(),
        shown={"a": "CETC 52nd Research Institute", "b": "Stadtwerke", "c": "Fudan University"}
        | {"d": "Danish National Police"},
        records={"a": [record("list", 1), record("answer", 2, "")], "b": [record("supply", 3)]},
        kinds=KINDS,
        standing={"a": ["On the Entity List since 2021"]},
        leads={},
        lists={"a": {"Entity List": True}},
        partly=[],
        editions=[],
        seats={"a": "chinese", "b": "other", "c": "chinese", "d": "other"},
        unlisted={"chinese": "On none of the 26", "other": "On none of the 4"},
        kin={"a": ["Belongs to CETC by its name; how was not read"]},
        rules={"r": "Rule: it says", "x": "Another"},
        ruled={"a": ["r"]},
        elsewhere=[],
        not_shown=["Who owns it was not read"],
        next_steps=["Look today", "Ask"],
    )


def whole(index, entity_id):
    about, records = summary.about(index, entity_id), summary.records(index, entity_id)
    return [*about, *records, *summary.shared(index)]


def test_the_answer_is_in_order_with_what_weighs_most_first(index):
    kinds = [section.kind for section in whole(index, "a")]
    expected = ["standing", "kin", "rules", "signs", "list", "answer", "not_shown", "next_steps"]
    assert kinds == expected


def test_each_section_has_its_lines(index):
    lines = {s.kind: s.lines for s in whole(index, "a")}
    assert lines["standing"] == ("On the Entity List since 2021",)
    assert lines["rules"] == ("Rule: it says",)
    assert lines["list"] == ("2020: Text 1 (record t/r1, s)",)
    assert lines["answer"] == ("Text 2 (record t/r2, s)",)
    assert lines["next_steps"] == ("Look today", "Ask")


def test_a_body_on_no_list_is_told_so_by_its_seat(index):
    assert summary.standing(index, "b") == ["On none of the 4"]
    assert summary.standing(index, "c") == ["On none of the 26"]


def test_what_names_say_is_said_of_bodies_of_china_alone(index):
    assert "signs" not in [s.kind for s in whole(index, "d")]
    assert "signs" in [s.kind for s in whole(index, "a")]


def test_what_goes_with_every_answer_is_what_is_not_shown_and_what_to_do(index):
    assert [s.kind for s in summary.shared(index)] == ["not_shown", "next_steps"]
    assert summary.shared(replace(index, not_shown=[], next_steps=[])) == []


def test_the_official_pages_are_named_once_each_and_those_without_address_together():
    steps = advice.next_steps()
    looks = [s for s in steps if s.startswith("Look today at ")]
    assert len({s.split()[3] for s in looks}) == len(looks)
    assert all(s.split()[3].startswith("https://") for s in looks)
    [rest] = [s for s in steps if s.startswith("Look today, at their authorities")]
    assert "Chinese export control list" in rest
    assert [s for s in steps if s.startswith("Ask")] == list(advice.ASK)
    assert looks[0] == next(s for s in looks if "EU Global Human Rights Sanctions Regime" in s)


def test_offices_that_were_read_are_named_with_their_addresses():
    [dutch] = [s for s in advice.next_steps() if s.startswith("Netherlands: ")]
    assert "https://english.loketkennisveiligheid.nl/" in dutch


def test_an_answer_needs_neither_the_tables_nor_pandas():
    program = "import sys, biometrics_china.register.summary; print('pandas' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
