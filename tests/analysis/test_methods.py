"""Known answers for the records of the page on methods."""

from __future__ import annotations

import pytest
from regulation_frames import give, table

from biometrics_china import tables
from biometrics_china.analysis import methods

SOURCES = """
id,tier,is_relay
s1,official,false
s2,official,false
s3,news,true
s4,news,false
s5,academic,true
"""
ACTS = """
id,source_id,verification
i1,s1,seen
i2,s3,seen
i3,s3,recalled
i4,,recalled
"""


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Give two tables of facts rows; every other table of the codebook is empty."""
    frames = {t.name: table(t.name) for t in tables.package().tables}
    frames |= {
        "sources": table("sources", SOURCES),
        "industry_acts": table("industry_acts", ACTS),
        "consultations": table("consultations", "id,source_id,verification\nc,s5,seen"),
    }
    give(monkeypatch, **frames)


def test_records_by_hand():
    found = methods.records().set_index("name")
    # four rows, two read, two recalled; two sources, of which s3 is a relay
    kept = ["rows", "read", "recalled", "sources", "relays"]
    assert found.loc["industry_acts", kept].tolist() == [4, 2, 2, 2, 1]
    assert found.loc["consultations", kept].tolist() == [1, 1, 0, 1, 1]
    assert found[kept].sum().tolist() == [5, 3, 2, 3, 2]


def test_tables_that_hold_no_facts_are_left_out():
    assert not {"sources", "corrections", "contradictions", "claims"} & set(
        methods.records()["name"]
    )


def test_sources_by_kind_by_hand():
    labels = tables.vocabulary("tier")
    found = methods.sources_by_kind()
    # one academic relay, two news of which one relay, two official; the order of equals is stable
    counts = {row["kind"]: (row["original"], row["relay"]) for row in found.to_dict("records")}
    assert counts == {
        labels["academic"]: (0, 1),
        labels["news"]: (1, 1),
        labels["official"]: (2, 0),
    }
    totals = (found["original"] + found["relay"]).tolist()
    assert totals == [1, 2, 2]


def test_numbers_by_hand():
    # 2 of 5 sources are relays, 3 of 5 rows were read, 2 are recalled
    texts = methods.numbers().texts()
    expected = {
        "n_sources": "5",
        "n_relays": "2",
        "share_relays": "40",
        "n_rows": "5",
        "n_recalled": "2",
        "share_read": "60",
        "n_contradictions": "0",
    }
    assert {name: texts[name] for name in expected} == expected


def test_the_real_records_add_up(monkeypatch):
    monkeypatch.undo()
    found = methods.records()
    assert (found["read"] + found["recalled"]).eq(found["rows"]).all()
    assert found["relays"].le(found["sources"]).all()
    kinds = methods.sources_by_kind()[["original", "relay"]].to_numpy().sum()
    assert kinds == len(tables.load("sources"))
