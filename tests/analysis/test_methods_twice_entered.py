"""Known answers for how many numbers and days were entered twice."""

from __future__ import annotations

from small_tables import give, table

from biometrics_china.analysis.methods import twice_entered

COUNTS = """
id,value,is_derived,verification
rc-1,5,false,seen
rc-2,7,false,seen
rc-3,12,true,seen
rc-4,9,false,recalled
rc-5,,false,seen
"""
FORMS = """
id,table,row_id,field,printed
1,reunion_counts,rc-1,value,5名
2,reunion_counts,rc-1,as_of,2016年
3,reunion_counts,rc-3,value,12
4,cases,rc-2,value,7
"""


def test_cells_that_carry_by_hand(monkeypatch):
    # of rc-1 and rc-2 one has its printed form; rc-3 is derived, rc-4 not read, rc-5 empty
    give(
        monkeypatch,
        reunion_counts=table("reunion_counts", COUNTS),
        printed_forms=table("printed_forms", FORMS),
    )
    monkeypatch.setattr(twice_entered, "CARRYING", {"reunion_counts": {"value": "count"}})
    row = twice_entered.twice_entered().iloc[0]
    assert row[["what", "cells", "printed", "share"]].tolist() == ["count", 2, 1, "50"]


def test_fields_that_carry_are_numbers_or_days_of_the_codebook():
    from biometrics_china import tables
    from biometrics_china.codebook.forms import ORDERED

    for name, fields in twice_entered.CARRYING.items():
        forms = {field.name: field.form for field in tables.package().table(name).fields}
        assert {forms[field] for field in fields} <= set(ORDERED)
