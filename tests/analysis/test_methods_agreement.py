"""Known answers for how far two readers agree."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from small_tables import give, table

from biometrics_china import tables
from biometrics_china.analysis.methods import agreement, codings, harms
from biometrics_china.analysis.methods.numbers import _coded_twice
from biometrics_china.numbers import Numbers

CENSUS = """
id,instrument_title,counted,modality,verification,exclusion_reason
a,Law A,counted,face;dna,seen,
b,Law A,counted,face,seen,
c,Law B,excluded,none,seen,names no trait
d,Law B,excluded,none,recalled,
e,Law B,counted,,seen,
f,Law B,excluded,face,seen,same article as hit a
"""
SECOND = """
id,table,row_id,field,value,extent
1,census,a,counted,counted,whole
2,census,b,counted,excluded,whole
3,census,c,counted,excluded,part
4,census,d,counted,excluded,whole
5,census,e,counted,,not_read
6,census,a,modality,dna;face,whole
7,census,b,modality,face;dna,part
8,census,e,modality,face,whole
9,census,f,counted,counted,whole
10,census,c,modality,dna,report
"""
RESOLVED = """
id,table,row_id,field,first,value,by
1,census,b,counted,counted,excluded,rule
2,census,b,modality,face,iris,third_look
"""
LAWS = "id,is_binding,verification\nx,true,seen\ny,true,seen\nz,false,seen"
BOUND = """
id,table,row_id,field,value,extent
1,instruments,x,is_binding,true,whole
2,instruments,y,is_binding,true,whole
"""


@pytest.fixture
def small(monkeypatch):
    hand(
        monkeypatch,
        census=table("census", CENSUS),
        second_codings=table("second_codings", SECOND),
        resolutions=table("resolutions"),
        instruments=table("instruments", LAWS),
    )


def hand(monkeypatch, **frames):
    """Let the tables of codings be these, with nothing judged as harm or a case."""
    unjudged = {name: table(name) for name in ("harm_codings", "cooperation_cells")}
    give(monkeypatch, **unjudged | frames)


def square(*rows):
    return np.array(rows, dtype=np.int64)


def test_kappa_and_ac1_of_a_square_by_hand():
    # 118 + 0 of 125 alike: 0.944; shares of the first code 123 and 120 of 125, their mean 0.972
    # kappa: chance (123 * 120 + 2 * 5) / 125² = 0.94528, (0.944 - 0.94528) / 0.05472 = -0.0234
    # AC1: chance 2 * 0.972 * 0.028 = 0.054432, (0.944 - 0.054432) / 0.945568 = 0.9408
    found = square([118, 5], [2, 0])
    assert agreement.kappa(found) == pytest.approx(-0.0234, abs=5e-5)
    assert agreement.ac1(found) == pytest.approx(0.9408, abs=5e-5)


def test_ac1_of_three_codes_by_hand():
    # 10 of 12 alike; mean shares 9, 8 and 7 of 24, so that the sum of p (1 - p) is
    # (135 + 128 + 119) / 576 and chance half of it, 191 / 576; (480 - 191) / (576 - 191) = 0.7506
    found = square([4, 1, 0], [0, 3, 0], [0, 1, 3])
    assert agreement.ac1(found) == pytest.approx(289 / 385)


def test_chance_itself_has_kappa_zero_and_full_agreement_one():
    assert agreement.kappa(square([1, 1], [1, 1])) == pytest.approx(0)
    assert agreement.kappa(square([3, 0], [0, 2])) == agreement.ac1(square([3, 0], [0, 2])) == 1


def test_one_code_throughout_has_no_kappa():
    assert math.isnan(agreement.kappa(square([7])))
    assert math.isnan(agreement.ac1(square([7])))
    assert math.isnan(agreement.kappa(square([7, 0], [0, 0])))


@pytest.mark.usefixtures("small")
def test_pairs_are_read_cells_with_two_codes():
    found = codings.pairs().sort_values(["field", "row_id"])
    # d was not read, e has no second code in one field and no first code in the other; f is
    # counted from another collection, and of c the second reader had only a report on its trait
    assert found[["field", "row_id", "instrument", "first", "second"]].to_numpy().tolist() == [
        ["counted", "a", "Law A", "counted", "counted"],
        ["counted", "b", "Law A", "counted", "excluded"],
        ["counted", "c", "Law B", "excluded", "excluded"],
        ["modality", "a", "Law A", "dna;face", "dna;face"],
        ["modality", "b", "Law A", "face", "dna;face"],
    ]


@pytest.mark.usefixtures("small")
def test_cells_read_in_a_report_stand_apart():
    assert codings.pairs(("report",))[["row_id", "first", "second"]].to_numpy().tolist() == [
        ["c", "none", "dna"]
    ]


@pytest.mark.usefixtures("small")
def test_the_second_code_stands_in_place_of_the_first_where_there_is_one():
    # d was not read at all; f keeps that it is left out, of which the second reader could not tell
    found = codings.coded_second("census").set_index("id")
    assert found["counted"].to_dict() == {
        "a": "counted", "b": "excluded", "c": "excluded", "e": "counted", "f": "excluded",
    }  # fmt: skip
    assert found["modality"].to_dict() == {
        "a": ("dna", "face"), "b": ("face", "dna"), "c": ("dna",), "e": ("face",), "f": ("face",),
    }  # fmt: skip


def test_what_is_resolved_changes_neither_coding(monkeypatch):
    # the table holds what stands: b does not count any more, and its trait is a third one
    stands = CENSUS.replace("b,Law A,counted,face", "b,Law A,excluded,iris")
    codes = {"second_codings": SECOND, "resolutions": RESOLVED}
    hand(
        monkeypatch,
        census=table("census", stands),
        **{name: table(name, text) for name, text in codes.items()},
    )
    first = codings.coded_first("census").set_index("id").loc["b"]
    second = codings.coded_second("census").set_index("id").loc["b"]
    assert (first["counted"], first["modality"]) == ("counted", ("face",))
    assert (second["counted"], second["modality"]) == ("excluded", ("face", "dna"))
    found = codings.disagreements().set_index(["row_id", "field"])
    # c, of which only a report was read, is open
    assert found["value"].fillna("").to_dict() == {
        ("b", "counted"): "excluded", ("b", "modality"): "iris", ("c", "modality"): "",
    }  # fmt: skip
    numbers = Numbers("methods", [])
    _coded_twice(numbers)
    texts = numbers.texts()
    assert (texts["differ"], texts["resolved"], texts["open"]) == ("3", "2", "1")
    named = ("resolved_first", "resolved_second", "resolved_neither", "third_look")
    assert [texts[name] for name in named] == ["0", "1", "1", "1"]


def test_what_says_that_it_is_open_resolves_nothing(monkeypatch):
    still_open = RESOLVED.replace("third_look", codings.OPEN).replace("rule", codings.OPEN)
    hand(
        monkeypatch,
        census=table("census", CENSUS),
        second_codings=table("second_codings", SECOND),
        resolutions=table("resolutions", still_open),
    )
    found = codings.disagreements()
    assert len(found) == 3
    assert found["value"].isna().all()


def test_true_and_false_are_recoded_as_such(monkeypatch):
    second = table("second_codings", BOUND.replace("y,is_binding,true", "y,is_binding,false"))
    hand(
        monkeypatch,
        instruments=table("instruments", LAWS),
        second_codings=second,
        resolutions=table("resolutions"),
    )
    found = codings.coded_second("instruments")["is_binding"]
    assert found.tolist() == [True, False, False]
    assert found.dtype == table("instruments", LAWS)["is_binding"].dtype


@pytest.mark.usefixtures("small")
def test_agreement_by_hand():
    found = agreement.agreement().set_index("field")
    # counted: 2 of 3 alike; chance (2 * 1 + 1 * 2) / 9, kappa (6/9 - 4/9) / (5/9) = 0.4;
    # AC1: mean share 1/2, chance 1/2, (2/3 - 1/2) / (1/2) = 0.33
    kept = ["n", "agree", "share", "kappa", "ac1"]
    assert found.loc["whether it counts", kept].tolist() == [3, 2, 67, 0.4, 0.33]
    # modality: one of two alike; chance (1 * 2 + 1 * 0) / 4, so kappa is 0
    assert found.loc["which body trait", ["n", "agree", "share", "kappa"]].tolist() == [2, 1, 50, 0]


def test_the_interval_draws_whole_instruments():
    # of Law A (2 alike, 1 not) and Law B (1 alike) a draw takes A and B, only A, or only B;
    # only B has one code and no kappa, and A alone has 0.4
    rows = [("A", "x", "x"), ("A", "x", "y"), ("A", "y", "y"), ("B", "x", "x")]
    cells = pd.DataFrame(rows, columns=["instrument", "first", "second"])
    low, high = agreement.kappa_interval(cells)
    # both: 3 of 4 alike, chance (3 * 2 + 1 * 2) / 16 = 0.5, kappa 0.5
    assert (low, high) == (pytest.approx(0.4), pytest.approx(0.5))


def test_a_stack_of_squares_gives_what_statsmodels_gives_for_each():
    drawn = np.random.default_rng(1).integers(0, 9, size=(50, 3, 3))
    each = [agreement.kappa(one) for one in drawn]
    assert agreement._kappas(drawn) == pytest.approx(each)


def test_a_field_with_one_code_is_counted_without_kappa(monkeypatch):
    hand(
        monkeypatch,
        instruments=table("instruments", LAWS),
        second_codings=table("second_codings", BOUND),
        resolutions=table("resolutions"),
    )
    row = agreement.agreement().iloc[0]
    assert (row["n"], row["agree"], row["share"], row["kappa_95"]) == (2, 2, 100, "")
    assert agreement._in_words(1.0, 0.999) == "", "an interval without width is left empty"
    assert agreement._in_words(0.4, 0.5) == "0.40 to 0.50"
    assert row[["kappa", "ac1"]].isna().all()
    shown = agreement.printed().iloc[0]
    assert shown[["share", "kappa", "ac1"]].tolist() == ["100", "", ""]


@pytest.mark.usefixtures("small")
def test_numbers_by_hand(monkeypatch):
    monkeypatch.setattr(agreement, "ENOUGH", 1)
    found = Numbers("methods", [])
    _coded_twice(found)
    title = agreement.TABLES["census"]
    assert found.texts() == {
        "coded_twice": "5",
        "coded_twice_fields": "2",
        "coded_twice_differ": "2",
        "share_coded_twice": "60",
        "kappa_enough": "1",
        "kappa_least_field": f"{title}, which body trait",
        "kappa_least": "0.00",
        "kappa_most_field": f"{title}, whether it counts",
        "kappa_most": "0.40",
        "coded_from_report": "1",
        "share_coded_from_report": "0",
        "coded_from_row": "0",
        "share_coded_from_row": "0",
        "harm_rows": "0",
        "harm_judged": "0",
        "harm_once": "0",
        "judged_harm": "0",
        "exemption_differ": "0",
        "exemption_unclear": "0",
        "differ": "3",
        "resolved": "0",
        "open": "3",
        "resolved_first": "0",
        "resolved_second": "0",
        "resolved_neither": "0",
        "third_look": "0",
    }


def test_before_a_second_coding_nothing_is_claimed(monkeypatch):
    hand(monkeypatch, second_codings=table("second_codings"), resolutions=table("resolutions"))
    found = Numbers("methods", [])
    _coded_twice(found)
    texts = found.texts()
    assert (texts["coded_twice"], texts["kappa_least_field"]) == ("0", "none yet")


def test_every_table_and_field_coded_twice_has_printed_words_and_a_whole():
    cells = codings.pairs()
    assert set(cells["table"]) == set(agreement.TABLES)
    assert set(cells["field"]) == set(agreement.FIELDS)
    # what the bootstrap draws is a field of the table
    for name in agreement.TABLES:
        if name not in ("safeguards", harms.CELLS):
            whole = codings.WHOLES.get(name, "instrument_id")
            assert whole in tables.package().table(name).columns
