"""Known answers for the planted errors on the page on methods."""

from __future__ import annotations

from small_tables import give, table

from biometrics_china.analysis.methods import planted
from biometrics_china.analysis.methods.numbers import _planted
from biometrics_china.numbers import Numbers

PLANTED = """
id,kind,planted,stopped,seen,silent,only_double_entry
a,wrong digit,4,1,3,0,3
b,row deleted,4,3,1,0,0
c,byte order mark,4,4,0,0,0
d,markup,3,3,0,0,0
"""


def test_kinds_that_may_pass_are_named_and_the_others_summed(monkeypatch):
    give(monkeypatch, planted_errors=table("planted_errors", PLANTED))
    assert planted.by_kind().to_numpy().tolist() == [
        ["wrong digit", 4, 1, 3, 3],
        ["row deleted", 4, 3, 1, 0],
        ["2 other kinds", 7, 7, 0, 0],
    ]


def test_numbers_by_hand(monkeypatch):
    give(monkeypatch, planted_errors=table("planted_errors", PLANTED))
    found = Numbers("methods", [])
    _planted(found)
    assert found.texts() == {
        "planted": "15",
        "planted_stopped": "11",
        "planted_seen": "4",
        "planted_only_double_entry": "3",
    }


def test_before_anything_is_planted_all_counts_are_zero(monkeypatch):
    give(monkeypatch, planted_errors=table("planted_errors"))
    found = Numbers("methods", [])
    _planted(found)
    assert set(found.texts().values()) == {"0"}
