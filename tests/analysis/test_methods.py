"""Known answers for the records of the page on methods."""

from __future__ import annotations

import pytest
from small_tables import give, table

from biometrics_china import tables
from biometrics_china.analysis.methods import left_out, records
from biometrics_china.analysis.methods.numbers import numbers

SOURCES = """
id,tier,standing
s1,official,original
s2,official,original
s3,news,full_copy
s4,news,original
s5,academic,report_about
"""
ACTS = """
id,source_id,verification
i1,s1,seen
i2,s3,seen
i3,s3,recalled
i4,,recalled
"""

VERIFIED = """
id,version,date,chapters,chapters_identical,figures,figures_identical,numbers,numbers_identical
v1,2026.9.0,2026-09-30,8,8,30,30,500,500
v2,2026.10.0,2026-10-30,9,9,40,40,600,600
v3,2026.10.0,2026-11-02,9,8,40,39,600,600
"""
STUDIES = """
id,found,installed,ran,identical,source_id,verification
a,1000,400,80,50,s5,seen
b,1000,600,20,14,s5,seen
c,9999,9999,9999,9999,,recalled
"""


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Give two tables of facts rows; every other table of the codebook is empty."""
    frames = {t.name: table(t.name) for t in tables.package().tables}
    frames |= {
        "sources": table("sources", SOURCES),
        "industry_acts": table("industry_acts", ACTS),
        "verifications": table("verifications", VERIFIED),
        "reproducibility_studies": table("reproducibility_studies", STUDIES),
        "consultations": table("consultations", "id,source_id,verification\nc,s5,seen"),
    }
    give(monkeypatch, **frames)
    monkeypatch.setattr(left_out, "RULES", ())


def test_records_by_hand():
    found = records.records().set_index("name")
    # four rows, two read, two recalled; two sources, of which s3 is a copy
    kept = ["rows", "read", "recalled", "sources", "relays"]
    assert found.loc["industry_acts", kept].tolist() == [4, 2, 2, 2, 1]
    assert found.loc["consultations", kept].tolist() == [1, 1, 0, 1, 1]
    assert found.loc["reproducibility_studies", kept].tolist() == [3, 2, 1, 1, 1]
    assert found[kept].sum().tolist() == [8, 5, 3, 4, 3]


def test_tables_that_hold_no_facts_are_left_out():
    named = set(records.records()["name"])
    assert not {"sources", "corrections", "contradictions", "claims"} & named


def test_sources_by_kind_by_hand():
    labels = tables.vocabulary("tier")
    found = records.sources_by_kind()
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
    # 2 of 5 sources are relays, 5 of 8 rows were read, 3 are recalled
    texts = numbers().texts()
    expected = {
        "n_sources": "5",
        "n_relays": "2",
        "share_relays": "40",
        "n_rows": "8",
        "n_recalled": "3",
        "share_read": "62.5",
        "n_instruments": "0",
        "n_ways_out": "2",  # acts and studies that were not read
    }
    assert {name: texts[name] for name in expected} == expected


def test_the_worst_rebuild_of_the_latest_version_counts():
    texts = numbers().texts()
    # 2026.10.0 is later than 2026.9.0; of its two rebuilds one had 8 of 9 chapters and 39 of 40 figures
    expected = {
        "verified_version": "2026.10.0",
        "verified_until": "2 November 2026",
        "verified_chapters": "9",
        "identical_chapters": "8",
        "verified_figures": "40",
        "identical_figures": "39",
        "identical_numbers": "600",
    }
    assert {name: texts[name] for name in expected} == expected


def test_shares_of_identical_notebooks_by_hand():
    # read rows only: 64 of 2,000 found are 3.2 per cent, and 6.4 per cent of 1,000 installed
    texts = numbers().texts()
    assert (texts["notebooks_found"], texts["notebooks_ran"]) == ("2,000", "100")
    assert texts["share_identical_of_found"] == "3.2"
    assert texts["share_identical_of_installed"] == "6.4"


def test_before_the_first_verification_nothing_is_claimed(monkeypatch):
    real = tables.load
    empty = table("verifications")
    monkeypatch.setattr(
        tables, "load", lambda name, **_: empty if name == "verifications" else real(name)
    )
    texts = numbers().texts()
    assert texts["verified_version"] == "none yet"
    assert {texts[f"identical_{thing}"] for thing in ("chapters", "figures", "numbers")} == {"0"}


def test_the_literature_gives_the_two_shares_it_is_known_for(monkeypatch):
    monkeypatch.undo()
    texts = numbers().texts()
    assert texts["share_identical_of_found"] == "3.2"
    assert texts["share_identical_of_installed"] == "8.5"


def test_the_real_records_add_up(monkeypatch):
    monkeypatch.undo()
    found = records.records()
    assert (found["read"] + found["recalled"]).eq(found["rows"]).all()
    assert found["relays"].le(found["sources"]).all()
    kinds = records.sources_by_kind()[["original", "relay"]].to_numpy().sum()
    assert kinds == len(tables.load("sources"))
