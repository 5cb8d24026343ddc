"""Known answers for rows that two readers judged as harm or a case."""

from __future__ import annotations

import pytest
from small_tables import give, table

from biometrics_china import tables
from biometrics_china.analysis.methods import codings, harms

CELLS = """
id,harms,cases
c1,t/a;t/b,t/c;t/d
c2,,t/a
"""
JUDGED = """
id,cell,row,first,second,by
1,c1,t/a,harm,harm,
2,c1,t/b,case,harm,rule
3,c1,t/c,case,harm,open
4,c2,t/a,case,case,
"""


@pytest.fixture
def small(monkeypatch):
    give(
        monkeypatch,
        cooperation_cells=table("cooperation_cells", CELLS),
        harm_codings=table("harm_codings", JUDGED),
        second_codings=table("second_codings"),
        resolutions=table("resolutions"),
    )


@pytest.mark.usefixtures("small")
def test_what_was_judged_again_by_hand(monkeypatch):
    # c1 has two rows as harm, both judged again; c2 has none
    assert harms.judged_again() == (2, 2, [])
    other = table("cooperation_cells", "id,harms,cases\nc1,t/a;t/z,\nc2,t/y,\n")
    give(monkeypatch, cooperation_cells=other, harm_codings=table("harm_codings", JUDGED))
    # of three, one; of c2 none
    assert harms.judged_again() == (3, 1, ["c2"])


@pytest.mark.usefixtures("small")
def test_judgments_are_compared_row_by_row():
    found = codings.pairs(("row",))
    assert found[["row_id", "first", "second"]].to_numpy().tolist() == [
        ["c1/t/a", "harm", "harm"],
        ["c1/t/b", "case", "harm"],
        ["c1/t/c", "case", "harm"],
        ["c2/t/a", "case", "case"],
    ]
    assert codings.pairs(("report",)).empty


@pytest.mark.usefixtures("small")
def test_what_stands_is_the_list_that_the_row_is_in():
    found = codings.disagreements().set_index("row_id")
    assert found["value"].fillna("").to_dict() == {"c1/t/b": "harm", "c1/t/c": ""}


@pytest.mark.usefixtures("small")
def test_each_reader_has_lists_of_his_own():
    cells = tables.load("cooperation_cells")
    # d was not judged twice and stays a case with both
    first = harms.overlaid(cells, "first").set_index("id")
    assert (first["harms"]["c1"], first["cases"]["c1"]) == (("t/a",), ("t/b", "t/c", "t/d"))
    second = harms.overlaid(cells, "second").set_index("id")
    assert (second["harms"]["c1"], second["cases"]["c1"]) == (("t/a", "t/b", "t/c"), ("t/d",))
    assert (second["harms"]["c2"], second["cases"]["c2"]) == (None, ("t/a",))


def test_a_row_that_left_its_pair_is_named(monkeypatch):
    judged = JUDGED.replace("2,c1,t/b", "2,c1,t/x")
    give(
        monkeypatch,
        cooperation_cells=table("cooperation_cells", CELLS),
        harm_codings=table("harm_codings", judged),
    )
    with pytest.raises(KeyError, match="t/x is in neither list of c1"):
        harms.resolved()


def test_every_judged_row_stands_in_its_pair_and_each_difference_is_decided():
    cells = tables.load("cooperation_cells").set_index("id")
    for row in tables.load("harm_codings").to_dict("records"):
        cell = cells.loc[row["cell"]]
        listed = harms._stands(cell, row["row"])
        assert row["id"] == f"{row['cell']}-{row['row']}".replace("/", "-").replace("_", "-")
        if row["first"] == row["second"]:
            assert listed == row["first"]
        assert (row["first"] != row["second"]) == isinstance(row["by"], str)
