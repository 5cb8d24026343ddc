"""Known answers for the uses of sources by how the pages stand to their works."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from biometrics_china import provenance, tables
from biometrics_china.analysis.methods import standing

SOURCES = {
    "o": ("original", False),
    "w": ("original", True),
    "c": ("full_copy", False),
    "r": ("report_about", True),
    "unused": ("opening", False),
}
USES = [("acts", "o"), ("acts", "o"), ("acts", "w"), ("acts", "r"), ("listings", "c")]
CLAIMS = [
    ("front", "regulation", "It is so.", ("acts", "marks"), ("acts.kind=x",), True),
    ("other", "regulation", "It is not.", ("acts",), (), False),
]


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    rows = [(i, s, w) for i, (s, w) in SOURCES.items()]
    names = ["id", "subject", "sentence", "tables", "rows", "is_front_page"]
    frames = {
        "sources": pd.DataFrame(rows, columns=["id", "standing", "has_weak_host"]),
        "claims": pd.DataFrame(CLAIMS, columns=names),
    }
    acts = [
        {"id": "1", "kind": "x", "source_id": "r", "verification": "seen"},
        {"id": "2", "kind": "x", "source_id": "o", "verification": "seen"},
        {"id": "3", "kind": "y", "source_id": "r", "verification": "seen"},
        {"id": "4", "kind": "x", "source_id": "r", "verification": "recalled"},
    ]
    told = [
        {"id": i, "standing": s, "has_weak_host": str(w).lower()} for i, (s, w) in SOURCES.items()
    ]
    sheets = {
        name: SimpleNamespace(rows=found, table=SimpleNamespace(name=name, fields=()))
        for name, found in {"acts": acts, "marks": [{"id": "m"}], "sources": told}.items()
    }
    uses = pd.DataFrame(USES, columns=["table", "source_id"])
    monkeypatch.setattr(provenance, "uses", lambda: uses)
    monkeypatch.setattr(tables, "load", lambda name: frames[name].copy())
    monkeypatch.setattr(tables, "cells", lambda *asked: {n: sheets[n] for n in asked})


def test_uses_by_standing_by_hand():
    found = standing.by_standing().set_index("standing")
    # of five uses three are originals, one of them weak; one is a report; one of a table of names
    assert found["uses"].to_dict() == {
        "Original": 3,
        "Full copy": 1,
        "Excerpt": 0,
        "Opening only": 0,
        "Report about it": 1,
        standing.POOR: 2,
    }
    assert found.loc["Original", ["per_cent", "facts", "per_cent_facts"]].tolist() == [60, 3, 75]
    assert found.loc[standing.POOR, ["per_cent", "facts", "per_cent_facts"]].tolist() == [40, 2, 50]


def test_a_finding_of_the_front_page_counts_the_rows_it_stands_on():
    (row,) = standing.front_page().to_dict("records")
    assert (row["finding"], row["uses"], row["poor"], row["per_cent"]) == ("front", 2, 1, 50)
